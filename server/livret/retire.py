"""Takes a guide off all phones: at the worker's address, one that undoes everything.

A phone asks for /sw.js by itself, past the worker it has, whenever the guide is opened with a
network. Nothing else can reach it once its worker is broken or the guide has moved away.
"""

from __future__ import annotations

import os
from pathlib import Path

from livret.product import ClientNotBuilt, product_folder

WORKER = "sw.js"


def read_retiring_worker() -> bytes:
    """The worker that takes itself and all that is kept off the phone. Raises `ClientNotBuilt`."""
    path = product_folder() / "pwa" / "dist" / "retire.js"
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ClientNotBuilt(f"{path} is missing; build the client with `make client`") from error


def retire(folder: Path) -> Path:
    """Put the retiring worker at /sw.js of `folder`, in one step; gives the file's path.

    The other files stay: readers with a network go on reading. The folder need not hold a guide,
    so that a new owner of the address can do it. The next `livret build` undoes it. Raises
    `OSError` and `ClientNotBuilt`.
    """
    body = read_retiring_worker()
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / WORKER
    beside = folder / f".{WORKER}.new"
    try:
        beside.write_bytes(body)
        os.replace(beside, place)
    finally:
        beside.unlink(missing_ok=True)
    return place
