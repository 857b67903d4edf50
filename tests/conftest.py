"""The example guide, published once; the real service in its own process; the real browser."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from install_browser import has_playwright_browser, system_browser
from livret.build import Built, build
from livret.publish import publish

TESTS = Path(__file__).parent
GUIDE = TESTS / "guide"
ROOT = TESTS.parent


class Server:
    """The service in a process of its own, on one port for its whole life."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.origin = f"http://localhost:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "livret", "serve"]
        options = ["--out", str(self.folder), "--host", "127.0.0.1", "--port", str(self.port)]
        self.process = subprocess.Popen([*command, *options], stderr=subprocess.PIPE)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                errors = self.process.stderr.read().decode() if self.process.stderr else ""
                raise RuntimeError(f"the service stopped at its start:\n{errors}")
            try:
                urllib.request.urlopen(f"{self.origin}/health", timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("the service did not answer within 30 seconds")

    def stop(self) -> None:
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=15)
        finally:
            if self.process.stderr:
                self.process.stderr.close()
            self.process = None


@pytest.fixture(scope="session")
def built() -> Built:
    """The example guide, built."""
    return build(GUIDE)


@pytest.fixture(scope="session")
def published(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example guide, published to a folder that no test may change."""
    folder = tmp_path_factory.mktemp("published") / "site"
    publish(built.release, folder)
    return folder


@pytest.fixture
def site(published: Path, tmp_path: Path) -> Path:
    """A published folder of the test's own."""
    return Path(shutil.copytree(published, tmp_path / "site"))


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """The service on a published folder of the test's own; the test may stop and start it."""
    running = Server(site)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def shared_server(published: Path) -> Iterator[Server]:
    """One service for the tests that only read."""
    running = Server(published)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def changed_guide(tmp_path: Path) -> Callable[..., Path]:
    """Makes a copy of the example guide with some of its files replaced or removed (None)."""

    def make(files: dict[str, str | None]) -> Path:
        folder = tmp_path / f"guide-{len(list(tmp_path.iterdir()))}"
        shutil.copytree(GUIDE, folder)
        for name, text in files.items():
            path = folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        return folder

    return make


# --- The browser ---


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Playwright's own browser where it is there, else the system's."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
    if os.geteuid() == 0:
        quiet.append("--no-sandbox")
    arguments = {**browser_type_launch_args, "args": quiet}
    if not has_playwright_browser() and (path := system_browser()):
        arguments["executable_path"] = path
    return arguments
