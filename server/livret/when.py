"""When a step is due, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from livret.figures import duration_text
from livret.model import Step
from livret.together import together


def when(step: Step, phrases: Any, locale: str, hold: Callable[[str], str] = together) -> str:
    """A sentence like "At the latest 3 months after: arrival in France"; `phrases` are those of the
    template of that name. `hold` keeps the length of time on one line; programs need none of that.
    """
    anchor = phrases.anchors[step.anchor]
    if step.after is None:
        return str(phrases.when_around).format(anchor=anchor)
    number, unit = step.after
    place = "on" if number == 0 else "after" if number > 0 else "before"
    length = hold(duration_text(abs(number), unit, locale))
    return str(phrases.when[step.when][place]).format(length=length, anchor=anchor)
