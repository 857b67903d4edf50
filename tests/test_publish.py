"""Publishing: old files stay for their time, and whatever stops a build harms nothing."""

from __future__ import annotations

import json
import os
import pickle
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from example import GUIDE, ROOT
from livret.build import Built
from livret.canonical import canonical_json, hashed_name, sha256
from livret.publish import publish
from livret.published import read_published
from livret.release import Release, asset

DAY = 24 * 60 * 60
NOW = 1_800_000_000.0

# Publishes what the test pickled, as `livret build` does after compiling.
PUBLISH = """
import pickle, sys
from pathlib import Path
from livret.publish import publish
release = pickle.loads(Path(sys.argv[1]).read_bytes())
print("begun", flush=True)
publish(release, Path(sys.argv[2]))
"""


def later(release: Release, number: int) -> Release:
    """Another release: other id, another script; all that a publisher looks at."""
    script = next(file for file in release.files if file.path.startswith("/assets/app."))
    body = script.body + f"\n// {number}\n".encode()
    changed = asset("app.js", body)
    listing = json.loads(release.listing)
    for file in listing["files"]:
        if file["path"] == script.path:
            file |= {"path": changed.path, "sha256": sha256(body), "size": len(body)}
    listing["files"].sort(key=lambda file: file["path"])
    del listing["id"]
    listing["id"] = sha256(canonical_json(listing).encode())[:16]
    files = tuple(
        sorted(
            (changed if file is script else file for file in release.files),
            key=lambda file: file.path,
        )
    )
    text = f"{canonical_json(listing)}\n".encode()
    return replace(release, id=listing["id"], listing=text, files=files)


@pytest.fixture
def releases(built: Built) -> Callable[[int], Release]:
    return lambda number: built.release if number == 0 else later(built.release, number)


def hashed(folder: Path) -> set[str]:
    return {file.name for name in ("assets", "packs") for file in (folder / name).glob("[!.]*")}


def beside(folder: Path) -> list[str]:
    """What lies beside the published folder, but for what the test put there."""
    return sorted(
        place.name
        for place in folder.parent.iterdir()
        if place != folder and place.suffix != ".pickle"
    )


def state(folder: Path) -> dict[str, bytes]:
    return {
        str(place.relative_to(folder)): place.read_bytes()
        for place in sorted(folder.rglob("*"))
        if place.is_file()
    }


def own(release: Release) -> set[str]:
    files = {file.path.rpartition("/")[2] for file in release.files}
    return files | {hashed_name("release.json", release.listing)}


# --- Old files ---


def test_files_of_an_earlier_release_stay_for_their_time_and_no_longer(
    releases: Callable[[int], Release], tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    first, second = releases(0), releases(1)
    only_first = own(first) - own(second)
    assert only_first
    publish(first, folder, keep_days=90, now=NOW)
    publish(second, folder, keep_days=90, now=NOW + DAY)
    for days, kept in ((30, True), (90.9, True), (91.1, False)):
        publish(second, folder, keep_days=90, now=NOW + days * DAY)
        assert (only_first <= hashed(folder)) is kept, f"after {days} days"
    assert hashed(folder) == own(second)


def test_the_time_of_a_file_begins_when_it_is_replaced_and_not_when_it_was_published(
    releases: Callable[[int], Release], tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    first, second = releases(0), releases(1)
    publish(first, folder, keep_days=90, now=NOW)
    # Nobody touched the guide for a year; phones that read it yesterday are in the middle of it.
    publish(second, folder, keep_days=90, now=NOW + 365 * DAY)
    assert own(first) <= hashed(folder)
    publish(second, folder, keep_days=90, now=NOW + (365 + 91) * DAY)
    assert not own(first) - own(second) & hashed(folder)


def test_a_file_that_comes_back_is_current_again(
    releases: Callable[[int], Release], tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    first, second = releases(0), releases(1)
    publish(first, folder, now=NOW)
    publish(second, folder, now=NOW + DAY)
    publish(first, folder, now=NOW + 80 * DAY)  # a rollback
    publish(second, folder, now=NOW + 160 * DAY)
    assert own(first) <= hashed(folder)


def test_with_no_days_to_keep_only_the_release_stays(
    releases: Callable[[int], Release], tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    publish(releases(0), folder, keep_days=0, now=NOW)
    publish(releases(1), folder, keep_days=0, now=NOW)
    assert hashed(folder) == own(releases(1))


def test_pages_of_an_earlier_release_do_not_stay(built: Built, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    publish(built.release, folder)
    (folder / "en" / "gone").mkdir()
    (folder / "en" / "gone" / "index.html").write_text("an answer that was taken away")
    publish(built.release, folder)
    assert not (folder / "en" / "gone").exists()


# --- What stops a build ---


@pytest.fixture
def start(built: Built, tmp_path: Path) -> Callable[..., subprocess.Popen[str]]:
    """Starts a process that publishes a release to tmp_path/site."""

    def run(release: Release, **options: object) -> subprocess.Popen[str]:
        pickled = tmp_path / "release.pickle"
        pickled.write_bytes(pickle.dumps(replace(release, packs=dict(release.packs))))
        return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
            [sys.executable, "-c", PUBLISH, str(pickled), str(tmp_path / "site")],
            env={**os.environ, "PYTHONPATH": str(ROOT / "server")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )

    return run


def begun(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"


def close(process: subprocess.Popen[str]) -> None:
    process.communicate()


def test_a_build_killed_at_any_moment_leaves_the_old_release_or_the_new(
    releases: Callable[[int], Release],
    start: Callable[..., subprocess.Popen[str]],
    tmp_path: Path,
) -> None:
    folder = tmp_path / "site"
    publish(releases(0), folder)
    process = start(releases(1))
    begun(process)
    started = time.monotonic()
    process.communicate(timeout=60)
    whole = time.monotonic() - started
    outcomes = set()
    for step in range(10):
        publish(releases(0), folder)
        before = state(folder)
        process = start(releases(1))
        begun(process)
        time.sleep(whole * step / 8)
        process.send_signal(signal.SIGKILL)
        close(process)
        release = read_published(folder).release.id  # whole, or this raises
        assert release in (releases(0).id, releases(1).id)
        if release == releases(0).id:
            assert state(folder) == before
        outcomes.add(release)
    assert releases(0).id in outcomes, "no build was killed early enough to tell"


def test_what_killed_builds_left_is_cleaned_up_by_the_next(
    releases: Callable[[int], Release], tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    publish(releases(0), folder)
    for name in (".site.0123456789abcdef.new", ".site.0123456789abcdef.4711.new", ".site.1.old"):
        (tmp_path / name / "assets").mkdir(parents=True)
    (tmp_path / ".sites.1.new").mkdir()  # another guide's
    (tmp_path / ".site.notes").write_text("the operator's")
    publish(releases(1), folder)
    assert beside(folder) == [".site.notes", ".sites.1.new"]
    assert read_published(folder).release.id == releases(1).id


def test_a_release_that_was_just_being_swapped_out_comes_back(
    releases: Callable[[int], Release], tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    publish(releases(0), folder)
    # Where two names cannot be exchanged in one step, a kill between two renames leaves this.
    folder.rename(tmp_path / ".site.0123456789abcdef.old")
    publish(releases(1), folder)
    assert own(releases(0)) <= hashed(folder), "its files are still there for open pages"


def test_a_full_disk_leaves_what_is_published_and_nothing_beside(
    releases: Callable[[int], Release],
    start: Callable[..., subprocess.Popen[str]],
    tmp_path: Path,
) -> None:
    folder = tmp_path / "site"
    publish(releases(0), folder)
    before = state(folder)
    largest = max(len(file.body) for file in releases(1).files)

    def little_room() -> None:  # every file that is longer fails with an error, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest // 2, largest // 2))

    process = start(releases(1), preexec_fn=little_room)
    _, errors = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "File too large" in errors
    assert state(folder) == before
    assert beside(folder) == []


def test_the_command_says_in_one_line_that_there_is_no_room(tmp_path: Path) -> None:
    out = tmp_path / "site"

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    run = subprocess.run(
        [sys.executable, "-m", "livret", "build", "--guide", str(GUIDE), "--out", str(out)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "server")},
        preexec_fn=little_room,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "File too large" in run.stderr
    assert "Traceback" not in run.stderr
    assert not out.exists()


def test_two_builds_at_once_publish_one_after_the_other(
    releases: Callable[[int], Release],
    start: Callable[..., subprocess.Popen[str]],
    tmp_path: Path,
) -> None:
    folder = tmp_path / "site"
    publish(releases(0), folder)
    processes = []
    for number in (1, 2, 3):
        processes.append(start(releases(number)))
        begun(processes[-1])
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    assert read_published(folder).release.id in {releases(n).id for n in (1, 2, 3)}
    assert hashed(folder) == set().union(*(own(releases(n)) for n in range(4)))
    assert beside(folder) == []


def test_a_service_that_reads_while_a_build_swaps_reads_a_whole_release(
    releases: Callable[[int], Release], tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    publish(releases(0), folder)
    done = threading.Event()

    def deploy() -> None:
        try:
            for number in range(12):
                publish(releases(number % 2), folder)
        finally:
            done.set()

    builder = threading.Thread(target=deploy)
    builder.start()
    seen = set()
    while not done.is_set():
        seen.add(read_published(folder).release.id)
    builder.join()
    assert seen <= {releases(0).id, releases(1).id}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_several_processes_write_the_same(built: Built, tmp_path: Path) -> None:
    publish(built.release, tmp_path / "one")
    publish(built.release, tmp_path / "three", processes=3)
    assert contents(tmp_path / "three") == contents(tmp_path / "one")
