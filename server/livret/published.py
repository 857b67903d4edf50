"""Reads a published folder (docs/formats.md) and refuses one that does not hold together."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from livret.canonical import NAME_DIGITS, canonical_json, sha256
from livret.patch import PATH
from livret.release import SCHEMA

# See canonical.hashed_name.
HASHED = re.compile(rf".+\.(?P<hash>[0-9a-f]{{{NAME_DIGITS}}})\.[a-z0-9]+")
KEPT_FOR_GOOD = ("packs", "assets")
# What can be wrong with JSON whose shape was only assumed.
MALFORMED = (AttributeError, KeyError, TypeError, ValueError)


class NotServable(Exception):
    """A published folder that must not be served.

    Each of `problems` names a file, what is wrong with it, and what to do.
    """

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class PublishedLanguage:
    """A language as release.json names it; `tag` is BCP 47, `code` the segment in addresses."""

    tag: str
    code: str
    pack: str


@dataclass(frozen=True, slots=True)
class PublishedFile:
    path: str
    sha256: str
    type: str


@dataclass(frozen=True, slots=True)
class Release:
    id: str
    source: str
    companion: str | None
    languages: tuple[PublishedLanguage, ...]
    files: tuple[PublishedFile, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """A checked folder. `files` are the release's by address, `earlier` those of releases before.

    `patches` lead from releases before to this one; whoever uses them checks what they give.
    `release_json` and `worker` are the bytes of release.json and sw.js.
    """

    release: Release
    release_json: bytes
    worker: bytes
    files: Mapping[str, bytes]
    earlier: Mapping[str, bytes]
    patches: Mapping[str, bytes]


def read_published(folder: Path) -> Published:
    """Everything in `folder` that is served, in memory; raises `NotServable`."""
    remedy = f'run "livret build --out {folder}" and try again'
    release, release_json = read_release(folder / "release.json", remedy)
    problems: list[str] = []
    files: dict[str, bytes] = {}
    for file in release.files:
        try:
            files[file.path] = read_file(folder, file)
        except ValueError as error:
            problems.append(f"{error}; {remedy}")
    named = {file.path for file in release.files}
    problems += [
        f'{folder / "release.json"}: {language.pack} is not among its "files"; {remedy}'
        for language in release.languages
        if language.pack not in named
    ]
    worker = folder / "sw.js"
    if not worker.is_file():
        problems.append(f"{worker}: missing, phones could keep nothing; {remedy}")
    if problems:
        raise NotServable(problems)
    earlier = dict(earlier_files(folder, files))
    patches = dict(patch_files(folder, release.id))
    return Published(release, release_json, worker.read_bytes(), files, earlier, patches)


def read_release(path: Path, remedy: str) -> tuple[Release, bytes]:
    """release.json, parsed and as it stands; raises `NotServable`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NotServable([f"{path}: {error.strerror}; {remedy}"]) from error
    try:
        return parse_release(json.loads(data)), data
    except MALFORMED as error:
        raise NotServable([f"{path}: {wrong_shape(error)}; {remedy}"]) from error


def parse_release(value: dict[str, Any]) -> Release:
    """The parts of release.json that serving needs; raises one of `MALFORMED`."""
    if value["schema"] != SCHEMA:
        raise ValueError(f"has schema {value['schema']}, this version of livret reads {SCHEMA}")
    if not value["languages"]:
        raise ValueError("names no language")
    listing = canonical_json({key: part for key, part in value.items() if key != "id"})
    if value["id"] != sha256(listing.encode())[:NAME_DIGITS]:
        raise ValueError("was changed by hand: its id is not the hash of its content")
    return Release(
        id=value["id"],
        source=value["source"],
        companion=value.get("companion"),
        languages=tuple(
            PublishedLanguage(tag=entry["lang"], code=entry["code"], pack=entry["pack"])
            for entry in value["languages"]
        ),
        files=tuple(
            PublishedFile(path=entry["path"], sha256=entry["sha256"], type=entry["type"])
            for entry in value["files"]
        ),
    )


def read_file(folder: Path, file: PublishedFile) -> bytes:
    """A file's bytes; raises `ValueError` if they are not those that release.json names."""
    parts = PurePosixPath(file.path).parts
    if parts[:1] != ("/",) or ".." in parts:
        raise ValueError(f"{folder / 'release.json'}: {file.path!r} is no path inside the folder")
    place = folder.joinpath(*parts[1:])
    try:
        data = place.read_bytes()
    except OSError as error:
        raise ValueError(f"{place}: {error.strerror}, but release.json names it") from error
    if sha256(data) != file.sha256:
        raise ValueError(f"{place}: is not what release.json names, its SHA-256 differs")
    if parts[1] not in KEPT_FOR_GOOD or not promises(place.name, data):
        raise ValueError(f"{place}: may not be kept for good, its name does not hold its hash")
    return data


def earlier_files(folder: Path, current: Container[str]) -> Iterator[tuple[str, bytes]]:
    """The files that are not `current`, if their content is the one that their name promises.

    They are served for a year without being asked for again, so a damaged one is left out: the
    phone that asks for it gets a 404 and takes the current release instead.
    """
    for kept in KEPT_FOR_GOOD:
        for place in sorted((folder / kept).glob("*")):
            path = f"/{kept}/{place.name}"
            if path not in current and place.is_file():
                data = place.read_bytes()
                if promises(place.name, data):
                    yield path, data


def patch_files(folder: Path, release: str) -> Iterator[tuple[str, bytes]]:
    """The patches to a release."""
    for place in sorted((folder / "packs").glob(f"*-{release}.json")):
        if PATH.fullmatch(path := f"/packs/{place.name}"):
            yield path, place.read_bytes()


def promises(name: str, data: bytes) -> bool:
    """Whether a file's name holds the hash of its content."""
    match = HASHED.fullmatch(name)
    return match is not None and sha256(data).startswith(match["hash"])


def wrong_shape(error: Exception) -> str:
    """What a `MALFORMED` error says about a file, in words."""
    if isinstance(error, KeyError):
        return f"has no {error.args[0]!r}"
    if isinstance(error, json.JSONDecodeError):
        return f"is no JSON: {error}"
    return str(error)
