"""Keeps together what is one thing for its readers: a day and its month, a number and its noun."""

from __future__ import annotations

import re

_NO_BREAK_SPACE = "\u00a0"
_WORD_JOINER = "\u2060"
# A line may break before the year, where the text has spaces at all.
_BEFORE_YEAR = re.compile(rf"{_NO_BREAK_SPACE}((?:de{_NO_BREAK_SPACE})?\d{{4}})")
# Chinese lines break between any two characters, which is no harm within a word. The search takes a
# joiner for the end of a word: none stands between two Han characters.
_HAN = "\u4e00-\u9fff"
_COUNTED = re.compile(rf"(?<=\d)(?=[{_HAN}])|(?<=月)(?=\d)")


# What a template parts with a space in every language; Chinese signs bring their own.
_AFTER_SIGN = re.compile(r"(?<=[：，。；！？、）])\s+(?=[^\s])")


def closed_up(html: str, locale: str) -> str:
    """A page without spaces after full-width signs; one that is not Chinese stays as it is."""
    return _AFTER_SIGN.sub("", html) if locale.startswith("zh") else html


def together(text: str) -> str:
    """A date or a length of time, as CLDR writes them, that breaks before its year at most.

    The phone does the same with the days that it counts (app/together.js).
    """
    joined = _BEFORE_YEAR.sub(r" \1", text.replace(" ", _NO_BREAK_SPACE))
    return _COUNTED.sub(_WORD_JOINER, joined)
