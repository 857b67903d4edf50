"""Installs gettext, whose msgfmt the tests ask about every catalog, where that can be done unasked.

Root has the system's package manager install it; elsewhere those tests say what they lack and are
skipped. Nothing here is an error.
"""

from __future__ import annotations

import os
import shutil

from install_browser import run


def main() -> None:
    if not shutil.which("msgfmt") and os.geteuid() == 0 and shutil.which("apt-get"):
        options = ("install", "-y", "-qq", "--no-install-recommends", "gettext")
        if run("apt-get", "update", "-qq"):
            run("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *options)
    if not shutil.which("msgfmt"):
        print("msgfmt is missing: install gettext to have the tests ask it about every catalog")


if __name__ == "__main__":
    main()
