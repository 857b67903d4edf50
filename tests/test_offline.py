"""What Livret is for: visit once, then read everything with the server gone."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect

from example import Server

KEPT = """async (wanted) => {
  const cache = await caches.open("livret");
  const pointer = await cache.match("/kept.json");
  const kept = pointer ? await pointer.json() : { languages: [] };
  return wanted.every((code) => kept.languages.includes(code));
}"""


def addresses(site: Path, code: str) -> list[str]:
    """Every page of a language, from its published pack."""
    release = json.loads((site / "release.json").read_text(encoding="utf-8"))
    language = next(found for found in release["languages"] if found["code"] == code)
    lines = (site / language["pack"].removeprefix("/")).read_text(encoding="utf-8").splitlines()
    pages = [json.loads(line)["address"] for line in lines[1:]]
    return [address for address in pages if address.endswith("/")]


def keep(page: Page, server: Server, codes: tuple[str, ...] = ("en", "fr", "ar")) -> None:
    """Visit the guide and wait until the languages are on the phone."""
    page.goto(f"{server.origin}/en/")
    deadline = time.monotonic() + 20
    while not page.evaluate(KEPT, list(codes)):
        assert time.monotonic() < deadline, "the languages were not kept in time"
        page.wait_for_timeout(50)


@pytest.fixture
def offline_page(page: Page, server: Server) -> Page:
    """A page of a phone that has visited once, with the server gone."""
    keep(page, server)
    server.stop()
    return page


@pytest.fixture
def errors(page: Page) -> Iterator[list[str]]:
    """What the console complains of; nothing may."""
    found: list[str] = []
    page.on(
        "console", lambda message: found.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: found.append(str(error)))
    yield found
    assert found == []


def opened(page: Page, address: str) -> Response:
    response = page.goto(address)
    assert response is not None
    return response


def test_every_page_of_every_language_opens_when_the_server_is_gone(
    offline_page: Page, server: Server, errors: list[str]
) -> None:
    for code in ("en", "fr", "ar"):
        for address in addresses(server.folder, code):
            response = opened(offline_page, server.origin + address)
            assert response.status == 200, address
            assert response.from_service_worker
            assert offline_page.locator("html").get_attribute("data-code") == code
            expect(offline_page.locator("h1")).to_be_visible()


def test_a_reload_works_when_the_server_is_gone(
    offline_page: Page, server: Server, errors: list[str]
) -> None:
    offline_page.goto(f"{server.origin}/en/arriving/register/")
    offline_page.reload()
    expect(offline_page.get_by_role("heading", level=1)).to_have_text("How do I register?")


def test_a_new_tab_opens_a_deep_link_when_the_server_is_gone(
    offline_page: Page, server: Server, context: BrowserContext
) -> None:
    tab = context.new_page()
    assert opened(tab, f"{server.origin}/fr/money/fee/").from_service_worker
    expect(tab.get_by_role("heading", level=1)).to_be_visible()


def test_the_first_address_leads_into_the_readers_language_when_the_server_is_gone(
    offline_page: Page, server: Server
) -> None:
    offline_page.goto(f"{server.origin}/")
    assert offline_page.url == f"{server.origin}/en/"
    offline_page.goto(f"{server.origin}/go/money/fee/")
    assert offline_page.url == f"{server.origin}/en/money/fee/"


def test_an_unknown_address_is_told_when_the_server_is_gone(
    offline_page: Page, server: Server
) -> None:
    assert opened(offline_page, f"{server.origin}/en/no/such/answer/").status == 404
    expect(offline_page.get_by_role("heading", level=1)).to_have_text("This page does not exist")


@pytest.mark.parametrize("online", [True, False], ids=["online", "offline"])
def test_the_language_switch_keeps_the_address_and_the_place(
    page: Page, server: Server, errors: list[str], online: bool
) -> None:
    page.set_viewport_size({"width": 360, "height": 400})
    keep(page, server)
    if not online:
        server.stop()
    page.goto(f"{server.origin}/en/arriving/register/")
    block = page.locator("[data-block='5']")
    block.evaluate("element => element.scrollIntoView({block: 'start'})")
    before = block.bounding_box()
    # The menu stands at the top of the page: opened by script, so that the reader stays in place.
    page.locator("a[data-language=ar]").evaluate("link => link.click()")
    page.wait_for_url(f"{server.origin}/ar/arriving/register/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.wait_for_function("scrollY > 0")
    after = page.locator("[data-block='5']").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 24


def test_a_press_on_a_language_has_the_worker_read_it_before_the_release(
    page: Page, server: Server, context: BrowserContext, errors: list[str]
) -> None:
    keep(page, server)
    page.goto(f"{server.origin}/en/arriving/register/")
    page.wait_for_load_state("networkidle")
    server.stop()
    session = context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    page.locator(".languages summary").click()
    link = page.locator("a[data-language=ar]")
    link.hover()
    page.mouse.down()
    address = link.evaluate("link => link.href")
    # By the worker alone: nobody else is there to ask.
    page.wait_for_function(
        "address => performance.getEntriesByName(address).some((read) => read.workerStart > 0)",
        arg=address,
    )
    page.mouse.up()
    expect(page.locator("html[lang=ar]")).to_be_visible()


def test_a_press_before_the_worker_answers_this_page_asks_nobody(
    page: Page, server: Server, errors: list[str]
) -> None:
    keep(page, server)
    page.wait_for_function("localStorage.getItem('livret.kept')?.includes('ar')")
    assert page.evaluate("navigator.serviceWorker.controller") is None
    page.locator(".languages summary").click()
    page.locator("a[data-language=ar]").click()
    expect(page.locator("html[lang=ar]")).to_be_visible()


def test_a_kept_page_and_a_served_page_have_the_same_bytes(page: Page, server: Server) -> None:
    keep(page, server)
    for code in ("en", "fr", "ar"):
        for address in addresses(server.folder, code):
            kept = opened(page, server.origin + address)
            assert kept.from_service_worker
            served = page.request.get(server.origin + address)
            assert kept.body() == served.body(), address


def test_the_page_about_this_phone_says_what_is_kept(
    offline_page: Page, server: Server, errors: list[str]
) -> None:
    offline_page.goto(f"{server.origin}/en/phone/")
    rows = offline_page.locator("[data-languages] tr")
    expect(rows).to_have_count(3)
    for name in ("English", "Français", "العربية"):
        expect(rows.filter(has_text=name)).to_contain_text("kept")
    since = offline_page.locator("[data-value=since]")
    expect(since).not_to_be_empty()


def test_a_reader_who_saves_data_keeps_two_languages_and_the_third_comes_by_one_tap(
    page: Page, server: Server
) -> None:
    page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'connection', {get: () => ({saveData: true})})"
    )
    keep(page, server, ("en", "fr"))
    page.goto(f"{server.origin}/en/phone/")
    row = page.locator("[data-languages] tr").filter(has_text="العربية")
    expect(row).to_contain_text("not kept")
    row.get_by_role("button", name="Keep").click()
    expect(row.get_by_role("button", name="Remove")).to_be_visible()
    server.stop()
    assert opened(page, f"{server.origin}/ar/money/fee/").from_service_worker


def test_a_language_that_is_not_kept_says_so_and_offers_those_that_are(
    page: Page, server: Server
) -> None:
    page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'connection', {get: () => ({saveData: true})})"
    )
    keep(page, server, ("en", "fr"))
    server.stop()
    assert opened(page, f"{server.origin}/ar/money/fee/").status == 503
    # In its own script first: that is the one its reader knows.
    expect(page.get_by_role("heading", level=1)).to_have_text("لا توجد شبكة")
    page.get_by_role("main").get_by_role("link", name="Français").click()
    assert page.url == f"{server.origin}/fr/money/fee/"


def test_a_phone_that_never_visited_gets_a_plain_page_only_after_its_first_visit(
    page: Page, server: Server, make_offline: Callable[[], None]
) -> None:
    keep(page, server)
    make_offline()
    page.evaluate("caches.delete('livret')")
    assert opened(page, f"{server.origin}/en/").status == 503
    expect(page.get_by_text("this guide is not on this phone.")).to_be_visible()


@pytest.fixture
def make_offline(server: Server) -> Callable[[], None]:
    return server.stop
