"""Finding in the browser: as one types, without network, with the keyboard, in two languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from example import GUIDE, Server
from livret.build import build
from livret.publish import publish
from test_offline import keep

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def make_context(browser: Browser) -> Iterator[Any]:
    opened: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        opened.append(browser.new_context(**options))
        return opened[-1]

    yield make
    for context in opened:
        context.close()


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


def results(page: Page) -> Any:
    return page.locator("[data-found=list] .question")


def test_answers_appear_while_the_reader_types(
    page: Page, shared_server: Server, errors: list[str]
) -> None:
    page.goto(f"{shared_server.origin}/en/search/")
    page.locator("#find").press_sequentially("how to regis")
    expect(results(page).first).to_have_text("How do I register?")
    expect(results(page).first.locator("mark").last).to_have_text("register")
    results(page).first.click()
    expect(page).to_have_url(f"{shared_server.origin}/en/arriving/register/")


def test_a_misspelt_word_finds_its_answer(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/en/search/?q=regsiter")
    expect(results(page).first).to_have_text("How do I register?")


def test_everything_is_found_when_the_server_is_gone(
    page: Page, server: Server, errors: list[str]
) -> None:
    keep(page, server)
    server.stop()
    page.goto(f"{server.origin}/en/search/")
    page.locator("#find").fill("lost card")
    expect(results(page).first).to_have_text("I have lost my harbour card. What now?")
    page.goto(f"{server.origin}/ar/search/?q=lost card")
    expect(page.locator("[data-found=list] li").first).to_be_visible()


def test_it_works_before_anything_is_kept_and_where_workers_are_refused(
    make_context: Any, shared_server: Server
) -> None:
    page = make_context(service_workers="block").new_page()
    page.goto(f"{shared_server.origin}/en/search/")
    page.locator("#find").fill("register")
    expect(results(page).first).to_have_text("How do I register?")


def test_a_french_word_finds_the_answer_in_the_readers_language(page: Page, server: Server) -> None:
    keep(page, server)
    page.goto(f"{server.origin}/en/search/")
    page.locator("#find").fill("m’inscrire")
    first = page.locator("[data-found=list] li").first
    expect(first.locator(".question")).to_have_text("How do I register?")
    expect(first.locator(".why-label")).to_have_text("French:")
    expect(first.locator(".why q")).to_have_attribute("lang", "fr")


def test_the_query_lives_in_the_address_and_survives_the_language_switch_and_back(
    page: Page, server: Server
) -> None:
    keep(page, server)
    page.goto(f"{server.origin}/en/search/")
    page.locator("#find").press_sequentially("register")
    page.locator("a[data-language=fr]").evaluate("link => link.click()")
    expect(page).to_have_url(f"{server.origin}/fr/search/?q=register")
    expect(page.locator("#find")).to_have_value("register")
    expect(results(page).first).to_be_visible()
    results(page).first.click()
    page.wait_for_url(lambda address: "/search/" not in address)
    page.go_back()
    expect(page.locator("#find")).to_have_value("register")
    expect(results(page).first).to_be_visible()


def test_the_arrow_keys_walk_through_the_results_while_focus_stays_in_the_field(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/search/")
    field = page.locator("#find")
    field.fill("card")
    expect(results(page).first).to_be_visible()
    options = page.get_by_role("listbox").get_by_role("option")
    chosen = page.get_by_role("listbox").get_by_role("option", selected=True)
    expect(chosen).to_have_count(0)
    field.press("ArrowDown")
    expect(field).to_be_focused()
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", "found-0")
    field.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(chosen).to_have_count(1)
    field.press("ArrowUp")
    field.press("ArrowUp")
    expect(chosen).to_have_count(0)
    expect(field).not_to_have_attribute("aria-activedescendant", "found-0")
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(chosen).to_have_count(0)
    expect(field).to_have_value("card")
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**/arriving/**")


def typing(page: Page, server: Server, text: str) -> None:
    """Types on the search page, where no time passes from then on."""
    page.clock.install()
    page.goto(f"{server.origin}/en/search/")
    page.clock.pause_at(page.evaluate("Date.now() + 5000"))
    page.locator("#find").fill(text)
    expect(results(page).first).to_be_visible()


def told(page: Page) -> int:
    """How many results there are said to be."""
    return int(page.locator("[data-found=count]").inner_text().removeprefix("Results: "))


@pytest.mark.parametrize("way", ["arrow", "scroll"])
def test_results_below_the_screen_come_when_they_are_gone_to(
    page: Page, shared_server: Server, way: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 360})
    typing(page, shared_server, "card")
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options).to_have_count(1)
    assert told(page) > 1
    if way == "arrow":
        page.locator("#find").press("ArrowUp")
        expect(options.last).to_have_attribute("aria-selected", "true")
    else:
        page.mouse.wheel(0, 200)
    expect(options).to_have_count(told(page))


def test_a_key_that_changes_the_results_chooses_none(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/en/search/?q=car")
    expect(results(page).first).to_be_visible()
    page.locator("#find").press("ArrowDown")
    page.locator("#find").press("End")
    page.locator("#find").press("d")
    expect(page.get_by_role("listbox").get_by_role("option", selected=True)).to_have_count(0)


def test_a_screen_reader_meets_a_combobox_with_its_options(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/search/")
    field = page.get_by_role("combobox", name="Find an answer")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.fill("regsiter")
    expect(page.get_by_role("combobox", expanded=True)).to_be_visible()
    controlled = field.get_attribute("aria-controls") or ""
    expect(page.get_by_role("listbox")).to_have_attribute("id", controlled)
    expect(page.get_by_role("listbox")).to_match_aria_snapshot(
        """
        - listbox /Results/:
          - option /How do I register/
        """
    )
    field.fill("zzyzx")
    expect(page.get_by_role("combobox", expanded=False)).to_be_visible()
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_an_on_screen_keyboard_leaves_room_for_the_first_answer_and_goes_away(
    make_context: Any, shared_server: Server
) -> None:
    # What an on-screen keyboard leaves of a small phone.
    above_keyboard = {"width": 360, "height": 400}
    page = make_context(viewport=above_keyboard, has_touch=True, is_mobile=True).new_page()
    page.goto(f"{shared_server.origin}/en/search/")
    field = page.locator("#find")
    field.tap()
    field.fill("register")
    expect(results(page).first).to_be_in_viewport(ratio=1)
    expect(field).to_be_in_viewport(ratio=1)
    field.press("Enter")
    expect(field).not_to_be_focused()
    expect(results(page).first).to_be_in_viewport(ratio=1)


def test_typing_fetches_nothing_and_no_index_ever(page: Page, server: Server) -> None:
    asked: list[str] = []
    keep(page, server)
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_worker():  # before any key
        page.goto(f"{server.origin}/en/search/")
    page.locator("#find").press_sequentially("register")
    expect(results(page).first).to_have_text("How do I register?")
    paths = {address.removeprefix(server.origin).split("?")[0] for address in asked}
    assert {path.split("/")[1] for path in paths} <= {"en", "assets", "icon.svg", "release.json"}


def test_another_release_is_searched_by_its_own_words(
    page: Page, server: Server, changed_guide: Any
) -> None:
    keep(page, server)
    page.goto(f"{server.origin}/en/search/?q=register")
    expect(results(page).first).to_have_text("How do I register?")
    text = (GUIDE / "content" / "arriving" / "register.md").read_text(encoding="utf-8")
    changed = text.replace("How do I register?", "How do I enlist?")
    folder = changed_guide({"content/arriving/register.md": changed})
    publish(build(folder).release, server.folder)
    server.stop()
    server.start()
    page.goto(f"{server.origin}/en/phone/")
    page.locator("[data-action=update]").click()
    expect(page.locator("[data-value=message]")).to_contain_text("Done.")
    page.goto(f"{server.origin}/en/search/?q=enlist")
    expect(results(page).first).to_have_text("How do I enlist?")


def test_a_screen_reader_is_told_once_the_reader_pauses(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/en/search/")
    said = page.get_by_role("status")
    said.evaluate(
        """(said) => {
          globalThis.silent = [];
          let typed = 0;
          document.addEventListener('input', () => { typed = performance.now(); });
          const told = () => said.textContent && silent.push(performance.now() - typed);
          new MutationObserver(told).observe(said, { childList: true, subtree: true });
        }"""
    )
    page.locator("#find").press_sequentially("register")
    expect(results(page).first).to_be_visible()
    expect(said).to_contain_text("First: How do I register?")
    assert min(page.evaluate("silent")) > 800, "milliseconds after the last key"
    page.locator("#find").fill("zzyzx")
    expect(said).to_have_text("Nothing found.")


def test_what_is_not_found_leads_on(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/en/search/?q=harbqwr")
    nothing = page.locator("[data-found=nothing]")
    expect(nothing).to_contain_text("Nothing in this guide matches these words.")
    expect(page.get_by_role("link", name="Arriving").last).to_be_visible()
    expect(page.get_by_role("heading", name="Not found? Ask the office")).to_be_visible()
    nothing.get_by_role("link").first.click()
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize(("height", "at_once"), [(640, 3), (900, 6)])
def test_results_below_the_screen_come_with_a_pause(
    page: Page, shared_server: Server, height: int, at_once: int
) -> None:
    page.set_viewport_size({"width": 360, "height": height})
    typing(page, shared_server, "the")
    items = page.locator("[data-found=list] li")
    expect(items).to_have_count(at_once)
    assert items.last.evaluate("item => item.getBoundingClientRect().bottom") >= height
    assert told(page) > at_once
    page.clock.run_for(200)
    expect(items).to_have_count(told(page))
    options = page.get_by_role("listbox").get_by_role("option")
    ids = options.evaluate_all("all => all.map((one) => one.id)")
    assert len(set(ids)) == told(page)
    # What waits for a pause is of the newest query.
    page.locator("#find").fill("harbour")
    expect(items).to_have_count(at_once)
    page.locator("#find").fill("lost card")
    expect(results(page).first).to_have_text("I have lost my harbour card. What now?")
    page.clock.run_for(200)
    expect(options).to_have_count(told(page))
    expect(results(page).first).to_have_text("I have lost my harbour card. What now?")


def test_a_result_that_stays_while_one_types_is_not_made_anew(
    page: Page, shared_server: Server
) -> None:
    page.add_init_script(
        """globalThis.told = 0;
        globalThis.Worker = class extends Worker {
          constructor(address) {
            super(address);
            this.addEventListener('message', ({ data }) => {
              if (data.type === 'found') globalThis.told += 1;
            });
          }
        };"""
    )
    page.goto(f"{shared_server.origin}/en/search/?q=register")
    items = page.locator("[data-found=list] li")
    expect(results(page).first).to_have_text("How do I register?")
    items.first.evaluate("item => item.kept = true")
    told = page.evaluate("told")
    page.locator("#find").press("End")
    page.locator("#find").press_sequentially(" ")
    page.wait_for_function("before => told > before", arg=told)
    assert items.first.evaluate("item => item.kept")
    # Where it comes to stand elsewhere the order is that of the newest query.
    page.locator("#find").fill("lost card register")
    expect(results(page).first).to_have_text("I have lost my harbour card. What now?")
    ids = items.locator("a").evaluate_all("all => all.map((one) => one.id)")
    assert ids == [f"found-{number}" for number in range(len(ids))]
    texts = results(page).all_inner_texts()
    assert len(set(texts)) == len(texts)


def test_who_one_is_brings_ones_own_answers_first_and_hides_none(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/search/?q=register")
    expect(results(page).first).to_have_text("How do I register?")
    total = page.locator("[data-found] li").count()
    page.locator("details[data-who] summary").click()
    page.get_by_label("Who you are").select_option("researcher")
    page.get_by_label("Where you come from").select_option("eu")
    expect(page.locator("[data-who=chosen]")).to_have_text("researchers · EU nationals")
    expect(page.locator("[data-found] li")).to_have_count(total)
    page.reload()
    expect(page.locator("[data-who=chosen]")).to_have_text("researchers · EU nationals")


def test_a_word_of_the_guide_appears_as_such(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/en/search/?q=bdp")
    first = page.locator("[data-found=list] li").first
    expect(first.locator(".question")).to_have_text("BDP")
    expect(first.locator(".about")).to_have_text("Word")
    first.locator("a").click()
    expect(page).to_have_url(f"{shared_server.origin}/en/words/bdp/")


def test_a_step_appears_as_such_and_leads_to_its_place(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/en/search/?q=pay before I enrol")
    step = page.locator("[data-found=list] li", has=page.locator("a[href$='#pay']"))
    expect(step.locator(".question")).to_have_text("Pay the harbour fee")
    expect(step.locator(".about")).to_have_text("Step")
    step.locator("a").click()
    expect(page).to_have_url(f"{shared_server.origin}/en/steps/#pay")
    expect(page.locator("#pay")).to_be_in_viewport()


def test_what_is_for_others_stands_below_under_a_title_of_its_own(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/search/?q=fee")
    expect(results(page).first).to_have_text("How much is the harbour fee?")
    expect(page.get_by_role("heading", name="For others")).to_be_hidden()
    page.locator("details[data-who] summary").click()
    page.get_by_label("Who you are").select_option("researcher")
    others = page.locator("[data-found=others] .question")
    expect(others.first).to_have_text("How much is the harbour fee?")
    expect(page.locator("#found-others")).to_be_visible()
    expect(results(page).filter(has_text="How much is the harbour fee?")).to_have_count(0)


def test_a_result_shows_its_question_short_answer_topic_and_why_it_matched(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/search/?q=register")
    first = page.locator("[data-found=list] li").first
    expect(first.locator(".question")).to_have_text("How do I register?")
    expect(first.locator(".answer-short")).not_to_be_empty()
    expect(first.locator(".about")).to_have_text("Arriving")
    expect(first.locator("mark").first).to_have_text("register")
    expect(first.locator(".why")).to_be_hidden()
    page.goto(f"{shared_server.origin}/en/search/?q=inscription")
    expect(first.locator(".question")).to_have_text("How do I register?")
    expect(first.locator(".why")).to_be_visible()
    expect(first.locator(".why mark").first).to_have_text("inscription")


def test_a_result_says_how_far_its_translation_can_be_trusted(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/fr/search/?q=inscrire")
    expect(page.locator("[data-found=list] .about").first).to_contain_text("traduction automatique")
    page.goto(f"{shared_server.origin}/en/search/?q=register")
    expect(results(page).first).to_be_visible()
    expect(page.locator("[data-found=list] .about").first).not_to_contain_text("machine")


def test_the_field_on_the_first_page_finds_and_leads_on(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/en/")
    page.locator("#find").fill("register")
    expect(results(page).first).to_have_text("How do I register?")
    page.locator("#find").press("Enter")
    expect(page).to_have_url(f"{shared_server.origin}/en/search/?q=register")
    expect(results(page).first).to_have_text("How do I register?")


def test_without_script_the_page_says_so_and_lists_the_topics(
    make_context: Any, shared_server: Server
) -> None:
    page = make_context(java_script_enabled=False).new_page()
    page.goto(f"{shared_server.origin}/en/")
    page.locator("#find").fill("register")
    page.locator("#find").press("Enter")
    assert page.url == f"{shared_server.origin}/en/search/?q=register"
    expect(page.get_by_text("Search needs JavaScript")).to_be_visible()
    page.get_by_role("link", name="Arriving").click()
    expect(page.get_by_role("link", name="How do I register?")).to_be_visible()


def test_nothing_can_be_searched_without_phone_and_network_and_the_page_says_so(
    page: Page, shared_server: Server
) -> None:
    page.route("**/packs/*", lambda route: route.abort())
    page.route("**/release.json", lambda route: route.abort())
    page.route("**/sw.js", lambda route: route.abort())
    page.goto(f"{shared_server.origin}/en/search/?q=register")
    expect(page.locator("[data-found=failed]")).to_be_visible()
    expect(page.get_by_role("heading", name="Topics")).to_be_visible()


def test_nothing_shifts_while_results_come_and_go(make_context: Any, shared_server: Server) -> None:
    page = make_context(viewport=PHONE).new_page()
    page.add_init_script(
        """globalThis.shifted = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) globalThis.shifted += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{shared_server.origin}/en/search/?q=register")
    expect(results(page).first).to_be_visible()
    before = page.locator("#find").bounding_box()
    for query in ("card", "zzyzx", "fee"):
        page.locator("#find").fill(query)
        page.wait_for_timeout(150)
        assert page.locator("#find").bounding_box() == before
    assert page.evaluate("shifted") < 0.02


@pytest.mark.parametrize("code", ["en", "ar"])
def test_results_are_not_cut_at_320_pixels_with_text_at_200_percent(
    make_context: Any, shared_server: Server, code: str
) -> None:
    page = make_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(f"{shared_server.origin}/{code}/search/?q=bdp")
    expect(results(page).first).to_be_visible()
    page.locator("details[data-who] summary").click()
    for size in ("100%", "200%"):
        page.evaluate("size => document.documentElement.style.fontSize = size", size)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, size
        # What is wider than a part of an item is cut by it and does not make the page wider.
        parts = page.locator("[data-found=list] li, [data-found=list] li :not(mark)")
        cut = "(boxes) => boxes.some((box) => box.clientWidth && box.scrollWidth > box.clientWidth)"
        assert not parts.evaluate_all(cut), size


def test_a_page_that_does_not_exist_can_be_searched_and_has_the_topics(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/nothing/here/")
    topics = page.get_by_role("heading", name="Topics")
    expect(topics).to_be_visible()
    page.get_by_role("combobox").fill("register")
    expect(page.get_by_role("option", name="How do I register?")).to_be_visible()
    expect(topics).to_be_hidden()
