"""Writes one answer of a corpus: the blocks of one of the guide's own, in other words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from livret.model import Answer, ContactCard, Heading, List, Paragraph, Table, texts

if TYPE_CHECKING:
    from corpus import Corpus


class AnswerWriter:
    """One answer that is being written."""

    def __init__(self, corpus: Corpus, number: int, name: str, shape: Sequence[Answer]) -> None:
        self.corpus = corpus
        self.place = f"{number}"
        self.name = name
        self.file = f"content/{name}.md"
        self.shape = shape
        each = [
            iter([*texts([answer.question, answer.short, answer.keywords, answer.body])])
            for answer in shape
        ]
        self.alike = list(zip(*each, strict=True))
        self.spoken = 0

    def text(self, field: str = "") -> str:
        """The next text of the answer, in new words."""
        alike = self.alike[self.spoken]
        self.spoken += 1
        topic = self.name.split("/")[0]
        context = f"{self.name} {field}" if field else None
        place = f"{self.place} {self.spoken}"
        if not field:
            # As `read` does it: a short block has its answer as context.
            new = self.corpus.reworded(place, alike[0])
            context = self.name if len(new.split()) <= 3 else None
        return self.corpus.say(place, topic, context, self.file, alike)

    def answer(self) -> str:
        own = self.shape[0]
        question, short, keywords = (self.text(name) for name in ("question", "short", "keywords"))
        related = list(dict.fromkeys(self.corpus.another(self.place, key) for key in own.related))
        fields = {
            "question": question,
            "short": short,
            "for": own.audiences,
            "from": own.nationalities,
            "keywords": keywords.split(", ") if keywords else [],
            "sources": own.sources,
            "related": related,
            "checked": own.checked.isoformat(),
            "review-by": own.review_by.isoformat(),
        }
        lines = [f"{key}: {quoted(value)}" for key, value in fields.items() if value]
        body = "\n\n".join(self.block(block) for block in own.body)
        return "\n".join(["---", *lines, "---", body, ""])

    def block(self, block: object, indent: str = "") -> str:
        match block:
            case Paragraph():
                return self.text()
            case Heading(level=level, cases=cases):
                return f"{'#' * level} {self.text()}" + (
                    f" {{case: {' '.join(cases)}}}" if cases else ""
                )
            case List():
                return self.list(block, indent)
            case Table():
                return self.table(block)
            case ContactCard(contact=contact):
                return f"{{contact:{contact}}}"
        raise TypeError(block)

    def list(self, block: List, indent: str) -> str:
        lines = []
        for number, item in enumerate(block.items, start=1):
            sign = f"{number}. " if block.ordered else "- "
            lines.append(f"{indent}{sign}{'[ ] ' if item.task else ''}{self.text()}")
            deeper = indent + " " * len(sign)
            for inner in item.blocks:
                written = self.block(inner, deeper)
                lines.append(written if isinstance(inner, List) else f"\n{deeper}{written}\n")
        return "\n".join(lines)

    def table(self, block: Table) -> str:
        rows = [[self.text().replace("|", r"\|") for _ in row] for row in (block.head, *block.rows)]
        rows.insert(1, ["---"] * len(block.head))
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def quoted(value: object) -> str:
    """A text or list as both TOML and YAML read it."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
