"""Bodies in the content codings that browsers take: brotli, gzip, zstd."""

from __future__ import annotations

import gzip
import zlib
from typing import NamedTuple

import brotli
import zstandard

# How the files end that hold a body in a coding beside it, as nginx and Caddy look for them.
ENDINGS = {"br": ".br", "gzip": ".gz", "zstd": ".zst"}
_DAMAGES = (EOFError, OSError, ValueError, brotli.error, zlib.error, zstandard.ZstdError)


class Effort(NamedTuple):
    """Compression levels: brotli 0-11, gzip 0-9, zstd 1-22."""

    brotli: int
    gzip: int
    zstd: int


# A file of a release is compressed once for every phone.
FILE = Effort(brotli=11, gzip=9, zstd=19)


def encoded(body: bytes, coding: str, effort: Effort) -> bytes:
    """The body in one of the codings. The same body has the same bytes on every machine."""
    if coding == "br":
        return bytes(brotli.compress(body, quality=effort.brotli))
    if coding == "gzip":
        return gzip.compress(body, effort.gzip, mtime=0)
    return zstandard.ZstdCompressor(level=effort.zstd).compress(body)


def holds(data: bytes, coding: str, body: bytes) -> bool:
    """Whether `data` is the body in a coding."""
    try:
        if coding == "br":
            return bool(brotli.decompress(data) == body)
        if coding == "gzip":
            return gzip.decompress(data) == body
        # One byte more than is right, so that more can be told from right.
        found = zstandard.ZstdDecompressor().decompress(data, max_output_size=len(body) + 1)
        return found == body
    except _DAMAGES:
        return False
