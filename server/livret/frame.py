"""What surrounds the pages of a language: the shell, and the words that the worker needs."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from livret.colour import DARK_GROUND, bright, mixed
from livret.model import Guide
from livret.page import Carried
from livret.templates import SLOT
from livret.together import closed_up

DEFAULT_COLOURS = {"accent": "#0b5c63"}


def accent_of(guide: Guide) -> str:
    return guide.colours.get("accent", DEFAULT_COLOURS["accent"])


def root_colours(accent: str) -> str:
    """What the style sheet takes from the guide's accent."""
    return f":root{{--accent:{accent};--bright:{bright(accent)}}}"


def shell(env: Environment, guide: Guide, carried: Carried) -> tuple[str, ...]:
    """The shell of a guide in its language: literal HTML and slot names in turns (compose.py)."""
    companion = next((other for other in guide.languages if other.tag == guide.companion), None)
    blocks = env.get_template("blocks.html").make_module({"guide": guide})
    accent = accent_of(guide)
    html = env.get_template("shell.html").render(
        # The product's own, with colours that `read` has checked.
        style=Markup(carried.style),
        first=Markup(carried.first),
        companion=companion,
        colours={"accent": accent, "dark": mixed(accent, 0.55, DARK_GROUND)},
        contacts_shown=[guide.contacts[key] for key in guide.contacts_shown],
        contact_line=blocks.line,  # type: ignore[attr-defined]
    )
    return tuple(f"{closed_up(html, guide.language.locale)}\n".split(SLOT))


def notices(env: Environment, guide: Guide) -> str:
    """All that pages say of texts which are missing or old; in the source language none is."""
    if guide.language.tag == guide.source_language.tag:
        return ""
    every = {"partly": True, "changed": True, "older": True}
    return env.get_template("fallen-back.html").render(trust=every).strip()


def offline_words(phrases: Any) -> dict[str, str]:
    """The words of the pages that the worker composes by itself."""
    return {
        "title": phrases.offline_title,
        "not_kept": phrases.offline_not_kept,
        "lost": phrases.offline_lost,
        "kept": phrases.offline_kept,
        "retry": phrases.offline_retry,
        "unwell": phrases.offline_unwell,
        "repair": phrases.offline_repair,
    }
