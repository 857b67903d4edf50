"""What a build leaves for the next one: parts of bytes in a file, each of them checked when read.

It lies in the user's cache folder and not in the guide's: it is read as Python's own objects, and
so nobody but the user may be able to write it. It can be deleted at any time; what is missing,
cut short or changed in it is as if it had never been.
"""

from __future__ import annotations

import copyreg
import hashlib
import json
import os
import pickle
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from livret import model
from livret.model import Answer
from livret.page import Page

GUIDE = "guide"
# Names the folder of a guide, or one that is published, so that what is kept can go with it.
_FOLDER = "folder"
# What is kept of a folder, and what is being written beside it.
_KEPT_NAME = re.compile(r"(?P<beside>\.)?[0-9a-f]{16}(?(beside)\..+)")
_DAY = 24 * 60 * 60
_MONTH = 30 * _DAY
DIGEST_SIZE = 16
_FOOTER = 8 + DIGEST_SIZE


class NothingKept(Exception):
    """Nothing usable was kept; everything is to be built."""


def cache_folder(guide: Path) -> Path | None:
    """Where the parts of a guide are kept; None for a user without a place for that."""
    try:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError:
        return None
    return Path(base) / "livret" / hashlib.sha256(bytes(guide.resolve())).hexdigest()[:16]


def digest(body: bytes) -> bytes:
    """What tells a part from a damaged one. Most processors have instructions for SHA-256."""
    return hashlib.sha256(body).digest()[:DIGEST_SIZE]


def write_parts(path: Path, parts: Mapping[str, bytes]) -> None:
    """Write a file of parts, with an index of them at its end."""
    index: dict[str, tuple[int, int, bytes]] = {}
    with path.open("wb") as file:
        for name, body in parts.items():
            index[name] = (file.tell(), len(body), digest(body))
            file.write(body)
        end = file.tell()
        body = pickle.dumps(index)
        file.write(body)
        file.write(end.to_bytes(8, "big") + digest(body))


class Parts:
    """A file of parts that is read part by part; raises `NothingKept` for what is not right.

    It stays open until `open_files` is closed. Parts by their names in `newer` come before its own.
    """

    def __init__(
        self, path: Path, open_files: ExitStack, newer: Mapping[str, bytes] | None = None
    ) -> None:
        self.newer = newer or {}
        try:
            self.file = open_files.enter_context(path.open("rb"))
            size = self.file.seek(0, os.SEEK_END)
            footer = self._read(size - _FOOTER, _FOOTER)
            start = int.from_bytes(footer[:8], "big")
            index = self._read(start, size - _FOOTER - start)
        except (OSError, OverflowError, ValueError) as error:
            raise NothingKept(path) from error
        if digest(index) != footer[8:]:
            raise NothingKept(path)
        self.index: dict[str, tuple[int, int, bytes]] = pickle.loads(index)

    def _read(self, start: int, size: int) -> bytes:
        # Processes that were forked share the place where a file is read next.
        return os.pread(self.file.fileno(), size, start)

    def part(self, name: str) -> bytes:
        if name in self.newer:
            return self.newer[name]
        try:
            start, size, known = self.index[name]
            body = self._read(start, size)
        except (KeyError, OSError, OverflowError, ValueError) as error:
            raise NothingKept(name) from error
        if digest(body) != known:
            raise NothingKept(name)
        return body

    def value(self, name: str) -> Any:
        return pickle.loads(self.part(name))


def prune(base: Path, now: float) -> None:
    """Delete what was kept of folders that are gone, and what nobody has used for a month.

    `base` holds the folders that `cache_folder` gives. `now` is in seconds since the epoch.
    """
    with suppress(OSError):
        for place in base.iterdir():
            match = _KEPT_NAME.fullmatch(place.name)
            if not match:
                continue  # nothing of ours
            unused = now - place.stat().st_mtime
            left_over = match["beside"] and unused > _DAY
            if left_over or unused > _MONTH or not (match["beside"] or _is_in_use(place)):
                shutil.rmtree(place, ignore_errors=True)


def _is_in_use(place: Path) -> bool:
    try:
        named = Path((place / _FOLDER).read_text(encoding="utf-8"))
        return (named / "content").is_dir() or (named / "release.json").is_file()
    except (OSError, ValueError):
        return False


class Keeping:
    """The files of one build, which take the place of the last one's when all are there."""

    def __init__(self, folder: Path) -> None:
        folder.parent.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        # Tells the parts of this build from those of another that was writing at the same time.
        self.build = os.urandom(16)

    def write(self, name: str, parts: Mapping[str, bytes]) -> None:
        """Write a file of parts. No space for it is no problem: it is only not kept then."""
        with suppress(OSError):
            write_parts(self.beside / name, {"build": self.build, **parts})

    def finish(self, guide: Path) -> None:
        """Put all in its place; `guide` is the folder that it was made from."""
        with suppress(OSError):
            (self.beside / _FOLDER).write_text(str(guide.resolve()), encoding="utf-8")
            shutil.rmtree(self.folder, ignore_errors=True)
            self.beside.rename(self.folder)


@contextmanager
def keeping_in(folder: Path) -> Iterator[Keeping | None]:
    """Where to keep a build; None where nothing can be written. What is not finished is removed."""
    try:
        keeping = Keeping(folder)
    except OSError:
        yield None
        return
    try:
        yield keeping
    finally:
        shutil.rmtree(keeping.beside, ignore_errors=True)


class KeptAnswer(Answer):
    """An answer that is read when something of it but its id is asked for.

    What lists show of it is kept apart, since a word's page may list hundreds of answers.
    """

    __slots__ = ("_parts",)

    def __getattr__(self, name: str) -> Any:
        parts: Parts = object.__getattribute__(self, "_parts")
        listed = name in _LISTED
        values = parts.value(f"{'listed' if listed else 'answer'} {self.id}")
        for part, value in zip(_LISTED if listed else Answer.__slots__, values, strict=True):
            object.__setattr__(self, part, value)
        return object.__getattribute__(self, name)


_LISTED = ("question", "short")


def kept_answer(key: str, parts: Parts) -> Answer:
    """An answer among the parts of a language."""
    answer = object.__new__(KeptAnswer)
    object.__setattr__(answer, "id", key)
    object.__setattr__(answer, "_parts", parts)
    return answer


def parts_of_answer(answer: Answer) -> Mapping[str, bytes]:
    """The parts that `kept_answer` reads."""
    return {
        f"listed {answer.id}": pickle.dumps([getattr(answer, name) for name in _LISTED]),
        f"answer {answer.id}": pickle.dumps([getattr(answer, name) for name in Answer.__slots__]),
    }


def _read_by_calling(kind: type) -> None:
    """Have pickle read a frozen dataclass with slots by calling it: that is several times as fast
    as to set its fields one by one, as such ask pickle to do."""
    names = tuple(field.name for field in fields(kind))
    copyreg.pickle(kind, lambda value: (kind, tuple(getattr(value, name) for name in names)))


for _kind in vars(model).values():
    if isinstance(_kind, type) and is_dataclass(_kind):
        _read_by_calling(_kind)


class KeptPage(Page):
    """A page that is parsed from its line of a pack when more than its address is asked for."""

    __slots__ = ("_line",)

    def __getattr__(self, name: str) -> Any:
        values = json.loads(object.__getattribute__(self, "_line"))
        for part in Page.__dataclass_fields__:
            object.__setattr__(self, part, values[part])
        return values[name]


def kept_page(line: bytes) -> Page:
    page = object.__new__(KeptPage)
    object.__setattr__(page, "address", address_of(line))
    object.__setattr__(page, "_line", line)
    return page


def address_of(line: bytes) -> str:
    """The address that a page's line in a pack begins with."""
    start = len(b'{"address":"')
    return line[start : line.index(b'"', start)].decode()
