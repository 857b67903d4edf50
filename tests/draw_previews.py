"""Draws the pictures that chats show beside links to a guide, one in each of its languages.

    .venv/bin/python tests/draw_previews.py [--guide DIR]

They are written to content/previews of the guide, and are named by its pages after the next build.
"""

from __future__ import annotations

import argparse
import io
from html import escape
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import sync_playwright

from example import ROOT
from install_browser import launch_options
from livret.build import translations
from livret.drawn import FOLDER, KEYWORD, MOST_BYTES, SIZE
from livret.picture import Picture, pictures
from livret.product import read_client
from livret.read import read_guide

FONTS = "'Noto Sans', 'Noto Sans Arabic', 'Noto Sans CJK SC', system-ui, sans-serif"
# As few colours as show no steps at the edges of letters: one ground, one ink.
COLOURS = 24
STYLE = """
* { box-sizing: border-box; margin: 0 }
body { inline-size: 1200px; block-size: 630px; background: ACCENT; color: #fff; overflow: hidden;
  font-family: FONTS; display: flex; flex-direction: column; padding: 64px 72px; gap: 36px }
header { display: flex; align-items: center; gap: 36px }
svg { inline-size: 132px; block-size: 132px; flex: none }
h1 { font-size: 84px; line-height: 1.1; font-weight: 700 }
p { font-size: 40px; line-height: 1.45; text-wrap: pretty }
p.language { margin-block-start: auto; font-size: 34px; border: 3px solid; border-radius: 999px;
  padding: 2px 30px 4px; align-self: start }
"""


def page_of(picture: Picture) -> str:
    style = STYLE.replace("ACCENT", picture.accent).replace("FONTS", FONTS)
    return (
        f'<!doctype html><html lang="{picture.tag}" dir="{picture.direction}">'
        f'<meta charset="utf-8"><style>{style}</style><body>'
        f"<header>{picture.sign}<h1>{escape(picture.name)}</h1></header>"
        f"<p>{escape(picture.description)}</p>"
        f'<p class="language">{escape(picture.language)}</p></body></html>'
    )


def small(screenshot: bytes, digest: str) -> bytes:
    """The picture in few colours, with what it shows written into its file."""
    image = Image.open(io.BytesIO(screenshot)).convert("RGB")
    image = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    said = PngInfo()
    said.add_text(KEYWORD, digest)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True, pnginfo=said)
    return file.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guide", type=Path, default=ROOT)
    folder: Path = parser.parse_args().guide
    versions, _ = translations(read_guide(folder))
    (folder / FOLDER).mkdir(exist_ok=True)
    for old in (folder / FOLDER).glob("*.png"):
        old.unlink()
    options = launch_options()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        for picture in pictures((version for version, _ in versions), read_client()):
            page.set_content(page_of(picture))
            fits = page.evaluate(
                "document.querySelector('.language').getBoundingClientRect().bottom"
                " <= innerHeight - 40"
            )
            if not fits:
                print(f"{picture.code}: the description is too long for the picture")
            data = small(page.screenshot(), picture.digest)
            path = folder / FOLDER / f"{picture.code}.png"
            path.write_bytes(data)
            large = " (too large)" if len(data) > MOST_BYTES else ""
            print(f"{path} {len(data)}{large}")
        browser.close()


if __name__ == "__main__":
    main()
