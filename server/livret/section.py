"""The parts of an answer: its body cut at the headings of level 2, with whom each part is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from livret.model import Block, Heading


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks below one heading of level 2, each with its number in the whole answer."""

    heading: Heading | None
    cases: tuple[str, ...]
    blocks: tuple[tuple[int, Block], ...]


def sections(body: Sequence[Block]) -> Iterator[Section]:
    """The body cut at its headings of level 2."""
    heading: Heading | None = None
    current: list[tuple[int, Block]] = []
    for index, block in enumerate(body, start=1):
        if isinstance(block, Heading) and block.level == 2:
            if current:
                yield Section(heading, heading.cases if heading else (), tuple(current))
            heading, current = block, []
        current.append((index, block))
    if current:
        yield Section(heading, heading.cases if heading else (), tuple(current))
