"""Figures and phone numbers as a reader of a language expects them (CLDR, through Babel)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, cast

from babel import Locale
from babel.dates import format_date, format_timedelta
from babel.numbers import format_decimal, get_currency_symbol

from livret.model import Figure

_Unit = Literal["minute", "hour", "day", "week", "month", "year"]
# Seconds, as Babel counts them: only the same numbers give back the whole number of a unit.
DURATION_UNITS: dict[str, int] = {
    "minute": 60,
    "hour": 60 * 60,
    "day": 24 * 60 * 60,
    "week": 7 * 24 * 60 * 60,
    "month": 30 * 24 * 60 * 60,
    "year": 365 * 24 * 60 * 60,
}
# Where CLDR's symbol is not the one that people read on a price: Ukrainian has "EUR".
_SYMBOLS = {"EUR": "€"}
# CLDR has no pattern for the first of a month, which some languages write as an ordinal.
_FIRST_DAY = {"fr": "1er", "pt_BR": "1º"}
# Ukrainian dates end in "р.", and a sentence that ends in a date would have two full stops.
_SHORT_YEAR = re.compile(r"\sр\.$")
# Arabic patterns carry a right-to-left mark that fights with the isolation around each number.
_DIRECTION_MARKS = str.maketrans("", "", "‎‏؜")


def _number_pattern(pattern: str, value: int | float) -> str:
    """A CLDR pattern with no decimals for whole values: 105 is not printed as 105,00."""
    decimals = "" if float(value).is_integer() else ".00"
    return pattern.replace(".00", decimals)


def _money(value: int | float, currency: str, locale: Locale) -> str:
    symbol = _SYMBOLS.get(currency) or get_currency_symbol(currency, locale)
    pattern = locale.currency_formats["standard"].pattern.split(";")[0].translate(_DIRECTION_MARKS)
    quoted = _number_pattern(pattern, value).replace("¤", f"'{symbol}'")
    return format_decimal(value, format=quoted, locale=locale)


def _percent(value: int | float, locale: Locale) -> str:
    pattern: str = locale.percent_formats[None].pattern.translate(_DIRECTION_MARKS)
    number = format_decimal(value, locale=locale)
    # The sign of a CLDR pattern scales its number by a hundred; a figure already holds per cent.
    return pattern.replace("#,##0", number).replace("#", "")


def figure_text(figure: Figure, locale: str) -> str:
    """The figure in a Babel locale: "105 €", "70 %", "3 months", "1 June 2026", "1,500"."""
    return _figure_text(figure.kind, figure.value, figure.unit or "", locale)


@lru_cache(maxsize=8192)
def _figure_text(kind: str, value: int | float | date, unit: str, locale: str) -> str:
    parsed = Locale.parse(locale)
    if isinstance(value, date):
        return day_text(value, locale)
    match kind:
        case "money":
            text = _money(value, unit, parsed)
        case "percent":
            text = _percent(value, parsed)
        case "duration":
            text = duration_text(value, unit, locale)
        case _:
            text = format_decimal(value, locale=parsed)
    return text.translate(_DIRECTION_MARKS)


def day_text(day: date, locale: str, form: str = "long") -> str:
    """A date as CLDR writes it in a locale; `form` is short, medium, long or full."""
    text = format_date(day, form, locale).translate(_DIRECTION_MARKS)
    ordinal = _FIRST_DAY.get(locale) or _FIRST_DAY.get(locale.split("_")[0])
    if day.day == 1 and ordinal:
        text = text.replace("1 ", f"{ordinal} ", 1)
    return _SHORT_YEAR.sub("\u00a0року", text)


def duration_text(number: int | float, unit: str, locale: str) -> str:
    """A length of time in one unit, as "3 months"; `unit` is a key of `DURATION_UNITS`."""
    length = timedelta(seconds=number * DURATION_UNITS[unit])
    # A threshold that nothing reaches keeps the unit: 12 months do not become a year.
    text = format_timedelta(length, granularity=cast(_Unit, unit), threshold=1e9, locale=locale)
    text = text.translate(_DIRECTION_MARKS)
    if number == 2 and locale.startswith("ar"):
        # CLDR gives the dual as a subject; in a sentence it follows a preposition or a verb.
        text = text.removesuffix("ان") + "ين"
    return text


def machine_value(figure: Figure) -> str:
    """The figure for programs: a number, an ISO date, or an ISO 8601 duration."""
    return figure.value.isoformat() if isinstance(figure.value, date) else str(figure.value)


@lru_cache(maxsize=1024)
def phone_text(phone: str) -> str:
    """A phone number grouped for reading: +33223235500 becomes "+33 2 23 23 55 00".

    Short numbers ("15", "3646") stay as they are. Free and special-rate numbers mostly work inside
    their country only and are written as they are dialled there: "0 800 23 52 36".
    """
    if not phone.startswith("+"):
        return phone
    # Slow to load, and few pages are built again that show a number.
    import phonenumbers

    kinds = phonenumbers.PhoneNumberType
    parsed = phonenumbers.parse(phone, None)
    at_home = phonenumbers.number_type(parsed) in (
        kinds.TOLL_FREE,
        kinds.SHARED_COST,
        kinds.PREMIUM_RATE,
        kinds.UAN,
    )
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, style.NATIONAL if at_home else style.INTERNATIONAL)


@lru_cache(maxsize=1024)
def phone_link(phone: str) -> str:
    """What a phone dials, for a `tel:` address (RFC 3966): the number as it is shown, unspaced."""
    return phone_text(phone).replace(" ", "").replace("\u00a0", "")
