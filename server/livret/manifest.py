"""The web app manifest (W3C): what an installed guide is called, and what its icon offers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from livret.model import Guide
from livret.screenshot import SIZES, TYPE, names_of


def web_manifest(
    guide: Guide, description: str, phrases: Any, assets: Mapping[str, str], accent: str
) -> dict[str, object]:
    """The manifest of a guide in its language, as plain data; `phrases` are its page titles."""
    code = guide.language.code
    return {
        # One id for all languages: an installed guide stays one app when its language changes.
        "id": "/",
        "name": guide.name,
        "short_name": guide.name,
        "description": description,
        "lang": guide.language.tag,
        "dir": guide.language.direction,
        "start_url": f"/{code}/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": accent,
        "icons": [
            icon(assets["icon-192.png"], 192),
            icon(assets["icon-512.png"], 512),
            {**icon(assets["maskable.png"], 512), "purpose": "maskable"},
        ],
        "shortcuts": shortcuts(guide, phrases),
        "screenshots": screenshots(code, assets),
        # A text shared from another app is what is looked for.
        "share_target": {
            "action": f"/{code}/search/",
            "method": "GET",
            "params": {"title": "title", "text": "q", "url": "url"},
        },
    }


def icon(address: str, side: int) -> dict[str, str]:
    return {"src": address, "sizes": f"{side}x{side}", "type": "image/png"}


def screenshots(code: str, assets: Mapping[str, str]) -> list[dict[str, str]]:
    """What the guide looks like, shown where a browser offers to install it."""
    return [
        {"src": assets[name], "sizes": f"{width}x{height}", "type": TYPE, "form_factor": form}
        for form, (width, height) in SIZES.items()
        for name in names_of(code, form)
        if name in assets
    ]


def shortcuts(guide: Guide, phrases: Any) -> list[dict[str, str]]:
    """What a long press on the guide's icon offers, most wanted first."""
    places = [
        (phrases.search_title, "/search/"),
        *([(phrases.steps_title, "/steps/")] if guide.steps else []),
        (phrases.saved_title, "/saved/"),
        (phrases.words_title, "/words/"),
    ]
    return [{"name": str(name), "url": f"/{guide.language.code}{rest}"} for name, rest in places]
