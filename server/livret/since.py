"""What the builds after a whole one have changed: kept in a file beside what that one left.

Without it, each build would make again whatever was edited since the last whole one.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from livret.kept import DIGEST_SIZE, Parts, digest, parts_of_answer
from livret.model import Answer, Guide
from livret.pack import page_lines
from livret.page import Page

_NAME = "since"


@dataclass(frozen=True, slots=True)
class Since:
    """What the last build found to be other than what the whole one kept.

    `inputs` are digests by path; `answers` are those of the source language, and `words` the
    glossary words that lead from each; `parts` by the code of a language and the name that it
    has among those that were kept; `lines` of packs by the code and the address of the page.
    """

    inputs: Mapping[str, bytes] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    lines: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)

    def parts_of(self, code: str) -> Mapping[str, bytes]:
        return self.parts.get(code, {})

    def lines_of(self, code: str) -> Mapping[str, bytes]:
        return self.lines.get(code, {})

    def then(
        self,
        inputs: Mapping[str, bytes],
        guide: Guide,
        edited: frozenset[str],
        words: Mapping[str, tuple[str, ...]],
        made: Mapping[str, tuple[Mapping[str, Answer], list[Page]]],
    ) -> Since:
        """What is other after one more build, which read `inputs`.

        `edited` are the answers of the source language that it read again, with their `words`;
        `made` are the answers and pages that it made, by the codes of languages.
        """
        return Since(
            inputs,
            {**self.answers, **{key: guide.answers[key] for key in edited}},
            {**self.words, **words},
            {
                code: {**self.parts_of(code), **_parts(answers)}
                for code, (answers, _) in made.items()
            },
            {
                code: {**self.lines_of(code), **{page.address: line_of(page) for page in pages}}
                for code, (_, pages) in made.items()
            },
        )


def line_of(page: Page) -> bytes:
    """The line of a pack that holds a page."""
    return page_lines([page]).rstrip(b"\n")


def _parts(answers: Mapping[str, Answer]) -> dict[str, bytes]:
    return {
        name: part for answer in answers.values() for name, part in parts_of_answer(answer).items()
    }


def read_since(folder: Path, whole: Parts) -> Since:
    """What was kept beside the parts of a whole build; nothing where it is of another one, or not
    as it was written."""
    try:
        data = (folder / _NAME).read_bytes()
    except OSError:
        return Since()
    mark = whole.part("build")
    start = len(mark) + DIGEST_SIZE
    if data[:start] != mark + digest(data[start:]):
        return Since()
    since: Since = pickle.loads(data[start:])
    return since


def write_since(folder: Path, whole: Parts, since: Since) -> None:
    """Keep it in place of what was kept before. No space for it is no problem: it is not kept."""
    with suppress(OSError):
        body = pickle.dumps(since)
        number, beside = tempfile.mkstemp(prefix=f".{_NAME}.", dir=folder)
        try:
            with open(number, "wb") as file:
                file.write(whole.part("build") + digest(body) + body)
            os.replace(beside, folder / _NAME)
        except OSError:
            os.unlink(beside)
            raise
