"""The folder that a release is written to: a new one, or one that holds most of it already."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from livret.contents import changed_pages, edition_paths, some_files
from livret.earlier import HASHED_FOLDERS, is_hashed
from livret.page import Edition, Page
from livret.record import Record, Signature, above, signature
from livret.release import Release
from livret.rounds import in_two_rounds

# So many pages are written in less time than another process takes to start.
_FEW_PAGES = 400


class Tree:
    """Writes to `folder`; `before` is its record, if it holds an earlier release.

    Files that carry a hash get `moment` as their time. `paths` are those of all files that belong
    to the release, written now or there already.
    """

    def __init__(self, folder: Path, moment: float, before: Record | None) -> None:
        self.folder = folder
        self.moment = moment
        self.before: Mapping[str, Signature] = before.entries if before else {}
        self.paths: set[str] = set()
        self.changed: set[str] = set()

    def write(self, files: Iterable[tuple[str, bytes]]) -> list[str]:
        """Write files as they are made: all pages of a large guide at once would fill the memory.

        Gives the paths of those that were not there already.
        """
        made: set[str] = set()
        changed = []
        for path, body in files:
            self.paths.add(path)
            target = os.path.join(self.folder, path)
            parent = os.path.dirname(target)
            if parent not in made:
                os.makedirs(parent, exist_ok=True)
                made.add(parent)
            if not (self.before and _holds(target, body)):
                if self.before:
                    # It may be the same file as a published one, which stays as it is.
                    with suppress(FileNotFoundError):
                        os.unlink(target)
                with open(target, "wb") as file:
                    file.write(body)
                changed.append(path)
            if is_hashed(path):
                os.utime(target, (self.moment, self.moment))
        self.changed.update(changed)
        return changed

    def write_pages(self, release: Release, packs: Mapping[str, bytes], processes: int) -> None:
        """Write the pages of all languages, side by side; those that the folder holds have `packs`
        by the codes of their languages."""
        todo = [
            (each, changed_pages(each, release.packs[each.code].body, packs.get(each.code, b"")))
            for each in release.editions
        ]

        def write(item: tuple[Edition, Sequence[Page]]) -> tuple[list[str], None]:
            return self.write(some_files(*item)), None

        count = processes if sum(len(pages) for _, pages in todo) > _FEW_PAGES else 1
        written = in_two_rounds(todo, write, lambda _: None, lambda paths, _: paths, count)
        for paths in written:
            self.changed.update(paths)
        for edition, _ in todo:
            self.paths.update(edition_paths(edition))

    def remove_all_else(self) -> None:
        """Delete what belonged to the earlier release alone; files with a hash are not its own."""
        wanted = self.paths | above(self.paths)
        gone = [path for path in self.before if path not in wanted and not is_hashed(path)]
        # Files come before the folder that they are in.
        for path in sorted(gone, reverse=True):
            target = self.folder / path
            if target.is_dir():
                target.rmdir()
            else:
                target.unlink()
        self.changed.update(gone)

    def unlinked(self) -> dict[str, Signature]:
        """What the earlier release had in the place of the files that changed."""
        return {path: self.before[path] for path in self.changed if path in self.before}

    def entries(self) -> dict[str, Signature]:
        """The signatures of all that is there now."""
        hashed = [
            f"{name}/{file}" for name in HASHED_FOLDERS for file in os.listdir(self.folder / name)
        ]
        files = {*self.paths, *hashed}
        again = {*self.changed, *hashed, *above([*self.changed, *hashed])}
        return {
            path: signature(self.folder, path)
            if path in again or path not in self.before
            else self.before[path]
            for path in files | above(files)
        }


def _holds(path: str, body: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            return os.fstat(file.fileno()).st_size == len(body) and file.read() == body
    except OSError:
        return False
