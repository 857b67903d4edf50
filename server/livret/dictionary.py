"""Compression dictionaries (RFC 9842): of a file that follows one the client has, only the news.

A browser that has kept a pack tells its hash when it asks for the next one of the same language.
If that pack is still published, the next one is compressed with it as dictionary.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Mapping

import zstandard

# Files of which the next one is much like the last one; pictures are not.
ALIKE = re.compile(
    r"(?P<family>/(?:packs|assets)/[\w-]+)\.[0-9a-f]+\.(?P<type>ndjson|js)", re.ASCII
)
# Section 5: a zstd skippable frame of 32 bytes, which are the dictionary's SHA-256.
MAGIC = b"\x5e\x2a\x4d\x18\x20\x00\x00\x00"
# Section 9.2: what a client's window holds at least, and how it grows with the dictionary.
WINDOW_BYTES = 8 << 20
# Level 12 takes 40 ms for a pack of 1.3 MB and one changed sentence, and gives 191 bytes; level 19
# takes ten times as long and gives 188.
LEVEL = 12

Dictionaries = Mapping[bytes, bytes]


def pattern(path: str) -> str | None:
    """The addresses that a file may be the dictionary for, as a URL pattern; None for no others."""
    match = ALIKE.fullmatch(path)
    return f"{match['family']}.*.{match['type']}" if match else None


def dictionaries(files: Iterable[tuple[str, bytes]]) -> dict[str, dict[bytes, bytes]]:
    """The files that may be dictionaries, by their pattern and SHA-256."""
    found: dict[str, dict[bytes, bytes]] = {}
    for path, data in files:
        if (like := pattern(path)) is not None:
            found.setdefault(like, {})[hashlib.sha256(data).digest()] = data
    return found


def named_by(header: str | None) -> bytes | None:
    """The SHA-256 in an Available-Dictionary field: a byte sequence (RFC 9651 section 3.3.5)."""
    match = re.fullmatch(r" *:([A-Za-z0-9+/]{43}=):.*", header or "")
    try:
        return base64.b64decode(match[1], validate=True) if match else None
    except binascii.Error:
        return None


def compress(body: bytes, dictionary: bytes) -> bytes:
    """A body in the content coding "dcz"."""
    window = max(WINDOW_BYTES, min(len(dictionary) * 5 // 4, 128 << 20))
    compressor = zstandard.ZstdCompressor(
        dict_data=zstandard.ZstdCompressionDict(
            dictionary, dict_type=zstandard.DICT_TYPE_RAWCONTENT
        ),
        compression_params=zstandard.ZstdCompressionParameters.from_level(
            LEVEL,
            window_log=window.bit_length() - 1,
            source_size=len(body),
            dict_size=len(dictionary),
        ),
    )
    return MAGIC + hashlib.sha256(dictionary).digest() + compressor.compress(body)
