"""The entries of a PO file as plain values, read fast where the file has its usual shape.

polib understands every PO file, and takes a tenth of a millisecond for each entry. Catalogs are
read at each build and almost always look alike: entries parted by one empty line, comments first.
Such a file is read here; any other is left to polib as a whole, so both give the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib

from livret.po import BrokenCatalog, forms, read_po

# As polib unescapes it; whatever else stands behind a backslash is left to polib.
# Runs of other signs are one step of the pattern, and not one step for each sign.
_STRING = r'"[^"\\\n]*(?:\\[\\ntrvbf"][^"\\\n]*)*"'
_FUZZY = re.compile(r"^#,(?:.*,)? *fuzzy *(?:,|$)", re.MULTILINE)
_STRINGS = re.compile(_STRING)


def _strings(start: str) -> str:
    """A string and those on the lines below that go on with it; `start` begins each line."""
    return rf"{_STRING}(?:\n{start}{_STRING})*"


def _message(start: str) -> str:
    """Context, message and translation or its plural forms."""
    strings = _strings(start)
    return (
        rf"(?:{start}msgctxt ({strings})\n)?{start}msgid ({strings})\n"
        rf"(?:{start}msgid_plural ({strings})\n((?:{start}msgstr\[\d\] {strings}\n)+)"
        rf"|{start}msgstr ({strings})\n)"
    )


_COMMENTS = r"((?:#(?: .*|[.:,] *[^\s].*)?\n)*)"
_BEFORE = rf"(?:#\| msgctxt {_strings('#[|] ')}\n)?(?:#\| msgid ({_strings('#[|] ')})\n)?"
_ENTRY = re.compile(_COMMENTS + _BEFORE + _message(""))
_OBSOLETE = re.compile(_COMMENTS + _BEFORE + _message("#~ "))
_FORM = re.compile(rf"msgstr\[(\d)\] ({_strings('')})\n")


class PoEntry(NamedTuple):
    """An entry that is in use; `plurals` are the forms of a message with `plural`."""

    context: str | None
    message: str
    plural: str
    translation: str
    plurals: tuple[str, ...]
    fuzzy: bool
    previous: str | None
    line: int

    @property
    def translated(self) -> bool:
        """Whether it holds a whole translation, current or not."""
        return all(self.plurals) if self.plural else bool(self.translation)


def read_entries(path: Path) -> tuple[PoEntry, ...]:
    """The entries of a PO file that are in use, without its header; raises `BrokenCatalog`."""
    found = usual_entries(path.read_bytes())
    if found is None:
        return tuple(_of_polib(entry) for entry in read_po(path) if not entry.obsolete)
    seen = set()
    for entry in found:
        key = (entry.context, entry.message)
        if key in seen:
            raise BrokenCatalog(entry.line, f'the message "{entry.message}" stands twice')
        seen.add(key)
    return found


def usual_entries(data: bytes) -> tuple[PoEntry, ...] | None:
    """The entries in use of a file of the usual shape; None for any other."""
    try:
        source = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\r" in source:
        return None
    try:
        first, *others = _blocks(source.rstrip("\n"))
    except ValueError:
        return None
    if first.message or first.context is not None:
        return None  # no header, which polib takes for an entry
    return None if any(not entry.message for entry in others) else tuple(others)


def _blocks(source: str) -> Iterator[PoEntry]:
    """Each entry in use, the header too; raises `ValueError` for what has another shape."""
    line = 1
    for block in source.split("\n\n"):
        text = f"{block}\n"
        found = _ENTRY.fullmatch(text)
        if found:
            yield _of_match(found, line)
        elif line == 1 or not _OBSOLETE.fullmatch(text):
            raise ValueError(line)
        line += block.count("\n") + 2


def _of_match(found: re.Match[str], line: int) -> PoEntry:
    comments, previous, context, message, plural, plurals, translation = found.groups()
    fuzzy = "fuzzy" in comments and bool(_FUZZY.search(comments))
    return PoEntry(
        None if context is None else _plain(context),
        _plain(message),
        _plain(plural) if plural else "",
        _plain(translation) if translation else "",
        _forms(plurals) if plurals else (),
        fuzzy,
        None if previous is None else _plain(previous),
        line,
    )


def _forms(source: str) -> tuple[str, ...]:
    numbered = {int(form[1]): _plain(form[2]) for form in _FORM.finditer(source)}
    return tuple(numbered[number] for number in sorted(numbered))


def _plain(quoted: str) -> str:
    """What strings say, one after the other."""
    if "\n" not in quoted and "\\" not in quoted:
        return quoted[1:-1]
    return "".join(polib.unescape(part[1:-1]) for part in _STRINGS.findall(quoted))


def _of_polib(entry: polib.POEntry) -> PoEntry:
    return PoEntry(
        entry.msgctxt,
        entry.msgid,
        entry.msgid_plural,
        entry.msgstr,
        forms(entry) if entry.msgid_plural else (),
        entry.fuzzy,
        entry.previous_msgid,
        entry.linenum or 1,
    )
