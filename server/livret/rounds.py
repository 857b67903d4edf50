"""Work on many things in two rounds, side by side in several processes.

    first(item)            gives what stays in the process, and what the others have to know of it
    between(all known)     looks at these together
    second(kept, shared)   goes on with what stayed, and gives the result

The processes are forks, so they begin with all that was read before, and only what is known and
the results travel between them.
"""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Item = TypeVar("Item")
Kept = TypeVar("Kept")
Known = TypeVar("Known")
Shared = TypeVar("Shared")
Given = TypeVar("Given")


def in_two_rounds(
    items: Sequence[Item],
    first: Callable[[Item], tuple[Kept, Known]],
    between: Callable[[Sequence[Known]], Shared],
    second: Callable[[Kept, Shared], Given],
    processes: int = 1,
) -> list[Given]:
    """The results in the order of the items, whatever the number of processes.

    What is known, what is shared and the results must be picklable. An exception of any process
    is raised here. Systems that cannot fork safely do the work in one process.
    """
    count = min(processes, len(items)) if _can_fork() else 1
    others = [_Other(items[number::count], first, second) for number in range(1, count)]
    try:
        kept_and_known = [first(item) for item in items[0::count]]
        known: list[Any] = [None] * len(items)
        known[0::count] = [each for _, each in kept_and_known]
        for number, other in enumerate(others, start=1):
            known[number::count] = other.received()
        shared = between(known)
        for other in others:
            other.pipe.send(shared)
        given: list[Any] = [None] * len(items)
        given[0::count] = [second(kept, shared) for kept, _ in kept_and_known]
        for number, other in enumerate(others, start=1):
            given[number::count] = other.received()
        return given
    finally:
        for other in others:
            other.end()


def _can_fork() -> bool:
    """Forking is safe on Linux, and where no other thread could hold a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


class _Other:
    """Another process, with its share of the items."""

    def __init__(self, items: Sequence[Any], first: Any, second: Any) -> None:
        context = multiprocessing.get_context("fork")
        self.pipe, far = context.Pipe()
        self.process = context.Process(target=_work, args=(far, items, first, second), daemon=True)
        self.process.start()
        far.close()

    def received(self) -> Any:
        """What the process sends next; raises what it raised."""
        try:
            told = self.pipe.recv()
        except EOFError as error:
            raise RuntimeError("a process of the build ended before its work was done") from error
        if isinstance(told, BaseException):
            raise told
        return told

    def end(self) -> None:
        self.pipe.close()
        self.process.join(timeout=1)
        if self.process.is_alive():
            self.process.terminate()
            self.process.join()


def _work(pipe: Connection[Any, Any], items: Sequence[Any], first: Any, second: Any) -> None:
    try:
        kept_and_known = [first(item) for item in items]
        pipe.send([known for _, known in kept_and_known])
        shared = pipe.recv()
        # Sent at the end: the pipe holds little, and who waits for a reader does not work.
        pipe.send([second(kept, shared) for kept, _ in kept_and_known])
    except EOFError:
        pass  # the build ended with an exception of another process
    except BaseException as error:
        pipe.send(error)
