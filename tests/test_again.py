"""After any edit, what is built again is what a whole build gives, byte for byte."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from damage import DAMAGES, damage
from edits import Edit, a_broken_catalog, a_word, an_entry, edits, enlarge, nothing, replaced
from example import GUIDE
from livret import again
from livret.build import Built, build
from livret.contents import site_files

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
@given(st.lists(edits, min_size=1, max_size=2), st.integers(0, 10_000))
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
