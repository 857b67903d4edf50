"""What browser tests do: visit, keep, look into the cache, deploy a release meanwhile."""

from __future__ import annotations

import json
import signal
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from example import Server
from livret.build import Built, build
from livret.publish import publish

POINTER = """async () => {
  const cache = await caches.open("livret");
  const pointer = await cache.match("/kept.json");
  return pointer ? await pointer.json() : null;
}"""

# Every stored file whose name holds a hash, and whether its bytes have it.
DAMAGED = """async () => {
  const cache = await caches.open("livret");
  const found = [];
  for (const request of await cache.keys()) {
    const promised = /\\.([0-9a-f]{16})\\.\\w+$/.exec(new URL(request.url).pathname)?.[1];
    if (!promised) continue;
    const bytes = await (await cache.match(request)).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (!hash.startsWith(promised)) found.push(request.url);
  }
  return found;
}"""

# Asks the worker, as the page about this phone does.
ASK = """(request) => new Promise(async (resolve, reject) => {
  setTimeout(reject, 60_000, new Error("the worker does not answer"));
  const registration = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => resolve(data);
  registration.active.postMessage(request, [port2]);
})"""

# Lets the next check be due, as hours do.
LATER = """async () => {
  const cache = await caches.open("livret");
  const record = await (await cache.match("/checked.json")).json();
  await cache.put("/checked.json", new Response(JSON.stringify({ ...record, next: 0 })));
}"""


def until(page: Page, is_so: Callable[[], bool], what: str, seconds: float = 60) -> None:
    """Wait until something is so; the page lives on meanwhile."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, f"not in time: {what}"
        page.wait_for_timeout(50)


def pointer(page: Page) -> dict[str, Any] | None:
    found: dict[str, Any] | None = page.evaluate(POINTER)
    return found


def kept_release(page: Page) -> str | None:
    found = pointer(page)
    return found["release"]["id"] if found else None


def keeps(page: Page, *codes: str) -> bool:
    found = pointer(page)
    return found is not None and set(codes) <= set(found["languages"])


def visit(page: Page, origin: str, codes: tuple[str, ...] = ("en", "fr", "ar")) -> None:
    """Visit the guide and wait until the languages are on the phone."""
    page.goto(f"{origin}/en/")
    until(page, lambda: keeps(page, *codes), f"{codes} are kept")


def ask(page: Page, **request: Any) -> dict[str, Any]:
    """What the worker answers."""
    status: dict[str, Any] = page.evaluate(ASK, request)
    return status


def check_now(page: Page) -> dict[str, Any]:
    """Ask for a newer release, as a tap does."""
    return ask(page, type="keep", languages=[], cause="asked")


def let_hours_pass(page: Page) -> None:
    page.evaluate(LATER)


def assert_whole(page: Page) -> None:
    """No stored byte is other than its name promises."""
    assert page.evaluate(DAMAGED) == []


def deploy(server: Server, guide: Path) -> Built:
    """Build a guide, publish it where the server reads, have it read again."""
    built = build(guide)
    publish(built.release, server.folder)
    reload(server, built.release.id)
    return built


def reload(server: Server, release: str) -> None:
    assert server.process is not None
    server.process.send_signal(signal.SIGHUP)
    deadline = time.monotonic() + 20
    while served_release(server) != release:
        assert time.monotonic() < deadline, f"{release} is not served"
        time.sleep(0.05)


def served_release(server: Server) -> str:
    with urllib.request.urlopen(f"{server.origin}/health", timeout=5) as response:
        return str(json.load(response)["release"])
