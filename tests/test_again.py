"""After any edit, what is built again is what a whole build gives, byte for byte."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from damage import DAMAGES, damage
from edits import Edit, a_broken_catalog, a_word, an_entry, edits, enlarge, nothing, replaced
from example import GUIDE
from livret import again
from livret.build import Built, build
from livret.chosen import Chosen
from livret.contents import site_files
from livret.page import Page

ADDRESS = "https://a.example"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide, and beside it what its first build left."""
    place = tmp_path_factory.mktemp("kept")
    shutil.copytree(GUIDE, place / "guide")
    enlarge(place / "guide")
    build(place / "guide", keep=place / "keep", address=ADDRESS)
    assert (place / "keep" / "guide").is_file()
    return place


@pytest.fixture
def place(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "place"))


def outcome(folder: Path, keep: Path | None = None, processes: int = 1) -> object:
    """All that a build gives: its files, its warnings, or its problems."""
    try:
        built = build(folder, keep=keep, address=ADDRESS, processes=processes)
    except Exception as error:
        return type(error), str(error)
    return built.release.id, built.warnings, dict(site_files(built.release, ADDRESS))


slow = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@slow
@given(st.lists(edits, min_size=1, max_size=4), st.integers(0, 10_000))
def test_after_any_edits_the_same_is_built(
    kept: Path, tmp_path_factory: pytest.TempPathFactory, rounds: list[list[Edit]], seed: int
) -> None:
    chance = random.Random(seed)
    place = Path(shutil.copytree(kept, tmp_path_factory.mktemp("edited") / "place"))
    for some in rounds:
        for edit in some:
            edit(place / "guide", chance)
        given_now = outcome(place / "guide", place / "keep")
        assert given_now == outcome(place / "guide")


def in_short(place: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[object, bool]:
    """What a build with something kept gives, and whether it went the short way."""
    ways: list[bool] = []
    whole = again.build_again

    def watched(*arguments: object) -> object:
        ways.append(False)
        result = whole(*arguments)  # type: ignore[arg-type]
        ways[-1] = True
        return result

    monkeypatch.setattr("livret.build.build_again", watched)
    return outcome(place / "guide", place / "keep"), ways[-1]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("edit", [nothing, a_word, an_entry])
def test_an_edited_answer_or_catalog_gives_the_same(
    place: Path, edit: Edit, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(place / "guide", random.Random(seed))
    given_now, _ = in_short(place, monkeypatch)
    assert given_now == outcome(place / "guide")


@pytest.mark.parametrize("edit", [a_word, an_entry])
def test_several_processes_give_the_same(place: Path, edit: Edit) -> None:
    for seed in range(3):
        edit(place / "guide", random.Random(seed))
    assert outcome(place / "guide", place / "keep", processes=3) == outcome(place / "guide")


# Each is seen on pages that only this way of showing an answer leads to.
@pytest.mark.parametrize(
    ("file", "pattern", "new"),
    [
        pytest.param("content/money/sails.md", r"^short: All", "short: Nearly all", id="its topic"),
        pytest.param("content/arriving/lost-card.md", "^question: I", "question: We", id="related"),
        pytest.param("content/money/boats.md", "^question: What", "question: How", id="neighbours"),
        pytest.param("content/money/ropes.md", "^question: What", "question: How", id="its words"),
        pytest.param("content/money/ropes.md", r"\[\[quai\]\]", "port", id="no word any more"),
        pytest.param("content/money/sails.md", "cloth", "[[quai]]", id="a word now"),
        pytest.param(
            "translations/fr/LC_MESSAGES/money.po", "Que dire : sails", "Sails", id="the companion"
        ),
        pytest.param("translations/ar/LC_MESSAGES/money.po", "ماذا عن", "وماذا عن", id="catalog"),
    ],
)
def test_every_page_that_shows_an_edited_answer_is_made_again(
    place: Path, monkeypatch: pytest.MonkeyPatch, file: str, pattern: str, new: str
) -> None:
    before = (place / "guide" / file).read_text(encoding="utf-8")
    replaced(place / "guide" / file, pattern, new)
    assert (place / "guide" / file).read_text(encoding="utf-8") != before
    given_now, short = in_short(place, monkeypatch)
    assert short
    assert given_now == outcome(place / "guide")


def answers_made(place: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The answers whose pages the next build makes in the source language, which takes the short
    way and gives what a whole one does."""
    made: list[Chosen] = []
    render_some = again.render_some

    def watched(*arguments: Any) -> list[Page]:
        made.append(arguments[-1])
        return render_some(*arguments)

    monkeypatch.setattr(again, "render_some", watched)
    given_now, short = in_short(place, monkeypatch)
    monkeypatch.undo()
    assert short
    assert given_now == outcome(place / "guide")
    return set().union(*(chosen.answers for chosen in made))


def test_what_was_made_again_is_not_made_once_more(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sails, boats = (place / f"guide/content/money/{name}.md" for name in ("sails", "boats"))
    replaced(sails, "^short: All", "short: Nearly all")
    assert "money/sails" in answers_made(place, monkeypatch)
    assert answers_made(place, monkeypatch) == set()
    replaced(place / "guide/content/arriving/lost-card.md", "^question: I", "question: We")
    assert "money/sails" not in answers_made(place, monkeypatch)
    replaced(sails, "^short: Nearly all", "short: All")
    assert "money/sails" in answers_made(place, monkeypatch)
    replaced(boats, "^question: What", "question: How")
    assert "arriving/lost-card" not in answers_made(place, monkeypatch)


def test_the_words_of_an_answer_are_those_that_it_has_had_since(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced(place / "guide/content/money/sails.md", "cloth", "[[quai]]")
    answers_made(place, monkeypatch)
    # The page of the word names both.
    replaced(place / "guide/content/money/ropes.md", "^question: What", "question: How")
    answers_made(place, monkeypatch)


@pytest.mark.parametrize("harm", DAMAGES)
def test_what_was_made_since_the_whole_build_and_is_damaged_is_made_again(
    place: Path, harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced(place / "guide/content/money/sails.md", "^short: All", "short: Nearly all")
    answers_made(place, monkeypatch)
    damage(place / "keep" / "since", harm)
    assert "money/sails" in answers_made(place, monkeypatch)


def test_what_another_build_left_since_is_not_used(
    place: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sails = place / "guide/content/money/sails.md"
    replaced(sails, "^short: All", "short: Nearly all")
    answers_made(place, monkeypatch)
    build(place / "guide", keep=place / "other", address=ADDRESS)
    shutil.copy(place / "keep" / "since", place / "other" / "since")
    shutil.rmtree(place / "keep")
    (place / "other").rename(place / "keep")
    assert answers_made(place, monkeypatch) == set()
    replaced(sails, "^short: Nearly all", "short: All")
    assert "money/sails" in answers_made(place, monkeypatch)


def test_a_later_check_is_told_where_the_latest_is(place: Path) -> None:
    replaced(place / "guide/content/money/tides.md", "^checked: .*$", "checked: 2027-01-01")
    assert outcome(place / "guide", place / "keep") == outcome(place / "guide")


@pytest.mark.parametrize("name", ["guide", "fr"])
@pytest.mark.parametrize("harm", DAMAGES)
def test_what_was_kept_and_is_damaged_is_as_if_it_had_never_been(
    place: Path, name: str, harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(place / "keep" / name, harm)
    given_now, short = in_short(place, monkeypatch)
    assert not short
    assert given_now == outcome(place / "guide")


def test_parts_of_two_builds_are_not_put_together(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(place / "guide", keep=tmp_path / "other", address=ADDRESS)
    shutil.copy(tmp_path / "other" / "fr", place / "keep" / "fr")
    assert not in_short(place, monkeypatch)[1]


def test_another_program_makes_nothing_of_what_was_kept(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("livret.inputs.versions", lambda: ["jinja2-2.0.dist-info"])
    assert not in_short(place, monkeypatch)[1]


def test_another_address_makes_nothing_of_what_was_kept(place: Path) -> None:
    now: Built = build(place / "guide", keep=place / "keep", address="https://b.example")
    assert now.release == build(place / "guide", address="https://b.example").release


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert outcome(GUIDE, tmp_path / "file" / "keep") == outcome(GUIDE)


def test_nothing_is_kept_of_a_build_with_warnings(place: Path, tmp_path: Path) -> None:
    a_broken_catalog(place / "guide", random.Random(1))
    assert build(place / "guide", keep=tmp_path / "keep", address=ADDRESS).warnings
    assert not (tmp_path / "keep").exists()
