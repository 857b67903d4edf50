"""Isolates Latin and digit runs in right-to-left text: `01 23 45` must not show as `45 23 01`.

The Unicode bidirectional algorithm (UAX #9) orders numbers separated by spaces from right to left
in a right-to-left paragraph. HTML's `<bdi dir="ltr">` isolates a run and keeps its order.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

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


def isolate(text: str) -> Markup:
    """The text, escaped, with each Latin or digit run in `<bdi dir="ltr">`."""
    parts: list[str] = []
    position = 0
    for run in _RUN.finditer(text):
        parts.append(escape(text[position : run.start()]))
        parts.append(Markup('<bdi dir="ltr">{}</bdi>').format(run.group()))
        position = run.end()
    parts.append(escape(text[position:]))
    return Markup("").join(parts)
