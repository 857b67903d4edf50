"""Installs epubcheck for the test of the books, where that can be done unasked.

Only CI as root has the system's package manager install it; elsewhere the test says what it lacks
and is skipped.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from install_browser import run

EPUBCHECK = Path("/usr/bin/epubcheck")


def lacking() -> str:
    """What keeps the test from running, or nothing."""
    if not (EPUBCHECK.is_file() and shutil.which("java")):
        return "epubcheck is not installed (package epubcheck)"
    return ""


def main() -> None:
    may = os.environ.get("CI") and os.geteuid() == 0 and shutil.which("apt-get")
    if lacking() and may and run("apt-get", "update", "-qq"):
        options = ("install", "-y", "-qq", "--no-install-recommends", "epubcheck")
        run("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *options)
    print(f"epubcheck: {lacking() or 'installed'}")


if __name__ == "__main__":
    main()
