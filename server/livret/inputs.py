"""Everything that a build depends on, as digests: a guide's files, its address, and the program."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
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
    every = [sys.version, *told, *versions()]
    program = hashlib.blake2b("\n".join(every).encode(), digest_size=16)
    for path in _program():
        program.update(bytes(path) + b"\0" + _digest(path))
    return program.digest()


def versions() -> list[str]:
    """The libraries with their versions, as the folders beside them are named that tell of them:
    "jinja2-3.1.6.dist-info". Of one that has no such folder, its version."""
    found: dict[str, str] = {}
    for place in sys.path:
        with suppress(OSError):
            for name in os.listdir(place or "."):
                if name.endswith(".dist-info"):
                    library = name.partition("-")[0].lower().replace("_", "-")
                    found.setdefault(library, name)
    return [found.get(name) or _asked_version(name) for name in _LIBRARIES]


def _asked_version(name: str) -> str:
    # Slow to load, and to read.
    from importlib.metadata import version

    return f"{name} {version(name)}"


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
