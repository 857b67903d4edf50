"""Saved answers: a button on each answer, a list in the reader's language, on this phone alone."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from example import Server
from visiting import visit

REGISTER = "How do I register?"


def save(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Save").click()


def test_a_saved_answer_is_on_the_list_with_its_short_answer(
    page: Page, shared_server: Server
) -> None:
    save(page, f"{shared_server.origin}/en/arriving/register/")
    expect(page.get_by_role("button", name="Save")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="Saved").click()
    item = page.locator("[data-saved-list] li")
    expect(item.locator(".question")).to_have_text(REGISTER)
    expect(item.locator(".answer-short")).to_contain_text("harbour office")
    expect(page.get_by_text("Nothing is saved yet.")).to_be_hidden()
    item.get_by_role("link").click()
    expect(page).to_have_url(f"{shared_server.origin}/en/arriving/register/")
    expect(page.get_by_role("button", name="Save")).to_have_attribute("aria-pressed", "true")


def test_the_newest_comes_first_and_the_list_is_in_the_language_that_is_read(
    page: Page, shared_server: Server
) -> None:
    save(page, f"{shared_server.origin}/en/arriving/register/")
    save(page, f"{shared_server.origin}/en/money/fee/")
    page.goto(f"{shared_server.origin}/fr/saved/")
    questions = page.locator("[data-saved-list] .question")
    expect(questions).to_have_text(
        [
            heading(page, shared_server, "money/fee"),
            heading(page, shared_server, "arriving/register"),
        ]
    )


def heading(page: Page, server: Server, answer: str) -> str:
    other = page.context.new_page()
    other.goto(f"{server.origin}/fr/{answer}/")
    text = other.locator("h1").inner_text()
    other.close()
    return text


def test_an_answer_taken_off_can_be_put_back_before_the_list_is_left(
    page: Page, shared_server: Server
) -> None:
    save(page, f"{shared_server.origin}/en/arriving/register/")
    page.goto(f"{shared_server.origin}/en/saved/")
    off = page.get_by_role("button", name=f"Remove from the list {REGISTER}")
    back = page.get_by_role("button", name=f"Put back on the list {REGISTER}")
    off.click()
    expect(back).to_be_focused()  # the same button, with other words
    back.click()
    page.reload()
    off.click()
    expect(back).to_be_visible()
    page.reload()
    expect(page.get_by_text("Nothing is saved yet.")).to_be_visible()
    expect(page.locator("[data-saved-list] li")).to_have_count(0)


def test_the_list_and_its_answers_open_without_network(page: Page, server: Server) -> None:
    visit(page, server.origin)
    save(page, f"{server.origin}/en/arriving/register/")
    server.stop()
    page.goto(f"{server.origin}/en/saved/")
    expect(page.locator("[data-saved-list] .question")).to_have_text(REGISTER)
    page.goto(f"{server.origin}/ar/saved/")
    expect(page.locator("[data-saved-list] .question")).to_have_text("كيف أسجّل؟")
    page.locator("[data-saved-list] a").click()
    expect(page).to_have_url(f"{server.origin}/ar/arriving/register/")


def test_an_answer_that_left_the_guide_is_said_to_be_gone(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/")
    page.evaluate(
        """() => localStorage.setItem("livret.saved",
        JSON.stringify([{ id: "arriving/left", question: "Was it here?", lang: "en" }]))"""
    )
    page.goto(f"{shared_server.origin}/en/saved/")
    item = page.locator("[data-saved-list] li")
    expect(item).to_contain_text("Was it here?")
    expect(item).to_contain_text("This answer is no longer in the guide.")
    expect(item.get_by_role("link")).to_have_count(0)


def test_an_answer_that_cannot_be_reached_keeps_its_question(
    browser: Browser, shared_server: Server
) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    save(page, f"{shared_server.origin}/en/arriving/register/")
    context.route("**/arriving/register/", lambda route: route.abort())
    page.goto(f"{shared_server.origin}/en/saved/")
    item = page.locator("[data-saved-list] li")
    expect(item.get_by_role("link", name=REGISTER)).to_be_visible()
    expect(item).to_contain_text("This answer cannot be opened now")
    context.close()


def test_what_another_version_wrote_is_no_obstacle(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/en/")
    for text in ("{", '{"a": 1}', '[1, null, "x"]'):
        page.evaluate("text => localStorage.setItem('livret.saved', text)", text)
        page.goto(f"{shared_server.origin}/en/saved/")
        expect(page.get_by_text("Nothing is saved yet.")).to_be_visible()


def test_without_script_the_page_says_what_it_is_and_what_it_needs(
    browser: Browser, shared_server: Server
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{shared_server.origin}/en/saved/")
    expect(page.get_by_text("The answers you saved.")).to_be_visible()
    expect(page.get_by_text("Saving needs JavaScript")).to_be_visible()
    page.goto(f"{shared_server.origin}/en/arriving/register/")
    expect(page.get_by_role("button", name="Save")).to_have_count(0)
    context.close()
