"""Inline Markdown of one message, as markdown-it tokens: emphasis, figures, words, links by key.

    {cvec_fee}                 a figure                   token "figure"
    {phone:cpam} {mail:cpam}   a contact's phone or mail  token "phone" or "mail"
    [[cpam]] [[cpam|text]]     a word of the glossary     tokens "word_open" … "word_close"
    [text][key]                a link to a source         tokens "link_open" … "link_close"
    [text][q:topic/question]   a link to another answer   the same

The first token of each holds the key in `meta["key"]`.

HTML, addresses, code, images and automatic links do not exist here: they stay plain text, which
the checks of `references` then report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

PLACEHOLDER = re.compile(r"\{(?:(phone|mail|contact):)?([a-z][a-z0-9_-]*)\}")
WORD = re.compile(r"\[\[([a-z0-9][a-z0-9-]*)(?:\|([^\[\]|]+))?\]\]")
# What the rules below can begin with, and what markdown-it normalises.
_MAY_MEAN_MORE = re.compile(r"[\\\[\]{}*_\r\n\0]")
LINK_KEY = re.compile(r"\[((?:q:)?[a-z0-9][a-z0-9/-]*)\]")


def _placeholder(state: StateInline, silent: bool) -> bool:
    match = PLACEHOLDER.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push(match[1] or "figure", "", 0)
        token.meta = {"key": match[2]}
    state.pos = match.end()
    return True


def _word(state: StateInline, silent: bool) -> bool:
    match = WORD.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("word_open", "", 1)
        token.meta = {"key": match[1], "own_text": match[2] is not None}
        if match[2] is not None:
            state.push("text", "", 0).content = match[2]
        state.push("word_close", "", -1)
    state.pos = match.end()
    return True


def _link(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    label_end = state.md.helpers.parseLinkLabel(state, state.pos)
    if label_end < 0:
        return False
    match = LINK_KEY.match(state.src, label_end + 1, state.posMax)
    if not match:
        return False
    if not silent:
        label_start, maximum = state.pos + 1, state.posMax
        token = state.push("link_open", "", 1)
        token.meta = {"key": match[1]}
        state.pos, state.posMax = label_start, label_end
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.push("link_close", "", -1)
        state.posMax = maximum
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "linkify": False, "typographer": False})
    parser.enable(["newline", "escape", "emphasis", "balance_pairs", "fragments_join"])
    ruler = parser.inline.ruler
    ruler.before("emphasis", "figure", _placeholder)
    ruler.before("emphasis", "word", _word)
    ruler.before("emphasis", "key_link", _link)
    return parser


_PARSER = _parser()


def is_plain(message: str) -> bool:
    """Whether a message is one run of characters that mean nothing but themselves."""
    return bool(message) and not _MAY_MEAN_MORE.search(message)


@lru_cache(maxsize=65536)
def parse(message: str) -> tuple[Token, ...]:
    """The tokens of one message. Never raises: what is not understood is text."""
    tokens = usual_tokens(message)
    return parsed(message) if tokens is None else tokens


def parsed(message: str) -> tuple[Token, ...]:
    """The tokens of any message, as markdown-it takes it apart."""
    root = _PARSER.parseInline(message, {})
    return tuple(root[0].children or ()) if root else ()


# A figure or contact, a word, or a link whose text is plain: most of what messages hold.
_USUAL = re.compile(
    rf"{PLACEHOLDER.pattern}|{WORD.pattern}|\[([^\\\[\]{{}}*_\r\n\0]+)\]{LINK_KEY.pattern}"
)
_NEVER_USUAL = re.compile(r"[\\\r\n\0]")


def usual_tokens(message: str) -> tuple[Token, ...] | None:
    """The same tokens for a message that holds nothing but `_USUAL` and plain characters; None for
    any other. markdown-it tries each of its rules at each sign, which takes several times as long.
    """
    if _NEVER_USUAL.search(message):
        return None
    tokens: list[Token] = []
    end = 0
    for match in _USUAL.finditer(message):
        before = message[end : match.start()]
        if before:
            if _MAY_MEAN_MORE.search(before):
                return None
            tokens.append(Token("text", "", 0, content=before))
        tokens += _usual(match[0])
        end = match.end()
    rest = message[end:]
    if _MAY_MEAN_MORE.search(rest):
        return None
    return (*tokens, Token("text", "", 0, content=rest)) if rest else tuple(tokens)


@lru_cache(maxsize=65536)
def _usual(piece: str) -> tuple[Token, ...]:
    """The tokens of a piece; the same ones wherever it stands, since nobody changes them."""
    match = _USUAL.fullmatch(piece)
    if not match:
        raise ValueError(piece)
    kind, placeholder, word, own_text, link_text, link = match.groups()
    if placeholder:
        return (Token(kind or "figure", "", 0, meta={"key": placeholder}),)
    name, key = ("word", word) if word else ("link", link)
    meta = {"key": key, "own_text": own_text is not None} if word else {"key": key}
    opening, closing = Token(f"{name}_open", "", 1, meta=meta), Token(f"{name}_close", "", -1)
    shown = own_text if word else link_text
    if shown is None:
        return opening, closing
    return opening, Token("text", "", 0, content=shown, level=1), closing


@lru_cache(maxsize=65536)
def keys(message: str) -> tuple[tuple[str, str], ...]:
    """What a message refers to: (kind, key), kind one of figure, phone, mail, word, link."""
    if is_plain(message):
        return ()
    found = []
    for token in parse(message):
        if token.type in ("figure", "phone", "mail", "contact"):
            found.append((token.type, token.meta["key"]))
        elif token.type in ("word_open", "link_open"):
            found.append((token.type.removesuffix("_open"), token.meta["key"]))
    return tuple(found)


def literal(tokens: Sequence[Token]) -> str:
    """The plain characters of the tokens, without what placeholders stand for."""
    return "".join(token.content for token in tokens if token.type == "text")
