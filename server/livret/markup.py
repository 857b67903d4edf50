"""One message as HTML or as plain text: the only place where a guide's words become markup.

Every character of a text is escaped here; tags come from this file alone, never from content or
catalogs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown_it.token import Token
from markupsafe import Markup

from livret import inline
from livret.bidi import isolated
from livret.escaped import escaped
from livret.figures import figure_text, machine_value, phone_link, phone_text
from livret.language import Language
from livret.model import Contact, Guide, Source, State, Text
from livret.together import together

# VLS-TS, CMU-C, Loca-Pass; the phone finds the same ones (app/sigles.js).
_SIGLE = (
    r"(?<![A-Za-zÀ-ÿœ0-9])"
    r"(?:[A-Z]{2,}(?:-[A-Z]{1,3})+|[A-Z][a-z]{1,5}-[A-Z][a-z]{1,4})"
    r"(?![A-Za-zÀ-ÿœ0-9])"
)
# The end of existe-t-il, commandez-la, inscreva-se: what leans on the word before it. From its last
# letter on only, so that a long word is not made longer.
_LEANING = (
    r"[A-Za-zÀ-ÿœ]-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|les?|la|lui|leur|moi|toi|y|en|là|ci"
    r"|me|te|se|lhes?|los?|las|os?|as?|nos)(?![A-Za-zÀ-ÿœ0-9-])"
)
_UNBROKEN = re.compile(f"{_SIGLE}|{_LEANING}")


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


def unbroken(markup: str) -> Markup:
    """Escaped text that no browser may break at the hyphen of VLS-TS or of faut-il."""
    return Markup(_unbroken(str(markup)))


def _unbroken(html: str) -> str:
    # Few texts have a hyphen at all, and the pattern is slow to find that out.
    return _UNBROKEN.sub(r'<span class="whole">\g<0></span>', html) if "-" in html else html


class Writer:
    """Writes the texts of one guide in one language.

    Inside it, markup is plain strings, and what stands in many texts is written once.
    """

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.language = guide.language
        self._locales: Mapping[str, Language] = {
            language.tag: language for language in guide.languages
        }
        # A question stands on its own page, its topic's, its neighbours' and related ones.
        self._written: dict[tuple[str, str], Markup] = {}
        self._plain: dict[tuple[str, str], str] = {}
        self._figures: dict[tuple[str, str], str] = {}
        self._links: dict[str, str] = {}
        self._contacts: dict[tuple[str, str], str] = {}

    def language_of(self, text: Text) -> Language:
        return self._locales.get(text.lang, self.language)

    def characters(self, content: str, language: Language) -> Markup:
        """Plain characters, escaped, isolated where the text runs from right to left."""
        return Markup(_characters(content, language))

    def html(self, text: Text) -> Markup:
        """The message as inline HTML."""
        key = (text.shown, text.lang)
        found = self._written.get(key)
        if found is None:
            language = self.language_of(text)
            if inline.is_plain(text.shown):
                found = self.characters(text.shown, language)
            else:
                parts = [self._token(token, language) for token in inline.parse(text.shown)]
                found = Markup("".join(parts))
            self._written[key] = found
        return found

    def attributes(self, text: Text) -> Markup:
        """`lang` and `dir` for an element that shows a text in another language than its page."""
        language = self.language_of(text)
        if language.tag == self.language.tag:
            return _NOTHING
        return Markup(f' lang="{escaped(language.tag)}" dir="{escaped(language.direction)}"')

    def mark(self, text: Text) -> Markup:
        """The same, and the class of a translation that is older than its source."""
        attributes = self.attributes(text)
        return attributes + _OLDER if text.state is State.OUTDATED else attributes

    def plain(self, text: Text) -> str:
        """The message without markup, for titles, descriptions and search."""
        return self.plain_of(text.shown, text.lang)

    def plain_of(self, message: str, tag: str) -> str:
        """A message in the language of a tag without its markup."""
        if inline.is_plain(message):
            return message
        key = (message, tag)
        found = self._plain.get(key)
        if found is None:
            language = self._locales.get(tag, self.language)
            tokens = inline.parse(message)
            found = "".join([self._plain_token(token, language) for token in tokens])
            self._plain[key] = found
        return found

    def _token(self, token: Token, language: Language) -> str:
        match token.type:
            case "text":
                return _characters(token.content, language)
            case "softbreak" | "hardbreak":
                return " "
            case "strong_open" | "strong_close" | "em_open" | "em_close":
                return f"<{'/' if token.nesting < 0 else ''}{token.tag}>"
            case "figure":
                return self._figure(token.meta["key"], language)
            case "phone" | "mail":
                return self._contact(token.type, token.meta["key"])
            case "word_open":
                return self._word(token, language)
            case "link_open":
                return self._link(token.meta["key"])
            case "word_close" | "link_close":
                return "</a>"
        return ""

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

    def _figure(self, key: str, language: Language) -> str:
        found = self._figures.get((key, language.tag))
        if found is None:
            figure = self.guide.figures[key]
            text = figure_text(figure, language.locale)
            if figure.kind in _SEVERAL_WORDS:
                text = together(text)
            shown = _characters(text, language)
            found = shown
            if until := figure.valid_until:  # what the day does to it is for scripts
                value = escaped(machine_value(figure))
                found = f'<data value="{value}" data-until="{until.isoformat()}">{shown}</data>'
            self._figures[key, language.tag] = found
        return found

    def phone(self, contact: Contact) -> Markup:
        return Markup(_phone(contact))

    def mail(self, contact: Contact) -> Markup:
        return Markup(_mail(contact))

    def _contact(self, kind: str, key: str) -> str:
        found = self._contacts.get((kind, key))
        if found is None:
            contact = self.guide.contacts[key]
            found = _phone(contact) if kind == "phone" else _mail(contact)
            self._contacts[kind, key] = found
        return found

    def _word(self, token: Token, language: Language) -> str:
        key = token.meta["key"]
        opening = f'<a class="word" href="/{escaped(self.language.code)}/words/{escaped(key)}/">'
        if token.meta["own_text"]:
            return opening
        return opening + self._french(self.guide.words[key].term, language)

    def french(self, term: str) -> Markup:
        """A term of the companion language on a page in another one."""
        return Markup(self._french(term, self.language))

    def _french(self, term: str, language: Language) -> str:
        companion = self.guide.companion
        term = typeset(term)
        if companion is None or language.tag == companion:
            return _characters(term, language)
        whole = _unbroken(escaped(term))
        if language.direction == "rtl":
            return f'<bdi lang="{escaped(companion)}" dir="ltr">{whole}</bdi>'
        return f'<span lang="{escaped(companion)}">{whole}</span>'

    def _link(self, key: str) -> str:
        found = self._links.get(key)
        if found is None:
            found = self._links[key] = self._link_to(key)
        return found

    def _link_to(self, key: str) -> str:
        if key.startswith("q:"):
            return f'<a href="/{escaped(self.language.code)}/{escaped(key[2:])}/">'
        tag, address = best_address(self.guide.sources[key], self.language, self.guide.companion)
        return f'<a href="{escaped(address)}" hreflang="{escaped(tag)}">'


# Kinds of figures that are more than a number and its sign.
_SEVERAL_WORDS = frozenset({"date", "duration"})

_NOTHING = Markup("")
_OLDER = Markup(' class="older"')


def _characters(content: str, language: Language) -> str:
    return _unbroken(isolated(content) if language.direction == "rtl" else escaped(content))


def _phone(contact: Contact) -> str:
    number = contact.phone or ""
    shown = escaped(phone_text(number))
    return f'<a href="tel:{escaped(phone_link(number))}"><bdi dir="ltr">{shown}</bdi></a>'


def _mail(contact: Contact) -> str:
    mail = escaped(contact.mail or "")
    return f'<a href="mailto:{mail}"><bdi dir="ltr">{mail}</bdi></a>'
