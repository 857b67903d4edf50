"""A newer release comes by itself: whole, without a reload, and it says what it changed."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from example import GUIDE, Server
from livret.build import Built, build
from livret.publish import publish
from visiting import (
    ask,
    assert_whole,
    check_now,
    deploy,
    kept_release,
    let_hours_pass,
    pointer,
    reload,
    until,
    visit,
)
from way import way_to

FEE = "content/money/fee.md"
FIGURES = "content/figures.toml"
Change = Callable[[dict[str, str | None]], Path]


def text(name: str) -> str:
    return (GUIDE / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example guide a year later: the fee rose, and there is a new answer."""
    folder = tmp_path_factory.mktemp("newer") / "guide"
    shutil.copytree(GUIDE, folder)
    figures = folder / FIGURES
    figures.write_text(figures.read_text(encoding="utf-8").replace("value = 105", "value = 110"))
    topic = folder / "content" / "money" / "topic.toml"
    topic.write_text(topic.read_text(encoding="utf-8").replace('["fee"]', '["fee", "refund"]'))
    answer = text(FEE).replace("How much is the harbour fee?", "When is the fee paid back?")
    (folder / "content" / "money" / "refund.md").write_text(answer, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def newer_release(newer: Path) -> Built:
    return build(newer)


@pytest.fixture
def deploy_newer(server: Server, newer_release: Built) -> Callable[[], str]:
    def run() -> str:
        publish(newer_release.release, server.folder)
        reload(server, newer_release.release.id)
        return newer_release.release.id

    return run


# The ways in which a phone is told what changed in its packs.
PATCHES = (r"^/packs/[0-9a-f]+-", r"^/release\.json\?")


# --- The flip ---


def test_the_open_page_stays_and_the_next_one_is_new(
    page: Page, server: Server, deploy_newer: Callable[[], str]
) -> None:
    visit(page, server.origin)
    page.goto(f"{server.origin}/en/money/fee/")
    page.evaluate("window.untouched = true")
    expect(page.locator("[data-kept]")).to_contain_text("opens without a network")
    release = deploy_newer()
    assert check_now(page)["release"] == release
    expect(page.locator("[data-kept]")).to_contain_text("A newer edition")
    expect(page.locator(".short")).to_contain_text("105")
    assert page.evaluate("window.untouched")
    server.stop()
    page.goto(f"{server.origin}/en/money/")
    page.goto(f"{server.origin}/en/money/fee/")
    expect(page.locator(".short")).to_contain_text("110")
    assert_whole(page)


def test_one_tab_fetches_and_all_are_told(
    page: Page, context: BrowserContext, server: Server, deploy_newer: Callable[[], str]
) -> None:
    with way_to(server.port) as way:
        visit(page, way.origin)
        before = kept_release(page)
        tabs = [page, context.new_page(), context.new_page()]
        for tab in tabs:
            tab.goto(f"{way.origin}/en/arriving/register/")
            expect(tab.locator("[data-kept]")).to_contain_text("opens without a network")
        deploy_newer()
        let_hours_pass(page)
        way.asked.clear()
        for tab in tabs:  # as on a phone that comes back to the network with all of them open
            tab.evaluate("dispatchEvent(new Event('online'))")
        for tab in tabs:
            expect(tab.locator("[data-kept]")).to_contain_text("A newer edition")
            expect(tab.locator("[data-news] a")).to_have_text("Answers that changed: 2")
        files = {path: times for path, times in way.asked.items() if "." in path}
        assert f"/release.json?{before}&all" in files
        assert set(files.values()) == {1}, files


def test_a_changed_sentence_costs_one_request_of_less_than_a_kilobyte(
    page: Page, server: Server, changed_guide: Callable[..., Path]
) -> None:
    sentence = " do not pay. Keep the receipt."
    guide = changed_guide({FEE: text(FEE).replace(" do not pay.", sentence)})
    with way_to(server.port) as way:
        visit(page, way.origin)
        before, newest = kept_release(page), deploy(server, guide).release.id
        way.carried.clear()
        assert check_now(page)["release"] == newest
        (path, coding, length), *more = way.carried
        assert (path, coding, more) == (f"/release.json?{before}&all", "br", [])
        assert length < 500, "its headers take 256 more at most"
        assert check_now(page)["release"] == newest
        assert way.asked[f"/release.json?{newest}&all"] == 1
        path, coding, length = way.carried[-1]
        assert (path, coding) == (f"/release.json?{newest}&all", "")
        assert length < 100, "that there is nothing new is told in a word"
        assert_whole(page)


def test_a_phone_without_one_of_the_languages_is_told_of_its_pack_too(
    page: Page, server: Server, deploy_newer: Callable[[], str]
) -> None:
    with way_to(server.port) as way:
        visit(page, way.origin)
        ask(page, type="remove", language="ar")
        before, newest = kept_release(page), deploy_newer()
        way.carried.clear()
        assert check_now(page)["release"] == newest
        assert [path for path, _, _ in way.carried] == [f"/release.json?{before}"]
        ask(page, type="keep", languages=["ar"], cause="asked")
        server.stop()
        page.goto(f"{way.origin}/ar/money/fee/")
        expect(page.locator(".short")).to_contain_text("110")
        assert_whole(page)


def test_who_passes_the_question_over_is_asked_for_list_and_patch(
    page: Page, server: Server, deploy_newer: Callable[[], str]
) -> None:
    """A host of files, a cache that has no regard to queries, a service before there were any."""
    with way_to(server.port, queryless=True) as way:
        visit(page, way.origin)
        before, newest = kept_release(page), deploy_newer()
        way.asked.clear()
        assert check_now(page)["release"] == newest
        assert [*way.asked] == [f"/release.json?{before}&all", f"/packs/{before}-{newest}.json"]
        assert_whole(page)


def test_a_page_that_comes_into_view_asks_whatever_the_browser_believes_of_the_network(
    page: Page, server: Server, deploy_newer: Callable[[], str]
) -> None:
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'onLine', {get: () => false})")
    with way_to(server.port) as way:
        visit(page, way.origin)
        expect(page.locator("[data-kept]")).to_contain_text("opens without a network")
        newest = deploy_newer()
        way.asked.clear()
        come_into_view = "document.dispatchEvent(new Event('visibilitychange'))"
        page.evaluate(come_into_view)
        assert ask(page, type="status")["release"] != newest
        assert not any("/release.json" in path for path in way.asked), "not again within hours"
        let_hours_pass(page)
        page.evaluate(come_into_view)
        until(page, lambda: kept_release(page) == newest, "the newer release is here")


def test_a_rollback_reaches_the_phone_like_any_release(
    page: Page, server: Server, built: Built, deploy_newer: Callable[[], str]
) -> None:
    visit(page, server.origin)
    newest = deploy_newer()
    assert check_now(page)["release"] == newest
    publish(built.release, server.folder)
    reload(server, built.release.id)
    assert check_now(page)["release"] == built.release.id
    server.stop()
    page.goto(f"{server.origin}/ar/money/fee/")
    expect(page.locator(".short")).to_contain_text("105")
    assert_whole(page)


def test_a_broken_release_changes_nothing_and_the_next_good_one_heals(
    page: Page, server: Server, newer_release: Built, deploy_newer: Callable[[], str]
) -> None:
    broken = dict.fromkeys([newer_release.release.packs["ar"].path, *PATCHES], 404)
    with way_to(server.port, broken=broken) as way:
        visit(page, way.origin)
        before = kept_release(page)
        deploy_newer()
        let_hours_pass(page)
        page.reload()
        until(page, lambda: way.asked["/release.json"] > 1, "the phone asked")
        assert check_now(page)["reason"] == "server"
        assert kept_release(page) == before
        way.broken.clear()
        let_hours_pass(page)
        page.reload()
        until(page, lambda: kept_release(page) == newer_release.release.id, "healed by itself")
        assert_whole(page)


def test_a_release_that_is_uploaded_in_the_wrong_order_is_waited_for(
    page: Page, server: Server, newer_release: Built, tmp_path: Path
) -> None:
    publish(newer_release.release, tmp_path / "next")
    with way_to(server.port, broken={}) as way:
        visit(page, way.origin)
        before = kept_release(page)
        missing = [file.path for file in newer_release.release.files]
        late = [path for path in missing if not (server.folder / path[1:]).exists()]
        publish(newer_release.release, server.folder)
        reload(server, newer_release.release.id)
        # release.json and the pages are there, their files are not
        way.broken = dict.fromkeys([*PATCHES, *late], 404)
        for path in late:
            assert check_now(page)["release"] == before
            page.goto(f"{way.origin}/fr/money/fee/")
            expect(page.locator(".short")).to_contain_text("105")
            del way.broken[path]
        assert check_now(page)["release"] == newer_release.release.id
        assert_whole(page)


@pytest.mark.parametrize(
    "manner",
    [
        {"held": [r"^/release\.json"]},
        {"held": [r"\.html$", r"/$", r"^/sw\.js$"]},
        {"one_for_all": True},
        {"recompressed": True},
        {"meddling": True},
        {"held": [r"^/release\.json"], "recompressed": True, "one_for_all": True},
    ],
    ids=lambda manner: " ".join(manner),
)
def test_no_proxy_makes_a_phone_mix_releases(
    page: Page,
    server: Server,
    built: Built,
    deploy_newer: Callable[[], str],
    manner: dict[str, object],
) -> None:
    with way_to(server.port, **manner) as way:
        page.goto(f"{way.origin}/en/")
        ask(page, type="keep", languages=["en", "fr", "ar"], cause="asked")
        newest = deploy_newer()
        for _ in range(2):
            status = check_now(page)
            assert status["release"] in (None, built.release.id, newest)
            assert_whole(page)
        found = pointer(page)
        if manner.get("meddling"):
            assert found is None, "a script that was changed on the way is not kept"
            return
        assert found is not None
        fee = "110" if found["release"]["id"] == newest else "105"
        server.stop()
        for code in ("en", "fr", "ar"):
            page.goto(f"{way.origin}/{code}/money/fee/")
            expect(page.locator(".short")).to_contain_text(fee)


# --- The network plays no part in reading ---


@pytest.fixture
def hang(server: Server) -> Iterator[Callable[[], None]]:
    """Makes the server take connections and never answer, as a Wi-Fi without Internet does."""
    assert server.process is not None
    process = server.process
    yield lambda: os.kill(process.pid, signal.SIGSTOP)
    os.kill(process.pid, signal.SIGCONT)


def test_a_network_that_hangs_delays_no_kept_page(
    page: Page, server: Server, hang: Callable[[], None]
) -> None:
    visit(page, server.origin)
    page.goto(f"{server.origin}/en/arriving/")
    let_hours_pass(page)
    hang()
    page.evaluate("dispatchEvent(new Event('online'))")  # a check is under way, and stays so
    for address in ("/en/", "/ar/money/fee/", "/en/phone/", "/", "/go/money/fee/", "/fr/money"):
        started = time.monotonic()
        page.goto(f"{server.origin}{address}")
        expect(page.locator("h1")).to_be_visible()
        # Far below the four seconds that a page waits for which is not on the phone.
        assert time.monotonic() - started < 3, address


# --- What changed ---


def test_a_line_tells_of_changed_answers_and_leads_to_them_in_the_readers_language(
    page: Page, server: Server, deploy_newer: Callable[[], str]
) -> None:
    visit(page, server.origin)
    page.goto(f"{server.origin}/ar/")
    expect(page.locator("[data-kept]")).not_to_be_empty()
    expect(page.locator("[data-news]")).to_be_hidden()
    deploy_newer()
    check_now(page)
    page.goto(f"{server.origin}/ar/arriving/")
    line = page.locator("[data-news] a")
    expect(line).to_have_text("الإجابات التي تغيرت: \u20682\u2069")
    server.stop()
    line.click()
    page.wait_for_url(f"{server.origin}/ar/phone/#changes")
    listed = page.locator("#changes li")
    expect(listed).to_have_count(2)
    expect(listed.first).to_have_text("كم تبلغ رسوم الميناء؟")
    expect(listed.last).to_contain_text("When is the fee paid back?")
    page.goto(f"{server.origin}/ar/arriving/")
    expect(page.locator("[data-kept]")).not_to_be_empty()
    expect(page.locator("[data-news]")).to_be_hidden()
    page.goto(f"{server.origin}/ar/phone/")
    expect(page.locator("#changes")).to_be_visible()
    page.locator("#changes a").first.click()
    assert page.url == f"{server.origin}/ar/money/fee/"


def test_the_start_page_shows_what_is_new_until_it_was_looked_at(
    page: Page, server: Server, deploy_newer: Callable[[], str]
) -> None:
    visit(page, server.origin)
    new = page.locator("[data-fresh] li")
    expect(page.locator("[data-kept]")).not_to_be_empty()
    expect(new).to_have_count(0)
    deploy_newer()
    check_now(page)
    server.stop()
    page.goto(f"{server.origin}/en/")
    expect(new).to_have_count(2)
    expect(new.first).to_have_text("How much is the harbour fee?")
    expect(new.last).to_contain_text("When is the fee paid back?")
    new.first.get_by_role("link").click()
    expect(page).to_have_url(f"{server.origin}/en/money/fee/")
    page.goto(f"{server.origin}/en/phone/#changes")
    expect(page.locator("#changes li")).to_have_count(2)
    page.goto(f"{server.origin}/en/")
    expect(page.locator("[data-kept]")).not_to_be_empty()
    expect(page.locator("[data-news]")).to_be_hidden()
    expect(new).to_have_count(0)


def test_a_release_that_changes_no_answer_makes_no_noise(
    page: Page, server: Server, changed_guide: Change
) -> None:
    visit(page, server.origin)
    page.goto(f"{server.origin}/en/money/fee/")
    recoloured = text("content/guide.toml").replace("#5b2a86", "#123456")
    deploy(server, changed_guide({"content/guide.toml": recoloured}))
    check_now(page)
    page.goto(f"{server.origin}/en/money/")
    expect(page.locator("[data-kept]")).to_contain_text("opens without a network")
    expect(page.locator("[data-news]")).to_be_hidden()
    expect(page.locator(".mark")).to_have_count(0)


def test_an_answer_that_was_read_and_has_changed_is_marked_where_it_is_met(
    page: Page, server: Server, deploy_newer: Callable[[], str]
) -> None:
    visit(page, server.origin)
    for address in ("/en/money/fee/", "/en/arriving/register/"):
        page.goto(f"{server.origin}{address}")
        expect(page.locator("[data-kept]")).not_to_be_empty()
    deploy_newer()
    check_now(page)
    server.stop()
    page.goto(f"{server.origin}/en/")
    expect(page.locator("[data-count=money] .mark")).to_have_text("Changed since you read them: 1")
    expect(page.locator("[data-count=arriving] .mark")).to_have_count(0)
    page.goto(f"{server.origin}/en/money/")
    marked = page.locator("[data-list] a").filter(has=page.locator(".mark"))
    expect(marked).to_have_count(1)
    expect(marked).to_contain_text("How much is the harbour fee?")
    marked.click()
    note = page.get_by_role("note").filter(has_text="has changed since you read it on")
    expect(note).to_be_visible()
    page.reload()
    expect(note).to_be_visible()
    page.goto(f"{server.origin}/en/money/")
    expect(page.locator("[data-kept]")).not_to_be_empty()
    expect(page.locator(".mark")).to_have_count(0)


def test_what_was_read_in_one_language_is_marked_in_another(
    page: Page, server: Server, deploy_newer: Callable[[], str]
) -> None:
    visit(page, server.origin)
    page.goto(f"{server.origin}/ar/money/fee/")
    page.goto(f"{server.origin}/fr/money/")
    expect(page.locator("[data-kept]")).not_to_be_empty()
    expect(page.locator(".mark")).to_have_count(0)
    deploy_newer()
    check_now(page)
    for code in ("fr", "ar", "en"):
        page.goto(f"{server.origin}/{code}/money/")
        expect(page.locator(".mark")).to_have_count(1)
    page.goto(f"{server.origin}/en/money/fee/")
    expect(page.get_by_role("note").filter(has_text="has changed")).to_be_visible()


def test_nothing_about_what_was_read_leaves_the_phone(
    page: Page, server: Server, deploy_newer: Callable[[], str]
) -> None:
    with way_to(server.port) as way:
        visit(page, way.origin)
        page.goto(f"{way.origin}/en/money/fee/")
        before = kept_release(page)
        deploy_newer()
        way.asked.clear()
        check_now(page)
        # The same from every phone with this release.
        assert way.asked.pop(f"/release.json?{before}&all")
        page.goto(f"{way.origin}/en/money/")
        expect(page.locator(".mark")).to_have_count(1)
        assert not [path for path in way.asked if "fee" in path or "?" in path]
