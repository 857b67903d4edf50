"""A release as it is served while its author writes: from memory, with the script of the editor."""

from __future__ import annotations

import json
from collections.abc import Sequence

from livret.policy import REVALIDATE
from livret.published import PublishedLanguage
from livret.release import TYPES, Release
from livret.resource import Effort, Resource
from livret.site import Site, SiteLanguage, read_pack

SCRIPT = "/-/live.js"
HEAD_END = "</head>"
# Nobody waits for a network here, but for the compiler.
QUICK = Effort(brotli=1, gzip=1, zstd=1)


def live_site(release: Release, script: bytes, worker: bytes, before: Site | None) -> Site:
    """The site of a release. Its pages bring `script`; `worker` keeps nothing, so that pages come
    from here, as there is no release.json. Files that `before` had are taken over as they are."""
    known = before.resources if before else {}
    address = f"{SCRIPT}?release={release.id}"
    pages: dict[str, Resource] = {}
    languages: list[SiteLanguage] = []
    for edition in release.editions:
        file = release.packs[edition.code]
        named = PublishedLanguage(edition.tag, edition.code, file.path)
        language, found = read_pack(named, with_script(file.body, address))
        languages.append(language)
        pages |= found
    source = json.loads(release.listing)["source"]
    languages.sort(key=lambda language: language.code != source)
    files = {file.path: known.get(file.path) or of(file.type, file.body) for file in release.files}
    return Site(
        release=release.id,
        languages=tuple(languages),
        resources={
            **pages,
            **files,
            "/sw.js": of(TYPES["js"], worker),
            SCRIPT: of(TYPES["js"], script),
        },
        pages=frozenset(address for address in pages if address.endswith("/")),
        files=frozenset(files),
        dictionaries={},
    )


def with_script(pack: bytes, address: str) -> bytes:
    """A pack whose pages bring one script more; `address` needs no escaping."""
    first, _, lines = pack.partition(b"\n")
    header = json.loads(first)
    tag = f'<script type="module" src="{address}"></script>\n'
    shell: Sequence[str] = header["shell"]
    header["shell"] = [
        part.replace(HEAD_END, tag + HEAD_END) if place % 2 == 0 else part
        for place, part in enumerate(shell)
    ]
    return json.dumps(header).encode() + b"\n" + lines


def of(content_type: str, body: bytes) -> Resource:
    return Resource(content_type, REVALIDATE, lambda: body, effort=QUICK)
