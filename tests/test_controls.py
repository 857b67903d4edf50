"""What is pressed and ticked: large enough, in its place, and alive in every theme."""

from __future__ import annotations

import io
from typing import Any

import polib
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, expect

from example import ROOT, Server
from livret.colour import contrast
from test_looks import ANSWER, PHONE, WORDS_ON_ONE_LINE, box, twice_as_large
from visiting import ask, visit

TOOLS = ".tools > :is(button, a):not([hidden])"
LANGUAGES = ["en", "fr", "es", "pt_BR", "ar", "zh_Hans", "vi", "uk"]
SMALL: ViewportSize = {"width": 320, "height": 640}


# --- The way out of a sheet ---


def open_sheet(page: Page, name: str) -> None:
    if name == "word":
        page.locator("section a.word").first.click()
    elif name == "large":
        page.locator("[data-tool=beside]").click()
        page.locator(".beside-bar button").click()
    else:
        page.locator(f"[data-tool={name}]").click()
    expect(page.get_by_role("dialog")).to_be_visible()


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
@pytest.mark.parametrize("name", ["word", "share", "listen", "large"])
def test_the_way_out_of_a_sheet_stays_in_its_corner(
    page: Page, shared_server: Server, name: str, code: str
) -> None:
    twice_as_large(page, f"{shared_server.origin}/{code}/{ANSWER}/", {"width": 320, "height": 560})
    open_sheet(page, name)
    dialog, title = page.get_by_role("dialog"), page.locator("dialog h2")
    close = dialog.locator(".close").last
    for place in (0, 10_000):
        dialog.evaluate("(dialog, place) => dialog.scrollTo(0, place)", place)
        out, sheet, words = box(close), box(dialog), box(title)
        assert max(out["width"], out["height"]) >= 44
        assert min(out["width"], out["height"]) >= 44
        edge = out["x"] - sheet["x"] if code == "ar" else sheet["end"] - out["end"]
        assert 0 <= edge <= 32, "at the side where lines end"
        assert words["y"] - 8 <= out["y"] <= words["y"] + 24, "beside the first line of the title"
        assert sheet["y"] <= out["y"] <= sheet["y"] + 40, "at the top, however far one has read"
        assert out["end"] <= words["x"] if code == "ar" else words["end"] <= out["x"]
        hit = close.evaluate(
            "each => { const { x, y, width, height } = each.getBoundingClientRect();"
            "return document.elementFromPoint(x + width / 2, y + height / 2) === each }"
        )
        assert hit
    assert title.evaluate(WORDS_ON_ONE_LINE)
    close.press("Enter")
    expect(dialog).to_be_hidden()


def test_a_cross_has_the_name_of_what_it_does(page: Page, shared_server: Server) -> None:
    twice_as_large(page, f"{shared_server.origin}/en/{ANSWER}/", SMALL)
    open_sheet(page, "share")
    expect(page.get_by_role("button", name="Close", exact=True)).to_be_visible()


# --- Boxes to tick and to choose ---


def pixels(page: Page, selector: str) -> Any:
    picture = page.locator(selector).first.screenshot()
    return Image.open(io.BytesIO(picture)).convert("RGB")


def colour(pixel: tuple[int, int, int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in pixel)


def look(picture: Any, ground: str) -> tuple[float, float]:
    """How much the edge of a box, and its middle, stand out from the ground around it."""
    middle = picture.height // 2
    edge = [colour(picture.getpixel((x, middle))) for x in range(4)]
    centre = colour(picture.getpixel((picture.width // 2, middle)))
    return max(contrast(each, ground) for each in edge), contrast(centre, ground)


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
@pytest.mark.parametrize(
    ("rest", "selector"),
    [("steps/documents/", ".tasks [type=checkbox]"), ("reading/", "[name=spacing][value=wide]")],
)
def test_a_box_to_tick_looks_as_if_it_could_be_ticked(
    browser: Browser, shared_server: Server, options: dict[str, Any], rest: str, selector: str
) -> None:
    context = browser.new_context(viewport=PHONE, **options)
    page = context.new_page()
    page.goto(f"{shared_server.origin}/en/{rest}")
    field = page.locator(selector).first
    expect(field).to_be_visible()
    ground = colour(page.evaluate(GROUND))
    assert min(box(field)["width"], box(field)["height"]) >= 24
    edge, centre = look(pixels(page, selector), ground)
    assert edge >= 3  # WCAG 2.2, 1.4.11
    assert centre < 1.05, "a box that is filled with grey cannot be ticked"
    label = field.locator("xpath=ancestor::label")
    assert round(box(label)["height"]) >= 44
    label.click()
    expect(field).to_be_checked()
    page.mouse.move(0, 0)
    picture = pixels(page, selector)
    ticked, _ = look(picture, ground)
    assert ticked >= 3
    line = [colour(picture.getpixel((picture.width // 4, y))) for y in range(picture.height)]
    assert max(contrast(each, ground) for each in [*line, ground]) >= 3, "it is filled now"
    # With a key, where one is is seen.
    field.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert field.evaluate("field => getComputedStyle(field).outlineStyle") != "none"
    context.close()


GROUND = """() => {
  const { backgroundColor } = getComputedStyle(document.documentElement);
  return backgroundColor.match(/\\d+/g).slice(0, 3).map(Number);
}"""


# --- The tools of an answer ---


def in_the_words_of(page: Page, code: str) -> None:
    """Put the labels of another language on the tools of an English answer."""
    if code == "en":
        return
    catalog = polib.pofile(str(ROOT / f"translations/{code}/LC_MESSAGES/interface.po"))
    words = {entry.msgid: entry.msgstr for entry in catalog}
    for label in page.locator(f"{TOOLS} > span").all():
        text = words[label.inner_text()]
        label.evaluate("(label, text) => { label.textContent = text; }", text)
    tag = code.replace("_", "-")
    page.locator(".tools").evaluate("(tools, tag) => { tools.lang = tag; }", tag)


def assert_whole(page: Page) -> None:
    for tool in page.locator(TOOLS).all():
        assert box(tool)["width"] >= 44
        assert box(tool)["height"] >= 44
        assert tool.evaluate("tool => tool.scrollWidth <= tool.clientWidth"), tool.inner_text()
        assert tool.locator("span").evaluate(WORDS_ON_ONE_LINE), tool.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_tool_is_as_large_as_a_thumb_and_all_stand_in_one_row(
    page: Page, shared_server: Server, code: str
) -> None:
    page.goto(f"{shared_server.origin}/{'ar' if code == 'ar' else 'en'}/{ANSWER}/")
    if code != "ar":
        in_the_words_of(page, code)
    for width in (320, 360, 375, 412):
        page.set_viewport_size({"width": width, "height": 740})
        assert_whole(page)
        assert len({box(tool)["y"] for tool in page.locator(TOOLS).all()}) == 1, width


@pytest.mark.parametrize("code", LANGUAGES)
def test_with_very_large_text_the_tools_stand_in_even_columns(
    page: Page, shared_server: Server, code: str
) -> None:
    arabic = code == "ar"
    twice_as_large(page, f"{shared_server.origin}/{'ar' if arabic else 'en'}/{ANSWER}/", SMALL)
    if not arabic:
        in_the_words_of(page, code)
    for width in (320, 360, 412):
        page.set_viewport_size({"width": width, "height": 740})
        assert_whole(page)
        *pairs, last = [box(tool) for tool in page.locator(TOOLS).all()]
        assert len(pairs) == 4
        for one, other in zip(pairs[::2], pairs[1::2], strict=True):
            assert one["y"] == other["y"]
            assert abs(one["width"] - other["width"]) <= 16
        assert last["y"] > pairs[-1]["y"]
        assert last["width"] >= pairs[0]["width"] * 1.8


# --- Buttons ---


@pytest.mark.parametrize("size", [100, 200])
def test_a_link_that_is_a_button_has_the_measures_of_the_others(
    page: Page, shared_server: Server, size: int
) -> None:
    page.set_viewport_size(PHONE)
    found = {}
    for rest, button in [
        ("phone/", "[data-action=update]"),
        ("nothing/here/", "main .button"),
        ("saved/", "[data-saved-none] .button"),
    ]:
        page.goto(f"{shared_server.origin}/en/{rest}")
        expect(page.locator(button)).to_be_visible()
        page.evaluate(f"document.documentElement.style.fontSize = '{size}%'")
        found[rest] = page.locator(button).evaluate(
            "button => { const style = getComputedStyle(button);"
            " return [style.paddingInline, style.paddingBlock, style.fontSize, style.lineHeight] }"
        )
    assert found["nothing/here/"] == found["saved/"] == found["phone/"]


def test_a_long_word_on_a_button_stays_in_its_box(page: Page, shared_server: Server) -> None:
    twice_as_large(page, f"{shared_server.origin}/en/saved/", SMALL)
    around = page.locator("[data-saved-none]")
    button = around.locator(".button")
    expect(button).to_be_visible()
    catalog = polib.pofile(str(ROOT / "translations/uk/LC_MESSAGES/interface.po"))
    words = {entry.msgid: entry.msgstr for entry in catalog}
    longest = words[button.inner_text()]
    button.evaluate("(button, text) => { button.textContent = text; }", longest)
    assert box(button)["end"] < box(around)["end"]
    assert button.evaluate("button => button.scrollWidth <= button.clientWidth")


def measure(page: Page, selector: str) -> dict[str, str]:
    """How a button is drawn, as the browser says it."""
    drawn: dict[str, str] = page.locator(selector).evaluate(
        """button => {
          const { color, borderBlockStartColor, borderBlockEndWidth } = getComputedStyle(button);
          return { color, borderBlockStartColor, borderBlockEndWidth };
        }"""
    )
    return drawn


def painted(page: Page, selector: str) -> tuple[str, str]:
    """The colour of most of a button's ground, and the one that stands out most from it."""
    picture = pixels(page, selector)
    seen = sorted(picture.getcolors(picture.width * picture.height), reverse=True)
    ground = colour(seen[0][1])
    often = [colour(each) for number, each in seen if number >= 20]
    return ground, max(often, key=lambda each: contrast(each, ground))


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
@pytest.mark.parametrize("button", ["[data-action=reset]", "[data-mine=erase]"])
def test_what_cannot_be_undone_has_a_look_of_its_own(
    browser: Browser, shared_server: Server, options: dict[str, Any], button: str
) -> None:
    context = browser.new_context(viewport=PHONE, **options)
    page = context.new_page()
    page.goto(f"{shared_server.origin}/en/phone/")
    expect(page.locator(button)).to_be_visible()
    expect(page.locator("[data-languages] tr").first).to_be_visible(timeout=20_000)
    plain, erasing = measure(page, "[data-action=update]"), measure(page, button)
    # In any colours.
    assert erasing["borderBlockEndWidth"] != plain["borderBlockEndWidth"]
    if "forced_colors" not in options:
        assert erasing["color"] != plain["color"]
        assert erasing["color"] == erasing["borderBlockStartColor"]
    ground, ink = painted(page, button)
    assert contrast(ink, ground) >= 4.5  # WCAG 2.2, 1.4.3
    context.close()


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_of_two_buttons_that_do_the_same_one_stands_out(
    browser: Browser, server: Server, options: dict[str, Any]
) -> None:
    context = browser.new_context(viewport=PHONE, **options)
    page = context.new_page()
    visit(page, server.origin)
    ask(page, type="remove", language="ar")
    context.set_offline(True)
    page.goto(f"{server.origin}/ar/{ANSWER}/")
    expect(page.locator("main .button")).to_have_count(2)
    expect(page.locator("main .button.primary")).to_have_attribute("lang", "ar")
    (first, ink), (second, other) = (
        painted(page, f"main .button.{weight}") for weight in ("primary", "quiet")
    )
    assert contrast(first, second) >= 3, "one is filled"
    assert contrast(ink, first) >= 4.5
    assert contrast(other, second) >= 4.5
    assert box(page.locator("main .button.quiet"))["height"] >= 44
    context.close()


# --- The languages on this phone ---


def test_the_languages_on_this_phone_fit_with_very_large_text(page: Page, server: Server) -> None:
    visit(page, server.origin)
    page.goto(f"{server.origin}/en/phone/")
    table = page.locator(".kept-languages")
    remove = table.get_by_role("button", name="Remove").first
    expect(remove).to_be_visible()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (320, 360, 412):
        page.set_viewport_size({"width": width, "height": 740})
        for said in ("已保存", "Збережено"):
            table.locator("[data-cell=state]").evaluate_all(
                "(cells, said) => cells.forEach((cell) => { cell.textContent = said; })", said
            )
            assert table.evaluate("table => table.scrollWidth <= table.clientWidth"), (width, said)
            assert box(remove)["x"] == pytest.approx(box(table)["x"], abs=2)
