"""Room for words on the smallest phone with very large text, in browsers that cannot hyphenate."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Page, ViewportSize, expect

from example import Server
from test_looks import ANSWER, PHONE, WORDS_ON_ONE_LINE, box, twice_as_large
from visiting import visit

SMALL: ViewportSize = {"width": 320, "height": 740}
# Among the longest that often stand in a guide.
LONG = ("renouvellement", "підтвердження", "complementary", "autorização", "investigadora")
# Where a text shares its line with a box, a number, an arrow or the air of a frame.
PLACES = (
    (f"{ANSWER}/", "h1"),
    (f"{ANSWER}/", ".short [itemprop]"),
    (f"{ANSWER}/", ".case h2"),
    (f"{ANSWER}/", ".case p"),
    (f"{ANSWER}/", ".tasks label > span"),
    (f"{ANSWER}/", ".card-name"),
    (f"{ANSWER}/", ".turn span"),
    ("arriving/", ".question"),
    ("arriving/", ".answer-short"),
    ("", ".topics b"),
    ("", ".calls span"),
    ("steps/", ".steps:visible h3 a"),
)


@pytest.mark.parametrize("rest", sorted({rest for rest, _ in PLACES}))
def test_a_long_word_is_not_torn(page: Page, shared_server: Server, rest: str) -> None:
    twice_as_large(page, f"{shared_server.origin}/en/{rest}", SMALL)
    if rest == "steps/":
        expect(page.locator(".plan[data-ready]")).to_be_attached()
    torn = []
    for place in (place for where, place in PLACES if where == rest):
        text = page.locator(place).first
        for word in LONG:
            text.evaluate("(text, word) => { text.textContent = word; }", word)
            if not text.evaluate(WORDS_ON_ONE_LINE):
                torn.append((place, word))
    assert torn == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_name_in_the_menu_of_languages_is_not_torn(page: Page, shared_server: Server) -> None:
    twice_as_large(page, f"{shared_server.origin}/en/", SMALL)
    page.locator(".languages summary").click()
    name = page.locator(".languages li a").first
    for word in ("Українська", "Português"):
        name.evaluate("(name, word) => { name.textContent = word; }", word)
        assert name.evaluate(WORDS_ON_ONE_LINE), word


def test_the_day_of_a_step_keeps_its_month_whole(page: Page, shared_server: Server) -> None:
    twice_as_large(page, f"{shared_server.origin}/en/steps/", SMALL)
    page.evaluate("""localStorage.setItem("livret.days", '{"arrival":"2020-09-15"}')""")
    page.reload()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    day = page.locator(".steps:visible .day").first
    expect(day).to_be_visible()
    for said in ("15\u00a0septembre 2026", "15\u00a0листопада 2026\u00a0року"):
        day.evaluate("(day, said) => { day.textContent = said; }", said)
        assert day.evaluate(WORDS_ON_ONE_LINE), said


@pytest.mark.parametrize("place", ["search/?q=card", "steps/"])
def test_a_choice_shows_the_whole_of_what_is_chosen(
    page: Page, shared_server: Server, place: str
) -> None:
    twice_as_large(page, f"{shared_server.origin}/en/{place}", SMALL)
    expect(page.locator("[data-found=list] li, .plan[data-ready]").first).to_be_attached()
    page.locator("details:is(.who, .reader) > summary").click()
    choice = page.locator("main select").first
    before = box(choice)["height"]
    text = "a student of any country of the world"
    choice.evaluate("(choice, text) => { choice.append(new Option(text, 'x', true, true)); }", text)
    assert choice.evaluate("choice => choice.scrollWidth <= choice.clientWidth")
    assert box(choice)["height"] > before + 30, "in lines below each other"


# --- At every size ---


def test_no_letter_stands_alone_in_the_last_line(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/en/words/")
    letters = page.locator(".letters")
    for width in (320, 360, 390, 412):
        page.set_viewport_size({"width": width, "height": 740})
        for number in range(12, 25):
            letters.evaluate(
                """(letters, number) => {
                  const [one] = letters.children;
                  letters.replaceChildren(
                    ...Array.from({ length: number }, () => one.cloneNode(true)));
                }""",
                number,
            )
            lines = letters.evaluate(
                """letters => {
                  const lines = new Map();
                  for (const { offsetTop } of letters.children)
                    lines.set(offsetTop, (lines.get(offsetTop) ?? 0) + 1);
                  return [...lines.values()];
                }"""
            )
            assert sum(lines) == number
            assert max(lines) - min(lines) <= 2, (width, number, lines)


def test_a_table_whose_words_are_cut_has_a_shade_at_that_edge(
    page: Page, shared_server: Server
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{shared_server.origin}/en/{ANSWER}/")
    table = page.locator(".table").first
    table.evaluate("table => table.scrollIntoView({ block: 'center' })")
    seen = set()
    for beyond in range(0, 30, 3):
        cut = table.evaluate(
            """(table, beyond) => {
              table.firstElementChild.style.inlineSize = `${table.clientWidth + beyond}px`;
              const cell = table.querySelector("td:last-child");
              cell.style.textAlign = "end";
              const range = document.createRange();
              range.selectNodeContents(cell);
              const end = (part) => part.getBoundingClientRect().right;
              return end(range) > end(table) + 0.5;
            }""",
            beyond,
        )
        picture = Image.open(io.BytesIO(table.screenshot())).convert("RGB")
        line = [picture.getpixel((x, picture.height - 4)) for x in range(picture.width)]
        middle = line[picture.width // 2]
        assert line[0] == middle, "no shade where nothing follows"
        if cut:
            assert line[-2] != middle, beyond
        seen.add((cut, line[-2] != middle))
    assert {(False, False), (True, True)} <= seen


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_second_language_begins_where_its_lines_do(
    page: Page, shared_server: Server, code: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{shared_server.origin}/{code}/{ANSWER}/")
    page.locator("[data-tool=beside]").click()
    page.locator(".beside-bar select").select_option("fr" if code == "ar" else "ar")
    other = page.locator(f".short .other[lang={'fr' if code == 'ar' else 'ar'}]")
    expect(other).to_be_visible()
    side = "left" if code == "ar" else "right"
    style = other.evaluate(
        """other => {
          const style = getComputedStyle(other);
          const widths = [style.borderLeftWidth, style.borderRightWidth];
          return [style.textAlign, style.direction, ...widths.map(parseFloat)];
        }"""
    )
    assert style[0] == "start"
    assert style[1] == ("ltr" if side == "left" else "rtl")
    assert (style[2] > 0, style[3] > 0) == (side == "left", side == "right")
    arrow = page.locator(".beside-bar select").evaluate(
        "choice => [getComputedStyle(choice).appearance, getComputedStyle(choice).backgroundImage]"
    )
    assert arrow[0] == "none"
    assert "gradient" in arrow[1]


def test_the_languages_fit_at_every_width(page: Page, server: Server) -> None:
    visit(page, server.origin)
    page.goto(f"{server.origin}/en/phone/")
    remove = page.locator("[data-languages] [data-action=remove]").first
    expect(remove).to_be_visible()
    page.locator("[data-languages] [data-action=remove]").evaluate_all(
        "all => all.forEach((button) => { button.textContent = 'Видалити'; })"
    )
    page.locator("[data-languages] [data-cell=state]").evaluate_all(
        "all => all.forEach((cell) => { cell.textContent = 'не збережено'; })"
    )
    page.locator(".kept-languages thead :nth-child(3)").evaluate(
        "cell => { cell.textContent = 'Розмір'; }"
    )
    table = page.locator(".table:has(.kept-languages)")
    for width in range(320, 480, 10):
        page.set_viewport_size({"width": width, "height": 740})
        assert table.evaluate("table => table.scrollWidth <= table.clientWidth"), width
        assert box(remove)["end"] <= width - 8
