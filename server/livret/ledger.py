"""The ledger of reviews: which translations a person has read and found right.

`translations/<locale>/reviews.tsv` has one line for each review, "hash<TAB>reviewer<TAB>date".
Lines are only ever added. A hash covers the message and its translation, so when either changes it
needs a new review, without anybody having to withdraw the old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from livret.model import Place
from livret.problem import Problem

NAME = "reviews.tsv"
_HASH = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Review:
    """A person's word that a translation says what its message says."""

    hash: str
    reviewer: str
    day: date

    def __str__(self) -> str:
        return f"{self.hash}\t{self.reviewer}\t{self.day.isoformat()}"


def review_hash(context: str | None, message: str, *translation: str) -> str:
    """What a review is filed under: 16 hex digits over context, message and translation.

    The parts are joined by NUL, which no catalog can hold; plural forms are further parts.
    """
    return sha256("\0".join((context or "", message, *translation)).encode()).hexdigest()[:16]


def read_ledger(path: Path, file: str) -> tuple[tuple[Review, ...], tuple[Problem, ...]]:
    """The reviews in a ledger, and its lines that are none; `file` is its name in problems."""
    if not path.is_file():
        return (), ()
    reviews: list[Review] = []
    problems: list[Problem] = []
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            reviews.append(_review(line))
        except ValueError:
            problems.append(
                Problem.at(
                    Place(file, number),
                    f'"{line[:60]}" is no review',
                    "write the hash, the reviewer and a date like 2026-11-23, with tabs between",
                )
            )
    return tuple(reviews), tuple(problems)


def _review(line: str) -> Review:
    known, reviewer, day = line.rstrip("\r").split("\t")
    if not _HASH.fullmatch(known) or not reviewer.strip():
        raise ValueError(line)
    return Review(known, reviewer, date.fromisoformat(day))


def add_reviews(path: Path, reviews: Iterable[Review]) -> int:
    """Append reviews to a ledger, those that it does not hold yet; gives how many were new."""
    known = {review.hash for review in read_ledger(path, path.name)[0]}
    new = [review for review in dict.fromkeys(reviews) if review.hash not in known]
    if new:
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_bytes() if path.is_file() else b""
        gap = "" if not before or before.endswith(b"\n") else "\n"
        with path.open("a", encoding="utf-8", newline="\n") as ledger:
            ledger.write(gap + "".join(f"{review}\n" for review in new))
    return len(new)
