"""Answers that nothing leads to, and steps that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from livret.checks.kind import Finding, Kind
from livret.inline import keys
from livret.model import Answer, Guide, texts

ANSWER_UNREACHABLE = Kind(
    "answer-unreachable",
    "Nothing but the list of its topic leads to an answer: no other answer, word, contact or step.",
    "name it in the related of another answer, or link to it",
)
STEP_WITHOUT_ANSWER = Kind(
    "step-without-answer",
    "A step has no `answer`, so a reader cannot find out how to do it.",
    "name the answer that explains it",
)
KINDS = (ANSWER_UNREACHABLE, STEP_WITHOUT_ANSWER)


def check_reach(guide: Guide) -> Iterator[Finding]:
    """Answers that only their topic lists, and steps without an answer."""
    topics = (
        topic for guide_topic in guide.topics for topic in (guide_topic.title, guide_topic.summary)
    )
    reached = {step.answer for step in guide.steps if step.answer}
    reached.update(_linked((guide.words, guide.contacts, guide.steps, guide.description)))
    reached.update(_linked(tuple(topics)))
    for answer in guide.answers.values():
        reached.update({*answer.related, *_linked(answer)} - {answer.id})
    for answer in guide.answers.values():
        if answer.id not in reached:
            yield _unreachable(answer)
    for step in guide.steps:
        if step.answer is None:
            yield STEP_WITHOUT_ANSWER.at(step.place, f'the step "{step.key}" names no answer')


def _unreachable(answer: Answer) -> Finding:
    return ANSWER_UNREACHABLE.at(answer.place, "only its topic's list leads to this answer")


def _linked(value: object) -> Iterator[str]:
    """The answers that texts inside a value link to."""
    for text in texts(value):
        for kind, key in keys(text.message):
            if kind == "link" and key.startswith("q:"):
                yield key.removeprefix("q:")
