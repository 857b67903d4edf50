"""How pages are laid out: on a phone, on a wide screen, from right to left."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from example import Server

ANSWER = "arriving/register"
PHONE, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
# Where the characters of an element's text are, which its box does not tell.
TEXT_EDGES = """element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const { left, right } = range.getBoundingClientRect();
  return [Math.round(left), Math.round(right)];
}"""


def box(part: Locator) -> dict[str, float]:
    found = part.bounding_box()
    assert found is not None
    return {**found, "end": found["x"] + found["width"], "below": found["y"] + found["height"]}


def test_what_goes_with_an_answer_stands_beside_it_on_a_wide_page_and_below_it_on_a_phone(
    page: Page, shared_server: Server
) -> None:
    side, text = page.locator(".side"), page.locator("article > section").last
    for code in ("en", "ar"):
        page.set_viewport_size(WIDE)
        page.goto(f"{shared_server.origin}/{code}/{ANSWER}/")
        beside, body = box(side), box(text)
        if code == "ar":
            assert beside["end"] <= body["x"]
        else:
            assert body["end"] <= beside["x"]
        assert box(page.locator("article"))["width"] == 960  # 60rem, the whole page
        assert beside["y"] < box(page.locator(".short"))["y"]
        page.set_viewport_size(PHONE)
        assert box(side)["y"] >= box(text)["below"]


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_the_cases_of_an_answer_keep_their_distance(
    page: Page, shared_server: Server, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)
    page.goto(f"{shared_server.origin}/en/{ANSWER}/")
    cases = page.locator("article > .case").all()
    assert cases
    for case in cases:
        above = case.locator("xpath=preceding-sibling::*[1]")
        assert box(case)["y"] - box(above)["below"] >= 20


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_title_of_a_step_is_one_text_above_its_day(
    page: Page, shared_server: Server, code: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 740})
    page.goto(f"{shared_server.origin}/{code}/steps/")
    expect(page.locator(".plan[data-ready]")).to_be_visible()
    steps = page.locator(".steps > li:has(h3):visible")
    expect(steps.first).to_be_visible()
    for step in steps.all():
        title = step.locator("h3")
        edges = title.evaluate(
            "title => { const range = document.createRange(); range.selectNodeContents(title);"
            "return range.getBoundingClientRect().bottom + scrollY; }"
        )
        assert edges <= box(step.locator("p").first)["y"] + 12.5  # the padding of the target
        link = title.locator("a")
        assert link.count() == 0 or "flex" not in link.evaluate("a => getComputedStyle(a).display")


@pytest.mark.parametrize("rest", [f"{ANSWER}/", "arriving/", "", "words/bdp/"])
def test_the_parts_of_a_links_sentence_are_no_cells(
    page: Page, shared_server: Server, rest: str
) -> None:
    page.goto(f"{shared_server.origin}/ar/{rest}")
    links = page.locator(":is(.plain, .topics, .answers) > li > a")
    assert links.count() > 0
    for link in links.all():
        assert link.evaluate("link => getComputedStyle(link).display") == "block"


def test_the_french_question_of_an_arabic_page_begins_on_its_right_side(
    page: Page, shared_server: Server
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{shared_server.origin}/ar/{ANSWER}/")
    assert page.locator(".companion").evaluate(TEXT_EDGES)[1] == 360 - 16


@pytest.mark.parametrize("code", ["en", "ar"])
def test_all_names_in_the_language_menu_begin_on_one_line(
    page: Page, shared_server: Server, code: str
) -> None:
    page.goto(f"{shared_server.origin}/{code}/")
    page.locator(".languages summary").click()
    edges = [link.evaluate(TEXT_EDGES) for link in page.locator(".languages li a").all()]
    assert len(edges) > 2
    assert len({right if code == "ar" else left for left, right in edges}) == 1


def test_every_language_can_be_taken_off_a_small_phone_without_scrolling_aside(
    page: Page, shared_server: Server
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{shared_server.origin}/en/phone/")
    expect(page.locator("[data-languages] tr").first).to_be_visible(timeout=15_000)
    for size in ("100%", "200%"):
        page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        table = page.locator(".table:has(.kept-languages)")
        assert table.evaluate("box => box.scrollWidth - box.clientWidth") == 0
    assert page.get_by_role("table").get_by_role("rowheader").count() > 2


def test_nothing_found_is_said_in_a_line_and_not_as_an_answer(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/search/?q=zzqwx")
    said = page.get_by_text("Nothing in this guide has these words.")
    expect(said).to_be_visible(timeout=15_000)
    expect(page.locator("details.who")).to_be_hidden()
    area = page.locator("[data-found=area]")
    assert area.evaluate("area => getComputedStyle(area).backgroundColor") == "rgba(0, 0, 0, 0)"
