"""Numbers for operators in Prometheus' format, on an address of their own and only if asked for.

Counted are answers by kind and status, and their bytes. No address of a page, no language and
nothing about who asked is counted: see docs/privacy.md.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, ProcessCollector, start_http_server
from prometheus_client.core import InfoMetricFamily
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from livret.direct import Answer, Find
from livret.settings import Place

logger = logging.getLogger("livret")

RETRY_SECONDS = 1.0
# The first part of an address to what it is; all else is a page, or is not there.
KINDS = {
    "packs": "pack",
    "assets": "asset",
    "release.json": "release",
    "sw.js": "worker",
    "health": "probe",
    "ready": "probe",
    "": "entrance",
    "go": "entrance",
}


class ServedRelease(Collector):
    """Tells the release that is served in the moment in which it is asked for."""

    def __init__(self, release: Callable[[], str]) -> None:
        self.release = release

    def collect(self) -> Iterator[InfoMetricFamily]:
        value = {"id": self.release()}
        yield InfoMetricFamily("livret_release", "The release that is served", value=value)


class Metrics:
    """The counters of one process; `release` tells which release is served at the moment."""

    def __init__(self, release: Callable[[], str]) -> None:
        self.registry = CollectorRegistry()
        self.registry.register(ServedRelease(release))
        self.answers = Counter(
            "livret_answers", "Answers sent", ("kind", "status"), registry=self.registry
        )
        self.bytes = Counter(
            "livret_sent_bytes", "Bytes of bodies sent", ("kind",), registry=self.registry
        )
        ProcessCollector(registry=self.registry)

    def count(self, app: ASGIApp) -> ASGIApp:
        """The same application, counted."""

        async def counted(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            kind = kind_of(scope["path"])

            async def counting(message: Message) -> None:
                if message["type"] == "http.response.start":
                    self.answers.labels(kind, message["status"]).inc()
                elif message["type"] == "http.response.body":
                    self.bytes.labels(kind).inc(len(message.get("body", b"")))
                await send(message)

            await app(scope, receive, counting)

        return counted

    def count_found(self, find: Find) -> Find:
        """The same look-up, its answers counted: who asks it sends them."""

        def counted(scope: Scope) -> Answer | None:
            answer = find(scope)
            if answer is not None:
                kind = kind_of(scope["path"])
                self.answers.labels(kind, answer.start["status"]).inc()
                self.bytes.labels(kind).inc(len(answer.body["body"]))
            return answer

        return counted

    async def publish(self, place: Place) -> None:
        """Answer at `place` until cancelled.

        A predecessor that hands over has it until it is gone, so it is asked for again and again;
        the guide is served meanwhile.
        """
        told = False
        while True:
            try:
                server, _ = start_http_server(place.port, place.host, self.registry)
                break
            except OSError as error:
                if not told:
                    logger.warning("no metrics at %s:%d yet: %s", *place, error.strerror)
                told = True
                await asyncio.sleep(RETRY_SECONDS)
        logger.info("metrics: http://%s:%d/metrics", *place)
        try:
            await asyncio.Event().wait()
        finally:
            server.shutdown()
            server.server_close()


def kind_of(path: str) -> str:
    """What an address is, as coarse as the numbers tell it."""
    return KINDS.get(path.strip("/").partition("/")[0], "page")
