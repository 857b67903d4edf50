"""Paper, printed from the browser's own menu: what stands on it, and what does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from example import Server
from test_tools import code_in
from visiting import until, visit

PAGES = ("/", "/arriving/", "/arriving/register/", "/steps/", "/steps/documents/", "/words/")


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def neutral(origin: str, rest: str) -> str:
    """The address of a page that names no language."""
    return f"{origin}/" if rest == "/" else f"{origin}/go{rest.rstrip('/')}"


def print_from_menu(page: Page, address: str) -> None:
    """Open a page of a phone that keeps the guide, print it, and look at it as paper has it."""
    page.goto(address)
    ready = "performance.getEntriesByType('resource').some(({ name }) => /tools/.test(name))"
    until(page, lambda: page.evaluate(ready), "what paper needs is there")
    page.wait_for_load_state("networkidle")
    page.pdf()
    page.emulate_media(media="print")


@pytest.mark.parametrize("code", ["en", "ar"])
def test_every_page_printed_from_the_menu_has_its_address_and_code(
    page: Page, server: Server, blank: Page, code: str
) -> None:
    visit(page, server.origin)
    server.stop()
    for rest in PAGES:
        print_from_menu(page, f"{server.origin}/{code}{rest}")
        link = neutral(server.origin, rest)
        expect(page.locator(".paper")).to_have_text(link)
        assert code_in(page.locator(".paper .qr").screenshot(), blank) == link
        page.emulate_media(media="screen")
        expect(page.locator(".paper")).to_be_hidden()


def test_the_address_on_paper_opens_the_page_in_the_readers_language(
    page: Page, shared_server: Server
) -> None:
    for rest in PAGES:
        page.goto(neutral(shared_server.origin, rest))
        expect(page).to_have_url(f"{shared_server.origin}/en{rest}")


def test_a_phone_that_keeps_nothing_fetches_nothing_for_paper(
    browser: Browser, shared_server: Server
) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{shared_server.origin}/en/arriving/register/", wait_until="networkidle")
    page.pdf()
    assert [url for url in asked if "/assets/tools." in url] == []
    context.close()


@pytest.mark.parametrize("code", ["en", "ar"])
def test_paper_in_two_languages_has_texts_and_sources_and_nothing_to_press(
    page: Page, shared_server: Server, code: str
) -> None:
    page.set_viewport_size({"width": 1000, "height": 800})
    visit(page, shared_server.origin)
    page.goto(f"{shared_server.origin}/{code}/arriving/register/")
    page.locator("[data-tool=beside]").click()
    expect(page.locator("article .other").first).to_be_visible()
    expect(page.locator(".turn, .beside-bar")).to_have_count(2)
    page.pdf()
    page.emulate_media(media="print")
    for shown in (".short .own", ".short .other", ".facts", ".facts li > a", ".paper .qr"):
        expect(page.locator(shown).first).to_be_visible()
    for hidden in (".turn", ".beside-bar", ".tools", ".bar", ".languages"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    source = page.locator(".facts li > a").first
    address = source.evaluate("link => getComputedStyle(link, '::after').content")
    assert source.get_attribute("href") in address
    side = page.locator(".side")
    assert side.evaluate("side => getComputedStyle(side).columnCount") == "auto"
    page.emulate_media(media="screen")
    assert side.evaluate("side => getComputedStyle(side).columnCount") == "2"


def test_the_name_of_the_guide_is_dark_on_paper(page: Page, shared_server: Server) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(f"{shared_server.origin}/en/arriving/register/")
        name = page.locator(".top .name")
        assert name.evaluate("name => getComputedStyle(name).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("code", ["en", "ar"])
def test_steps_on_paper_are_small_and_stand_in_two_columns(
    page: Page, shared_server: Server, code: str
) -> None:
    visit(page, shared_server.origin)
    arrival = f"{date.today() - timedelta(days=80):%Y-%m-%d}"
    page.evaluate(
        "day => localStorage.setItem('livret.days', JSON.stringify({ arrival: day }))", arrival
    )
    page.goto(f"{shared_server.origin}/{code}/steps/")
    step = page.locator(".steps > li:has(.distance)").first
    expect(step.locator(".distance")).to_be_visible()
    expect(step.locator(".day")).to_be_visible()
    expect(step.locator(".when")).to_be_visible()
    page.pdf()
    page.emulate_media(media="print")
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert page.locator("main").evaluate(size) < 14.5
    columns = "list => getComputedStyle(list).columnCount"
    assert page.locator(".steps").first.evaluate(columns) == "2"
    # The day says what the rule counts.
    expect(step.locator(".day")).to_be_visible()
    expect(step.locator(".when")).to_be_hidden()
    expect(step.locator(".distance")).to_be_hidden()  # it would be wrong tomorrow
    tick, title = step.locator(".tick").bounding_box(), step.locator("h3").bounding_box()
    assert tick is not None
    assert title is not None
    before, after = (title, tick) if code == "ar" else (tick, title)
    assert before["x"] + before["width"] <= after["x"]
