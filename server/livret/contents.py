"""Every file of a published folder: its path below it, and its bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from livret import security as security_file
from livret.canonical import canonical_json, hashed_name
from livret.compose import compose
from livret.hosting import Hosted, host_files
from livret.listed import listing_of
from livret.page import Edition, Page
from livret.release import Release


def site_files(release: Release, address: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the published folder: path below it, and bytes."""
    yield from common_files(release, address)
    for edition in release.editions:
        yield from edition_files(edition)


def common_files(release: Release, address: str) -> Iterator[tuple[str, bytes]]:
    """The files that are no language's own."""
    yield "release.json", release.listing
    yield f"packs/{hashed_name('release.json', release.listing)}", release.listing
    yield "sw.js", release.worker
    for file in (*release.files, *release.unkept):
        yield file.path.removeprefix("/"), file.body
    for edition in release.editions:
        # Hosts look there for addresses that begin with no language.
        if edition.code == release.source:
            yield from not_found_files(edition)
    yield from host_files(hosted_by(release))
    if address:
        # It brings what reads XML.
        from livret.outside import documents

        listings = [
            listing_of(each.code, each.tag, each.manifest, (page.values() for page in each.pages))
            for each in release.editions
        ]
        for path, make in documents(address, release.source, listings).items():
            yield path.removeprefix("/"), make()


def security_files(
    release: Release, address: str, contact: str, moment: float
) -> Iterator[tuple[str, bytes]]:
    """security.txt, where somebody wants to be told; it is of the day on which it is written."""
    if contact:
        tags = [edition.tag for edition in release.editions if edition.code == release.source]
        yield security_file.PATH, security_file.security_txt(contact, address, moment, tags)


def hosted_by(release: Release) -> Hosted:
    """What hosts are told of the release: the pages of all languages have the same fields."""
    languages = [(edition.code, edition.tag) for edition in release.editions]
    languages.sort(key=lambda language: language[0] != release.source)
    header = release.packs[languages[0][0]].body.partition(b"\n")[0]
    return Hosted(tuple(languages), json.loads(header)["headers"])


def not_found_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The page for what is not there, at the place where hosts look first."""
    for page in edition.pages:
        if page.address == f"/{edition.code}/404.html":
            yield "404.html", compose(edition.shell, page.values())


def edition_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The pages of one language, composed, and its manifest."""
    return some_files(edition, edition.pages)


def some_files(edition: Edition, pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    """Some pages of a language, composed, and its manifest."""
    manifest = canonical_json(edition.manifest)
    yield f"{edition.code}/manifest.webmanifest", f"{manifest}\n".encode()
    for page in pages:
        yield page_path(page), compose(edition.shell, page.values())


def changed_pages(edition: Edition, pack: bytes, before: bytes) -> Sequence[Page]:
    """The pages of a language that may be others than they were with the pack that it had before.

    A page is made of its line and of the shell in the first line. A page that has moved within
    the pack is among them, too.
    """
    now, then = pack.split(b"\n"), before.split(b"\n")
    if now[0] != then[0]:
        return edition.pages
    if len(now) == len(then):
        pairs = zip(edition.pages, now[1:], then[1:], strict=False)
        return [page for page, line, old in pairs if line != old]
    known = frozenset(then)
    return [page for page, line in zip(edition.pages, now[1:], strict=False) if line not in known]


def edition_paths(edition: Edition) -> Iterator[str]:
    """The paths of all that `edition_files` gives."""
    yield f"{edition.code}/manifest.webmanifest"
    yield from map(page_path, edition.pages)


def page_path(page: Page) -> str:
    """Where a page lies below the published folder."""
    path = page.address.removeprefix("/")
    return f"{path}index.html" if path.endswith("/") else path
