"""A release that is written over the folder that was replaced last is like one written anew."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from damage import DAMAGES, damage
from livret import publish as publishing
from livret.build import Built
from livret.earlier import HASHED_FOLDERS
from livret.pack import page_lines
from livret.page import Edition
from livret.publish import publish
from livret.release import Release, pack_file
from livret.retire import retire
from livret.spare import Spare
from test_publish import DAY, NOW, beside, contents, later

PROGRAM = "this program"


def another(release: Release, number: int) -> Release:
    """Another release: in each language a page is changed, one is new and one is gone."""

    def changed(edition: Edition) -> Edition:
        pages = [page for page in edition.pages if not page.address.endswith("/saved/")]
        pages[1] = replace(pages[1], fragment=f"{pages[1].fragment}<p>{number}</p>")
        pages.append(replace(pages[1], address=f"/{edition.code}/added/{number}/"))
        return replace(edition, pages=tuple(sorted(pages, key=lambda page: page.address)))

    editions = tuple(changed(edition) for edition in release.editions)
    packs = {
        edition.code: pack_file(
            edition.code,
            release.packs[edition.code].body.partition(b"\n")[0]
            + b"\n"
            + page_lines(edition.pages),
        )
        for edition in editions
    }
    replaced = {release.packs[code].path: pack for code, pack in packs.items()}
    files = tuple(replaced.get(file.path, file) for file in release.files)
    listing = release.listing
    for path, pack in replaced.items():
        listing = listing.replace(path.encode(), pack.path.encode())
    return later(
        replace(release, listing=listing, files=files, editions=editions, packs=packs), number
    )


class Twice:
    """Publishes to two folders: `site` with a spare, `anew` without one."""

    def __init__(self, place: Path, release: Release) -> None:
        self.site, self.anew = place / "with" / "site", place / "without" / "site"
        self.kept = place / "kept"
        self.first = release
        self.moment = NOW
        self.program = PROGRAM

    def publish(self, number: int, **options: object) -> None:
        release = self.first if number == 0 else another(self.first, number)
        self.moment += DAY
        spare = Spare(self.kept, self.program)
        publish(release, self.anew, now=self.moment, **options)  # type: ignore[arg-type]
        publish(release, self.site, now=self.moment, spare=spare, **options)  # type: ignore[arg-type]
        assert contents(self.site) == contents(self.anew)
        assert folders(self.site) == folders(self.anew)
        assert beside(self.site) == []

    def is_kept(self) -> bool:
        """Whether a folder lies there to be written over."""
        return (self.kept / "tree" / "release.json").is_file()


def folders(place: Path) -> set[str]:
    return {str(path.relative_to(place)) for path in place.rglob("*") if path.is_dir()}


@pytest.fixture
def twice(built: Built, tmp_path: Path) -> Twice:
    """Two folders in which two releases were published, one after the other."""
    both = Twice(tmp_path, built.release)
    both.publish(0)
    both.publish(1)
    assert both.is_kept()
    return both


def pages(folder: Path) -> dict[str, int]:
    """The inodes of all pages."""
    return {str(path.relative_to(folder)): path.stat().st_ino for path in folder.rglob("*.html")}


def test_only_what_has_changed_is_written(twice: Twice) -> None:
    before = pages(twice.site)
    folder = twice.site.stat().st_ino
    twice.publish(2)
    twice.publish(3)
    assert twice.site.stat().st_ino == folder, "the folder before the last is back"
    now = pages(twice.site)
    same = [path for path, inode in now.items() if before.get(path) == inode]
    assert len(same) >= len(now) - 3 * len(twice.first.editions)


@pytest.mark.parametrize("processes", [1, 3])
def test_releases_that_come_and_go_are_those_that_were_asked_for(
    twice: Twice, processes: int
) -> None:
    for number in (2, 1, 0, 0, 2, 2, 3):
        twice.publish(number, processes=processes)


def test_nothing_is_written_where_nothing_has_changed(twice: Twice) -> None:
    def changed() -> dict[Path, int]:
        return {path: path.stat().st_ctime_ns for path in twice.site.rglob("*")}

    before = changed()
    twice.publish(1)
    assert changed() == before


def test_files_grow_old_with_a_spare_as_without(twice: Twice) -> None:
    twice.publish(2)
    for days in (50, 39, 2, 91):
        twice.moment += days * DAY
        twice.publish(2)
    twice.publish(3, keep_days=0)
    twice.publish(1, keep_days=0)


def test_what_is_asked_for_otherwise_is_written(twice: Twice) -> None:
    twice.publish(1, address="https://a.example")
    twice.publish(1, address="https://a.example", compress=True)
    twice.publish(1, address="https://b.example", security="mailto:a@b.example")
    twice.moment += DAY
    twice.publish(1, address="https://b.example", security="mailto:a@b.example")
    twice.publish(1)


Harm = Callable[[Path], object]


def edit_in_place(folder: Path) -> None:
    """An edit that leaves the size and the time of the content as they were."""
    page = folder / "en" / "index.html"
    was = page.stat()
    with page.open("r+b") as file:
        file.write(b"?")
    os.utime(page, ns=(was.st_atime_ns, was.st_mtime_ns))


def replace_pack(folder: Path) -> None:
    pack = min((folder / "packs").glob("en.*"))
    pack.unlink()  # which may be the same file in both folders
    pack.write_text("?")


HARMS: list[Harm] = [
    edit_in_place,
    lambda folder: (folder / "en" / "index.html").unlink(),
    lambda folder: (folder / "sw.js").write_text("?"),
    lambda folder: (folder / "en" / "mine.html").write_text("?"),
    lambda folder: (folder / "mine.html").write_text("?"),
    lambda folder: (folder / "fr" / "empty").mkdir(),
    lambda folder: shutil.rmtree(folder / "fr"),
    lambda folder: (folder / "packs" / "mine").write_text("?"),
    replace_pack,
    lambda folder: min((folder / "assets").glob("app.*")).unlink(),
    lambda folder: retire(folder, b"?"),
    shutil.rmtree,
]


def published_for(place: Twice) -> Path:
    return place.site


def kept_of(place: Twice) -> Path:
    return place.kept / "tree"


@pytest.mark.parametrize("which", [published_for, kept_of])
@pytest.mark.parametrize("harm", HARMS)
def test_a_folder_that_was_changed_by_hand_is_not_relied_on(
    twice: Twice, which: Callable[[Twice], Path], harm: Harm
) -> None:
    # What was kept is used for another release only.
    for number in (1, 2) if which is published_for else (2, 3):
        harm(which(twice))
        if which is published_for and (twice.site / "packs").is_dir():
            # What lies there of its own stays or goes in both.
            for name in HASHED_FOLDERS:
                shutil.rmtree(twice.anew / name)
                shutil.copytree(twice.site / name, twice.anew / name)
        elif which is published_for:
            shutil.rmtree(twice.anew)
        twice.publish(number)
    twice.publish(3)


@pytest.mark.parametrize("harm", DAMAGES)
def test_a_damaged_record_is_as_if_there_were_none(twice: Twice, harm: str) -> None:
    for path in twice.kept.glob("*.record"):
        damage(path, harm)
    twice.publish(1)
    twice.publish(2)
    twice.publish(3)


def test_what_another_program_wrote_is_written_anew(twice: Twice) -> None:
    before = pages(twice.site)
    twice.program = "another program"
    twice.publish(1)
    assert not set(pages(twice.site).values()) & set(before.values())


def test_a_build_without_a_spare_in_between_is_noticed(twice: Twice) -> None:
    publish(another(twice.first, 2), twice.site, now=twice.moment)
    publish(another(twice.first, 2), twice.anew, now=twice.moment)
    twice.publish(3)
    twice.publish(2)


def refused(*_: object) -> None:
    raise OSError(18, "Invalid cross-device link")


def test_a_file_system_without_links_costs_time_and_nothing_else(
    twice: Twice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", refused)
    for number in (2, 3):
        shutil.rmtree(twice.kept / "tree")
        twice.publish(number)


def test_a_cache_on_another_file_system_costs_time_and_nothing_else(
    twice: Twice, monkeypatch: pytest.MonkeyPatch
) -> None:
    move = Path.rename

    def rename(self: Path, target: Path) -> Path:
        return refused() if "tree" in (self.name, target.name) else move(self, target)  # type: ignore[return-value, func-returns-value]

    monkeypatch.setattr(Path, "rename", rename)
    for number in (2, 3, 3, 1):
        twice.publish(number)


def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(twice: Twice) -> None:
    shutil.rmtree(twice.kept)
    twice.kept.write_text("no folder")
    twice.publish(2)
    twice.publish(3)


def test_what_stops_a_build_leaves_what_is_published(
    twice: Twice, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(twice.site)
    monkeypatch.setattr(publishing, "reach_the_disk", refused)
    with pytest.raises(OSError, match="cross-device"):
        publish(another(twice.first, 2), twice.site, spare=Spare(twice.kept, PROGRAM))
    assert contents(twice.site) == before
    assert beside(twice.site) == []
    monkeypatch.undo()
    twice.publish(2)


def test_a_folder_is_shown_when_the_clock_has_ticked_since_it_was_written(
    twice: Twice, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[int] = []
    swap = publishing.swap

    def watched(new: Path, folder: Path) -> None:
        shown.append(time.time_ns())
        swap(new, folder)

    monkeypatch.setattr(publishing, "swap", watched)
    twice.publish(2)
    newest = max(path.lstat().st_mtime_ns for path in (twice.site / "en").rglob("*"))
    assert shown[-1] - newest >= 10_000_000
