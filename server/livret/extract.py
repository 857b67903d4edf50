"""The messages of a guide and of the interface, as translators get them.

`messages` walks the texts of a guide; `interface_messages` reads the templates. The functions
`markdown` and `toml` give the same to Babel, one content file at a time, in a mapping file:

    [extractors]
    livret_markdown = livret.extract:markdown
    livret_toml = livret.extract:toml
    [livret_markdown: content/**.md]
    [livret_toml: content/**.toml]
    [jinja2.ext:babel_extract: pwa/templates/**.html]
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Message as BabelMessage
from babel.messages.extract import extract_from_dir

from livret import inline
from livret.catalog import INTERFACE
from livret.facts import says_something
from livret.figures import figure_text
from livret.model import Answer, Guide, Text, texts
from livret.read import read_guide

# A text this short says too little by itself: its translator is told the question it belongs to.
_SHORT = 3
# A heading such as "Documents" may stand in many answers; a few of their questions are enough.
_MOST_COMMENTS = 3
TEMPLATES = "**.html"
# As the templates are rendered (livret.templates): a syntax error is told, not skipped.
TEMPLATE_OPTIONS = {"encoding": "utf-8", "silent": "false", "trim_blocks": "true"}
TRANSLATORS = ("translators:",)


@dataclass(frozen=True, slots=True)
class Message:
    """A message of a POT file: where it stands and what helps to translate it."""

    message: str
    context: str | None = None
    plural: str | None = None
    files: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(slots=True)
class _Collected:
    """Messages in the order they were met, with the files and comments of all their places."""

    found: dict[tuple[str | None, str], Message] = field(default_factory=dict)

    def add(self, message: Message) -> None:
        key = (message.context, message.message)
        known = self.found.get(key)
        if known is None:
            self.found[key] = message
            return
        self.found[key] = Message(
            message.message,
            message.context,
            known.plural or message.plural,
            tuple(dict.fromkeys((*known.files, *message.files))),
            tuple(dict.fromkeys((*known.comments, *message.comments)))[:_MOST_COMMENTS],
            known.flags,
        )


def messages(guide: Guide) -> dict[str, list[Message]]:
    """The messages of a guide by domain, in reading order, each once in its domain."""
    domains: dict[str, _Collected] = {}
    for text, comments in _commented(guide):
        message = Message(
            text.message,
            text.context,
            files=(text.place.file,),
            comments=comments,
            flags=_flags(text.message),
        )
        domains.setdefault(text.domain, _Collected()).add(message)
    return {domain: list(found.found.values()) for domain, found in domains.items()}


def _commented(guide: Guide) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """Every text with something to translate, and the comments for its translator."""
    for answer in guide.answers.values():
        for text in texts(answer):
            if says_something(text.message):
                yield text, (*_question(answer, text), *_explained(guide, text))
    topics = tuple(replace(topic, answers=()) for topic in guide.topics)
    for text in texts(replace(guide, topics=topics)):
        if says_something(text.message):
            yield text, tuple(_explained(guide, text))


def _question(answer: Answer, text: Text) -> Iterable[str]:
    if text == answer.question or len(text.message.split()) > _SHORT:
        return ()
    return (f"In the answer to: {answer.question.message}",)


def _explained(guide: Guide, text: Text) -> Iterator[str]:
    """What the placeholders of a text stand for."""
    for kind, key in dict.fromkeys(inline.keys(text.message)):
        if kind == "figure" and (figure := guide.figures.get(key)):
            shown = figure_text(figure, guide.source_language.locale)
            yield f"{{{key}}}: {figure.label.message}, {shown}"
        elif kind == "word" and (word := guide.words.get(key)):
            yield f"[[{key}]]: {word.term} ({word.rendering.message})"


def _flags(message: str | tuple[str, str]) -> tuple[str, ...]:
    """The flags Babel gives a message, but for "python-format": "70% of" is no format here."""
    return tuple(sorted(BabelMessage(message).flags - {"python-format"}))


def interface_messages(templates: Path) -> list[Message]:
    """The messages of the Jinja2 templates in a folder, in the order of files and places.

    Raises `jinja2.TemplateSyntaxError` for a template that is none.
    """
    collected = _Collected()
    place = f"{templates.parent.name}/{templates.name}"
    found = extract_from_dir(
        templates,
        method_map=[(TEMPLATES, "jinja2.ext:babel_extract")],
        options_map={TEMPLATES: TEMPLATE_OPTIONS},
        comment_tags=TRANSLATORS,
        strip_comment_tags=True,
    )
    for file, _, message, comments, context in found:
        one, plural = (message[0], message[1]) if isinstance(message, tuple) else (message, None)
        collected.add(
            Message(
                one,
                context,
                plural,
                (f"{place}/{Path(file).as_posix()}",),
                tuple(comments),
                _flags((one, plural) if plural else one),
            )
        )
    return list(collected.found.values())


def all_messages(guide: Guide, templates: Path | None = None) -> dict[str, list[Message]]:
    """The messages of a guide, and those of the interface when its templates are given."""
    found = messages(guide)
    if templates is not None:
        found[INTERFACE] = interface_messages(templates)
    return found


# --- Babel's extractor interface: one file, as (line, function, messages, comments) ---

Extracted = tuple[int, str | None, str | tuple[str, str], list[str]]


def markdown(
    fileobj: BinaryIO,
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Extracted]:
    """The messages of one Markdown file of a guide's `content/`, for Babel.

    The file is read with its whole guide, since figures and words explain its messages; raises
    `ProblemsFound` when that cannot be read.
    """
    return _messages_of_file(Path(fileobj.name))


def toml(
    fileobj: BinaryIO,
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Extracted]:
    """The messages of one TOML file of a guide's `content/`, for Babel; like `markdown`."""
    return _messages_of_file(Path(fileobj.name))


def _messages_of_file(path: Path) -> Iterator[Extracted]:
    path = path.resolve()
    folder = next((parent.parent for parent in path.parents if parent.name == "content"), None)
    if folder is None:
        raise ValueError(f"{path} is not below the content/ folder of a guide")
    file = path.relative_to(folder).as_posix()
    for text, comments in _texts_by_file(folder).get(file, ()):
        content = text.message if text.context is None else (text.context, text.message)
        yield text.place.line, "pgettext" if text.context else None, content, list(comments)


@lru_cache(maxsize=1)
def _texts_by_file(folder: Path) -> Mapping[str, list[tuple[Text, tuple[str, ...]]]]:
    """A guide's texts by file; read once in a process, as Babel asks file by file."""
    by_file: dict[str, list[tuple[Text, tuple[str, ...]]]] = {}
    for text, comments in _commented(read_guide(folder)):
        by_file.setdefault(text.place.file, []).append((text, comments))
    return by_file
