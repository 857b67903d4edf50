"""An answer that is past its day says so, by the phone's own calendar, with and without network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from example import Server
from page_states import violations
from test_offline import keep

FEE = "/money/fee/"  # its figure ends on 2027-08-31, its review is due by 2027-06-01


@pytest.fixture
def on_day(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Makes a page on a phone whose calendar shows a day."""
    contexts: list[BrowserContext] = []

    def make(day: str, **options: Any) -> Page:
        contexts.append(browser.new_context(timezone_id="Europe/Paris", **options))
        page = contexts[-1].new_page()
        page.clock.set_fixed_time(f"{day}T12:00:00")
        return page

    yield make
    for context in contexts:
        context.close()


def notice(page: Page) -> Any:
    return page.locator(".short + [role=note]")


def test_nothing_is_said_while_figure_and_review_hold(
    shared_server: Server, on_day: Callable[..., Page]
) -> None:
    page = on_day("2027-06-01")
    page.goto(f"{shared_server.origin}/en{FEE}")
    expect(page.get_by_text("valid until August 31, 2027")).to_be_visible()
    expect(page.get_by_text("To be checked again by June 1, 2027")).to_be_visible()
    expect(notice(page)).to_have_count(0)
    expect(page.locator("data.past")).to_have_count(0)


def test_a_review_that_is_overdue_is_said_from_the_next_day_on(
    shared_server: Server, on_day: Callable[..., Page]
) -> None:
    page = on_day("2027-06-02")
    page.goto(f"{shared_server.origin}/en{FEE}")
    expect(notice(page)).to_contain_text("was due to be checked again by June 1, 2027")
    expect(notice(page)).not_to_contain_text("valid until")


def test_an_expired_figure_is_named_once_and_marked_wherever_it_stands(
    shared_server: Server, on_day: Callable[..., Page]
) -> None:
    page = on_day("2027-09-01")
    page.goto(f"{shared_server.origin}/en{FEE}")
    lines = notice(page).locator("p")
    expect(lines).to_have_count(2)
    expect(lines.first).to_contain_text("€105 was valid until August 31, 2027")
    expect(page.locator("data.past")).to_have_count(2)
    # A figure that holds without end is never marked.
    expect(page.locator("article", has_text="70%")).to_be_visible()
    expect(page.locator(".past", has_text="70%")).to_have_count(0)


def test_a_list_of_answers_says_nothing(shared_server: Server, on_day: Callable[..., Page]) -> None:
    page = on_day("2030-01-01")
    page.goto(f"{shared_server.origin}/en/money/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Money")
    expect(page.locator("[role=note]")).to_have_count(0)


def test_the_notice_comes_without_network_and_in_the_readers_language(
    server: Server, on_day: Callable[..., Page]
) -> None:
    page = on_day("2027-09-01")
    keep(page, server)
    server.stop()
    response = page.goto(f"{server.origin}/ar{FEE}")
    assert response is not None
    assert response.from_service_worker
    expect(notice(page)).to_have_count(1)
    words = notice(page).inner_text()
    # Western digits, as in the texts; each value keeps its own direction.
    assert re.search("\u2068[^\u2069]*2027[^\u2069]*\u2069", words), words
    assert not re.search("[٠-٩]", words)


def test_without_script_the_dates_stand_in_the_text_and_nothing_else_is_claimed(
    shared_server: Server, on_day: Callable[..., Page]
) -> None:
    page = on_day("2030-01-01", java_script_enabled=False)
    page.goto(f"{shared_server.origin}/en{FEE}")
    expect(page.get_by_text("valid until August 31, 2027")).to_be_visible()
    expect(notice(page)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_notice(
    shared_server: Server, on_day: Callable[..., Page], scheme: str
) -> None:
    page = on_day("2030-01-01", color_scheme=scheme, viewport={"width": 320, "height": 640})
    page.goto(f"{shared_server.origin}/en{FEE}")
    expect(notice(page)).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
