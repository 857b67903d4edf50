"""What is said of pages where they are listed: in the sitemap and in feeds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Listed:
    """A page that people read. `checked` is an ISO date, empty for what is no answer."""

    address: str
    title: str
    description: str
    checked: str

    @property
    def rest(self) -> str:
        """The address without its language."""
        return self.address[self.address.index("/", 1) :]


@dataclass(frozen=True, slots=True)
class Listing:
    """The pages of one language, by address; `name` and `description` are the guide's."""

    code: str
    tag: str
    name: str
    description: str
    pages: tuple[Listed, ...]


def listing_of(
    code: str, tag: str, manifest: Mapping[str, Any], pages: Iterable[Mapping[str, Any]]
) -> Listing:
    """The listing of a pack: its pages as they stand there, but for the one for what is not there.

    Raises `KeyError` for a page or a manifest that lacks what is told of it.
    """
    found = (
        Listed(page["address"], page["title"], page["description"], page.get("checked", ""))
        for page in pages
        if page["address"].endswith("/")
    )
    ordered = tuple(sorted(found, key=lambda page: page.address))
    return Listing(code, tag, manifest["name"], manifest["description"], ordered)
