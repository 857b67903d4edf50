"""What the reader ticks stays ticked: after a reload, in another language, without network."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from example import Server
from test_offline import keep


def passport(page: Page) -> None:
    page.locator(".tasks label").filter(has_text=re.compile("passport")).click()


def test_a_ticked_document_stays_ticked_in_every_language_without_network(
    page: Page, server: Server
) -> None:
    keep(page, server)
    page.goto(f"{server.origin}/en/arriving/register/")
    passport(page)
    boxes = page.locator(".tasks input")
    expect(boxes.first).to_be_checked()
    server.stop()
    for code in ("en", "fr", "ar"):
        page.goto(f"{server.origin}/{code}/arriving/register/")
        expect(boxes.first).to_be_checked()
        expect(boxes.nth(1)).not_to_be_checked()
    boxes.first.uncheck()
    page.goto(f"{server.origin}/en/arriving/register/")
    expect(boxes.first).not_to_be_checked()


def test_a_document_of_a_step_is_not_the_one_of_an_answer(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/steps/documents/")
    passport(page)
    page.reload()
    expect(page.locator(".tasks input:checked")).to_have_count(1)
    page.goto(f"{shared_server.origin}/en/arriving/register/")
    expect(page.locator(".tasks input:checked")).to_have_count(0)


def test_a_tick_shows_at_once_in_another_tab(page: Page, shared_server: Server) -> None:
    address = f"{shared_server.origin}/en/arriving/register/"
    other = page.context.new_page()
    other.goto(address)
    page.goto(address)
    passport(page)
    expect(other.locator(".tasks input").first).to_be_checked()
