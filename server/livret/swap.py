"""Puts a folder in the place of another, whole: whatever happens, one of the two is there.

What is to come is written as `.site.<release>.new` beside `site`, and one build does so at a time:
it holds a lock on the folder above. The lock ends with its process, however that ends, so what a
build finds there is left over from a killed one.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

NEW, OLD = ".new", ".old"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Waits until no other build publishes beside `folder`."""
    if sys.platform == "win32":
        yield
        return
    above = os.open(folder.parent, os.O_RDONLY)
    try:
        fcntl.flock(above, fcntl.LOCK_EX)
        yield
    finally:
        os.close(above)


def clear_leftovers(folder: Path) -> None:
    """Delete what killed builds left; a release that was just being swapped out comes back."""
    leftovers = [
        place
        for place in sorted(folder.parent.iterdir())
        if place.name.startswith(f".{folder.name}.") and place.suffix in (NEW, OLD)
    ]
    for place in leftovers:
        if place.suffix == OLD and not folder.exists():
            place.rename(folder)
        else:
            shutil.rmtree(place, ignore_errors=True)


def reach_the_disk() -> None:
    """After a power cut the folder must not name files whose bytes never left the memory."""
    if sys.platform != "win32":
        os.sync()


def swap(beside: Path, folder: Path) -> None:
    """Put `beside` where `folder` is, in one step where the system can exchange two names.

    Where it cannot (renameat2 is Linux'), two renames leave an instant without the folder; the
    service reads a release once, at its start or when told, and does not notice.
    """
    if not folder.exists():
        beside.rename(folder)
    elif not _exchange(beside, folder):
        old = beside.with_suffix(OLD)
        folder.rename(old)
        beside.rename(folder)
        old.rename(beside)


def _exchange(first: Path, second: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    result = renameat2(
        _AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE
    )
    return bool(result == 0)
