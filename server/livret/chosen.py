"""Which pages an answer is on: those that must be rendered again when it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from livret.model import Answer, Guide


@dataclass(frozen=True, slots=True)
class Chosen:
    """Pages that depend on answers: of answers and topics by id, of words with their answers."""

    answers: frozenset[str]
    topics: frozenset[str]
    words: Mapping[str, Sequence[str]]


def without_answers(guide: Guide) -> Guide:
    """The guide with its topics, and none of their answers."""
    return replace(guide, topics=tuple(replace(topic, answers=()) for topic in guide.topics))


def neighbours(
    answers: Mapping[str, Answer],
) -> Iterator[tuple[Answer, Answer | None, Answer | None]]:
    """Each answer, with those before and after it."""
    order = list(answers.values())
    yield from zip(order, [None, *order[:-1]], [*order[1:], None], strict=True)
