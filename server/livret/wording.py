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
from livret.language import parse_locale
from livret.numerals import differing


class Use(Enum):
    """How a reader meets a text, which decides how near its translation has to stay to it."""

    READ = "read"
    GLOSS = "gloss"  # shown beside the French term that it explains, so it may leave that out
    SEARCH = "search"  # keywords and other names, never shown: words, terms, numbers may differ


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
_FORCED_DIRECTION = re.compile("[\u202a-\u202e]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u061c\u2028\u2029\u2060-\u2064\u206a-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0e"
    "\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
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
_RUN = re.compile(r"\w+")
_SPACE_IN_TERM = "[\\s\u00a0\u202f-]+"


class Wording:
    """The checks for one language: which script it uses, and which French terms it keeps."""

    def __init__(self, language: str, source: str, kept_terms: Iterable[str]) -> None:
        self.language = language.split("-")[0].split("_")[0]
        self.source = source.split("-")[0].split("_")[0]
        locale = parse_locale(language.replace("_", "-"))
        self.allowed_marks = (
            _MARKS_OF_RTL if locale.character_order == "right-to-left" else ""
        ) + (_JOINERS if self.language in _LANGUAGES_WITH_JOINERS else "")
        self.terms = tuple(sorted({term for term in kept_terms if term}))
        self.by_first_word: dict[str, list[str]] = {}
        for term in self.terms:
            self.by_first_word.setdefault(_first_word(term), []).append(term)

    def errors(self, message: str, translation: str, use: Use = Use.READ) -> tuple[Finding, ...]:
        """What forbids to show a translation; () when it can be shown."""
        return _errors(self, message, translation, use)

    def warnings(self, message: str, translation: str) -> tuple[Finding, ...]:
        """What a person should look at again in a translation without errors."""
        terms = [term for term in self.terms if term in message]
        return tuple(
            Finding(what, remedy)
            for what, remedy in doubts(message, translation, self.source, self.language, terms)
        )

    def missing_terms(self, message: Facts, translation: str) -> Iterator[Finding]:
        translation = unicodedata.normalize("NFC", translation)
        for term in self.terms_in(message.outside):
            in_source, in_translation = term_pattern(term)
            if in_source.search(message.outside) and not in_translation.search(translation):
                yield Finding(
                    f'the French term "{term}" is missing',
                    f'keep "{term}" as it is; it stands on French forms and signs',
                )

    def without_terms(self, text: str) -> str:
        for term in self.terms_in(text):
            text = term_pattern(term)[0].sub(" ", text)
        return text

    def terms_in(self, text: str) -> list[str]:
        """The terms that may stand in a text, because their first word does; in order."""
        first_words = self.by_first_word.keys() & set(_RUN.findall(_folded(text)))
        found = [term for word in first_words for term in self.by_first_word[word]]
        # A term that begins with another sign than a letter or digit has no first word.
        return sorted([*found, *self.by_first_word.get("", ())])

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


@lru_cache(maxsize=1 << 18)
def _errors(checks: Wording, message: str, translation: str, use: Use) -> tuple[Finding, ...]:
    source, given = facts(message), take_facts(translation)
    found = [*_markup(message, translation, source, given), *_direction(translation)]
    found.extend(checks.invisible(message, translation))
    if use is not Use.SEARCH:
        found.extend(_references(source, given))
        found.extend(_numbers(source.plain, given.plain, checks))
    if use is Use.READ:
        found.extend(checks.missing_terms(source, translation))
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
    return sorted(pattern.findall(plain))


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
        source, given = checks.without_terms(source), checks.without_terms(given)
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


@lru_cache(maxsize=4096)
def term_pattern(term: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a kept term is found in a source, and in a translation, where it may be a plural.

    Sigles are told from words by their case: "RIB" is not "rib".
    """
    flags = 0 if term.isupper() else re.IGNORECASE
    parts = [
        re.escape(part).replace("'", "['’]").replace("’", "['’]")
        for part in re.split(r"[\s-]+", term)
    ]
    exact = re.compile(rf"(?<!\w){_SPACE_IN_TERM.join(parts)}(?!\w)", flags)
    # Other scripts may be written onto a Latin term ("الـCPAM"), other Latin letters may not.
    latin = "A-Za-z0-9À-ɏ"
    plural = _SPACE_IN_TERM.join(f"{part}(?:e?s|x)?" for part in parts)
    return exact, re.compile(rf"(?<![{latin}]){plural}(?![{latin}])", flags)


def _first_word(term: str) -> str:
    """The first letters and digits of a term, folded; "" where it begins with anything else."""
    found = _RUN.match(term)
    return _folded(found[0]) if found else ""


def _folded(word: str) -> str:
    """A word without case: patterns that ignore case take the Turkish dotless i for an i too."""
    return word.casefold().replace("ı", "i").replace("i̇", "i")
