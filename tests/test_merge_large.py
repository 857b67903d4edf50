"""A large guide's catalogs are merged with as many comparisons as there are changes."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

import polib
import pytest

from livret import match
from livret.change import likeness
from livret.extract import Message
from livret.merge import Updated, update
from livret.pot import write_pots

DOMAINS, FILES, BLOCKS = 20, 50, 20
DAY = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = [
    f"{start}{middle}{end}"
    for start in ("ba", "co", "di", "fe", "gu", "ha", "li", "mo", "ne", "po", "ra", "su", "ti")
    for middle in ("r", "st", "l", "nd", "m", "pp")
    for end in ("a", "en", "is", "o", "um")
]

Texts = dict[str, list[tuple[str, str]]]


def texts() -> Texts:
    """20,000 sentences of 12 words by domain, each with its file."""
    choose = random.Random(7)
    return {
        f"topic-{domain}": [
            (f"content/topic-{domain}/{file}.md", " ".join(choose.choices(WORDS, k=12)) + ".")
            for file in range(FILES)
            for _ in range(BLOCKS)
        ]
        for domain in range(DOMAINS)
    }


def with_an_edit_in_each_file(before: Texts) -> Texts:
    return {
        domain: [
            (file, f"{text[:-1]} newly." if number % BLOCKS == 7 else text)
            for number, (file, text) in enumerate(messages)
        ]
        for domain, messages in before.items()
    }


def merged(folder: Path, given: Texts) -> Updated:
    domains = {
        domain: [Message(text, files=(file,)) for file, text in messages]
        for domain, messages in given.items()
    }
    write_pots(folder, domains, "Large", DAY)
    return update(folder, ["fr"], "en", now=DAY)[0]


def translate_all(folder: Path) -> None:
    for path in (folder / "fr" / "LC_MESSAGES").glob("*.po"):
        file = polib.pofile(str(path), wrapwidth=-1)
        for entry in file:
            entry.msgstr = f"fr {entry.msgid}"
        file.save(str(path))


def test_twenty_thousand_messages_are_compared_only_where_one_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts()
    merged(tmp_path, before)
    translate_all(tmp_path)
    compared: list[str] = []

    def counted(first: str, second: str, least: float) -> float:
        compared.append(second)
        return likeness(first, second, least)

    # Counted, not timed: a machine may be busy, but a comparison of all with all is 20 million.
    monkeypatch.setattr(match, "likeness", counted)
    done = merged(tmp_path, with_an_edit_in_each_file(before))
    assert (done.current, done.fuzzy, done.untranslated) == (19_000, 1_000, 0)
    assert len(compared) == DOMAINS * FILES

    # Nothing new: nothing compared, nothing written.
    compared.clear()
    folder = tmp_path / "fr" / "LC_MESSAGES"
    bytes_before = {path: path.read_bytes() for path in folder.glob("*.po")}
    again = merged(tmp_path, with_an_edit_in_each_file(before))
    assert (again.written, compared) == ([], [])
    assert {path: path.read_bytes() for path in folder.glob("*.po")} == bytes_before
