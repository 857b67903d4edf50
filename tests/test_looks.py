"""How pages are laid out: on a phone, on a wide screen, from right to left."""

from __future__ import annotations

import colorsys
import json
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from example import GUIDE, ROOT, Server
from livret.colour import DARK_GROUND, READABLE, bright, contrast, mixed, parts
from page_states import PHONES
from visiting import ask, deploy, visit

ANSWER = "arriving/register"
TITLE = "How do I register?"
TOP = ("h1", ".companion", ".short")
# Whether each word of an element is on one line.
WORDS_ON_ONE_LINE = """element => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { index, 0: word } of node.textContent.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (range.getClientRects().length > 1) return false;
    }
  }
  return true;
}"""
PHONE, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
# Where the characters of an element's text are, which its box does not tell.
TEXT_EDGES = """element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const { left, right } = range.getBoundingClientRect();
  return [Math.round(left), Math.round(right)];
}"""


def twice_as_large(page: Page, address: str, size: dict[str, int]) -> None:
    """Open a page on a screen of a size, with the root's text at 200 %."""
    page.set_viewport_size(size)
    page.goto(address)
    page.evaluate("document.documentElement.style.fontSize = '200%'")


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
    said = page.get_by_text("Nothing in this guide matches these words.")
    expect(said).to_be_visible(timeout=15_000)
    expect(page.locator("details.who")).to_be_hidden()
    area = page.locator("[data-found=area]")
    assert area.evaluate("area => getComputedStyle(area).backgroundColor") == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("accent", ["#0b5c63", "#000000", "#0000ff", "#8a1538", "#5b2a86"])
def test_links_of_a_dark_page_can_be_read_and_keep_the_hue_of_the_accent(accent: str) -> None:
    link = bright(accent)
    for ground in (DARK_GROUND, mixed(accent, 0.3, DARK_GROUND)):
        assert contrast(link, ground) >= READABLE
    before, after = (
        colorsys.rgb_to_hls(*(part / 255 for part in parts(colour))) for colour in (accent, link)
    )
    if before[2] > 0.1:  # a grey has no hue
        assert abs(before[0] - after[0]) < 0.02
        assert after[2] > 0.4


def test_a_dark_page_wears_the_bright_accent(browser: Browser, shared_server: Server) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{shared_server.origin}/en/{ANSWER}/")
    colour = page.locator(".path a").evaluate("link => getComputedStyle(link).color")
    context.close()
    assert colour == f"rgb{parts(bright('#5b2a86'))}"


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_wide_page_has_something_in_its_last_third(
    page: Page, shared_server: Server, code: str
) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{shared_server.origin}/{code}/{ANSWER}/")
    page.locator("[data-save]").click()
    for rest, beside, text in [
        ("search/", "section:has(#ask)", "form"),
        ("words/bdp/", ".related", ".explanation"),
        ("phone/", "section:has(#install)", ".plan > .lead"),
    ]:
        page.goto(f"{shared_server.origin}/{code}/{rest}")
        second, first = box(page.locator(f"main {beside}")), box(page.locator(f"main {text}"))
        if code == "ar":
            assert second["end"] <= first["x"], rest
        else:
            assert first["end"] <= second["x"], rest
        assert second["y"] < 200, rest
    page.goto(f"{shared_server.origin}/{code}/saved/")
    expect(page.locator("[data-saved-list] li")).to_be_visible()
    assert box(page.locator("[data-saved-list] li"))["width"] < 480
    page.goto(f"{shared_server.origin}/{code}/steps/documents/")
    assert box(page.locator(".steps > li").first)["width"] < 480


@pytest.mark.parametrize("code", ["en", "ar"])
def test_in_two_columns_the_french_question_stands_beside_the_title(
    page: Page, shared_server: Server, code: str
) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{shared_server.origin}/{code}/{ANSWER}/")
    page.locator("[data-tool=beside]").click()
    expect(page.locator(".paired")).to_be_visible()
    if code == "ar":
        page.get_by_role("combobox").select_option("fr")
        expect(page.locator(".other[lang=fr]").first).to_be_visible()
    title, french, short = (box(page.locator(f".paired > {each}")) for each in TOP)
    assert title["y"] == french["y"]
    ends = (french["end"], title["x"]) if code == "ar" else (title["end"], french["x"])
    assert ends[0] < ends[1]
    assert short["y"] >= max(title["below"], french["below"])
    # Another language stands inside the title; the French one is then below both.
    other = "ar" if code == "en" else "en"
    page.get_by_role("combobox").select_option(other)
    expect(page.locator(f"h1 .other[lang={other}]")).to_be_visible()
    assert box(page.locator(".companion"))["y"] >= box(page.locator("h1"))["below"]


@pytest.mark.parametrize("tool", ["share", "large"])
def test_a_sheet_with_very_large_text_breaks_no_word_and_keeps_its_buttons_in_sight(
    page: Page, shared_server: Server, tool: str
) -> None:
    twice_as_large(page, f"{shared_server.origin}/en/{ANSWER}/", PHONE)
    if tool == "share":
        page.locator("[data-tool=share]").click()
    else:
        page.locator("[data-tool=beside]").click()
        page.locator(".beside-bar button").click()
    head = page.locator("dialog header")
    expect(head).to_be_visible()
    for button in head.locator("button").all():
        assert box(button)["x"] >= 0
        assert box(button)["end"] <= 360
    # Each word of the title on one line: a word that is broken has a box for each of its parts.
    assert head.locator("h2").evaluate(WORDS_ON_ONE_LINE)


def test_links_of_a_contact_are_one_sentence_in_every_direction(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/ar/{ANSWER}/")
    for place in (".card li > a", ".contact a", ".path a"):
        links = page.locator(place)
        assert links.count() > 0
        for link in links.all():
            assert "flex" not in link.evaluate("link => getComputedStyle(link).display")
            assert box(link)["height"] >= 44


def test_keeping_all_languages_is_offered_while_one_is_not_kept(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/phone/")
    all_languages = page.get_by_role("button", name="Keep all languages")
    expect(page.locator("#remove-ar")).to_be_visible(timeout=20_000)
    expect(all_languages).to_be_hidden()
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("#remove-ar").click()
    expect(page.locator("#keep-ar")).to_be_visible()
    expect(all_languages).to_be_visible()
    all_languages.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#remove-ar")).to_be_visible(timeout=20_000)
    expect(all_languages).to_be_focused()  # not taken from under the focus


def test_an_answer_on_paper_leads_to_no_other(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/en/{ANSWER}/")
    expect(page.locator(".turn")).to_be_visible()
    page.emulate_media(media="print")
    for part in (".turn", ".related", ".tools", ".bar"):
        expect(page.locator(part)).to_be_hidden()
    # Printers leave grounds out: white letters would be gone.
    assert page.locator(".top").evaluate("top => getComputedStyle(top).color") == "rgb(0, 0, 0)"


def test_an_empty_field_begins_where_its_page_does(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/ar/search/")
    field = page.get_by_role("combobox")
    direction = "field => getComputedStyle(field).direction"
    assert field.evaluate(direction) == "rtl"
    field.fill("visa")
    assert field.evaluate(direction) == "ltr"


def test_the_start_page_leads_to_the_emergency_numbers_at_once(
    page: Page, shared_server: Server
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{shared_server.origin}/en/")
    link = page.get_by_role("link", name="In an emergency")
    assert box(link)["below"] < 640 - 56  # above the bar
    assert box(link)["height"] >= 44
    link.click()
    expect(page.locator(".calls a").first).to_be_in_viewport()


@pytest.mark.parametrize("code", ["fr", "es", "pt_BR", "ar", "zh_Hans", "vi", "uk"])
def test_each_label_of_the_bar_is_one_line_clear_of_the_sides(
    page: Page, shared_server: Server, code: str
) -> None:
    catalog = polib.pofile(str(ROOT / f"translations/{code}/LC_MESSAGES/interface.po"))
    words = {entry.msgid: entry.msgstr for entry in catalog}
    page.goto(f"{shared_server.origin}/{'ar' if code == 'ar' else 'en'}/phone/")
    for label in page.locator(".bar span").all():
        text = words[label.inner_text()]
        label.evaluate("(label, text) => { label.textContent = text; }", text)
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        for label in page.locator(".bar span").all():
            left, right = label.evaluate(TEXT_EDGES)
            assert left >= 4, label.inner_text()
            assert right <= width - 4, label.inner_text()
            assert box(label)["height"] < 25, label.inner_text()


def test_a_long_title_of_a_sheet_keeps_its_button_beside_it(
    page: Page, shared_server: Server
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{shared_server.origin}/en/{ANSWER}/")
    page.locator("[data-tool=listen]").click()  # no browser of a test machine has a voice
    title, close = box(page.locator("dialog h2")), box(page.locator("dialog .close"))
    assert title["end"] <= close["x"]
    assert close["y"] < title["below"]  # not in a row of its own


def test_a_sigle_in_a_list_of_the_phone_does_not_break_at_its_hyphen(
    page: Page, server: Server, changed_guide: Callable[..., Path]
) -> None:
    answer = "content/arriving/register.md"
    text = (GUIDE / answer).read_text(encoding="utf-8")
    title = "Where is the Loca-Pass, et existe-t-il?"
    deploy(server, changed_guide({answer: text.replace(TITLE, title)}))
    page.goto(f"{server.origin}/en/")
    page.evaluate(
        "saved => localStorage.setItem('livret.saved', saved)",
        json.dumps([{"id": ANSWER, "question": "", "lang": "en"}]),
    )
    page.goto(f"{server.origin}/en/saved/")
    whole = page.locator("[data-saved-list] .question .whole")
    expect(whole).to_have_text(["Loca-Pass", "e-t-il"])
    # In a result what was asked for is marked within the sigle.
    page.goto(f"{server.origin}/en/search/?q=pass")
    whole = page.locator("[data-found=list] li").first.locator(".question .whole")
    expect(whole).to_have_text(["Loca-Pass", "e-t-il"])
    expect(whole.first.locator("mark")).to_have_text("Pass")


def test_chosen_colours_leave_a_line_around_what_a_ground_held_together(
    browser: Browser, shared_server: Server
) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{shared_server.origin}/en/")
    expect(page.locator("[data-search] .field")).to_have_css("border-top-style", "solid")
    expect(page.locator(".next")).to_have_css("outline-style", "solid")
    page.goto(f"{shared_server.origin}/en/{ANSWER}/")
    expect(page.locator(".short")).to_have_css("outline-style", "solid")
    context.close()


def test_the_line_around_a_chosen_result_is_clear_of_its_text(
    page: Page, shared_server: Server
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{shared_server.origin}/en/search/?q=register")
    expect(page.locator("[data-found=list] li").first).to_be_visible()
    page.locator("#find").press("ArrowDown")
    chosen = page.locator("[aria-selected=true]")
    frame = chosen.evaluate(
        """link => {
          const { borderTopColor, borderTopWidth, borderTopStyle, ...rest } =
            getComputedStyle(link, '::before');
          const { x, right } = link.getBoundingClientRect();
          const [left, end] = [Number.parseFloat(rest.left), Number.parseFloat(rest.right)];
          return {
            line: [borderTopStyle, borderTopColor, borderTopWidth],
            ground: rest.backgroundColor,
            air: [-left, -end].map((out) => out - Number.parseFloat(borderTopWidth)),
            onScreen: x + left >= 0 && right - end <= innerWidth,
          };
        }"""
    )
    assert min(frame["air"]) >= 6
    assert frame["onScreen"]
    # It looks like what has the focus, on a ground of its own.
    other = page.locator("[role=option][aria-selected=false]").first
    assert other.evaluate("link => getComputedStyle(link, '::before').content") == "none"
    assert frame["ground"] not in (ground(page), "rgba(0, 0, 0, 0)")
    page.locator("main summary").focus()
    focus = page.locator("main summary:focus-visible").evaluate(
        """element => {
          const { outlineStyle, outlineColor, outlineWidth } = getComputedStyle(element);
          return [outlineStyle, outlineColor, outlineWidth];
        }"""
    )
    assert focus == frame["line"]


def ground(page: Page) -> str:
    """The colour that the page has behind everything."""
    colour: str = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return colour


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_menu_of_languages_ends_on_the_screen_whatever_the_text_size(
    page: Page, shared_server: Server, width: int
) -> None:
    size = {"width": width, "height": 560}
    twice_as_large(page, f"{shared_server.origin}/en/{ANSWER}/", size)
    page.locator(".languages summary").click()
    # As many as the guide itself has.
    page.locator(".languages ul").evaluate(
        "list => { for (let n = 0; n < 5; n++) list.append(list.lastElementChild.cloneNode(true)) }"
    )
    menu = page.locator(".languages ul")
    expect(menu).to_be_visible()
    assert box(menu)["below"] <= 560
    assert menu.evaluate("list => list.scrollHeight > list.clientHeight")


@pytest.mark.parametrize("width", [320, 360])
def test_a_long_word_of_the_guides_name_does_not_break(
    page: Page, shared_server: Server, width: int
) -> None:
    twice_as_large(page, f"{shared_server.origin}/en/", {"width": width, "height": 740})
    title = page.locator(".hero h1")
    title.evaluate("title => { title.textContent = 'Centre de mobilité internationale' }")
    assert title.evaluate(WORDS_ON_ONE_LINE)


def test_pressing_a_tool_moves_no_other(page: Page, shared_server: Server) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{shared_server.origin}/en/{ANSWER}/")
    # From the first one: what stands above grows by the second language.
    places = """([first, ...tools]) => tools.map(({ offsetLeft, offsetTop }) =>
      [offsetLeft - first.offsetLeft, offsetTop - first.offsetTop])"""
    tools = page.locator(".tools > :is(button, a):not([hidden])")
    before = tools.evaluate_all(places)
    page.locator("[data-tool=beside]").click()
    expect(page.locator("[data-tool=beside][aria-pressed=true]")).to_be_visible()
    assert tools.evaluate_all(places) == before


def test_lines_of_an_arabic_text_are_equally_far_apart(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/ar/{ANSWER}/")
    title = page.locator("h1")
    title.evaluate("title => title.append(document.createElement('bdi'))")
    height = "element => getComputedStyle(element).lineHeight"
    assert title.locator("bdi").last.evaluate(height) == title.evaluate(height)


def test_figures_of_an_arabic_result_stand_as_on_its_page(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/ar/search/?q=رسوم")
    result = page.locator("[data-found=list] a[href$='/money/fee/']")
    fee = result.locator(".answer-short bdi[dir=rtl]").first
    expect(fee).to_contain_text("€")
    # The number first, which is the right one of the two.
    sides = """fee => ["1", "€"].map((sign) => {
      const range = document.createRange();
      const text = [...fee.querySelectorAll("*"), fee].map((part) => part.firstChild)
        .find((node) => node.nodeType === 3 && node.data.includes(sign));
      range.setStart(text, text.data.indexOf(sign));
      range.setEnd(text, text.data.indexOf(sign) + 1);
      return range.getBoundingClientRect().left;
    })"""
    number, sign = fee.evaluate(sides)
    assert sign < number
    page.goto(f"{shared_server.origin}/ar/money/fee/")
    number, sign = page.locator(".short bdi[dir=rtl]").first.evaluate(sides)
    assert sign < number


def test_a_phone_that_keeps_nothing_is_told_why_and_no_more(
    browser: Browser, shared_server: Server
) -> None:
    context = browser.new_context(viewport=PHONE, service_workers="block")
    page = context.new_page()
    page.goto(f"{shared_server.origin}/en/phone/")
    expect(page.locator("[data-when=obstacle]")).to_be_visible()
    expect(page.get_by_text("You do not have to install it")).to_be_hidden()
    expect(page.get_by_role("heading", name="On the home screen")).to_be_hidden()
    expect(page.get_by_role("heading", name="If the guide disappears")).to_be_hidden()
    expect(page.get_by_role("heading", name="What you have entered")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("phone", "told"),
    [
        ("ordinary", "You do not have to install it"),
        ("iphone", "Put the guide there:"),
        ("in another app", "This browser is part of another app"),
    ],
)
def test_a_phone_is_told_one_thing_about_installing(
    browser: Browser, shared_server: Server, phone: str, told: str
) -> None:
    context = browser.new_context(viewport=PHONE, **PHONES[phone])
    page = context.new_page()
    page.goto(f"{shared_server.origin}/en/phone/")
    expect(page.get_by_text(told)).to_be_visible()
    section = page.locator("section[aria-labelledby=install]")
    said = [each for each in section.locator("> :not(h2)").all() if each.is_visible()]
    assert len(said) == 1
    context.close()


def test_a_saved_answer_that_is_gone_does_not_look_like_a_link(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/")
    saved = [
        {"id": id, "question": "Was it here?", "lang": "en"} for id in (ANSWER, "arriving/left")
    ]
    page.evaluate("saved => localStorage.setItem('livret.saved', saved)", json.dumps(saved))
    page.goto(f"{shared_server.origin}/en/saved/")
    colour = "element => getComputedStyle(element).color"
    expect(page.get_by_text("no longer in the guide")).to_be_visible()
    there, gone = page.locator("[data-saved-list] .question").all()
    assert there.evaluate(colour) != gone.evaluate(colour)
    assert gone.evaluate(colour) == page.locator("main").evaluate(colour)


def test_no_french_quotation_mark_stands_alone_at_the_end_of_a_line() -> None:
    torn = [
        entry.msgstr
        for path in (ROOT / "translations/fr").rglob("*.po")
        for entry in polib.pofile(path)
        if "« " in entry.msgstr or " »" in entry.msgstr
    ]
    assert torn == []


def test_that_an_answer_has_changed_is_said_after_its_question_in_both_languages(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/")
    opened = {f"/{ANSWER}/": {"code": "en", "version": "other", "on": "2026-11-20"}}
    page.evaluate("opened => localStorage.setItem('livret.opened', opened)", json.dumps(opened))
    page.goto(f"{shared_server.origin}/en/{ANSWER}/")
    expect(page.locator("h1 + .companion + [role=note]")).to_be_visible()


def test_the_page_about_this_phone_keeps_no_room_for_what_is_not_said(
    page: Page, shared_server: Server
) -> None:
    page.add_init_script(
        "globalThis.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach("
        "(entry) => { globalThis.shift += entry.value; }))"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    page.set_viewport_size(PHONE)
    # The first page that is opened: the guide arrives while it is looked at.
    page.goto(f"{shared_server.origin}/en/phone/")
    expect(page.locator("[data-when=whole]")).to_be_visible()
    expect(page.locator("[data-languages] tr").first).to_be_visible()
    said, below = (
        box(page.locator(".now > .state:visible")),
        box(page.locator(".phone .actions").first),
    )
    assert below["y"] - said["below"] <= 20
    assert page.evaluate("globalThis.shift") < 0.02
    # Nor does anything move while something is fetched.
    page.locator("[data-when=whole]").evaluate(
        """whole => { whole.hidden = true;
          const work = whole.parentElement.querySelector("[data-when=work]");
          work.hidden = false;
          work.firstElementChild.textContent = "Fetching: 120 kB of 1.4 MB"; }"""
    )
    expect(page.get_by_text("Fetching")).to_be_visible()
    assert box(page.locator(".phone .actions").first)["y"] == below["y"]


def test_a_page_that_is_not_kept_says_what_happened_what_can_be_read_and_what_to_do(
    page: Page, server: Server
) -> None:
    visit(page, server.origin)
    ask(page, type="remove", language="ar")
    page.context.set_offline(True)
    page.set_viewport_size(PHONE)
    page.goto(f"{server.origin}/ar/{ANSWER}/")
    assert page.locator("main :is(h1, h2, h3)").evaluate_all(
        "all => all.map((one) => one.tagName)"
    ) == [
        "H1",
        "H2",
        "H2",
    ]
    assert page.locator("main h1").get_attribute("lang") is None
    parts = ["main h1", "main .lead >> nth=-1", "main ul.plain", "main .button >> nth=0"]
    places = [box(page.locator(part))["y"] for part in parts]
    assert places == sorted(places)
    assert page.locator("main .button").evaluate_all("all => all.map((one) => one.lang)") == [
        "ar",
        "en",
    ]
