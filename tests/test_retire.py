"""The way out: a worker at the old address that takes the guide off every phone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from example import ROOT, Server
from livret.build import Built
from livret.publish import publish
from visiting import keeps, until, visit
from way import way_to

WORKERS = "navigator.serviceWorker.getRegistrations().then((found) => found.length)"
UPDATE = "navigator.serviceWorker.getRegistration().then((each) => each?.update())"


def retire(folder: Path) -> str:
    """What the command says."""
    run = subprocess.run(
        [sys.executable, "-m", "livret", "retire", "--out", str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "server")},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


def restart(server: Server) -> None:
    server.stop()
    server.start()


def is_off(page: Page) -> bool:
    nothing: bool = page.evaluate("caches.keys().then((names) => names.length === 0)")
    return nothing and page.evaluate(WORKERS) == 0


def test_a_retired_guide_leaves_the_phone_and_turns_in_no_circle(
    page: Page, server: Server
) -> None:
    with way_to(server.port) as way:
        visit(page, way.origin)
        page.goto(f"{way.origin}/en/money/fee/")
        page.evaluate("window.untouched = true")
        assert str(server.folder / "sw.js") in retire(server.folder)
        restart(server)
        page.evaluate(UPDATE)
        until(page, lambda: page.evaluate("caches.keys().then((all) => !all.length)"), "cleared")
        assert page.evaluate("window.untouched"), "the open page stays as the reader has it"
        way.asked.clear()
        for address in ("/en/", "/ar/money/fee/", "/en/phone/"):
            response = page.goto(f"{way.origin}{address}")
            assert response is not None
            assert not response.from_service_worker
            expect(page.locator("h1")).to_be_visible()
            until(page, lambda: is_off(page), "the worker that the page brought has left again")
            assert way.asked[address] == 1, "no page is loaded again and again"
        page.wait_for_timeout(1000)
        assert way.asked["/en/phone/"] == 1
        assert way.asked["/release.json"] == 0


def test_a_retired_guide_can_still_be_read_with_a_network(page: Page, server: Server) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    retire(server.folder)
    restart(server)
    for address in ("/en/", "/ar/money/fee/", "/en/phone/"):
        page.goto(f"{server.origin}{address}")
        expect(page.locator("h1")).to_be_visible()
    until(page, lambda: is_off(page), "nothing stays")
    assert errors == []


def test_the_next_build_brings_a_retired_guide_back(
    page: Page, server: Server, built: Built
) -> None:
    visit(page, server.origin)
    retire(server.folder)
    restart(server)
    page.evaluate(UPDATE)
    page.goto(f"{server.origin}/en/")
    until(page, lambda: is_off(page), "it is off the phone")
    publish(built.release, server.folder)
    restart(server)
    page.goto(f"{server.origin}/en/")
    until(page, lambda: keeps(page, "en", "fr", "ar"), "it is kept again")
    server.stop()
    page.goto(f"{server.origin}/ar/money/fee/")
    expect(page.locator(".short")).to_contain_text("105")


def test_an_address_without_a_guide_can_retire_the_one_that_was_there(tmp_path: Path) -> None:
    retire(tmp_path / "elsewhere")
    files = [place.name for place in (tmp_path / "elsewhere").iterdir()]
    assert files == ["sw.js"]
    worker = (tmp_path / "elsewhere" / "sw.js").read_text(encoding="utf-8")
    assert "unregister" in worker
    assert "fetch" not in worker
