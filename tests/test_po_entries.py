"""The fast reading of PO files gives what polib gives, or leaves the file to polib."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from livret.po import BrokenCatalog, forms, read_po
from livret.po_entries import PoEntry, read_entries, usual_entries
from small_catalog import HEADER

ROOT = Path(__file__).parent.parent
CATALOGS = sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po"))
START = HEADER.format(locale="uk", plural="nplurals=1; plural=0;") + "\n"


def by_polib(path: Path) -> tuple[PoEntry, ...]:
    return tuple(
        PoEntry(
            entry.msgctxt,
            entry.msgid,
            entry.msgid_plural,
            entry.msgstr,
            forms(entry) if entry.msgid_plural else (),
            entry.fuzzy,
            entry.previous_msgid,
            entry.linenum or 1,
        )
        for entry in read_po(path)
        if not entry.obsolete
    )


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_every_catalog_of_the_guide_is_read_fast_and_as_polib_reads_it(path: Path) -> None:
    assert usual_entries(path.read_bytes()) == by_polib(path)


texts = st.text(st.sampled_from('ab "\\\n\t#~|é中٣\u2028'), max_size=12)
named = st.text(st.sampled_from("abc é"), min_size=1, max_size=5)
entries = st.builds(
    polib.POEntry,
    msgid=texts.filter(bool),
    msgstr=texts,
    msgctxt=st.none() | texts,
    previous_msgid=st.none() | texts,
    comment=st.just("") | named,
    tcomment=st.just("") | named,
    occurrences=st.lists(st.just(("content/a.md", "")), max_size=2),
    flags=st.lists(st.sampled_from(["fuzzy", "python-brace-format"]), max_size=2),
    obsolete=st.booleans(),
)
plurals = st.builds(
    polib.POEntry,
    msgid=texts.filter(bool),
    msgid_plural=texts.filter(bool),
    msgstr_plural=st.dictionaries(st.integers(0, 3), texts, min_size=1),
)


@given(st.lists(entries | plurals, max_size=4), st.sampled_from([-1, 20, 78]))
def test_whatever_polib_writes_is_read_as_polib_reads_it(
    tmp_path_factory: pytest.TempPathFactory, written: list[polib.POEntry], width: int
) -> None:
    file = polib.POFile(wrapwidth=width)
    file.extend(written)
    path = tmp_path_factory.getbasetemp() / "written.po"
    path.write_text(START + str(file).split("\n", 4)[-1], encoding="utf-8")
    agree(path)


lines = st.lists(
    st.sampled_from(
        [
            "",
            "# said",
            "#. shown",
            "#: content/a.md",
            "#, fuzzy",
            '#| msgid "old"',
            'msgctxt "a"',
            'msgid "one"',
            'msgid ""',
            'msgid_plural "many"',
            'msgstr "un"',
            'msgstr[0] "u"',
            'msgstr[1] "n"',
            '"go on\\n"',
            '#~ msgid "gone"',
            '#~ msgstr "parti"',
            '#~ "go on"',
            ' msgid "two"',
            'msgid  "three"',
            'msgstr "not closed',
            'msgstr "a "b" c"',
            'msgstr "\\x"',
        ]
    ),
    max_size=12,
)


@given(lines)
def test_lines_in_any_order_are_read_as_polib_reads_them(
    tmp_path_factory: pytest.TempPathFactory, some: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "lines.po"
    path.write_text(START + "\n".join(some) + "\n", encoding="utf-8")
    agree(path)


def agree(path: Path) -> None:
    """Both ways give the same entries, or refuse the same line for the same reason."""
    assert outcome(read_entries, path) == outcome(by_polib, path)


def outcome(read: Callable[[Path], tuple[PoEntry, ...]], path: Path) -> tuple[PoEntry, ...] | str:
    try:
        return read(path)
    except BrokenCatalog as error:
        return str(error)


def test_a_file_with_other_line_ends_or_bytes_is_left_to_polib(tmp_path: Path) -> None:
    path = tmp_path / "other.po"
    path.write_bytes((START + 'msgid "a"\nmsgstr "b"\n').replace("\n", "\r\n").encode())
    assert usual_entries(path.read_bytes()) is None
    assert [entry.translation for entry in read_entries(path)] == ["b"]
    path.write_bytes(START.encode() + b'msgid "\xff"\nmsgstr "b"\n')
    with pytest.raises(BrokenCatalog, match="UTF-8"):
        read_entries(path)


def test_a_message_that_stands_twice_is_refused_by_the_fast_reading_too(tmp_path: Path) -> None:
    path = tmp_path / "twice.po"
    path.write_text(START + 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', encoding="utf-8")
    assert usual_entries(path.read_bytes()) is not None
    with pytest.raises(BrokenCatalog, match='line 17: the message "a" stands twice'):
        read_entries(path)
