"""Where the reader is after going somewhere: the place on the page, and where the focus goes on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page, expect

from example import Server
from visiting import until, visit

ANSWER = "/arriving/register/"
# With the browser's cache of whole pages or without, with soft movement or without.
WAYS = [(whole, motion) for whole in (True, False) for motion in ("no-preference", "reduce")]


@pytest.fixture(params=WAYS, ids=lambda way: f"{'whole' if way[0] else 'anew'}-{way[1]}")
def phone(
    request: pytest.FixtureRequest,
    shared_server: Server,
    browser_type_launch_args: dict[str, Any],
    browser_type: BrowserType,
) -> Iterator[Page]:
    """A small phone that keeps the guide, by each way to go from page to page."""
    whole, motion = request.param
    ignored = ["--disable-back-forward-cache"] if whole else []
    browser = browser_type.launch(**browser_type_launch_args, ignore_default_args=ignored)
    page = browser.new_page(viewport={"width": 360, "height": 500}, reduced_motion=motion)
    visit(page, shared_server.origin)
    page.add_init_script(
        "addEventListener('pageshow', ({ persisted }) => { window.whole = persisted })"
    )
    yield page
    browser.close()


def top(page: Page) -> None:
    """The page is at its top, and the Tab key begins there."""
    until(page, lambda: page.evaluate("scrollY") == 0, "at the top")
    assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()


def scrolled(page: Page, place: float) -> None:
    until(page, lambda: abs(page.evaluate("scrollY") - place) < 3, f"at {place}")


def test_a_link_leads_to_the_top_and_going_back_to_where_it_was(
    phone: Page, shared_server: Server, request: pytest.FixtureRequest
) -> None:
    phone.goto(f"{shared_server.origin}/en{ANSWER}")
    phone.wait_for_load_state("networkidle")
    link = phone.locator(".related a")
    link.scroll_into_view_if_needed()
    place = phone.evaluate("scrollY")
    assert place > 300
    link.click()
    phone.wait_for_url("**/lost-card/")
    top(phone)
    phone.evaluate("scrollTo(0, 150)")
    phone.evaluate("history.back()")
    until(phone, lambda: phone.url.endswith(ANSWER), "back")
    scrolled(phone, place)
    whole = request.node.callspec.params["phone"][0]
    until(phone, lambda: phone.evaluate("window.whole") is whole, f"whole is {whole}")
    phone.evaluate("history.forward()")
    until(phone, lambda: phone.url.endswith("/lost-card/"), "forward")
    scrolled(phone, 150)


def test_the_bar_leads_to_the_top_of_its_pages(phone: Page, shared_server: Server) -> None:
    phone.goto(f"{shared_server.origin}/en{ANSWER}")
    for name in ("steps", "saved", "phone", "search"):
        phone.evaluate("scrollTo(0, 200)")
        phone.locator(f".bar a[href='/en/{name}/']").click()
        phone.wait_for_url(f"**/en/{name}/")
        top(phone)


def test_a_place_in_a_page_is_in_sight_and_the_tab_key_goes_on_from_it(
    phone: Page, shared_server: Server
) -> None:
    for rest, link, place in (
        ("/words/", ".letters a:last-child", "h2[id]:last-of-type"),
        ("/", "[data-next=invite] a", "#who"),
    ):
        phone.goto(f"{shared_server.origin}/en{rest}")
        phone.locator(link).click()
        phone.wait_for_url("**#*")
        name = phone.evaluate("location.hash.slice(1)")
        target = phone.locator(f"[id='{name}']")
        expect(target).to_be_in_viewport()
        header = phone.locator(".top").bounding_box()
        box = target.bounding_box()
        assert header is not None
        assert box is not None
        assert box["y"] >= header["height"] - 1, place
        phone.keyboard.press("Tab")
        after = phone.evaluate(
            """name => {
              const place = document.getElementById(name);
              const order = place.compareDocumentPosition(document.activeElement);
              return Boolean(order & Node.DOCUMENT_POSITION_FOLLOWING);
            }""",
            name,
        )
        assert after, place


def test_the_skip_link_brings_the_focus_into_the_text(phone: Page, shared_server: Server) -> None:
    phone.goto(f"{shared_server.origin}/en{ANSWER}")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.locator("main")).to_be_focused()
    phone.keyboard.press("Tab")
    expect(phone.locator("main .path a")).to_be_focused()


def test_a_result_opens_at_its_top_and_going_back_finds_the_results_again(
    phone: Page, shared_server: Server
) -> None:
    phone.goto(f"{shared_server.origin}/en/search/?q=card")
    result = phone.locator("[data-found=list] a").first
    expect(result).to_be_visible()
    result.click()
    phone.wait_for_url(lambda address: "/search/" not in address)
    top(phone)
    phone.go_back(wait_until="commit")
    expect(phone.locator("#find")).to_have_value("card")
    expect(result).to_be_visible()


def tap(page: Page, selector: str) -> None:
    """Tap what is in sight; Playwright's own click scrolls to where a sticky element began."""
    expect(page.locator(selector)).to_be_in_viewport()
    box = page.locator(selector).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_change_of_language_keeps_the_place_and_going_back_finds_it_again(
    phone: Page, shared_server: Server, request: pytest.FixtureRequest
) -> None:
    phone.goto(f"{shared_server.origin}/en{ANSWER}")
    phone.wait_for_load_state("networkidle")
    block = "document.querySelector('[data-block=\"3\"]').getBoundingClientRect().top"
    # Its first line comes right below the header: what is above it has another height in Arabic.
    phone.evaluate(f"scrollBy(0, {block} - document.querySelector('.top').offsetHeight - 8)")
    place, seen = phone.evaluate("scrollY"), phone.evaluate(block)
    assert place > 100
    tap(phone, ".languages summary")
    tap(phone, "a[data-language=ar]")
    phone.wait_for_url(f"**/ar{ANSWER}")
    until(phone, lambda: abs(phone.evaluate(block) - seen) < 40, "the same place in Arabic")
    expect(phone.locator(".languages summary")).to_be_focused()
    expect(phone.locator(".languages")).not_to_have_attribute("open", "")
    phone.evaluate("history.back()")
    until(phone, lambda: phone.url.endswith(f"/en{ANSWER}"), "back")
    scrolled(phone, place)
    whole = request.node.callspec.params["phone"][0]
    until(phone, lambda: phone.evaluate("window.whole") is whole, f"whole is {whole}")
    expect(phone.locator(".languages")).not_to_have_attribute("open", "")
