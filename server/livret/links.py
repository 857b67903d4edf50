"""Asks addresses on the network whether they are still there, and each host politely."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import StrEnum

import httpx

from livret import __version__

USER_AGENT = f"livret/{__version__} (checks the links of a guide, once in a while)"
# Servers that count requests count them by the second.
DELAY = 1.0
TIMEOUT = 20.0
MOST_HOSTS_AT_ONCE = 12
_MOST_REDIRECTS = 10

Progress = Callable[[int, int], None]


class Outcome(StrEnum):
    """What became of an address."""

    OK = "ok"
    MOVED = "moved"  # for good, to an address that is there
    DEAD = "dead"  # the server says that there is no such page
    UNCLEAR = "unclear"  # refused, broken or silent: a person has to look


@dataclass(frozen=True, slots=True)
class Link:
    """The outcome for an address, the reason in words, and where it has moved to for good."""

    outcome: Outcome
    reason: str
    moved_to: str | None = None


@dataclass(slots=True)
class _Host:
    """A host's turn: one request at a time, and none before `free_at` (the loop's clock)."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0


async def ask_all(
    addresses: Iterable[str],
    found: dict[str, Link],
    *,
    delay: float = DELAY,
    timeout: float = TIMEOUT,
    progress: Progress = lambda _done, _all: None,
) -> None:
    """Ask each address and put its link into `found`, as soon as it is known.

    Hosts are asked side by side, the addresses of one host one after the other, `delay` seconds
    apart. `timeout` is in seconds for each request.
    """
    waiting = list(dict.fromkeys(addresses))
    async with httpx.AsyncClient(headers={"user-agent": USER_AGENT}, timeout=timeout) as client:
        asker = _Asker(client, delay, timeout)

        async def ask(address: str) -> None:
            found[address] = await asker.follow(address)
            progress(sum(address in found for address in waiting), len(waiting))

        async with asyncio.TaskGroup() as group:
            for address in waiting:
                group.create_task(ask(address))


class _Asker:
    def __init__(self, client: httpx.AsyncClient, delay: float, timeout: float) -> None:
        self.client = client
        self.delay = delay
        self.timeout = timeout
        self.hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self.most = asyncio.Semaphore(MOST_HOSTS_AT_ONCE)

    async def follow(self, address: str) -> Link:
        """The link of an address, over its redirects. Never raises for what a server does."""
        moved_to: str | None = None
        for_good = True
        try:
            url = httpx.URL(address)
            for _ in range(_MOST_REDIRECTS):
                response = await self.ask(url)
                if not response.has_redirect_location:
                    return _link(response.status_code, moved_to)
                url = url.join(response.headers["location"])
                # After a redirect for the moment, later ones say nothing about this address.
                for_good = for_good and response.status_code in (301, 308)
                moved_to = str(url) if for_good else moved_to
        except (httpx.TimeoutException, TimeoutError):
            return Link(Outcome.UNCLEAR, f"no answer within {self.timeout:g} seconds")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return Link(Outcome.UNCLEAR, f"{error}" or type(error).__name__)
        return Link(Outcome.UNCLEAR, f"more than {_MOST_REDIRECTS} redirects")

    async def ask(self, url: httpx.URL) -> httpx.Response:
        """The head of the response. Servers that treat HEAD wrongly are asked again with GET."""
        try:
            response = await self.request("HEAD", url)
            if response.status_code < 400:
                return response
        except httpx.ConnectError:
            raise
        except (httpx.HTTPError, TimeoutError):
            pass
        return await self.request("GET", url)

    async def request(self, method: str, url: httpx.URL) -> httpx.Response:
        # The body is not wanted: leaving the block closes the connection on it.
        async with (
            self.turn(url.host),
            asyncio.timeout(self.timeout),
            self.client.stream(method, url) as response,
        ):
            return response

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """Waits until a host may be asked. The turn of all comes last: who waits holds up none."""
        host = self.hosts[name]
        async with host.lock:
            await asyncio.sleep(host.free_at - asyncio.get_running_loop().time())
            try:
                async with self.most:
                    yield
            finally:
                host.free_at = asyncio.get_running_loop().time() + self.delay


def _link(status: int, moved_to: str | None) -> Link:
    if status in (404, 410):
        return Link(Outcome.DEAD, f"answers {status}")
    if status >= 400:
        return Link(Outcome.UNCLEAR, f"answers {status}")
    if moved_to:
        return Link(Outcome.MOVED, "has moved for good", moved_to)
    return Link(Outcome.OK, f"answers {status}")
