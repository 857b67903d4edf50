"""What a message refers to and says, taken apart to be compared with its translation."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it.token import Token

from livret import inline

# Stands where a figure, phone number or word of the glossary is shown.
OBJECT = "\ufffc"
_MARKUP = re.compile(r"[\\\[\]{}*_]")


@dataclass(frozen=True, slots=True)
class Facts:
    """A message's references, as they are written, and its plain texts.

    `placeholders` and `links` are sorted, with repeats; `words` are glossary keys. `plain` is what
    a reader sees, `outside` the same without the texts given to glossary words.
    """

    placeholders: tuple[str, ...]
    links: tuple[str, ...]
    words: frozenset[str]
    plain: str
    outside: str
    empty_link: bool = False
    strong: int = 0
    emphasis: int = 0


@dataclass(slots=True)
class _Taking:
    """Facts while they are taken, token by token."""

    placeholders: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    plain: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    before: str = ""
    in_word: bool = False

    def show(self, plain: str, outside: str) -> None:
        self.plain.append(plain)
        self.outside.append(outside)

    def take(self, token: Token) -> None:
        match token.type:
            case "text":
                self.show(token.content, "" if self.in_word else token.content)
            case "softbreak" | "hardbreak":
                self.show(" ", " ")
            case "link_open":
                self.links.append(token.meta["key"])
            case "link_close" if self.before == "link_open":
                self.seen["empty_link"] += 1
            case "word_open":
                self.words.add(token.meta["key"])
                self.in_word = True
                self.show("" if token.meta["own_text"] else OBJECT, OBJECT)
            case "word_close":
                self.in_word = False
            case "figure" | "phone" | "mail" | "contact":
                kind = "" if token.type == "figure" else f"{token.type}:"
                self.placeholders.append(f"{{{kind}{token.meta['key']}}}")
                self.show(OBJECT, OBJECT)
            case _:
                self.seen[token.type] += 1
        self.before = token.type


def take_facts(message: str) -> Facts:
    """The facts of a text in the inline Markdown of guides."""
    if not _MARKUP.search(message):
        return Facts((), (), frozenset(), message, message)
    taking = _Taking()
    for token in inline.parse(message):
        taking.take(token)
    return Facts(
        tuple(sorted(taking.placeholders)),
        tuple(sorted(taking.links)),
        frozenset(taking.words),
        "".join(taking.plain),
        "".join(taking.outside),
        taking.seen["empty_link"] > 0,
        taking.seen["strong_open"],
        taking.seen["em_open"],
    )


@lru_cache(maxsize=65536)
def facts(message: str) -> Facts:
    """The facts of a source message, which is asked about again for every language."""
    return take_facts(message)


@lru_cache(maxsize=65536)
def says_something(message: str) -> bool:
    """Whether there is anything to translate; "[[cpam]]", "{fee}" and "24/7" have nothing."""
    return any(character.isalpha() for character in facts(message).plain)
