"""The laboratory: a phone that keeps the guide, a server, and hands to break both."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from browser_pipe import Chromium, Opened, Tab
from fault_server import FaultServer, page_headers
from livret.publish import publish
from releases import LabRelease, build_releases

# The worker's waits (seconds for a stalled download or a page that is not kept) are made this many
# times shorter, so that a hung network costs a test a second; nothing else of it is changed.
HASTE = 20
PRELUDE = (
    "{const wait = self.setTimeout; "
    f"self.setTimeout = (f, ms, ...rest) => wait(f, ms / {HASTE}, ...rest);}}\n"
)
TOOLS = (Path(__file__).parent / "tools.js").read_text(encoding="utf-8")


class Broken(AssertionError):
    """Something that must hold for every reader does not."""


@dataclass(frozen=True)
class Seen:
    """What is on the phone: hash by path, the worker's own notes by path (as text)."""

    registered: bool
    files: dict[str, str | None]
    notes: dict[str, str]


@dataclass
class Laboratory:
    """One phone and one server.

    `published` is what a phone that asks now must get; None while the deploy is broken. `damaged`
    are the kept paths that were broken on purpose and not mended yet, `promised` the languages that
    the reader may count on.
    """

    folder: Path
    executable: str
    releases: list[LabRelease] = field(default_factory=list)
    published: LabRelease | None = None
    damaged: set[str] = field(default_factory=set)
    promised: set[str] = field(default_factory=set)
    offline: bool = False

    def __enter__(self) -> Self:
        self.releases = self.releases or build_releases(self.folder / "guides")
        self.site = self.folder / "site"
        self.profile = self.folder / "profile"
        publish(self.releases[0].release, self.site)
        self.published = self.releases[0]
        self.server = FaultServer(self.site, page_headers(self.site))
        self.server.prelude = PRELUDE.encode()
        self.server.start()
        self.browser = Chromium(self.executable, self.profile)
        self.start_browser()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        self.browser.kill()
        self.server.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    # --- The phone ---

    def start_browser(self) -> None:
        """A browser with the reader's tab, and one to look into the phone with."""
        self.browser.start()
        self.tab = self.browser.open_tab()
        self.others: list[Tab] = []
        self.open_observer()

    def open_observer(self) -> None:
        faults, portal, down = dict(self.server.faults), self.server.portal, self.offline
        self.server.heal()
        self.server.start()
        self.observer = self.browser.open_tab(f"{self.server.origin}/robots.txt")
        self.observer.run(f"{{{TOOLS}}}\nnull")
        self.server.faults.update(faults)
        self.server.portal = portal
        if down:
            self.server.stop()

    def kill_browser(self) -> None:
        """As when the phone needs its memory: the browser has no time for a last word."""
        self.browser.kill()
        if not self.is_cache_written():
            self.promised.clear()
        self.start_browser()

    def is_cache_written(self) -> bool:
        """Whether the browser has written to its disk that there is a cache.

        Chromium does so five seconds after the last change: a cache that is new and still changing
        is lost, whole, when the browser is killed. No page can do anything about it.
        """
        folder = self.profile / "Default" / "Service Worker" / "CacheStorage"
        for index in folder.glob("*/index.txt"):
            names = re.findall(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", index.read_bytes())
            if any((index.parent / name.decode() / "index").exists() for name in names):
                return True
        return False

    def stop_worker(self) -> None:
        self.observer.call("ServiceWorker.stopAllWorkers")

    def goto(self, address: str, tab: Tab | None = None) -> Opened:
        return (tab or self.tab).goto(self.server.origin + address, 40)

    def visit(self, address: str) -> Opened:
        """Open a page and let its script register the worker, where the network lets it."""
        opened = self.goto(address)
        self.observer.run(f"installed({300 if self.offline or self.server.portal else 3000})")
        return opened

    def begin(self, message: dict[str, Any]) -> None:
        """Have a page ask the worker, without waiting for the answer."""
        self.observer.run(f"globalThis.reply = ask({json.dumps(message)}); null")

    def settled(self) -> dict[str, Any] | None:
        """The answer; None if none came because the worker was ended under it."""
        found: dict[str, Any] | None = self.observer.run(
            "Promise.race([globalThis.reply, quiet(25, 15000).then(() => null)])", 40
        )
        self.quiet()
        return found

    def ask(self, message: dict[str, Any]) -> dict[str, Any] | None:
        """What the worker answers a page."""
        answer: dict[str, Any] | None = self.observer.run(
            f"Promise.race([ask({json.dumps(message)}), pause(20000).then(() => null)])", 40
        )
        return answer

    def keep(self, languages: list[str], cause: str = "asked") -> dict[str, Any] | None:
        return self.ask({"type": "keep", "languages": languages, "cause": cause})

    def quiet(self) -> None:
        """Wait until nothing is written any more."""
        if not self.observer.run("quiet(3, 20000)", 40):
            raise Broken("the worker holds its lock for ever")

    def look(self) -> Seen:
        found = self.observer.run("look()")
        return Seen(found["registered"], found["files"], found["notes"])

    # --- The server ---

    def deploy(self, release: LabRelease, keep_days: int = 90) -> None:
        publish(release.release, self.site, keep_days=keep_days)
        self.server.folder = self.site
        self.published = release

    def go_offline(self, down: bool) -> None:
        self.offline = down
        if down:
            self.server.stop()
        else:
            self.server.start()

    def quota(self, size: int | None) -> None:
        """How many bytes the browser gives the guide; None for as many as it likes."""
        given = {} if size is None else {"quotaSize": size}
        origin = self.server.origin
        self.observer.call("Storage.overrideQuotaForOrigin", origin=origin, **given)

    def shift_clock(self, milliseconds: int) -> None:
        """As if the phone's clock had moved: every time that was written down is moved back."""
        self.observer.run(f"shiftTimes({milliseconds})")

    def damage(self, path: str, how: str) -> None:
        """Have a kept entry "deleted", or one byte of it "altered"."""
        self.observer.run(f"damage({json.dumps(path)}, {json.dumps(how)})")
        self.damaged.add(path)


def laboratory(executable: str) -> Laboratory:
    """A laboratory in a temporary folder of its own."""
    return Laboratory(Path(tempfile.mkdtemp(prefix="livret-faults-")), executable)
