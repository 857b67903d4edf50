"""The glossary as its pages show it: in the order of the French terms, with what uses each word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from livret.inline import keys
from livret.model import Answer, Guide, Text, Word, texts

DIGITS = "0–9"


@dataclass(frozen=True, slots=True)
class Letter:
    """The words that begin with a letter; all that begin with a digit stand under `DIGITS`."""

    name: str
    words: tuple[Word, ...]

    @property
    def anchor(self) -> str:
        """What its place on the list is called: no key of a word begins so."""
        return f"letter-{self.name[0].lower()}"


def letters(words: Iterable[Word]) -> list[Letter]:
    """The words by the first letter of their terms, as a French dictionary orders them.

    Terms are French in every language, so the order and the letters are the same in all.
    """
    found: dict[str, list[Word]] = {}
    for word in sorted(words, key=lambda word: plain(word.term)):
        first = plain(word.term)[:1].upper()
        found.setdefault(DIGITS if first.isdigit() else first, []).append(word)
    return [Letter(name, tuple(group)) for name, group in found.items()]


def plain(term: str) -> str:
    """A term without accents and case: É stands beside E."""
    parts = unicodedata.normalize("NFKD", term.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def uses(guide: Guide) -> Mapping[str, list[Answer]]:
    """The answers whose text leads to a word, by its key, in reading order."""
    found: dict[str, list[Answer]] = {}
    for answer in guide.answers.values():
        for key in dict.fromkeys(words_in(texts([answer.short, answer.body]))):
            found.setdefault(key, []).append(answer)
    return found


def words_in(shown: Iterable[Text]) -> Iterator[str]:
    return (key for text in shown for kind, key in keys(text.message) if kind == "word")
