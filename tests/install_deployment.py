"""Installs nginx and Apache for the tests of what docs say to put in front, or in place, of Livret.

Only CI as root has the system's package manager install them; elsewhere those tests say what they
lack and are skipped. Nothing here is an error.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from install_browser import run

# Programs alone: apache2-bin brings no service, and that of nginx is kept from starting.
PACKAGES = {"nginx": "nginx-light", "apache2": "apache2-bin"}
POLICY = Path("/usr/sbin/policy-rc.d")


def missing() -> list[str]:
    return [package for program, package in PACKAGES.items() if not shutil.which(program)]


def main() -> None:
    wanted = missing()
    may = os.environ.get("CI") and os.geteuid() == 0 and shutil.which("apt-get")
    if wanted and may and run("apt-get", "update", "-qq"):
        ours = not POLICY.exists()
        if ours:
            # https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt: 101 is "no".
            POLICY.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
            POLICY.chmod(0o755)
        try:
            options = ("install", "-y", "-qq", "--no-install-recommends", *wanted)
            run("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *options)
        finally:
            if ours:
                POLICY.unlink()
    print(f"nginx and Apache: {', '.join(missing()) or 'nothing'} missing")


if __name__ == "__main__":
    main()
