"""What a whole build keeps, so that the next one can make only what has changed (again.py)."""

from __future__ import annotations

import marshal
import pickle
from collections.abc import Mapping
from dataclasses import replace

from livret.changed import words_of_answers
from livret.chosen import without_answers
from livret.kept import GUIDE, Keeping, parts_of_answer
from livret.model import Guide
from livret.page import Edition
from livret.release import Release
from livret.templates import COMPILED, Interface


def keep_language(
    keeping: Keeping, version: Guide, words: Interface, edition: Edition, lines: bytes
) -> None:
    """Keep a language: its answers one by one, and everything else of it."""
    parts: dict[str, bytes] = {}
    for answer in version.answers.values():
        parts |= parts_of_answer(answer)
    parts["rest"] = pickle.dumps((without_answers(version), words))
    parts["edition"] = pickle.dumps(replace(edition, pages=()))
    parts["lines"] = lines
    keeping.write(edition.code, parts)


def keep_guide(
    keeping: Keeping,
    inputs: Mapping[str, bytes],
    guide: Guide,
    release: Release,
) -> None:
    """Keep what the languages have in common, and with it the whole build."""
    packs = tuple(release.packs.values())
    firsts = {
        f"first {code}": file.body[: file.body.index(b"\n")] for code, file in release.packs.items()
    }
    parts = {
        "inputs": inputs,
        "guide": guide,
        "words": words_of_answers(guide, guide.answers),
        "assets": tuple(file for file in release.files if file not in packs),
        "unkept": release.unkept,
    }
    pickled = {name: pickle.dumps(part) for name, part in parts.items()}
    keeping.write(GUIDE, {**pickled, **firsts, "templates": marshal.dumps(COMPILED.code)})
    keeping.finish(guide.folder)
