"""What readers are told about the texts they read: on pages, in lists, in packs, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import polib
import pytest

from example import GUIDE, ROOT
from livret.build import build
from livret.catalog import read_catalog
from livret.page import Page
from small_catalog import po_path

MakeGuide = Callable[[dict[str, str | None]], Path]


def told(message: str) -> str:
    """A message of the interface on Arabic pages, up to the name of a language in it."""
    catalog, _ = read_catalog((GUIDE / "translations", ROOT / "translations"), "ar")
    return catalog.gettext(message).partition("{language}")[0]


DRAFTED = told(
    "Machine translation from {language}, not yet reviewed by a person. "
    "If in doubt, show the French text or ask the office."
)
PARTLY = told("Some parts are not translated yet and are shown in {language}.")
CHANGED = told(
    "Some parts have changed in the original since they were translated and are shown in "
    "{language}."
)
OLDER = told("The parts marked with a line at the side may be older than the original.")


def arabic_pages(folder: Path, changes: Mapping[str, str | None]) -> dict[str, Page]:
    """The Arabic pages, where messages have another source now (or, with None, no translation)."""
    path = po_path(folder / "translations", "ar", "arriving")
    file = polib.pofile(str(path), wrapwidth=-1)
    for entry in file:
        if entry.msgid in changes:
            before = changes[entry.msgid]
            entry.msgstr = entry.msgstr if before else ""
            entry.previous_msgid = before
            entry.flags = ["fuzzy"] if before else []
    file.save(str(path))
    edition = next(each for each in build(folder).release.editions if each.code == "ar")
    return {page.address.removeprefix("/ar"): page for page in edition.pages}


@pytest.mark.parametrize(
    ("changes", "state", "expected"),
    [
        ({}, "drafted", {DRAFTED}),
        ({"The office does.": "The office pays."}, "outdated", {DRAFTED, OLDER}),
        ({"Who pays?": "Who does not pay?"}, "critical", {DRAFTED, CHANGED}),
        ({"Who pays?": None}, "missing", {DRAFTED, PARTLY}),
        (
            {"Who pays?": None, "The office does.": "The office pays."},
            "missing",
            {DRAFTED, PARTLY, OLDER},
        ),
    ],
)
def test_an_answer_says_exactly_what_its_texts_are(
    changed_guide: MakeGuide, changes: Mapping[str, str | None], state: str, expected: set[str]
) -> None:
    page = arabic_pages(changed_guide({}), changes)["/arriving/lost-card/"]
    assert page.state == state
    assert re.search(f'<article [^>]*data-state="{state}"', page.fragment)
    assert {text for text in (DRAFTED, PARTLY, CHANGED, OLDER) if text in page.fragment} == expected


def test_a_changed_original_is_shown_in_its_language_and_an_older_text_is_marked(
    changed_guide: MakeGuide,
) -> None:
    changes = {"Who pays?": "Who does not pay?", "The office does.": "The office pays."}
    fragment = arabic_pages(changed_guide({}), changes)["/arriving/lost-card/"].fragment
    assert '<p lang="en" dir="ltr" data-block="2">Who pays?</p>' in fragment
    assert '<p class="older" data-block="3">' in fragment


@pytest.mark.parametrize("rest", ["/", "/arriving/", "/words/", "/steps/"])
def test_lists_say_it_too(changed_guide: MakeGuide, rest: str) -> None:
    assert DRAFTED in arabic_pages(changed_guide({}), {})[rest].fragment


def test_a_list_tells_of_the_answers_it_names(changed_guide: MakeGuide) -> None:
    changes = {"I have lost my harbour card. What now?": None}
    page = arabic_pages(changed_guide({}), changes)["/arriving/"]
    assert page.state == "missing"
    assert PARTLY in page.fragment


def test_the_source_language_says_nothing(changed_guide: MakeGuide) -> None:
    edition = build(changed_guide({})).release.editions[0]
    assert {str(page.state) for page in edition.pages} == {"source"}
    for page in edition.pages:
        assert '<div class="state" role="note"><p>' not in page.fragment, page.address
        assert "<p>Machine translation" not in page.fragment, page.address
