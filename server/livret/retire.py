"""Takes a guide off all phones: at the worker's address, one that undoes everything.

A phone asks for /sw.js by itself, past the worker it has, whenever the guide is opened with a
network. Nothing else can reach it once its worker is broken or the guide has moved away.
"""

from __future__ import annotations

import os
from pathlib import Path

WORKER = "sw.js"


def retire(folder: Path, worker: bytes) -> Path:
    """Put `worker`, which takes everything off the phone, at /sw.js; gives the file's path.

    It is there in one step. The other files stay: readers with a network go on reading. The folder
    need not hold a guide, so that whoever has the address next can do it. The next `livret build`
    undoes it. Raises `OSError`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / WORKER
    beside = folder / f".{WORKER}.new"
    try:
        beside.write_bytes(worker)
        os.replace(beside, place)
    finally:
        beside.unlink(missing_ok=True)
    return place
