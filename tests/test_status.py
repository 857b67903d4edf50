"""The status of a guide: what was checked when, how far each language is, and where it is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import polib
import pytest
from playwright.sync_api import Browser

from livret.columns import columns, width
from livret.command import main
from livret.editing import status_on, versions
from livret.model import State
from livret.read import read_guide
from livret.status import (
    AnswerStatus,
    Dated,
    LanguageStatus,
    Status,
    TopicStatus,
    done,
    status_of,
    worst,
)
from livret.status_page import ages_plot, ahead_plot, coverage_plot, status_page
from livret.status_text import status_lines
from page_states import violations
from small_catalog import po_path

TESTS = Path(__file__).parent
GUIDE = TESTS / "guide"
ON = date(2026, 11, 23)
MakeGuide = Callable[[dict[str, str | None]], Path]


@pytest.fixture(scope="module")
def status() -> Status:
    return status_on(read_guide(GUIDE), ON)


def language(status: Status, tag: str) -> LanguageStatus:
    return next(each for each in status.languages if each.tag == tag)


def outdate(folder: Path, locale: str, message: str, previous: str) -> None:
    """Make a translation one of an earlier source text."""
    for path in po_path(folder / "translations", locale, "x").parent.glob("*.po"):
        file = polib.pofile(str(path), wrapwidth=-1)
        for entry in file:
            if entry.msgid == message:
                entry.flags.append("fuzzy")
                entry.previous_msgid = previous
        file.save(str(path))


# --- Topics ---


def test_the_topic_with_the_oldest_check_comes_first(status: Status) -> None:
    assert [(topic.topic, topic.oldest_check) for topic in status.topics] == [
        ("arriving", Dated("arriving/lost-card", date(2026, 11, 20))),
        ("money", Dated("money/fee", date(2026, 11, 22))),
    ]


def test_an_older_check_moves_its_topic_to_the_front(changed_guide: MakeGuide) -> None:
    fee = (GUIDE / "content/money/fee.md").read_text(encoding="utf-8")
    folder = changed_guide({"content/money/fee.md": fee.replace("2026-11-22", "2026-01-01")})
    status = status_on(read_guide(folder), ON)
    assert [topic.topic for topic in status.topics] == ["money", "arriving"]


def test_a_topic_counts_its_answers_words_and_findings(status: Status) -> None:
    money = status.topics[1]
    assert (money.answers, money.words) == (1, 40)
    assert money.next_review == Dated("money/fee", date(2027, 6, 1))
    assert status.topics[0].findings == 1  # "three months"


def test_expired_figures_are_named_in_each_topic_that_shows_them() -> None:
    guide = read_guide(GUIDE)
    on_last_day = status_on(guide, date(2027, 8, 31))
    day_after = status_on(guide, date(2027, 9, 1))
    assert [topic.expired for topic in on_last_day.topics] == [(), ()]
    expired = {topic.topic: topic.expired for topic in day_after.topics}
    assert expired == {"arriving": (), "money": ("harbour_fee",)}


def test_a_topic_without_answers_comes_last(changed_guide: MakeGuide) -> None:
    topic = 'title = "Leaving"\nsummary = "Nothing yet."\nanswers = []\n'
    listed = (GUIDE / "content/guide.toml").read_text(encoding="utf-8")
    listed = listed.replace('["arriving", "money"]', '["leaving", "arriving", "money"]')
    folder = changed_guide({"content/leaving/topic.toml": topic, "content/guide.toml": listed})
    status = status_on(read_guide(folder), ON)
    assert [topic.topic for topic in status.topics] == ["arriving", "money", "leaving"]
    assert "Nothing" not in "\n".join(status_lines(status))


# --- Languages ---


def test_words_are_counted_by_state_each_message_once(status: Status) -> None:
    arabic, french = language(status, "ar"), language(status, "fr")
    # Nobody has translated the one publisher of the example guide.
    assert arabic.words["missing"] == 3
    assert {name for words in arabic.answers.values() for name in words} == {"drafted"}
    assert french.words["missing"] > arabic.words["missing"]
    assert sum(arabic.words.values()) == sum(french.words.values())
    assert french.answers["arriving/lost-card"] == {"missing": 37}
    assert worst(french.answers["arriving/register"]) is State.DRAFTED


def test_a_message_that_stands_twice_is_counted_once(changed_guide: MakeGuide) -> None:
    fee = (GUIDE / "content/money/fee.md").read_text(encoding="utf-8")
    twice = fee + "\nPeople who stay less than a week do not pay.\n"
    status = status_on(read_guide(changed_guide({"content/money/fee.md": twice})), ON)
    before = status_on(read_guide(GUIDE), ON)
    assert language(status, "ar").words == language(before, "ar").words


def test_the_interface_adds_to_the_words_of_a_language() -> None:
    guide = read_guide(GUIDE)
    (french, _) = versions(guide)
    alone = status_of(guide, [french], ON, ()).languages[0].words
    more = status_of(guide, [replace(french, interface={"drafted": 7})], ON, ()).languages[0].words
    assert more["drafted"] == alone["drafted"] + 7
    assert more["missing"] == alone["missing"]


def test_a_critical_change_names_its_answer_and_puts_it_first(changed_guide: MakeGuide) -> None:
    folder = changed_guide({})
    outdate(folder, "ar", "How much is the harbour fee?", "How much is not the harbour fee?")
    outdate(folder, "ar", "The office does.", "Your office does.")
    status = status_on(read_guide(folder), ON)
    arabic = language(status, "ar")
    assert arabic.critical == ("money/fee",)
    assert arabic.words["critical"] == 6
    assert arabic.words["outdated"] == 3
    assert [answer.answer for answer in status.answers] == [
        "money/fee",
        "arriving/lost-card",
        "arriving/register",
    ]


def test_a_language_without_its_core_is_not_offered(changed_guide: MakeGuide) -> None:
    folder = changed_guide({"translations/fr/LC_MESSAGES/arriving.po": None})
    status = status_on(read_guide(folder), ON)
    assert not language(status, "fr").offered
    assert language(status, "ar").offered


def test_a_reviewed_text_counts_as_reviewed(changed_guide: MakeGuide) -> None:
    folder = changed_guide({})
    arguments = ["--guide", str(folder), "--reviewer", "A. Reader"]
    assert main(["review", "ar", "money/fee", *arguments]) == 0
    arabic = language(status_on(read_guide(folder), ON), "ar")
    assert worst(arabic.answers["money/fee"]) is State.REVIEWED
    assert arabic.words["reviewed"] == sum(arabic.answers["money/fee"].values())


def test_the_interface_counts_for_the_guide_that_it_is_translated_with() -> None:
    shipped = read_guide(TESTS.parent)
    assert all(sum(version.interface.values()) > 100 for version in versions(shipped))
    assert all(version.interface == {} for version in versions(read_guide(GUIDE)))


def test_an_answer_without_words_to_translate_is_done() -> None:
    assert done({}) == 1.0
    assert worst({}) is None
    assert done({"drafted": 30, "missing": 10}) == 0.75


# --- On the terminal and as data ---


def test_the_terminal_shows_aligned_tables(status: Status) -> None:
    lines = list(status_lines(status))
    start = lines.index("")
    table = lines[start + 1 : lines.index("", start + 1)]
    column = table[0].index("oldest check")
    assert [line[column:].split(" ")[0] for line in table[2:]] == ["2026-11-20", "2026-11-22"]
    assert "money/fee           2026-11-22  - 0%  d 100%" in lines
    assert "1 answer more: drafted or reviewed in every language" in lines


def test_a_wide_character_takes_two_cells() -> None:
    assert width("中文") == 4
    assert width("é") == 1
    assert list(columns(("a", "n"), [("中文", "1"), ("x", "10")], right=(1,))) == [
        "a      n",
        "----  --",
        "中文   1",
        "x     10",
    ]


def test_json_holds_everything_with_iso_dates(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--guide", str(GUIDE), "--on", "2026-11-23", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["on"] == "2026-11-23"
    assert data["topics"][0]["oldest_check"] == {
        "answer": "arriving/lost-card",
        "day": "2026-11-20",
    }
    assert data["languages"][1]["answers"]["money/fee"].keys() == {"drafted"}
    assert data["figures_end"] == {"harbour_fee": "2027-08-31"}
    assert {"file", "line", "kind", "what", "remedy"} == data["findings"][0].keys()


def test_the_editors_guide_names_every_field_of_the_data() -> None:
    text = (TESTS.parent / "docs/editing.md").read_text(encoding="utf-8")
    for kind in (Status, TopicStatus, LanguageStatus, AnswerStatus):
        for field in fields(kind):
            assert f"`{field.name}`" in text, f"{kind.__name__}.{field.name}"


# --- The page ---


def test_the_page_stands_alone(status: Status) -> None:
    page = status_page(status)
    assert not re.search(r"<(?:script|link|img|iframe)\b|\bsrc=|url\(|@import|https?://", page)
    assert page.count("<svg") == 3
    for answer in status.answers:
        assert answer.answer in page
    for finding in status.findings:
        assert f"{finding.file}:{finding.line}" in page


def test_the_page_escapes_what_it_shows(status: Status) -> None:
    odd = replace(status, guide="<b>&", languages=())
    page = status_page(odd)
    assert "<b>" not in page
    assert "&lt;b&gt;&amp;" in page


def test_each_plot_says_its_numbers_in_words(status: Status) -> None:
    plots = [ages_plot(status), ahead_plot(status), coverage_plot(status.languages)]
    told = [ElementTree.fromstring(plot).findtext("desc") for plot in plots]
    assert told[0] == (
        "up to 30 days: 3; 31 to 90 days: 0; 91 to 180 days: 0; 181 to 365 days: 0; over a year: 0"
    )
    assert told[1] is not None
    assert told[1].startswith("overdue: 0 reviews, 0 figures; Nov 2026: 0 reviews, 0 figures;")
    assert "Jun 2027: 1 reviews, 0 figures" in told[1]
    assert "Aug 2027: 0 reviews, 1 figures" in told[1]
    assert told[2] is not None
    drafted = language(status, "ar").words["drafted"]
    assert f"Arabic: {drafted} drafted, 3 missing" in told[2]


def test_a_last_day_is_not_overdue_and_thirty_days_are_not_more(status: Status) -> None:
    on_last_day = ahead_plot(replace(status, on=date(2027, 6, 1)))
    assert "overdue: 0 reviews, 0 figures; Jun 2027: 1 reviews" in on_last_day
    assert "overdue: 1 reviews, 0 figures; Jun 2027: 0 reviews" in ahead_plot(
        replace(status, on=date(2027, 6, 2))
    )
    assert "up to 30 days: 1; 31 to 90 days: 2;" in ages_plot(
        replace(status, on=date(2026, 12, 23))
    )


def test_columns_are_as_tall_as_their_numbers_and_shares_as_wide(status: Status) -> None:
    later = ElementTree.fromstring(ahead_plot(replace(status, on=date(2027, 8, 1))))
    boxes = [(box.get("class"), float(box.get("height", 0))) for box in later.iter("rect")]
    tall = [(name, height) for name, height in boxes if height]
    # June's review has passed; two reviews and a figure are left, in different months.
    assert {name for name, _ in tall} == {"late", "bar", "figure"}
    heights = dict(tall)
    assert heights["bar"] == 2 * heights["late"] == 2 * heights["figure"]
    shares = ElementTree.fromstring(coverage_plot(status.languages))
    wide = [float(box.get("width", 0)) for box in shares.iter("rect")]
    assert sum(wide) == pytest.approx(2 * 490, abs=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_the_page(
    browser: Browser, tmp_path: Path, scheme: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "status.html"
    day = ["--on", "2027-09-02"]
    assert main(["status", "--guide", str(GUIDE), "--html", str(file), *day]) == 0
    assert str(file) in capsys.readouterr().out
    context = browser.new_context(color_scheme=scheme, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(file.as_uri())
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    context.close()


def test_no_plot_is_cut_on_the_screen_of_a_laptop(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "status.html"
    assert main(["status", "--guide", str(GUIDE), "--html", str(file)]) == 0
    page = browser.new_page()
    page.goto(file.as_uri())
    for pixels in (640, 960, 1000, 1080, 1280):
        page.set_viewport_size({"width": pixels, "height": 640})
        hidden = page.locator(".scroll:has(.plot)").evaluate_all(
            "(plots) => plots.map((plot) => plot.scrollWidth - plot.clientWidth)"
        )
        assert hidden == [0, 0, 0], pixels
    page.close()
