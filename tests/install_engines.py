"""Installs Firefox and WebKit for the tests that also run there, where that can be done unasked.

Only CI as root has the system's package manager install them; elsewhere the tests say what they
lack and are skipped. Nothing here is an error: a system may have neither.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from install_browser import run

sys.path.insert(0, str(Path(__file__).parent / "engines"))

from engines import installed

PACKAGES = {"Firefox": ("firefox-esr",), "WebKit": ("webkit2gtk-driver", "xvfb")}


def main() -> None:
    missing = [name for name, reason in installed().items() if reason]
    may = os.environ.get("CI") and os.geteuid() == 0 and shutil.which("apt-get")
    if missing and may and run("apt-get", "update", "-qq"):
        for name in missing:
            options = ("install", "-y", "-qq", "--no-install-recommends", *PACKAGES[name])
            run("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *options)
    for name, reason in installed().items():
        print(f"{name}: {reason or 'installed'}")


if __name__ == "__main__":
    main()
