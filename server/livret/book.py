"""Writes a guide in one language as a book for e-readers."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any
from xml.etree import ElementTree

from livret.build import sign_of
from livret.cited import dated_figures, newest_check, shown_texts, sources_of
from livret.epub import Book, Chapter, epub, in_order
from livret.frame import accent_of
from livret.icons import cover
from livret.product import read_client
from livret.translated import Translated
from livret.trust import trust_of
from livret.when import when

# Of a guide without any answer.
_NO_DAY = date(2000, 1, 1)
_XHTML = "http://www.w3.org/1999/xhtml"
_STYLE = b"""\
body { line-height: 1.5; }
h1, h2, h3 { line-height: 1.25; break-after: avoid; hyphens: none; }
.short { font-weight: bold; }
.state, aside { border-block-start: 1px solid; padding-block-start: 0.5em; }
aside { font-size: 0.9em; break-inside: avoid; }
aside h2 { font-size: 1em; }
.tasks { list-style-type: "\xe2\x98\x90  "; }
.card { border: 1px solid; padding-inline: 0.8em; break-inside: avoid; }
.address { overflow-wrap: anywhere; font-size: 0.85em; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: 0.3em 0.5em; text-align: start; vertical-align: top; }
dt { font-weight: bold; }
"""
ElementTree.register_namespace("", _XHTML)
ElementTree.register_namespace("epub", "http://www.idpf.org/2007/ops")


def book_of(edition: Translated) -> bytes:
    """The guide as an EPUB; the same guide gives the same bytes."""
    guide = edition.guide
    chapters = tuple(_chapters(edition))
    files = {chapter.file for chapter in in_order(chapters)}
    newest = newest_check(guide) or _NO_DAY
    place = f"{edition.address or guide.name}/{edition.code}/"
    return epub(
        Book(
            # One for all editions of this guide in this language; `modified` tells them apart.
            identifier=uuid.uuid5(uuid.NAMESPACE_URL, place).urn,
            title=guide.name,
            tag=guide.language.tag,
            direction=guide.language.direction,
            publisher=guide.host,
            description=edition.writer.plain(guide.description),
            modified=newest.isoformat(),
            chapters=tuple(_linked(chapter, edition.code, files) for chapter in chapters),
            contents=_page(edition, "book-contents.html", guide.name, chapters=chapters),
            style=_STYLE,
            cover=cover(sign_of(guide, read_client()), accent_of(guide)),
        )
    )


def _page(edition: Translated, template: str, title: str, **values: Any) -> bytes:
    html = edition.templates.get_template(template).render(
        title=title, address=edition.address, **values
    )
    return html.lstrip().encode()


def _chapters(edition: Translated) -> Iterator[Chapter]:
    guide, plain, phrases = edition.guide, edition.writer.plain, edition.phrases
    start = _page(edition, "book-start.html", guide.name, newest=newest_check(guide))
    yield Chapter("start.xhtml", guide.name, start)
    for topic in guide.topics:
        title = plain(topic.title)
        inner = tuple(
            Chapter(_file(answer.id), plain(answer.question), _answer(edition, answer.id))
            for answer in topic.answers
        )
        page = _page(edition, "book-topic.html", title, topic=topic)
        yield Chapter(_file(topic.id), title, page, inner)
    if guide.steps:
        steps = [(step, when(step, phrases, guide.language.locale)) for step in guide.steps]
        title = str(phrases.steps_title)
        yield Chapter("steps.xhtml", title, _page(edition, "book-steps.html", title, steps=steps))
    if guide.words:
        title, words = str(phrases.words_title), guide.words.values()
        yield Chapter("words.xhtml", title, _page(edition, "book-words.html", title, words=words))
    title = str(phrases.contacts_title)
    yield Chapter("contacts.xhtml", title, _page(edition, "book-contacts.html", title))


def _answer(edition: Translated, key: str) -> bytes:
    guide = edition.guide
    answer = guide.answers[key]
    shown = shown_texts(answer)
    return _page(
        edition,
        "book-answer.html",
        edition.writer.plain(answer.question),
        answer=answer,
        trust=trust_of(shown),
        figures=dated_figures(guide, shown),
        sources=sources_of(guide, answer),
    )


def _file(key: str) -> str:
    """The document of a topic or an answer: "health/lost" is health.lost.xhtml."""
    return f"{key.replace('/', '.')}.xhtml"


def _linked(chapter: Chapter, code: str, files: set[str]) -> Chapter:
    """The chapter with links to addresses of the guide leading to documents of the book.

    A link to what the book does not hold becomes plain text.
    """
    root = ElementTree.fromstring(chapter.body)
    for link in root.iter(f"{{{_XHTML}}}a"):
        address = link.get("href", "")
        if address.startswith(f"/{code}/"):
            target = _target(address.removeprefix(f"/{code}/").strip("/"))
            if target.partition("#")[0] in files:
                link.set("href", target)
            else:
                del link.attrib["href"]
    body = ElementTree.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
    inner = tuple(_linked(each, code, files) for each in chapter.inner)
    return Chapter(chapter.file, chapter.title, f"{head}{body}\n".encode(), inner)


def _target(rest: str) -> str:
    first, _, word = rest.partition("/")
    return f"words.xhtml#{word}" if first == "words" and word else _file(rest)
