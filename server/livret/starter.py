"""Writes a small complete guide into a new folder: what a guide of one's own begins as."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

# The days that stand in the files of the starter: the day it was written, and a year later.
WRITTEN = date(2026, 11, 30)
YEAR = timedelta(days=365)
DATED = (".md", ".toml")


class FolderTaken(Exception):
    """The folder for a new guide holds something already, which must not be lost."""


def begin(starter: Path, folder: Path, today: date) -> tuple[Path, ...]:
    """Copy `starter` to `folder`, dated `today`; gives the files that were written.

    `folder` must not exist or be empty, else `FolderTaken`. It appears whole or not at all.
    Raises `OSError`.
    """
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        kind = "the folder is not empty" if folder.is_dir() else "this is a file"
        raise FolderTaken(f"{folder}: {kind}; name a folder that does not exist yet")
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = folder.with_name(f".{folder.name}.new")
    try:
        shutil.copytree(starter, beside)
        written = sorted(path for path in beside.rglob("*") if path.is_file())
        for path in written:
            if path.suffix in DATED:
                path.write_text(dated(path.read_text(encoding="utf-8"), today), encoding="utf-8")
        beside.rename(folder)  # an empty folder gives way
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return tuple(folder / path.relative_to(beside) for path in written)


def dated(text: str, today: date) -> str:
    """The text with the starter's days moved: nothing in a new guide is overdue or expired."""
    for day in (WRITTEN, WRITTEN + YEAR):
        text = text.replace(str(day), f"\0{(day - WRITTEN).days}\0")
    for days in (0, YEAR.days):
        text = text.replace(f"\0{days}\0", str(today + timedelta(days=days)))
    return text
