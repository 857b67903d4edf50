"""How far the texts of a page can be trusted, taken together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from livret.model import State, Text


@dataclass(frozen=True, slots=True)
class Trust:
    """What a reader is told about the texts of a page, computed from their states."""

    whole: bool  # nothing is translated
    partly: bool  # some texts have no usable translation and are shown in the source language
    changed: bool  # some sources changed in substance since and are shown instead
    older: bool  # some translations are older than their source
    drafted: bool  # some texts were drafted by machine and reviewed by nobody
    state: State


def trust_of(shown: Sequence[Text]) -> Trust:
    """The state of texts taken together: the least trustworthy one names it."""
    states = Counter(text.state for text in shown if text.message)
    fell_back = states[State.MISSING] + states[State.CRITICAL]
    order = (State.MISSING, State.CRITICAL, State.OUTDATED, State.DRAFTED, State.REVIEWED)
    state = next((candidate for candidate in order if states[candidate]), State.SOURCE)
    return Trust(
        whole=bool(fell_back) and fell_back == sum(states.values()),
        partly=bool(states[State.MISSING]),
        changed=bool(states[State.CRITICAL]),
        older=bool(states[State.OUTDATED]),
        drafted=bool(states[State.DRAFTED]),
        state=state,
    )
