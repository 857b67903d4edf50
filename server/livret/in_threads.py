"""Does work in threads that Python's lock does not hold up: reading, hashing, compressing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")
Given = TypeVar("Given")


def in_threads(work: Callable[[Item], Given], items: Iterable[Item]) -> list[Given]:
    """The results in the order of the items. The threads have ended then: forking is safe again.

    An exception of the work is raised here.
    """
    from concurrent.futures import ThreadPoolExecutor  # slow to load

    with ThreadPoolExecutor(max_workers=os.cpu_count()) as threads:
        return list(threads.map(work, items))
