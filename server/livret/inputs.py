"""Everything that a build depends on, as digests: a guide's files, its address, and the program."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from livret.product import product_folder

PROGRAM = "program"
_CLIENT = ("dist", "icons", "templates")
# Those whose output, or whose reading of what they are given, is part of a release.
_LIBRARIES = (
    "babel",
    "brotli",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "phonenumberslite",
    "polib",
    "pyyaml",
    "resvg-py",
    "zstandard",
)


def inputs_of(folder: Path, address: str) -> Mapping[str, bytes]:
    """A digest for each file of a guide, and one for the program with its libraries."""
    own = [*_below(folder / "content", "*"), *_below(folder / "translations", "*")]
    return {
        PROGRAM: program_digest(address),
        **{path.relative_to(folder).as_posix(): _digest(path) for path in own},
    }


def program_digest(*told: str) -> bytes:
    """A digest of the program with its libraries, and of what else it was `told`."""
    every = [sys.version, *told, *(f"{name} {version(name)}" for name in _LIBRARIES)]
    program = hashlib.blake2b("\n".join(every).encode(), digest_size=16)
    for path in _program():
        program.update(bytes(path) + b"\0" + _digest(path))
    return program.digest()


def _program() -> Iterator[Path]:
    product = product_folder()
    yield from _below(Path(__file__).parent, "*.py")
    for part in _CLIENT:
        yield from _below(product / "pwa" / part, "*")
    yield from sorted(product.glob("translations/*/LC_MESSAGES/interface.po"))


def _below(folder: Path, pattern: str) -> list[Path]:
    """The files below a folder, in order."""
    return sorted(path for path in folder.rglob(pattern) if path.is_file())


def _digest(path: Path) -> bytes:
    return hashlib.blake2b(path.read_bytes(), digest_size=16).digest()
