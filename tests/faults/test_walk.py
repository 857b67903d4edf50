"""A short walk through everything that can happen; `make faults` takes long ones."""

from __future__ import annotations

import os
from pathlib import Path

from laboratory import Laboratory
from walk import walk

SEED = int(os.environ.get("SEED", "1"))
STEPS = 25


def test_a_walk_through_everything_that_can_happen_leaves_a_guide_that_can_be_read(
    chromium: str, tmp_path: Path
) -> None:
    with Laboratory(tmp_path, chromium) as lab:
        walking = walk(lab, SEED, STEPS)
    assert walking.taken.total() == STEPS + 1
