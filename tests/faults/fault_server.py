"""A web server that can break in every way that readers meet, for a published folder.

It serves as a plain static host does, over real sockets, in a thread of its own; or it tells phones
the news, as the service does. Stopped, it is really gone: its port refuses connections, and those
under way are cut.
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import socket
import threading
from collections.abc import Coroutine, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from livret.news import news
from livret.published import NotServable, read_published

TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "ndjson": "application/x-ndjson; charset=utf-8",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
}
SIGN_IN = b"<!doctype html><title>Sign in</title><p>Welcome to this Wi-Fi. Sign in to go on."

# What can become of an answer. "html" and "redirect" are what a Wi-Fi with a sign-in page does;
# "cut" ends before the announced length, "short" ends early and announces nothing, "stall" stops
# half-way, "hang" never begins, "drop" cuts the connection, "gzip" is a proxy that compresses.
FAULTS = (
    "404", "500", "html", "redirect", "cut", "short", "empty", "flipped", "slow", "stall", "hang",
    "drop", "wrong-type", "gzip",
)  # fmt: skip
# Those after which the right bytes have arrived all the same.
HARMLESS = frozenset({"slow", "wrong-type", "gzip"})


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class FaultServer:
    """Serves `folder`, which may be replaced at any time; all methods may be called by any thread.

    `faults` holds what happens to single paths, `portal` turns every answer into a sign-in page,
    `prelude` stands before the worker's script. `log` holds the path of every request in order.
    With `tells_news` it knows the addresses that the service has news at; a fault may be at one.
    """

    def __init__(self, folder: Path, page_headers: Mapping[str, str]) -> None:
        self.folder = folder
        self.page_headers = page_headers
        self.prelude = b""
        self.faults: dict[str, str] = {}  # by address or path, "*" for all others
        self.replaced: dict[str, bytes] = {}  # bodies that a proxy sends instead
        self.portal = False
        self.tells_news = False
        self.log: list[str] = []
        self._heard = threading.Condition()
        self._connections: set[asyncio.StreamWriter] = set()
        self._is_up = False
        self._server: asyncio.Server | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.origin = f"http://localhost:{self.port}"

    # --- Up and down ---

    def start(self) -> None:
        if self._server is None:
            self._is_up = True
            self._server = self._do(asyncio.start_server(self._connected, "127.0.0.1", self.port))

    def stop(self) -> None:
        """Nobody is let in any more, and every connection is cut."""

        async def stop(server: asyncio.Server) -> None:
            self._is_up = False
            server.close()
            for writer in list(self._connections):
                writer.transport.abort()

        if self._server is not None:
            self._do(stop(self._server))
            self._server = None

    def close(self) -> None:
        self.stop()
        self._do(self._finish())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _finish(self) -> None:
        # Who was let in just now is answered by a task that has not begun, and would never close.
        await asyncio.sleep(0.05)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await asyncio.sleep(0)  # what was closed is told so in the loop's next round

    def _do(self, task: Coroutine[Any, Any, Any]) -> Any:
        future: Future[Any] = asyncio.run_coroutine_threadsafe(task, self._loop)
        return future.result(10)

    def heal(self) -> None:
        """No fault is left."""
        self.faults.clear()
        self.replaced.clear()
        self.portal = False

    def wait_for_requests(self, count: int, seconds: float) -> bool:
        """Whether the log grew to `count` requests in time."""
        with self._heard:
            return self._heard.wait_for(lambda: len(self.log) >= count, seconds)

    # --- Answering ---

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections.add(writer)
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                # One that was let in at the moment of a stop is not yet among those it cuts.
                while self._is_up and await self._one(reader, writer):
                    pass
        finally:
            self._connections.discard(writer)
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answers one request; whether another may follow on this connection."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        address = head.split(" ", 2)[1]
        path, _, query = address.partition("?")
        with self._heard:
            self.log.append(path)
            self._heard.notify_all()
        answer = self._news(path, query) or self._answer(path)
        places = (address, path, "*")
        fault = next((self.faults[each] for each in places if each in self.faults), None)
        if self.portal:
            answer, fault = Answer(200, SIGN_IN, {"content-type": TYPES["html"]}), None
        return await self._send(writer, answer, fault)

    def _news(self, path: str, query: str) -> Answer | None:
        if not (self.tells_news and path == "/release.json" and path not in self.replaced):
            return None
        try:
            body = news(read_published(self.folder)).get(query)
        except NotServable:
            return None
        headers = {"content-type": TYPES["json"], "cache-control": "no-store"}
        return Answer(200, body, headers) if body else None

    def _answer(self, path: str) -> Answer:
        if path == "/" or path.startswith("/go/"):
            target = "/en" + (path.removeprefix("/go").rstrip("/") or "") + "/"
            return Answer(307, b"", {"location": target, "cache-control": "no-store"})
        if path == "/robots.txt":
            return Answer(200, b"User-agent: *\n", {"content-type": TYPES["txt"]})
        name = path[1:] + ("index.html" if path.endswith("/") else "")
        try:
            body = self.replaced.get(path) or (self.folder / name).read_bytes()
        except OSError:
            return self._missing(path)
        return Answer(200, self.prelude + body if path == "/sw.js" else body, self._headers(name))

    def _headers(self, name: str) -> dict[str, str]:
        kept = name.startswith(("packs/", "assets/"))
        control = "public, max-age=31536000, immutable" if kept else "no-cache"
        headers = {"content-type": TYPES[name.rpartition(".")[2]], "cache-control": control}
        return {**headers, **self.page_headers} if name.endswith(".html") else headers

    def _missing(self, path: str) -> Answer:
        page = self.folder / path.split("/")[1] / "404.html"
        if path.startswith(("/packs/", "/assets/")) or not page.is_file():
            headers = {"content-type": TYPES["txt"], "cache-control": "no-store"}
            return Answer(404, b"Not Found", headers)
        return Answer(404, page.read_bytes(), self._headers("404.html"))

    async def _send(self, writer: asyncio.StreamWriter, answer: Answer, fault: str | None) -> bool:
        match fault:
            case "404" | "500":
                answer = Answer(int(fault), b"broken", {"content-type": TYPES["txt"]})
            case "html":
                answer = Answer(200, SIGN_IN, {"content-type": TYPES["html"]})
            case "redirect":
                answer = Answer(302, b"", {"location": f"{self.origin}/sign-in"})
            case "empty":
                answer = Answer(200, b"", answer.headers)
            case "flipped":
                answer = Answer(answer.status, flipped(answer.body), answer.headers)
            case "wrong-type":
                kind = {"content-type": "application/octet-stream"}
                answer = Answer(answer.status, answer.body, {**answer.headers, **kind})
            case "gzip":
                coded = {"content-encoding": "gzip", "vary": "accept-encoding"}
                body = gzip.compress(answer.body, 1)
                answer = Answer(answer.status, body, {**answer.headers, **coded})
            case "drop":
                writer.transport.abort()
                return False
            case "hang":
                await asyncio.sleep(3600)
        return await self._write(writer, answer, fault)

    async def _write(self, writer: asyncio.StreamWriter, answer: Answer, fault: str | None) -> bool:
        body = answer.body
        lines = [f"{name}: {value}" for name, value in answer.headers.items()]
        lines += [] if fault == "short" else [f"content-length: {len(body)}"]
        lines += ["connection: close"] if fault in ("short", "cut") else []
        writer.write("\r\n".join([f"HTTP/1.1 {answer.status} x", *lines, "", ""]).encode())
        half = len(body) // 2
        if fault == "slow":
            for start in range(0, len(body), half // 4 + 1):
                writer.write(body[start : start + half // 4 + 1])
                await writer.drain()
                await asyncio.sleep(0.05)
        elif fault in ("cut", "short", "stall"):
            writer.write(body[:half])
            await writer.drain()
            if fault == "stall":
                await asyncio.sleep(3600)
            return False
        else:
            writer.write(body)
        await writer.drain()
        return True


def flipped(body: bytes) -> bytes:
    """The same bytes but one."""
    middle = len(body) // 2
    return body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :] if body else b"x"


def page_headers(folder: Path) -> dict[str, str]:
    """The HTTP fields of the pages in a published folder, as its packs name them."""
    listing = json.loads((folder / "release.json").read_bytes())
    pack = folder / listing["languages"][0]["pack"].removeprefix("/")
    with pack.open("rb") as lines:
        headers: dict[str, str] = json.loads(lines.readline())["headers"]
    return headers
