"""Writes a release to a folder that any static host can serve, beside the old one, then swaps them.

What stays of earlier releases: earlier.py. How nothing is ever half there: swap.py. How a folder
that was replaced comes to be the next one, with what has changed: spare.py.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from livret.canonical import canonical_json, sha256
from livret.coded import ENDINGS, FILE, encoded, holds
from livret.contents import common_files, security_files
from livret.earlier import DAY, HASHED_FOLDERS, carry_over, is_hashed, packs_of, patches
from livret.in_threads import in_threads
from livret.record import Record, a_tick, changed_at
from livret.release import File, Release
from livret.rounds import at_the_same_time
from livret.spare import Spare
from livret.swap import NEW, alone, clear_leftovers, reach_the_disk, swap
from livret.tree import Tree

KEEP_DAYS = 90


def publish(
    release: Release,
    folder: Path,
    address: str = "",
    keep_days: int = KEEP_DAYS,
    now: float | None = None,
    security: str = "",
    processes: int = 1,
    compress: bool = False,
    spare: Spare | None = None,
) -> None:
    """Write the release to `folder`, keeping older hashed files, and swap it in whole.

    Whatever stops this (no space, a kill) leaves what was published as it was. `now` is in seconds
    since the epoch. `security` is where to tell of a security problem. So many `processes` write
    the pages. With `compress`, the files of the release lie there in all content codings, too.
    With a `spare`, only what has changed is written, and nothing if nothing has.
    Raises `OSError`.
    """
    moment = time.time() if now is None else now
    folder = folder.absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    told = [*security_files(release, address, security, moment)]
    # security.txt is of the day on which it is written.
    day = moment // DAY if told else None
    made_of = _made_of(release, address, security, day, compress)
    with alone(folder):
        clear_leftovers(folder)
        if spare and _is_there(spare.last_of(folder), folder, made_of, moment - keep_days * DAY):
            return
        beside = folder.with_name(f".{folder.name}.{release.id}{NEW}")

        def patched() -> list[tuple[str, bytes]]:
            return [*patches(release, folder, moment, keep_days)]

        with ExitStack() as stack:
            stack.callback(shutil.rmtree, beside, ignore_errors=True)
            made = stack.enter_context(at_the_same_time(patched, processes))
            taken = spare.take(folder, beside, HASHED_FOLDERS) if spare else None
            packs = packs_of(beside, folder) if taken else {}
            tree = Tree(beside, moment, taken)
            # Packs are large: to write one lets go of Python's lock.
            in_threads(lambda file: tree.write([file]), [*common_files(release, address), *told])
            tree.write_pages(release, packs, processes)
            if compress:
                tree.write(compressed(release.files, folder))
            carry_over(folder, beside, tree.paths, moment, keep_days)
            tree.write(made())
            tree.remove_all_else()
            written = time.monotonic()
            reach_the_disk()
            record = Record(made_of, spare.program, tree.entries()) if spare else None
            a_tick(written)
            swap(beside, folder)
            if spare and record:
                spare.put_away(beside, folder, record, tree.unlinked())


def _made_of(release: Release, *others: object) -> str:
    """Tells apart all that the files of a release are made of."""
    unkept = [file.path for file in release.unkept]
    return sha256(canonical_json([release.id, sha256(release.worker), unkept, *others]).encode())


def _is_there(record: Record | None, folder: Path, made_of: str, oldest: float) -> bool:
    """Whether just this was published already, and nothing of it is too old to stay."""
    if record is None or record.made_of != made_of:
        return False
    hashed = (known for path, known in record.entries.items() if is_hashed(path))
    return all(changed_at(known) > oldest for known in hashed) and record.holds(folder)


def compressed(files: Sequence[File], published: Path) -> Iterator[tuple[str, bytes]]:
    """Files in all content codings; what `published` holds of one already is taken from there."""

    def one(file: File, coding: str) -> tuple[str, bytes]:
        path = f"{file.path}{ENDINGS[coding]}".removeprefix("/")
        with suppress(OSError):
            data = (published / path).read_bytes()
            if holds(data, coding, file.body):
                return path, data
        return path, encoded(file.body, coding, FILE)

    both = [(file, coding) for file in files for coding in ENDINGS]
    yield from in_threads(lambda each: one(*each), both)
