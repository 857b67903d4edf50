"""What a phone feels: the first visit, keeping, reading without network, an update."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bare import bare_server
from measure import Bench, Result

TESTS = Path(__file__).parent.parent.parent / "tests"
sys.path.insert(0, str(TESTS))
from example import Server  # noqa: E402
from install_browser import has_playwright_browser, system_browser  # noqa: E402
from slow_link import SlowLink  # noqa: E402
from visiting import check_now, pointer, served_release  # noqa: E402

# Times of the page's thread are those of a processor four times as slow.
SLOWER = 4
# name: unit and the most that it may be; the comparison was made with 60 answers.
GOALS: dict[str, tuple[str, float | None]] = {
    "first visit, until it can be read": ("kB", 16),
    "first visit, the page in all": ("kB", 30),
    "first visit, the page's requests": ("", 10),
    "first contentful paint": ("ms", 764),
    "first contentful paint of a bare page": ("ms", None),
    "total blocking time": ("ms", 0),
    "layout shift": ("", 0),
    "one language without network": ("s", 2.5),
    "one language, over the network": ("kB", 90),
    "eight languages without network": ("s", 6),
    "eight languages, over the network": ("kB", 450),
    "cold open offline, never visited": ("ms", 300),
    "of it the worker's": ("ms", None),
    "cold open offline of a bare page": ("ms", None),
    "language switch offline, never visited": ("ms", 250),
    "next page offline, bare": ("ms", None),
    "update after a changed sentence": ("kB", 1),
    "update, requests": ("", None),
    "update, time": ("s", None),
}
WATCH = """
window.shift = 0; window.blocked = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  if (!entry.hadRecentInput) window.shift += entry.value;
})).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  window.blocked += Math.max(0, entry.duration - 50);
})).observe({ type: "longtask", buffered: true });
"""
PAINT = """() => new Promise((resolve) => {
  const tell = () => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    if (!paint) return setTimeout(tell, 10);
    const [page] = performance.getEntriesByType("navigation");
    resolve({ paint: paint.startTime, at: performance.timeOrigin + paint.startTime,
              worker: page.workerStart ? page.responseStart - page.workerStart : 0 });
  };
  tell();
})"""
LEAVE = """() => {
  const now = performance.timeOrigin + performance.now();
  setTimeout(() => location.assign("/next"));
  return now;
}"""
NOTE_CLICK = """() => addEventListener("click", ({ timeStamp }) => {
  sessionStorage.setItem("clicked", performance.timeOrigin + timeStamp);
}, true)"""
LANGUAGES = 8
# How long a tap is, in milliseconds.
PRESS = 80


def measure(bench: Bench) -> Iterator[Result]:
    """Chromium on a link of 1.6 Mbit/s and 150 ms (slow_link.py), its page's thread slowed."""
    options = _launch()
    for answers in bench.sizes:
        guide, site = bench.guide(answers), bench.site(answers)
        with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
            newer = _with_a_changed_sentence(guide, site, Path(place))
            browser = playwright.chromium.launch(**options)
            found: dict[str, list[float]] = defaultdict(list)
            for _ in range(bench.repeats):
                phone = _one_phone(browser, site, newer, Path(place))
                for name, value in chain(_bare(browser), phone):
                    found[name].append(value)
            browser.close()
        for name, (unit, goal) in GOALS.items():
            yield Result(f"{name}, {answers} × 8", unit, tuple(found[name]), goal)


def _launch() -> dict[str, Any]:
    own = {} if has_playwright_browser() else {"executable_path": system_browser()}
    return {"args": ["--no-sandbox", "--disable-background-networking"], **own}


def _with_a_changed_sentence(guide: Path, site: Path, place: Path) -> Path:
    """The site after a deploy of the same guide with another sentence in one answer."""
    changed = Path(shutil.copytree(guide, place / "guide"))
    path = sorted((changed / "content").glob("topic-*/*.md"))[3]
    text = path.read_text(encoding="utf-8")
    head, body = text.rsplit("---\n", 1)
    body = re.sub(r"^(\w[^\n]*?)\.", r"\1, and this is new.", body, count=1, flags=re.MULTILINE)
    path.write_text(f"{head}---\n{body}", encoding="utf-8")
    newer = Path(shutil.copytree(site, place / "newer"))
    command = [sys.executable, "-m", "livret", "build", "--guide", changed, "--out", newer]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return newer


def _one_phone(
    browser: Browser, site: Path, newer: Path, place: Path
) -> Iterator[tuple[str, float]]:
    """Everything that is measured on one phone, from its first visit on."""
    served = Path(shutil.copytree(site, place / "served", dirs_exist_ok=True))
    server = Server(served)
    server.start()
    answers = _answers(served)
    _warm(server, answers[:2])
    link = SlowLink(server.port)
    context = browser.new_context()
    context.add_init_script(WATCH)
    try:
        page = _slow(context)
        yield from _first_visit(page, link, answers[0])
        link.reset()
        shutil.rmtree(served)
        shutil.copytree(newer, served)
        listing = json.loads((served / "release.json").read_bytes())
        assert server.process
        server.process.send_signal(signal.SIGHUP)
        while served_release(server) != listing["id"]:
            page.wait_for_timeout(500)
        yield from _update(page, link)
        link.cut()
        yield from _offline(context, page, link, answers)
    finally:
        context.close()
        server.stop()
        shutil.rmtree(served)


def _warm(server: Server, addresses: list[str]) -> None:
    """Wait until all files are compressed, and have the pages compressed that are measured."""
    while True:
        try:
            urllib.request.urlopen(f"{server.origin}/ready", timeout=120).close()
            break
        except urllib.error.HTTPError as error:
            if error.code != 503:
                raise
            time.sleep(0.5)
    for address in addresses:
        request = urllib.request.Request(server.origin + address)
        request.add_header("accept-encoding", "gzip, deflate, br, zstd")
        urllib.request.urlopen(request, timeout=120).close()


def _bare(browser: Browser) -> Iterator[tuple[str, float]]:
    """What the browser itself takes for a page, over the same network and out of a worker."""
    with bare_server() as port:
        link = SlowLink(port)
        context = browser.new_context()
        try:
            page = _slow(context)
            page.goto(f"{link.origin}/")
            yield "first contentful paint of a bare page", page.evaluate(PAINT)["paint"]
            page.evaluate("navigator.serviceWorker.ready.then(() => {})")
            link.cut()
            _stop_workers(context, page)
            cold = _slow(context)
            cold.goto(f"{link.origin}/cold")
            yield "cold open offline of a bare page", cold.evaluate(PAINT)["paint"]
            cold.wait_for_timeout(500)
            left = cold.evaluate(LEAVE)
            cold.wait_for_url(f"{link.origin}/next")
            yield "next page offline, bare", cold.evaluate(PAINT)["at"] - left
        finally:
            context.close()


def _answers(site: Path) -> list[str]:
    pages = sorted((site / "en").glob("topic-*/*/index.html"))
    return [f"/{page.parent.relative_to(site)}/" for page in pages]


def _slow(context: BrowserContext) -> Page:
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def _stop_workers(context: BrowserContext, page: Page) -> None:
    """As the browser does with workers that nobody needs."""
    session = context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")


def _first_visit(page: Page, link: SlowLink, address: str) -> Iterator[tuple[str, float]]:
    sizes: list[int] = []
    document: dict[str, int] = {}

    def finished(request: Any) -> None:
        size = request.sizes()
        sizes.append(size["responseBodySize"] + size["responseHeadersSize"])
        document.setdefault("size", sizes[-1])

    page.on("requestfinished", finished)
    started = time.monotonic()
    page.goto(link.origin + address, wait_until="commit")
    one, one_bytes = _until_kept(page, link, 1, started)
    every, every_bytes = _until_kept(page, link, LANGUAGES, started)
    page.wait_for_timeout(500)
    yield "first visit, until it can be read", document["size"] / 1000
    yield "first visit, the page in all", sum(sizes) / 1000
    yield "first visit, the page's requests", len(sizes)
    yield "first contentful paint", page.evaluate(PAINT)["paint"]
    yield "total blocking time", page.evaluate("window.blocked")
    yield "layout shift", page.evaluate("window.shift")
    yield "one language without network", one
    yield "one language, over the network", one_bytes / 1000
    yield "eight languages without network", every
    yield "eight languages, over the network", every_bytes / 1000


def _until_kept(page: Page, link: SlowLink, count: int, started: float) -> tuple[float, int]:
    """Seconds and bytes until so many languages are on the phone."""
    while time.monotonic() < started + 120:
        found = pointer(page)
        if found and len(found["languages"]) >= count:
            return time.monotonic() - started, link.down
        page.wait_for_timeout(20)
    raise RuntimeError(f"{count} languages did not come within two minutes")


def _update(page: Page, link: SlowLink) -> Iterator[tuple[str, float]]:
    before = pointer(page)
    started = time.monotonic()
    status = check_now(page)
    took = time.monotonic() - started
    if not before or status["release"] in (None, before["release"]["id"]):
        raise RuntimeError(f"the update did not come: {status}")
    yield "update after a changed sentence", link.down / 1000
    yield "update, requests", len(link.asked)
    yield "update, time", took


def _offline(
    context: BrowserContext, page: Page, link: SlowLink, answers: list[str]
) -> Iterator[tuple[str, float]]:
    _stop_workers(context, page)
    cold = _slow(context)
    cold.goto(link.origin + answers[1])
    painted = cold.evaluate(PAINT)
    yield "cold open offline, never visited", painted["paint"]
    yield "of it the worker's", painted["worker"]
    cold.wait_for_timeout(500)
    yield "language switch offline, never visited", _switch(cold, link, answers[1])


def _switch(page: Page, link: SlowLink, answer: str) -> float:
    """Milliseconds from the click on a language to its page, as a reader gets there: the menu is
    opened, and a finger lies on the language for a moment."""
    page.evaluate(NOTE_CLICK)
    page.locator(".languages summary").click()
    page.wait_for_timeout(500)
    page.locator('a[data-language="ar"]').click(delay=PRESS)
    page.wait_for_url(f"{link.origin}{answer.replace('/en/', '/ar/')}*")
    painted: float = page.evaluate(PAINT)["at"]
    return painted - float(page.evaluate("sessionStorage.getItem('clicked')"))
