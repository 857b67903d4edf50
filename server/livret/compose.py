"""A page is a language's shell with a page's values in its slots.

pwa/worker/compose.js does the same on the phone; for every page of a release both give the same
bytes, so a kept page and a served one cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

# Numeric references for the quotes, as MarkupSafe writes them in the parts Jinja2 renders.
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"})
_CURRENT = "current:"
_EXCEPT, _ALWAYS = "except:", "always"


def compose(shell: Sequence[str], page: Mapping[str, Any]) -> bytes:
    """The HTML document of one page, in UTF-8.

    `shell` alternates literal HTML (even places) and slot names (odd places); `page` is one page
    line of a pack. The slot "current:/words/" marks a link as the current page on that page. What
    stands between "except:/words/ /steps/" and "always" is left out of those pages.
    Raises `KeyError` for a slot that no page can fill.
    """
    address: str = page["address"]
    rest = address[address.index("/", 1) :]
    slots: dict[str, str] = {
        "title": page["title"].translate(ESCAPES),
        "description": page["description"].translate(ESCAPES),
        "rest": rest.translate(ESCAPES),
        "fragment": page["fragment"],
    }

    def fill(name: str) -> str:
        if name.startswith(_CURRENT):
            return ' aria-current="page"' if name == _CURRENT + rest else ""
        return slots[name]

    shown = True
    html: list[str] = []
    for place, part in enumerate(shell):
        if place % 2 and part.startswith(_EXCEPT):
            shown = rest not in part.removeprefix(_EXCEPT).split(" ")
        elif place % 2 and part == _ALWAYS:
            shown = True
        else:
            text = fill(part) if place % 2 else part
            if shown:
                html.append(text)
    return "".join(html).encode()
