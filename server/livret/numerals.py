"""The numbers a text states, however a language writes them: digits, grouping, words, month names.

    "10 am – 2:30 pm"   {"10", "14", "30"}
    "٣٠ يومًا"          {"30"}
    "1 200,50"          {"1200.5"}

Two texts state the same numbers when every number of one stands in the other in digits, as a word,
or as the name of a month.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from babel import Locale

from livret.number_words import AFTERNOON, WORDS

_SPACES = " \u00a0\u202f\u2009"
_NUMBER = re.compile(
    # a telephone number in pairs, as France writes them
    rf"(?<!\d)\d{{2}}(?:[{_SPACES}.]\d{{2}}){{2,4}}(?![{_SPACES}.]?\d)"
    rf"|(?<!\d)\d{{2}}[{_SPACES}]\d{{2}}(?![{_SPACES}]?\d)"
    # thousands, with or without decimals
    rf"|(?<!\d)\d{{1,3}}(?:[.,'’٬{_SPACES}]\d{{3}})+(?:[.,٫](\d{{1,2}}))?(?!\d)"
    # decimals, but not a date such as 1.9.2026
    r"|(?<![\d.,])\d+[.,٫](\d+)(?![.,]?\d)"
    r"|\d+"
)
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})(?:[:.](\d\d))?\s?(a|p)\.?\s?m\b"
    rf"|(?<!\d)(\d{{1,2}})[{_SPACES}]?[:h][{_SPACES}]?00(?!\d)",
    re.IGNORECASE,
)
_TEN_THOUSANDS = re.compile(r"(\d+(?:\.\d+)?)\s?(万|亿)")
_DIGIT = re.compile(r"\d")
_NOT_DIGIT = re.compile(r"\D")

_NUMBERED_DAYS = ("vi", "pt")
# Letters that Arabic writes onto the front of a word: and, so, by, to, as, the.
_ARABIC_FRONT = "(?:[وف]?[بلك]?(?:ال|ل)?)"


def western(text: str) -> str:
    """The text with the digits of every script written 0–9."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(letter)) if not letter.isascii() and letter.isdecimal() else letter
        for letter in text
    )


def _clock(match: re.Match[str]) -> str:
    """A time of day as hour and minutes of 24 hours; full hours without their zeros."""
    if match[4]:
        return f"{match[4]};"
    hour = int(match[1]) % 12 + (12 if match[3] in "pP" else 0)
    return f"{hour};{match[2]};" if match[2] and match[2] != "00" else f"{hour};"


def _canonical(number: re.Match[str]) -> str:
    decimals = number[1] or number[2] or ""
    whole = _NOT_DIGIT.sub("", number[0])
    whole = whole[: len(whole) - len(decimals)].lstrip("0") or "0"
    return f"{whole}.{decimals}".rstrip("0").rstrip(".") if decimals else whole


@lru_cache(maxsize=65536)
def digits(text: str) -> tuple[str, ...]:
    """The numbers a text writes in digits, in its order: no grouping, a point before decimals."""
    if not _DIGIT.search(text):
        return ()
    text = western(text)
    text = _TEN_THOUSANDS.sub(
        lambda match: str(round(float(match[1]) * (10_000 if match[2] == "万" else 100_000_000))),
        text,
    )
    return tuple(_canonical(number) for number in _NUMBER.finditer(_CLOCK.sub(_clock, text)))


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


@cache
def _months(language: str, month: int) -> tuple[str, ...]:
    names = _locale(language).months
    found = {names[use]["wide"][month] for use in ("format", "stand-alone")}
    # "May" in English is a verb too, but a month only ever excuses a number: harmless.
    return tuple(name.casefold() for name in found if not any(map(str.isdigit, name)))


@cache
def _pattern(language: str, value: int) -> re.Pattern[str] | None:
    words = WORDS.get(language, {}).get(value)
    if not words:
        return None
    if language == "zh":
        return re.compile(words)
    front = _ARABIC_FRONT if language == "ar" else ""
    return re.compile(rf"(?<!\w){front}(?:{words})(?!\w)", re.IGNORECASE)


def says(text: str, number: str, language: str) -> bool:
    """Whether a text says a number in words, or as the month of that number, in a language."""
    if len(number) > 4 or not number.isdigit():
        return False
    value = int(number)
    pattern = _pattern(language, value)
    if pattern and pattern.search(text):
        return True
    if 1 <= value <= 12 and any(name in text.casefold() for name in _months(language, value)):
        return True
    tens, unit = divmod(value, 10)
    return (
        20 < value < 100
        and unit > 0
        and says(text, str(tens * 10), language)
        and says(text, str(unit), language)
    )


@lru_cache(maxsize=8192)
def said(text: str, language: str) -> tuple[int, ...]:
    """The numbers from two on, and the months, that a text names in words."""
    values = (value for value in WORDS.get(language, {}) if value > 1)
    return (
        *(value for value in values if (found := _pattern(language, value)) and found.search(text)),
        *(
            -month
            for month in range(1, 13)
            if any(re.search(rf"\b{name}\b", text, re.I) for name in _months(language, month))
        ),
    )


def differing(
    source: str, translation: str, source_language: str, language: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The numbers that only a source states, and those that only its translation states."""
    wanted, given = set(digits(source)), set(digits(translation))
    if wanted == given:
        return (), ()
    missing = {n for n in wanted - given if not says(translation, n, language)}
    extra = {n for n in given - wanted if not says(source, n, source_language)}
    if language in _NUMBERED_DAYS:
        extra = {n for n in extra if not _names_day(source, n, source_language)}
    if AFTERNOON.search(source) or AFTERNOON.search(translation):
        # One side may count hours to 12 and the other to 24, as in "下午2点" for "14:00".
        missing = {n for n in missing if not _same_hour(n) & given}
        extra = {n for n in extra if not _same_hour(n) & wanted}
    return _in_order(missing, digits(source)), _in_order(extra, digits(translation))


def _names_day(text: str, number: str, language: str) -> bool:
    """Whether a text names the day that Vietnamese and Portuguese number: Monday is 2."""
    days = _locale(language).days["format"]["wide"] if number in "234567" else {}
    return bool(days) and days[int(number) - 2].casefold() in text.casefold()


def _same_hour(number: str) -> set[str]:
    hour = int(number) if number.isdigit() else 24
    return {str((hour + 12) % 24)} if hour < 24 else set()


def _in_order(chosen: set[str], order: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(number for number in order if number in chosen))
