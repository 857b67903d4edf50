"""The glossary: a list, and a page for each word with the answers that use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from example import Server
from livret.build import Built
from livret.glossary import letters, plain, uses
from livret.model import Word
from livret.read import read_guide


def named(term: str, like: Word) -> Word:
    return replace(like, key=plain(term), term=term)


def test_the_list_is_ordered_as_a_french_dictionary(built: Built) -> None:
    one = next(iter(built.guide.words.values()))
    found = letters(named(term, one) for term in ("quai", "Étudiant", "100 %", "emploi", "CAF"))
    assert [(letter.name, [word.term for word in letter.words]) for letter in found] == [
        ("0–9", ["100 %"]),
        ("C", ["CAF"]),
        ("E", ["emploi", "Étudiant"]),
        ("Q", ["quai"]),
    ]


def test_a_word_knows_the_answers_that_lead_to_it(changed_guide: Callable[..., Path]) -> None:
    guide = read_guide(changed_guide({}))
    used = uses(guide)
    assert [answer.id for answer in used["bdp"]] == ["arriving/register"]


def test_a_term_in_a_text_leads_to_the_page_of_its_word(
    browser: Browser, shared_server: Server
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{shared_server.origin}/en/arriving/register/")
    page.locator("a.word").first.click()
    expect(page).to_have_url(f"{shared_server.origin}/en/words/bdp/")
    expect(page.get_by_role("heading", level=1)).to_have_text("BDP")
    expect(page.get_by_text("Bureau du port")).to_be_visible()
    expect(page.get_by_text("The office that registers newcomers")).to_be_visible()
    expect(page.get_by_text("Also called: capitainerie · maison du port")).to_be_visible()
    expect(page.get_by_text("port office")).to_have_count(0)
    page.get_by_role("link", name="How do I register?").click()
    expect(page).to_have_url(f"{shared_server.origin}/en/arriving/register/")
    context.close()


def test_each_other_name_of_a_word_keeps_to_itself(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/ar/words/bdp/")
    expect(page.locator(".aliases bdi[lang=fr]")).to_have_text(["capitainerie", "maison du port"])


def test_a_word_without_other_names_speaks_of_none(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/en/words/quai/")
    expect(page.get_by_text("The place where ships are tied up.")).to_be_visible()
    expect(page.locator(".aliases")).to_have_count(0)


def test_an_old_link_to_a_place_on_the_list_still_leads_there(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/words/#bdp")
    place = page.locator("#bdp")
    expect(place).to_be_in_viewport()
    assert place.evaluate("element => element.matches(':target')")


def test_typing_leaves_the_words_that_have_it(page: Page, shared_server: Server) -> None:
    page.goto(f"{shared_server.origin}/en/words/")
    page.get_by_label("Show only words containing").fill("BUREAU")
    expect(page.locator("#bdp")).to_be_visible()
    expect(page.locator("#quai")).to_be_hidden()
    expect(page.get_by_role("heading", name="Q")).to_be_hidden()
    expect(page.get_by_role("status").filter(has_text="Words shown: 1")).to_be_visible()
    page.get_by_label("Show only words containing").fill("")
    expect(page.locator("#quai")).to_be_visible()


def test_the_list_is_whole_without_script(browser: Browser, shared_server: Server) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{shared_server.origin}/ar/words/")
    expect(page.locator(".words li")).to_have_count(2)
    expect(page.get_by_role("searchbox")).to_have_count(0)
    page.get_by_role("link", name="quai").click()
    expect(page).to_have_url(f"{shared_server.origin}/ar/words/quai/")
    context.close()
