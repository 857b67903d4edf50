"""What the pictures of previews are to show in each language, and which of them show it no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from livret.build import sign_of
from livret.drawn import digest_of, read_drawn, shown_in
from livret.frame import accent_of
from livret.markup import Writer
from livret.model import Guide
from livret.problem import Report
from livret.product import Client


@dataclass(frozen=True, slots=True)
class Picture:
    """All that stands on one: the guide's name and description, and the language's own name."""

    code: str
    tag: str
    direction: str
    name: str
    description: str
    language: str
    accent: str
    sign: str

    @property
    def digest(self) -> str:
        return digest_of(self.name, self.description, self.language, self.accent, self.sign)


def pictures(versions: Iterable[Guide], client: Client) -> Iterator[Picture]:
    """The picture of each version of a guide."""
    for guide in versions:
        language = guide.language
        yield Picture(
            code=language.code,
            tag=language.tag,
            direction=language.direction,
            name=guide.name,
            description=Writer(guide).plain(guide.description),
            language=language.name,
            accent=accent_of(guide),
            sign=sign_of(guide, client),
        )


def old_pictures(guide: Guide, versions: Iterable[Guide], client: Client) -> list[str]:
    """The codes of languages whose picture in the guide's folder does not show what it should."""
    drawn = read_drawn(guide.folder, Report())
    return [
        picture.code
        for picture in pictures(versions, client)
        if picture.code in drawn and shown_in(drawn[picture.code]) != picture.digest
    ]
