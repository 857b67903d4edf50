"""Every kind of control from the keyboard: Enter and Space press it, Escape leads back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from example import Server
from page_states import keeping

REGISTER = "/en/arriving/register/"
KEYS = pytest.mark.parametrize("key", ["Enter", "Space"])


@pytest.fixture
def phone(browser: Browser, shared_server: Server) -> Iterator[Page]:
    context, page = keeping(browser, shared_server.origin)
    yield page
    context.close()


def press(control: Locator, key: str) -> None:
    control.focus()
    control.page.keyboard.press(key)


@KEYS
def test_a_button_that_stays_pressed_is_pressed_and_let_go(
    phone: Page, shared_server: Server, key: str
) -> None:
    phone.goto(f"{shared_server.origin}{REGISTER}")
    for selector in ("[data-save]", "[data-tool=beside]"):
        button = phone.locator(selector)
        press(button, key)
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(button).to_be_focused()
        press(button, key)
        expect(button).to_have_attribute("aria-pressed", "false")


@KEYS
def test_a_sheet_opens_and_closes_by_its_button_and_by_escape(
    phone: Page, shared_server: Server, key: str
) -> None:
    phone.goto(f"{shared_server.origin}{REGISTER}")
    opener, dialog = phone.locator("[data-tool=share]"), phone.get_by_role("dialog")
    press(opener, key)
    expect(dialog.get_by_role("heading")).to_be_focused()
    press(dialog.get_by_role("button", name="Close"), key)
    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()
    phone.keyboard.press(key)
    expect(dialog).to_be_visible()
    phone.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()


@KEYS
@pytest.mark.parametrize(
    ("rest", "selector"),
    [
        (REGISTER, ".languages"),
        ("/en/steps/", "details.reader"),
        ("/en/steps/", ".papers"),
        ("/en/search/?q=card", "details[data-who]"),
    ],
)
def test_what_is_folded_in_unfolds_and_folds(
    phone: Page, shared_server: Server, rest: str, selector: str, key: str
) -> None:
    phone.goto(f"{shared_server.origin}{rest}")
    fold = phone.locator(selector).first
    expect(fold).to_be_visible()
    press(fold.locator("> summary"), key)
    expect(fold).to_have_attribute("open", "")
    expect(fold.locator("> summary")).to_be_focused()
    phone.keyboard.press(key)
    expect(fold).not_to_have_attribute("open", "")


def test_a_language_is_chosen_with_tab_and_enter(phone: Page, shared_server: Server) -> None:
    phone.goto(f"{shared_server.origin}{REGISTER}")
    press(phone.locator(".languages summary"), "Enter")
    for _ in range(2):
        phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(f"{shared_server.origin}/fr/arriving/register/")
    expect(phone.locator(".languages summary")).to_be_focused()


def test_a_document_is_ticked_with_space_and_a_size_chosen_with_arrows(
    phone: Page, shared_server: Server
) -> None:
    phone.goto(f"{shared_server.origin}{REGISTER}")
    box = phone.locator(".tasks input").first
    press(box, "Space")
    expect(box).to_be_checked()
    phone.keyboard.press("Space")
    expect(box).not_to_be_checked()
    phone.goto(f"{shared_server.origin}/en/reading/")
    press(phone.get_by_label("Normal"), "ArrowDown")
    expect(phone.get_by_label("Large", exact=True)).to_be_checked()
    expect(phone.locator("html")).to_have_attribute("data-text", "large")
