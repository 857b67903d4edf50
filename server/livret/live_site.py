"""A release as it is served while its author writes: from memory, with the script of the editor."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import partial

from livret.canonical import canonical_json
from livret.compose import compose
from livret.page import Edition
from livret.release import TYPES, Release
from livret.resource import Effort, Resource
from livret.site import HTML, NEVER_KEPT, REVALIDATE, Site, SiteLanguage

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
        found, not_found = edition_resources(edition, headers_of(release, edition), address)
        pages |= found
        languages.append(SiteLanguage(edition.tag, edition.code, not_found))
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
    )


def edition_resources(
    edition: Edition, headers: Mapping[str, str], script: str
) -> tuple[dict[str, Resource], Resource]:
    """A language's pages and manifest by address, and the page for addresses that are not there."""
    shell = with_script(edition.shell, script)
    found = {
        page.address: Resource(
            HTML, REVALIDATE, partial(compose, shell, asdict(page)), effort=QUICK, headers=headers
        )
        for page in edition.pages
        if page.address.endswith("/")
    }
    manifest = f"{canonical_json(edition.manifest)}\n".encode()
    found[f"/{edition.code}/manifest.webmanifest"] = of("application/manifest+json", manifest)
    page = next(each for each in edition.pages if each.address == f"/{edition.code}/404.html")
    missing = partial(compose, shell, asdict(page))
    return found, Resource(HTML, NEVER_KEPT, missing, effort=QUICK, headers=headers)


def headers_of(release: Release, edition: Edition) -> dict[str, str]:
    """The HTTP fields of an edition's pages, as its pack names them."""
    header = release.packs[edition.code].body.partition(b"\n")[0]
    return {**json.loads(header)["headers"], "content-language": edition.tag}


def with_script(shell: tuple[str, ...], address: str) -> list[str]:
    """The shell with one script more; `address` needs no escaping."""
    tag = f'<script type="module" src="{address}"></script>\n'
    return [
        part.replace(HEAD_END, tag + HEAD_END) if place % 2 == 0 else part
        for place, part in enumerate(shell)
    ]


def of(content_type: str, body: bytes) -> Resource:
    return Resource(content_type, REVALIDATE, lambda: body, effort=QUICK)
