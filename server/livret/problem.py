"""What is wrong with a guide, said so that its author can mend it.

Problem            one finding: place, what is wrong, what to do
ProblemsFound      raised once, after everything was read, with all findings
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from livret.model import Place


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: `what` is wrong at `place`, and the `remedy`."""

    file: str
    line: int
    what: str
    remedy: str = ""

    @classmethod
    def at(cls, place: Place, what: str, remedy: str = "") -> Problem:
        return cls(place.file, place.line, what, remedy)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}" + (f"; {self.remedy}" if self.remedy else "")


class ProblemsFound(Exception):
    """A guide cannot be built; `problems` lists everything that has to be mended first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(slots=True)
class Report:
    """Collects problems while reading goes on, so that an author sees all of them at once.

    `unreadable` names the files whose content is unknown because they could not be parsed.
    """

    problems: list[Problem] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)

    def add(self, place: Place, what: str, remedy: str = "") -> None:
        self.problems.append(Problem.at(place, what, remedy))

    def cannot_read(self, place: Place, what: str, remedy: str) -> None:
        """Report a whole file that could not be read; what it would have defined is not missed."""
        self.unreadable.add(place.file)
        self.add(place, what, remedy)

    def include(self, other: Report) -> None:
        """Take over what was collected apart."""
        self.problems.extend(other.problems)
        self.unreadable |= other.unreadable

    def raise_if_any(self) -> None:
        """Raise `ProblemsFound` if anything was reported."""
        if self.problems:
            raise ProblemsFound(self.problems)


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """A remedy that names the nearest known value, or the known values when none is near."""
    candidates = sorted(known)
    nearest = difflib.get_close_matches(value, candidates, n=1, cutoff=0.6)
    if nearest:
        return f'did you mean "{nearest[0]}"?'
    if not candidates:
        return "none are defined yet"
    if len(candidates) > 12:
        return f"known are for instance {', '.join(candidates[:12])}…"
    return f"known are {', '.join(candidates)}"
