"""When a step is due, in words."""

from __future__ import annotations

from typing import Any

from livret.figures import duration_text
from livret.model import Step


def when(step: Step, phrases: Any, locale: str) -> str:
    """A sentence like "At the latest 3 months after: arrival in France"; `phrases` are those of the
    template of that name."""
    anchor = phrases.anchors[step.anchor]
    if step.after is None:
        return str(phrases.when_around).format(anchor=anchor)
    number, unit = step.after
    place = "on" if number == 0 else "after" if number > 0 else "before"
    length = duration_text(abs(number), unit, locale)
    return str(phrases.when[step.when][place]).format(length=length, anchor=anchor)
