"""Where Livret's own parts lie: beside the sources in a checkout, inside the package in a wheel."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from livret.frame import root_colours
from livret.page import Carried

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


class ClientNotBuilt(Exception):
    """The phone's part has not been bundled; `make client` does that in a checkout."""


@dataclass(frozen=True, slots=True)
class Client:
    """The bundled phone part: scripts, workers, style sheet, and the folders beside them.

    `first` is the script that stands in each page and runs before it is shown; `tools` comes when
    it is asked for; `lexicon` is what the packs tell the search, by the first subtag of their
    languages.
    """

    first: str
    script: bytes
    steps: bytes
    tools: bytes
    search: bytes
    worker: bytes
    style: str
    lexicon: Mapping[str, Mapping[str, str]]
    templates: Path
    icon: Path


def product_folder() -> Path:
    """The folder with `pwa/`, `translations/`, `content/` and `starter/` of this Livret."""
    shipped = _PACKAGE / "product"
    return shipped if shipped.is_dir() else _CHECKOUT


def read_client() -> Client:
    """The bundled client. Raises `ClientNotBuilt`."""
    folder = product_folder() / "pwa"
    built = folder / "dist"
    try:
        return Client(
            first=(built / "first.js").read_text(encoding="utf-8").strip(),
            script=(built / "app.js").read_bytes(),
            steps=(built / "steps.js").read_bytes(),
            tools=(built / "tools.js").read_bytes(),
            search=(built / "search.js").read_bytes(),
            worker=(built / "sw.js").read_bytes(),
            style=(built / "style.css").read_text(encoding="utf-8").strip(),
            lexicon=json.loads((built / "lexicon.json").read_bytes()),
            templates=folder / "templates",
            icon=folder / "icons" / "icon.svg",
        )
    except FileNotFoundError as error:
        raise _not_built(error.filename) from error


def carried_by(accent: str, client: Client, address: str) -> Carried:
    """What every page of a guide carries; `accent` is its colour."""
    return Carried(root_colours(accent) + client.style, client.first, address)


def read_retiring_worker() -> bytes:
    """The worker that takes itself and all that is kept off a phone. Raises `ClientNotBuilt`."""
    return _read_built("retire.js")


def read_live_script() -> bytes:
    """The script of pages that follow their author's changes. Raises `ClientNotBuilt`."""
    return _read_built("live.js")


def _read_built(name: str) -> bytes:
    path = product_folder() / "pwa" / "dist" / name
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise _not_built(str(path)) from error


def _not_built(name: str) -> ClientNotBuilt:
    return ClientNotBuilt(f"{name} is missing; build the client with `make client`")
