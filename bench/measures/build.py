"""How long a guide takes to build, and how much memory: afresh and again."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measure import Bench, Result

# Seconds, and megabytes of the largest process, by the number of answers in eight languages.
CLEAN = {60: 2.0, 500: 8.0, 2000: 30.0}
MEMORY = {500: 400.0}
CHANGED = {500: 0.7}


def measure(bench: Bench) -> Iterator[Result]:
    """`livret build` as a command, its start included, afresh and after a change."""
    for answers in bench.sizes:
        guide = bench.guide(answers)
        with tempfile.TemporaryDirectory() as place:
            yield from _of(guide, Path(place), answers, bench.repeats)


def _of(guide: Path, place: Path, answers: int, repeats: int) -> Iterator[Result]:
    own = Path(shutil.copytree(guide, place / "guide"))
    clean = [_build(own, place / f"clean-{number}" / "site") for number in range(repeats)]
    yield Result(
        f"build, {answers} answers × 8",
        "s",
        tuple(run.seconds for run in clean),
        CLEAN.get(answers),
    )
    yield Result(
        f"memory of the build, {answers} × 8",
        "MB",
        tuple(run.megabytes for run in clean),
        MEMORY.get(answers),
    )
    site = place / "clean-0" / "site"
    same = [_build(own, site) for _ in range(repeats)]
    yield Result(f"build again, nothing changed, {answers} × 8", "s", _seconds(same))
    changed = []
    for number in range(repeats):
        _change_a_word(own, number)
        changed.append(_build(own, site))
    yield Result(
        f"build again after a word, {answers} × 8", "s", _seconds(changed), CHANGED.get(answers)
    )


@dataclass(frozen=True, slots=True)
class _Run:
    seconds: float
    megabytes: float


def _build(guide: Path, out: Path) -> _Run:
    """One build in a process of its own; its memory is that of its largest process.

    What it keeps for the next one lies beside the published folder. A clean build has a place of
    its own: right after thousands of folders were deleted, ext4 is slower to make others.
    """
    out.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "livret", "build", "--guide", guide, "--out", out]
    started = time.perf_counter()
    environment = {**os.environ, "XDG_CACHE_HOME": str(out.parent / "cache")}
    # As an installed program: Python keeps what it has compiled, and does not do it at each start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - started
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return _Run(took, used.ru_maxrss / 1024)


def _seconds(runs: list[_Run]) -> tuple[float, ...]:
    return tuple(run.seconds for run in runs)


def _change_a_word(guide: Path, number: int) -> None:
    """Replace a word in the short text of an answer, another answer each time.

    The first answers are the core ones: without them a language is not offered at all.
    """
    path = sorted((guide / "content").glob("topic-2/*.md"))[number]
    text = path.read_text(encoding="utf-8")
    changed = re.sub(r'^(short: "\S+ )\S+', r"\1changed", text, count=1, flags=re.MULTILINE)
    if changed == text:
        raise RuntimeError(f"{path}: no word was changed")
    path.write_text(changed, encoding="utf-8")
