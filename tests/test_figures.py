"""Figures as readers of each language expect them."""

from __future__ import annotations

from datetime import date

import pytest

from livret.figures import DURATION_UNITS, duration_text, figure_text, phone_link, phone_text
from livret.model import Figure, Place, Text

PLACE = Place("content/figures.toml", 1)
LOCALES = ("en_GB", "fr", "es", "pt_BR", "ar", "zh_Hans", "vi", "uk")


def figure(kind: str, value: float | date, unit: str | None = None) -> Figure:
    label = Text("Label", None, "guide", PLACE, "Label", "en")
    return Figure("key", kind, value, unit, label, None, None, None, None, None, None, PLACE)


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("en_GB", "€105"),
        ("fr", "105\u00a0€"),
        ("ar", "105\u00a0€"),
        ("uk", "105\u00a0€"),
        ("zh_Hans", "€105"),
        ("vi", "105\u00a0€"),
    ],
)
def test_a_whole_amount_has_no_decimals_and_the_sign_people_know(locale: str, shown: str) -> None:
    assert figure_text(figure("money", 105, "EUR"), locale) == shown


def test_an_amount_with_cents_keeps_both_digits() -> None:
    assert figure_text(figure("money", 9.9, "EUR"), "fr") == "9,90\u00a0€"
    assert figure_text(figure("money", 10339, "EUR"), "fr") == "10\u202f339\u00a0€"


def test_a_rate_follows_the_habit_of_the_language() -> None:
    assert figure_text(figure("percent", 70), "fr") == "70\u202f%".replace("\u202f", "\u00a0")
    assert figure_text(figure("percent", 66.5), "en_GB") == "66.5%"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("unit", DURATION_UNITS)
def test_a_length_of_time_has_words_in_every_language(locale: str, unit: str) -> None:
    for number in (1, 2, 3, 5, 12, 45):
        assert "duration" not in duration_text(number, unit, locale)


def test_a_length_of_time_stays_in_its_unit() -> None:
    assert duration_text(12, "month", "en_GB") == "12 months"
    assert duration_text(45, "day", "fr") == "45\u00a0jours"
    assert duration_text(2, "month", "ar") == "شهرين"
    assert duration_text(5, "week", "uk") == "5 тижнів"


def test_a_date_is_written_out() -> None:
    assert figure_text(figure("date", date(2027, 5, 31)), "en_GB") == "31 May 2027"
    assert figure_text(figure("date", date(2027, 5, 1)), "fr") == "1er mai 2027"
    assert figure_text(figure("date", date(2027, 5, 1)), "pt_BR") == "1º de maio de 2027"
    assert figure_text(figure("date", date(2027, 5, 31)), "zh_Hans") == "2027年5月31日"


def test_a_phone_number_is_grouped_and_a_short_one_left_alone() -> None:
    assert phone_text("+33223235500") == "+33 2 23 23 55 00"
    assert phone_text("3646") == "3646"


def test_a_free_number_is_written_as_it_is_dialled_at_home() -> None:
    assert phone_text("+33800235236") == "0 800 23 52 36"
    assert phone_link("+33800235236") == "0800235236"
    assert phone_link("+33223235500") == "+33223235500"
