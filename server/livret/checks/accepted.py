"""Findings that an editor has looked at and means as they are: `content/accepted.txt`.

Each line is a finding as `livret check` prints it. Its line number does not count, so that it
stays accepted when the text above it grows. Empty lines and lines that begin with # are notes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from livret.checks.due import KINDS as DUE
from livret.checks.kind import Finding, Kind, shortened
from livret.model import Place

NAME = "accepted.txt"
FILE = f"content/{NAME}"
ACCEPTED_STALE = Kind(
    "accepted-stale",
    f"A line of `{FILE}` is no finding any more. Findings of the calendar come and go, and are "
    "not told.",
    "take the line out",
)
KINDS = (ACCEPTED_STALE,)

_NUMBER = re.compile(r"^([^:]+):\d+: ")


def without_accepted(folder: Path, found: Sequence[Finding]) -> tuple[tuple[Finding, ...], int]:
    """The findings that the guide in `folder` does not accept, and the number of those it does.

    A line that accepts nothing is a finding itself.
    """
    path = folder / FILE
    if not path.is_file():
        return tuple(found), 0
    lines = path.read_text(encoding="utf-8").splitlines()
    accepted = {_key(line): number for number, line in enumerate(lines, 1) if _is_finding(line)}
    known = {_key(str(finding)) for finding in found}
    left = [finding for finding in found if _key(str(finding)) not in accepted]
    stale = [
        ACCEPTED_STALE.at(Place(FILE, number), f"nothing is found any more of: {shortened(key)}")
        for key, number in accepted.items()
        if key not in known and not key.endswith(tuple(f"[{kind.name}]" for kind in DUE))
    ]
    return tuple(sorted([*left, *stale])), len(found) - len(left)


def _is_finding(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _key(line: str) -> str:
    """A finding's line without its line number."""
    return _NUMBER.sub(r"\1: ", line.strip())
