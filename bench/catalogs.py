"""The catalogs of a corpus, as text."""

from __future__ import annotations

from dataclasses import dataclass

import polib

from livret.plurals import plural_forms

_HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: Corpus\\n"
"POT-Creation-Date: 2026-01-01 00:00+0000\\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\\n"
"Last-Translator: nobody\\n"
"Language-Team: none\\n"
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"
"""


@dataclass(slots=True)
class Message:
    """A new message with its translations, by locale."""

    context: str | None
    message: str
    translations: dict[str, str]
    files: list[str]


def header_of(locale: str) -> str:
    """The first entry of a catalog."""
    return _HEADER.format(locale=locale, plural=plural_forms(locale))


def entry(message: Message, locale: str) -> str:
    context = f'msgctxt "{polib.escape(message.context)}"\n' if message.context else ""
    return (
        f"#: {' '.join(message.files)}\n{context}"
        f'msgid "{polib.escape(message.message)}"\n'
        f'msgstr "{polib.escape(message.translations[locale])}"\n'
    )
