"""What was written to a folder, as the file system tells it, so that any later change is seen.

A file or folder is told from what it was by its inode, its times and its size. Who changes one by
hand changes the time at which its inode was changed, which nobody can set; it is as fine as the
system's clock ticks, so a folder is only shown to others when a tick has passed since its last
file was written (`a_tick`).
"""

from __future__ import annotations

import hashlib
import marshal
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

# Mode, inode, size, and the times of content and inode in nanoseconds.
Signature = tuple[int, int, int, int, int]

ROOT = ""
_DIGEST = 16
_TICK = 0.02
_COARSE = 1_000_000


@dataclass(frozen=True, slots=True)
class Record:
    """A folder as it was left: signatures by path below it, folders too, the folder itself as "".

    `made_of` tells apart all that its files were made of, and `program` by what.
    """

    made_of: str
    program: str
    entries: Mapping[str, Signature]

    def holds(self, folder: Path, but: tuple[str, ...] = ()) -> bool:
        """Whether all is still as it was, nothing more and nothing less.

        What begins with one of `but` is not looked at.
        """
        try:
            return all(
                signature(folder, path) == known
                for path, known in self.entries.items()
                if not path.startswith(but)
            )
        except OSError:
            return False

    def write(self, path: Path) -> None:
        body = marshal.dumps((self.made_of, self.program, dict(self.entries)))
        path.write_bytes(_digest(body) + body)

    @property
    def is_fine(self) -> bool:
        """Whether the file system's times are fine enough to tell two changes apart."""
        return any(known[4] % _COARSE for known in self.entries.values())


def read_record(path: Path) -> Record | None:
    """What `Record.write` wrote; None where it is not there or not whole."""
    try:
        data = path.read_bytes()
        if _digest(data[_DIGEST:]) != data[:_DIGEST]:
            return None
        return Record(*marshal.loads(data[_DIGEST:]))
    except (EOFError, OSError, TypeError, ValueError):
        return None


def signature(folder: Path | str, path: str) -> Signature:
    """The signature of what lies below `folder` at `path`, which is not followed where it leads."""
    found = os.lstat(f"{folder}/{path}" if path else folder)
    # To move a folder changes its inode.
    changed = found.st_ctime_ns if path else 0
    return found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns, changed


def changed_at(known: Signature) -> float:
    """When the content of a file was changed last, in seconds since the epoch."""
    return known[3] / 1e9


def is_alike(before: Signature, now: Signature) -> bool:
    """Whether nothing has changed in between but the number of a file's names."""
    return before[:4] == now[:4]


def above(paths: Iterable[str]) -> set[str]:
    """All folders above some paths, the one that they are below too."""
    found = {ROOT}
    for path in paths:
        while (path := path.rpartition("/")[0]) not in found:
            found.add(path)
    return found


def a_tick(since: float) -> None:
    """Wait until the clock of files has moved on since a moment of `time.monotonic`."""
    time.sleep(max(0.0, since + _TICK - time.monotonic()))


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST).digest()
