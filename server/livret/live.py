"""`livret serve --reload`: reads the guide whenever its files change, and tells the open pages."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from starlette.responses import StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from watchfiles import awatch

from livret.draft import Draft, Spoken, draft_of
from livret.listen import open_socket, origin_of, server_of
from livret.live_site import live_site
from livret.policy import NEVER_KEPT
from livret.problem import ProblemsFound
from livret.product import read_live_script, read_retiring_worker
from livret.serve import Service
from livret.settings import Settings
from livret.site import Site

logger = logging.getLogger("livret")

CHANGES = "/-/changes"
# An editor writes several files in one go, and some write a file in two steps.
SETTLED_MILLISECONDS = 60
# Only the stream of changes is ever open for long, and it ends by itself.
GRACE_SECONDS = 2


class Bench:
    """The guide that is being written: the last release that could be built, and what is wrong now.

    `site` is None until the guide could be built once. `warnings` are, by language, translations
    that are not shown.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.draft: Draft | None = None
        self.site: Site | None = None
        self.problems: tuple[str, ...] = ()
        self.warnings: dict[str, tuple[str, ...]] = {}
        self._warned_of: dict[str, Spoken] = {}
        self.written = asyncio.Event()
        self.changed = asyncio.Event()
        self.stopped = False

    async def build(self) -> None:
        """Build the guide; one that cannot be built leaves the last release as it is."""
        started = time.perf_counter()
        try:
            draft = await asyncio.to_thread(draft_of, self.folder, self.draft)
        except ProblemsFound as found:
            self.problems = tuple(map(str, found.problems))
        except (OSError, UnicodeDecodeError) as error:  # a file that is just being written
            self.problems = (str(error),)
        else:
            self.problems = ()
            self.draft, self.site = draft, self.site_of(draft)
        self.tell(time.perf_counter() - started)
        self.wake()

    async def look_at_catalogs(self) -> None:
        """Find what is wrong in those that have changed; nobody waits for it to see a page."""
        draft = self.draft
        if draft is None:
            return
        for tag, spoken in draft.spoken.items():
            if self._warned_of.get(tag) is spoken:
                continue
            found = await asyncio.to_thread(draft.problems_in, tag)
            self._warned_of[tag] = spoken
            told = self.warnings.get(tag, ())
            self.warnings[tag] = tuple(map(str, found))
            for warning in self.warnings[tag]:
                if warning not in told:
                    logger.warning("%s", warning)
        self.wake()

    def site_of(self, draft: Draft) -> Site:
        return live_site(draft, read_live_script(), read_retiring_worker(), self.site)

    def tell(self, took: float) -> None:
        """For the terminal."""
        for problem in self.problems:
            logger.error("%s", problem)
        if self.problems or self.site is None:
            state = f"still serving release {self.site.release}" if self.site else "nothing served"
            logger.error("the guide cannot be built; %s", state)
        else:
            logger.info("built release %s in %.2f s", self.site.release, took)

    def wake(self) -> None:
        """Have those who follow look again."""
        self.changed.set()
        self.changed = asyncio.Event()

    def stop(self) -> None:
        self.stopped = True
        self.wake()

    def state(self) -> str:
        release = self.site.release if self.site else ""
        warnings = [each for told in self.warnings.values() for each in told]
        return json.dumps({"release": release, "problems": self.problems, "warnings": warnings})

    async def follow(self) -> AsyncIterator[str]:
        """Server-sent events: how things are, and again after each build."""
        while not self.stopped:
            changed = self.changed
            yield f"data: {self.state()}\n\n"
            await changed.wait()

    async def watch(self) -> None:
        """Take note each time that the guide's files have changed."""
        async for _ in awatch(*watched(self.folder), debounce=1600, step=SETTLED_MILLISECONDS):
            self.written.set()

    async def build_again(self) -> None:
        """Build once something was written; what is written meanwhile counts as one more time."""
        await self.written.wait()
        self.written.clear()
        await self.build()


def watched(folder: Path) -> Iterator[Path]:
    """The folders whose files a guide is made of."""
    for name in ("content", "translations"):
        if (folder / name).is_dir():
            yield folder / name


def stream(bench: Bench) -> ASGIApp:
    """What an open page listens to."""
    headers = {"cache-control": NEVER_KEPT}
    return StreamingResponse(bench.follow(), media_type="text/event-stream", headers=headers)


async def run_live(settings: Settings) -> None:
    """Build, serve and watch until told to stop."""
    bench = Bench(settings.guide)
    watching = asyncio.create_task(bench.watch())
    await bench.build()
    while bench.site is None:
        await bench.build_again()
    service = Service(settings.out, bench.site, address=settings.address)
    service.prepared = True  # pages are made when they are asked for
    listening = open_socket(settings.host, settings.port)

    def started() -> None:
        logger.info("watching %s; open %s", settings.guide.absolute(), origin_of(listening))

    def stopping() -> None:
        service.stopping.set()
        for task in background:
            task.cancel()
        bench.stop()

    async def keep_building() -> None:
        while True:
            await bench.look_at_catalogs()
            await bench.build_again()
            service.site = bench.site or service.site

    served = service.app(settings.proxies)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == CHANGES:
            await stream(bench)(scope, receive, send)
        else:
            await served(scope, receive, send)

    background = [watching, asyncio.create_task(keep_building())]
    # SIGHUP asks a service to read again; here that happens anyway.
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, lambda: None)
    server = server_of(app, grace=GRACE_SECONDS, on_start=started, on_stop=stopping)
    await server.serve([listening])
    await asyncio.gather(*background, return_exceptions=True)
    logger.info("stopped")
