"""What can happen to a file that a program left: cut short, other bytes, nothing in it, gone."""

from __future__ import annotations

from pathlib import Path

DAMAGES = ("cut", "flip", "empty", "gone")


def damage(path: Path, harm: str) -> None:
    """Do one of `DAMAGES` to a file."""
    body = path.read_bytes()
    if harm == "gone":
        path.unlink()
    else:
        flipped = bytes(byte ^ 255 for byte in body)
        path.write_bytes({"cut": body[: len(body) // 2], "flip": flipped, "empty": b""}[harm])
