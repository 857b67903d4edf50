"""What a guide is made of: the plain values that travel from `read` to `pack`.

Every sentence that a reader can see is a `Text`. A guide read from `content/` holds texts in the
source language; `translate` gives the same guide with each text replaced by its translation, so
that all later steps see one kind of guide and need to know nothing about catalogs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from livret.language import Language


class State(StrEnum):
    """How far a shown text can be trusted as a rendering of its source (docs/formats.md)."""

    SOURCE = "source"
    REVIEWED = "reviewed"
    DRAFTED = "drafted"  # current, drafted by machine, reviewed by nobody
    OUTDATED = "outdated"  # the source changed a little; the older translation is shown
    CRITICAL = "critical"  # the source changed in substance; the source text is shown
    MISSING = "missing"  # no translation; the source text is shown


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was written: a file below the guide's folder and a line, counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Text:
    """One message: a block of inline Markdown in the source language, and how it is shown.

    `message` is the gettext `msgid` and `context` its `msgctxt` (or None). `shown` is what the
    reader sees and `lang` the BCP 47 tag it is written in, which is the source language's where
    the translation falls back. `domain` names the catalog file that holds the message.
    """

    message: str
    context: str | None
    domain: str
    place: Place
    shown: str
    lang: str
    state: State = State.SOURCE

    @property
    def fell_back(self) -> bool:
        """Whether the source text is shown because no usable translation exists."""
        return self.state in (State.CRITICAL, State.MISSING)


# --- Blocks: the body of an answer. Structure is the source's; only texts are translated. ---


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 or 3. `cases` are audience or nationality keys that it is for."""

    text: Text
    level: int
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A list item; `task` marks a document to tick (GFM task list)."""

    text: Text
    task: bool = False
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class ContactCard:
    contact: str
    place: Place


Block = Paragraph | Heading | List | Table | ContactCard


# --- Data that texts refer to ---


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, rate, number, duration or date that stands once and is formatted per language.

    `value` is a number, or an ISO date for kind "date". `unit` is an ISO 4217 currency for kind
    "money" and a CLDR duration unit (day, week, month, year, hour, minute) for kind "duration".
    """

    key: str
    kind: str
    value: int | float | date
    unit: str | None
    label: Text
    source: str | None
    checked: date | None
    valid_from: date | None
    valid_until: date | None
    period: str | None
    next_known: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Source:
    """An official page; `urls` maps the BCP 47 tags of its languages to their addresses."""

    key: str
    title: str
    publisher: Text
    urls: Mapping[str, str]
    place: Place
    lines: Mapping[str, int] = field(default_factory=dict)  # the line of each address, by tag

    def place_of(self, tag: str) -> Place:
        """Where the address in a language is written."""
        return Place(self.place.file, self.lines.get(tag, self.place.line))


@dataclass(frozen=True, slots=True)
class Contact:
    key: str
    name: Text
    note: Text | None
    hours: Text | None
    phone: str | None
    mail: str | None
    address: str | None
    source: str | None
    checked: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Word:
    """A glossary entry. `term`, `full` and `said` (how it is spoken: "cé-pé-a-emme") are French,
    and so are `aliases`, other names of the thing itself; `rendering` is a short gloss.

    `keywords` are search phrases, as an answer has them: searched and not shown.
    """

    key: str
    term: str
    full: str
    rendering: Text
    explanation: Text
    aliases: tuple[str, ...]
    keywords: Text
    place: Place
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do by a time counted from an anchor (arrival, enrolment, permit-end...).

    `after` is the offset as (number, "day" | "week" | "month"), negative for before the anchor.
    `when` says what that day is: "by" (the last, by a rule), "from" (the first) or "suggested".
    """

    key: str
    title: Text
    note: Text | None
    anchor: str
    after: tuple[int, str] | None
    when: str
    audiences: tuple[str, ...]
    nationalities: tuple[str, ...]
    documents: tuple[Text, ...]
    where: str | None
    answer: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with its answer; `id` is "<topic>/<question>", the address in every language.

    `keywords` are search phrases separated by commas, as one message: they are rewritten for each
    language rather than translated one by one.
    """

    id: str
    question: Text
    short: Text
    body: tuple[Block, ...]
    keywords: Text
    audiences: tuple[str, ...]
    nationalities: tuple[str, ...]
    sources: tuple[str, ...]
    related: tuple[str, ...]
    checked: date
    review_by: date
    place: Place
    lines: Mapping[str, int]  # the line of each field of the front matter

    def place_of(self, field_name: str) -> Place:
        """Where a field of the front matter is written."""
        return Place(self.place.file, self.lines.get(field_name, self.place.line))

    @property
    def topic(self) -> str:
        return self.id.split("/", 1)[0]


@dataclass(frozen=True, slots=True)
class Topic:
    id: str
    title: Text
    summary: Text
    answers: tuple[Answer, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Guide:
    """A whole guide, in its source language or (after `translate`) in another one."""

    folder: Path
    name: str
    host: str
    place_name: str
    description: Text
    disclaimer: Text
    language: Language
    source_language: Language
    languages: tuple[Language, ...]
    companion: str | None
    core: tuple[str, ...]
    contacts_shown: tuple[str, ...]
    emergency: tuple[str, ...]
    colours: Mapping[str, str]
    address: str | None
    audiences: Mapping[str, Text]
    nationalities: Mapping[str, Text]
    topics: tuple[Topic, ...]
    figures: Mapping[str, Figure]
    sources: Mapping[str, Source]
    contacts: Mapping[str, Contact]
    words: Mapping[str, Word]
    steps: tuple[Step, ...] = field(default=())

    @property
    def answers(self) -> dict[str, Answer]:
        """Every answer by id, in reading order."""
        return {answer.id: answer for topic in self.topics for answer in topic.answers}


def texts(value: Any) -> Iterator[Text]:
    """Every `Text` inside a value, in reading order."""
    found: list[Text] = []
    _collect(value, found)
    return iter(found)


def _collect(value: Any, found: list[Text]) -> None:
    if type(value) is Text:
        found.append(value)
    elif type(value) not in WITHOUT_TEXTS:
        for inner in _inside(value):
            _collect(inner, found)


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, (tuple, list)):
        return value
    if isinstance(value, Mapping):
        return value.values()
    return [getattr(value, name) for name in field_names(value.__class__)]


WITHOUT_TEXTS = frozenset({str, int, bool, float, type(None), date, Place})  # most fields


@cache
def field_names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass; none for any other type."""
    return tuple(part.name for part in fields(kind)) if is_dataclass(kind) else ()
