"""Firefox and WebKit, driven through the protocols that they speak themselves.

WebKit's driver speaks WebDriver (https://www.w3.org/TR/webdriver2/) over HTTP; Firefox speaks
Marionette, the same commands as JSON over a socket
(https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html). Both need nothing
but the standard library.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Where Debian, Fedora and Arch put it, by version of WebKitGTK.
MINI_BROWSERS = tuple(
    f"usr/{folder}/{version}/MiniBrowser"
    for version in ("webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0")
    for folder in ("lib/*", "libexec", "lib")
)
PATIENCE = 60.0
# Questions to the reader are answered with yes.
WANTED = {"unhandledPromptBehavior": "accept"}


class EngineError(Exception):
    """What the browser says went wrong."""


class Engine(ABC):
    """One browser with one page, on a profile that lasts as long as it runs."""

    name: str

    @abstractmethod
    def command(self, name: str, parameters: dict[str, Any] | None = None) -> Any:
        """Carry out a WebDriver command; raises `EngineError`."""

    @abstractmethod
    def start(self) -> None:
        """Start it, again after a `close`."""

    @abstractmethod
    def close(self) -> None: ...

    def is_alive(self) -> bool:
        try:
            return bool(self.run("return true;"))
        except (EngineError, OSError):
            return False

    def goto(self, url: str) -> None:
        self.command("Navigate", {"url": url})

    def run(self, script: str) -> Any:
        """The value of the body of an async function in the page."""
        code = (
            "const done = arguments[arguments.length - 1];"
            f"(async () => {{ {script} }})().then((value) => done([value ?? null]),"
            " (error) => done(String(error)));"
        )
        result = self.command("ExecuteAsyncScript", {"script": code, "args": []})
        if isinstance(result, str):
            raise EngineError(result)
        return result and result[0]  # nothing where a question to the reader came between

    def wait_for(self, script: str, seconds: float = 60) -> Any:
        """The first true value of a script, asked for again and again.

        A page that is just being left answers with an error; the next one is asked again.
        """
        deadline = time.monotonic() + seconds
        trouble: EngineError | None = None
        while True:
            try:
                if value := self.run(script):
                    return value
            except EngineError as error:
                if "invalid session" in str(error):
                    raise
                trouble = error
            if time.monotonic() > deadline:
                raise EngineError(f"never came true in {seconds} s: {script}") from trouble
            time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def start(command: list[str], **environment: str) -> subprocess.Popen[bytes]:
    """A process in a group of its own, so that its children can be ended with it."""
    return subprocess.Popen(
        command, env={**os.environ, **environment}, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(20)


# --- Firefox ---

# No first-run pages, no calls home; the rest as a reader has it.
PREFERENCES = {
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "app.update.enabled": False,
    "app.normandy.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "intl.accept_languages": "en",
}


class Firefox(Engine):
    name = "Firefox"

    def __init__(self, executable: str, folder: Path) -> None:
        self.executable = executable
        self.folder = folder
        self.start()

    def start(self) -> None:
        profile = self.folder / "firefox"
        shutil.rmtree(profile, ignore_errors=True)
        profile.mkdir()
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in PREFERENCES.items()]
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        options = ["--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        home = str(self.folder)
        self.process = start([self.executable, *options], HOME=home, MOZ_HEADLESS="1")
        self.number = 0
        self.socket = self._connect(profile / "MarionetteActivePort")
        self._receive()  # its greeting
        self.command("NewSession", WANTED)
        self.command("SetTimeouts", {"script": 60_000, "pageLoad": 60_000})

    def _connect(self, port_file: Path) -> socket.socket:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            with contextlib.suppress(OSError, ValueError):
                port = int(port_file.read_text(encoding="ascii"))
                return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
            time.sleep(0.05)
        raise EngineError("Firefox does not start")

    def command(self, name: str, parameters: dict[str, Any] | None = None) -> Any:
        self.number += 1
        message = json.dumps([0, self.number, f"WebDriver:{name}", parameters or {}]).encode()
        self.socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            raise EngineError(f"{name}: {error['error']}: {error['message']}")
        return result.get("value", result) if isinstance(result, dict) else result

    def _receive(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._some(1)
        data = b""
        while len(data) < int(length[:-1]):
            data += self._some(int(length[:-1]) - len(data))
        return json.loads(data)

    def _some(self, most: int) -> bytes:
        data = self.socket.recv(most)
        if not data:
            raise EngineError("Firefox has ended")
        return data

    def close(self) -> None:
        self.socket.close()
        end(self.process)


# --- WebKit ---

PATHS = {
    "Navigate": ("POST", "url"),
    "ExecuteAsyncScript": ("POST", "execute/async"),
    "SetTimeouts": ("POST", "timeouts"),
}


class WebKit(Engine):
    name = "WebKit"

    def __init__(self, driver: str, browser: str, folder: Path) -> None:
        self.program = driver
        self.browser = browser
        self.folder = str(folder)
        self.start()

    def start(self) -> None:
        self.screen, display = screen()
        home = {"HOME": self.folder, "XDG_RUNTIME_DIR": self.folder, "DISPLAY": display}
        port = free_port()
        self.driver = start(
            [self.program, f"--port={port}"], **home, GDK_BACKEND="x11", NO_AT_BRIDGE="1",
            LIBGL_ALWAYS_SOFTWARE="1", LANGUAGE="en",
        )  # fmt: skip
        self.base = f"http://127.0.0.1:{port}/session"
        options = {"binary": self.browser, "args": ["--automation"]}
        always = {**WANTED, "webkitgtk:browserOptions": options}
        wanted = {"capabilities": {"alwaysMatch": always}}
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                session = self._http("POST", self.base, wanted)["sessionId"]
                break
            except ConnectionError as error:  # the driver is not listening yet
                if time.monotonic() > deadline:
                    raise EngineError("WebKit's driver does not start") from error
                time.sleep(0.05)
        self.base += f"/{session}"
        self.command("SetTimeouts", {"script": 60_000, "pageLoad": 60_000})

    def command(self, name: str, parameters: dict[str, Any] | None = None) -> Any:
        method, path = PATHS[name]
        return self._http(method, f"{self.base}/{path}", parameters or {})

    def _http(self, method: str, url: str, content: dict[str, Any] | None) -> Any:
        data = json.dumps(content).encode() if method == "POST" else None
        request = urllib.request.Request(
            url, data, {"content-type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            with error:
                value = json.load(error)["value"]
            raise EngineError(f"{value['error']}: {value['message']}") from error
        except urllib.error.URLError as error:
            raise ConnectionError(str(error.reason)) from error

    def close(self) -> None:
        with contextlib.suppress(EngineError, OSError):
            self._http("DELETE", self.base, None)
        end(self.driver)
        end(self.screen)


def screen() -> tuple[subprocess.Popen[bytes], str]:
    """A screen that nobody sees, and its name: WebKitGTK does not run without one."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "800x600x24", "-nolisten", "tcp"],
        pass_fds=[writing], start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as numbers:
        return process, f":{numbers.readline().strip()}"


# --- Which are here ---


def installed() -> dict[str, str]:
    """Why each engine cannot be used, in words; empty for one that can."""
    missing = {
        "Firefox": "" if firefox() else "Firefox is not installed (package firefox-esr)",
        "WebKit": "" if webkit() else "WebKit is not installed (packages webkit2gtk-driver, xvfb)",
    }
    return missing


def firefox() -> str | None:
    return shutil.which("firefox-esr") or shutil.which("firefox")


def webkit() -> tuple[str, str] | None:
    """The driver and the browser that it drives."""
    driver = shutil.which("WebKitWebDriver")
    found = [str(path) for pattern in MINI_BROWSERS for path in sorted(Path("/").glob(pattern))]
    return (driver, found[0]) if driver and found and shutil.which("Xvfb") else None


@contextlib.contextmanager
def running(name: str, folder: Path) -> Iterator[Engine]:
    engine: Engine
    if name == "Firefox":
        executable = firefox()
        assert executable
        engine = Firefox(executable, folder)
    else:
        found = webkit()
        assert found
        engine = WebKit(*found, folder)
    try:
        yield engine
    finally:
        engine.close()
