"""Pictures of previews whose words, colour or sign have changed since they were drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from livret.checks.kind import Finding, Kind
from livret.drawn import FOLDER
from livret.model import Place

PREVIEW_OLD = Kind(
    "preview-old",
    "The picture that chats show beside a link says what the guide said before: its name, "
    "description, colour or sign have changed.",
    "draw it again as docs/own-guide.md tells",
)
KINDS = (PREVIEW_OLD,)


def of_previews(codes: Iterable[str]) -> Iterator[Finding]:
    """A finding for each language whose picture is old."""
    for code in codes:
        place = Place((FOLDER / f"{code}.png").as_posix(), 1)
        yield PREVIEW_OLD.at(place, "shows other words than the guide has")
