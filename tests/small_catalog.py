"""Writes little catalogs by hand, for the tests of everything that reads them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import polib

from livret.plurals import plural_forms

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: Harbour\\n"
"POT-Creation-Date: 2026-01-01 00:00+0000\\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\\n"
"Last-Translator: nobody\\n"
"Language-Team: none\\n"
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"
"""


def po_path(folder: Path, locale: str, domain: str) -> Path:
    return folder / locale / "LC_MESSAGES" / f"{domain}.po"


def write_po(folder: Path, locale: str, domain: str, body: str) -> Path:
    """A catalog with a whole header and the entries of `body`, as they are."""
    path = po_path(folder, locale, domain)
    path.parent.mkdir(parents=True, exist_ok=True)
    header = HEADER.format(locale=locale, plural=plural_forms(locale))
    path.write_text(f"{header}\n{body}", encoding="utf-8")
    return path


def fill(folder: Path, locale: str, translations: Mapping[str, str]) -> None:
    """Translate messages wherever they stand in the catalogs of a locale, as current."""
    for path in sorted((folder / locale / "LC_MESSAGES").glob("*.po")):
        file = polib.pofile(str(path), wrapwidth=-1)
        for entry in file:
            if not entry.obsolete and entry.msgid in translations:
                entry.msgstr = translations[entry.msgid]
                entry.previous_msgid = None
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        file.save(str(path))


def entry_of(folder: Path, locale: str, domain: str, message: str) -> polib.POEntry:
    """The entry of a message, obsolete or not."""
    file = polib.pofile(str(po_path(folder, locale, domain)), wrapwidth=-1)
    (entry,) = (entry for entry in file if entry.msgid == message)
    return entry
