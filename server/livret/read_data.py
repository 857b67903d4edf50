"""Reads what texts refer to: figures, sources, contacts, words and steps."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from livret.fields import Fields, entries, read_toml, split_front_matter
from livret.figures import DURATION_UNITS
from livret.model import Contact, Figure, Source, Step, Text, Word
from livret.problem import Report

FIGURE_KINDS = ("money", "percent", "number", "duration", "date")
ANCHORS = (
    "arrival",
    "departure",
    "enrolment",
    "semester-start",
    "contract-start",
    "housing-start",
    "permit-start",
    "permit-end",
    "birth",
)

# What the day of a step is: the last by a rule, the first, or one that no rule sets.
STEP_DAYS = ("by", "from", "suggested")

_PHONE = re.compile(r"\+[1-9]\d{6,14}|\d{2,6}")
_OFFSET = re.compile(r"(-?\d+) (day|week|month)s?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_Entry = TypeVar("_Entry")

TextOf = Callable[[Fields, str, str, str | None], Text]


def text_maker(source_tag: str) -> TextOf:
    """A function (fields, key, domain, value) that makes the `Text` of one field.

    Its context is the entry's path and the field, so that the same short words in two entries
    stay two messages.
    """

    def text_of(fields: Fields, key: str, context: str, value: str | None) -> Text:
        domain, _, name = context.partition(":")
        message = value or ""
        return Text(message, name, domain, fields.place(key), message, source_tag)

    return text_of


def _read_table(
    folder: Path, name: str, report: Report, read: Callable[[str, Fields], _Entry]
) -> dict[str, _Entry]:
    path = folder / name
    if not path.is_file():
        return {}
    file = f"{folder.name}/{name}"
    values, lines = read_toml(path.read_text(encoding="utf-8"), file, report)
    found = {}
    for key, fields in entries(values, lines, file, report):
        found[key] = read(key, fields)
        fields.finish()
    return found


def read_figures(folder: Path, tag: str, report: Report) -> dict[str, Figure]:
    """`figures.toml`, by key."""
    text_of = text_maker(tag)

    def read(key: str, fields: Fields) -> Figure:
        kind = fields.one_of("kind", FIGURE_KINDS) or "number"
        wanted = "a date" if kind == "date" else "a number"
        value: int | float | date = (
            fields.take("value", wanted, date if kind == "date" else (int, float)) or 0
        )
        unit = fields.text("unit", required=kind in ("money", "duration"))
        if unit and kind == "money" and not _CURRENCY.fullmatch(unit):
            report.add(fields.place("unit"), f'"{unit}" is no currency', 'write a code like "EUR"')
        if unit and kind == "duration" and unit not in DURATION_UNITS:
            report.add(
                fields.place("unit"), f'"{unit}" is no unit', f"use {', '.join(DURATION_UNITS)}"
            )
        return Figure(
            key,
            kind,
            value,
            unit,
            text_of(fields, "label", f"guide:figure {key}", fields.text("label")),
            fields.text("source", required=False),
            fields.day("checked"),
            fields.day("valid-from"),
            fields.day("valid-until"),
            fields.text("period", required=False),
            fields.text("next-known", required=False),
            fields.place(),
        )

    return _read_table(folder, "figures.toml", report, read)


def read_sources(folder: Path, tag: str, report: Report) -> dict[str, Source]:
    """`sources.toml`, by key."""
    text_of = text_maker(tag)

    def read(key: str, fields: Fields) -> Source:
        urls = fields.table("url", required=True)
        for language, url in urls.items():
            if not isinstance(url, str) or not re.match(r"https?://[^\s]+$", url):
                report.add(
                    fields.place("url"),
                    f'the address for "{language}" is {url!r}',
                    "write https://…",
                )
        return Source(
            key,
            fields.text("title") or key,
            # One message for all sources of a publisher.
            text_of(fields, "publisher", "guide:publisher", fields.text("publisher")),
            dict(urls),
            fields.place(),
            {tag: fields.lines.get(f"url.{tag}", fields.place("url").line) for tag in urls},
        )

    return _read_table(folder, "sources.toml", report, read)


def read_contacts(folder: Path, tag: str, report: Report) -> dict[str, Contact]:
    """`contacts.toml`, by key."""
    text_of = text_maker(tag)

    def read(key: str, fields: Fields) -> Contact:
        def optional(name: str) -> Text | None:
            value = fields.text(name, required=False)
            return text_of(fields, name, f"guide:contact {key} {name}", value) if value else None

        phone = fields.text("phone", required=False)
        if phone and not _PHONE.fullmatch(phone):
            report.add(
                fields.place("phone"),
                f'the phone number is "{phone}"',
                'write it like "+33223235500" or as a short number like "3646"',
            )
        mail = fields.text("mail", required=False)
        if mail and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", mail):
            report.add(fields.place("mail"), f'"{mail}" is no mail address', "write name@host.fr")
        return Contact(
            key,
            text_of(fields, "name", f"guide:contact {key} name", fields.text("name")),
            optional("note"),
            optional("hours"),
            phone,
            mail,
            fields.text("address", required=False),
            fields.text("source", required=False),
            fields.day("checked"),
            fields.place(),
        )

    return _read_table(folder, "contacts.toml", report, read)


def read_words(folder: Path, tag: str, report: Report) -> dict[str, Word]:
    """`words/*.md`, by file name without its ending."""
    text_of = text_maker(tag)
    words = {}
    for path in sorted((folder / "words").glob("*.md")):
        file = f"{folder.name}/words/{path.name}"
        fields, body, body_line = split_front_matter(path.read_text(encoding="utf-8"), file, report)
        key = path.stem
        term = fields.text("term") or key
        full = fields.text("full") or term
        explanation = " ".join(body.split())
        if "\n\n" in body.strip() or not explanation:
            report.add(
                fields.place(), "an explanation is one paragraph", "write exactly one paragraph"
            )
        fields_of_body = Fields(file, body_line, {}, {}, report)
        words[key] = Word(
            key,
            term,
            full,
            text_of(fields, "rendering", f"words:{key} rendering", fields.text("rendering")),
            text_of(fields_of_body, "body", f"words:{key}", explanation),
            _aliases(fields, term, full),
            text_of(
                fields, "keywords", f"words:{key} keywords", ", ".join(fields.texts("keywords"))
            ),
            fields.place(),
            fields.text("said", required=False),
        )
        fields.finish()
    return words


def _aliases(fields: Fields, term: str, full: str) -> tuple[str, ...]:
    """Other names of a word; one that its page shows already is reported."""
    names = fields.texts("aliases")
    for name in names:
        if name.casefold() in (term.casefold(), full.casefold()):
            fields.report.add(
                fields.place("aliases"),
                f'"aliases" has "{name}", which is "term" or "full"',
                "take it out: aliases are other names",
            )
    return names


def _offset(fields: Fields) -> tuple[int, str] | None:
    value = fields.text("after", required=False)
    if value is None:
        return None
    match = _OFFSET.fullmatch(value)
    if not match:
        fields.report.add(
            fields.place("after"), f'"after" is "{value}"', 'write "3 months" or "-2 weeks"'
        )
        return None
    return int(match[1]), match[2]


def _when(fields: Fields, after: tuple[int, str] | None) -> str:
    """What the day of a step is; a last day, where nothing is said."""
    told = fields.one_of("when", STEP_DAYS, required=False)
    if told and after is None:
        fields.report.add(
            fields.place("when"),
            f'"when" is "{told}", but there is no day that it could be said of',
            'add "after", or take "when" out',
        )
    return told or STEP_DAYS[0]


def read_steps(folder: Path, tag: str, report: Report) -> tuple[Step, ...]:
    """`steps.toml`, in the file's order."""
    text_of = text_maker(tag)

    def read(key: str, fields: Fields) -> Step:
        note = fields.text("note", required=False)
        documents = fields.texts("documents")
        after = _offset(fields)
        return Step(
            key,
            text_of(fields, "title", f"guide:step {key}", fields.text("title")),
            text_of(fields, "note", f"guide:step {key} note", note) if note else None,
            fields.one_of("anchor", ANCHORS) or ANCHORS[0],
            after,
            _when(fields, after),
            fields.texts("for"),
            fields.texts("from"),
            tuple(
                text_of(fields, "documents", f"guide:step {key} document", document)
                for document in documents
            ),
            fields.text("where", required=False),
            fields.text("answer", required=False),
            fields.place(),
        )

    return tuple(_read_table(folder, "steps.toml", report, read).values())
