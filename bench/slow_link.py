"""A phone's network on this machine: a proxy that takes the time of a link, and counts.

Chromium's own throttling does not reach what a service worker fetches. Here every byte between
browser and server passes one queue in each direction, whichever connection it belongs to, and
comes half a round trip later; a new connection takes one round trip more, as its handshake would.
"""

from __future__ import annotations

import asyncio
import re
import threading
import time
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

ROUND_TRIP = 0.150
DOWN, UP = 1_600_000 / 8, 750_000 / 8  # bytes in a second
_PIECE = 4096
_REQUEST = re.compile(rb"(?:^|\r\n\r\n)(GET|HEAD) (\S+) HTTP/1\.1\r\n")


class SlowLink:
    """Leads to `port` of this machine; `up` and `down` are bytes, `asked` the paths in order."""

    def __init__(self, port: int) -> None:
        self.target = port
        self.asked: list[str] = []
        self.up = self.down = 0
        self._free = {"up": 0.0, "down": 0.0}
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self._server = self._do(asyncio.start_server(self._connected, "127.0.0.1", 0))
        self.port = self._server.sockets[0].getsockname()[1]
        self.origin = f"http://localhost:{self.port}"
        self._writers: set[asyncio.StreamWriter] = set()

    def _do(self, task: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(task, self._loop).result(10)

    def reset(self) -> None:
        """Count from nought."""
        self.asked.clear()
        self.up = self.down = 0

    def cut(self) -> None:
        """No network any more: nobody is let in, and every connection ends."""

        async def stop() -> None:
            self._server.close()
            for writer in list(self._writers):
                writer.transport.abort()

        self._do(stop())

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(ROUND_TRIP)
        there = await asyncio.open_connection("127.0.0.1", self.target)
        self._writers |= {writer, there[1]}
        with suppress(ConnectionError):
            await asyncio.gather(
                self._carry(reader, there[1], "up"), self._carry(there[0], writer, "down")
            )
        self._writers -= {writer, there[1]}

    async def _carry(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: str
    ) -> None:
        """Pieces in order, each when the link would have brought it."""
        queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(64)

        async def deliver() -> None:
            while (item := await queue.get())[1]:
                await asyncio.sleep(max(0.0, item[0] - time.monotonic()))
                writer.write(item[1])
            writer.close()

        delivery = asyncio.create_task(deliver())
        with suppress(ConnectionError):
            while piece := await reader.read(_PIECE):
                self._count(piece, way)
                rate = UP if way == "up" else DOWN
                self._free[way] = max(time.monotonic(), self._free[way]) + len(piece) / rate
                await queue.put((self._free[way] + ROUND_TRIP / 2, piece))
        await queue.put((0.0, b""))
        await delivery

    def _count(self, piece: bytes, way: str) -> None:
        if way == "up":
            self.up += len(piece)
            self.asked += [found[2].decode() for found in _REQUEST.finditer(piece)]
        else:
            self.down += len(piece)
