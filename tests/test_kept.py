"""What builds leave for the next one goes when it is of no more use."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from example import GUIDE
from livret.command import main
from livret.kept import cache_folder, prune

DAY = 24 * 60 * 60


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of all that is kept, with what a build of a guide left in it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(GUIDE, tmp_path / "guide")
    assert main(["build", "--guide", "guide"]) == 0
    assert cache_folder(tmp_path / "guide") in list((tmp_path / "cache/livret").iterdir())
    return tmp_path / "cache" / "livret"


def test_what_was_kept_stays_while_its_guide_is_there(base: Path) -> None:
    before = sorted(base.rglob("*"))
    prune(base, time.time() + 29 * DAY)
    assert sorted(base.rglob("*")) == before


def test_what_was_kept_goes_with_its_guide_at_the_next_build_of_another(
    base: Path, tmp_path: Path
) -> None:
    (tmp_path / "guide").rename(tmp_path / "moved")
    assert main(["build", "--guide", "moved"]) == 0
    assert set(base.iterdir()) == {
        cache_folder(tmp_path / "moved"),
        cache_folder(tmp_path / "site"),
    }


def test_what_was_kept_of_a_published_folder_goes_with_it(base: Path, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "site")
    prune(base, time.time())
    assert list(base.iterdir()) == [cache_folder(tmp_path / "guide")]


def test_what_nobody_used_for_a_month_goes(base: Path) -> None:
    prune(base, time.time() + 31 * DAY)
    assert list(base.iterdir()) == []


def test_a_build_that_uses_it_keeps_it(base: Path) -> None:
    kept = base / str(cache_folder(Path("guide")))
    before = (kept / "guide").stat().st_ino
    os.utime(kept, (0, 0))
    assert main(["build", "--guide", "guide"]) == 0
    assert (kept / "guide").stat().st_ino == before


def test_what_a_killed_build_left_goes_after_a_day(base: Path) -> None:
    left = base / ".0123456789abcdef.x1"
    left.mkdir()
    prune(base, time.time() + DAY / 2)
    assert left.is_dir()
    prune(base, time.time() + 2 * DAY)
    assert not left.exists()


def test_what_others_put_there_is_left_alone(base: Path) -> None:
    (base / "notes").mkdir()
    prune(base, time.time() + 1000 * DAY)
    assert (base / "notes").is_dir()
