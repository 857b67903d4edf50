"""The time of a step is told as one part of a sentence, in every language of the guide."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from example import ROOT
from livret.model import Step
from livret.read_data import ANCHORS, STEP_DAYS
from livret.translated import Translated, translated
from livret.when import when

OFFSETS = ((-3, "month"), (-2, "month"), (-1, "week"), (0, "day"), (1, "week"), (15, "day"))


@pytest.fixture(scope="module")
def languages() -> list[Translated]:
    return translated(ROOT, "", [])


def told(language: Translated) -> dict[tuple[str, str, tuple[int, str] | None], str]:
    """How each time is told that a guide can count a step from, by anchor, kind and offset."""
    step = language.guide.steps[0]
    locale = language.guide.language.locale

    def text(anchor: str, kind: str, after: tuple[int, str] | None) -> str:
        return when(step_at(step, anchor, kind, after), language.phrases, locale, hold=str)

    counted = {given: text(*given) for given in product(ANCHORS, STEP_DAYS, OFFSETS)}
    around = {(anchor, "by", None): text(anchor, "by", None) for anchor in ANCHORS}
    return {**counted, **around}


def step_at(step: Step, anchor: str, kind: str, after: tuple[int, str] | None) -> Step:
    return replace(step, anchor=anchor, when=kind, after=after)


def test_no_time_is_glued_together_with_colons(languages: list[Translated]) -> None:
    texts = [text for language in languages for text in told(language).values()]
    assert not [text for text in texts if ":" in text or "：" in text]


def test_every_time_is_told_in_words_of_its_own(languages: list[Translated]) -> None:
    for language in languages:
        times = told(language)
        assert len(set(times.values())) == len(times), language.code


def test_the_time_reads_as_a_native_would_say_it(languages: list[Translated]) -> None:
    times = {language.code: told(language) for language in languages}
    suggested = ("arrival", "suggested", (-3, "month"))
    assert {
        code: of[suggested].replace("\N{NO-BREAK SPACE}", " ") for code, of in times.items()
    } == {
        "en": "We suggest 3 months before you arrive in France",
        "fr": "Conseillé 3 mois avant votre arrivée en France",
        "es": "Sugerimos hacerlo 3 meses antes de su llegada a Francia",
        "pt": "Sugerimos fazer isso 3 meses antes da sua chegada à França",
        "ar": "يُستحسن إنجازه قبل 3 أشهر من وصولك إلى فرنسا",
        "zh": "建议在抵达法国前3个月办理",
        "vi": "Nên làm 3 tháng trước khi bạn đến Pháp",
        "uk": "Радимо за 3 місяці до приїзду у Францію",
    }
    english = times["en"]
    assert english["permit-end", "by", (-2, "month")] == (
        "At the latest 2 months before your permit ends"
    )
    assert english["housing-start", "by", (0, "day")] == "At the latest the day you move in"
    assert english["birth", "by", None] == "Around the day your child is born"
