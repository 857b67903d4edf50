"""Every catalog in the repository opens in the tools of translators."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from babel.messages.pofile import read_po as babel_reads

from example import GUIDE, ROOT
from livret.po import read_po
from small_catalog import write_po

FILES = sorted(
    path
    for folder in (ROOT, GUIDE)
    for pattern in ("*.pot", "*/LC_MESSAGES/*.po")
    for path in (folder / "translations").glob(pattern)
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_are_catalogs_for_both_guides() -> None:
    assert {path.name for path in FILES} >= {"interface.pot", "words.po", "arriving.po"}


# A template has no language, plural rule and date yet, which msgfmt would miss.
@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="msgfmt is missing: install gettext")
@pytest.mark.parametrize("catalog", [path for path in FILES if path.suffix == ".po"], ids=name_of)
def test_msgfmt_finds_nothing_wrong(catalog: Path) -> None:
    command = ["msgfmt", "-c", "-o", "/dev/null", str(catalog)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_msgfmt_finds_what_is_wrong(tmp_path: Path) -> None:
    if shutil.which("msgfmt") is None:
        pytest.skip("msgfmt is missing: install gettext")
    wrong = write_po(
        tmp_path,
        "fr",
        "wrong",
        '#, python-brace-format\nmsgid "{number} days"\nmsgstr "{nombre} jours"\n',
    )
    command = ["msgfmt", "-c", "-o", "/dev/null", str(wrong)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize("catalog", FILES, ids=name_of)
def test_the_library_that_weblate_saves_with_changes_no_byte(catalog: Path) -> None:
    why = "translate-toolkit is missing: pip install translate-toolkit"
    storage = pytest.importorskip("translate.storage.pypo", reason=why)
    data = catalog.read_bytes()
    file = storage.pofile(width=-1)
    file.parse(data)
    assert bytes(file) == data


@pytest.mark.parametrize("catalog", FILES, ids=name_of)
def test_babel_and_polib_read_it_whole(catalog: Path) -> None:
    with catalog.open("rb") as opened:
        messages = babel_reads(opened, abort_invalid=True)
    entries = [entry for entry in read_po(catalog) if not entry.obsolete]
    assert len(messages) == len(entries)


@pytest.mark.parametrize("catalog", FILES, ids=name_of)
def test_it_is_written_as_weblate_writes_it(catalog: Path) -> None:
    assert catalog.read_text(encoding="utf-8") == str(read_po(catalog))
