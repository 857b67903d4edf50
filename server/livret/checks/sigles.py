"""Sigles that a reader meets in a text and cannot look up in the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from livret.checks.kind import Finding, Kind, written_texts
from livret.facts import facts
from livret.model import Guide, Place, Word

SIGLE_UNEXPLAINED = Kind(
    "sigle-unexplained",
    "A text has a sigle (CAF, VLS-TS, S1) that is no term, full name, alias or keyword of a word.",
    "explain it in words/, or write what it stands for",
)
KINDS = (SIGLE_UNEXPLAINED,)

_CANDIDATE = re.compile(r"(?<![\w-])[A-ZÀ-Þ][A-Za-zÀ-ÿ0-9]*(?:-[A-ZÀ-Þ0-9][A-Za-zÀ-ÿ0-9]*)*")
_ROMAN = re.compile(r"[IVX]+")
# What every reader of every language writes so, and no glossary of an office would explain.
_EVERYBODYS = frozenset(
    (
        "GPS",
        "HIV",
        "ID",
        "OK",
        "PC",
        "PDF",
        "PIN",
        "PhD",
        "QR",
        "SIM",
        "SMS",
        "SOS",
        "TV",
        "USB",
        "WC",
        "Wi-Fi",
    )
)


def check_sigles(guide: Guide) -> Iterator[Finding]:
    """Each sigle without an entry, once, at the first text that has it."""
    explained = {sigle.casefold() for word in guide.words.values() for sigle in _named(word)}
    places: dict[str, Place] = {}
    for text in written_texts(guide):
        for sigle in sigles(facts(text.message).outside):
            if sigle.casefold() not in explained:
                places.setdefault(sigle, text.place)
    for sigle, place in places.items():
        yield SIGLE_UNEXPLAINED.at(place, f'"{sigle}" is not in the glossary')


def sigles(plain: str) -> Iterator[str]:
    """The sigles of a text: words of capitals, with digits and a few small letters (PUMa, C2S).

    A plural s does not count ("CAFs"), nor do Roman numbers.
    """
    for word in _CANDIDATE.findall(plain):
        if word.endswith("s") and word[:-1].isupper():
            word = word[:-1]
        parts = word.split("-")
        if word in _EVERYBODYS or not any(map(_is_sigle, parts)):
            continue
        # "VLS-TS" is one sigle, "UFC-Que" has one.
        whole = all(_is_sigle(part) or part.isupper() for part in parts)
        yield from [word] if whole else filter(_is_sigle, parts)


def _is_sigle(part: str) -> bool:
    capitals = sum(letter.isupper() for letter in part)
    numbers = sum(letter.isdigit() for letter in part)
    if _ROMAN.fullmatch(part) or not capitals or len(part) - capitals - numbers > capitals:
        return False
    return capitals + numbers >= 2


def _named(word: Word) -> Iterable[str]:
    for name in (word.term, word.full, *word.aliases, *word.keywords.message.split(",")):
        yield name.strip()
        yield from sigles(name)
