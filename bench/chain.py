"""Draws new texts from the words of known ones, each word one that did follow in a known text.

A word is what stands between spaces, or one sign of a script that does not part words.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable

# The share of words that follow the last two, and not only the last one. Texts drawn so compress
# about as well as the guide's own (docs/performance.md).
FOLLOWS_TWO = 0.55
_SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+")
_NO_SPACE = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff]) | (?=[\u3040-\u30ff\u3400-\u9fff])")
_WITHOUT_SPACES = ("zh", "ja")
_ENDS = ".?!:;,。？！：；，،؟"
# The signs and spaces around the words of a text.
_OUTER = re.compile(rf"([ {_ENDS}]*)(.*?)([ {_ENDS}]*)", re.DOTALL)
_SIGNS = f"{_ENDS}()«»“”\"'’、…—– \u00a0\u202f"


class Chain:
    """The words of some texts in a language, and what follows what."""

    def __init__(self, language: str, usable: Callable[[str], bool]) -> None:
        self.spaced = language.split("-")[0] not in _WITHOUT_SPACES
        self.usable = usable
        self.words: list[str] = []
        self.after_one: dict[str, list[str]] = {}
        self.after_two: dict[tuple[str, str], list[str]] = {}

    def parted(self, text: str) -> list[str]:
        """The words of a text."""
        return [word for word in text.split(" ") if word] if self.spaced else _SIGN.findall(text)

    def joined(self, words: Iterable[str]) -> str:
        """Words as one text; where none are parted by spaces, foreign ones still are."""
        text = " ".join(words)
        return text if self.spaced else _NO_SPACE.sub("", text)

    def learn(self, texts: Iterable[str]) -> None:
        for text in texts:
            words = [word for word in self.parted(text) if self.usable(word)]
            self.words.extend(words)
            for place, word in enumerate(words[1:], start=1):
                self.after_one.setdefault(words[place - 1], []).append(word)
                if place > 1:
                    self.after_two.setdefault((words[place - 2], words[place - 1]), []).append(word)

    def draw(self, count: int, chance: random.Random) -> list[str]:
        """`count` words in a new order that is likely in this language."""
        drawn: list[str] = []
        while len(drawn) < count:
            choices: list[str] | None = None
            if len(drawn) > 1 and chance.random() < FOLLOWS_TWO:
                choices = self.after_two.get((drawn[-2], drawn[-1]))
            if not choices and drawn:
                choices = self.after_one.get(drawn[-1])
            choices = choices or self.words
            drawn.append(choices[int(chance.random() * len(choices))])
        return drawn

    def instead_of(self, text: str, chance: random.Random) -> str:
        """Other words in the place of a text's: as many, with its first case and its last sign."""
        if not any(character.isalpha() for character in text):
            return "" if any(character.isdigit() for character in text) else text
        start, inner, end = _parted(text)
        drawn = ""
        while not drawn:
            words = self.draw(len(self.parted(inner)), chance)
            drawn = self.joined(words).strip(_SIGNS)
        if inner[:1].isupper():
            drawn = drawn[:1].upper() + drawn[1:]
        return f"{start}{drawn}{end}"


def _parted(text: str) -> tuple[str, str, str]:
    """A text's first signs and spaces, its words, and its last signs and spaces."""
    found = _OUTER.fullmatch(text)
    return (found[1], found[2], found[3]) if found else ("", text, "")
