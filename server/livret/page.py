"""A page of an edition, and how its address is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from livret.model import Guide


@dataclass(frozen=True, slots=True)
class Carried:
    """What every page carries in itself: its styles, and the script that runs before all.

    `address` is where readers find the guide, for what must be a whole address; it may be empty.
    """

    style: str
    first: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a pack keeps of one page; composed with its edition's shell it is the whole document.

    `address` begins and ends with a slash. `search` holds texts that are searched but not shown.
    `state` is the `State` of its texts taken together. `version` tells two editions of an answer
    apart (version.py) and `checked` is the ISO date of its check; other pages have neither.
    """

    address: str
    title: str
    description: str
    fragment: str
    state: str
    search: Mapping[str, str] = field(default_factory=dict)
    version: str = ""
    checked: str = ""

    def values(self) -> dict[str, object]:
        """What a pack's line holds, and what `compose` takes."""
        return {name: getattr(self, name) for name in _PAGE_FIELDS}


_PAGE_FIELDS = tuple(part.name for part in fields(Page))


@dataclass(frozen=True, slots=True)
class Edition:
    """A guide in one language, rendered: the shell, its pages, and what the phone shows offline.

    `shell` alternates literal HTML and slot names (see `compose`). `manifest` is the web app
    manifest as plain data; `offline` the words of the plain pages that the worker composes;
    `notices` what pages may come to say of texts that are not those of the source any more.
    """

    code: str
    tag: str
    direction: str
    name: str
    shell: tuple[str, ...]
    pages: tuple[Page, ...]
    manifest: Mapping[str, object]
    offline: Mapping[str, str]
    notices: str = ""


# The pages that every guide has after the others.
_ALWAYS = ("/about/", "/search/", "/saved/", "/reading/", "/phone/", "/404.html")


def page_addresses(guide: Guide) -> Iterator[str]:
    """The addresses of all pages, without the language: they are the same in each."""
    yield "/"
    yield from (f"/{topic.id}/" for topic in guide.topics)
    yield from (f"/{key}/" for key in guide.answers)
    yield "/words/"
    yield from (f"/words/{key}/" for key in guide.words)
    if guide.steps:
        yield "/steps/"
        yield "/steps/documents/"
    yield from _ALWAYS
