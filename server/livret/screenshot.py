"""Pictures of a guide in use, which browsers show when they offer to install it: names and sizes.

A guide brings them with it (docs/own-guide.md), since a build has no browser to take them with.
"""

from __future__ import annotations

import re
from pathlib import Path

from livret.model import Place
from livret.problem import Report

FOLDER = Path("content") / "screenshots"
TYPE = "image/webp"
# By the form factor of the manifest. Chrome wants 320 to 3,840 pixels for each side, no side more
# than 2.3 times the other, and shows of one form only those that have the same shape.
SIZES = {"narrow": (540, 1080), "wide": (1280, 800)}
# So many of a form in a language; Chrome shows eight in all.
MOST = 4
# They come from the network when somebody is about to install.
MOST_BYTES = 60_000
_NAME = re.compile(rf"([a-z]{{2,3}}(?:-[a-z0-9]+)*)-({'|'.join(SIZES)})-([1-{MOST}])\.webp")
_REMEDY = "take it again as docs/own-guide.md tells, or take it away"


def screenshot_name(code: str, form: str, number: int) -> str:
    return f"{code}-{form}-{number}.webp"


def names_of(code: str, form: str) -> list[str]:
    """The names that screenshots of a language can have, in the order in which they are shown."""
    return [screenshot_name(code, form, number) for number in range(1, MOST + 1)]


def read_screenshots(guide: Path, report: Report) -> dict[str, bytes]:
    """The screenshots in a guide's folder by name; what is wrong with one is reported."""
    found = {}
    for path in sorted((guide / FOLDER).glob("*")):
        data = path.read_bytes()
        if problem := _problem(path.name, data):
            report.add(Place((FOLDER / path.name).as_posix(), 1), problem, _REMEDY)
        else:
            found[path.name] = data
    return found


def _problem(name: str, data: bytes) -> str | None:
    match = _NAME.fullmatch(name)
    if not match:
        return f"a screenshot is named like {screenshot_name('en', 'narrow', 1)}"
    wanted, size = SIZES[match[2]], webp_size(data)
    if size is None:
        return "is no WebP picture"
    if size != wanted:
        return f"has {size[0]} × {size[1]} pixels, not {wanted[0]} × {wanted[1]}"
    if len(data) > MOST_BYTES:
        return f"has {len(data)} bytes, more than {MOST_BYTES}"
    return None


def webp_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a WebP picture in its lossy or its extended form (RFC 9649)."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    if data[12:16] == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if data[12:16] == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        sides = data[26:28], data[28:30]
        width, height = (int.from_bytes(side, "little") & 0x3FFF for side in sides)
        return width, height
    return None
