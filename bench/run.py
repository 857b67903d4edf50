"""Runs measures, prints a table, and writes the numbers with their day to bench/results/.

python bench/run.py                          all measures, all sizes
python bench/run.py build --sizes 60,500     one measure, two sizes
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from corpus import SIZES
from measure import Bench, Result

HERE = Path(__file__).parent
RESULTS = HERE / "results"
MEASURES = sorted(path.stem for path in (HERE / "measures").glob("*.py"))


def main(arguments: Sequence[str] | None = None) -> None:
    given = read_arguments(arguments)
    bench = Bench(given.sizes, given.repeats)
    started = datetime.now(UTC)
    record: dict[str, object] = {
        "date": started.isoformat(timespec="seconds"),
        "machine": machine(),
        "sizes": given.sizes,
        "results": {},
    }
    found: dict[str, list[dict[str, object]]] = {}
    for name in given.measures or MEASURES:
        print(f"\n{name}", flush=True)
        found[name] = []
        for result in importlib.import_module(f"measures.{name}").measure(bench):
            print(line(result), flush=True)
            found[name].append({**asdict(result), "median": result.median})
    record["results"] = found
    record["load-at-end"] = load()
    folder = given.results
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{started:%Y-%m-%d-%H%M%S}.json"
    path.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"\n{path}")


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=", ".join(MEASURES))
    parser.add_argument(
        "--sizes",
        type=lambda text: tuple(map(int, text.split(","))),
        default=SIZES,
        help="numbers of answers, like 60,500",
    )
    parser.add_argument("--repeats", type=int, default=5, help="how often each is measured")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the folder of the numbers")
    given = parser.parse_args(arguments)
    for name in given.measures:
        if name not in MEASURES:
            parser.error(f'there is no measure "{name}"; there are {", ".join(MEASURES)}')
    return given


def machine() -> dict[str, object]:
    """What the numbers depend on beside the program."""
    return {
        "cores": os.cpu_count(),
        "processor": processor(),
        "python": platform.python_version(),
        "system": platform.system(),
        "load": load(),
    }


def processor() -> str:
    """The processor's name, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor())


def load() -> list[float]:
    """How busy the machine was over 1, 5 and 15 minutes; times of a busy machine tell little."""
    return [round(value, 2) for value in os.getloadavg()]


def line(result: Result) -> str:
    spread = f"{shown(min(result.samples))} to {shown(max(result.samples))}"
    parts = [
        f"  {result.name:<50}",
        f"{shown(result.median):>9} {result.unit:<6}",
        f"{spread}, {len(result.samples)} times",
        *goal(result),
        *([f"({result.note})"] if result.note else []),
    ]
    return "  ".join(parts)


def goal(result: Result) -> Iterator[str]:
    if result.goal is not None:
        sign = "≥" if result.at_least else "≤"
        state = "reached" if result.reached else "NOT reached"
        yield f"{sign} {shown(result.goal)} {state}"


def shown(value: float) -> str:
    if float(value).is_integer():
        return f"{value:,.0f}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


if __name__ == "__main__":
    main()
