"""Small releases of the example guide, for phones to go through; and what is right in each."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from livret.build import build
from livret.compose import compose
from livret.release import Release

GUIDE = Path(__file__).parent.parent / "guide"
QUESTION = "content/arriving/lost-card.md"
# What distinguishes each release from the first: file, text, text instead.
EDITS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "first": (),
    "worded": ((QUESTION, "The office does.", "The office pays, whoever you are."),),
    "fewer": (("content/guide.toml", '["en", "fr", "ar"]', '["en", "fr"]'),),
    "coloured": (("content/guide.toml", "#5b2a86", "#0b5c63"),),
    "grown": (("content/arriving/topic.toml", '"lost-card"]', '"lost-card", "late"]'),),
    "named": (("content/guide.toml", '"Harbour"', '"Haven"'), (QUESTION, "Who pays?", "Costs?")),
}


@dataclass(frozen=True)
class LabRelease:
    """A release, its name in reports, and the pages that a phone must show of it."""

    name: str
    release: Release

    @property
    def id(self) -> str:
        return self.release.id

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return tuple(edition.code for edition in self.release.editions)

    @cached_property
    def pages(self) -> Mapping[str, bytes]:
        """Every page by address, as it must be, byte for byte."""
        return {
            page.address: compose(edition.shell, asdict(page))
            for edition in self.release.editions
            for page in edition.pages
        }

    def addresses(self, code: str) -> list[str]:
        return [a for a in self.pages if a.startswith(f"/{code}/") and a.endswith("/")]

    def pack(self, code: str) -> str | None:
        """The path of a language's pack."""
        file = self.release.packs.get(code)
        return file.path if file else None

    def offline_words(self, code: str) -> Mapping[str, str]:
        return next(e.offline for e in self.release.editions if e.code == code)


def build_releases(folder: Path, names: Iterable[str] = tuple(EDITS)) -> list[LabRelease]:
    """Releases of those above, built in `folder`. Every second one brings another worker."""
    made = []
    for number, name in enumerate(names):
        edits = EDITS[name]
        guide = Path(shutil.copytree(GUIDE, folder / name))
        for path, old, new in edits:
            text = (guide / path).read_text(encoding="utf-8")
            assert old in text, f"{path} has no {old!r} any more"
            (guide / path).write_text(text.replace(old, new), encoding="utf-8")
        if name == "grown":
            text = (guide / QUESTION).read_text(encoding="utf-8")
            later = text.replace("I have lost my harbour card. What now?", "I arrive late. Alas?")
            (guide / "content/arriving/late.md").write_text(later, encoding="utf-8")
        release = build(guide).release
        worker = release.worker + b"\n// worker %d\n" % (number % 2)
        made.append(LabRelease(name, replace(release, worker=worker)))
    return made


def needed(listing: Mapping[str, Any], codes: list[str]) -> dict[str, str]:
    """The files that a phone needs of a release.json in some languages: path to SHA-256."""
    packs = {language["pack"]: language["code"] for language in listing["languages"]}
    return {
        file["path"]: file["sha256"]
        for file in listing["files"]
        if (file.get("kept", True) if file["path"] not in packs else packs[file["path"]] in codes)
    }


def is_right(path: str, sha256: str | None) -> bool:
    """Whether a file's hash is the one that its name promises."""
    return sha256 is not None and sha256.startswith(path.split(".")[-2])


@cache
def _listing(text: bytes) -> dict[str, Any]:
    listing: dict[str, Any] = json.loads(text)
    return listing


def listing_of(release: LabRelease) -> dict[str, Any]:
    """Its release.json, parsed."""
    return _listing(release.release.listing)
