"""An answer beside a second language, and large for somebody at a counter."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect

from example import Server
from visiting import visit

ANSWER = "arriving/register"


@pytest.fixture
def lone_page(browser: Browser) -> Iterator[Page]:
    """A page whose requests no worker answers."""
    context = browser.new_context(service_workers="block")
    yield context.new_page()
    context.close()


def turn_on(page: Page, origin: str, code: str = "en") -> None:
    page.goto(f"{origin}/{code}/{ANSWER}/")
    page.locator("[data-tool=beside]").click()
    expect(page.locator("[data-tool=beside]")).to_have_attribute("aria-pressed", "true")


def others(page: Page) -> Locator:
    return page.locator("article .other")


def texts(page: Page, server: Server, code: str) -> list[str]:
    """The paragraphs of the answer as its page in a language shows them."""
    page.goto(f"{server.origin}/{code}/{ANSWER}/")
    return page.locator("article .short, article section p[data-block]").all_inner_texts()


def test_each_paragraph_has_the_french_below_it(page: Page, shared_server: Server) -> None:
    french = texts(page, shared_server, "fr")
    turn_on(page, shared_server.origin)
    shown = page.locator("article .short .other, article section p[data-block] .other")
    expect(shown).to_have_text(french)
    for part in others(page).all():
        assert part.get_attribute("lang") == "fr"
        assert part.get_attribute("dir") == "ltr"
    assert page.locator(".other a, .other [id]").count() == 0


def test_it_stays_on_from_page_to_page_until_it_is_turned_off(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/arriving/lost-card/")
    page.locator("[data-tool=beside]").click()
    expect(page.locator("[data-tool=beside]")).to_have_attribute("aria-pressed", "true")
    page.goto(f"{shared_server.origin}/en/{ANSWER}/")
    expect(others(page).first).to_be_visible()
    page.locator("[data-tool=beside]").click()
    expect(others(page)).to_have_count(0)
    page.reload()
    expect(page.locator("[data-tool=beside]")).to_have_attribute("aria-pressed", "false")
    expect(others(page)).to_have_count(0)


def test_any_language_can_be_chosen_and_arabic_runs_from_right_to_left(
    page: Page, shared_server: Server
) -> None:
    turn_on(page, shared_server.origin)
    choice = page.get_by_label("Second language:")
    choice.select_option("ar")
    part = page.locator("article section p[data-block] .other").first
    expect(part).to_have_attribute("lang", "ar")
    expect(part).to_have_attribute("dir", "rtl")
    assert part.evaluate("element => getComputedStyle(element).direction") == "rtl"
    expect(choice).to_be_focused()
    # And French within an Arabic page runs from left to right.
    page.goto(f"{shared_server.origin}/ar/{ANSWER}/")
    expect(page.locator(".beside-bar select")).to_have_value("en")
    page.locator(".beside-bar select").select_option("fr")
    part = page.locator("article section p[data-block] .other").first
    expect(part).to_have_attribute("lang", "fr")
    assert part.evaluate("element => getComputedStyle(element).direction") == "ltr"


def test_it_works_without_network(page: Page, server: Server) -> None:
    visit(page, server.origin)
    server.stop()
    turn_on(page, server.origin, "ar")
    expect(page.locator("article .short .other")).to_have_attribute("lang", "fr")


def test_a_language_that_cannot_be_read_is_said_to_be_missing(
    browser: Browser, shared_server: Server
) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    context.route("**/fr/arriving/register/", lambda route: route.abort())
    turn_on(page, shared_server.origin)
    expect(page.get_by_text("This language cannot be shown now")).to_be_visible()
    expect(page.get_by_text("Go to the harbour office yourself.")).to_be_visible()
    context.close()


def test_the_text_is_never_held_back_where_the_second_language_does_not_come(
    page: Page, shared_server: Server
) -> None:
    turn_on(page, shared_server.origin)
    page.context.route("**/assets/tools.*", lambda route: route.abort())
    page.context.route("**/fr/money/fee/", lambda route: route.abort())
    page.goto(f"{shared_server.origin}/en/money/fee/")
    expect(page.locator("article section").first).to_be_visible()


def test_large_type_fills_the_screen_and_escape_leads_back(
    page: Page, shared_server: Server
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    turn_on(page, shared_server.origin)
    opener = page.get_by_role("button", name="Show large")
    opener.click()
    dialog = page.get_by_role("dialog", name="français")
    box = dialog.bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 360, 740)
    first = dialog.locator("p").first
    assert first.get_attribute("lang") == "fr"
    assert first.evaluate("element => parseFloat(getComputedStyle(element).fontSize)") >= 24
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()


def test_large_type_fills_the_whole_screen_where_the_browser_can(
    page: Page, shared_server: Server
) -> None:
    turn_on(page, shared_server.origin)
    page.get_by_role("button", name="Show large").click()
    dialog = page.get_by_role("dialog", name="français")
    button = dialog.get_by_role("button", name="Full screen")
    filled = "document.fullscreenElement?.closest('dialog') !== undefined"
    assert not page.evaluate(filled)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(filled)
    assert page.evaluate("document.fullscreenElement.contains(document.activeElement)")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert not page.evaluate(filled)
    expect(dialog).to_be_visible()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    page.wait_for_function(f"!({filled})")


def test_large_type_works_where_the_browser_cannot_fill_the_screen(
    page: Page, shared_server: Server
) -> None:
    page.add_init_script("Object.defineProperty(document, 'fullscreenEnabled', { value: false })")
    turn_on(page, shared_server.origin)
    page.get_by_role("button", name="Show large").click()
    dialog = page.get_by_role("dialog", name="français")
    expect(dialog.locator("p").first).to_be_visible()
    expect(dialog.get_by_role("button", name="Full screen")).to_have_count(0)


def test_on_a_wide_page_each_paragraph_stands_beside_its_other_language(
    page: Page, shared_server: Server
) -> None:
    for code in ("en", "ar"):
        page.set_viewport_size({"width": 1280, "height": 800})
        turn_on(page, shared_server.origin, code)
        pairs = page.locator("article section p[data-block] > .pair")
        assert pairs.count() > 1
        for pair in pairs.all():
            own, other = (box(pair.locator(part)) for part in (".own", ".other"))
            assert own["y"] == other["y"]
            left, right = (other, own) if code == "ar" else (own, other)
            assert left["x"] + left["width"] < right["x"]
            assert abs(own["width"] - other["width"]) < 2
        page.set_viewport_size({"width": 360, "height": 740})
        own, other = (box(pairs.first.locator(part)) for part in (".own", ".other"))
        assert other["y"] >= own["y"] + own["height"] - 1
        page.locator("[data-tool=beside]").click()
        expect(page.locator(".pair, .own, .paired")).to_have_count(0)


def box(part: Locator) -> FloatRect:
    found = part.bounding_box()
    assert found is not None
    return found


def have_french_lack(part: str, page: Page, server: Server) -> None:
    """Give the page the French answer without the first part that a pattern finds."""
    with_all = page.request.get(f"{server.origin}/fr/{ANSWER}/").text()
    lacking = re.sub(part, "", with_all, count=1, flags=re.DOTALL)
    assert lacking != with_all
    page.route(
        f"**/fr/{ANSWER}/", lambda route: route.fulfill(body=lacking, content_type="text/html")
    )


def test_a_paragraph_that_one_language_lacks_shifts_no_other(
    lone_page: Page, shared_server: Server
) -> None:
    french = texts(lone_page, shared_server, "fr")
    have_french_lack(r'<p[^>]* data-block="1">.*?</p>', lone_page, shared_server)
    turn_on(lone_page, shared_server.origin)
    assert lone_page.locator('[data-block="1"] .other').count() == 0
    shown = lone_page.locator("article .short .other, article section p[data-block] .other")
    assert shown.all_inner_texts() == [french[0], *french[2:]]


def test_a_document_that_one_language_lacks_leaves_its_list_alone(
    lone_page: Page, shared_server: Server
) -> None:
    have_french_lack(r"<li[^>]*><label>.*?</li>", lone_page, shared_server)
    turn_on(lone_page, shared_server.origin)
    assert others(lone_page).count() > 2
    assert lone_page.locator(".tasks .other").count() == 0


def test_the_french_question_stands_below_that_of_the_reader(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/fr/{ANSWER}/")
    french = page.locator("h1").inner_text()
    expect(page.locator(".companion")).to_have_count(0)
    for code in ("en", "ar"):
        page.goto(f"{shared_server.origin}/{code}/{ANSWER}/")
        expect(page.locator(".companion")).to_have_text(french)
        expect(page.locator(".companion")).to_have_attribute("lang", "fr")
