"""The body of an answer: Markdown blocks with their line numbers, as model values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from livret.model import Block, ContactCard, Heading, Item, List, Paragraph, Place, Table, Text
from livret.problem import Report

TextAt = Callable[[str, int], Text]

_CASES = re.compile(r"\s*\{case:\s*([a-z0-9 -]+)\}\s*$")
_CARD = re.compile(r"^\{contact:([a-z0-9][a-z0-9-]*)\}$")
_TASK = re.compile(r"^\[[ xX]\]\s+")
# GFM ends a cell at each bar without a backslash, also inside a word with its own text.
_BAR = re.compile(r"(?<!\\)\|")
_NOT_SUPPORTED = {
    "fence": "a code block",
    "code_block": "an indented code block",
    "blockquote_open": "a quotation",
    "hr": "a horizontal rule",
    "html_block": "HTML",
}


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # Inline content is parsed later, message by message; here only its source text is wanted.
    parser.core.ruler.disable(["inline", "text_join"])
    parser.disable(["reference", "html_block"])
    return parser


_PARSER = _parser()


class _Walk:
    """Reads a flat token list as nested blocks."""

    def __init__(
        self, source: str, first_line: int, text_at: TextAt, file: str, report: Report
    ) -> None:
        self.tokens = iter(_PARSER.parse(source))
        self.source_lines = source.split("\n")
        self.first_line = first_line
        self.text_at = text_at
        self.file = file
        self.report = report
        self.level = 1

    def line(self, token: Token) -> int:
        return self.first_line + (token.map[0] if token.map else 0)

    def until(self, closing: str) -> Iterator[Token]:
        for token in self.tokens:
            if token.type == closing:
                return
            yield token

    def text(self, closing: str, line: int) -> Text:
        parts = [token.content for token in self.until(closing) if token.type == "inline"]
        return self.text_at(" ".join(" ".join(parts).split()), line)

    def blocks(self, closing: str = "") -> tuple[Block, ...]:
        return tuple(
            block for token in self.until(closing) if (block := self.block(token)) is not None
        )

    def block(self, token: Token) -> Block | None:
        line = self.line(token)
        match token.type:
            case "paragraph_open":
                return self.paragraph(line)
            case "heading_open":
                return self.heading(token, line)
            case "bullet_list_open" | "ordered_list_open":
                return self.list(token)
            case "table_open":
                return self.table()
        if what := _NOT_SUPPORTED.get(token.type):
            self.report.add(
                Place(self.file, line),
                f"{what} cannot be used in an answer",
                "write it as a paragraph, heading, list or table",
            )
        return None

    def paragraph(self, line: int) -> Block:
        text = self.text("paragraph_close", line)
        card = _CARD.match(text.message)
        return ContactCard(card[1], text.place) if card else Paragraph(text)

    def heading(self, token: Token, line: int) -> Heading:
        level = int(token.tag[1])
        parts = [part.content for part in self.until("heading_close") if part.type == "inline"]
        source = " ".join(" ".join(parts).split())
        cases = _CASES.search(source)
        if level not in (2, 3):
            self.report.add(
                Place(self.file, line), f"a heading of level {level}", 'use "##" or "###"'
            )
        elif level > self.level + 1:
            self.report.add(
                Place(self.file, line), "a heading of level 3 before any of level 2", 'use "##"'
            )
        self.level = level
        return Heading(
            self.text_at(_CASES.sub("", source), line),
            level,
            tuple(cases[1].split()) if cases else (),
        )

    def list(self, token: Token) -> List:
        ordered = token.type == "ordered_list_open"
        closing = "ordered_list_close" if ordered else "bullet_list_close"
        items = tuple(self.item(part) for part in self.until(closing))
        return List(items, ordered)

    def item(self, token: Token) -> Item:
        blocks = self.blocks("list_item_close")
        line = self.line(token)
        if not blocks or not isinstance(blocks[0], Paragraph):
            self.report.add(Place(self.file, line), "a list item without text", "write its text")
            return Item(self.text_at("", line))
        source = blocks[0].text.message
        task = bool(_TASK.match(source))
        text = self.text_at(_TASK.sub("", source), line)
        return Item(text, task, blocks[1:])

    def table(self) -> Table:
        rows: list[tuple[Text, ...]] = []
        for token in self.until("table_close"):
            if token.type == "tr_open":
                self.check_row(token, len(rows[0]) if rows else 0)
                rows.append(
                    tuple(
                        self.text(cell.type.replace("open", "close"), self.line(token))
                        for cell in self.until("tr_close")
                        if cell.type in ("th_open", "td_open")
                    )
                )
        return Table(rows[0], tuple(rows[1:]))

    def check_row(self, token: Token, columns: int) -> None:
        """Report a row with more cells than the head of its table: Markdown drops the rest."""
        row = self.source_lines[token.map[0]].strip() if token.map else ""
        cells = len(_BAR.split(row.removeprefix("|"))) - bool(re.search(r"(?<!\\)\|$", row))
        if columns and cells > columns:
            self.report.add(
                Place(self.file, self.line(token)),
                f"a row of {cells} cells in a table of {columns} columns",
                r"write \| for a bar inside a cell, as in [[key\|text]]",
            )


def read_body(
    source: str, first_line: int, file: str, text_at: TextAt, report: Report
) -> tuple[Block, ...]:
    """The blocks of Markdown `source`, whose first line is line `first_line` of `file`.

    `text_at(message, line)` makes the `Text` of a message. Blocks that a guide cannot hold are
    reported and left out.
    """
    return _Walk(source, first_line, text_at, file, report).blocks()
