"""Serves the shipped guide and has Lighthouse judge its pages as a phone meets them.

    python tests/lighthouse/check.py SITE REPORTS

SITE is a published folder. The reports are kept in REPORTS; the end is 1 where a page is below a
mark (measure.js).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from example import Server  # noqa: E402
from install_browser import browser_path  # noqa: E402

PAGES = (
    "/",
    "/health/cost/",
    "/housing/",
    "/steps/",
    "/words/",
    "/search/?q=card",
    "/phone/",
)
LANGUAGES = ("en", "ar")


def main(site: str, reports: str) -> int:
    browser = browser_path()
    if browser is None:
        print("Lighthouse needs Chromium; tests/install_browser.py brings it", file=sys.stderr)
        return 1
    server = Server(Path(site))
    server.start()
    try:
        paths = [f"/{code}{page}" for code in LANGUAGES for page in PAGES]
        command = ["node", str(Path(__file__).with_name("measure.js")), server.origin, reports]
        environment = {**os.environ, "CHROME_PATH": browser}
        return subprocess.run([*command, *paths], env=environment, check=False).returncode
    finally:
        server.stop()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
