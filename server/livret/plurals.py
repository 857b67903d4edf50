"""The plural rule of each language, as catalogs state it: one table for every file that is written.

Order and wording are those of CLDR as Weblate writes them; Babel numbers the last two Arabic forms
the other way round, which would show "many" texts for "other" numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from gettext import c2py

from babel.core import Locale

_SLAVIC = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
_ARABIC = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"

_RULES = {
    "ar": (6, _ARABIC),
    "en": (2, "n != 1"),
    "es": (2, "n != 1"),
    "fr": (2, "n > 1"),
    "pt": (2, "n > 1"),
    "pt_BR": (2, "n > 1"),
    "pt_PT": (2, "n != 1"),
    "uk": (3, _SLAVIC),
    "vi": (1, "0"),
    "zh": (1, "0"),
}


def plural_rule(locale: str) -> tuple[int, str]:
    """How many forms a locale ("pt_BR") has, and the C expression that numbers the form of `n`.

    Languages outside the table get Babel's rule.
    """
    language = locale.split("_")[0]
    known = _RULES.get(locale) or _RULES.get(language)
    if known:
        return known
    # Imported here: it brings all that Babel does with catalogs.
    from babel.messages.plurals import get_plural

    plural = get_plural(Locale.parse(locale))
    return plural.num_plurals, plural.plural_expr.removeprefix("(").removesuffix(")")


def plural_forms(locale: str) -> str:
    """The value of the header `Plural-Forms`."""
    count, expression = plural_rule(locale)
    return f"nplurals={count}; plural={expression};"


@cache
def plural_form(locale: str) -> Callable[[int], int]:
    """The function that numbers the form a locale uses for a count."""
    return c2py(plural_rule(locale)[1])


@cache
def exact_forms(locale: str) -> frozenset[int]:
    """The forms that stand for a single count, such as "one day": they may leave the number out."""
    used: dict[int, set[int]] = {}
    for count in range(201):
        used.setdefault(plural_form(locale)(count), set()).add(count)
    return frozenset(form for form, counts in used.items() if len(counts) <= 2)
