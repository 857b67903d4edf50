"""What stays of earlier releases in a published folder: files that carry a hash, and patches.

Published files that carry a hash stay for a time after their release was replaced, so that an open
tab, a slow phone or a rollback still finds what it names. A file's modification time is the last
time that it was part of a published release. The list of each release stays beside its packs, so
that patches can be made from the last ones to the new one; patches between others are not kept.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import brotli

from livret.canonical import hashed_name
from livret.coded import ENDINGS
from livret.in_threads import in_threads
from livret.patch import PATH, patch, patch_path
from livret.release import Release

# Phones ask every few hours: few are more than this many releases behind.
PATCHED = 3
HASHED_FOLDERS = ("assets", "packs")
# What can be wrong with a file of an earlier release.
UNREADABLE = (AttributeError, LookupError, OSError, TypeError, ValueError)
DAY = 24 * 60 * 60


def carry_over(
    published: Path, beside: Path, own: Container[str], moment: float, keep_days: int
) -> None:
    """Leave `beside` with its `own` hashed files and those of earlier releases that are published
    and still young enough.

    Those of the release that is replaced now were part of it until now, however old it is.
    """
    until_now = _named(published / "release.json")
    for name in HASHED_FOLDERS:
        (beside / name).mkdir(exist_ok=True)
        stay: dict[str, float] = {}
        for file in sorted((published / name).glob("*")):
            path = f"/{name}/{file.name}"
            last = moment if path in until_now else file.stat().st_mtime
            # Patches lead elsewhere now, and compressed ones are rarely asked for.
            left = PATH.fullmatch(path) or file.suffix in ENDINGS.values()
            if f"{name}/{file.name}" not in own and last > moment - keep_days * DAY and not left:
                stay[file.name] = last
        for file in (beside / name).iterdir():
            if f"{name}/{file.name}" not in own and file.name not in stay:
                file.unlink()
        for file_name, last in stay.items():
            _same_there(published / name / file_name, beside / name / file_name, last)


def is_hashed(path: str) -> bool:
    """Whether a path below a published folder is one whose file is named by its content."""
    return path.partition("/")[0] in HASHED_FOLDERS


def _same_there(file: Path, target: Path, last: float) -> None:
    """The file at `target`, too, with a time of change: linked where that is possible."""
    if target.exists() and not target.samefile(file):
        target.unlink()
    if not target.exists():
        try:
            os.link(file, target)
        except OSError:
            shutil.copy(file, target)
    if target.stat().st_mtime != last:
        os.utime(target, (last, last))


def _named(listing: Path) -> frozenset[str]:
    """The paths that a release.json names, and its own; none where it cannot be read."""
    try:
        text = listing.read_bytes()
        own = f"/packs/{hashed_name('release.json', text)}"
        return frozenset([own, *(file["path"] for file in json.loads(text)["files"])])
    except UNREADABLE:
        return frozenset()


def patches(
    release: Release, published: Path, moment: float, keep_days: int
) -> Iterator[tuple[str, bytes]]:
    """The patches to a release from the last ones whose files `carry_over` leaves beside it.

    There is none from a release that is too different: it would not be smaller than the smallest
    pack, which may be all that a phone needs.
    """
    until_now = _named(published / "release.json")

    def last(listing: Path) -> float:
        return moment if f"/packs/{listing.name}" in until_now else listing.stat().st_mtime

    new = {code: file.body for code, file in release.packs.items()}
    languages = json.loads(release.listing)["languages"]
    most = min((language["transfer"] for language in languages), default=0)
    listings = (published / "packs").glob("release.*.json")
    young = (file for file in listings if last(file) > moment - keep_days * DAY)
    made = 0
    for listing in sorted(young, key=lambda file: (-last(file), file)):
        try:
            earlier = json.loads(listing.read_bytes())
            if made == PATCHED or earlier["id"] == release.id:
                continue
            made += 1
            paths = {each["code"]: f"{published}{each['pack']}" for each in earlier["languages"]}
            old = dict(zip(paths, in_threads(_read, paths.values()), strict=True))
            found = patch(old, new)
        except UNREADABLE:
            continue  # damaged, or no longer whole: its phones take whole packs
        changed = any(old.get(code, body) != body for code, body in new.items())
        if changed and len(brotli.compress(found, quality=5)) < most:
            yield patch_path(earlier["id"], release.id).removeprefix("/"), found


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def packs_of(*folders: Path) -> dict[str, bytes]:
    """The packs of the release in the first of some folders, by the codes of its languages.

    Each is looked for in all of the folders. Those that are not whole are left out.
    """

    def one(language: Mapping[str, str]) -> bytes | None:
        name = language["pack"].removeprefix("/")
        for folder in folders:
            with suppress(OSError):
                pack = _read(f"{folder}/{name}")
                if hashed_name(f"{language['code']}.ndjson", pack) == name.rpartition("/")[2]:
                    return pack
        return None

    with suppress(*UNREADABLE):
        languages = json.loads((folders[0] / "release.json").read_bytes())["languages"]
        found = zip(languages, in_threads(one, languages), strict=True)
        return {language["code"]: pack for language, pack in found if pack is not None}
    return {}
