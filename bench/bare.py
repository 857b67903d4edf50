"""A page of one sentence and a worker of one line: the least that a browser itself takes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"""<!doctype html><html lang="en"><title>Bare</title><p>One sentence, and nothing else.
<script>
navigator.serviceWorker.register("/sw.js");
</script>"""
WORKER = b"""oninstall = () => skipWaiting();
onfetch = (event) => event.respondWith(new Response(
  '<!doctype html><html lang="en"><title>Bare</title><p>One sentence, and nothing else.',
  { headers: { "content-type": "text/html; charset=utf-8" } }));"""


class Handler(BaseHTTPRequestHandler):
    """Any address is the page, but for the worker's."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        is_worker = self.path == "/sw.js"
        body = WORKER if is_worker else PAGE
        self.send_response(200)
        self.send_header("content-type", "text/javascript" if is_worker else "text/html")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


@contextmanager
def bare_server() -> Iterator[int]:
    """The port that the page is served on."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
