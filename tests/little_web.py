"""A little web on the loopback: an address for each thing that can become of a link."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeVar

Result = TypeVar("Result")

MOVED = {
    "/moved": (301, "/ok"),
    "/moved-308": (308, "/ok"),
    "/moved-twice": (301, "/moved"),
    "/moved-to-nothing": (301, "/missing"),
    "/moved-then-elsewhere": (301, "/elsewhere"),
    "/elsewhere": (302, "/ok"),
    "/elsewhere-then-moved": (302, "/moved"),
    "/circle": (301, "/circle"),
    "/to-no-web": (301, "ftp://127.0.0.1/ok"),
}
STATUSES = {"/ok": 200, "/missing": 404, "/gone": 410, "/broken": 500, "/refused": 403}
# How servers treat HEAD that have never heard of it.
HEAD_STATUSES = {"/no-head": 405, "/wrong-head": 404}


def aside(call: Callable[[], Result]) -> Result:
    """The result of a call in a thread of its own: Playwright's event loop occupies this one."""
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(call).result()


@dataclass(slots=True)
class Web:
    """What was asked: (method, path, user agent), and when, by host."""

    port: int = 0
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    times: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    over: threading.Event = field(default_factory=threading.Event)

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def methods(self, path: str) -> list[str]:
        return [method for method, asked, _ in self.asked if asked == path]


class Server(ThreadingHTTPServer):
    def __init__(self, web: Web) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.web = web
        web.port = self.server_address[1]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        web, started = self.server.web, time.monotonic()
        web.asked.append((self.command, self.path, self.headers["user-agent"]))
        self.give(web)
        host = self.headers["host"].partition(":")[0]
        web.times[host].append((started, time.monotonic()))

    do_HEAD = do_GET  # noqa: N815

    def give(self, web: Web) -> None:
        path, head = self.path, self.command == "HEAD"
        if path == "/drop":
            self.close_connection = True
        elif path == "/hang" or (path == "/hanging-head" and head):
            web.over.wait(30)
        elif path in MOVED:
            self.reply(*MOVED[path])
        elif path in HEAD_STATUSES and head:
            self.reply(HEAD_STATUSES[path])
        else:
            time.sleep(0.1 if path.startswith("/slow") else 0)
            self.reply(STATUSES.get(path, 200))

    def reply(self, status: int, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("location", location)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing: the tests look at what was asked."""


@contextmanager
def little_web() -> Iterator[Web]:
    web = Web()
    server = Server(web)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield web
    finally:
        web.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
