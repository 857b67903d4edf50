"""The page of steps as people use it: who they are, their days, ticks, calendar, file, print."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Page, expect

from example import ROOT, Server
from test_offline import keep
from visiting import check_now, deploy, kept_release, until

TODAY = datetime(2026, 11, 30, 10, 0)
LANGUAGES = ("en", "fr", "ar")
LAID_OUT = "(element) => element.checkVisibility({ contentVisibilityAuto: true })"
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture
def make_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    opened: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(**options)
        context.clock.set_fixed_time(TODAY)
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def page(make_context: Callable[..., BrowserContext]) -> Page:
    """A phone on a day that does not move."""
    return make_context(viewport={"width": 360, "height": 740}).new_page()


@pytest.fixture
def errors(page: Page) -> Iterator[list[str]]:
    """What the console complains of; nothing may."""
    found: list[str] = []
    page.on("console", lambda told: found.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    yield found
    assert found == []


def open_steps(page: Page, origin: str, code: str = "en") -> None:
    page.goto(f"{origin}/{code}/steps/")
    expect(page.locator(".plan[data-ready]")).to_be_attached()


def say(page: Page, **said: str) -> None:
    """Fill the form; `arrival="2026-09-15"`, `permit_end` for the field "permit-end"."""
    form = page.locator("details.reader")
    if form.get_attribute("open") is None:
        form.locator("> summary").click()
    if form.locator("details:not([open])").count():
        form.locator("details > summary").click()
    for name, value in said.items():
        field = form.locator(f"[name={name.replace('_', '-')}]")
        if name in ("audience", "nationality"):
            field.select_option(value)
        else:
            field.fill(value)


def group(page: Page, name: str) -> Any:
    return page.locator(f"[data-group={name}] .steps > li")


def test_the_days_are_counted_from_the_readers_own(
    page: Page, shared_server: Server, errors: list[str]
) -> None:
    open_steps(page, shared_server.origin)
    expect(group(page, "next")).to_have_count(2)
    expect(page.locator(".day")).to_have_count(0)
    say(page, arrival="2026-11-30", enrolment="2026-12-12")
    expect(group(page, "next").first.locator(".day")).to_have_text(
        "By December 5, 2026 · in 5 days"
    )
    expect(group(page, "next").nth(1).locator(".day")).to_have_text("By February 28, 2027")
    expect(group(page, "next").nth(1).locator(".when")).to_have_text(re.compile(r"3\smonths"))


def test_a_day_that_has_passed_is_shown_as_such_with_what_to_do(
    page: Page, shared_server: Server
) -> None:
    open_steps(page, shared_server.origin)
    say(page, arrival="2026-08-15")
    past = page.locator("[data-group=past]")
    expect(past).to_be_visible()
    expect(past.locator(".day")).to_have_text("Was due by November 15, 2026")
    expect(past.locator("> .note")).to_contain_text("do it now if you still can")
    say(page, arrival="2026-08-30")
    expect(past).to_be_hidden()
    expect(group(page, "next").locator(".day")).to_have_text("By November 30, 2026 · today")


def test_steps_for_other_people_are_out_of_the_way_but_can_be_reached(
    page: Page, shared_server: Server
) -> None:
    open_steps(page, shared_server.origin)
    say(page, audience="researcher", arrival="2026-11-01")
    expect(group(page, "next")).to_have_count(1)
    others = page.locator("[data-group=others]")
    expect(others.locator("li#pay")).to_be_hidden()
    others.locator("> summary").click()
    expect(others.locator("li#pay")).to_be_visible()
    # A link to such a step, as the search gives, opens what it is folded into.
    page.goto(f"{shared_server.origin}/en/steps/#pay")
    page.reload()
    expect(others.locator("li#pay")).to_be_visible()


def test_what_was_said_and_ticked_survives_language_update_and_the_loss_of_the_network(
    page: Page, server: Server, changed_guide: Callable[..., Path], errors: list[str]
) -> None:
    keep(page, server)
    open_steps(page, server.origin)
    say(page, audience="student", nationality="eu", arrival="2026-09-15")
    page.locator("#register .tick").click()
    page.locator("#register .papers summary").click()
    page.locator("#register .tasks label").first.click()
    figures = (ROOT / "tests/guide/content/steps.toml").read_text(encoding="utf-8")
    changed = figures.replace('documents = ["passport"', 'documents = ["two photos", "passport"')
    old = kept_release(page)
    built = deploy(server, changed_guide({"content/steps.toml": changed}))
    check_now(page)
    until(page, lambda: kept_release(page) == built.release.id != old, "the update is kept")
    server.stop()
    for code in LANGUAGES:
        open_steps(page, server.origin, code)
        done = page.locator("[data-group=done]")
        done.locator("> summary").click()
        expect(done.locator("#register .tick input")).to_be_checked()
        expect(done.locator("#register .tasks input")).to_have_count(3)
        expect(done.locator("#register .tasks li:nth-child(2) input")).to_be_checked()
        expect(done.locator("#register .tasks input:checked")).to_have_count(1)
        page.locator("details.reader > summary").click()
        expect(page.locator("[name=audience]")).to_have_value("student")
        expect(page.locator("[name=arrival]")).to_have_value("2026-09-15")


def test_a_ticked_step_stays_in_sight_until_the_page_is_opened_anew(
    page: Page, shared_server: Server
) -> None:
    open_steps(page, shared_server.origin)
    box = page.get_by_role("checkbox", name="Done: Register at the harbour")
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_focused()
    expect(box).to_be_visible()
    page.reload()
    expect(page.locator("[data-group=done] > summary")).to_contain_text("1")
    expect(group(page, "next")).to_have_count(0)
    expect(group(page, "undated")).to_have_count(1)


def test_the_place_is_kept_when_the_language_changes(page: Page, server: Server) -> None:
    keep(page, server)
    open_steps(page, server.origin)
    say(page, audience="student", arrival="2026-08-15")
    page.locator("details.reader > summary").click()
    page.set_viewport_size({"width": 360, "height": 420})
    place = "document.querySelector('#pay').getBoundingClientRect().top"
    page.evaluate(f"scrollBy(0, {place} - 16)")
    before = page.evaluate(place)
    page.locator("a[data-language=ar]").evaluate("link => link.click()")
    page.wait_for_url("**/ar/steps/")
    expect(page.locator(".plan[data-ready]")).to_be_attached()
    until(page, lambda: abs(page.evaluate(place) - before) < 40, "the step is where it was")


# --- The calendar ---


def saved(page: Page, button: str) -> bytes:
    with page.expect_download() as download:
        page.locator(button).click()
    path = download.value.path()
    return Path(path).read_bytes()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_calendar_file_is_what_rfc_5545_wants(page: Page, server: Server, code: str) -> None:
    keep(page, server)
    server.stop()
    open_steps(page, server.origin, code)
    say(page, arrival="2026-11-30", enrolment="2026-12-12")
    body = saved(page, "[data-action=calendar]")
    lines = body.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in body.replace(b"\r\n", b"")
    for line in lines:
        assert len(line) <= 75
        line.decode()  # no character is cut in two
    calendar = Calendar.from_ical(body)
    assert calendar.errors == []
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    pay, register = calendar.walk("VEVENT")
    assert register.errors == []
    assert pay.errors == []
    assert register["dtstart"].dt == date(2027, 2, 28)
    assert register["dtstart"].params["VALUE"] == "DATE"
    assert register["dtstamp"].dt.tzinfo is not None
    host = server.origin.removeprefix("http://")
    assert register["uid"] == f"step-register@{host}"
    assert register["url"] == f"{server.origin}/go/arriving/register"
    title = page.locator("#register h3")
    assert str(register["summary"]) == title.inner_text()
    lang = title.evaluate("title => title.closest('[lang]').lang")  # English where untranslated
    assert register["summary"].params["LANGUAGE"] == lang
    description = str(register["description"])
    for document in page.locator("#register .tasks label").all():
        assert f"☐ {document.text_content()}" in description.splitlines()
    alarms = [alarm["trigger"].dt for alarm in register.walk("VALARM")]
    assert alarms == [timedelta(days=-7, hours=9), timedelta(days=-1, hours=9)]
    for alarm in register.walk("VALARM"):
        assert alarm["action"] == "DISPLAY"
        assert alarm["description"]
    expect(page.locator("[data-message]")).to_contain_text("2")


def test_what_is_done_past_or_for_others_is_not_put_into_the_calendar(
    page: Page, shared_server: Server
) -> None:
    open_steps(page, shared_server.origin)
    page.locator("[data-action=calendar]").click()
    expect(page.locator("[data-message]")).to_contain_text("Enter your dates first")
    say(page, audience="researcher", arrival="2026-11-01", enrolment="2027-01-01")
    calendar = Calendar.from_ical(saved(page, "[data-action=calendar]"))
    assert [str(event["uid"]).split("@")[0] for event in calendar.walk("VEVENT")] == [
        "step-register"
    ]
    say(page, arrival="2026-01-01")
    page.locator("[data-action=calendar]").click()
    expect(page.locator("[data-message]")).to_contain_text("Enter your dates first")


def test_a_suggested_day_is_told_as_such_and_is_never_a_missed_deadline(
    page: Page, server: Server, changed_guide: Callable[..., Path]
) -> None:
    steps = (ROOT / "tests/guide/content/steps.toml").read_text(encoding="utf-8")
    suggested = steps.replace('after = "3 months"', 'after = "3 months"\nwhen = "suggested"')
    deploy(server, changed_guide({"content/steps.toml": suggested}))
    keep(page, server)
    open_steps(page, server.origin)
    register = page.locator("#register")
    expect(register.locator(".when")).to_have_text("We suggest 3 months after you arrive in France")
    say(page, arrival="2026-08-15")
    expect(page.locator("[data-group=past]")).to_be_hidden()
    expect(group(page, "open").locator(".day")).to_have_text("Suggested by November 15, 2026")
    expect(page.locator("[data-group=open] > .note")).to_contain_text("not deadlines")
    page.goto(f"{server.origin}/en/")
    expect(page.locator("[data-next=list] .day")).to_have_text("Suggested by November 15, 2026")
    expect(page.locator("[data-next=past]")).to_be_hidden()
    open_steps(page, server.origin)
    say(page, arrival="2026-09-15")
    expect(group(page, "next").first.locator(".day")).to_have_text(
        "Suggested by December 15, 2026 · in 15 days"
    )
    (event,) = Calendar.from_ical(saved(page, "[data-action=calendar]")).walk("VEVENT")
    told = str(event["description"]).splitlines()
    assert "We suggest 3 months after you arrive in France" in told
    assert "This date is a suggestion, not a deadline." in told
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [timedelta(hours=9)]


# --- The reader's own file ---


def accept_all(page: Page) -> None:
    page.on("dialog", lambda dialog: dialog.accept())


def read_file(page: Page, text: str) -> Any:
    chosen = {"name": "mine.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator("#mine input[type=file]").set_input_files(files=[chosen])
    return page.locator("#mine output")


def test_what_was_entered_goes_to_another_phone_in_a_file(
    page: Page, shared_server: Server, make_context: Callable[..., BrowserContext]
) -> None:
    open_steps(page, shared_server.origin)
    say(page, audience="student", arrival="2026-09-15")
    page.locator("#register .tick").click()
    page.goto(f"{shared_server.origin}/en/phone/#mine")
    text = saved(page, "[data-mine=save]").decode()
    assert json.loads(text) == {
        "format": "livret-reader",
        "version": 1,
        "saved": "2026-11-30",
        "who": {"audience": "student", "nationality": ""},
        "days": {"arrival": "2026-09-15"},
        "ticks": ["steps#register"],
    }
    other = make_context().new_page()
    other.goto(f"{shared_server.origin}/fr/phone/")
    expect(read_file(other, text)).to_contain_text("Dates\u00a0: 1")
    open_steps(other, shared_server.origin)
    expect(other.locator("[data-said]")).to_have_text(
        "studentsarrival in France September 15, 2026"
    )
    expect(other.locator("[data-group=done] > summary")).to_contain_text("1")


def test_a_wrong_file_is_refused_and_changes_nothing(page: Page, shared_server: Server) -> None:
    open_steps(page, shared_server.origin)
    say(page, arrival="2026-09-15")
    before = page.evaluate("JSON.stringify({...localStorage})")
    page.goto(f"{shared_server.origin}/en/phone/")
    accept_all(page)
    told = read_file(page, "{")
    expect(told).to_contain_text("damaged")
    expect(read_file(page, '{"format":"other"}')).to_contain_text("not saved by this guide")
    expect(read_file(page, '{"format":"livret-reader","version":9}')).to_contain_text("newer")
    wrong = {
        "format": "livret-reader",
        "version": 1,
        "saved": "2026-11-30",
        "who": {"audience": "", "nationality": ""},
        "days": {"arrival": "2026-02-30"},
        "ticks": [],
    }
    expect(read_file(page, json.dumps(wrong))).to_contain_text("days.arrival")
    assert page.evaluate("localStorage['livret.days']") == json.loads(before)["livret.days"]


def test_everything_entered_can_be_erased_after_a_question(
    page: Page, shared_server: Server
) -> None:
    open_steps(page, shared_server.origin)
    say(page, audience="student", arrival="2026-09-15")
    page.locator("#register .tick").click()
    page.goto(f"{shared_server.origin}/en/reading/")
    page.get_by_label("Very large").check()
    page.goto(f"{shared_server.origin}/en/arriving/register/")
    page.locator("[data-save]").click()
    page.locator("[data-tool=beside]").click()
    expect(page.locator("article .other").first).to_be_visible()
    page.goto(f"{shared_server.origin}/en/phone/")
    page.evaluate("localStorage['livret.kept'] = '{}'; localStorage['other'] = 'not ours'")
    questions: list[str] = []
    page.once("dialog", lambda dialog: (questions.append(dialog.message), dialog.dismiss()))
    page.locator("[data-mine=erase]").click()
    assert questions
    assert page.evaluate("localStorage['livret.days']")
    accept_all(page)
    page.locator("[data-mine=erase]").click()
    expect(page.locator("#mine output")).to_have_text("Erased.")
    kept = set(page.evaluate("Object.keys({ ...localStorage, ...sessionStorage })"))
    # What belongs to the guide and to others stays.
    assert {"livret.kept", "other"} <= kept <= {"livret.kept", "livret.cleared", "other"}
    assert page.evaluate("document.documentElement.dataset.text") is None
    open_steps(page, shared_server.origin)
    expect(group(page, "next")).to_have_count(2)
    expect(page.locator(".day")).to_have_count(0)


# --- The start page ---


def test_the_start_page_invites_and_then_shows_the_next_steps_without_network(
    page: Page, server: Server, errors: list[str]
) -> None:
    keep(page, server)
    page.goto(f"{server.origin}/en/")
    page.get_by_role("link", name="Enter it, on this phone only").click()
    expect(page.locator("[name=audience]")).to_be_visible()
    say(page, audience="student", arrival="2026-11-30", enrolment="2026-12-12")
    server.stop()
    for code in LANGUAGES:
        page.goto(f"{server.origin}/{code}/")
        items = page.locator("[data-next=list] li")
        expect(items).to_have_count(2)
        expect(page.locator("[data-next=invite]")).to_be_hidden()
        expect(items.first.locator("a")).to_have_attribute("href", f"/{code}/steps/#pay")
    page.goto(f"{server.origin}/en/")
    expect(page.locator("[data-next=list] li").first).to_have_text(
        "Pay the harbour fee By December 5, 2026 · in 5 days"
    )
    page.locator("[data-next=list] a").first.click()
    expect(page.locator("#pay")).to_be_in_viewport()


def test_the_start_page_tells_of_days_that_have_passed(page: Page, shared_server: Server) -> None:
    open_steps(page, shared_server.origin)
    say(page, arrival="2026-08-15")
    page.goto(f"{shared_server.origin}/en/")
    expect(page.locator("[data-next=past]")).to_have_text("Overdue steps: 1")


def test_a_first_visit_does_not_fetch_the_script_of_the_steps(
    page: Page, shared_server: Server
) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{shared_server.origin}/en/")
    page.goto(f"{shared_server.origin}/en/arriving/register/")
    page.wait_for_load_state("networkidle")
    pages = [url for url in fetched if "/assets/steps." in url]
    assert len(pages) <= 1  # the worker keeps it; no page asks for it


# --- For everybody ---


def test_without_script_all_steps_are_there_with_their_rules(
    make_context: Callable[..., BrowserContext], shared_server: Server
) -> None:
    page = make_context(java_script_enabled=False).new_page()
    page.goto(f"{shared_server.origin}/en/steps/")
    expect(page.locator(".steps > li")).to_have_count(2)
    expect(page.locator("#register .when")).to_be_visible()
    expect(page.locator("details.reader")).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)
    page.get_by_role("link", name="Documents for each step").click()
    expect(page.locator("#register .tasks li")).to_have_count(2)


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_wider_than_the_smallest_phone_with_large_text(
    make_context: Callable[..., BrowserContext], shared_server: Server, code: str
) -> None:
    page = make_context(viewport={"width": 320, "height": 640}).new_page()
    open_steps(page, shared_server.origin, code)
    say(page, audience="student", arrival="2026-08-15", enrolment="2027-01-31")
    for address in ("steps/", "", "phone/"):
        page.goto(f"{shared_server.origin}/{code}/{address}")
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, address


def test_steps_below_the_screen_wait_to_be_laid_out_and_their_boxes_are_whole(
    page: Page, server: Server
) -> None:
    open_steps(page, server.origin)
    steps = page.locator("[data-group] .steps > li:visible")
    steps.last.evaluate(
        "(step) => { for (let n = 0; n < 20; n++) step.after(step.cloneNode(true)); }"
    )
    assert steps.first.locator("h3").evaluate(LAID_OUT)
    last = steps.last.locator("h3").element_handle()
    page.wait_for_function(f"(element) => !({LAID_OUT})(element)", arg=last)
    steps.last.scroll_into_view_if_needed()
    page.wait_for_function(LAID_OUT, arg=last)
    pressed = steps.last.locator(".tick").evaluate(
        """(tick) => {
          const { left, top, width, height } = tick.getBoundingClientRect();
          const edges = [[left + 1, top + height / 2], [left + width - 2, top + height / 2]];
          return edges.map(([x, y]) => tick.contains(document.elementFromPoint(x, y)));
        }"""
    )
    assert pressed == [True, True]


def test_the_printed_list_has_the_steps_and_not_the_form(page: Page, server: Server) -> None:
    keep(page, server)
    open_steps(page, server.origin)
    say(page, audience="researcher", arrival="2026-11-01")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details.reader")).to_be_hidden()
    expect(page.locator("[data-action=print]")).to_be_hidden()
    expect(page.locator("[data-group=others]")).to_be_hidden()
    expect(page.locator("#register .day")).to_be_visible()
    expect(page.locator("#register .tasks li").first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#register .tasks li").first).to_be_hidden()


def test_nothing_moves_while_the_page_comes_up(page: Page, server: Server) -> None:
    keep(page, server)
    page.add_init_script(
        "globalThis.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach("
        "(entry) => { if (!entry.hadRecentInput) globalThis.shift += entry.value; }))"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    open_steps(page, server.origin)
    assert page.evaluate("globalThis.shift") < 0.01
    say(page, audience="researcher", arrival="2026-08-01", enrolment="2027-01-01")
    for address in ("steps/", ""):
        page.goto(f"{server.origin}/en/{address}")
        page.wait_for_load_state("load")
        until(page, lambda: page.evaluate("document.readyState") == "complete", "it is there")
        page.evaluate(FRAMES)
        assert page.evaluate("globalThis.shift") < 0.1, address
