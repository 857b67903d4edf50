"""A guide as it is served while its author writes: from memory, with the script of the editor."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from livret.coded import Effort
from livret.draft import Draft, Sheet
from livret.policy import NEVER_KEPT, REVALIDATE, page_headers
from livret.release import TYPES
from livret.resource import Resource
from livret.site import HTML, Site, SiteLanguage

SCRIPT = "/-/live.js"
HEAD_END = b"</head>"
# Nobody waits for a network here, but for the compiler.
QUICK = Effort(brotli=1, gzip=1, zstd=1)


def live_site(draft: Draft, script: bytes, worker: bytes, before: Site | None) -> Site:
    """The site of a draft. Its pages bring `script`; `worker` keeps nothing, so that pages come
    from here, as there is no release.json. Files that `before` had are taken over as they are."""
    known = before.resources if before else {}
    files = {file.path: known.get(file.path) or of(file.type, file.body) for file in draft.files}
    pages: dict[str, Resource] = {}
    languages: list[SiteLanguage] = []
    for sheet in draft.sheets:
        found = dict(pages_of(sheet, draft))
        code = sheet.language.code
        missing = found.pop(f"/{code}/404.html")
        languages.append(SiteLanguage(sheet.language.tag, code, missing, sheet.listing))
        pages |= found
        type_ = "application/manifest+json"
        files[f"/{code}/manifest.webmanifest"] = Resource(type_, REVALIDATE, sheet.manifest)
    source = draft.guide.source_language.code
    languages.sort(key=lambda language: language.code != source)
    return Site(
        release=draft.state,
        languages=tuple(languages),
        resources={
            **pages,
            **files,
            "/sw.js": of(TYPES["js"], worker),
            SCRIPT: of(TYPES["js"], script),
        },
        pages=frozenset(pages),
        files=frozenset(),
        dictionaries={},
        ahead=(),
        news={},
    )


def pages_of(sheet: Sheet, draft: Draft) -> Iterator[tuple[str, Resource]]:
    """The pages of a language by address, each made when it is asked for."""
    headers = {
        **page_headers(draft.carried.style, draft.carried.first),
        "content-language": sheet.language.tag,
    }
    tag = f'<script type="module" src="{SCRIPT}?release={draft.state}"></script>\n'.encode()

    def make(address: str) -> bytes:
        return sheet.page(address).replace(HEAD_END, tag + HEAD_END, 1)

    for address in sheet.addresses:
        control = REVALIDATE if address.endswith("/") else NEVER_KEPT
        yield (
            address,
            Resource(HTML, control, partial(make, address), effort=QUICK, headers=headers),
        )


def of(content_type: str, body: bytes) -> Resource:
    return Resource(content_type, REVALIDATE, lambda: body, effort=QUICK)
