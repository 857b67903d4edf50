"""Compression dictionaries (RFC 9842): of a file that follows one the client has, only the news.

A browser that has kept a pack tells its hash when it asks for the next one of the same language, or
for the same pages in another language: most of a page is not its text. If that pack is still
published, what it asks for is compressed with it as dictionary.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Collection, Iterable, Mapping

import zstandard

# Files of which the next one is much like the last one; pictures are not.
ALIKE = re.compile(
    r"(?P<family>/(?:packs|assets)/[\w-]+)\.[0-9a-f]+\.(?P<type>ndjson|js)", re.ASCII
)
# The page's own script, which a phone has before the others, and those that share parts with it.
FIRST = re.compile(r"/assets/app\.[0-9a-f]+\.js", re.ASCII)
BESIDE_FIRST = ("/assets/steps.*.js", "/assets/tools.*.js")
# Section 5: a zstd skippable frame of 32 bytes, which are the dictionary's SHA-256.
MAGIC = b"\x5e\x2a\x4d\x18\x20\x00\x00\x00"
# Section 9.2: what a client's window holds at least, and how it grows with the dictionary.
WINDOW_BYTES = 8 << 20
# For a pack of 0.8 MB in another language level 12 takes 60 ms and gives 66 kB, level 19 530 ms
# and 60 kB; for the next pack of a language 191 and 188 bytes. The better one is made once for each
# pair, ahead of the requests, and beyond this size of both it would take seconds.
LEVEL, QUICK_LEVEL = 19, 12
LARGE_BYTES = 4 << 20

Dictionaries = Mapping[bytes, bytes]


def pattern(path: str) -> str | None:
    """The addresses that a file may be the dictionary for, as a URL pattern; None for no others.

    For a script, the next ones of its name, and for the page's own the other scripts, too. A phone
    asks for a pack with the code of the language that it has one of as query: browsers take the
    dictionary whose pattern fits, and a pack's fits all packs that are asked for so.
    """
    match = ALIKE.fullmatch(path)
    if match is None:
        return None
    if FIRST.fullmatch(path):
        return "/assets/*.js"
    if match["type"] == "ndjson":
        return f"/packs/*.ndjson?{match['family'].removeprefix('/packs/')}"
    return f"{match['family']}.*.{match['type']}"


def dictionaries(
    files: Iterable[tuple[str, bytes]], packs: Collection[bytes] = ()
) -> dict[str, dict[bytes, bytes]]:
    """The files that may be dictionaries, by SHA-256, for each pattern of what they are for.

    `packs` are those of one release: each may serve for all others.
    """
    found: dict[str, dict[bytes, bytes]] = {}
    for path, data in files:
        if (like := pattern(path)) is not None:
            found.setdefault(like, {})[hashlib.sha256(data).digest()] = data
    shared = {hashlib.sha256(data).digest(): data for data in packs}
    for like in found:
        if like.startswith("/packs/"):
            found[like] |= shared
        elif like in BESIDE_FIRST:
            found[like] |= found.get("/assets/*.js", {})
    return found


def named_by(header: str | None) -> bytes | None:
    """The SHA-256 in an Available-Dictionary field: a byte sequence (RFC 9651 section 3.3.5)."""
    match = re.fullmatch(r" *:([A-Za-z0-9+/]{43}=):.*", header or "")
    try:
        return base64.b64decode(match[1], validate=True) if match else None
    except binascii.Error:
        return None


def compress(body: bytes, dictionary: bytes, *, quick: bool = False) -> bytes:
    """A body in the content coding "dcz"; `quick` for somebody who waits for it."""
    quick = quick or len(body) + len(dictionary) > LARGE_BYTES
    window = max(WINDOW_BYTES, min(len(dictionary) * 5 // 4, 128 << 20))
    compressor = zstandard.ZstdCompressor(
        dict_data=zstandard.ZstdCompressionDict(
            dictionary, dict_type=zstandard.DICT_TYPE_RAWCONTENT
        ),
        compression_params=zstandard.ZstdCompressionParameters.from_level(
            QUICK_LEVEL if quick else LEVEL,
            window_log=window.bit_length() - 1,
            source_size=len(body),
            dict_size=len(dictionary),
        ),
    )
    return MAGIC + hashlib.sha256(dictionary).digest() + compressor.compress(body)
