"""Takes the pictures that browsers show when they offer to install a guide, in all its languages.

    .venv/bin/python tests/take_screenshots.py [--guide DIR]

They are written to content/screenshots of the guide, and are put into its manifest by the build.
"""

from __future__ import annotations

import argparse
import base64
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from example import ROOT, Server
from install_browser import launch_options
from livret.build import build
from livret.publish import publish
from livret.screenshot import FOLDER, SIZES, screenshot_name

# By form: what is shown, and how many pixels of the picture are one of the page.
SHOWN = {"narrow": (("start", "answer"), 1.5), "wide": (("start",), 1.0)}
QUALITY = 60


def picture(page: Page) -> bytes:
    """What the page shows now, as WebP, which Playwright's own screenshots cannot be."""
    session = page.context.new_cdp_session(page)
    size = page.viewport_size or {}
    clip = {"x": 0, "y": 0, **size, "scale": page.evaluate("devicePixelRatio")}
    options = {"format": "webp", "quality": QUALITY, "clip": clip}
    return base64.b64decode(session.send("Page.captureScreenshot", options)["data"])


def take(browser: Browser, address: str, form: str, pages: dict[str, str]) -> list[bytes]:
    """The pictures of one form in one language, whose pages are below `address`."""
    shown, scale = SHOWN[form]
    width, height = (int(side / scale) for side in SIZES[form])
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=scale
    )
    page = context.new_page()
    taken = []
    for name in shown:
        page.goto(f"{address}{pages[name]}", wait_until="networkidle")
        taken.append(picture(page))
    context.close()
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guide", type=Path, default=ROOT)
    guide: Path = parser.parse_args().guide
    (guide / FOLDER).mkdir(exist_ok=True)
    for old in (guide / FOLDER).glob("*.webp"):
        old.unlink()
    options = launch_options()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        built = build(guide)
        publish(built.release, Path(folder) / "site")
        first = next(iter(built.guide.core), next(iter(built.guide.answers)))
        pages = {"start": "/", "answer": f"/{first}/"}
        server = Server(Path(folder) / "site")
        server.start()
        try:
            browser = playwright.chromium.launch(**options)
            for edition in built.release.editions:
                for form in SIZES:
                    address = f"{server.origin}/{edition.code}"
                    for number, data in enumerate(take(browser, address, form, pages), 1):
                        path = guide / FOLDER / screenshot_name(edition.code, form, number)
                        path.write_bytes(data)
                        print(f"{path} {len(data)}")
            browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
