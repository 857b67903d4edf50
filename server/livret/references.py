"""Checks that everything a guide refers to exists, and that its texts hold only what they may."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from livret import inline
from livret.model import (
    Answer,
    Block,
    Contact,
    ContactCard,
    Figure,
    Guide,
    Heading,
    Item,
    List,
    Place,
    Text,
    texts,
)
from livret.problem import Report, did_you_mean

_HTML = re.compile(r"<\s*/?\s*[A-Za-z!?]")
_ADDRESS = re.compile(r"https?://|www\.|\b[\w.+-]+@[\w-]+\.\w{2,}")
_INLINE_LINK = re.compile(r"\]\(")
_LEFT_OVER = re.compile(r"\[\[|\]\]|\]\[")
_CUT_WORD = re.compile(r"\[\[[a-z0-9-]+$")


def check_references(guide: Guide, report: Report) -> None:
    """Report unknown figures, words, links, contacts, cases, sources and answers, and HTML.

    Where a file could not be read, what it defines is unknown: references are then not checked.
    """
    if report.unreadable:
        for text in texts(guide):
            _check_characters(text, report)
        return
    known = _known(guide)
    for text in texts(guide):
        _check_text(text, known, report)
    for answer in guide.answers.values():
        _check_answer(answer, guide, report)
    _check_data(guide, report)


def check_answer(answer: Answer, guide: Guide, report: Report) -> None:
    """Report what `check_references` would report about one answer of a guide."""
    known = _known(guide)
    for text in texts(answer):
        _check_text(text, known, report)
    _check_answer(answer, guide, report)


def _known(guide: Guide) -> Mapping[str, Mapping[str, object]]:
    """Everything that a text can refer to, by kind and key."""
    return {
        "figure": guide.figures,
        "word": guide.words,
        "link": {**guide.sources, **{f"q:{key}": None for key in guide.answers}},
        "phone": {key: 0 for key, contact in guide.contacts.items() if contact.phone},
        "mail": {key: 0 for key, contact in guide.contacts.items() if contact.mail},
        "contact": guide.contacts,
    }


def _check_text(text: Text, known: Mapping[str, Mapping[str, object]], report: Report) -> None:
    for kind, key in inline.keys(text.message):
        if kind == "contact":
            report.add(
                text.place,
                f"{{contact:{key}}} stands inside a sentence",
                "put it alone in a paragraph, or write {phone:…} or {mail:…}",
            )
        elif key not in known[kind]:
            if kind in ("phone", "mail") and key in known["contact"]:
                report.add(text.place, f'the contact "{key}" has no {kind}', f"add its {kind}")
                continue
            shown = {"figure": f"{{{key}}}", "word": f"[[{key}]]", "link": f"[…][{key}]"}.get(
                kind, f"{{{kind}:{key}}}"
            )
            report.add(text.place, f"unknown {kind} {shown}", did_you_mean(key, known[kind]))
    _check_characters(text, report)


def _check_characters(text: Text, report: Report) -> None:
    rest = inline.literal(inline.parse(text.message))
    if _HTML.search(text.message):
        report.add(
            text.place, "HTML in a text", "write Markdown; < and > stand for themselves only"
        )
    if _ADDRESS.search(rest):
        report.add(
            text.place,
            "a web or mail address in a text",
            "put it in sources.toml or contacts.toml and refer to its key",
        )
    if _INLINE_LINK.search(rest):
        report.add(
            text.place, "a link with an address", "write [text][key] with a key of sources.toml"
        )
    elif _CUT_WORD.search(rest):
        report.add(
            text.place, "a word that is not closed", r"write [[key]]; in a table [[key\|text]]"
        )
    elif _LEFT_OVER.search(rest):
        report.add(
            text.place, "square brackets that are no link or word", "write [text][key] or [[word]]"
        )
    if "{" in rest or "}" in rest:
        report.add(
            text.place, "a brace that is no figure", "write {key} with a key of figures.toml"
        )


def _blocks(blocks: Iterable[Block]) -> Iterable[Block | Item]:
    for block in blocks:
        yield block
        if isinstance(block, List):
            for item in block.items:
                yield item
                yield from _blocks(item.blocks)


def _check_answer(answer: Answer, guide: Guide, report: Report) -> None:
    cases = {**guide.audiences, **guide.nationalities}
    for block in _blocks(answer.body):
        if isinstance(block, ContactCard):
            check_keys(block.place, "contact", [block.contact], guide.contacts, report)
        elif isinstance(block, Heading):
            check_keys(block.text.place, "case", block.cases, cases, report)
    check_keys(answer.place_of("for"), "audience", answer.audiences, guide.audiences, report)
    check_keys(
        answer.place_of("from"), "nationality", answer.nationalities, guide.nationalities, report
    )
    check_keys(answer.place_of("sources"), "source", answer.sources, guide.sources, report)
    check_keys(answer.place_of("related"), "related answer", answer.related, guide.answers, report)


def _check_data(guide: Guide, report: Report) -> None:
    dated: list[Figure | Contact] = [*guide.figures.values(), *guide.contacts.values()]
    for entry in dated:
        if entry.source:
            check_keys(entry.place, "source", [entry.source], guide.sources, report)
    for step in guide.steps:
        check_keys(step.place, "audience", step.audiences, guide.audiences, report)
        check_keys(step.place, "nationality", step.nationalities, guide.nationalities, report)
        check_keys(step.place, "source", [step.where] if step.where else [], guide.sources, report)
        check_keys(
            step.place, "answer", [step.answer] if step.answer else [], guide.answers, report
        )


def check_keys(
    place: Place, kind: str, given: Iterable[str], known: Collection[str], report: Report
) -> None:
    """Report each given key that is not known, at the place where it is written."""
    for key in given:
        if key not in known:
            report.add(place, f'unknown {kind} "{key}"', did_you_mean(key, known))
