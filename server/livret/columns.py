"""Aligned columns for terminals, where a Chinese character takes two cells, and counted things."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence


def width(text: str) -> int:
    """The cells that a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def columns(
    head: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[int] = ()
) -> Iterator[str]:
    """The lines of a table; the columns numbered in `right` are aligned at their end."""
    widths = [max(map(width, cells)) for cells in zip(head, *rows, strict=True)]
    for row in (head, ["-" * each for each in widths], *rows):
        cells = []
        for number, (cell, wanted) in enumerate(zip(row, widths, strict=True)):
            gap = " " * (wanted - width(cell))
            cells.append(gap + cell if number in right else cell + gap)
        yield "  ".join(cells).rstrip()


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 answer", "3 answers"."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
