"""What a guide defines and nothing in it uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from livret.checks.kind import Finding, Kind
from livret.inline import keys
from livret.model import Block, ContactCard, Guide, List, Place, texts

FIGURE_UNUSED = Kind(
    "figure-unused",
    "No text shows a figure, so nobody notices when it is wrong.",
    "show it where it belongs, or delete it",
)
SOURCE_UNUSED = Kind(
    "source-unused",
    "No answer, figure, contact or step names a source, and no text links to it.",
    "name it where it proves something, or delete it",
)
CONTACT_UNUSED = Kind(
    "contact-unused",
    "No answer shows a contact, and it is not one of the guide's own.",
    "show it with {contact:key}, or delete it",
)
WORD_UNUSED = Kind(
    "word-unused",
    "No text links to a word, so a reader meets it in the glossary only.",
    "link it with [[key]] where a reader meets it, or delete it",
)
KINDS = (FIGURE_UNUSED, SOURCE_UNUSED, CONTACT_UNUSED, WORD_UNUSED)


class _Entry(Protocol):
    @property
    def place(self) -> Place: ...


def check_unused(guide: Guide) -> Iterator[Finding]:
    """Figures, sources, contacts and words that nothing refers to."""
    in_texts = {
        (kind, key) for text in texts(guide) if text.message for kind, key in keys(text.message)
    }

    def named(*kinds: str) -> set[str]:
        return {key for kind, key in in_texts if kind in kinds}

    yield from _unused(FIGURE_UNUSED, "the figure {{{}}}", guide.figures, named("figure"))
    sources = named("link") | _sources(guide)
    yield from _unused(SOURCE_UNUSED, 'the source "{}"', guide.sources, sources)
    contacts = named("phone", "mail") | set(_cards(guide))
    contacts |= {*guide.contacts_shown, *guide.emergency}
    yield from _unused(CONTACT_UNUSED, 'the contact "{}"', guide.contacts, contacts)
    yield from _unused(WORD_UNUSED, "the word [[{}]]", guide.words, named("word"))


def _unused(
    kind: Kind, name: str, entries: Mapping[str, _Entry], used: set[str]
) -> Iterator[Finding]:
    for key, entry in entries.items():
        if key not in used:
            yield kind.at(entry.place, f"{name.format(key)} is used nowhere")


def _sources(guide: Guide) -> set[str]:
    """The sources that data and front matter name."""
    found = {key for answer in guide.answers.values() for key in answer.sources}
    found.update(figure.source for figure in guide.figures.values() if figure.source)
    found.update(contact.source for contact in guide.contacts.values() if contact.source)
    return found | {step.where for step in guide.steps if step.where}


def _cards(guide: Guide) -> Iterator[str]:
    for answer in guide.answers.values():
        yield from _cards_in(answer.body)


def _cards_in(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, ContactCard):
            yield block.contact
        elif isinstance(block, List):
            for item in block.items:
                yield from _cards_in(item.blocks)
