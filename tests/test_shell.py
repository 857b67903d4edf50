"""What stands around every page: header, bar, language menu, offer to install, movement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect
from playwright.sync_api import Error as PlaywrightError

from example import Server
from visiting import until, visit

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
)
ANSWERS = ("/arriving/register/", "/money/fee/", "/arriving/lost-card/")

# The contrast of each text with what is painted behind it (WCAG 2.2, 1.4.3); colours are painted
# on a canvas first, since a browser tells mixed ones in notations of its own.
CONTRASTS = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const painted = (layers) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of layers) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || element.closest("template, .hidden, .skip")) continue;
    if (!element.checkVisibility()) continue;
    const grounds = [];
    // On a wide page the bar lies over the header.
    const over = element.closest(".bar") && getComputedStyle(element.closest(".bar"))
      .backgroundColor === "rgba(0, 0, 0, 0)" ? document.querySelector(".top") : null;
    for (let each = element; each; each = each.parentElement)
      grounds.unshift(getComputedStyle(each).backgroundColor);
    if (over) grounds.push(getComputedStyle(over).backgroundColor);
    const ground = painted(grounds);
    const text = painted([...grounds, getComputedStyle(element).color]);
    const [darker, lighter] = [light(ground), light(text)].sort((one, two) => one - two);
    const ratio = (lighter + 0.05) / (darker + 0.05);
    if (ratio < 4.5) found.push(`${ratio.toFixed(2)} ${element.outerHTML.slice(0, 90)}`);
  }
  return found;
}"""


@pytest.fixture
def make_page(browser: Browser) -> Iterator[Any]:
    opened = []

    def make(**options: Any) -> Page:
        opened.append(browser.new_context(**options))
        return opened[-1].new_page()

    yield make
    for context in opened:
        context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read_on_its_ground(
    shared_server: Server, make_page: Any, scheme: str, width: int
) -> None:
    page = make_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    for rest in ("/", "/arriving/", "/arriving/register/", "/steps/", "/words/", "/phone/"):
        page.goto(f"{shared_server.origin}/ar{rest}")
        assert page.evaluate(CONTRASTS) == [], rest


def test_the_language_menu_stays_in_sight_and_closes_as_menus_do(
    shared_server: Server, make_page: Any
) -> None:
    page = make_page(viewport={"width": 360, "height": 640})
    page.goto(f"{shared_server.origin}/en/arriving/register/")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    summary = page.locator(".languages summary")
    expect(summary).to_be_in_viewport()
    link = page.get_by_role("link", name="Français")
    summary.click()
    expect(link).to_be_visible()
    expect(page.get_by_role("link", name="العربية")).to_have_attribute("lang", "ar")
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(summary).to_be_focused()
    summary.press("Enter")
    expect(link).to_be_visible()
    page.locator("main").click(position={"x": 5, "y": 5})
    expect(link).to_be_hidden()


def test_nothing_that_sticks_covers_what_has_the_focus(
    shared_server: Server, make_page: Any
) -> None:
    page = make_page(viewport={"width": 320, "height": 500})
    page.goto(f"{shared_server.origin}/en/arriving/register/")
    covered = page.evaluate(
        """() => [...document.querySelectorAll("main a, main input, main [tabindex]")]
          .filter((each) => each.checkVisibility())
          .filter((each) => {
            each.focus();
            const box = each.getBoundingClientRect();
            const top = document.querySelector(".top").getBoundingClientRect().bottom;
            const bottom = document.querySelector(".bar").getBoundingClientRect().top;
            return box.top < top - 1 || (box.height < 300 && box.bottom > bottom + 1);
          }).map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert covered == []


@pytest.mark.parametrize("rest", ["/", "/arriving/register/", "/steps/", "/phone/"])
def test_at_400_percent_a_page_is_one_column_and_nothing_sticks(
    shared_server: Server, make_page: Any, rest: str
) -> None:
    # 1280 pixels at 400 %: 320 pixels wide, and 256 high.
    page = make_page(viewport={"width": 320, "height": 256})
    page.goto(f"{shared_server.origin}/en{rest}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "static"


def test_in_chosen_colours_a_line_says_where_one_is(shared_server: Server, make_page: Any) -> None:
    page = make_page(forced_colors="active", viewport={"width": 360, "height": 640})
    page.goto(f"{shared_server.origin}/en/steps/")
    current = page.locator(".bar [aria-current]")
    expect(current).to_have_css("text-decoration-line", "underline")
    expect(page.locator(".bar a:not([aria-current])").first).to_have_css(
        "text-decoration-line", "none"
    )


def test_pages_follow_each_other_softly_where_motion_is_wanted(
    shared_server: Server, make_page: Any
) -> None:
    moved = {}
    for motion in ("no-preference", "reduce"):
        page = make_page(reduced_motion=motion)
        page.add_init_script(
            "addEventListener('pagereveal', (event) => { window.soft = !!event.viewTransition })"
        )
        page.goto(f"{shared_server.origin}/en/")
        page.locator(".topics a").first.click()
        page.wait_for_url("**/en/arriving/")
        page.wait_for_function("window.soft !== undefined")
        moved[motion] = page.evaluate("window.soft")
    assert moved == {"no-preference": True, "reduce": False}


def test_another_language_is_there_without_a_fade(shared_server: Server, make_page: Any) -> None:
    page = make_page(reduced_motion="no-preference")
    page.add_init_script(
        "addEventListener('pagereveal', (event) => { window.soft = !!event.viewTransition })"
    )
    page.goto(f"{shared_server.origin}/en/arriving/")
    page.locator(".languages summary").click()
    page.locator("a[data-language=fr]").click()
    page.wait_for_url("**/fr/arriving/**")
    page.wait_for_function("window.soft !== undefined")
    assert page.evaluate("window.soft") is False


def test_going_back_brings_the_page_as_it_was_left(
    shared_server: Server, browser_type_launch_args: dict[str, Any], browser_type: BrowserType
) -> None:
    # Playwright switches the cache of whole pages off unless it is told otherwise.
    browser = browser_type.launch(
        **browser_type_launch_args, ignore_default_args=["--disable-back-forward-cache"]
    )
    page = browser.new_page()
    visit(page, shared_server.origin)
    for rest in ("/", "/arriving/register/", "/search/?q=card", "/steps/", "/phone/"):
        page.goto(f"{shared_server.origin}/en{rest}")
        page.wait_for_load_state("networkidle")
        page.evaluate("addEventListener('pageshow', (event) => { window.whole = event.persisted })")
        page.goto(f"{shared_server.origin}/en/about/")
        page.evaluate("history.back()")
        until(page, lambda: came_whole(page), f"{rest} came back whole")
    browser.close()


def came_whole(page: Page) -> bool:
    try:
        return bool(page.evaluate("window.whole === true"))
    except PlaywrightError:  # the page is on its way
        return False


def test_the_emergency_numbers_can_be_called_from_the_start_page(
    shared_server: Server, page: Page
) -> None:
    page.goto(f"{shared_server.origin}/en/")
    call = page.get_by_role("link", name="196 Rescue at sea")
    expect(call).to_have_attribute("href", "tel:196")


def test_the_icon_offers_places_and_takes_shared_text_to_the_search(
    shared_server: Server, page: Page
) -> None:
    visit(page, shared_server.origin)
    manifest = page.request.get(f"{shared_server.origin}/en/manifest.webmanifest").json()
    for shortcut in manifest["shortcuts"]:
        assert page.request.get(f"{shared_server.origin}{shortcut['url']}").status == 200
        assert shortcut["name"]
    target = manifest["share_target"]
    assert target["method"] == "GET"
    page.goto(f"{shared_server.origin}{target['action']}?title=&{target['params']['text']}=card")
    expect(page.locator("input[type=search]")).to_have_value("card")
    expect(page.locator("[data-found=list] a").first).to_be_visible()


def test_an_iphone_is_shown_how_to_install_once_the_guide_was_of_use(
    shared_server: Server, make_page: Any
) -> None:
    page = make_page(user_agent=IPHONE, viewport={"width": 390, "height": 700})
    visit(page, shared_server.origin)
    offer = page.locator("[data-offer]")
    for rest in ANSWERS:
        expect(offer).to_be_hidden()
        page.goto(f"{shared_server.origin}/en{rest}")
    expect(offer).to_be_visible()
    offer.get_by_role("link").click()
    pictures = page.locator(".how svg")
    expect(pictures).to_have_count(3)
    expect(pictures.first).to_be_visible()
    assert page.locator(".how svg text").count() == 0
    page.goto(f"{shared_server.origin}/en/")
    offer.get_by_role("button", name="Not now").click()
    expect(offer).to_be_hidden()
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(offer).to_be_hidden()


def test_a_browser_that_can_install_is_asked_by_its_own_dialogue(
    shared_server: Server, make_page: Any
) -> None:
    page = make_page(viewport={"width": 390, "height": 700})
    visit(page, shared_server.origin)
    for rest in ANSWERS:
        page.goto(f"{shared_server.origin}/en{rest}")
    page.evaluate(
        """() => {
          const event = new Event("beforeinstallprompt", { cancelable: true });
          event.prompt = async () => { window.asked = event.defaultPrevented; };
          dispatchEvent(event);
        }"""
    )
    page.get_by_role("button", name=re.compile("Install")).click()
    assert page.evaluate("window.asked") is True
    expect(page.locator("[data-offer]")).to_be_hidden()
