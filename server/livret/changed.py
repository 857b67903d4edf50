"""What was edited since the last build, and on which pages it is seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from livret.chosen import Chosen, neighbours
from livret.cited import newest_check
from livret.glossary import words_in
from livret.inputs import PROGRAM
from livret.kept import NothingKept
from livret.model import Answer, Guide, texts
from livret.problem import Report
from livret.read import read_answer
from livret.references import check_answer

# With more files than this, so many pages are made again that all can be.
_MOST_FILES = 40


@dataclass(frozen=True, slots=True)
class Changed:
    """What was edited: answers by id, and by language the topics whose catalogs were."""

    answers: frozenset[str]
    catalogs: Mapping[str, frozenset[str]]


def changed_paths(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[str]:
    """The files that changed; raises `NothingKept` where too much is new, or the program is."""
    paths = [path for path, digest in now.items() if before.get(path) != digest]
    if before.keys() != now.keys() or len(paths) > _MOST_FILES or PROGRAM in paths:
        raise NothingKept("files came, went, or changed in great number")
    return paths


def what_changed(guide: Guide, paths: Iterable[str]) -> Changed:
    """The edited answers and catalogs; raises `NothingKept` if anything else was changed."""
    answers = {answer.place.file: answer.id for answer in guide.answers.values()}
    catalogs = {
        f"translations/{language.locale}/LC_MESSAGES/{topic.id}.po": (language, topic.id)
        for language in guide.languages
        for topic in guide.topics
    }
    edited: set[str] = set()
    topics: dict[str, set[str]] = {}
    for path in paths:
        if path in answers:
            edited.add(answers[path])
        elif path in catalogs:
            language, topic = catalogs[path]
            topics.setdefault(language.tag, set()).add(topic)
        else:
            raise NothingKept(path)
    return Changed(frozenset(edited), {tag: frozenset(each) for tag, each in topics.items()})


def with_edited(folder: Path, guide: Guide, keys: Iterable[str]) -> Guide:
    """The guide with some of its answers read again; raises `NothingKept` for any problem."""
    report = Report()
    edited = {}
    for key in keys:
        old = guide.answers[key]
        topic, name = key.split("/")
        source = (folder / old.place.file).read_text("utf-8")
        edited[key] = read_answer(source, topic, name, guide.source_language.tag, report)
    new = with_answers(guide, edited)
    for answer in edited.values():
        check_answer(answer, new, report)
    if report.problems or newest_check(new) != newest_check(guide):
        raise NothingKept("an edited answer")
    return new


def with_answers(guide: Guide, answers: Mapping[str, Answer]) -> Guide:
    """The guide with some answers in the place of those with the same ids."""
    return replace(
        guide,
        topics=tuple(
            replace(
                topic, answers=tuple(answers.get(answer.id, answer) for answer in topic.answers)
            )
            for topic in guide.topics
        ),
    )


@dataclass(frozen=True, slots=True)
class Words:
    """The glossary words that lead from each answer, before and after the edit."""

    before: Mapping[str, tuple[str, ...]]
    now: Mapping[str, tuple[str, ...]]

    def around(self, touched: frozenset[str]) -> dict[str, list[str]]:
        """The words that a touched answer has or had, with the answers that have them now."""
        words = {
            word: list[str]() for key in touched for word in (*self.before[key], *self.now[key])
        }
        for key, own in self.now.items():
            for word in own:
                if word in words:
                    words[word].append(key)
        return words


def chosen_for(
    guides: tuple[Guide, Guide], words: Words, touched: frozenset[str], asked: frozenset[str]
) -> Chosen:
    """The pages that show a touched answer before or now, or the companion's question of one."""
    shown = {
        answer.id
        for guide in guides
        for answer, previous, following in neighbours(guide.answers)
        if not touched.isdisjoint(
            {answer.id, *answer.related, *(each.id for each in (previous, following) if each)}
        )
    }
    topics = frozenset(key.split("/")[0] for key in touched)
    return Chosen(frozenset(shown | asked), topics, words.around(touched))


def words_of_answers(guide: Guide, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The words that lead from some answers, as the glossary counts them."""
    answers = guide.answers
    shown = {key: texts([answers[key].short, answers[key].body]) for key in keys}
    return {key: tuple(dict.fromkeys(words_in(each))) for key, each in shown.items()}
