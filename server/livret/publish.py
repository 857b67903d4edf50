"""Writes a release to a folder that any static host can serve, beside the old one, then swaps them.

Published files that carry a hash stay for a time after their release was replaced, so that an open
tab, a slow phone or a rollback still finds what it names. A file's modification time is the last
time that it was part of a published release. The list of each release stays beside its packs, so
that patches can be made from the last ones to the new one; patches between others are not kept.

It is written as `.site.<release>.new` beside `site`, and one build does so at a time: it holds a
lock on the folder above. The lock ends with its process, however that ends, so what a build finds
there is left over from a killed one.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import brotli

from livret import security as security_file
from livret.canonical import canonical_json, hashed_name
from livret.coded import ENDINGS, FILE, encoded, holds
from livret.compose import compose
from livret.hosting import Hosted, host_files
from livret.listed import listing_of
from livret.outside import documents
from livret.page import Edition
from livret.patch import PATH, patch, patch_path
from livret.release import File, Release
from livret.rounds import in_two_rounds

if sys.platform != "win32":
    import fcntl

KEEP_DAYS = 90
# Phones ask every few hours: few are more than this many releases behind.
PATCHED = 3
HASHED_FOLDERS = ("assets", "packs")
# What can be wrong with a file of an earlier release.
UNREADABLE = (AttributeError, LookupError, OSError, TypeError, ValueError)
_DAY = 24 * 60 * 60
_NEW, _OLD = ".new", ".old"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


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
    manifest = canonical_json(edition.manifest)
    yield f"{edition.code}/manifest.webmanifest", f"{manifest}\n".encode()
    for page in edition.pages:
        path = page.address.removeprefix("/")
        path = f"{path}index.html" if path.endswith("/") else path
        yield path, compose(edition.shell, page.values())


def publish(
    release: Release,
    folder: Path,
    address: str = "",
    keep_days: int = KEEP_DAYS,
    now: float | None = None,
    security: str = "",
    processes: int = 1,
    compress: bool = False,
) -> None:
    """Write the release to `folder`, keeping older hashed files, and swap it in whole.

    Whatever stops this (no space, a kill) leaves what was published as it was. `now` is in seconds
    since the epoch. `security` is where to tell of a security problem. So many `processes` write
    the pages. With `compress`, the files of the release lie there in all content codings, too.
    Raises `OSError`.
    """
    moment = time.time() if now is None else now
    folder = folder.absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        _clear_leftovers(folder)
        beside = folder.with_name(f".{folder.name}.{release.id}{_NEW}")
        try:
            _write(common_files(release, address), beside, moment)
            _write(security_files(release, address, security, moment), beside, moment)

            def write_pages(edition: Edition) -> tuple[None, None]:
                _write(edition_files(edition), beside, moment)
                return None, None

            in_two_rounds(release.editions, write_pages, lambda _: None, lambda *_: None, processes)
            if folder.exists():
                _carry_over(folder, beside, moment, keep_days)
                _write(patches(release, beside), beside, moment)
            if compress:
                _write(compressed(release.files, folder), beside, moment)
            _reach_the_disk()
            _swap(beside, folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Waits until no other build publishes beside `folder`."""
    if sys.platform == "win32":
        yield
        return
    above = os.open(folder.parent, os.O_RDONLY)
    try:
        fcntl.flock(above, fcntl.LOCK_EX)
        yield
    finally:
        os.close(above)


def _clear_leftovers(folder: Path) -> None:
    """Delete what killed builds left; a release that was just being swapped out comes back."""
    leftovers = [
        place
        for place in sorted(folder.parent.iterdir())
        if place.name.startswith(f".{folder.name}.") and place.suffix in (_NEW, _OLD)
    ]
    for place in leftovers:
        if place.suffix == _OLD and not folder.exists():
            place.rename(folder)
        else:
            shutil.rmtree(place, ignore_errors=True)


def _reach_the_disk() -> None:
    """After a power cut the folder must not name files whose bytes never left the memory."""
    if sys.platform != "win32":
        os.sync()


def _write(files: Iterable[tuple[str, bytes]], folder: Path, moment: float) -> None:
    """Write files as they are made: all pages of a large guide at once would fill the memory."""
    made: set[str] = set()
    for path, body in files:
        target = os.path.join(folder, path)
        parent = os.path.dirname(target)
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        with open(target, "wb") as file:
            file.write(body)
        if path.startswith(HASHED_FOLDERS):
            os.utime(target, (moment, moment))


def _carry_over(published: Path, beside: Path, moment: float, keep_days: int) -> None:
    """Copy the hashed files of earlier releases that are still young enough.

    Those of the release that is replaced now were part of it until now, however old it is.
    """
    until_now = _named(published / "release.json")
    for name in HASHED_FOLDERS:
        for file in sorted((published / name).glob("*")):
            path = f"/{name}/{file.name}"
            target = beside / name / file.name
            last = moment if path in until_now else file.stat().st_mtime
            # Patches lead elsewhere now, and compressed ones are rarely asked for.
            left = PATH.fullmatch(path) or file.suffix in ENDINGS.values()
            stays = last > moment - keep_days * _DAY and not left
            if stays and not target.exists():
                target.parent.mkdir(exist_ok=True)
                shutil.copy(file, target)
                os.utime(target, (last, last))


def compressed(files: Sequence[File], published: Path) -> Iterator[tuple[str, bytes]]:
    """Files in all content codings; what `published` holds of one already is taken from there."""

    def one(file: File, coding: str) -> tuple[str, bytes]:
        path = f"{file.path}{ENDINGS[coding]}".removeprefix("/")
        with suppress(OSError):
            data = (published / path).read_bytes()
            if holds(data, coding, file.body):
                return path, data
        return path, encoded(file.body, coding, FILE)

    # All of them let go of Python's lock.
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as threads:
        both = [(file, coding) for file in files for coding in ENDINGS]
        yield from threads.map(lambda each: one(*each), both)


def _named(listing: Path) -> frozenset[str]:
    """The paths that a release.json names, and its own; none where it cannot be read."""
    try:
        text = listing.read_bytes()
        own = f"/packs/{hashed_name('release.json', text)}"
        return frozenset([own, *(file["path"] for file in json.loads(text)["files"])])
    except UNREADABLE:
        return frozenset()


def patches(release: Release, folder: Path) -> Iterator[tuple[str, bytes]]:
    """The patches to a release from the last ones whose files are in `folder`.

    There is none from a release that is too different: it would not be smaller than the smallest
    pack, which may be all that a phone needs.
    """
    new = {code: file.body for code, file in release.packs.items()}
    most = len(brotli.compress(min(new.values(), key=len, default=b""), quality=1))
    newest = sorted(
        (folder / "packs").glob("release.*.json"), key=lambda file: (-file.stat().st_mtime, file)
    )
    made = 0
    for listing in newest:
        try:
            earlier = json.loads(listing.read_bytes())
            if made == PATCHED or earlier["id"] == release.id:
                continue
            made += 1
            old = {
                language["code"]: (folder / language["pack"].removeprefix("/")).read_bytes()
                for language in earlier["languages"]
            }
            found = patch(old, new)
        except UNREADABLE:
            continue  # damaged, or no longer whole: its phones take whole packs
        changed = any(old.get(code, body) != body for code, body in new.items())
        if changed and len(brotli.compress(found, quality=5)) < most:
            yield patch_path(earlier["id"], release.id).removeprefix("/"), found


def _swap(beside: Path, folder: Path) -> None:
    """Put `beside` where `folder` is, in one step where the system can exchange two names.

    Where it cannot (renameat2 is Linux'), two renames leave an instant without the folder; the
    service reads a release once, at its start or when told, and does not notice.
    """
    if not folder.exists():
        beside.rename(folder)
    elif not _exchange(beside, folder):
        old = beside.with_suffix(_OLD)
        folder.rename(old)
        beside.rename(folder)
        old.rename(beside)


def _exchange(first: Path, second: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    result = renameat2(
        _AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE
    )
    return bool(result == 0)
