"""A release: every file of a guide named by its content, and the list that binds them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import zstandard

from livret.canonical import NAME_DIGITS, canonical_json, name_with, sha256
from livret.in_threads import in_threads
from livret.page import Edition

SCHEMA = 1
# What finds most for its time, looking back over a whole pack: it has the same words all over.
_QUICK = zstandard.ZstdCompressionParameters.from_level(3, window_log=23)
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
    """A file of a release: its address, whose name holds its hash, its bytes, and its SHA-256.

    `kept` is whether a phone has to have it for the guide to be whole without network.
    """

    path: str
    body: bytes
    sha256: str
    kept: bool = True

    @property
    def type(self) -> str:
        return TYPES[self.path.rpartition(".")[2]]


@dataclass(frozen=True, slots=True)
class Release:
    """All that is published together.

    `files` are addressed by content and never change; `listing` is release.json; `worker` is
    sw.js, whose address never changes; `editions` are the languages with their pages, `source` is
    the code of the one that the guide is written in. `unkept` are files that only other programs
    fetch: release.json is silent about them.
    """

    id: str
    listing: bytes
    files: tuple[File, ...]
    worker: bytes
    editions: tuple[Edition, ...]
    packs: Mapping[str, File] = field(default_factory=dict)
    source: str = ""
    unkept: tuple[File, ...] = ()


def asset(name: str, body: bytes, *, kept: bool = True) -> File:
    """A file below /assets/, named by its content."""
    return _file("/assets/", name, body, kept)


def pack_file(code: str, body: bytes) -> File:
    """A pack below /packs/, named by its content."""
    return _file("/packs/", f"{code}.ndjson", body)


def _file(folder: str, name: str, body: bytes, kept: bool = True) -> File:
    digest = sha256(body)
    return File(f"{folder}{name_with(digest, name)}", body, digest, kept)


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
    transfers = in_threads(_transfer, [packs[edition.code].body for edition in editions])
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
                "sha256": file.sha256,
                "size": len(file.body),
                "type": file.type,
                **({} if file.kept else {"kept": False}),
            }
            for file in files
        ],
    }
    identity = sha256(canonical_json(listing).encode())[:NAME_DIGITS]
    text = canonical_json({**listing, "id": identity})
    return Release(
        identity, f"{text}\n".encode(), files, worker, tuple(editions), dict(packs), source
    )


def _transfer(body: bytes) -> int:
    """About how many bytes a pack takes on its way to a phone.

    With brotli's highest level it is served as 0.87 to 1.03 of it, with 500 answers as 0.75.
    In whole thousands, so that most edits leave the number as it is.
    """
    size = len(zstandard.ZstdCompressor(compression_params=_QUICK).compress(body))
    return -(-size * 4 // 5000) * 1000
