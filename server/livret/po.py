"""PO files on disk: read strictly, written the way Weblate writes them without line wrapping."""

from __future__ import annotations

import os
import re
from pathlib import Path

import polib

from livret.model import Place

_LINE = re.compile(r"line (\d+)")
# polib takes the last character of an unclosed string for its quote, and drops it in silence.
_STRING = re.compile(r'(?:#~ ?\|?|#\|)?\s*(?:msg\w+(?:\[\d\])?\s*)?"(?:[^"\\]|\\.)*"')
_STARTS_STRING = ('"', "msg", '#~ "', "#~ msg", '#| "', "#| msg", '#~| "', "#~| msg")


class BrokenCatalog(ValueError):
    """A PO file that cannot be read; `line` is where, `reason` why."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


def read_po(path: Path) -> polib.POFile:
    """The entries of a PO file.

    Raises `BrokenCatalog` for what gettext would refuse and polib lets pass too: text that is not
    UTF-8, strings without their closing quote, the same message twice.
    """
    data = path.read_bytes()
    try:
        source = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BrokenCatalog(line, "it is not UTF-8 text") from error
    for number, text in enumerate(source.split("\n"), start=1):
        if text.startswith(_STARTS_STRING) and not _STRING.fullmatch(text.strip()):
            raise BrokenCatalog(number, "a string is not closed by a quote")
    try:
        # By path, not by content: polib would break content at U+2028, which texts may hold.
        file = polib.pofile(str(path), encoding="utf-8", wrapwidth=-1)
    except (OSError, ValueError) as error:
        found = _LINE.search(str(error))
        raise BrokenCatalog(int(found[1]) if found else 1, "this is not the PO format") from error
    _refuse_duplicates(file)
    return file


def _refuse_duplicates(file: polib.POFile) -> None:
    seen: set[tuple[str | None, str]] = set()
    for entry in file:
        if entry.obsolete:
            continue
        key = (entry.msgctxt, entry.msgid)
        if key in seen:
            raise BrokenCatalog(entry.linenum or 1, f'the message "{entry.msgid}" stands twice')
        seen.add(key)


def place_in(folder: Path, path: Path, line: int = 1) -> Place:
    """A place in a catalog file, named from the folder that holds `translations/`."""
    return Place(path.relative_to(folder.parent).as_posix(), line)


def forms(entry: polib.POEntry) -> tuple[str, ...]:
    """The plural forms of an entry in order; () for a message without plural."""
    return tuple(entry.msgstr_plural[index] for index in sorted(entry.msgstr_plural))


def is_translated(entry: polib.POEntry) -> bool:
    """Whether an entry holds a whole translation, current or not."""
    return all(forms(entry)) if entry.msgid_plural else bool(entry.msgstr)


def write_beside_and_swap(path: Path, text: str) -> None:
    """Write a text file so that no reader ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    os.replace(beside, path)
