"""When a step is due, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from livret.figures import duration_text
from livret.model import Step
from livret.together import together


def when(step: Step, phrases: Any, locale: str, hold: Callable[[str], str] = together) -> str:
    """A text like "At the latest 3 months after you arrive in France"; `phrases` are those of the
    template of that name. `hold` keeps the length of time on one line; programs need none of that.
    """
    times: Mapping[str, str] = phrases.times[step.anchor]
    if step.after is None:
        return times["around"]
    number, unit = step.after
    time = times["on" if number == 0 else "after" if number > 0 else "before"]
    told = time.format(length=hold(duration_text(abs(number), unit, locale)))
    return str(phrases.when[step.when]).format(time=told)
