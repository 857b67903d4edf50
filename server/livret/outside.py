"""The documents that programs outside ask for, and that need whole addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from livret.feed import feed, feed_address
from livret.listed import Listing
from livret.sitemap import robots, sitemap


def documents(
    origin: str, source: str, listings: Sequence[Listing]
) -> Mapping[str, Callable[[], bytes]]:
    """What makes each document, by its path; `source` is the code of the guide's own language."""
    return {
        "/robots.txt": partial(robots, origin),
        "/sitemap.xml": partial(sitemap, origin, source, listings),
        **{feed_address(each.code): partial(feed, origin, each) for each in listings},
    }
