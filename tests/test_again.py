"""After any edit, what is built again is what a whole build gives, byte for byte."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from example import GUIDE
from livret import again
from livret.build import Built, build
from livret.publish import site_files

ADDRESS = "https://a.example"
Edit = Callable[[Path, random.Random], None]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide, and beside it what its first build left."""
    place = tmp_path_factory.mktemp("kept")
    shutil.copytree(GUIDE, place / "guide")
    enlarge(place / "guide")
    build(place / "guide", keep=place / "keep", address=ADDRESS)
    assert (place / "keep" / "guide").is_file()
    return place


# Enough answers that not each is a neighbour of each: name, what it is related to, and its body.
MORE = (
    ("boats", "money/tides", "Boats lie at the [[quai]]."),
    ("tides", "money/fee", "Tides come and go."),
    ("ropes", "arriving/lost-card", "Ropes are sold at the [[quai]]."),
    ("sails", "money/boats", "Sails are made of cloth."),
)
ANSWER = """\
---
question: What of the {name} here?
short: All that is known about {name} stands below.
sources: [office-home]
related: [{related}]
checked: 2026-10-0{day}
review-by: 2027-10-01
---
{body}
"""


def enlarge(folder: Path) -> None:
    """Add answers to the last topic of the example guide, with questions in two languages."""
    source = re.findall(r"^\[([a-z0-9-]+)\]", (folder / "content/sources.toml").read_text(), re.M)[
        0
    ]
    for day, (name, related, body) in enumerate(MORE, start=1):
        text = ANSWER.format(name=name, related=related, day=day, body=body)
        path = folder / "content" / "money" / f"{name}.md"
        path.write_text(text.replace("office-home", source), encoding="utf-8")
        for locale, question in (("fr", f"Que dire : {name} ?"), ("ar", f"ماذا عن {name}؟")):
            catalog = folder / "translations" / locale / "LC_MESSAGES" / "money.po"
            with catalog.open("a", encoding="utf-8") as file:
                message = f'msgid "What of the {name} here?"\nmsgstr "{question}"\n'
                file.write(f'\nmsgctxt "money/{name} question"\n{message}')
                short = f"All that is known about {name} stands below."
                message = f'msgid "{short}"\nmsgstr "{question}"\n'
                file.write(f'\nmsgctxt "money/{name} short"\n{message}')
    names = ", ".join(f'"{name}"' for name in ("fee", *(name for name, _, _ in MORE)))
    replaced(folder / "content/money/topic.toml", r"^answers = .*$", f"answers = [{names}]")


@pytest.fixture
def place(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "place"))


def outcome(folder: Path, keep: Path | None = None) -> object:
    """All that a build gives: its files, its warnings, or its problems."""
    try:
        built = build(folder, keep=keep, address=ADDRESS)
    except Exception as error:
        return type(error), str(error)
    return built.release.id, built.warnings, dict(site_files(built.release, ADDRESS))


def replaced(path: Path, pattern: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(pattern, new, text, count=1, flags=re.M), encoding="utf-8")


# --- Edits of every kind. Each may make the guide better, worse or unbuildable. ---


def some_answer(folder: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((folder / "content").glob("*/*.md")))


def a_word(folder: Path, chance: random.Random) -> None:
    path = some_answer(folder, chance)
    lines = path.read_text(encoding="utf-8").split("\n")
    long = [number for number, line in enumerate(lines) if line.count(" ") > 2]
    number = chance.choice(long)
    words = lines[number].split(" ")
    words[chance.randrange(1, len(words))] = chance.choice(["other", "2026", "not", "**bold**"])
    lines[number] = " ".join(words)
    path.write_text("\n".join(lines), encoding="utf-8")


def a_paragraph(folder: Path, chance: random.Random) -> None:
    path = some_answer(folder, chance)
    new = chance.choice(["Something new.", "- one\n- two", "## A heading", "[[nothing]]", "{fee}"])
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{new}\n", encoding="utf-8")


def a_list_in_front(folder: Path, chance: random.Random) -> None:
    path = some_answer(folder, chance)
    others = [f"{each.parent.name}/{each.stem}" for each in (folder / "content").glob("*/*.md")]
    new = f"related: [{chance.choice(sorted(others))}]"
    replaced(path, r"^related: .*$", new)


def a_day(folder: Path, chance: random.Random) -> None:
    day = chance.choice(["2026-10-01", "2026-12-01", "yesterday"])
    replaced(some_answer(folder, chance), r"^checked: .*$", f"checked: {day}")


def a_figure(folder: Path, chance: random.Random) -> None:
    number = chance.randrange(100)
    replaced(folder / "content" / "figures.toml", r"^value = \d+$", f"value = {number}")


def a_glossary_word(folder: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((folder / "content" / "words").glob("*.md")))
    replaced(path, r"^rendering: .*$", "rendering: another rendering")


def a_source(folder: Path, chance: random.Random) -> None:
    replaced(folder / "content" / "sources.toml", r"^publisher = .*$", 'publisher = "Somebody"')


def a_topic(folder: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((folder / "content").glob("*/topic.toml")))
    replaced(path, r"^title = .*$", 'title = "Another title"')


def the_order(folder: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((folder / "content").glob("*/topic.toml")))
    text = path.read_text(encoding="utf-8")
    names = re.findall(r'"([a-z0-9-]+)"', text[text.index("answers") :])
    chance.shuffle(names)
    listed = ", ".join(f'"{name}"' for name in names)
    path.write_text(f"{text[: text.index('answers')]}answers = [{listed}]\n", encoding="utf-8")


def an_answer_gone(folder: Path, chance: random.Random) -> None:
    some_answer(folder, chance).unlink()


def some_catalog(folder: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((folder / "translations").glob("*/LC_MESSAGES/*.po")))


def an_entry(folder: Path, chance: random.Random) -> None:
    path = some_catalog(folder, chance)
    file = polib.pofile(str(path), wrapwidth=-1)
    entry = chance.choice([each for each in file if not each.obsolete])
    kind = chance.randrange(4)
    if kind == 0:
        entry.msgstr = f"{entry.msgstr} и 7"
    elif kind == 1:
        entry.msgstr = ""
    elif kind == 2:
        entry.flags.append("fuzzy")
        entry.previous_msgid = f"{entry.msgid} once"
    else:
        entry.msgstr = entry.msgstr.replace(" ", "  ", 1)
    file.save(str(path))


def a_broken_catalog(folder: Path, chance: random.Random) -> None:
    path = some_catalog(folder, chance)
    path.write_text(f'{path.read_text(encoding="utf-8")}\nmsgid "open\n', encoding="utf-8")


def a_catalog_gone(folder: Path, chance: random.Random) -> None:
    some_catalog(folder, chance).unlink()


def a_language(folder: Path, chance: random.Random) -> None:
    path = folder / "content" / "guide.toml"
    text = path.read_text(encoding="utf-8")
    tags = re.findall(r'"([^"]+)"', re.search(r"^languages = \[(.*?)\]", text, re.M | re.S)[1])
    tags = [*tags, "de"] if chance.random() < 0.5 else tags[:-1]
    listed = ", ".join(f'"{tag}"' for tag in tags)
    path.write_text(
        re.sub(r"^languages = \[.*?\]", f"languages = [{listed}]", text, flags=re.M | re.S),
        encoding="utf-8",
    )


def a_colour(folder: Path, chance: random.Random) -> None:
    replaced(folder / "content" / "guide.toml", r"#[0-9a-f]{6}", "#112233")


def nothing(folder: Path, chance: random.Random) -> None:
    pass


FEW = (a_word, a_paragraph, a_list_in_front, an_entry)
EDITS = (
    *FEW,
    a_day,
    a_figure,
    a_glossary_word,
    a_source,
    a_topic,
    the_order,
    an_answer_gone,
    a_broken_catalog,
    a_catalog_gone,
    a_language,
    a_colour,
    nothing,
)
edits = st.lists(st.sampled_from(FEW) | st.sampled_from(EDITS), min_size=1, max_size=3)
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
@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "gone"])
def test_what_was_kept_and_is_damaged_is_as_if_it_had_never_been(
    place: Path, name: str, harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = place / "keep" / name
    body = path.read_bytes()
    if harm == "gone":
        path.unlink()
    else:
        flipped = bytes(byte ^ 255 for byte in body)
        path.write_bytes({"cut": body[: len(body) // 2], "flip": flipped, "empty": b""}[harm])
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
    monkeypatch.setattr("livret.inputs.version", lambda name: f"another {name}")
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
