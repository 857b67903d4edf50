"""What one can do with an answer: words in place, sharing, printing, listening, larger text."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from example import ROOT, Server
from test_states import DRAFTED
from visiting import visit

REGISTER = "/en/arriving/register/"
JSQR = ROOT / "pwa" / "node_modules" / "jsqr" / "dist" / "jsQR.js"

# A phone's voices, which no browser of a test machine has. Speaks when it is told to go on.
VOICES = """
  window.spoken = [];
  class Utterance { constructor(text) { this.text = text; } }
  const synthesis = {
    voices: [{ lang: "en-GB" }, { lang: "fr_FR" }], current: null, cancelled: 0,
    getVoices() { return this.voices; },
    speak(utterance) {
      this.current = utterance;
      window.spoken.push([utterance.lang, utterance.text]);
    },
    cancel() { this.current = null; this.cancelled += 1; },
    addEventListener() {},
  };
  window.goOn = () => synthesis.current?.onend?.();
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  window.SpeechSynthesisUtterance = Utterance;
"""

READ_CODE = """async (png) => {
  const image = new Image();
  image.src = png;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"),
    { width: image.width, height: image.height });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return jsQR(data, image.width, image.height)?.data ?? null;
}"""


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def code_in(png: bytes, blank: Page) -> str | None:
    """What another program reads from a picture of a code."""
    blank.goto("about:blank")
    blank.add_script_tag(content=JSQR.read_text(encoding="utf-8"))
    found: str | None = blank.evaluate(
        READ_CODE, f"data:image/png;base64,{base64.b64encode(png).decode()}"
    )
    return found


# --- Words in place ---


def test_a_tap_on_a_term_explains_it_where_it_stands(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}{REGISTER}")
    term = page.locator("section a.word").first
    term.click()
    dialog = page.get_by_role("dialog", name="BDP")
    expect(dialog).to_contain_text("Bureau du port")
    expect(dialog).to_contain_text("The office that registers newcomers")
    expect(dialog.get_by_role("heading", name="BDP")).to_be_focused()
    expect(page).to_have_url(f"{shared_server.origin}{REGISTER}")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(term).to_be_focused()


def test_enter_opens_a_word_and_its_page_is_one_step_further(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}{REGISTER}")
    page.locator("section a.word").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").get_by_role("link", name="More about this word").click()
    expect(page).to_have_url(f"{shared_server.origin}/en/words/bdp/")


def test_a_word_is_explained_without_network(page: Page, server: Server) -> None:
    visit(page, server.origin)
    server.stop()
    page.goto(f"{server.origin}/ar/arriving/register/")
    page.locator("section a.word").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("Bureau du port")


def test_a_word_that_cannot_be_brought_is_an_ordinary_link(
    page: Page, shared_server: Server
) -> None:
    page.context.route("**/assets/tools.*", lambda route: route.abort())
    page.goto(f"{shared_server.origin}{REGISTER}")
    page.locator("section a.word").first.click()
    expect(page).to_have_url(f"{shared_server.origin}/en/words/bdp/")


def test_a_tap_beside_the_sheet_closes_it(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}{REGISTER}")
    page.locator("section a.word").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.mouse.click(5, 5)
    expect(page.get_by_role("dialog")).to_have_count(0)


# --- Share and print ---


def open_share(page: Page, server: Server, address: str = REGISTER) -> None:
    page.goto(f"{server.origin}{address}")
    page.locator("[data-tool=share]").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_shared_text_needs_nothing_else(page: Page, shared_server: Server) -> None:
    page.add_init_script("navigator.share = async (data) => { window.shared = data; };")
    open_share(page, shared_server, "/fr/arriving/register/")
    page.get_by_role("dialog").get_by_role("button", name="Envoyer…").click()
    question, short, facts, link = page.evaluate("window.shared.text").split("\n\n")
    assert question == page.locator("h1").inner_text()
    # What keeps a number and its noun on one line stays on the page.
    assert short == page.locator(".short").inner_text().replace("3\u00a0mois", "3 mois")
    assert "3 mois" in short
    assert re.search(r"Vérifié le \d+ \w+ \d{4}", facts)
    assert "Traduction automatique" in facts
    assert link == f"{shared_server.origin}/go/arriving/register"


def test_the_second_language_is_no_part_of_the_shared_text(
    page: Page, shared_server: Server
) -> None:
    page.add_init_script("navigator.share = async (data) => { window.shared = data; };")
    page.goto(f"{shared_server.origin}{REGISTER}")
    short = page.locator(".short").inner_text().replace("3\u00a0months", "3 months")
    page.locator("[data-tool=beside]").click()
    expect(page.locator(".short .other")).to_be_visible()
    page.locator("[data-tool=share]").click()
    page.get_by_role("button", name="Send…").click()
    assert page.evaluate("window.shared.text").split("\n\n")[1] == short


def test_where_nothing_can_be_sent_it_is_copied(browser: Browser, shared_server: Server) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script("delete Navigator.prototype.share;")
    open_share(page, shared_server)
    expect(page.get_by_role("button", name="Send…")).to_have_count(0)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    assert "/go/arriving/register" in page.evaluate("navigator.clipboard.readText()")
    context.close()


def test_where_nothing_can_be_copied_the_text_is_shown_to_copy_by_hand(
    page: Page, shared_server: Server
) -> None:
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));"
    )
    open_share(page, shared_server)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("textbox")).to_have_value(re.compile("/go/arriving/register"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_another_program_reads_the_code_on_the_screen(
    browser: Browser, shared_server: Server, blank: Page, scheme: Any
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 320, "height": 640})
    page = context.new_page()
    open_share(page, shared_server, "/ar/arriving/register/")
    png = page.locator("dialog .qr").screenshot()
    context.close()
    assert code_in(png, blank) == f"{shared_server.origin}/go/arriving/register"


def test_paper_has_the_answer_its_date_its_source_and_the_code(
    page: Page, shared_server: Server, blank: Page
) -> None:
    page.add_init_script("window.print = () => { window.printed = true; };")
    open_share(page, shared_server, "/ar/arriving/register/")
    page.get_by_role("dialog").get_by_role("button").last.click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    for shown in ("h1", ".short", ".facts", ".facts a", ".paper .qr"):
        expect(page.locator(shown).first).to_be_visible()
    assert DRAFTED in page.locator(".facts").inner_text()  # as it is shown: hidden text is left out
    for hidden in (".tools", ".bar", ".languages", "dialog"):
        assert page.locator(f"{hidden}:visible").count() == 0
    png = page.locator(".paper .qr").screenshot()
    assert code_in(png, blank) == f"{shared_server.origin}/go/arriving/register"


# --- Listen ---


def test_an_answer_is_read_sentence_by_sentence(page: Page, shared_server: Server) -> None:
    page.add_init_script(VOICES)
    page.goto(f"{shared_server.origin}{REGISTER}")
    button = page.locator("[data-tool=listen]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("spoken") == [["en-GB", "How do I register?"]]
    expect(page.locator("h1")).to_have_class("speaking")
    while page.evaluate("speechSynthesis.current !== null"):
        page.evaluate("goOn()")
    spoken = page.evaluate("spoken")
    assert ["en-GB", "Go to the harbour office yourself."] in spoken
    assert len(spoken) == len({text for _, text in spoken})
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".speaking")).to_have_count(0)


def test_a_second_press_stops(page: Page, shared_server: Server) -> None:
    page.add_init_script(VOICES)
    page.goto(f"{shared_server.origin}{REGISTER}")
    button = page.locator("[data-tool=listen]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("speechSynthesis.current") is None


def test_a_change_of_language_ends_the_voice(page: Page, shared_server: Server) -> None:
    page.add_init_script(VOICES)
    page.add_init_script(
        """addEventListener("pagehide", () => setTimeout(() => 0));
        const { cancel } = speechSynthesis;
        speechSynthesis.cancel = function () {
          sessionStorage.setItem("cancelled", location.pathname); cancel.call(this); };"""
    )
    page.goto(f"{shared_server.origin}{REGISTER}")
    page.locator("[data-tool=listen]").click()
    expect(page.locator(".speaking")).to_have_count(1)
    page.evaluate("sessionStorage.removeItem('cancelled')")
    page.locator(".languages summary").click()
    page.locator("a[data-language=fr]").click()
    expect(page).to_have_url(f"{shared_server.origin}/fr/arriving/register/")
    assert page.evaluate("sessionStorage.getItem('cancelled')") == REGISTER


def test_a_phone_without_a_voice_for_the_language_says_so(
    page: Page, shared_server: Server
) -> None:
    page.add_init_script(VOICES)
    page.add_init_script("speechSynthesis.voices = [{ lang: 'fr_FR' }];")
    page.goto(f"{shared_server.origin}{REGISTER}")
    page.locator("[data-tool=listen]").click()
    dialog = page.get_by_role("dialog", name="No voice for this language")
    expect(dialog).to_contain_text("no voice for English")
    assert page.evaluate("spoken") == []


def test_where_the_browser_cannot_speak_nothing_offers_it(
    page: Page, shared_server: Server
) -> None:
    page.add_init_script("delete window.speechSynthesis; delete Window.prototype.speechSynthesis;")
    page.goto(f"{shared_server.origin}{REGISTER}")
    expect(page.locator("[data-tool=share]")).to_be_visible()
    expect(page.locator("[data-tool=listen]")).to_be_hidden()


# --- Text size ---

SHIFT = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((each) => (sum += each.value)))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum), 300)));
})"""


def test_a_larger_text_stays_on_every_page_and_moves_nothing(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/reading/")
    size = "parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
    before = page.evaluate(size)
    page.get_by_label("Very large").check()
    assert page.evaluate(size) > before * 1.3
    page.get_by_label("Wide").check()
    page.goto(f"{shared_server.origin}{REGISTER}")
    assert page.evaluate(size) > before * 1.3
    assert page.evaluate(SHIFT) == 0
    page.goto(f"{shared_server.origin}/en/reading/")
    expect(page.get_by_label("Very large")).to_be_checked()


def test_the_tools_are_not_there_without_script(browser: Browser, shared_server: Server) -> None:
    context: BrowserContext = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{shared_server.origin}{REGISTER}")
    expect(page.locator(".tools")).to_be_hidden()
    page.goto(f"{shared_server.origin}/en/reading/")
    expect(page.get_by_text("These choices need JavaScript")).to_be_visible()
    context.close()


def test_the_first_visit_stays_small(browser: Browser, shared_server: Server) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    sizes: list[int] = []
    page.on(
        "requestfinished",
        lambda request: (
            sizes.append(
                request.sizes()["responseBodySize"] + request.sizes()["responseHeadersSize"]
            )
            if request.resource_type in ("document", "script")
            else None
        ),
    )
    page.goto(f"{shared_server.origin}{REGISTER}", wait_until="networkidle")
    assert sum(sizes) <= 30_000, sizes
    context.close()


# --- Cases ---


def test_the_reader_s_own_case_is_first_and_the_others_one_tap_away(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}{REGISTER}")
    total = page.locator("article section.case").count()
    assert total >= 2
    expect(page.locator("details.others")).to_have_count(0)
    key = page.locator("section.case[data-from]:not([data-from=''])").first.get_attribute(
        "data-from"
    )
    page.evaluate(
        "key => localStorage.setItem('livret.who', JSON.stringify({ nationality: key }))", key
    )
    page.reload()
    fold = page.locator("details.others")
    expect(page.locator("article > section.case")).to_have_count(1)
    hidden = fold.locator("section.case").first
    expect(hidden).to_be_hidden()
    fold.locator("summary").click()
    expect(hidden).to_be_visible()
    expect(page.locator("section.case")).to_have_count(total)
