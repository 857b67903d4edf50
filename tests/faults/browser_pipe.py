"""A real Chromium on a profile that outlives it, spoken to over its debugging pipe.

https://chromedevtools.github.io/devtools-protocol/ tells the commands. The pipe needs no port and
no library, and a browser can be killed and started again on the same profile at any moment.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Event = dict[str, Any]
# The browser reads its commands from descriptor 3 and writes to 4.
LAUNCH = "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); "
LAUNCH += "os.execvp(sys.argv[3], sys.argv[3:])"
OPTIONS = (
    "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-default-apps", "--disable-extensions", "--mute-audio", "--lang=en",
    "--no-default-browser-check", "--disable-dev-shm-usage", "--password-store=basic",
    "--noerrdialogs", "--disable-crash-reporter", "--hide-crash-restore-bubble",
    "--disable-background-timer-throttling", "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
)  # fmt: skip


class BrowserGone(Exception):
    """The browser has ended, or does not answer any more."""


class ScriptError(Exception):
    """A script in a page threw, or the page went away under it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a navigation ended with; `error` is the browser's own, for its own error page."""

    url: str
    status: int
    body: bytes
    headers: dict[str, str]
    from_worker: bool
    error: str


class Chromium:
    """One browser; `start` and `kill` may follow each other many times on one profile."""

    def __init__(self, executable: str, profile: Path) -> None:
        self.executable = executable
        self.profile = profile
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        high = [fcntl.fcntl(number, fcntl.F_DUPFD, 20) for number in (theirs_in, theirs_out)]
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        self.process = subprocess.Popen(
            [sys.executable, "-c", LAUNCH, *map(str, high), self.executable, *OPTIONS, *sandbox,
             f"--user-data-dir={self.profile}", "about:blank"],
            pass_fds=high, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for number in (theirs_in, theirs_out, *high):
            os.close(number)
        self._in, self._out = ours_in, ours_out
        self._rest = b""
        self._number = 0
        self._replies: dict[int, Event] = {}
        self.events: dict[str, deque[Event]] = {}
        self.call("Browser.getVersion", seconds=60)

    def kill(self) -> None:
        """As when the phone runs out of memory: no last word, nothing written any more."""
        if self.process is None:
            return
        os.killpg(self.process.pid, signal.SIGKILL)
        self._gone()

    def close(self) -> None:
        if self.process is None:
            return
        try:
            self.call("Browser.close")
            self.process.wait(10)
        except (BrowserGone, subprocess.TimeoutExpired):
            os.killpg(self.process.pid, signal.SIGKILL)
        self._gone()

    def _gone(self) -> None:
        assert self.process is not None
        self.process.wait(20)
        os.close(self._in)
        os.close(self._out)
        self.process = None

    # --- Speaking ---

    def send(self, method: str, session: str | None = None, **parameters: object) -> int:
        self._number += 1
        message: Event = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        try:
            os.write(self._out, json.dumps(message).encode() + b"\0")
        except OSError as error:
            raise BrowserGone(method) from error
        return self._number

    def call(
        self, method: str, session: str | None = None, seconds: float = 30, **parameters: object
    ) -> Event:
        """A command's result; raises `ScriptError` if the browser refuses it."""
        number = self.send(method, session, **parameters)
        self.pump(lambda: number in self._replies, seconds, method)
        reply = self._replies.pop(number)
        if "error" in reply:
            raise ScriptError(f"{method}: {reply['error']['message']}")
        result: Event = reply["result"]
        return result

    def pump(self, until: Callable[[], object], seconds: float, what: str) -> None:
        """Read until something is so; raises `BrowserGone` when that takes too long."""
        deadline = time.monotonic() + seconds
        while not until():
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._in], [], [], left)[0]:
                raise BrowserGone(f"{what}: no answer in {seconds} seconds")
            data = os.read(self._in, 1 << 20)
            if not data:
                raise BrowserGone(what)
            *messages, self._rest = (self._rest + data).split(b"\0")
            for message in map(json.loads, messages):
                self._take(message)

    def _take(self, message: Event) -> None:
        if "id" in message:
            self._replies[message["id"]] = message
        else:
            events = self.events.get(message.get("sessionId", ""))
            if events is not None:
                events.append(message)

    def open_tab(self, url: str = "about:blank") -> Tab:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.events[session] = deque(maxlen=5000)
        tab = Tab(self, target, session)
        for domain in ("Page", "Network", "Runtime", "ServiceWorker"):
            tab.call(f"{domain}.enable")
        if url != "about:blank":
            tab.goto(url)
        return tab


class Tab:
    """One open page."""

    def __init__(self, browser: Chromium, target: str, session: str) -> None:
        self.browser = browser
        self.target = target
        self.session = session

    def call(self, method: str, seconds: float = 30, **parameters: object) -> Event:
        return self.browser.call(method, self.session, seconds, **parameters)

    @property
    def events(self) -> deque[Event]:
        return self.browser.events[self.session]

    def run(self, script: str, seconds: float = 30, gesture: bool = False) -> Any:
        """The value of an expression, awaited."""
        reply = self.call(
            "Runtime.evaluate", seconds, expression=script, awaitPromise=True,
            returnByValue=True, userGesture=gesture,
        )  # fmt: skip
        if "exceptionDetails" in reply:
            details = reply["exceptionDetails"]
            raise ScriptError(details.get("exception", {}).get("description", details["text"]))
        return reply["result"].get("value")

    def close(self) -> None:
        self.browser.call("Target.closeTarget", targetId=self.target)
        del self.browser.events[self.session]

    def goto(self, url: str, seconds: float = 30) -> Opened:
        """Open an address as a reader does, and read what came, byte for byte."""
        self.events.clear()
        begun = self.call("Page.navigate", seconds, url=url)
        if begun.get("errorText"):
            return Opened(url, 0, b"", {}, False, begun["errorText"])
        loader = begun["loaderId"]
        ended = ("Network.loadingFinished", "Network.loadingFailed")
        self.browser.pump(lambda: self._event(loader, ended), seconds, f"opening {url}")
        self.browser.pump(lambda: self._event(None, ("Page.domContentEventFired",)), seconds, url)
        received = self._event(loader, ("Network.responseReceived",))
        if received is None:
            return Opened(url, 0, b"", {}, False, "no response")
        response = received["params"]["response"]
        return Opened(
            response["url"], response["status"], self._body(loader),
            {name.lower(): value for name, value in response["headers"].items()},
            response.get("fromServiceWorker", False), "",
        )  # fmt: skip

    def _event(self, request: str | None, methods: tuple[str, ...]) -> Event | None:
        return next(
            (
                event
                for event in self.events
                if event["method"] in methods
                and (request is None or event["params"].get("requestId") == request)
            ),
            None,
        )

    def _body(self, request: str) -> bytes:
        reply = self.call("Network.getResponseBody", requestId=request)
        text: str = reply["body"]
        return base64.b64decode(text) if reply["base64Encoded"] else text.encode()
