"""A pack: one language of a release as canonical NDJSON, UTF-8.

    {"code":"ar","dir":"rtl","headers":{…},"lang":"ar","manifest":{…},"offline":{…},"schema":1,"shell":[…]}
    {"address":"/ar/","description":…,"fragment":…,"search":{…},"state":…,"title":…,"version":…}
    …

The keys of each line are sorted, so a page's line begins with its address and can be found without
parsing the others. Pages are sorted by address.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from livret.canonical import canonical_json
from livret.page import Edition

SCHEMA = 1


def pack(edition: Edition, editions: Sequence[Edition], headers: Mapping[str, str]) -> bytes:
    """The pack of one edition. `headers` are HTTP fields that each of its pages is sent with.

    It holds the offline words of all `editions`: a language that is not on the phone can only be
    said to be missing in its own words by the pack of another one.
    """
    header = {
        "schema": SCHEMA,
        "code": edition.code,
        "lang": edition.tag,
        "dir": edition.direction,
        "name": edition.name,
        "headers": dict(headers),
        "manifest": edition.manifest,
        "offline": {
            each.code: {"lang": each.tag, "dir": each.direction, **each.offline}
            for each in editions
        },
        "shell": list(edition.shell),
    }
    lines = [header, *(asdict(page) for page in edition.pages)]
    return "".join(f"{canonical_json(line)}\n" for line in lines).encode()
