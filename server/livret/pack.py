"""A pack: one language of a release as canonical NDJSON, UTF-8.

    {"code":"ar","dir":"rtl","headers":{…},"lang":"ar","manifest":{…},"offline":{…},"schema":1,"search":{…},…}
    {"address":"/ar/","description":…,"fragment":…,"search":{…},"state":…,"title":…,"version":…}
    …

The keys of each line are sorted, so a page's line begins with its address and can be found without
parsing the others. Pages are sorted by address.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from livret.canonical import canonical_json
from livret.page import Edition, Page

SCHEMA = 1


def page_lines(pages: Sequence[Page]) -> bytes:
    """The lines of a pack after its first: one for each page."""
    return "".join(f"{canonical_json(page.values())}\n" for page in pages).encode()


def pack(
    edition: Edition,
    editions: Sequence[Edition],
    headers: Mapping[str, str],
    lines: bytes | None = None,
    *,
    search: Mapping[str, str] | None = None,
) -> bytes:
    """The pack of one edition. `headers` are HTTP fields that each of its pages is sent with.

    It holds the offline words of all `editions`: a language that is not on the phone can only be
    said to be missing in its own words by the pack of another one. `lines` are its `page_lines`,
    where they are known already, and `search` is what the search is told of the language. Nobody
    reads its notices: patches copy them into the pages that get one (patch.lean).
    """
    header = {
        "schema": SCHEMA,
        "code": edition.code,
        "lang": edition.tag,
        "dir": edition.direction,
        "name": edition.name,
        "headers": dict(headers),
        "manifest": edition.manifest,
        "notices": edition.notices,
        "offline": {
            each.code: {"lang": each.tag, "dir": each.direction, **each.offline}
            for each in editions
        },
        "search": dict(search or {}),
        "shell": list(edition.shell),
    }
    first = f"{canonical_json(header)}\n".encode()
    return first + (page_lines(edition.pages) if lines is None else lines)
