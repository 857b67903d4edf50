"""The guides that measures are made with: of any size, in real words, and the same each time."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "bench"))

from corpus import Corpus, own_versions  # noqa: E402
from livret.build import Built, build, translations  # noqa: E402
from livret.inline import parse  # noqa: E402
from livret.model import Guide, State, Text, texts  # noqa: E402
from livret.read import read_guide  # noqa: E402

ANSWERS = 15


def written(folder: Path, seed: int) -> Path:
    Corpus(own_versions(), ANSWERS, seed).write(folder)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("corpus") / "guide", 1)


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Built:
    return build(folder)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_corpus_has_as_many_answers_as_wanted_in_every_language(corpus: Built) -> None:
    assert len(corpus.guide.answers) == ANSWERS
    assert len(corpus.release.editions) == len(own_versions()) == 8
    assert corpus.warnings == ()


def test_every_page_of_a_corpus_is_wholly_translated(corpus: Built) -> None:
    states = {page.state for edition in corpus.release.editions for page in edition.pages}
    assert State.MISSING not in states


def test_a_corpus_says_nothing_but_words_of_the_guide(folder: Path) -> None:
    guide = read_guide(folder)
    for version, _ in translations(guide)[0]:
        own = next(each for each in own_versions() if each.language == version.language)
        known = set(_words(texts(own)))
        assert set(_words(texts(list(version.answers.values())))) <= known


def _words(all_texts: Iterable[Text]) -> list[str]:
    def plain(text: Text) -> str:
        return " ".join(token.content for token in parse(text.shown) if token.type == "text")

    sign = r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+"
    return [word.casefold() for text in all_texts for word in re.findall(sign, plain(text))]


def test_answers_of_a_corpus_are_about_as_long_as_those_of_the_guide(corpus: Built) -> None:
    def length(guide: Guide) -> float:
        answers = list(guide.answers.values())
        return sum(len(text.message) for text in texts(answers)) / len(answers)

    shapes = Corpus(own_versions(), ANSWERS, 1).shapes
    own = sum(len(text.message) for shape in shapes for text in texts(shape[0])) / ANSWERS
    assert length(corpus.guide) == pytest.approx(own, rel=0.25)


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(
    folder: Path, tmp_path: Path
) -> None:
    assert bytes_of(written(tmp_path / "again", 1)) == bytes_of(folder)
    assert bytes_of(written(tmp_path / "other", 2)) != bytes_of(folder)
