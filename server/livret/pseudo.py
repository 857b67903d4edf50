"""Languages nobody speaks, made from the source text, to see what a real one would break.

    en-XA   ‹Ýöööûûûŕ çåååŕð›   accented and about a third longer: what stays plain never passed a
                             catalog, and where a closing ‹›-sign is missing, a text was cut
    ar-XB   ‹يوور كارد›      the same letters in the Arabic script: layout, isolated Latin and
                             digits, joined letters and search as an Arabic reader meets them

They pass the same checks as any translation, so figures, links, words and French terms stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from livret.catalog import Catalog, Entry
from livret.kept_terms import kept_terms_of, term_pattern
from livret.language import Language
from livret.model import Guide, texts
from livret.translate import kept_terms

ACCENTED = Language("en-XA", "en-xa", "‹Éñĝļîšĥ›", "ltr", "en")
MIRRORED = Language("ar-XB", "ar-xb", "‹ينجليسه›", "rtl", "ar")
# Regions XA and XB are private use in BCP 47; Android and CLDR use them for the same purpose.
PSEUDO_LANGUAGES = (ACCENTED, MIRRORED)

_OPEN, _CLOSE = "‹", "›"
_KEPT = (
    r"\{[^{}]*\}"  # figures and the interface's placeholders
    r"|\[\[[a-z0-9-]+(?:\||(?=\]\]))"  # words of the glossary, up to their own text
    r"|\]\[[^\[\]]+\]"  # the keys of links
    r"|\\."
    r"|[\w.+-]+@[\w.-]+|https?://\S+|(?:[\w-]+\.)+(?:fr|eu|com|org|net|info|io)\b"
    r"|\d[\d.,:]*(?:\s?[ap]m\b)?"  # numbers with their signs, and hours with their "pm"
)
_LETTERS = str.maketrans(
    "acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ", "åçðéĝĥîĵķļñöŕšţûŵýžÅÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽ"
)
_VOWELS = re.compile(r"[aeiou]", re.IGNORECASE)
# Short texts grow most when translated: a menu's "Save" becomes "Enregistrer".
_SHORT = 20
_ARABIC = str.maketrans(
    dict(zip("abcdefghijklmnopqrstuvwyz,;?", "ابكديفجهيجكلمنوبقرستوفويز،؛؟", strict=True))
    | {"x": "كس"}
)


def accented(message: str, terms: tuple[str, ...] = ()) -> str:
    """A message in en-XA; `terms` stay as they are."""
    times = 3 if len(message) <= _SHORT else 2

    def change(text: str) -> str:
        return _VOWELS.sub(lambda vowel: vowel[0] * times, text).translate(_LETTERS)

    return _changed(message, terms, change)


def mirrored(message: str, terms: tuple[str, ...] = ()) -> str:
    """A message in ar-XB; `terms` stay as they are."""
    return _changed(message, terms, lambda text: text.lower().translate(_ARABIC))


def pseudo_text(language: Language) -> Callable[..., str]:
    """The function that writes a message in one of `PSEUDO_LANGUAGES`."""
    return mirrored if language == MIRRORED else accented


def pseudo_catalog(guide: Guide, language: Language) -> Catalog:
    """A catalog with every text of a guide in a pseudo-language, as if just drafted."""
    write, terms = pseudo_text(language), kept_terms(guide)
    return Catalog(
        language.locale,
        {
            (text.domain, text.context, text.message): Entry(
                write(text.message, terms), False, None, False, text.place
            )
            for text in texts(guide)
            if text.message
        },
    )


def _changed(message: str, terms: tuple[str, ...], change: Callable[[str], str]) -> str:
    """The message between its signs, with everything changed that no check wants to keep."""
    parts, end = [], 0
    for kept in _kept(terms).finditer(message):
        parts += [change(message[end : kept.start()]), kept[0]]
        end = kept.end()
    return f"{_OPEN}{''.join(parts)}{change(message[end:])}{_CLOSE}"


@lru_cache(maxsize=16)
def _kept(terms: tuple[str, ...]) -> re.Pattern[str]:
    """What stays in a message: its references, and French terms as the checks look for them."""
    exact = [term_pattern(term)[0] for term in kept_terms_of(terms).terms]
    # A longer term first: "carte de séjour talent" holds others.
    exact.sort(key=lambda pattern: len(pattern.pattern), reverse=True)
    shapes = (
        f"(?{'i' if pattern.flags & re.IGNORECASE else ''}:{pattern.pattern})" for pattern in exact
    )
    return re.compile("|".join((*shapes, _KEPT)))
