"""The way between a phone and the guide: a proxy that counts, and meddles as real ones do."""

from __future__ import annotations

import gzip
import http.client
import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import brotli
import zstandard

MEDDLING = {"text/html": b"<!-- for you -->\n", "text/javascript": b"// for you\n"}
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "server", "date"}


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    def decoded(self) -> Answer:
        """The same without its content coding, as proxies see it that change what they carry."""
        coding = self.headers.get("content-encoding")
        if coding == "br":
            body = brotli.decompress(self.body)
        elif coding == "gzip":
            body = gzip.decompress(self.body)
        elif coding == "zstd":
            body = zstandard.ZstdDecompressor().decompress(self.body, max_output_size=1 << 27)
        else:  # one that they do not know, too
            return self
        headers = {
            name: value for name, value in self.headers.items() if name != "content-encoding"
        }
        return Answer(self.status, headers, body)


@dataclass
class Way:
    """What happens between phone and server; tests change it while it runs.

    `held` are patterns of addresses that are answered with what came first, whatever the phone asks
    for. `one_for_all` forgets `Vary`: the first coding that anybody got is given to everybody.
    `recompressed` unpacks what it carries and packs it again. `meddling` adds a line to every
    script and page. `queryless` passes on no query. `broken` are patterns of addresses and the
    status they are answered with.
    `carried` are address, coding and length of what went through, in order.
    """

    target: int
    held: list[str] = field(default_factory=list)
    one_for_all: bool = False
    recompressed: bool = False
    meddling: bool = False
    queryless: bool = False
    broken: dict[str, int] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    origin: str = ""
    carried: list[tuple[str, str, int]] = field(default_factory=list)
    _first: dict[str, Answer] = field(default_factory=dict)

    def carry(self, path: str, headers: dict[str, str]) -> Answer:
        self.asked[path] += 1
        status = next((code for part, code in self.broken.items() if re.search(part, path)), None)
        if status is not None:
            return Answer(status, {"content-type": "text/html"}, b"<h1>Out of order</h1>")
        holds = self.one_for_all or any(re.search(part, path) for part in self.held)
        if holds and path in self._first:
            return self._first[path]
        if holds:  # what a cache stores has to be whole
            headers = {name: value for name, value in headers.items() if name != "if-none-match"}
        answer = self.fetch(path.partition("?")[0] if self.queryless else path, headers)
        sign = MEDDLING.get(answer.headers["content-type"].partition(";")[0])
        if self.meddling and sign:
            answer = answer.decoded()
            answer.body += sign
        if self.recompressed and answer.headers.get("content-encoding") != "dcz":
            answer = answer.decoded()
            answer.body = gzip.compress(answer.body, 1)
            answer.headers |= {"content-encoding": "gzip", "etag": 'W/"repacked"'}
        if self.one_for_all:
            answer.headers.pop("vary", None)
        self.carried.append((path, answer.headers.get("content-encoding", ""), len(answer.body)))
        private = "private" in answer.headers.get("cache-control", "")
        return self._first.setdefault(path, answer) if holds and not private else answer

    def fetch(self, path: str, headers: dict[str, str]) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.target, timeout=30)
        try:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            kept = {
                name.lower(): value
                for name, value in response.getheaders()
                if name.lower() not in HOP_BY_HOP
            }
            return Answer(response.status, {"content-type": "", **kept}, response.read())
        finally:
            connection.close()


@contextmanager
def way_to(port: int, **behaviour: Any) -> Iterator[Way]:
    """A proxy on a port of its own that leads to `port`."""
    way = Way(port, **behaviour)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                answer = way.carry(self.path, dict(self.headers.items()))
            except (OSError, http.client.HTTPException):
                self.close_connection = True  # as a network that has gone: no answer at all
                return
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                if value:
                    self.send_header(name, value)
            self.send_header("content-length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: Any) -> None: ...

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: Any) -> None: ...  # a browser that closed its connection

    server = Quiet(("127.0.0.1", 0), Handler)
    way.origin = f"http://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield way
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
