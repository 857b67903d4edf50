"""Puts a guide's own words on its poster."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from livret.build import translations
from livret.frame import accent_of
from livret.markup import Writer
from livret.model import Guide
from livret.poster import Poster, Speech, TooMuch, poster_svg
from livret.problem import did_you_mean
from livret.product import read_client
from livret.read import read_guide
from livret.templates import Interface, environment


class CannotHang(ValueError):
    """A poster that was asked for and cannot be made; the text says what to give instead."""


def hang(folder: Path, address: str, codes: Sequence[str]) -> str:
    """The poster of the guide in `folder`, as SVG, in the languages of these codes.

    Raises `CannotHang`, and `ProblemsFound` for a guide that cannot be read.
    """
    guide = read_guide(folder)
    address = address or guide.address or ""
    if not address:
        raise CannotHang("the guide has no address; give --address https://guide.example.org")
    versions, _ = translations(guide)
    offered = {version.language.code: (version, words) for version, words in versions}
    chosen = list(dict.fromkeys(codes)) or _usual(guide, list(offered))
    for code in chosen:
        if code not in offered:
            known = did_you_mean(code, list(offered))
            raise CannotHang(f'the guide is not offered in "{code}"; {known}')
    poster = Poster(
        guide=guide.name,
        host=guide.host,
        address=f"{address}/",
        accent=accent_of(guide),
        names=[version.language.name for version, _ in versions],
        speeches=[_speech(*offered[code]) for code in chosen],
    )
    try:
        return poster_svg(poster)
    except TooMuch as error:
        raise CannotHang(f"{error}; name fewer with --lang") from error


def _usual(guide: Guide, offered: Sequence[str]) -> list[str]:
    """The language of the clerks first, then the one that the guide is written in."""
    tags = (guide.companion, guide.source_language.tag)
    wanted = [language.code for tag in tags for language in guide.languages if language.tag == tag]
    return [code for code in dict.fromkeys(wanted) if code in offered]


def _speech(guide: Guide, words: Interface) -> Speech:
    writer = Writer(guide)
    phrases: Any = environment(read_client().templates, writer, words).get_template("phrases.html")
    return Speech(
        tag=guide.language.tag,
        direction=guide.language.direction,
        promise=writer.plain(guide.description),
        call=str(phrases.module.poster_call),
    )
