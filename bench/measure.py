"""What a measure gives: named numbers with their goals; and what it is given to measure with.

A measure is a file in bench/measures/ with one function:

    def measure(bench: Bench) -> Iterator[Result]:
        "What is measured, in one sentence."
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from corpus import corpus


@dataclass(frozen=True, slots=True)
class Result:
    """One number, as often as it was measured.

    `goal` is the most that it may be, or the least with `at_least`; None where nothing was set.
    """

    name: str
    unit: str
    samples: tuple[float, ...]
    goal: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def median(self) -> float:
        return statistics.median(self.samples)

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None without a goal."""
        if self.goal is None:
            return None
        return self.median >= self.goal if self.at_least else self.median <= self.goal


@dataclass(slots=True)
class Bench:
    """How to measure: the sizes of guides, how often, and guides and sites of these sizes."""

    sizes: tuple[int, ...]
    repeats: int
    built: dict[int, Path] = field(default_factory=dict)

    def guide(self, answers: int) -> Path:
        """A guide of so many answers in eight languages (corpus.py)."""
        return corpus(answers)

    def site(self, answers: int) -> Path:
        """The same guide, published; built once for each run."""
        if answers not in self.built:
            guide = self.guide(answers)
            out = guide.with_name(f"{guide.name}-site")
            command = [sys.executable, "-m", "livret", "build"]
            subprocess.run([*command, "--guide", guide, "--out", out], check=True)
            self.built[answers] = out
        return self.built[answers]

    def times(self, run: Callable[[], object]) -> tuple[float, ...]:
        """The seconds that something takes, as often as it is to be measured."""
        return tuple(seconds(run) for _ in range(self.repeats))


def seconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started
