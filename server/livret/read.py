"""Reads a guide's `content/` folder into a `Guide`; reports everything wrong with it at once."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import Path

from livret.body import read_body
from livret.colour import READABLE, WHITE, contrast
from livret.drawn import read_drawn
from livret.fields import Fields, read_toml, split_front_matter
from livret.language import Language, UnknownLanguage, languages
from livret.model import Answer, Guide, Place, Text, Topic
from livret.origin import read_origin
from livret.problem import ProblemsFound, Report, did_you_mean
from livret.read_data import (
    read_contacts,
    read_figures,
    read_sources,
    read_steps,
    read_words,
    text_maker,
)
from livret.references import check_keys, check_references
from livret.screenshot import read_screenshots
from livret.sign import check_sign

_ADDRESS_PART = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
# Addresses of the guide's own pages, and catalogs that are no topic's.
_RESERVED = {"reading", "search", "steps", "saved", "words", "phone", "about", "guide", "interface"}
# A block this short says too little about its meaning to be shared between entries.
_WORDS_WITHOUT_CONTEXT = 3
# Stands in for a date that was reported as missing; such a guide is never built.
_NO_DAY = date.min


def read_guide(folder: Path) -> Guide:
    """The guide in `folder` (which holds `content/`), in its source language.

    Raises `ProblemsFound` with every problem of every file.
    """
    report = Report()
    content = folder / "content"
    if not (content / "guide.toml").is_file():
        report.add(
            Place("content/guide.toml", 1),
            "the guide has no such file",
            f"write it below {folder}, or point --guide at the folder that holds content/",
        )
        report.raise_if_any()
    values, lines = read_toml(
        (content / "guide.toml").read_text(encoding="utf-8"), "content/guide.toml", report
    )
    fields = Fields("content/guide.toml", 1, values, lines, report)
    guide = _read_guide(folder, content, fields, report)
    check_references(guide, report)
    check_sign(folder, report)
    read_screenshots(folder, report)
    read_drawn(folder, report)
    report.raise_if_any()
    return guide


def _languages(fields: Fields) -> tuple[tuple[Language, ...], Language]:
    """The guide's languages and its source language; unusable tags end the reading here."""
    tags = fields.texts("languages", required=True)
    source = fields.text("source") or ""
    found: list[str] = []
    for tag in dict.fromkeys(tags):
        try:
            languages([tag])
            found.append(tag)
        except UnknownLanguage:
            fields.report.add(
                fields.place("languages"),
                f'"{tag}" is no language CLDR knows',
                'write BCP 47 tags like "fr" or "pt-BR"',
            )
    if source not in found:
        fields.report.add(
            fields.place("source"),
            f'the source language is "{source}"',
            f"name one of the languages: {', '.join(found)}",
        )
        raise ProblemsFound(fields.report.problems)
    known = languages(found)
    return known, next(language for language in known if language.tag == source)


def _origin(fields: Fields) -> str | None:
    """Where the guide is published, if its author says so."""
    address = fields.text("address", required=False)
    try:
        return read_origin(address) if address else None
    except ValueError as error:
        fields.report.add(fields.place("address"), f'"address" is "{address}"', str(error))
        return None


def _read_guide(folder: Path, content: Path, fields: Fields, report: Report) -> Guide:
    known, source = _languages(fields)
    text_of = text_maker(source.tag)

    def text(key: str) -> Text:
        return text_of(fields, key, f"guide:{key}", fields.text(key))

    def named(key: str) -> dict[str, Text]:
        return {
            name: text_of(fields, f"{key}.{name}", f"guide:{key} {name}", str(value))
            for name, value in fields.table(key).items()
        }

    companion = fields.text("companion", required=False)
    if companion and companion not in {language.tag for language in known}:
        report.add(
            fields.place("companion"),
            f'"companion" is "{companion}"',
            did_you_mean(companion, [language.tag for language in known]),
        )
    guide = Guide(
        folder=folder,
        name=fields.text("name") or "",
        host=fields.text("host") or "",
        place_name=fields.text("place") or "",
        description=text("description"),
        disclaimer=text("disclaimer"),
        language=source,
        source_language=source,
        languages=known,
        companion=companion,
        core=fields.texts("core"),
        contacts_shown=fields.texts("contacts"),
        emergency=fields.texts("emergency"),
        colours=_colours(fields),
        address=_origin(fields),
        audiences=named("audiences"),
        nationalities=named("nationalities"),
        topics=_read_topics(content, fields, source.tag, report),
        figures=read_figures(content, source.tag, report),
        sources=read_sources(content, source.tag, report),
        contacts=read_contacts(content, source.tag, report),
        words=read_words(content, source.tag, report),
        steps=read_steps(content, source.tag, report),
    )
    fields.finish()
    if not report.unreadable:
        check_keys(
            fields.place("contacts"), "contact", guide.contacts_shown, guide.contacts, report
        )
        phones = {key: contact for key, contact in guide.contacts.items() if contact.phone}
        check_keys(
            fields.place("emergency"), "contact with a phone", guide.emergency, phones, report
        )
        check_keys(fields.place("core"), "core answer", guide.core, guide.answers, report)
    return guide


def _colours(fields: Fields) -> dict[str, str]:
    colours = {key: str(value) for key, value in fields.table("colours").items()}
    for key, value in colours.items():
        if not _COLOUR.fullmatch(value):
            fields.report.add(
                fields.place(f"colours.{key}"),
                f'the colour is "{value}"',
                'write it like "#0b5c63"',
            )
        elif contrast(value, WHITE) < READABLE:
            fields.report.add(
                fields.place(f"colours.{key}"),
                f'the colour "{value}" cannot be read on white',
                f"take a darker one: its contrast must reach {READABLE}",
            )
    return colours


def _read_topics(content: Path, fields: Fields, tag: str, report: Report) -> tuple[Topic, ...]:
    listed = fields.texts("topics", required=True)
    folders = {path.parent.name for path in content.glob("*/topic.toml")}
    place = fields.place("topics")
    for topic in listed:
        if topic not in folders:
            report.add(
                place, f'the topic "{topic}" has no folder', f"write content/{topic}/topic.toml"
            )
        elif topic in _RESERVED or not _ADDRESS_PART.fullmatch(topic):
            report.add(
                place,
                f'"{topic}" cannot be an address',
                "use small letters, digits and hyphens, and none of the guide's own page names",
            )
    for topic in sorted(folders - set(listed)):
        report.add(place, f'the folder "{topic}" is not listed', f'add "{topic}" to topics')
    return tuple(_read_topic(content, topic, tag, report) for topic in listed if topic in folders)


def _read_topic(content: Path, topic: str, tag: str, report: Report) -> Topic:
    file = f"content/{topic}/topic.toml"
    values, lines = read_toml((content / topic / "topic.toml").read_text("utf-8"), file, report)
    fields = Fields(file, 1, values, lines, report)
    text_of = text_maker(tag)
    order = fields.texts("answers", required=True)
    names = {path.stem for path in (content / topic).glob("*.md")}
    for name in order:
        if name not in names:
            report.add(
                fields.place("answers"),
                f'the answer "{name}" does not exist',
                f"write content/{topic}/{name}.md, or take it out",
            )
    for name in sorted(names - set(order)):
        report.add(
            fields.place("answers"), f'the answer "{name}" is not listed', "add it to answers"
        )
    result = Topic(
        topic,
        text_of(fields, "title", f"guide:topic {topic}", fields.text("title")),
        text_of(fields, "summary", f"guide:topic {topic} summary", fields.text("summary")),
        tuple(
            read_answer(
                (content / topic / f"{name}.md").read_text("utf-8"), topic, name, tag, report
            )
            for name in dict.fromkeys(order)
            if name in names
        ),
        fields.place(),
    )
    fields.finish()
    return result


def read_answer(source: str, topic: str, name: str, tag: str, report: Report) -> Answer:
    """The answer written in `source`, which is `content/<topic>/<name>.md`."""
    answer, own = _parsed_answer(source, topic, name, tag)
    report.include(own)
    return answer


# A guide that is read again, while somebody writes, has changed in one of its files.
@lru_cache(maxsize=4096)
def _parsed_answer(source: str, topic: str, name: str, tag: str) -> tuple[Answer, Report]:
    report = Report()
    file = f"content/{topic}/{name}.md"
    answer_id = f"{topic}/{name}"
    fields, body, body_line = split_front_matter(source, file, report)
    text_of = text_maker(tag)
    if not _ADDRESS_PART.fullmatch(name):
        report.add(
            Place(file, 1), f'"{name}" cannot be an address', "use small letters, digits, hyphens"
        )

    def field(key: str) -> Text:
        return text_of(fields, key, f"{topic}:{answer_id} {key}", fields.text(key))

    def block(message: str, line: int) -> Text:
        context = answer_id if len(message.split()) <= _WORDS_WITHOUT_CONTEXT else None
        return Text(message, context, topic, Place(file, line), message, tag)

    keywords = ", ".join(fields.texts("keywords"))
    checked = fields.day("checked", required=True)
    review_by = fields.day("review-by", required=True)
    answer = Answer(
        id=answer_id,
        question=field("question"),
        short=field("short"),
        body=read_body(body, body_line, file, block, report),
        keywords=text_of(fields, "keywords", f"{topic}:{answer_id} keywords", keywords),
        audiences=fields.texts("for"),
        nationalities=fields.texts("from"),
        sources=fields.texts("sources", required=True),
        related=fields.texts("related"),
        checked=checked or _NO_DAY,
        review_by=review_by or _NO_DAY,
        place=Place(file, 1),
        lines=fields.lines,
    )
    if fields.values.get("sources") == []:
        report.add(fields.place("sources"), "the answer names no source", "name one or more keys")
    if checked and review_by and review_by <= checked:
        report.add(
            fields.place("review-by"),
            "the review date is not after the checked date",
            "set the day by which the answer has to be looked at again",
        )
    fields.finish()
    return answer, report
