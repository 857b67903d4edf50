"""A release in memory: every address with its answer."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from livret import security
from livret.canonical import canonical_json
from livret.coded import ENDINGS, FILE, holds
from livret.compose import compose
from livret.dictionary import (
    BESIDE_FIRST,
    FIRST,
    Dictionaries,
    dictionaries,
    named_by,
    pattern,
)
from livret.listed import Listing, listing_of
from livret.news import news
from livret.policy import IMMUTABLE, NEVER_KEPT, REVALIDATE
from livret.published import (
    MALFORMED,
    NotServable,
    Published,
    PublishedLanguage,
    read_published,
    wrong_shape,
)
from livret.release import SCHEMA, TYPES
from livret.resource import MEANWHILE, Representation, Resource, ordered

HTML = "text/html; charset=utf-8"
LISTING = "/release.json"


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """The site in one language: BCP 47 tag, segment in addresses, page for unknown addresses, and
    what gives what is told of its pages elsewhere."""

    tag: str
    code: str
    not_found: Resource
    listing: Callable[[], Listing]


@dataclass(frozen=True, slots=True)
class Site:
    """One release as it is served; nothing in it changes once it is loaded.

    `languages` has the source language first. `resources` holds every address that is answered
    with 200, `pages` are those of them that people read, `files` those that phones come for: the
    release's own and the patches to it. `dictionaries` are its files and earlier ones, by the
    addresses they are like and by SHA-256. `ahead` are addresses of files, each with a dictionary
    that many phones will have when they ask for it. `news` are what leads here from a release, by
    its id.
    """

    release: str
    languages: tuple[SiteLanguage, ...]
    resources: Mapping[str, Resource]
    pages: frozenset[str]
    files: frozenset[str]
    dictionaries: Mapping[str, Dictionaries]
    ahead: tuple[tuple[str, bytes], ...]
    news: Mapping[bytes, Resource]

    def at(self, path: str, query: bytes) -> Resource | None:
        """What an address answers with; a query counts where it is a release with news."""
        if query and path == LISTING and (found := self.news.get(query)) is not None:
            return found
        return self.resources.get(path)

    def dictionary(self, resource: Resource, header: str | None) -> bytes | None:
        """What an Available-Dictionary field names, if it can serve for this resource."""
        named = named_by(header)
        if named is None or resource.like is None:
            return None
        return self.dictionaries[resource.like].get(named)

    def prepare(self, stop: threading.Event) -> None:
        """Compress the files of the release ahead of the requests, until `stop` is set.

        Those of earlier releases are rarely asked for: each is compressed when it is.
        """
        for path in sorted(self.files):
            if not stop.is_set():
                self.resources[path].representations()
        for each in self.news.values():
            if not stop.is_set():
                each.representations()
        for path, dictionary in self.ahead:
            if not stop.is_set():
                self.resources[path].difference(dictionary)


def load(folder: Path, before: Site | None = None) -> Site:
    """The site of a published folder; raises `NotServable` with everything that is wrong with it.

    What `before`, the site served until now, has compressed already is taken over.
    """
    published = read_published(folder)
    release = published.release
    languages, pages = read_packs(folder, published)
    languages.sort(key=lambda language: language.code != release.source)
    types = {file.path: file.type for file in release.files}
    codes = sorted(
        release.languages, key=lambda each: each.code != (release.companion or release.source)
    )
    packs = {each.pack: published.files[each.pack] for each in codes}
    known = before.resources if before else {}
    hashed = {**published.earlier, **published.files}
    files = {
        path: known.get(path)
        or hashed_file(path, data, types.get(path) or type_of(path), compressed(folder, path, data))
        for path, data in {**published.patches, **hashed}.items()
    } | {
        "/sw.js": file(published.worker, TYPES["js"], REVALIDATE),
        LISTING: file(published.release_json, TYPES["json"], REVALIDATE),
    }
    return Site(
        release=release.id,
        languages=tuple(languages),
        resources={**pages, **files, **told_beside(folder)},
        pages=frozenset(address for address in pages if address.endswith("/")),
        files=frozenset([*published.files, *published.patches, "/sw.js", LISTING]),
        dictionaries=dictionaries(hashed.items(), packs.values()),
        ahead=(*between(packs), *beside_first(published.files)),
        news={
            asked.encode(): file(body, TYPES["json"], NEVER_KEPT)
            for asked, body in news(published).items()
        },
    )


def between(packs: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Packs for who has the first of them, which phones have before the others, and that one for
    who has another; each address with the dictionary."""
    (first, had), *others = packs.items()
    for path, pack in others:
        yield path, had
        yield first, pack


def beside_first(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The same of the scripts that share parts with the page's own."""
    for script in (data for path, data in files.items() if FIRST.fullmatch(path)):
        yield from ((path, script) for path in files if pattern(path) in BESIDE_FIRST)


def told_beside(folder: Path) -> dict[str, Resource]:
    """What is published and is no part of a release: security.txt, where there is one."""
    path = folder / security.PATH
    if not path.is_file():
        return {}
    return {f"/{security.PATH}": file(path.read_bytes(), security.TYPE, REVALIDATE)}


def read_packs(
    folder: Path, published: Published
) -> tuple[list[SiteLanguage], dict[str, Resource]]:
    """The languages, and their pages and manifests by address; raises `NotServable`."""
    languages: list[SiteLanguage] = []
    resources: dict[str, Resource] = {}
    problems: list[str] = []
    for language in published.release.languages:
        try:
            found, pages = read_pack(language, published.files[language.pack])
        except MALFORMED as error:
            problems.append(
                f"{folder}{language.pack}: {wrong_shape(error)}; "
                f'run "livret build --out {folder}" with this version of livret'
            )
        else:
            languages.append(found)
            resources |= pages
    if problems:
        raise NotServable(problems)
    return languages, resources


def read_pack(language: PublishedLanguage, pack: bytes) -> tuple[SiteLanguage, dict[str, Resource]]:
    """A language's pages and web app manifest, by address; raises one of `MALFORMED`."""
    first, *lines = pack.removesuffix(b"\n").split(b"\n")
    header = json.loads(first)
    if (header["schema"], header["code"]) != (SCHEMA, language.code):
        raise ValueError(f"is no pack of schema {SCHEMA} in the language {language.code!r}")
    shell, headers = header["shell"], {**header["headers"], "content-language": language.tag}
    pages: dict[str, dict[str, Any]] = {page["address"]: page for page in map(json.loads, lines)}
    not_found = pages.pop(f"/{language.code}/404.html")
    compose(shell, not_found)  # a slot that nothing fills is told now, not to readers
    found: dict[str, Resource] = {}
    for address, page in pages.items():
        if not (address.startswith(f"/{language.code}/") and address.endswith("/")):
            raise ValueError(f"has a page at {address!r}, which is not below /{language.code}/")
        found[address] = Resource(HTML, REVALIDATE, partial(compose, shell, page), headers=headers)
    manifest = canonical_json(header["manifest"])
    found[f"/{language.code}/manifest.webmanifest"] = Resource(
        "application/manifest+json", REVALIDATE, lambda: f"{manifest}\n".encode()
    )
    missing = Resource(HTML, NEVER_KEPT, partial(compose, shell, not_found), headers=headers)
    listing = listing_of(language.code, language.tag, header["manifest"], pages.values())
    return SiteLanguage(language.tag, language.code, missing, lambda: listing), found


def file(data: bytes, content_type: str, cache_control: str) -> Resource:
    return Resource(content_type, cache_control, lambda: data, effort=FILE, meanwhile=MEANWHILE)


def hashed_file(
    path: str, data: bytes, content_type: str, made: tuple[Representation, ...] | None
) -> Resource:
    return Resource(
        content_type,
        IMMUTABLE,
        lambda: data,
        effort=FILE,
        like=pattern(path),
        made=made,
        meanwhile=MEANWHILE,
    )


def compressed(folder: Path, path: str, data: bytes) -> tuple[Representation, ...] | None:
    """What a build has compressed ahead; None unless all of it is there and holds the file."""
    found: dict[str, bytes] = {}
    for coding, ending in ENDINGS.items():
        try:
            found[coding] = Path(f"{folder}{path}{ending}").read_bytes()
        except OSError:
            return None
        if not holds(found[coding], coding, data):
            return None
    return ordered(data, found)


def type_of(path: str) -> str:
    """The type of a file of an earlier release, which no release.json describes any more."""
    return TYPES.get(path.rpartition(".")[2], "application/octet-stream")
