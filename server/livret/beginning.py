"""The beginning of a text, for lists whose entries are chosen by it: whole sentences, none cut."""

from __future__ import annotations

import re

# Enough to choose by: about a line and a half on a phone.
ENOUGH = 40
_END = re.compile(r"[.!?؟]+[)»”’\"]*\s+|[。！？]+[」”）]*\s*")


def beginning(text: str) -> str:
    """The first sentences that are long enough together.

    A cut line could end within an amount, and half an amount is a wrong one. The phone does the
    same with what it finds (app/beginning.js).
    """
    for end in _END.finditer(text):
        # What goes on with a small letter came after an abbreviation.
        goes_on = text[end.end() : end.end() + 1].islower()
        if not goes_on and end.end() >= ENOUGH:
            return text[: end.end()].rstrip()
    return text
