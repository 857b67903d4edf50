"""What a key costs who searches, in the guide itself and in 2,000 answers (latency.js)."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measure import Bench, Result

ROOT = Path(__file__).parent.parent.parent
#: Answers (0: as many as the guide has), queries that are typed, and the most that the median and
#: the 95th percentile may be, in milliseconds.
GUIDES: tuple[tuple[int, int, float, float | None], ...] = (
    (0, 20, 16, 50),
    (2000, 8, 50, None),
)


def measure(bench: Bench) -> Iterator[Result]:
    """From the key to results that are laid out, in English, on a processor four times as slow."""
    with tempfile.TemporaryDirectory() as place:
        site = Path(place) / "site"
        build = [sys.executable, "-m", "livret", "build", "--guide", ROOT, "--out", site]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        for answers, queries, median, p95 in GUIDES:
            if answers and max(bench.sizes) < answers:
                continue
            found = typed(site, answers, queries, bench.repeats)
            guide = f"{answers:,} answers" if answers else "the guide"
            for name, goal in (("median", median), ("p95", p95)):
                yield Result(
                    f"a key, {guide}, {name}",
                    "ms",
                    tuple(run[name] for run in found["runs"]),
                    goal,
                    note=f"least of each key: {found['least'][name]:.1f}",
                )


def typed(site: Path, answers: int, queries: int, runs: int) -> dict[str, Any]:
    """The times of all keys of some judged queries: the search and the page together."""
    node = shutil.which("node") or str(ROOT / ".venv" / "bin" / "node")
    numbers = {"answers": answers, "queries": queries, "runs": runs}
    options = [part for name, number in numbers.items() for part in (f"--{name}", str(number))]
    command = [node, "bench/latency.js", str(site), *options, "--json"]
    done = subprocess.run(command, cwd=ROOT / "pwa", check=True, capture_output=True, text=True)
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return found["both"]
