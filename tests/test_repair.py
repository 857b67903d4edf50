"""What was kept and is harmed comes back, or the reader is told plainly what is missing and why."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Error, Page, expect

import livret.build
from example import GUIDE, Server
from livret.build import Built, build
from livret.product import read_client
from livret.publish import publish
from page_states import violations
from visiting import (
    ask,
    assert_whole,
    check_now,
    deploy,
    keeps,
    kept_release,
    let_hours_pass,
    pointer,
    reload,
    until,
    visit,
)

SAVES_DATA = (
    "Object.defineProperty(Navigator.prototype, 'connection', {get: () => ({saveData: true})})"
)
DELETE = "async (path) => (await caches.open('livret')).delete(path)"
FLIP = """async (path) => {
  const cache = await caches.open("livret");
  const response = await cache.match(path);
  const bytes = new Uint8Array(await response.arrayBuffer());
  bytes[bytes.length >> 1] ^= 1;
  await cache.put(path, new Response(bytes, { headers: response.headers }));
}"""
Change = Callable[[dict[str, str | None]], Path]


def pack_of(page: Page, code: str) -> str:
    found = pointer(page)
    assert found is not None
    packs = {each["code"]: each["pack"] for each in found["release"]["languages"]}
    return str(packs[code])


def script_of(page: Page) -> str:
    found = pointer(page)
    assert found is not None
    paths = [file["path"] for file in found["release"]["files"]]
    return next(str(path) for path in paths if path.startswith("/assets/app."))


def stored(page: Page, path: str) -> bool:
    found: bool = page.evaluate(
        "async (path) => !!(await (await caches.open('livret')).match(path))", path
    )
    return found


def stop_worker(page: Page) -> None:
    """As the browser does with a worker that has nothing to do: its memory is gone."""
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()


# --- Missing and damaged files ---


@pytest.mark.parametrize("harm", [DELETE, FLIP], ids=["missing", "damaged"])
@pytest.mark.parametrize("what", ["pack", "script"])
def test_a_file_that_is_harmed_is_never_shown_and_comes_back(
    page: Page, server: Server, harm: str, what: str
) -> None:
    visit(page, server.origin)
    path = pack_of(page, "ar") if what == "pack" else script_of(page)
    page.evaluate(harm, path)
    stop_worker(page)
    page.goto(f"{server.origin}/ar/money/fee/")
    expect(page.locator(".short")).to_contain_text("105")
    page.goto(f"{server.origin}/ar/money/")
    until(page, lambda: stored(page, path), f"{path} is back")
    assert_whole(page)
    server.stop()
    page.goto(f"{server.origin}/ar/money/fee/")
    expect(page.locator(".short")).to_contain_text("105")
    expect(page.locator("[data-kept]")).not_to_be_empty()


def test_without_network_the_release_before_stands_in_for_a_damaged_pack(
    page: Page, server: Server, changed_guide: Change
) -> None:
    visit(page, server.origin)
    figures = (GUIDE / "content/figures.toml").read_text(encoding="utf-8")
    dearer = {"content/figures.toml": figures.replace("value = 105", "value = 110")}
    deploy(server, changed_guide(dearer))
    check_now(page)
    page.evaluate(FLIP, pack_of(page, "ar"))
    stop_worker(page)
    server.stop()
    page.goto(f"{server.origin}/ar/money/fee/")
    expect(page.locator(".short")).to_contain_text("105")
    page.goto(f"{server.origin}/en/money/fee/")
    expect(page.locator(".short")).to_contain_text("110")


def test_a_language_that_was_lost_says_so_in_its_own_words_and_offers_the_others(
    page: Page, server: Server
) -> None:
    visit(page, server.origin)
    page.evaluate(DELETE, pack_of(page, "ar"))
    stop_worker(page)
    server.stop()
    response = page.goto(f"{server.origin}/ar/money/fee/")
    assert response is not None
    assert response.status == 503
    own = page.locator("main [lang=ar][dir=rtl]").first
    expect(own.get_by_role("heading", level=1)).to_have_text("لا توجد شبكة")
    expect(own).to_contain_text("كانت هذه اللغة محفوظة على هذا الهاتف")
    expect(page.get_by_role("main")).to_contain_text("was kept on this phone, but the browser")
    assert violations(page) == []
    page.get_by_role("main").get_by_role("link", name="English").click()
    assert page.url == f"{server.origin}/en/money/fee/"


def test_a_language_that_is_not_kept_says_so_in_its_own_words(page: Page, server: Server) -> None:
    page.add_init_script(SAVES_DATA)
    visit(page, server.origin, ("en", "fr"))
    server.stop()
    page.goto(f"{server.origin}/ar/")
    own = page.locator("main [lang=ar][dir=rtl]").first
    expect(own).to_contain_text("هذه اللغة غير محفوظة على هذا الهاتف")
    again = page.locator("main a[lang=ar][dir=rtl]", has_text="أعد المحاولة")
    expect(again).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="العربية")).to_have_count(0)


# --- The page about this phone ---


@pytest.mark.parametrize("harm", [DELETE, FLIP], ids=["missing", "damaged"])
def test_the_page_about_this_phone_tests_and_repairs(page: Page, server: Server, harm: str) -> None:
    visit(page, server.origin)
    page.goto(f"{server.origin}/en/phone/")
    button = page.get_by_role("button", name="Check and repair")
    message = page.locator("[data-value=message]")
    button.click()
    expect(message).to_have_text("Done.")
    expect(page.locator("[data-value=audit]")).to_contain_text("files are in order")
    page.evaluate(harm, pack_of(page, "fr"))
    button.click()
    expect(message).to_have_text("Damaged files were found and downloaded again.")
    expect(page.locator("[data-value=audit]")).to_contain_text("files are in order")
    assert_whole(page)


def test_a_repair_that_needs_no_script_is_told_with_its_time(page: Page, server: Server) -> None:
    visit(page, server.origin)
    page.goto(f"{server.origin}/en/phone/")
    expect(page.locator("[data-value=audit]")).to_have_text("not yet")
    pack = pack_of(page, "fr")
    page.evaluate(FLIP, pack)
    page.goto(f"{server.origin}/en/phone/?repair")
    expect(page).to_have_url(f"{server.origin}/en/phone/#repaired")
    expect(page.get_by_text("The guide was checked and repaired.")).to_be_visible()
    expect(page.locator("[data-value=audit]")).to_contain_text("files are in order")
    assert_whole(page)


def test_a_repair_without_network_says_why_it_came_to_nothing(page: Page, server: Server) -> None:
    visit(page, server.origin)
    page.goto(f"{server.origin}/en/phone/")
    expect(page.get_by_text("Ready to go")).to_be_visible()
    page.evaluate(FLIP, pack_of(page, "fr"))
    server.stop()
    page.get_by_role("button", name="Check and repair").click()
    expect(page.locator("[data-value=message]")).to_have_text("There was no network.")
    expect(page.locator("[data-value=audit]")).to_contain_text("1 of")
    expect(page.locator("[data-value=result]")).to_have_text("There was no network.")
    expect(page.get_by_text("Some files are missing")).to_be_visible()
    expect(page.get_by_text("Ready to go")).to_be_hidden()
    assert violations(page) == []


def test_it_tells_release_age_languages_sizes_and_the_last_check(
    page: Page, server: Server, published: Path
) -> None:
    visit(page, server.origin)
    page.goto(f"{server.origin}/en/phone/")
    listing = json.loads((published / "release.json").read_text(encoding="utf-8"))
    expect(page.locator("[data-value=release]")).to_have_text(listing["id"])
    expect(page.locator("[data-value=age]")).to_have_text("now")
    expect(page.locator("[data-value=result]")).to_have_text("Everything is fine.")
    expect(page.locator("[data-value=size]")).to_contain_text("kB")
    expect(page.locator("[data-languages] [data-cell=size]")).to_have_count(3)
    kept = [file for file in listing["files"] if file.get("kept", True)]
    assert len(kept) < len(listing["files"]), "the icons of home screens are not kept"
    expect(page.locator("[data-value=files]")).to_have_text(str(len(kept)))


def test_a_tap_that_keeps_something_asks_the_browser_to_let_it_stay(
    page: Page, server: Server
) -> None:
    page.add_init_script(SAVES_DATA)
    page.add_init_script(
        """StorageManager.prototype.persist = async () => {
          window.asked = (window.asked ?? 0) + 1;
          StorageManager.prototype.persisted = async () => true;
          return true;
        };"""
    )
    visit(page, server.origin, ("en", "fr"))
    page.goto(f"{server.origin}/en/phone/")
    expect(page.locator("[data-value=release]")).not_to_be_empty()
    assert page.evaluate("window.asked") is None, "not without a tap"
    row = page.locator("[data-languages] tr").filter(has_text="العربية")
    row.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("has promised not to clear")).to_be_visible()
    assert page.evaluate("window.asked") == 1


def test_starting_anew_forgets_what_was_read(page: Page, server: Server) -> None:
    visit(page, server.origin)
    page.goto(f"{server.origin}/en/money/fee/")
    page.goto(f"{server.origin}/en/phone/")
    expect(page.locator("[data-value=release]")).not_to_be_empty()
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start over").click()
    expect(page.locator("[data-value=message]")).to_contain_text("Nothing is kept any more")
    left = page.evaluate("Object.keys(localStorage)")
    assert left == ["livret.language"]
    assert page.evaluate("caches.keys()") == []


# --- Clearing ---


def test_a_guide_that_the_browser_cleared_is_missed_told_and_brought_back(
    page: Page, server: Server
) -> None:
    page.add_init_script(SAVES_DATA)
    visit(page, server.origin, ("en", "fr"))
    ask(page, type="keep", languages=["ar"], cause="asked")
    ask(page, type="remove", language="fr")
    page.goto(f"{server.origin}/en/")
    expect(page.locator("[data-kept]")).to_contain_text("opens without a network")
    server.stop()
    page.evaluate("caches.delete('livret')")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[data-kept]")).to_contain_text("The browser has cleared the guide")
    server.start()
    let_hours_pass(page)
    page.goto(f"{server.origin}/en/")
    until(page, lambda: keeps(page, "en", "ar"), "the languages that were kept are back")
    expect(page.locator("[data-kept]")).to_contain_text("opens without a network")
    until(page, lambda: not keeps(page, "fr"), "what was taken away stays away")
    page.goto(f"{server.origin}/en/phone/")
    expect(page.get_by_text("had cleared the guide")).to_be_visible()
    expect(page.locator("[data-value=cleared]")).not_to_be_empty()


# --- Where nothing can be kept ---


@pytest.fixture
def blocked(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path
) -> Iterator[Page]:
    """A page of a browser whose settings let no site store anything."""
    profile = tmp_path / "profile"
    (profile / "Default").mkdir(parents=True)
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (profile / "Default" / "Preferences").write_text(json.dumps(settings))
    context = browser_type.launch_persistent_context(profile, **browser_type_launch_args)
    yield context.pages[0] if context.pages else context.new_page()
    context.close()


def test_blocked_storage_is_named_and_the_guide_can_be_read(
    blocked: Page, shared_server: Server
) -> None:
    errors: list[str] = []
    blocked.on("pageerror", lambda error: errors.append(str(error)))
    blocked.goto(f"{shared_server.origin}/en/money/fee/")
    expect(blocked.locator(".short")).to_contain_text("105")
    blocked.goto(f"{shared_server.origin}/en/phone/")
    expect(blocked.get_by_text("Storage is blocked for this site")).to_be_visible()
    expect(blocked.get_by_text("may be a private window")).to_be_hidden()
    assert errors == []


def test_a_browser_without_workers_is_told_what_may_be_the_reason(
    browser: Browser, shared_server: Server
) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{shared_server.origin}/en/phone/")
    expect(page.get_by_text("This may be a private window")).to_be_visible()
    expect(page.get_by_text("Storage is blocked")).to_be_hidden()
    assert violations(page) == []
    context.close()


# --- Pages that do not come up ---


@pytest.fixture
def deploy_broken(server: Server, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """Publishes a release whose script ends at its first line."""

    def run() -> str:
        broken = replace(read_client(), script=b"throw new Error('a mistake');\n")
        with monkeypatch.context() as patch:
            patch.setattr(livret.build, "read_client", lambda: broken)
            release = build(GUIDE).release
        publish(release, server.folder)
        reload(server, release.id)
        return release.id

    return run


def test_pages_that_do_not_come_up_offer_a_repair_and_heal_with_the_next_release(
    page: Page, server: Server, built: Built, deploy_broken: Callable[[], str]
) -> None:
    visit(page, server.origin)
    broken = deploy_broken()
    assert check_now(page)["release"] == broken
    notice = page.get_by_role("note").filter(has_text="do not work on this phone")
    for _ in range(2):
        page.goto(f"{server.origin}/en/money/fee/")
        expect(page.locator(".short")).to_contain_text("105")
        assert notice.count() == 0
        page.wait_for_timeout(11_000)  # the worker waits for ten seconds for a page to speak
    page.goto(f"{server.origin}/en/money/fee/")
    expect(notice).to_be_visible()
    server.stop()
    notice.get_by_role("link", name="Repair the guide").click()
    page.wait_for_url(f"{server.origin}/en/phone/#not-repaired")
    expect(page.get_by_text("could not be repaired now")).to_be_visible()
    server.start()
    page.get_by_role("link", name="Repair the guide").first.click()
    page.wait_for_url(f"{server.origin}/en/phone/#repaired")
    expect(page.get_by_text("was checked and repaired")).to_be_visible()
    # The good release comes while no page of this phone can ask for it: the worker does.
    publish(built.release, server.folder)
    reload(server, built.release.id)
    let_hours_pass(page)
    page.goto(f"{server.origin}/en/")
    until(page, lambda: kept_release(page) == built.release.id, "healed by itself", 20)
    page.goto(f"{server.origin}/en/")
    expect(page.locator("[data-kept]")).to_contain_text("opens without a network")
    expect(notice).to_have_count(0)


def test_a_worker_that_breaks_every_page_is_replaced_by_the_next_one(
    page: Page, server: Server, built: Built
) -> None:
    visit(page, server.origin)
    worker = server.folder / "sw.js"
    good = worker.read_bytes()
    worker.write_text(
        "addEventListener('install', () => skipWaiting());"
        "addEventListener('fetch', (event) => event.respondWith(Response.error()));"
    )
    server.stop()
    server.start()
    page.evaluate("navigator.serviceWorker.getRegistration().then((each) => each.update())")
    until(page, lambda: not opens(page, server), "the broken worker is there")
    worker.write_bytes(good)
    server.stop()
    server.start()
    # Chromium asks for a newer worker a second after the last request of the page, each new
    # request starts that second anew: a reader tries again more slowly than that.
    until(page, lambda: opens(page, server, pause=3000), "the next worker has come by itself", 60)
    server.stop()
    assert opens(page, server)


def opens(page: Page, server: Server, pause: int = 500) -> bool:
    """Whether a kept page opens; after one that does not, `pause` milliseconds go by."""
    try:
        response = page.goto(f"{server.origin}/en/money/fee/")
    except Error as error:  # the browser's own page: what no reader should ever see
        if "ERR_FAILED" not in error.message:
            raise
        page.wait_for_timeout(pause)
        return False
    return response is not None and response.ok
