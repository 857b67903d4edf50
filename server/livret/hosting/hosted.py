"""What a host has to know of a release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from livret.policy import EVERYWHERE


@dataclass(frozen=True, slots=True)
class Hosted:
    """`languages` are code in addresses and BCP 47 tag, the guide's own first; `page` are the
    HTTP fields of its pages, as packs name them."""

    languages: tuple[tuple[str, str], ...]
    page: Mapping[str, str]

    @property
    def source(self) -> str:
        return self.languages[0][0]

    @property
    def policy(self) -> str:
        return self.page["content-security-policy"]

    @property
    def others(self) -> list[tuple[str, str]]:
        """The other languages: code, and the primary subtag that readers' lists begin with."""
        return [(code, tag.partition("-")[0].lower()) for code, tag in self.languages[1:]]


def titled(fields: Mapping[str, str]) -> list[tuple[str, str]]:
    """Fields as people write them: Content-Language."""
    return [(name.title(), value) for name, value in fields.items()]


ALWAYS = titled(EVERYWHERE)
KEPT_FOR_GOOD = ("packs", "assets")
# What programs alone ask for, beside the files that are kept for good.
AT_THE_ROOT = ("release.json", "sw.js", "sitemap.xml", "robots.txt")
