"""One message as HTML or as plain text: the only place where a guide's words become markup.

Every character of a text is escaped here; tags come from this file alone, never from content or
catalogs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown_it.token import Token
from markupsafe import Markup, escape

from livret import inline
from livret.bidi import isolate
from livret.figures import figure_text, machine_value, phone_link, phone_text
from livret.language import Language
from livret.model import Contact, Guide, Source, Text

# VLS-TS, CMU-C, Loca-Pass; the phone finds the same ones (app/sigles.js).
_SIGLE = re.compile(
    r"(?<![A-Za-zÀ-ÿœ0-9])(?:[A-Z]{2,}(?:-[A-Z]{1,3})+|[A-Z][a-z]{1,5}-[A-Z][a-z]{1,4})(?![A-Za-zÀ-ÿœ0-9])"
)


def best_address(source: Source, language: Language, companion: str | None) -> tuple[str, str]:
    """The language and address of a source that suit a reader best.

    The reader's own language, else its base language, else English, else the companion's, else the
    first that exists: most readers of a third language follow an English page more easily than
    French, and official sites offer little else.
    """
    wanted = (language.tag, language.code, "en", companion or "", "fr")
    for tag in wanted:
        if tag in source.urls:
            return tag, source.urls[tag]
    return next(iter(source.urls.items()))


def typeset(term: str) -> str:
    """A French term as it is printed: data is typed with the keyboard's apostrophe."""
    return term.replace("'", "’")


def unbroken(markup: Markup) -> Markup:
    """Escaped text whose sigles stay on one line: no browser may break VLS-TS at its hyphen."""
    return Markup(_SIGLE.sub(r'<span class="whole">\g<0></span>', str(markup)))


class Writer:
    """Writes the texts of one guide in one language."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.language = guide.language
        self._locales: Mapping[str, Language] = {
            language.tag: language for language in guide.languages
        }
        # A question stands on its own page, its topic's, its neighbours' and related ones.
        self._written: dict[tuple[str, str], Markup] = {}

    def language_of(self, text: Text) -> Language:
        return self._locales.get(text.lang, self.language)

    def characters(self, content: str, language: Language) -> Markup:
        """Plain characters, escaped, isolated where the text runs from right to left."""
        return unbroken(isolate(content) if language.direction == "rtl" else escape(content))

    def html(self, text: Text) -> Markup:
        """The message as inline HTML."""
        key = (text.shown, text.lang)
        found = self._written.get(key)
        if found is None:
            language = self.language_of(text)
            if inline.is_plain(text.shown):
                found = Markup(self.characters(text.shown, language))
            else:
                parts = [self._token(token, language) for token in inline.parse(text.shown)]
                found = Markup("").join(parts)
            self._written[key] = found
        return found

    def attributes(self, text: Text) -> Markup:
        """`lang` and `dir` for an element that shows a text in another language than its page."""
        language = self.language_of(text)
        if language.tag == self.language.tag:
            return Markup("")
        return Markup(' lang="{}" dir="{}"').format(language.tag, language.direction)

    def plain(self, text: Text) -> str:
        """The message without markup, for titles, descriptions and search."""
        if inline.is_plain(text.shown):
            return text.shown
        language = self.language_of(text)
        return "".join(self._plain_token(token, language) for token in inline.parse(text.shown))

    def _token(self, token: Token, language: Language) -> Markup:
        match token.type:
            case "text":
                return self.characters(token.content, language)
            case "softbreak" | "hardbreak":
                return Markup(" ")
            case "strong_open" | "strong_close" | "em_open" | "em_close":
                return Markup(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")
            case "figure":
                return self.figure(token.meta["key"], language)
            case "phone":
                return self.phone(self.guide.contacts[token.meta["key"]])
            case "mail":
                return self.mail(self.guide.contacts[token.meta["key"]])
            case "word_open":
                return self._word(token, language)
            case "link_open":
                return self._link(token.meta["key"])
            case "word_close" | "link_close":
                return Markup("</a>")
        return Markup("")

    def _plain_token(self, token: Token, language: Language) -> str:
        match token.type:
            case "text":
                return token.content
            case "softbreak" | "hardbreak":
                return " "
            case "figure":
                return figure_text(self.guide.figures[token.meta["key"]], language.locale)
            case "phone":
                return phone_text(self.guide.contacts[token.meta["key"]].phone or "")
            case "mail":
                return self.guide.contacts[token.meta["key"]].mail or ""
            case "word_open" if not token.meta["own_text"]:
                return self.guide.words[token.meta["key"]].term
        return ""

    def figure(self, key: str, language: Language) -> Markup:
        figure = self.guide.figures[key]
        shown = figure_text(figure, language.locale)
        until = (
            Markup(' data-until="{}"').format(figure.valid_until.isoformat())
            if figure.valid_until
            else Markup("")
        )
        return Markup('<data value="{}"{}>{}</data>').format(
            machine_value(figure), until, self.characters(shown, language)
        )

    def phone(self, contact: Contact) -> Markup:
        number = contact.phone or ""
        return Markup('<a href="tel:{}"><bdi dir="ltr">{}</bdi></a>').format(
            phone_link(number), phone_text(number)
        )

    def mail(self, contact: Contact) -> Markup:
        mail = contact.mail or ""
        return Markup('<a href="mailto:{}"><bdi dir="ltr">{}</bdi></a>').format(mail, mail)

    def _word(self, token: Token, language: Language) -> Markup:
        key = token.meta["key"]
        opening = Markup('<a class="word" href="/{}/words/{}/">').format(self.language.code, key)
        if token.meta["own_text"]:
            return opening
        return opening + self.french(self.guide.words[key].term, language)

    def french(self, term: str, language: Language | None = None) -> Markup:
        """A term of the companion language inside a text of another one."""
        companion = self.guide.companion
        language = language or self.language
        term = typeset(term)
        if companion is None or language.tag == companion:
            return self.characters(term, language)
        whole = unbroken(escape(term))
        if language.direction == "rtl":
            return Markup('<bdi lang="{}" dir="ltr">{}</bdi>').format(companion, whole)
        return Markup('<span lang="{}">{}</span>').format(companion, whole)

    def _link(self, key: str) -> Markup:
        if key.startswith("q:"):
            return Markup('<a href="/{}/{}/">').format(self.language.code, key[2:])
        tag, address = best_address(self.guide.sources[key], self.language, self.guide.companion)
        return Markup('<a href="{}" hreflang="{}" rel="noopener">').format(address, tag)
