"""Plots as SVG that stands in a page: no script, colours from the page, numbers as text.

Each plot is one image to a screen reader, with a title and all its numbers in words. Its classes
(`bar`, `late`, `axis` and the names of states) get their colours from the style of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

_WIDTH = 640
_HEIGHT = 200
_TOP = 24
_BOTTOM = 44


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a plot: parts from the bottom up as (class, number), all of one label.

    Labels have up to two lines, parted by a line break.
    """

    label: str
    parts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(number for _, number in self.parts)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of shares: parts in reading order as (class, number)."""

    label: str
    parts: tuple[tuple[str, int], ...]


def column_plot(name: str, title: str, told: str, drawn: Sequence[Column]) -> Markup:
    """Columns beside each other, each with its number above and its label below.

    `name` makes the ids of the page unique; `told` says all the numbers.
    """
    most = max((column.total for column in drawn), default=0) or 1
    step = _WIDTH / max(len(drawn), 1)
    space = _HEIGHT - _TOP - _BOTTOM
    ground = _HEIGHT - _BOTTOM
    shapes = [_line(0, ground, _WIDTH)]
    for number, column in enumerate(drawn):
        middle = step * (number + 0.5)
        high = float(ground)
        for kind, count in column.parts:
            size = space * count / most
            high -= size
            shapes.append(_box(kind, middle - step * 0.32, high, step * 0.64, size))
        shapes.append(_text(middle, high - 7, str(column.total), "number"))
        for line, words in enumerate(column.label.split("\n")):
            shapes.append(_text(middle, ground + 17 + 16 * line, words, "label"))
    return _svg(name, title, told, _HEIGHT, shapes)


def share_plot(name: str, title: str, told: str, drawn: Sequence[Row]) -> Markup:
    """Rows below each other, each a whole cut into shares, with the share written where it fits."""
    start, height = 150, 34
    space = _WIDTH - start
    shapes = []
    for number, row in enumerate(drawn):
        high = number * height
        shapes.append(_text(start - 10, high + 21, row.label, "label end"))
        total = sum(count for _, count in row.parts) or 1
        left = float(start)
        for kind, count in row.parts:
            size = space * count / total
            shapes.append(_box(kind, left, high + 4, size, height - 8))
            if size >= 40:
                share = f"{100 * count / total:.0f}%"
                shapes.append(_text(left + size / 2, high + 22, share, f"share on-{kind}"))
            left += size
    return _svg(name, title, told, max(len(drawn), 1) * height, shapes)


def _svg(name: str, title: str, told: str, height: int, shapes: Sequence[Markup]) -> Markup:
    return Markup(
        '<svg class="plot" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-title {}-told">'
        '<title id="{}-title">{}</title><desc id="{}-told">{}</desc>{}</svg>'
    ).format(_WIDTH, height, name, name, name, title, name, told, Markup("").join(shapes))


def _box(kind: str, left: float, high: float, wide: float, tall: float) -> Markup:
    return Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
        kind, left, high, wide, tall
    )


def _text(left: float, high: float, words: str, kind: str) -> Markup:
    return Markup('<text class="{}" x="{:.1f}" y="{:.1f}">{}</text>').format(
        kind, left, high, words
    )


def _line(left: float, high: float, right: float) -> Markup:
    return Markup('<path class="axis" d="M{} {}H{}"/>').format(left, high, right)
