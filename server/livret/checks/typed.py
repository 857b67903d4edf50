"""Amounts, rates, durations and deadlines typed into a text, where nobody finds them again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name
from babel.units import format_unit

from livret.checks.kind import Finding, Kind, written_texts
from livret.facts import facts
from livret.model import Guide

FIGURE_TYPED = Kind(
    "figure-typed",
    "Digits with a currency or per cent, a duration (“15 days”, “two months”) or a day (“31 May”) "
    "stand in a text instead of a figure. Opening hours, days of the past and names in the "
    "glossary (“100 % Santé”) are left alone.",
    "put it in figures.toml and write {its_key}",
)
KINDS = (FIGURE_TYPED,)

_UNITS = ("minute", "hour", "day", "week", "month", "year")
_CURRENCIES = ("EUR", "USD", "GBP")
_SPACE = "[\\s\u00a0\u202f-]"
_DIGITS = "\\d(?:[\\d.,\u00a0\u202f ]*\\d)?"
# A length of time has up to three digits: "2026" before a word is a year.
_COUNT = r"(?<![\d.,])\d{1,3}(?:[.,]\d)?(?![\d])"
# Spelt numbers hide best. Other languages are searched for digits only.
_SPELT = {
    "en": "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty"
    "|thirty|sixty|ninety",
    "fr": "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|dix-huit|vingt|trente"
    "|soixante|quatre-vingt-dix",
}
_YEAR = r"(?:,? \d{4}(?!\d))?"
_PER_CENT = r"%|per ?cent(?!\w)|pour cent(?!\w)"
# Round the clock is a way to say "always".
_ALWAYS = "24 hours a day|7 days a week|24 heures sur 24|7 jours sur 7"


def check_typed(guide: Guide, on: date) -> Iterator[Finding]:
    """Each amount, rate, duration or day that a text states in its own words."""
    locale = guide.source_language.locale
    pattern = _pattern(locale)
    hours = {contact.hours for contact in guide.contacts.values()}
    names = _either(name for word in guide.words.values() for name in (word.term, word.full))
    meant = re.compile(rf"{_ALWAYS}|(?<!\w)(?:{names or '(?!)'})(?!\w)", re.IGNORECASE)
    for text in written_texts(guide):
        if text in hours:
            continue
        plain = meant.sub(" ", facts(text.message).plain)
        for found in dict.fromkeys(match[0].strip() for match in pattern.finditer(plain)):
            day = _day(found, locale)
            if day is None or day > on:
                yield FIGURE_TYPED.at(text.place, f'"{found}" is typed into the text')


def _day(found: str, locale_name: str) -> date | None:
    """The day that a text names with its year; None for anything else."""
    months = _months(Locale.parse(locale_name))
    month = next((number for name, number in months if name.casefold() in found.casefold()), None)
    numbers = [int(number) for number in re.findall(r"\d+", found)]
    if month is None or len(numbers) != 2:
        return None
    try:
        return date(max(numbers), month, min(numbers))
    except ValueError:
        return None


@cache
def _pattern(locale_name: str) -> re.Pattern[str]:
    """What looks like a figure in a language; its names of units and months are CLDR's."""
    locale = Locale.parse(locale_name)
    units = _either(_unit_names(locale))
    months = _either(name for name, _ in _months(locale))
    currency = _either(_currency_names(locale))
    count = f"(?:{_COUNT}|(?<!\\w)(?:{_SPELT.get(locale.language, '(?!)')}))"
    return re.compile(
        rf"(?<!\w)(?:{currency}){_SPACE}?{_DIGITS}"
        rf"|{_DIGITS}{_SPACE}?(?:(?:{currency})(?!\w)|{_PER_CENT})"
        rf"|{count}(?:{_SPACE}[^\W\d_]{{3,}})?{_SPACE}(?:{units})(?!\w)"
        rf"|(?<!\d)\d{{1,2}}(?:er|st|nd|rd|th)?\.?{_SPACE}(?:of )?(?:{months})(?!\w){_YEAR}"
        rf"|(?<!\w)(?:{months}){_SPACE}\d{{1,2}}(?:st|nd|rd|th)?(?!\w){_YEAR}",
        re.IGNORECASE,
    )


def _either(names: Iterable[str]) -> str:
    """A pattern for one of some names, the longest first."""
    return "|".join(
        re.escape(name) for name in sorted(set(names), key=lambda name: (-len(name), name))
    )


def _unit_names(locale: Locale) -> Iterator[str]:
    """The names of units with numbers that need their several plural forms."""
    for unit in _UNITS:
        for number in (1, 2, 3, 5, 11, 100):
            text = format_unit(number, f"duration-{unit}", "long", locale=locale)
            if name := re.sub(r"\d+", "", text).strip(" \u00a0\u202f\u200f"):
                yield name


def _months(locale: Locale) -> Iterator[tuple[str, int]]:
    """The names of months with their numbers, from 1."""
    for use in ("format", "stand-alone"):
        for number, name in locale.months[use]["wide"].items():
            if not any(map(str.isdigit, name)):
                yield name, number


def _currency_names(locale: Locale) -> Iterator[str]:
    for code in _CURRENCIES:
        yield code
        yield locale.currency_symbols.get(code, code)
        for count in (1, 2):
            yield get_currency_name(code, count=count, locale=locale)
    yield "€"
