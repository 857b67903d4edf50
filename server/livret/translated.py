"""A guide in one language, with what writes it down for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment

from livret.build import translations
from livret.markup import Writer
from livret.model import Guide
from livret.problem import did_you_mean
from livret.product import read_client
from livret.read import read_guide
from livret.templates import display_name, environment


class CannotExport(ValueError):
    """What was asked for and cannot be exported; the text says what to give instead."""


@dataclass(frozen=True, slots=True)
class Translated:
    """The guide in its language, its writer and templates; `address` is its origin or empty."""

    guide: Guide
    writer: Writer
    templates: Environment
    phrases: Any
    address: str

    @property
    def code(self) -> str:
        return self.guide.language.code


def translated(folder: Path, address: str, codes: Sequence[str]) -> list[Translated]:
    """The guide in `folder` in the languages of these codes, or in all that it is offered in.

    Raises `CannotExport`, `ProblemsFound` for a guide that cannot be read, and `ClientNotBuilt`.
    """
    guide = read_guide(folder)
    versions, _ = translations(guide)
    offered = {version.language.code: (version, words) for version, words in versions}
    for code in codes:
        if code not in offered:
            known = did_you_mean(code, list(offered))
            raise CannotExport(f'the guide is not offered in "{code}"; {known}')
    found = []
    for code in dict.fromkeys(codes or offered):
        version, words = offered[code]
        writer = Writer(version)
        env = environment(read_client().templates, writer, words)
        env.globals["source_name"] = display_name(
            version.source_language.tag, version.language.locale
        )
        phrases = env.get_template("phrases.html").module
        found.append(Translated(version, writer, env, phrases, address or guide.address or ""))
    return found
