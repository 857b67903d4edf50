"""The days of steps are counted as an independent library counts them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from example import ROOT

COUNT = """
import {{ shift }} from '{module}';
let text = '';
for await (const part of process.stdin) text += part;
const moved = JSON.parse(text).map(([day, number, unit]) => shift(day, number, unit));
process.stdout.write(JSON.stringify(moved));
"""
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
OFFSETS = st.tuples(DAYS, st.integers(-240, 240), st.sampled_from(["day", "week", "month"]))


def counted(offsets: list[tuple[date, int, str]]) -> list[str]:
    """What the phone's module says."""
    script = COUNT.format(module=(ROOT / "pwa" / "app" / "steps" / "days.js").as_uri())
    node = shutil.which("node") or str(Path(sys.executable).with_name("node"))
    command = [node, "--input-type=module", "--eval", script]
    asked = json.dumps([(day.isoformat(), number, unit) for day, number, unit in offsets])
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


def expected(day: date, number: int, unit: str) -> str:
    length = {"day": "days", "week": "weeks", "month": "months"}[unit]
    moved: date = day + relativedelta(**{length: number})
    return moved.isoformat()


def test_every_end_of_a_month_is_counted_right() -> None:
    ends = [
        date(year, month, 1) - relativedelta(days=1)
        for year in (2027, 2028, 2029)
        for month in range(1, 13)
    ]
    offsets = [(day, number, "month") for day in ends for number in range(-48, 49)]
    assert counted(offsets) == [expected(*offset) for offset in offsets]


@settings(max_examples=40, deadline=None)
@given(st.lists(OFFSETS, min_size=1))
def test_any_offset_is_counted_right(offsets: list[tuple[date, int, str]]) -> None:
    assert counted(offsets) == [expected(*offset) for offset in offsets]
