"""The folder that a release has replaced, kept to become the next one with few changes.

To make and to delete the thousands of folders of a large guide takes the file system longer than
all else that a small change needs. So the replaced folder lies in the user's cache folder until
the next release, which is written over it: what is the same in both stays. The two folders share
these files (hard links), so no file is ever written to where it is: a new one takes its place.

A folder is used only if all in it is still as its record says. Whatever is not as it should be,
or cannot be done here, costs time and nothing else: everything is written anew then.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from livret.record import ROOT, Record, Signature, is_alike, read_record, signature

FOLDER = "folder"
_TREE = "tree"
_RECORD = ".record"


class Spare:
    """What is kept in `place` for publishing to one folder; `program` tells who makes the files."""

    def __init__(self, place: Path, program: str) -> None:
        self.place = place
        self.program = program
        self.tree = place / _TREE

    def last_of(self, folder: Path) -> Record | None:
        """The record of a folder that was published or kept, wherever it was moved to since."""
        try:
            record = read_record(self._place_of(folder))
        except OSError:
            return None
        return record if record and record.program == self.program else None

    def record_of(self, folder: Path, but: tuple[str, ...]) -> Record | None:
        """The record of a folder, if all is as it says, but for what begins with one of `but`."""
        record = self.last_of(folder)
        return record if record and record.holds(folder, but) else None

    def take(self, published: Path, beside: Path, but: tuple[str, ...]) -> Record | None:
        """Put a whole folder of an earlier release at `beside`; gives its record.

        It is the one that was kept, else one that is made of links to what is `published`. None
        where there is neither: then nothing is at `beside`.
        """
        record = self.record_of(self.tree, but)
        if record:
            with suppress(OSError):  # on another file system
                self.tree.rename(beside)
                return record
        shutil.rmtree(self.tree, ignore_errors=True)
        record = self.record_of(published, but)
        if record:
            try:
                return self._linked(published, beside, record, but)
            except OSError:  # no links here, or no room
                shutil.rmtree(beside, ignore_errors=True)
        return None

    def put_away(
        self, replaced: Path, published: Path, record: Record, unlinked: Mapping[str, Signature]
    ) -> None:
        """Keep the folder that was replaced by the one that is `published` now, and its record.

        `unlinked` are the files that were taken out of the new one, as they were. What stays at
        `replaced` is of no use.
        """
        with suppress(OSError):
            self.place.mkdir(parents=True, exist_ok=True)
            (self.place / FOLDER).write_text(str(published), encoding="utf-8")
            with suppress(OSError):  # nothing was replaced, or it is on another file system
                shutil.rmtree(self.tree, ignore_errors=True)
                replaced.rename(self.tree)
            self._note_unlinked(unlinked)
            both = [self._place_of(folder) for folder in (published, self.tree) if folder.exists()]
            for file in self.place.glob(f"*{_RECORD}"):
                if file not in both:
                    file.unlink()
            record.write(both[0])

    def _note_unlinked(self, unlinked: Mapping[str, Signature]) -> None:
        """A file that both folders had has a name less now, and so another time in its inode."""
        with suppress(OSError):
            place = self._place_of(self.tree)
            if record := read_record(place):
                both = (path for path, was in unlinked.items() if record.entries.get(path) == was)
                now = {path: signature(self.tree, path) for path in both}
                same = {path: each for path, each in now.items() if is_alike(unlinked[path], each)}
                replace(record, entries={**record.entries, **same}).write(place)

    def _place_of(self, folder: Path) -> Path:
        found = os.stat(folder)
        return self.place / f"{found.st_dev}-{found.st_ino}{_RECORD}"

    def _linked(
        self, published: Path, beside: Path, record: Record, but: tuple[str, ...]
    ) -> Record:
        """The same folder again, made of links to its files; raises `OSError`.

        A link changes the inode of a file, and so the records of both folders.
        """
        beside.mkdir()
        before = {path: known for path, known in record.entries.items() if not path.startswith(but)}
        files: dict[str, Signature] = {}
        for path, known in sorted(before.items()):
            if not stat.S_ISDIR(known[0]):
                os.link(published / path, beside / path)
                files[path] = signature(beside, path)
                if not is_alike(known, files[path]):
                    raise OSError(errno.EBUSY, "was changed meanwhile", str(published / path))
            elif path != ROOT:
                (beside / path).mkdir()
        replace(record, entries={**record.entries, **files}).write(self._place_of(published))
        folders = (path for path in before if path not in files)
        return replace(
            record, entries={**files, **{path: signature(beside, path) for path in folders}}
        )
