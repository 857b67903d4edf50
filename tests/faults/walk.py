"""A random walk through everything that can happen; a seed walks the same way again.

python tests/faults/walk.py --steps 1000 --seed 7
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent / "server")]

from browser_pipe import BrowserGone, ScriptError  # noqa: E402
from install_browser import system_browser  # noqa: E402
from judge import judge  # noqa: E402
from laboratory import Broken, Laboratory, laboratory  # noqa: E402
from steps import STEPS, Step, heal  # noqa: E402


class Walk:
    """Steps through a laboratory. Each step's chance comes from the seed and its number alone."""

    def __init__(self, lab: Laboratory, seed: int) -> None:
        self.lab = lab
        self.seed = seed
        self.trace: list[str] = []
        self.taken: Counter[str] = Counter()

    def step(self, number: int, step: Step | None = None) -> str:
        """Take a step and judge; raises `Broken` with what led there."""
        random = Random(f"{self.seed}/{number}")
        chosen = step or random.choices(list(STEPS), list(STEPS.values()))[0]
        name = chosen.__name__
        self.trace.append(f"{number:4} {name}")
        started = time.monotonic()
        try:
            told = chosen(self.lab, random)
            self.trace[-1] += f": {told}"
            self.trace[-1] += f" → {judge(self.lab, random)}"
        except (Broken, BrowserGone, ScriptError, AssertionError) as error:
            raise Broken(self.report(number, error)) from error
        self.taken[name] += 1
        self.trace[-1] += f" ({time.monotonic() - started:.1f} s)"
        return self.trace[-1]

    def report(self, number: int, error: Exception) -> str:
        log = self.lab.server.log[-30:]
        return "\n".join(
            [
                f"seed {self.seed}, step {number}: {type(error).__name__}: {error}",
                "what led there:",
                *self.trace[-12:],
                f"the last requests: {' '.join(log)}",
                f"again: make faults STEPS={number + 1} SEED={self.seed}",
            ]
        )


def walk(lab: Laboratory, seed: int, steps: int, verbose: bool = False) -> Walk:
    """Walk `steps` steps after a first visit, and end well."""
    walking = Walk(lab, seed)
    for number in range(steps + 1):
        first_or_last = number in (0, steps)
        line = walking.step(number, heal if first_or_last else None)
        if verbose:
            print(line, flush=True)
    return walking


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quiet", action="store_true")
    given = parser.parse_args()
    executable = system_browser()
    if executable is None:
        print("No Chromium is installed.", file=sys.stderr)
        return 2
    started = time.monotonic()
    with laboratory(executable) as lab:
        try:
            walking = walk(lab, given.seed, given.steps, verbose=not given.quiet)
        except Broken as broken:
            print(f"\n{broken}", file=sys.stderr)
            return 1
    took = time.monotonic() - started
    counts = ", ".join(f"{name} {count}" for name, count in sorted(walking.taken.items()))
    print(f"seed {given.seed}: {given.steps} steps in {took:.0f} s, nothing broken ({counts})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
