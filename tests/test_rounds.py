"""Work in two rounds gives the same in one process and in several."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from example import GUIDE
from livret.build import Built, build
from livret.release import Release
from livret.rounds import in_two_rounds

WORDS = ("one", "three", "eleven", "a", "twenty")
linux = pytest.mark.skipif(sys.platform != "linux", reason="only there it is safe to fork")


def first(word: str) -> tuple[str, int]:
    return word.upper(), len(word)


def second(kept: str, shared: int) -> tuple[str, int]:
    return kept.rjust(shared, "."), os.getpid()


def rounds(processes: int, second: Callable[[str, int], Any] = second) -> list[Any]:
    def between(known: Sequence[int]) -> int:
        return max(known)

    return in_two_rounds(WORDS, first, between, second, processes)


def refused(number: int) -> str:
    """What is raised when a process finds something wrong with one of the items."""

    def failing(kept: str, _: int) -> str:
        if kept == WORDS[number].upper():
            raise ValueError(kept)
        return kept

    with pytest.raises(ValueError) as found:  # noqa: PT011
        rounds(2, failing)
    return str(found.value)


def killed() -> str:
    """What is raised when a process ends before its work is done."""
    here = os.getpid()

    def ending(kept: str, _: int) -> str:
        if os.getpid() != here:
            os._exit(9)
        return kept

    with pytest.raises(RuntimeError) as found:
        rounds(2, ending)
    return str(found.value)


def built_by(processes: int) -> str:
    return repr(told(build(GUIDE, processes=processes).release))


def told(release: Release) -> Release:
    """The release without the bytes that its listing holds the hashes of."""
    return replace(release, files=(), packs={})


CASES: dict[str, Callable[[], Any]] = {
    "words": lambda: [[word for word, _ in rounds(count)] for count in (1, 2, 3, 9)],
    "processes": lambda: len({process for _, process in rounds(3)}),
    "refused here": lambda: refused(0),
    "refused there": lambda: refused(1),
    "killed": killed,
    "built": lambda: built_by(3),
}


def alone(case: str) -> Any:
    """A case in a Python of its own: beside the threads of a test run, nothing forks."""
    run = subprocess.run([sys.executable, __file__, case], capture_output=True, check=True)
    return json.loads(run.stdout)


def test_results_come_in_the_order_of_the_items() -> None:
    assert alone("words") == [["...ONE", ".THREE", "ELEVEN", ".....A", "TWENTY"]] * 4


@linux
def test_the_work_is_shared_between_so_many_processes() -> None:
    assert alone("processes") == 3


def test_beside_another_thread_the_work_stays_in_one_process() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        given = rounds(3)
    finally:
        done.set()
        thread.join()
    assert {process for _, process in given} == {os.getpid()}


@pytest.mark.parametrize(("case", "word"), [("refused here", "ONE"), ("refused there", "THREE")])
def test_what_a_process_raises_is_raised_by_the_whole(case: str, word: str) -> None:
    assert alone(case) == word


@linux
def test_a_process_that_is_killed_ends_the_work_and_does_not_hang_it() -> None:
    assert alone("killed") == "a process of the build ended before its work was done"


def test_a_guide_built_by_several_processes_is_the_same(built: Built) -> None:
    assert alone("built") == repr(told(built.release))


if __name__ == "__main__":
    print(json.dumps(CASES[sys.argv[1]]()))
