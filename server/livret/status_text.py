"""A guide's status for a terminal: aligned tables, one sign for each answer in each language."""

from __future__ import annotations

from collections.abc import Iterator

from livret.columns import columns, counted
from livret.model import State
from livret.status import STATES, Dated, Status, done, worst

SIGNS = {
    State.CRITICAL: "!",
    State.MISSING: "-",
    State.OUTDATED: "o",
    State.DRAFTED: "d",
    State.REVIEWED: "r",
}
_CURRENT = (None, State.DRAFTED, State.REVIEWED)


def status_lines(status: Status) -> Iterator[str]:
    """The whole status, line by line."""
    yield f"{status.guide} on {status.on}"
    yield ""
    yield from _topics(status)
    if status.languages:
        yield ""
        yield from _languages(status)
        yield ""
        yield from _grid(status)
    yield ""
    yield f"{counted(len(status.findings), 'finding')}; livret check lists them"


def _topics(status: Status) -> Iterator[str]:
    head = ("topic", "answers", "words", "oldest check", "next review", "expired", "findings")
    rows = []
    for topic in status.topics:
        late = topic.next_review is not None and topic.next_review.day < status.on
        rows.append(
            (
                topic.topic,
                str(topic.answers),
                str(topic.words),
                _dated(topic.oldest_check),
                _dated(topic.next_review) + (" (passed)" if late else ""),
                ", ".join(topic.expired),
                str(topic.findings),
            )
        )
    return columns(head, rows, right=(1, 2, 6))


def _dated(dated: Dated | None) -> str:
    """A day with its answer's name; the topic stands at the start of the row."""
    return f"{dated.day} {dated.answer.partition('/')[2]}" if dated else ""


def _languages(status: Status) -> Iterator[str]:
    states = STATES[::-1]
    head = ("language", "tag", "offered", *(state.value for state in states), "current")
    rows = [
        (
            language.name,
            language.tag,
            "yes" if language.offered else "no",
            *(str(language.words.get(state, 0)) for state in states),
            f"{done(language.words):.0%}",
        )
        for language in status.languages
    ]
    return columns(head, rows, right=range(3, len(head)))


def _grid(status: Status) -> Iterator[str]:
    """The answers that are not current in every language, with what each language lacks."""
    head = ("answer", "checked", *(language.tag for language in status.languages))
    rows = []
    for answer in status.answers:
        words = [language.answers[answer.answer] for language in status.languages]
        states = [worst(each) for each in words]
        if all(state in _CURRENT for state in states):
            continue
        signs = (
            f"{SIGNS[state]} {done(each):.0%}" if state else ""
            for state, each in zip(states, words, strict=True)
        )
        rows.append((answer.answer, str(answer.checked), *signs))
    if rows:
        signs_told = ", ".join(f"{sign} {state.value}" for state, sign in SIGNS.items())
        yield f"What needs a hand first ({signs_told}), and the share of words that is current:"
        yield ""
        yield from columns(head, rows, right=range(2, len(head)))
    current = len(status.answers) - len(rows)
    if current:
        more = " more" if rows else ""
        yield f"{counted(current, 'answer')}{more}: drafted or reviewed in every language"
