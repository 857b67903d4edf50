"""The preferred terms of a language, and translations that use other words for them.

`translations/<locale>/terms.tsv` has a line for each term: "source<TAB>French<TAB>target". Source
and target may name several words, separated by commas. A note between brackets is for people; a
source with one ("file (verb)") is told apart by its sense only, so no program checks it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from livret.model import Place
from livret.problem import Problem

NAME = "terms.tsv"

_NOTE = re.compile(r"\s*[(（][^()（）]*[)）]")
_IN_NOTE = re.compile(r"[(（]([^()（）]*)[)）]")
_SEPARATOR = re.compile(r"\s*[,،，、/／؛;]\s*|\s+ثم\s+")
# "EU, EEA or Swiss national" is one term.
_LISTED = re.compile(r",.* or ")
_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# Words shorter than this carry the grammar, not the term: "de", "la", "на", "của".
_SHORTEST = 3
# How much of a word its forms share: "посвідка, посвідки, посвідкою", "inscrire, inscrivez".
_SHARED = 0.6
# What Arabic writes onto the front of a word: and, so, by, to, as, the.
_ARABIC_FRONT = re.compile("^[وف]?(?:[بك]?ال|لل|[بلك])?(?=[\u0621-\u064a]{3})")


@dataclass(frozen=True, slots=True)
class Term:
    """A term: how the source says it, as patterns, and the words that are preferred for it."""

    source: str
    pattern: re.Pattern[str]
    targets: tuple[str, ...]
    place: Place


def read_terms(path: Path, file: str) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """The terms in a file, and its lines that are none; `file` is its name in problems."""
    if not path.is_file():
        return (), ()
    terms: list[Term] = []
    problems: list[Problem] = []
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        place = Place(file, number)
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != 3 or not cells[0] or not cells[2]:
            what = f'"{line[:60]}" is no term'
            remedy = "write the source, the French (or nothing) and the target, with tabs between"
            problems.append(Problem.at(place, what, remedy))
            continue
        source, french, target = cells
        terms.extend(_terms(source, french, target, place))
    # The longest first: "residence permit" is one term, and not "permit" as well.
    terms.sort(key=lambda term: len(term.source), reverse=True)
    return tuple(terms), tuple(problems)


def _terms(source: str, french: str, target: str, place: Place) -> Iterator[Term]:
    beside = [note for cell in (target,) for note in _IN_NOTE.findall(cell)]
    targets = [*_SEPARATOR.split(_NOTE.sub("", target)), *beside, *_SEPARATOR.split(french)]
    wanted = tuple(dict.fromkeys(each.strip() for each in targets if each.strip()))
    # Commas within a note part no words.
    plain = re.sub(r"[(][^()]*[)]", "()", source)
    for word in [plain] if _LISTED.search(plain) else _SEPARATOR.split(plain):
        if word and "()" not in word:
            yield Term(word, _pattern(word), wanted, place)


def _pattern(word: str) -> re.Pattern[str]:
    """A source word as it stands in a text: in any case but for sigles, also as a plural, and
    after "to" as other forms of the verb."""
    parts = [re.escape(part) for part in word.removeprefix("to ").split()]
    verb = "|e?d|ing" if word.startswith("to ") else ""
    plural = "(?:ies|y)" if parts[-1].endswith("y") else f"(?:e?s{verb})?"
    last = parts[-1].removesuffix("y") if plural == "(?:ies|y)" else parts[-1]
    flags = 0 if word.isupper() else re.IGNORECASE
    spaced = r"[\s-]+".join([*parts[:-1], last])
    return re.compile(rf"(?<![\w-]){spaced}{plural}(?![\w-])", flags)


def other_words(terms: tuple[Term, ...], message: str, translation: str) -> Iterator[Term]:
    """The terms that a message uses and its translation does not; both without markup."""
    folded: str | None = None
    rest = message
    for term in terms:
        if not term.pattern.search(rest):
            continue
        rest = term.pattern.sub(" ", rest)
        folded = folded if folded is not None else _fold(translation)
        if not any(_stands(_fold(target), folded) for target in term.targets):
            yield term


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    """A text without case and diacritics."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _stands(target: str, text: str) -> bool:
    """Whether a text uses a target in some form: the beginnings of half of its words.

    Named once, a term is often shortened: "titre de séjour", then "titre".
    """
    if _UNSPACED.search(target):
        pairs = [target[at : at + 2] for at in range(max(1, len(target) - 1))]
        return 2 * sum(pair in text for pair in pairs) >= len(pairs)
    words = _words(text)
    # As it stands too: what begins the word "كفيل" (guarantor) looks like "as" written onto it.
    bare = {*words, *_WORD.findall(text)}
    wanted = [word for word in _words(target) if len(word) >= _SHORTEST] or _words(target)
    whole = dict(zip(_words(target), _WORD.findall(target), strict=True))
    found = sum(
        any(_same_word(form, word) for form in {each, whole[each]} for word in bare)
        for each in wanted
    )
    return 2 * found >= len(wanted)


def _words(text: str) -> list[str]:
    return [_ARABIC_FRONT.sub("", word) for word in _WORD.findall(text)]


def _same_word(one: str, other: str) -> bool:
    shared = max(_SHORTEST, round(len(one) * _SHARED)) if len(one) > _SHORTEST else len(one)
    return other.startswith(one[:shared])
