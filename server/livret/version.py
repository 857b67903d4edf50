"""What an answer says, as a short hash: the phone compares two of them to tell what changed.

Layout, navigation and the day of a check are no part of it. A new design, a neighbour that is
renamed or an answer confirmed as it stands must not tell every reader that the rules changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from livret.canonical import canonical_json, sha256
from livret.markup import Writer
from livret.model import Answer, Block, ContactCard, List, Text, texts

DIGITS = 8


def version_of(answer: Answer, writer: Writer, originals: dict[str, str]) -> str:
    """The version of an answer in the writer's language: "<source>.<shown>", 8 hex digits each.

    `source` is the hash of the original's words and is the same in every language, `shown` that of
    the words which are shown. A reader who changes the language in between is told by the first
    what changed, one who does not by the second: a mended translation counts, and so does one that
    has caught up with its source. `originals` holds the first parts that are known already, by the
    ids of their answers.
    """
    seen = list(_texts(answer, writer))
    # How to reach the contacts on its cards is the same in all languages.
    ways = [
        (contact.phone, contact.mail, contact.address)
        for contact in (writer.guide.contacts[card.contact] for card in _cards(answer.body))
    ]
    if answer.id not in originals:
        tag = writer.guide.source_language.tag
        source = [writer.plain_of(text.message, tag) for text in seen]
        originals[answer.id] = _digest(source, ways)
    return f"{originals[answer.id]}.{_digest([writer.plain(text) for text in seen], ways)}"


def _digest(words: Sequence[str], ways: object) -> str:
    # Kinds of space are typography, which may change with the formats of a language.
    plain = [" ".join(text.split()) for text in words]
    return sha256(canonical_json([plain, ways]).encode())[:DIGITS]


def _texts(answer: Answer, writer: Writer) -> Iterator[Text]:
    """What a reader sees, in reading order, the contacts on its cards last."""
    yield from texts([answer.question, answer.short, answer.body])
    for card in _cards(answer.body):
        yield from texts(writer.guide.contacts[card.contact])


def _cards(blocks: Sequence[Block]) -> Iterator[ContactCard]:
    for block in blocks:
        if isinstance(block, ContactCard):
            yield block
        elif isinstance(block, List):
            for item in block.items:
                yield from _cards(item.blocks)
