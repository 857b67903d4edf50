"""Where a site is found: scheme and host of an address."""

from __future__ import annotations

import re

_WEB_ORIGIN = re.compile(r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?", re.ASCII)


def read_origin(value: str) -> str:
    """A scheme and host without the last slash, or nothing; raises `ValueError` with a remedy."""
    shortened = value.lower().rstrip("/")
    if shortened and not _WEB_ORIGIN.fullmatch(shortened):
        raise ValueError("give https:// and the host name, with no path")
    return shortened
