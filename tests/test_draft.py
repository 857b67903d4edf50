"""The pages of a guide that is being written are those that a build makes of it, after any edit."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edits import Edit, a_figure, a_glossary_word, edits, enlarge, replaced
from example import GUIDE
from livret.build import build
from livret.contents import edition_files
from livret.draft import Draft, draft_of
from livret.problem import ProblemsFound

Outcome = dict[str, bytes] | str


def copied(place: Path) -> Path:
    guide = Path(shutil.copytree(GUIDE, place / "guide"))
    enlarge(guide)
    return guide


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return copied(tmp_path)


def made(draft: Draft) -> Outcome:
    """Every page of every language as it would be published, and what goes with them."""
    pages = {
        f"{address}index.html" if address.endswith("/") else address: sheet.page(address)
        for sheet in draft.sheets
        for address in sheet.addresses
    }
    manifests = {
        f"/{sheet.language.code}/manifest.webmanifest": sheet.manifest() for sheet in draft.sheets
    }
    return {**pages, **manifests, **{file.path: file.body for file in draft.files}}


def built(guide: Path) -> Outcome:
    try:
        release = build(guide).release
    except ProblemsFound as found:
        return str(found)
    pages = {
        f"/{path}": body for edition in release.editions for path, body in edition_files(edition)
    }
    files = [*release.files, *release.unkept]
    return {**pages, **{file.path: file.body for file in files if file.path[1] == "a"}}


def test_a_draft_is_what_a_build_makes(guide: Path) -> None:
    assert made(draft_of(guide)) == built(guide)


def test_a_draft_with_an_address_is_too(guide: Path) -> None:
    replaced(guide / "content/guide.toml", r"^host", 'address = "https://a.example"\nhost')
    found = made(draft_of(guide))
    assert found == built(guide)
    assert any("preview-rtl" in path for path in found)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(edits, min_size=1, max_size=3), st.integers(0, 10_000))
def test_after_any_edits_a_draft_is_what_a_build_makes(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[Edit]], seed: int
) -> None:
    chance = random.Random(seed)
    guide = copied(tmp_path_factory.mktemp("edited"))
    draft = draft_of(guide)
    for some in rounds:
        for edit in some:
            edit(guide, chance)
        try:
            draft = draft_of(guide, draft)
            found = made(draft)
        except ProblemsFound as error:
            found = str(error)
        assert found == built(guide)


@pytest.mark.parametrize("edit", [a_figure, a_glossary_word])
def test_what_many_pages_show_is_new_on_each(guide: Path, edit: Edit) -> None:
    before = draft_of(guide)
    old = made(before)
    edit(guide, random.Random(1))
    new = draft_of(guide, before)
    assert new.state != before.state
    assert made(new) == built(guide) != old
    # What was asked for before is still as it was: one answer never mixes two states.
    assert made(before) == old


def test_only_the_catalogs_that_changed_are_read_again(guide: Path) -> None:
    before = draft_of(guide)
    with (guide / "translations/fr/LC_MESSAGES/money.po").open("a", encoding="utf-8") as file:
        file.write("\n# nothing new\n")
    new = draft_of(guide, before)
    same = {tag for tag, spoken in new.spoken.items() if spoken is before.spoken[tag]}
    assert same == before.spoken.keys() - {"fr"}


def test_the_listing_tells_of_every_page(guide: Path) -> None:
    draft = draft_of(guide)
    for sheet in draft.sheets:
        listed = [page.address for page in sheet.listing().pages]
        assert sorted(listed) == sorted(each for each in sheet.addresses if each[-1] == "/")
