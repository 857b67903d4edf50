"""Links inside links: no browser can show them, the outer one ends where the inner one begins."""

from __future__ import annotations

from collections.abc import Iterator

from livret import inline
from livret.checks.kind import Finding, Kind
from livret.model import Guide, Text, texts

LINK_IN_LINK = Kind(
    "link-in-link",
    "A word, phone number, mail address or link stands inside a link, or in a text that pages show "
    "as a link: a question, a topic's title, the title of a step with an answer.",
    "write it as plain text there, and link it in a sentence of its own",
)
KINDS = (LINK_IN_LINK,)

_LINKS = ("phone", "mail", "word_open", "link_open")


def check_nested(guide: Guide) -> Iterator[Finding]:
    """Links in the text of a link, and in texts that are links as a whole."""
    whole = set(_link_texts(guide))
    for text in texts(guide):
        if text.message:
            for key in _inner(text.message, depth=int(text in whole)):
                where = "this text, which pages show as a link" if text in whole else "a link"
                yield LINK_IN_LINK.at(text.place, f"{key} stands inside {where}")


def _link_texts(guide: Guide) -> Iterator[Text]:
    yield from (answer.question for answer in guide.answers.values())
    yield from (topic.title for topic in guide.topics)
    yield from (step.title for step in guide.steps if step.answer)


def _inner(message: str, depth: int) -> Iterator[str]:
    """The links of a message that stand inside another one, as they are written."""
    for token in inline.parse(message):
        if token.type in _LINKS and depth > 0:
            yield _written(token.type, token.meta["key"])
        if token.type.startswith(("word_", "link_")):
            depth += token.nesting


def _written(kind: str, key: str) -> str:
    match kind:
        case "word_open":
            return f"[[{key}]]"
        case "link_open":
            return f"[…][{key}]"
    return f"{{{kind}:{key}}}"
