"""An answer's version changes with what the answer says, and with nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from example import GUIDE
from livret.build import Built, build

CONTENT = GUIDE / "content"
FEE = "content/money/fee.md"
ARABIC = "translations/ar/LC_MESSAGES/money.po"

Change = Callable[[dict[str, str | None]], Path]


def text(name: str) -> str:
    return (GUIDE / name).read_text(encoding="utf-8")


def versions(guide: Built, code: str) -> dict[str, str]:
    """The versions of a language by answer, as phones read them from its pack."""
    lines = guide.release.packs[code].body.decode().splitlines()[1:]
    pages = [json.loads(line) for line in lines]
    return {page["address"].removeprefix(f"/{code}"): page["version"] for page in pages}


def changed(before: Built, after: Built, code: str) -> set[str]:
    """The answers whose words in a language a reader of that language is told of."""
    old, new = versions(before, code), versions(after, code)
    return {rest for rest in new if new[rest].split(".")[-1] != old[rest].split(".")[-1]}


def changed_in_substance(before: Built, after: Built, code: str) -> set[str]:
    """The answers that a reader is told of who has changed the language since."""
    old, new = versions(before, code), versions(after, code)
    return {rest for rest in new if new[rest].split(".")[0] != old[rest].split(".")[0]}


def test_answers_have_versions_and_other_pages_have_none(built: Built) -> None:
    found = versions(built, "ar")
    assert all(found[f"/{key}/"] for key in built.guide.answers)
    assert found["/"] == found["/words/"] == found["/money/"] == found["/404.html"] == ""


def test_the_first_part_is_the_same_in_every_language(built: Built) -> None:
    parts = [
        {rest: v.split(".")[0] for rest, v in versions(built, c).items()} for c in ("en", "ar")
    ]
    assert parts[0] == parts[1]
    assert versions(built, "en")["/money/fee/"] != versions(built, "ar")["/money/fee/"]


def test_the_page_names_the_version_that_it_shows(built: Built) -> None:
    edition = next(each for each in built.release.editions if each.code == "ar")
    page = next(each for each in edition.pages if each.address == "/ar/money/fee/")
    assert f'data-version="{page.version}"' in page.fragment


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (FEE, "checked: 2026-11-22", "checked: 2026-11-23"),
        (FEE, "keywords: [price, cost", "keywords: [price, how much"),
        (FEE, "related: [arriving/register]\n", ""),
        (FEE, "sources: [harbour-fee, harbour-office]", "sources: [harbour-fee]"),
        ("content/money/topic.toml", 'title = "', 'title = "More '),
        ("content/guide.toml", 'accent = "#5b2a86"', 'accent = "#123456"'),
    ],
)
def test_what_stands_around_an_answer_changes_no_version(
    built: Built, changed_guide: Change, name: str, old: str, new: str
) -> None:
    assert old in text(name)
    after = build(changed_guide({name: text(name).replace(old, new)}))
    assert after.release.id != built.release.id
    for code in ("en", "fr", "ar"):
        assert changed(built, after, code) == set()


@pytest.mark.parametrize(
    ("name", "old", "new", "answers"),
    [
        (FEE, "less than a week do not", "less than a month do not", {"/money/fee/"}),
        (FEE, "How much is the", "What is the", {"/money/fee/"}),
        ("content/figures.toml", "value = 105", "value = 110", {"/money/fee/"}),
        # The contact is a card in one answer, and its number stands in the text of another.
        (
            "content/contacts.toml",
            "+33299000000",
            "+33299000001",
            {"/arriving/lost-card/", "/arriving/register/"},
        ),
    ],
)
def test_what_an_answer_says_is_in_its_version(
    built: Built, changed_guide: Change, name: str, old: str, new: str, answers: set[str]
) -> None:
    assert old in text(name)
    after = build(changed_guide({name: text(name).replace(old, new, 1)}))
    assert changed(built, after, "en") == answers
    assert changed_in_substance(built, after, "ar") == answers


def test_a_mended_translation_is_told_to_those_who_read_it_and_to_nobody_else(
    built: Built, changed_guide: Change
) -> None:
    mended = text(ARABIC).replace("من يبقى أقل من أسبوع لا يدفع.", "لا يدفع من يبقى أقل من أسبوع.")
    after = build(changed_guide({ARABIC: mended}))
    assert changed(built, after, "ar") == {"/money/fee/"}
    assert changed(built, after, "fr") == set()
    assert changed_in_substance(built, after, "ar") == set()
