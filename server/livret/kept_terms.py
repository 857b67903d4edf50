"""The French terms that stay as they are in every language, and where they stand in texts."""

from __future__ import annotations

import re
from functools import lru_cache

_RUN = re.compile(r"\w+")
_SPACE_IN_TERM = "[\\s\u00a0\u202f-]+"


class KeptTerms:
    """The terms of a guide; the same for all languages, so what is found in a source is kept."""

    def __init__(self, terms: tuple[str, ...]) -> None:
        self.terms = tuple(sorted({term for term in terms if term}))
        self.by_first_word: dict[str, list[str]] = {}
        for term in self.terms:
            self.by_first_word.setdefault(_first_word(term), []).append(term)

    def may_stand_in(self, text: str) -> list[str]:
        """The terms that may stand in a text, because their first word does; in order."""
        first_words = self.by_first_word.keys() & set(_RUN.findall(_folded(text)))
        found = [term for word in first_words for term in self.by_first_word[word]]
        # A term that begins with another sign than a letter or digit has no first word.
        return sorted([*found, *self.by_first_word.get("", ())])

    def standing_in(self, source: str) -> tuple[str, ...]:
        """The terms that stand in a text of the source language, in order."""
        return _standing(self, source)

    def taken_from(self, text: str) -> str:
        """A text without its terms."""
        for term in self.may_stand_in(text):
            text = term_pattern(term)[0].sub(" ", text)
        return text


@lru_cache(maxsize=64)
def kept_terms_of(terms: tuple[str, ...]) -> KeptTerms:
    """The same terms are one value, whichever language asks."""
    return KeptTerms(terms)


@lru_cache(maxsize=65536)
def _standing(terms: KeptTerms, source: str) -> tuple[str, ...]:
    return tuple(
        term for term in terms.may_stand_in(source) if term_pattern(term)[0].search(source)
    )


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
