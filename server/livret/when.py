"""When a step is due, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from livret.figures import duration_text
from livret.model import Step


def when(step: Step, phrases: Any, locale: str) -> str:
    """A text like "At the latest 3 months after you arrive in France"; `phrases` are those of the
    template of that name."""
    times: Mapping[str, str] = phrases.times[step.anchor]
    if step.after is None:
        return times["around"]
    number, unit = step.after
    time = times["on" if number == 0 else "after" if number > 0 else "before"]
    told = time.format(length=duration_text(abs(number), unit, locale))
    return str(phrases.when[step.when]).format(time=told)
