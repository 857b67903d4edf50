"""Pictures with a language's own words, which chats show beside a link: names, size, what they say.

A guide brings them with it (docs/own-guide.md): a build has no fonts for every script, and two
machines would not draw the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from livret.model import Place
from livret.problem import Report

FOLDER = Path("content") / "previews"
# What networks ask for, so that a picture is neither cut nor made larger.
SIZE = (1200, 630)
MOST_BYTES = 40_000
# Of the text in the picture's file that names the words which it shows (PNG, 11.3.4.3).
KEYWORD = "Livret"
_NAME = re.compile(r"([a-z]{2,3}(?:-[a-z0-9]+)*)\.png")
_REMEDY = "draw it again as docs/own-guide.md tells, or take it away"
_BEGINNING = b"\x89PNG\r\n\x1a\n"


def digest_of(*shown: str) -> str:
    """What tells pictures apart that show other words, colours or signs."""
    return hashlib.sha256("\n".join(shown).encode()).hexdigest()[:16]


def read_drawn(guide: Path, report: Report) -> dict[str, bytes]:
    """The pictures in a guide's folder by language code; what is wrong with one is reported."""
    found = {}
    for path in sorted((guide / FOLDER).glob("*")):
        data = path.read_bytes()
        match = _NAME.fullmatch(path.name)
        problem = _problem(data) if match else "a preview is named like en.png"
        if problem or not match:
            report.add(Place((FOLDER / path.name).as_posix(), 1), problem, _REMEDY)
        else:
            found[match[1]] = data
    return found


def _problem(data: bytes) -> str:
    if not data.startswith(_BEGINNING) or data[12:16] != b"IHDR":
        return "is no PNG picture"
    size = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if size != SIZE:
        return f"has {size[0]} × {size[1]} pixels, not {SIZE[0]} × {SIZE[1]}"
    if len(data) > MOST_BYTES:
        return f"has {len(data)} bytes, more than {MOST_BYTES}"
    return ""


def shown_in(data: bytes) -> str:
    """The digest of what a picture shows; empty where its file does not say."""
    for kind, body in _chunks(data):
        name, _, text = body.partition(b"\0")
        if kind == b"tEXt" and name == KEYWORD.encode():
            return text.decode("latin-1")
    return ""


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of each chunk of a PNG."""
    at = len(_BEGINNING)
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += length + 12
