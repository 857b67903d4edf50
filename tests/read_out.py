"""What a screen reader is told of each kind of page: names, roles and states, written down.

`tests/names/<language>/<state>.yml` is what is told now. After a change that is meant,

    .venv/bin/python tests/read_out.py

writes all of it anew; read the difference as a blind reader would hear it.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from example import GUIDE, TESTS, Server
from install_browser import launch_options
from livret.build import build
from livret.publish import publish
from page_states import State, entered

FOLDER = TESTS / "names"
CODES = ("en", "ar")
# The day on which the pages are read: figures expire, and days are counted from it.
TODAY = datetime(2026, 11, 30, 10, 0)

MAIN, DIALOG = ("main",), ("dialog[open]",)
# The states that are told, and the parts of the page that tell them. What stands around every page
# is told once, and of a state of a page what is special about it.
TOLD: dict[str, tuple[str, ...]] = {
    "start": (".top", ".bar", "main", ".foot"),
    "start-with-steps": ("section:has([data-next])",),
    "start-finding": ("[data-search]",),
    "topic": MAIN,
    "answer": MAIN,
    "answer-own-case-first": ("article > .case", "details.others"),
    "languages": (".languages",),
    "offer": (".foot",),
    "word-in-place": DIALOG,
    "share": DIALOG,
    "no-voice": DIALOG,
    "two-languages": (".short", ".tools", ".beside-bar", "article > section"),
    "large-type": DIALOG,
    "words": MAIN,
    "words-filtered": MAIN,
    "word": MAIN,
    "search-results": MAIN,
    "search-chosen": ("[role=search]", "[role=listbox]"),
    "search-who": ("details[data-who]",),
    "search-nothing": ("[data-search]",),
    "saved-none": MAIN,
    "saved": MAIN,
    "steps": MAIN,
    "steps-reader": ("details.reader",),
    "steps-past": MAIN,
    "documents": MAIN,
    "reading": MAIN,
    "phone": MAIN,
    "phone-iphone": ("[aria-labelledby=install]",),
    "phone-in-another-app": ("[aria-labelledby=install]",),
    "phone-private": ("[data-when=obstacle]",),
    "language-not-kept": MAIN,
    "about": MAIN,
    "not-found": MAIN,
}


def publish_example(folder: Path) -> Path:
    """The example guide, with the words of the interface that are shipped in all its languages."""
    guide = folder / "guide"
    shutil.copytree(GUIDE, guide)
    for path in guide.glob("translations/*/LC_MESSAGES/interface.po"):
        path.unlink()
    publish(build(guide).release, folder / "site")
    return folder / "site"


def reading(browser: Browser, origin: str, code: str) -> Iterator[tuple[State, Page]]:
    """Every state that is told, when its page is in it."""
    for state, page in entered(browser, origin, code, now=TODAY):
        if state.name in TOLD:
            yield state, page


def path_of(code: str, state: State) -> Path:
    return FOLDER / code / f"{state.name}.yml"


def read_out(page: Page, state: State) -> str:
    """What is told of a state in which the page is, without what differs from run to run."""
    told = "\n".join(page.locator(part).first.aria_snapshot() for part in TOLD[state.name])
    # Where a link leads is not told; a name whose only content that is needs no colon.
    told = re.sub(r":\n( +)- /url: .*(?!\n\1)(?=\n|$)", "", told + "\n")
    told = re.sub(r"\n +- /url: .*", "", told)
    told = re.sub(r"http://localhost:\d+", "https://guide.example", told)
    if state.name == "phone":
        told = re.sub(r"\d+([   ])(kB|كيلوبايت)", r"00\1\2", told)
        told = re.sub(r"(- definition: ).*", r"\1…", told)
    return told


def main() -> None:
    options = launch_options()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(publish_example(Path(folder)))
        server.start()
        try:
            browser = playwright.chromium.launch(**options)
            for code in CODES:
                (FOLDER / code).mkdir(parents=True, exist_ok=True)
                for state, page in reading(browser, server.origin, code):
                    page.wait_for_timeout(2000)  # what is told after a pause of the reader, too
                    path_of(code, state).write_text(read_out(page, state), encoding="utf-8")
            browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
