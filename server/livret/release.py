"""A release: every file of a guide named by its content, and the list that binds them together."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import brotli

from livret.canonical import NAME_DIGITS, canonical_json, hashed_name, sha256
from livret.page import Edition

SCHEMA = 1
TYPES = {
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "webp": "image/webp",
    "ndjson": "application/x-ndjson; charset=utf-8",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file of a release: its address, whose name holds its hash, and its bytes."""

    path: str
    body: bytes

    @property
    def type(self) -> str:
        return TYPES[self.path.rpartition(".")[2]]


@dataclass(frozen=True, slots=True)
class Release:
    """All that is published together.

    `files` are addressed by content and never change; `listing` is release.json; `worker` is
    sw.js, whose address never changes; `editions` are the languages with their pages, `source` is
    the code of the one that the guide is written in. `unkept` are files that pages name but no
    phone keeps: release.json is silent about them.
    """

    id: str
    listing: bytes
    files: tuple[File, ...]
    worker: bytes
    editions: tuple[Edition, ...]
    packs: Mapping[str, File] = field(default_factory=dict)
    source: str = ""
    unkept: tuple[File, ...] = ()


def asset(name: str, body: bytes) -> File:
    """A file below /assets/, named by its content."""
    return File(f"/assets/{hashed_name(name, body)}", body)


def pack_file(code: str, body: bytes) -> File:
    """A pack below /packs/, named by its content."""
    return File(f"/packs/{hashed_name(f'{code}.ndjson', body)}", body)


def bind(
    name: str,
    source: str,
    companion: str | None,
    editions: Sequence[Edition],
    packs: Mapping[str, File],
    assets: Sequence[File],
    worker: bytes,
) -> Release:
    """The release of these files. Its id is the hash of the list that names them all."""
    files = tuple(sorted((*packs.values(), *assets), key=lambda file: file.path))
    # Both let go of Python's lock, so packs are hashed and compressed side by side.
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as threads:
        hashes = threads.map(lambda file: sha256(file.body), files)
        transfers = threads.map(_transfer, (packs[edition.code].body for edition in editions))
    listing: dict[str, object] = {
        "schema": SCHEMA,
        "name": name,
        "source": source,
        "companion": companion,
        "languages": [
            {
                "code": edition.code,
                "lang": edition.tag,
                "dir": edition.direction,
                "name": edition.name,
                "pack": packs[edition.code].path,
                "size": len(packs[edition.code].body),
                "transfer": transfer,
            }
            for edition, transfer in zip(editions, transfers, strict=True)
        ],
        "files": [
            {
                "path": file.path,
                "sha256": hashed,
                "size": len(file.body),
                "type": file.type,
            }
            for file, hashed in zip(files, hashes, strict=True)
        ],
    }
    identity = sha256(canonical_json(listing).encode())[:NAME_DIGITS]
    text = canonical_json({**listing, "id": identity})
    return Release(
        identity, f"{text}\n".encode(), files, worker, tuple(editions), dict(packs), source
    )


def _transfer(body: bytes) -> int:
    """About how many bytes a file takes on its way to a phone: a little more than when served.

    In whole thousands, so that most edits leave the number as it is.
    """
    return -(-len(brotli.compress(body, quality=4)) // 1000) * 1000
