"""Isolates Latin and digit runs in right-to-left text: `01 23 45` must not show as `45 23 01`.

The Unicode bidirectional algorithm (UAX #9) orders numbers separated by spaces from right to left
in a right-to-left paragraph. HTML's `<bdi dir="ltr">` isolates a run and keeps its order. In an
amount the number comes first, at the right, and the sign after it, as in CLDR's Arabic pattern.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from livret.escaped import escaped

# A run starts and ends with a Latin letter or digit; in between it may hold what addresses, phone
# numbers, amounts and French terms are written with. A dash between spaces ends a run. A bracket
# that holds nothing else belongs to what stands before it.
_LATIN = r"A-Za-z0-9\u00C0-\u024F"
_BRACKET = rf"(?:[ \u00A0]\([{_LATIN}][{_LATIN}.,:/@+&'’°%€_ -]*\))?"
_RUN = re.compile(
    rf"[+#@]?[{_LATIN}]"
    rf"(?:[{_LATIN}.,:/@+&'’°%€_-]|[ \u00A0\u202F](?=[{_LATIN}+&(€%]))*[{_LATIN}€%]{_BRACKET}"
    rf"|[{_LATIN}]{_BRACKET}"
)

# Neither a letter nor a space between digits: the bidirectional algorithm leaves the number whole.
_AMOUNT = re.compile(r"(?:\d[\d.,\u00A0\u202F-]*[ \u00A0\u202F]€[ ,]*)+")


def isolate(text: str) -> Markup:
    """The text, escaped, with each Latin or digit run in a `<bdi>` of its own direction."""
    return Markup(isolated(text))


def isolated(text: str) -> str:
    """The same as a plain string."""
    parts: list[str] = []
    position = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        direction = "rtl" if _AMOUNT.fullmatch(text, start, end) else "ltr"
        parts += (
            escaped(text[position:start]),
            f'<bdi dir="{direction}">',
            escaped(text[start:end]),
            "</bdi>",
        )
        position = end
    parts.append(escaped(text[position:]))
    return "".join(parts)
