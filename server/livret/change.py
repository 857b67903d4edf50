"""How much a source text changed since it was translated, and so whether that still serves."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import IntEnum
from functools import lru_cache

from livret.facts import facts
from livret.numerals import digits, said

# Below this likeness two texts say different things.
ALIKE = 0.6


class Change(IntEnum):
    """From no change to a change of substance."""

    NONE = 0
    TRIVIAL = 1  # punctuation, case, spacing or markup: the translation stays right
    SMALL = 2  # other words: the translation may be older than the original
    CRITICAL = 3  # a number, link, figure or negation, or most of the text: it may be wrong


# Words that turn a sentence round or set its measure; a change of one is a change of substance.
_WEIGHTY = {
    "en": r"no|not|never|none|nobody|nothing|neither|nor|cannot|without|unless|except|\w+n['’]t"
    r"|minutes?|hours?|days?|weeks?|months?|years?",
    "fr": r"ne|n|pas|non|jamais|aucune?|rien|personne|sans|sauf|ni"
    r"|minutes?|heures?|jours?|semaines?|mois|ans?|années?",
    "es": r"no|nunca|jamás|ningun[oa]?|ningún|nada|nadie|sin|salvo|excepto|ni"
    r"|minutos?|horas?|días?|semanas?|mes|meses|años?",
    "pt": r"não|nunca|nenhuma?|nada|ninguém|sem|salvo|exceto|nem"
    r"|minutos?|horas?|dias?|semanas?|mês|meses|anos?",
    "uk": r"не|ні|ніколи|жод\w+|без|крім|немає|хвилин\w*|годин\w*|день|дні\w*|дня\w*"
    r"|тиж\w+|місяц\w+|рік|рок\w+",
    "ar": r"لا|لم|لن|ليس\w*|غير|بدون|دون|إلا|ما عدا|دقيق\w+|ساع\w+|يوم\w*|أسبوع\w*|شهر\w*|سن\w+",
    "vi": r"không|chưa|chẳng|đừng|trừ|phút|giờ|ngày|tuần|tháng|năm",
    "zh": r"不|没|無|无|未|非|勿|除|分钟|小时|天|日|周|月|年",
}
_TOKEN = re.compile(r"\w+|[^\w\s]")
# Signs that carry meaning; every other sign counts as punctuation.
_TELLING_SIGNS = frozenset("%‰#@&?？؟")


@lru_cache(maxsize=32768)
def change(previous: str, current: str, language: str) -> Change:
    """How a text of a source language ("en") changed."""
    if previous == current:
        return Change.NONE
    if _substance(previous, language) != _substance(current, language):
        return Change.CRITICAL
    if _said(previous) == _said(current):
        return Change.TRIVIAL
    return Change.SMALL if likeness(previous, current) >= ALIKE else Change.CRITICAL


def likeness(first: str, second: str, at_least: float = 0.0) -> float:
    """How alike two texts are, from 0 to 1; 0 as soon as they are known to be below `at_least`."""
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < at_least or matcher.quick_ratio() < at_least:
        return 0.0
    return matcher.ratio()


@lru_cache(maxsize=32768)
def _substance(text: str, language: str) -> tuple[object, ...]:
    """References, numbers, negations, units of time: what must not be wrong in a translation."""
    found = facts(text)
    language = language.split("-")[0].split("_")[0]
    return (
        found.placeholders,
        found.links,
        found.words,
        digits(found.plain),
        said(found.plain, language),
        _counted(_weighty(found.plain, language)),
    )


def _weighty(plain: str, language: str) -> Iterable[str]:
    words = _WEIGHTY.get(language)
    if not words:
        return ()
    pattern = words if language == "zh" else rf"(?<!\w)(?:{words})(?!\w)"
    return (word.casefold() for word in re.findall(pattern, plain, re.IGNORECASE))


def _counted(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(words).items()))


def _said(text: str) -> tuple[str, ...]:
    """A text's words and telling signs, without case, spacing, punctuation and markup."""
    return tuple(
        token.casefold()
        for token in _TOKEN.findall(facts(text).plain)
        if token[0].isalnum()
        or token in _TELLING_SIGNS
        or unicodedata.category(token[0]).startswith("S")
    )
