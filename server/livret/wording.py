"""Checks of one translation against its message, without knowing either language well.

An error is something that could mislead a reader or spoil a page: such a translation is not shown.
A warning asks a person to look again.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from livret.doubts import doubts
from livret.facts import Facts, facts, take_facts
from livret.kept_terms import kept_terms_of, term_pattern
from livret.language import parse_locale
from livret.numerals import differing


class Use(Enum):
    """How a reader meets a text, which decides how near its translation has to stay to it."""

    READ = "read"
    GLOSS = "gloss"  # shown beside the French term that it explains, so it may leave that out
    SEARCH = "search"  # keywords, never shown as a text: words, terms, numbers may differ


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a translation, and what its translator can do."""

    what: str
    remedy: str


_HTML = re.compile(r"<\s*/?\s*[A-Za-z!?]|&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_MAY_BE_ADDRESS = re.compile(r"\w\.\w|@|//", re.ASCII)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]{}،。，、；]*[^\s<>()\[\]{}،。，、；.,;:!?]"
    r"|[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@.-])(?:[A-Za-z0-9-]+\.)+(?:fr|eu|com|org|net|info|io)(?![A-Za-z0-9-])",
    re.ASCII,
)
_BRACES = re.compile(r"\{[^{}]*\}?|\}")
_BRACKETS = re.compile(r"[\[\]]")
_BRACE_OR_BRACKET = re.compile(r"[\[\]{}]")
_FORCED_DIRECTION = re.compile("[\u202a-\u202e]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u061c\u2028\u2029\u2060-\u2064\u206a-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0e"
    "\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
# The zeros of all scripts; their nine other digits follow each.
_ZEROS = (
    "0\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50"
    "\u0ed0\u0f20\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50"
    "\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0\uff10"
)
_DIGITS = "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in _ZEROS)
# What any check but that of terms can stumble over, and more: what these patterns begin with, the
# signs of markup, digits, and whatever stands beyond the first plane of Unicode. One set of
# characters, because alternatives, and "\d" in a set, take ten times as long to look for.
_NOTEWORTHY = re.compile(
    r"[<>&{}\[\]\\*_@\u202a-\u202e\u2066-\u2069\U00010000-\U0010ffff"
    f"{_DIGITS}{_INVISIBLE.pattern[1 : _INVISIBLE.pattern.index(chr(0xE0000))]}]"
)
_WITHIN_ADDRESS = re.compile(r"\.[A-Za-z0-9_]")
_MARKS_OF_RTL = "\u200e\u200f\u061c"
_JOINERS = "\u200c\u200d"
# Languages whose spelling needs the zero-width joiner or non-joiner.
_LANGUAGES_WITH_JOINERS = frozenset(
    (
        "fa",
        "ur",
        "ps",
        "ckb",
        "sd",
        "ug",
        "hi",
        "mr",
        "ne",
        "bn",
        "pa",
        "ta",
        "te",
        "kn",
        "ml",
        "si",
    )
)


class Wording:
    """The checks for one language: which script it uses, and which French terms it keeps."""

    def __init__(self, language: str, source: str, kept_terms: Iterable[str]) -> None:
        self.language = language.split("-")[0].split("_")[0]
        self.source = source.split("-")[0].split("_")[0]
        locale = parse_locale(language.replace("_", "-"))
        self.allowed_marks = (
            _MARKS_OF_RTL if locale.character_order == "right-to-left" else ""
        ) + (_JOINERS if self.language in _LANGUAGES_WITH_JOINERS else "")
        self.terms = kept_terms_of(tuple(kept_terms))

    def errors(self, message: str, translation: str, use: Use = Use.READ) -> tuple[Finding, ...]:
        """What forbids to show a translation; () when it can be shown."""
        # Most texts have nothing to compare but their terms.
        if _is_noteworthy(translation) or _noteworthy_source(message):
            return _errors(self, message, translation, use)
        return tuple(self.missing_terms(message, translation)) if use is Use.READ else ()

    def warnings(self, message: str, translation: str) -> tuple[Finding, ...]:
        """What a person should look at again in a translation without errors."""
        terms = [term for term in self.terms.terms if term in message]
        return tuple(
            Finding(what, remedy)
            for what, remedy in doubts(message, translation, self.source, self.language, terms)
        )

    def missing_terms(self, outside: str, translation: str) -> Iterator[Finding]:
        """The terms of a message, without its glossary words, that its translation lacks."""
        wanted = self.terms.standing_in(outside)
        if not wanted:
            return
        translation = unicodedata.normalize("NFC", translation)
        for term in wanted:
            if not term_pattern(term)[1].search(translation):
                yield Finding(
                    f'the French term "{term}" is missing',
                    f'keep "{term}" as it is; it stands on French forms and signs',
                )

    def invisible(self, message: str, translation: str) -> Iterator[Finding]:
        allowed = {*self.allowed_marks, *_INVISIBLE.findall(message)}
        for character in dict.fromkeys(_INVISIBLE.findall(translation)):
            if character not in allowed:
                yield Finding(
                    f"there is an invisible character (U+{ord(character):04X})",
                    "delete it, or type the text again around it",
                )


@lru_cache(maxsize=256)
def wording(language: str, source: str, kept_terms: tuple[str, ...] = ()) -> Wording:
    """The checks for a language and a source language (tags or locales)."""
    return Wording(language, source, kept_terms)


def _is_noteworthy(text: str) -> bool:
    return bool(_NOTEWORTHY.search(text) or "//" in text or _WITHIN_ADDRESS.search(text))


@lru_cache(maxsize=65536)
def _noteworthy_source(message: str) -> bool:
    """The same for a source message, which is asked about again for every language."""
    return _is_noteworthy(message)


@lru_cache(maxsize=1 << 18)
def _errors(checks: Wording, message: str, translation: str, use: Use) -> tuple[Finding, ...]:
    source, given = facts(message), take_facts(translation)
    found = [*_markup(message, translation, source, given), *_direction(translation)]
    found.extend(checks.invisible(message, translation))
    if use is not Use.SEARCH:
        found.extend(_references(source, given))
        found.extend(_numbers(source.plain, given.plain, checks))
    if use is Use.READ:
        found.extend(checks.missing_terms(source.outside, translation))
    return tuple(found)


def _markup(message: str, translation: str, source: Facts, given: Facts) -> Iterator[Finding]:
    """HTML, addresses, and braces or brackets that are no placeholder, word or link."""
    if _HTML.search(translation) or _more(message, translation, "<>"):
        yield Finding("it holds HTML", "write Markdown without < and >")
    for address in _only_in(_addresses(given.plain), _addresses(source.plain)):
        yield Finding(f'the address "{address}" is not in the source', "take it out")
    if _found(_BRACES, source.plain) != _found(_BRACES, given.plain):
        yield Finding("a brace does not belong to a placeholder", "copy {…} from the source")
    if _found(_BRACKETS, source.plain) != _found(_BRACKETS, given.plain):
        yield Finding(
            "a square bracket does not belong to a link or word",
            "write [text][key] or [[key|text]] as in the source, without spaces between",
        )
    if given.empty_link:
        yield Finding("a link has no text", "write its text between the first brackets")


@lru_cache(maxsize=65536)
def _addresses(plain: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_ADDRESS.findall(plain))) if _MAY_BE_ADDRESS.search(plain) else ()


def _found(pattern: re.Pattern[str], plain: str) -> list[str]:
    return sorted(pattern.findall(plain)) if _BRACE_OR_BRACKET.search(plain) else []


def _more(message: str, translation: str, characters: str) -> bool:
    return any(translation.count(sign) > message.count(sign) for sign in characters)


def _references(source: Facts, given: Facts) -> Iterator[Finding]:
    kinds: tuple[tuple[str, Sequence[str], Sequence[str]], ...] = (
        ("{}", source.placeholders, given.placeholders),
        ("[…][{}]", source.links, given.links),
        ("[[{}]]", sorted(source.words), sorted(given.words)),
    )
    for shape, wanted, found in kinds:
        for key in _only_in(wanted, found):
            yield Finding(f"{shape.format(key)} is missing", "copy it from the source")
        for key in _only_in(found, wanted):
            yield Finding(f"{shape.format(key)} is not in the source", "take it out")
    for address in _only_in(_addresses(source.plain), _addresses(given.plain)):
        yield Finding(f'the address "{address}" is missing', "copy it from the source")


def _only_in(wanted: Sequence[str], found: Sequence[str]) -> list[str]:
    if not wanted or wanted == found:
        return []
    return sorted((Counter(wanted) - Counter(found)).keys())


def _numbers(source: str, given: str, checks: Wording) -> Iterator[Finding]:
    missing, extra = differing(source, given, checks.source, checks.language)
    if missing or extra:
        # The digit of "form S1" belongs to the term, which is looked for as a whole.
        source, given = checks.terms.taken_from(source), checks.terms.taken_from(given)
        missing, extra = differing(source, given, checks.source, checks.language)
    for number in missing:
        yield Finding(f"the number {number} is missing", "write the numbers of the source")
    for number in extra:
        yield Finding(f"the number {number} is not in the source", "write the source's numbers")


def _direction(translation: str) -> Iterator[Finding]:
    if _FORCED_DIRECTION.search(translation):
        yield Finding(
            "it forces a direction (U+202A to U+202E)",
            "delete the control characters; the page isolates Latin and digits by itself",
        )
    depth = 0
    for sign in _ISOLATES.findall(translation):
        depth += -1 if sign == "\u2069" else 1
        if depth < 0:
            break
    if depth:
        yield Finding("a direction isolate is not closed", "pair each U+2066–2068 with U+2069")
