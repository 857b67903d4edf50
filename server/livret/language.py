"""Languages as CLDR knows them: tag, own name, direction, and the Babel locale to format with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError


@dataclass(frozen=True, slots=True)
class Language:
    """A language of a guide.

    `tag` is its BCP 47 tag ("pt-BR"), `code` the segment in addresses ("pt"), `name` its own name
    in its own script, `direction` "ltr" or "rtl", `locale` Babel's identifier ("pt_BR"), which is
    also the name of its folder below `translations/`.
    """

    tag: str
    code: str
    name: str
    direction: str
    locale: str


class UnknownLanguage(ValueError):
    """A tag that is no BCP 47 tag of a language CLDR has data for."""


@cache
def parse_locale(tag: str) -> Locale:
    """The Babel locale of a BCP 47 tag; raises `UnknownLanguage` for anything else."""
    try:
        return Locale.parse(tag, sep="-")
    except (ValueError, TypeError, UnknownLocaleError) as error:
        raise UnknownLanguage(tag) from error


def own_name(locale: Locale) -> str:
    """The language's name in itself, with a capital where its script has capitals (CLDR)."""
    name = locale.languages.get(locale.language) or locale.get_display_name() or str(locale)
    return name[:1].upper() + name[1:]


def languages(tags: Sequence[str]) -> tuple[Language, ...]:
    """The languages of a guide, in its order.

    The address code is the language subtag alone ("zh" for zh-Hans) unless two tags of the guide
    share it; then it is the whole tag in lower case. Raises `UnknownLanguage`.
    """
    locales = [parse_locale(tag) for tag in tags]
    subtags = [locale.language for locale in locales]
    return tuple(
        Language(
            tag=tag,
            code=locale.language if subtags.count(locale.language) == 1 else tag.lower(),
            name=own_name(locale),
            direction="rtl" if locale.character_order == "right-to-left" else "ltr",
            locale=str(locale),
        )
        for tag, locale in zip(tags, locales, strict=True)
    )
