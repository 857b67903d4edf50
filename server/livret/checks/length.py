"""Sentences and paragraphs that are too long to be read on a phone, or in a second language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from livret.checks.kind import Finding, Kind, shortened, written_texts
from livret.facts import OBJECT, facts
from livret.model import Guide

MOST_WORDS_IN_SENTENCE = 25
MOST_WORDS_IN_PARAGRAPH = 60

SENTENCE_LONG = Kind(
    "sentence-long",
    f"A sentence has more than {MOST_WORDS_IN_SENTENCE} words.",
    "make two of it, or a list",
)
PARAGRAPH_LONG = Kind(
    "paragraph-long",
    f"A paragraph, list item or cell has more than {MOST_WORDS_IN_PARAGRAPH} words. "
    "It is also one message: whoever changes a word of it has all of it translated again.",
    "make two paragraphs of it, or a list",
)
KINDS = (SENTENCE_LONG, PARAGRAPH_LONG)

_WORD = re.compile(rf"\w+(?:['’.-]\w+)*|{OBJECT}")
# A sentence ends where a space and no small letter follow: "e.g. this" and "art. L.1" go on.
_END = re.compile(r"(?<=[.!?…])[\"”»’)]*\s+(?![a-zà-ÿ])|(?<=[。！？؟])")


def check_length(guide: Guide) -> Iterator[Finding]:
    """Sentences and paragraphs with too many words; a figure or a glossary word counts as one."""
    for text in written_texts(guide):
        plain = facts(text.message).plain
        if len(plain) <= MOST_WORDS_IN_SENTENCE:
            continue
        for sentence in _END.split(plain):
            words = len(_WORD.findall(sentence))
            if words > MOST_WORDS_IN_SENTENCE:
                start = shortened(sentence.replace(OBJECT, "…"))
                yield SENTENCE_LONG.at(text.place, f'a sentence of {words} words: "{start}"')
        words = len(_WORD.findall(plain))
        if words > MOST_WORDS_IN_PARAGRAPH:
            yield PARAGRAPH_LONG.at(text.place, f"a paragraph of {words} words")
