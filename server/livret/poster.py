"""A poster for the welcome desk: one A4 page, as SVG, whose code opens the guide on a phone.

Any browser prints it. What it says comes from the guide's own description and the interface's
words, one block for each language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import segno

# A4 in millimetres (ISO 216), and its parts.
WIDTH, HEIGHT, MARGIN, HEAD, FOOT = 210, 297, 18, 36, 38
INNER = WIDTH - 2 * MARGIN
# The side of the code with its quiet zone of four modules (ISO/IEC 18004).
CODE, QUIET = 96, 4
FONTS = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Speech:
    """What the poster says in one language: BCP 47 tag, direction, whom it helps, what to do."""

    tag: str
    direction: str
    promise: str
    call: str


@dataclass(frozen=True, slots=True)
class Poster:
    """All that stands on it; `names` are the guide's languages, each in its own words."""

    guide: str
    host: str
    address: str
    accent: str
    names: Sequence[str]
    speeches: Sequence[Speech]


class TooMuch(ValueError):
    """More text than the page has room for."""


def poster_svg(poster: Poster) -> str:
    """The poster. Raises `TooMuch` where the languages do not all find room."""
    words: list[str] = []
    top: float = HEAD + 9
    size = 7 if len(poster.speeches) <= 4 else 5.5
    for speech in poster.speeches:
        call, top = _lines(speech, speech.call, size, top, weight=700)
        words += call
        # What the guide is about finds room beside one other language; the call always does.
        if len(poster.speeches) <= 2:
            promise, top = _lines(speech, speech.promise, 4.6, top + 1)
            words += promise
        top += 3.5
    if top + CODE + FOOT > HEIGHT:
        raise TooMuch(f"{len(poster.speeches)} languages do not find room on one page")
    # The code stands in the middle of what is left.
    code_top = top + (HEIGHT - FOOT - top - CODE) / 2
    shown = poster.address.split("//", 1)[-1].rstrip("/")
    names = " · ".join(poster.names)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}mm" height="{HEIGHT}mm" '
            f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{FONTS}" fill="#16191a">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
            f'<rect width="{WIDTH}" height="{HEAD}" fill="{poster.accent}"/>',
            f'<g fill="#fff"><text x="{MARGIN}" y="17" font-size="11" font-weight="700">'
            f"{escape(poster.guide)}</text>",
            f'<text x="{MARGIN}" y="27" font-size="5.5">{escape(poster.host)}</text></g>',
            *words,
            _code(poster.address, (WIDTH - CODE) / 2, code_top),
            _centred(shown, 10, HEIGHT - 26, weight=700),
            _centred(names, 4.6, HEIGHT - 13),
            "</svg>\n",
        ]
    )


def _centred(text: str, size: float, base: float, weight: int = 400) -> str:
    """One line, made smaller where it would not find room."""
    size = min(size, INNER / _width(text))
    return (
        f'<text x="{WIDTH / 2:g}" y="{base}" font-size="{size:.2f}" font-weight="{weight}" '
        f'text-anchor="middle">{escape(text)}</text>'
    )


def _lines(
    speech: Speech, text: str, size: float, top: float, weight: int = 400
) -> tuple[list[str], float]:
    """Text in lines that begin at the side where its script does; and where the next may begin."""
    side = WIDTH - MARGIN if speech.direction == "rtl" else MARGIN
    style = f'font-size="{size:g}" font-weight="{weight}" direction="{speech.direction}"'
    height = size * 1.4
    found = [
        f'<text x="{side}" y="{top + size + number * height:.2f}" {style} lang="{speech.tag}">'
        f"{escape(line)}</text>"
        for number, line in enumerate(_broken(text, INNER / size))
    ]
    return found, top + len(found) * height


def _broken(text: str, room: float) -> list[str]:
    """Lines no wider than `room` (in em), broken between words, or between Chinese characters."""
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and _width(lines[-1] + piece.rstrip()) > room:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def _pieces(text: str) -> list[str]:
    pieces = [""]
    for character in text:
        pieces[-1] += character
        if character == " " or unicodedata.east_asian_width(character) == "W":
            pieces.append("")
    return pieces


def _width(text: str) -> float:
    """About how wide a text is, in em: no font is known here, so it is rather too wide."""
    return sum(
        1.0 if unicodedata.east_asian_width(character) in "WF" else 0.53
        for character in text
        if not unicodedata.combining(character)
    )


def _code(address: str, left: float, top: float) -> str:
    """The address as a QR code of `CODE` millimetres, one path of dark modules.

    Level Q: a quarter of it may be damaged by pins, folds and reflections.
    """
    code = segno.make_qr(address, error="q")
    rows = [list(row) for row in code.matrix_iter(border=QUIET)]
    module = CODE / len(rows)
    dark = "".join(
        f"M{column} {row}h1v1h-1z"
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value
    )
    return (
        f'<g transform="translate({left:g} {top:g}) scale({module:.5f})">'
        f'<rect width="{len(rows)}" height="{len(rows)}" fill="#fff"/>'
        f'<path fill="#000" shape-rendering="crispEdges" d="{dark}"/></g>'
    )
