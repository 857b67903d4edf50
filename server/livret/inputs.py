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
    digests = {PROGRAM: program_digest(address)}
    for part in ("content", "translations"):
        for path in _below(f"{folder}/{part}"):
            digests[path[len(f"{folder}/") :]] = _digest(path)
    return digests


def program_digest(*told: str) -> bytes:
    """A digest of the program with its libraries, and of what else it was `told`."""
    every = [sys.version, *told, *versions()]
    program = hashlib.blake2b("\n".join(every).encode(), digest_size=16)
    for path in _program():
        program.update(os.fsencode(path) + b"\0" + _digest(path))
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


def _program() -> Iterator[str]:
    product = product_folder()
    yield from (path for path in _below(f"{Path(__file__).parent}") if path.endswith(".py"))
    for part in _CLIENT:
        yield from _below(f"{product}/pwa/{part}")
    yield from map(str, sorted(product.glob("translations/*/LC_MESSAGES/interface.po")))


def _below(folder: str) -> list[str]:
    """The files below a folder, in order; none where there is no folder."""
    found: list[str] = []
    folders = [folder]
    while folders:
        # Some thousands of files are looked at: a Path for each would take longer than reading it.
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.is_file():
                    found.append(entry.path)
    return sorted(found)


def _digest(path: str) -> bytes:
    with open(path, "rb") as file:
        return hashlib.blake2b(file.read(), digest_size=16).digest()
