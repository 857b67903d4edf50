"""How a guide stands on a day: what was checked when, and how far each language is.

status_of    guide and catalogs  →  Status
as_data      Status  →  plain data for JSON (its fields are told in docs/editing.md)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from livret.catalog import INTERFACE, Catalog
from livret.checks.due import expired
from livret.checks.kind import Finding
from livret.extract import Message
from livret.inline import keys
from livret.model import Answer, Guide, State, Text, Topic, texts
from livret.translate import word_count

# From what needs a hand first to what needs none.
STATES = (State.CRITICAL, State.MISSING, State.OUTDATED, State.DRAFTED, State.REVIEWED)
Words = Mapping[str, int]
Chosen = Callable[[Text], Text]


@dataclass(frozen=True, slots=True)
class Dated:
    """An answer, by its id, and a day of it."""

    answer: str
    day: date


@dataclass(frozen=True, slots=True)
class TopicStatus:
    """A topic: its answers, their words, and the days that matter. `expired` are figures' keys."""

    topic: str
    title: str
    answers: int
    words: int
    oldest_check: Dated | None
    next_review: Dated | None
    expired: tuple[str, ...]
    findings: int


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """A language: its words by state, and by state for each answer.

    `critical` names the answers with a text whose original changed in substance, those first that
    were checked longest ago. `offered` is whether readers can choose the language.
    """

    tag: str
    name: str
    offered: bool
    words: Words
    answers: Mapping[str, Words]
    critical: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerStatus:
    """An answer and its days; in a `Status` those come first that need a hand first."""

    answer: str
    question: str
    checked: date
    review_by: date


@dataclass(frozen=True, slots=True)
class Status:
    """How a guide stands on the day `on`. `figures_end` has the last day of figures with one."""

    guide: str
    on: date
    topics: tuple[TopicStatus, ...]
    answers: tuple[AnswerStatus, ...]
    figures_end: Mapping[str, date]
    languages: tuple[LanguageStatus, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """What `status_of` needs to know of a language.

    `chosen` gives a text with its state there (`translate.chosen_alone`); `interface` holds the
    interface's words by state, {} where they are not translated with this guide.
    """

    tag: str
    name: str
    chosen: Chosen
    interface: Words


def status_of(
    guide: Guide, versions: Iterable[Version], on: date, found: Sequence[Finding]
) -> Status:
    """The status of a guide in its source language. `found` are the findings of `checks`."""
    topics = sorted(
        (_topic(guide, topic, on, found) for topic in guide.topics),
        key=lambda topic: topic.oldest_check.day if topic.oldest_check else date.max,
    )
    languages = tuple(_language(guide, version) for version in versions)
    return Status(
        guide.name,
        on,
        tuple(topics),
        tuple(_answers(guide, languages)),
        {key: each.valid_until for key, each in guide.figures.items() if each.valid_until},
        languages,
        tuple(found),
    )


def _topic(guide: Guide, topic: Topic, on: date, found: Sequence[Finding]) -> TopicStatus:
    checks = [Dated(answer.id, answer.checked) for answer in topic.answers]
    reviews = [Dated(answer.id, answer.review_by) for answer in topic.answers]
    figures = {
        key
        for text in texts(topic)
        if text.message
        for kind, key in keys(text.message)
        if kind == "figure"
    }
    return TopicStatus(
        topic.id,
        topic.title.message,
        len(topic.answers),
        sum(word_count(text.message) for answer in topic.answers for text in _shown(answer)),
        min(checks, key=lambda each: each.day, default=None),
        min(reviews, key=lambda each: each.day, default=None),
        tuple(sorted(key for key in figures if expired(guide.figures[key], on))),
        sum(finding.file.startswith(f"content/{topic.id}/") for finding in found),
    )


def _shown(answer: Answer) -> Iterable[Text]:
    return texts((answer.question, answer.short, answer.body))


def _language(guide: Guide, version: Version) -> LanguageStatus:
    whole = _words_by_state(texts(guide), version.chosen)
    answers = {
        key: _words_by_state(texts(answer), version.chosen) for key, answer in guide.answers.items()
    }
    by_age = sorted(guide.answers.values(), key=lambda answer: answer.checked)
    core = (version.chosen(text) for key in guide.core for text in texts(guide.answers[key]))
    return LanguageStatus(
        version.tag,
        version.name,
        not any(text.fell_back for text in core),
        _in_order(Counter(whole) + Counter(version.interface)),
        answers,
        tuple(answer.id for answer in by_age if answers[answer.id].get(State.CRITICAL)),
    )


def _words_by_state(found: Iterable[Text], chosen: Chosen) -> Words:
    """The words of texts by their state in a language; a message that stands twice counts once."""
    words: Counter[str] = Counter()
    for text in {(text.domain, text.context, text.message): text for text in found}.values():
        words[chosen(text).state] += word_count(text.message)
    return _in_order(words)


def interface_words(catalog: Catalog, found: Iterable[Message]) -> Words:
    """The words of the interface's messages by state. One that is fuzzy counts as outdated, though
    pages show its original until a translator has looked."""
    words: Counter[str] = Counter()
    for message in found:
        entry = catalog.lookup(INTERFACE, message.context, message.message)
        state = State.MISSING
        if entry:
            current = State.REVIEWED if entry.reviewed else State.DRAFTED
            state = State.OUTDATED if entry.fuzzy else current
        words[state] += word_count(message.message)
    return _in_order(words)


def _in_order(words: Mapping[str, int]) -> Words:
    return {state.value: words[state] for state in STATES if words.get(state)}


def worst(words: Words) -> State | None:
    """The state of those in `words` that needs a hand first; None where there are no words."""
    return next((state for state in STATES if words.get(state)), None)


def done(words: Words) -> float:
    """The share, from 0 to 1, of words that are current: drafted or reviewed."""
    total = sum(words.values())
    current = words.get(State.DRAFTED, 0) + words.get(State.REVIEWED, 0)
    return current / total if total else 1.0


def _answers(guide: Guide, languages: Sequence[LanguageStatus]) -> Iterable[AnswerStatus]:
    """The answers: critical in some language first, then outdated ones, and the oldest check."""

    def need(answer: Answer) -> tuple[int, int, date, str]:
        words = [language.answers[answer.id] for language in languages]
        critical = sum(bool(each.get(State.CRITICAL)) for each in words)
        outdated = sum(bool(each.get(State.OUTDATED)) for each in words)
        return -critical, -outdated, answer.checked, answer.id

    for answer in sorted(guide.answers.values(), key=need):
        yield AnswerStatus(answer.id, answer.question.message, answer.checked, answer.review_by)


def as_data(status: Status) -> dict[str, object]:
    """A status as JSON can hold it: days as ISO dates, findings as in the list of `check`."""
    data = asdict(status)
    data["findings"] = [
        {
            "file": finding.file,
            "line": finding.line,
            "kind": finding.kind.name,
            "what": finding.what,
            "remedy": finding.remedy,
        }
        for finding in status.findings
    ]
    return data
