"""Finds the browser that the tests drive, or installs one.

A system's Chromium is taken where there is one. Else Playwright's own is downloaded; where that
cannot be reached, root has the system's package manager install Chromium.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def system_browser() -> str | None:
    """The path of an installed Chromium, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def playwright_browser() -> str:
    """Where Playwright's own Chromium lies once it is downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return str(playwright.chromium.executable_path)


def has_playwright_browser() -> bool:
    return os.path.exists(playwright_browser())


def browser_path() -> str | None:
    """The Chromium that is there, for programs that want its path."""
    return system_browser() or (playwright_browser() if has_playwright_browser() else None)


def launch_options() -> dict[str, Any]:
    """How Playwright starts it: its own browser where it is there, else the system's."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
    if os.geteuid() == 0:
        quiet.append("--no-sandbox")
    options: dict[str, Any] = {"args": quiet}
    if not has_playwright_browser() and (path := system_browser()):
        options["executable_path"] = path
    return options


def run(*command: str) -> bool:
    print("+", " ".join(command), flush=True)
    return subprocess.run(command, check=False).returncode == 0


def install_with_package_manager() -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    # The fonts let pages in Arabic and Chinese be measured as people see them.
    packages = ("chromium", "fonts-noto-core", "fonts-noto-cjk")
    return run("apt-get", "update", "-qq") and run(
        "env", "DEBIAN_FRONTEND=noninteractive",
        "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages,
    )  # fmt: skip


def main() -> int:
    if system_browser() or has_playwright_browser():
        return 0
    if run(sys.executable, "-m", "playwright", "install", "chromium"):
        return 0
    if install_with_package_manager() and system_browser():
        return 0
    print(
        "No browser for the tests: install Chromium, or let Playwright download its own with\n"
        f"  {sys.executable} -m playwright install --with-deps chromium",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
