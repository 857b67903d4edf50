"""What in a translation a person should look at again: nothing here is certainly wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from livret.facts import OBJECT, facts, take_facts

Doubt = tuple[str, str]

_SCRIPTS = {"ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC", "zh": "CJK", "uk": "CYRILLIC"}
_SCRIPTS |= {"ru": "CYRILLIC", "bg": "CYRILLIC", "el": "GREEK", "he": "HEBREW"}
# How long a translation is for one character of English, roughly.
_LENGTHS = {"zh": 0.36, "ja": 0.5, "ko": 0.55, "ar": 0.85, "he": 0.8}
_USUAL_LENGTH = 1.15
_ODD_FACTOR, _ODD_FACTOR_IN_SHORT_TEXTS = 2.2, 3.0
_SHORT, _SHORTEST_TO_MEASURE = 80, 25
# French names and addresses are rightly given beside a translation.
_BESIDE = re.compile(r"[(（][^()（）]*[)）]|\S+\.\w{2,}\S*", re.ASCII)

_ENDS = {".": ".", "。": ".", "．": ".", "…": ".", "?": "?", "؟": "?", "？": "?"}
_ENDS |= {"!": "!", "！": "!", ":": ":", "：": ":"}
_ENDS |= {",": ",", "،": ",", "，": ",", ";": ";", "؛": ";", "；": ";"}
_CLOSERS = "\"'»”’)]）」』*_ \u00a0\u202f\u2066\u2067\u2068\u2069\u200e\u200f"
_OWN_SIGNS = {
    "ar": ("،؛؟", ",;?"),
    "fa": ("،؛؟", ",;?"),
    "ur": ("،؛؟", ",;?"),
    "zh": ("，；？。！：", ",;?.!:"),
}
_ASCII_SIGN = {
    "ar": re.compile(r"(?<=[\u0621-\u064a])[ ]?[,;?](?=\s|$)"),
    "zh": re.compile(r"(?<=[\u4e00-\u9fff])[,;?!:.](?=[\u4e00-\u9fff\s]|$)"),
}
_WORD = re.compile(r"[^\W\d_]+")
_SIMILAR_SCRIPTS = ({"LATIN", "CYRILLIC"}, {"LATIN", "GREEK"}, {"CYRILLIC", "GREEK"})
# Persian and Urdu keyboards type these for ي and ك; search does not find them.
_NOT_ARABIC_LETTERS = re.compile("[یکەےہ]")


def doubts(
    message: str, translation: str, source: str, language: str, terms: Iterable[str]
) -> Iterator[Doubt]:
    """The doubts about a translation, as (what, remedy)."""
    given = take_facts(translation)
    wanted = facts(message)
    if (wanted.strong, wanted.emphasis) != (given.strong, given.emphasis):
        yield "bold or emphasis differs from the source", "mark the same parts with ** or *"
    plain_source = _without(wanted.outside, terms)
    plain = _without(given.outside, terms)
    if _says_something(plain_source) and plain_source == plain and source != language:
        yield "it is the same as the source", "translate it, or leave it empty"
        return
    yield from _punctuation(wanted.plain, given.plain, language)
    yield from _length(_alone(wanted.plain), _alone(given.plain), language)
    yield from _script(_alone(plain), language)


def _alone(plain: str) -> str:
    return _BESIDE.sub(" ", plain)


def _without(text: str, terms: Iterable[str]) -> str:
    for term in terms:
        text = re.sub(re.escape(term), " ", text, flags=re.IGNORECASE)
    return text.replace(OBJECT, " ").strip()


def _says_something(text: str) -> bool:
    return len(_WORD.findall(text)) >= 3


def _end(text: str) -> str:
    stripped = text.rstrip(_CLOSERS)
    return stripped[-1:] or ""


def _punctuation(source: str, plain: str, language: str) -> Iterator[Doubt]:
    wanted, given = _end(source), _end(plain)
    if _ENDS.get(wanted) != _ENDS.get(given):
        yield (
            f'it ends with "{given}" and the source with "{wanted}"',
            "end it the way the source ends",
        )
    own, ascii_signs = _OWN_SIGNS.get(language, ("", ""))
    pattern = _ASCII_SIGN.get(language)
    if (given and given in ascii_signs) or (pattern and pattern.search(plain)):
        yield f"it uses signs of another script ({ascii_signs})", f"write {own}"
    if language == "es":
        for opening, closing in ("¿?", "¡!"):
            if plain.count(opening) != plain.count(closing):
                yield f'"{closing}" is not opened by "{opening}"', f"write {opening}…{closing}"


def _length(source: str, plain: str, language: str) -> Iterator[Doubt]:
    if len(source) < _SHORTEST_TO_MEASURE:
        return
    factor = _ODD_FACTOR_IN_SHORT_TEXTS if len(source) < _SHORT else _ODD_FACTOR
    usual = len(source) * _LENGTHS.get(language, _USUAL_LENGTH)
    if not usual / factor <= len(plain) <= usual * factor:
        what = "short" if len(plain) < usual else "long"
        yield f"it is unusually {what}", "look whether a sentence is missing or stands twice"


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    """The script of a letter, from its Unicode name: LATIN, ARABIC, CJK…"""
    return unicodedata.name(letter, "?").split(" ")[0]


def _letters(word: str) -> list[str]:
    """The letters of a word without raised signs and apostrophes, which no script owns."""
    return [
        letter
        for letter in word
        if letter not in "ªº" and unicodedata.category(letter) not in {"Lm", "No"}
    ]


def _script(plain: str, language: str) -> Iterator[Doubt]:
    expected = _SCRIPTS.get(language, "LATIN")
    words = _WORD.findall(plain)
    letters = [_script_of(letter) for word in words for letter in _letters(word)]
    own = letters.count(expected)
    if expected == "LATIN":
        if own < len(letters):
            yield "it holds letters of another script", "type them again on your keyboard"
            return
    elif len(letters) > 3 and own * (3 if expected == "CJK" else 2) < len(letters):
        yield "most of it is in another script", "translate it; keep French terms only"
    for word in words:
        scripts = {_script_of(letter) for letter in _letters(word)}
        if any(pair <= scripts for pair in _SIMILAR_SCRIPTS):
            yield f'"{word}" mixes letters of two scripts', "type the word again"
    if language == "ar" and _NOT_ARABIC_LETTERS.search(plain):
        yield "it holds Persian or Urdu letters", "type ي and ك on an Arabic keyboard"
