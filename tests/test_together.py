"""What is one thing for its readers stands on one line: a day and its month, a number, its noun."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page

from example import ROOT, Server
from livret.figures import day_text, duration_text
from livret.language import Language
from livret.read import read_guide
from livret.together import closed_up, together

LANGUAGES = read_guide(ROOT).languages
# As narrow as its parts let it be: it breaks wherever it may.
NARROW = '<meta charset="utf-8"><p lang="{tag}" dir="{direction}" style="inline-size: min-content">'
LINES = """paragraph => {
  const text = paragraph.firstChild;
  const lines = new Map();
  for (let place = 0; place < text.length; place += 1) {
    const range = document.createRange();
    range.setStart(text, place);
    range.setEnd(text, place + 1);
    const { top, width } = range.getBoundingClientRect();
    if (width) lines.set(top, (lines.get(top) ?? "") + text.data[place]);
  }
  return [...lines.values()].map((line) => line.replace(/\\s+/g, " ").trim());
}"""


def lines(page: Page, language: Language, text: str) -> list[str]:
    page.set_content(NARROW.format(tag=language.tag, direction=language.direction) + text)
    found: list[str] = page.locator("p").evaluate(LINES)
    return found


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_a_date_breaks_before_its_year_at_most(page: Page, language: Language) -> None:
    broken = {
        "en-GB": ["1 September", "2026"],
        "fr": ["1er septembre", "2026"],
        "es": ["1 de septiembre", "de 2026"],
        "pt-BR": ["1º de setembro", "de 2026"],
        "ar": ["1 سبتمبر", "2026"],
        "zh-Hans": ["2026年", "9月1日"],
        "vi": ["1 tháng 9,", "2026"],
        "uk": ["1 вересня", "2026 року"],
    }
    text = together(day_text(date(2026, 9, 1), language.locale))
    found = [line.replace("\u2060", "") for line in lines(page, language, text)]
    assert found == broken[language.tag]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_a_number_stays_with_its_noun(page: Page, language: Language) -> None:
    for unit in ("day", "month", "year"):
        found = lines(page, language, together(duration_text(3, unit, language.locale)))
        assert found[0] not in ("3", "3\u2060")
        assert len(found) == 1 or language.code == "zh"  # which breaks within its words


def test_pages_hold_dates_together_and_their_descriptions_do_not(
    page: Page, shared_server: Server
) -> None:
    page.goto(f"{shared_server.origin}/en/arriving/register/")
    assert "Checked on November\u00a023, 2026." in page.locator(".facts").inner_text()
    page.goto(f"{shared_server.origin}/en/steps/")
    assert "\u00a0months after" in page.locator("#content").inner_text()
    description = page.locator("meta[name=description]").get_attribute("content") or ""
    assert "\u00a0" not in page.title() + description


def test_a_chinese_sign_brings_its_own_space() -> None:
    html = "<p>读作： <b>ofi</b></p>\n<p>中文。 <a>CAF</a>, a b"
    closed = "<p>读作：<b>ofi</b></p>\n<p>中文。<a>CAF</a>, a b"
    assert closed_up(html, "zh_Hans") == closed
    assert closed_up(html, "en") == html
