"""Work in two rounds gives the same in one process and in several."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from edits import replaced
from example import GUIDE
from livret.build import Built, build
from livret.canonical import sha256
from livret.publish import publish
from livret.release import Release
from livret.rounds import at_the_same_time, in_two_rounds

WORDS = ("one", "three", "eleven", "a", "twenty")
NOW = 1_800_000_000.0
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


def beside(work: Callable[[], Any]) -> Any:
    with at_the_same_time(work) as made:
        return made()


def refused_beside() -> str:
    """What is raised here when the work that is done beside raises it."""

    def failing() -> None:
        raise ValueError("there")

    with pytest.raises(ValueError) as found:  # noqa: PT011
        beside(failing)
    return str(found.value)


def left_alone() -> bool:
    """Whether work that nobody waits for any more is ended when its time is over."""
    with suppress(KeyError), at_the_same_time(partial(time.sleep, 600)):
        raise KeyError
    return not multiprocessing.active_children()


def published(processes: int) -> dict[str, str]:
    """What lies in a folder after two releases, of which the second is built by so many."""
    with tempfile.TemporaryDirectory() as place:
        guide = Path(shutil.copytree(GUIDE, Path(place) / "guide"))
        site = Path(place) / "site"
        publish(build(guide).release, site, now=NOW)
        replaced(guide / "content/arriving/lost-card.md", "^question: I", "question: We")
        release = build(guide).release
        publish(release, site, now=NOW + 1, processes=processes)
        files = [path for path in sorted(site.rglob("*")) if path.is_file()]
        return {str(path.relative_to(site)): sha256(path.read_bytes()) for path in files}


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
    "beside": lambda: beside(os.getpid) != os.getpid(),
    "refused beside": refused_beside,
    "left alone": left_alone,
    "published": lambda: [published(count) for count in (1, 2)],
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


@linux
def test_work_is_done_in_another_process_at_the_same_time() -> None:
    assert alone("beside") is True


def test_what_is_raised_there_is_raised_where_the_result_is_waited_for() -> None:
    assert alone("refused beside") == "there"


@linux
def test_work_that_nobody_waits_for_any_more_is_ended() -> None:
    assert alone("left alone") is True


def test_a_folder_written_by_two_processes_is_the_same() -> None:
    here, beside = alone("published")
    assert beside == here
    assert any(name.startswith("packs/") and "-" in name for name in here), "no patch was made"


if __name__ == "__main__":
    print(json.dumps(CASES[sys.argv[1]]()))
