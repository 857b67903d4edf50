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
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
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
    others = [
        _Other(partial(_two_rounds, items[number::count], first, second))
        for number in range(1, count)
    ]
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


@contextmanager
def at_the_same_time(
    work: Callable[[], Given], processes: int = 2
) -> Iterator[Callable[[], Given]]:
    """Has work done in another process; what is yielded waits for its result, which must be
    picklable, and gives it or raises its exception.

    With one process, or where forking is not safe, it is done here when it is waited for.
    """
    if processes < 2 or not _can_fork():
        yield work
        return
    other = _Other(lambda pipe: pipe.send(work()))
    try:
        yield other.received
    finally:
        other.end()


def _can_fork() -> bool:
    """Forking is safe on Linux, and where no other thread could hold a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


class _Other:
    """Another process. Its work is given the end of a pipe, to which it sends what it has made."""

    def __init__(self, work: Callable[[Connection[Any, Any]], None]) -> None:
        context = multiprocessing.get_context("fork")
        self.pipe, far = context.Pipe()
        self.process = context.Process(target=_do, args=(far, work), daemon=True)
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


def _two_rounds(items: Sequence[Any], first: Any, second: Any, pipe: Connection[Any, Any]) -> None:
    kept_and_known = [first(item) for item in items]
    pipe.send([known for _, known in kept_and_known])
    shared = pipe.recv()
    # Sent at the end: the pipe holds little, and who waits for a reader does not work.
    pipe.send([second(kept, shared) for kept, _ in kept_and_known])


def _do(pipe: Connection[Any, Any], work: Callable[[Connection[Any, Any]], None]) -> None:
    try:
        work(pipe)
    except EOFError:
        pass  # the build ended with an exception of another process
    except BaseException as error:
        with suppress(OSError):  # nobody waits for it any more
            pipe.send(error)
