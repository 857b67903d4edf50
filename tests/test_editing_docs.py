"""docs/editing.md names what the code knows: every field of every file, every word it may hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest

from example import GUIDE, ROOT
from livret.command import make_parser
from livret.fields import Fields
from livret.problem import ProblemsFound
from livret.read import _parsed_answer, read_guide
from livret.read_data import ANCHORS, DURATION_UNITS, FIGURE_KINDS

DOCS = (ROOT / "docs/editing.md").read_text(encoding="utf-8")
SECTIONS = {
    "answer.md": "An answer: `content/<topic>/<question>.md`",
    "topic.toml": "A topic: `content/<topic>/topic.toml`",
    "figures.toml": "Figures: `content/figures.toml`",
    "sources.toml": "Sources: `content/sources.toml`",
    "contacts.toml": "Contacts: `content/contacts.toml`",
    "word.md": "Words: `content/words/<key>.md`",
    "steps.toml": "Steps: `content/steps.toml`",
    "guide.toml": "The guide: `content/guide.toml`",
}
EXAMPLES = {
    "answer.md": "content/arriving/register.md",
    "topic.toml": "content/arriving/topic.toml",
    "word.md": "content/words/bdp.md",
    "figures.toml": "content/figures.toml",
    "sources.toml": "content/sources.toml",
    "contacts.toml": "content/contacts.toml",
    "steps.toml": "content/steps.toml",
    "guide.toml": "content/guide.toml",
}


def section(title: str) -> str:
    return re.split(r"^## ", DOCS, flags=re.MULTILINE)[_number(title)]


def _number(title: str) -> int:
    titles = re.findall(r"^## (.*)$", DOCS, flags=re.MULTILINE)
    assert title in titles
    return titles.index(title) + 1


def documented(title: str) -> Iterator[tuple[str, bool]]:
    """The fields of a section's table, and whether they are needed."""
    table = section(title).partition("| field | | meaning |")[2]
    for name, needed in re.findall(r"^\| `([a-z-]+)` \|( needed)? ", table, flags=re.MULTILINE):
        yield name, bool(needed)


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """The fields that the reader knows, by kind of file; seen while it reads the example guide."""
    found: dict[str, set[str]] = defaultdict(set)
    finish = Fields.finish

    def watched(self: Fields) -> None:
        path = PurePosixPath(self.file)
        kind = "word.md" if path.parent.name == "words" else path.name
        found["answer.md" if kind.endswith(".md") and kind != "word.md" else kind] |= self.taken
        finish(self)

    # What another test has read is not taken for read.
    _parsed_answer.cache_clear()
    monkeypatch.setattr(Fields, "finish", watched)
    read_guide(GUIDE)
    return found


@pytest.mark.parametrize("kind", SECTIONS)
def test_every_field_of_a_file_is_told_and_no_other(kind: str, taken: dict[str, set[str]]) -> None:
    assert {name for name, _ in documented(SECTIONS[kind])} == taken[kind]


@pytest.mark.parametrize("words", [FIGURE_KINDS, DURATION_UNITS, ANCHORS])
def test_every_word_that_a_field_may_hold_is_told(words: tuple[str, ...]) -> None:
    assert ", ".join(f"`{word}`" for word in words) in DOCS


@pytest.mark.parametrize("kind", SECTIONS)
def test_a_field_is_told_as_needed_exactly_when_it_is_missed(
    kind: str, changed_guide: Callable[..., Path]
) -> None:
    file = EXAMPLES[kind]
    source = (GUIDE / file).read_text(encoding="utf-8")
    tried = 0
    for name, needed in documented(SECTIONS[kind]):
        without = re.sub(rf"^{name}(?::| =).*\n", "", source, count=1, flags=re.MULTILINE)
        if without != source:
            tried += 1
            folder = changed_guide({file: without})
            assert (f'"{name}" is missing' in problems_of(folder)) == needed, name
    assert tried >= 2


def problems_of(folder: Path) -> str:
    try:
        read_guide(folder)
    except ProblemsFound as found:
        return str(found)
    return ""


def test_every_option_of_the_editors_commands_is_told() -> None:
    commands = make_parser()._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    for name in ("check", "status", "review", "links"):
        assert f"livret {name}" in DOCS
        for action in commands[name]._actions:  # type: ignore[index]
            for option in action.option_strings:
                if option not in ("-h", "--help"):
                    assert option in DOCS, f"livret {name} {option}"
