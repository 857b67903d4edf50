"""The file that remembers what addresses answered, so that they are not asked again too soon.

{"schema": 1, "links": {"https://…": {"asked": "2026-11-23", "outcome": "moved", …}}}
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from livret.links import Link, Outcome
from livret.po import write_beside_and_swap

_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Known:
    """What an address answered, and on which day."""

    link: Link
    asked: date

    def holds(self, on: date, days: int) -> bool:
        """Whether it need not be asked again: for `days` days, and never for an unclear answer."""
        return self.link.outcome is not Outcome.UNCLEAR and 0 <= (on - self.asked).days < days


def read_known(path: Path) -> dict[str, Known]:
    """What is remembered, by address; {} for a file that is none of these."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["schema"] != _SCHEMA:
            return {}
        return {
            address: Known(
                Link(Outcome(each["outcome"]), each["reason"], each["moved_to"]),
                date.fromisoformat(each["asked"]),
            )
            for address, each in kept["links"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # Whatever is wrong with it, asking again mends it.
        return {}


def write_known(path: Path, known: Mapping[str, Known]) -> None:
    links = {
        address: {
            "asked": each.asked.isoformat(),
            "outcome": each.link.outcome.value,
            "reason": each.link.reason,
            "moved_to": each.link.moved_to,
        }
        for address, each in known.items()
    }
    text = json.dumps({"schema": _SCHEMA, "links": links}, indent=1, sort_keys=True)
    write_beside_and_swap(path, text + "\n")
