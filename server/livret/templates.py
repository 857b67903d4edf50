"""The Jinja2 environment: templates of `pwa/templates`, the words of one language, and filters.

Translations are plain texts to Jinja2 and are escaped like any other value, so that no catalog
can put markup on a page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import CodeType

from babel import Locale
from babel.core import get_global
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from livret.beginning import beginning
from livret.bidi import isolate
from livret.figures import day_text, phone_link, phone_text
from livret.generated import Generator
from livret.language import Language, parse_locale
from livret.markup import Writer
from livret.model import Text
from livret.tick import tick_name
from livret.together import together

SLOT = "\x00"


@dataclass(frozen=True, slots=True)
class Interface:
    """The interface's words in one language: gettext and ngettext over plain texts."""

    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]


def untranslated() -> Interface:
    """The interface in its source language, English."""
    return Interface(
        lambda message: message, lambda one, many, number: one if number == 1 else many
    )


def slot(name: str) -> Markup:
    """Marks a place in the shell that `compose` fills for each page."""
    return Markup(f"{SLOT}{name}{SLOT}")


class _Compiled(BytecodeCache):
    """Templates compiled once for all languages: what differs are their words, not their code.

    Jinja2 names a bucket by the template and its source, so a changed template is compiled anew.
    """

    def __init__(self) -> None:
        self.code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self.code[bucket.key, bucket.checksum] = bucket.code


COMPILED = _Compiled()


class PageEnvironment(Environment):
    """An environment whose templates become the Python of `generated.py`."""

    code_generator_class = Generator


def environment(folder: Path, writer: Writer, interface: Interface) -> Environment:
    """An environment whose templates speak the writer's language."""
    env = PageEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )
    language = writer.language

    said = cache(interface.gettext)

    def gettext(message: str, **values: object) -> str:
        return said(message).format(**values) if values else said(message)

    @cache
    def part(name: str) -> Markup:
        """A template that says the same on each page of a language, without a page's values."""
        return Markup(env.get_template(name).render())

    def ngettext(one: str, many: str, number: int, **values: object) -> str:
        return interface.ngettext(one, many, number).format(number=number, **values)

    def isolated(text: str) -> Markup | str:
        return isolate(text) if language.direction == "rtl" else text

    def isolated_in(text: str, like: Text) -> Markup:
        return writer.characters(text, writer.language_of(like))

    @cache
    def day(value: date) -> str:
        return together(day_text(value, language.locale))

    env.globals.update(_=gettext, ngettext=ngettext, part=part, slot=slot, language=language)
    env.globals.update(guide=writer.guide)
    env.filters.update(
        inline=writer.html,
        plain=writer.plain,
        lang_attributes=writer.attributes,
        mark=writer.mark,
        french=writer.french,
        isolated=isolated,
        beginning=beginning,
        isolated_in=isolated_in,
        day=day,
        phone=writer.phone,
        mail=writer.mail,
        number=lambda contact: phone_text(contact.phone or ""),
        dialled=lambda contact: phone_link(contact.phone or ""),
        kind=lambda block: type(block).__name__,
        tick=tick_name,
        territory=territory_locale,
        language_name=cache(lambda tag: display_name(tag, language.locale)),
    )
    return env


def territory_locale(language: Language) -> str:
    """A language as Open Graph names it, with the territory that CLDR thinks likely: "uk_UA"."""
    locale = parse_locale(language.tag)
    known = get_global("likely_subtags")
    likely = known.get(str(locale)) or known.get(locale.language) or str(locale)
    return f"{locale.language}_{locale.territory or Locale.parse(likely).territory}"


def display_name(tag: str, locale: str) -> str:
    """The name of a language in another one: "français" for fr in fr, "French" in en."""
    name: str = Locale.parse(locale).languages.get(parse_locale(tag).language, tag)
    return name
