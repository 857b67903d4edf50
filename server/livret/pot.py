"""The templates of catalogs: `translations/<domain>.pot`, written from messages and read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import polib

from livret.extract import Message
from livret.po import read_po, write_beside_and_swap

_NEVER_TRANSLATED = "YEAR-MO-DA HO:MI+ZONE"


def stamp(moment: datetime) -> str:
    """A moment as catalogs write it: "2026-11-23 14:05+0000"."""
    return f"{moment:%Y-%m-%d %H:%M%z}"


def write_pots(
    folder: Path, domains: Mapping[str, Sequence[Message]], project: str, now: datetime
) -> tuple[str, ...]:
    """Write the templates whose messages changed; gives their file names.

    A template with the same messages keeps its bytes, and with them its date.
    """
    written = []
    for domain, messages in sorted(domains.items()):
        path = folder / f"{domain}.pot"
        pot = polib.POFile(wrapwidth=-1)
        pot.metadata = {
            "Project-Id-Version": project,
            "POT-Creation-Date": stamp(now),
            "PO-Revision-Date": _NEVER_TRANSLATED,
            "Last-Translator": "nobody",
            "Language-Team": "none",
            "Language": "",
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
        }
        pot.extend(entry_of(message) for message in messages)
        if not path.is_file() or _without_date(read_po(path)) != _without_date(pot):
            write_beside_and_swap(path, str(pot))
            written.append(path.name)
    return tuple(written)


def _without_date(pot: polib.POFile) -> str:
    """A template's text but for its date; reads the text of a file written by other tools too."""
    date = pot.metadata.get("POT-Creation-Date", "")
    pot.metadata["POT-Creation-Date"] = ""
    text = str(pot)
    pot.metadata["POT-Creation-Date"] = date
    return text


def entry_of(message: Message) -> polib.POEntry:
    """An untranslated entry for a message."""
    return polib.POEntry(
        msgid=message.message,
        msgid_plural=message.plural or "",
        msgstr_plural={0: "", 1: ""} if message.plural else {},
        msgctxt=message.context,
        comment="\n".join(message.comments),
        occurrences=[(file, "") for file in message.files],
        flags=list(message.flags),
    )


def read_pots(folder: Path) -> dict[str, polib.POFile]:
    """The templates in a folder, by domain; raises `BrokenCatalog`."""
    return {path.stem: read_po(path) for path in sorted(folder.glob("*.pot"))}


def remove_pots(folder: Path, domains: Iterable[str]) -> tuple[str, ...]:
    """Remove the templates of domains that no longer exist; gives their file names."""
    removed = []
    for domain in sorted(domains):
        (folder / f"{domain}.pot").unlink()
        removed.append(f"{domain}.pot")
    return tuple(removed)
