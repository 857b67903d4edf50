"""The offline story in the engines that are not Chromium: visit once, then read without network."""

from __future__ import annotations

import pytest

from engines import Engine
from fault_server import FaultServer
from livret.publish import publish
from releases import LabRelease

KEPT = """
const cache = await caches.open("livret");
const pointer = await (await cache.match("/kept.json"))?.json();
"""
FORGET = """
localStorage.clear();
await navigator.locks.request("livret-keep", () => caches.delete("livret"));
"""
ALL = f"{KEPT} return pointer?.languages.length === 3 && pointer.release.id === '%s';"
MESSAGE = "document.querySelector('[data-value=message]').textContent"
NAMES = """return [...document.querySelectorAll("template[data-word]")]
    .filter((each) => each.content.textContent === said).map((each) => each.dataset.word);"""


@pytest.fixture
def phone(engine: Engine, server: FaultServer, releases: list[LabRelease]) -> Engine:
    """A browser that keeps the first release in all languages, with the server gone."""
    server.heal()
    publish(releases[0].release, server.folder)
    server.start()
    if not engine.is_alive():
        engine.close()
        engine.start()
    engine.goto(f"{server.origin}/robots.txt")  # no page of the guide, whose script would remember
    engine.run(FORGET)
    engine.goto(f"{server.origin}/en/")
    engine.wait_for(ALL % releases[0].id)
    server.stop()
    return engine


def opened(engine: Engine, address: str) -> dict[str, str]:
    """What a reader sees of a page."""
    engine.goto(address)
    found: dict[str, str] = engine.run(
        """const { lang, dir } = document.documentElement;
        const title = document.querySelector("h1")?.textContent.trim() ?? "";
        return { path: location.pathname, lang, dir, title, text: document.body.innerText };"""
    )
    return found


def press(engine: Engine, action: str) -> str:
    """Press a button of the page about this phone; gives the name of the word it ends with."""
    engine.wait_for("return !document.querySelector('[data-when=workers]').hidden;")
    engine.run(f"document.querySelector('[data-action={action}]').click();")
    said = f"const said = {MESSAGE}; return said !== {word('wait')} && said;"
    engine.wait_for(said)
    names: list[str] = engine.run(f"const said = {MESSAGE}; {NAMES}")
    return names[0] if names else ""


def word(name: str) -> str:
    """A script for a word that the page holds for its own script."""
    return f"document.querySelector('template[data-word={name}]').content.textContent"


def test_every_page_opens_when_the_server_is_gone(
    phone: Engine, server: FaultServer, releases: list[LabRelease]
) -> None:
    for code in releases[0].codes:
        for address in releases[0].addresses(code)[::3]:
            page = opened(phone, server.origin + address)
            assert (page["path"], page["lang"]) == (address, code)
            assert page["title"]
            assert page["dir"] == ("rtl" if code == "ar" else "ltr")


def test_a_reload_and_going_back_work_when_the_server_is_gone(
    phone: Engine, server: FaultServer
) -> None:
    opened(phone, f"{server.origin}/en/money/fee/")
    opened(phone, f"{server.origin}/en/arriving/register/")
    # By script: the command Refresh passes the worker by in Firefox, as Shift and Reload do.
    phone.run("setTimeout(() => location.reload());")
    kind = "performance.getEntriesByType('navigation')[0].type"
    title = "document.querySelector('h1')?.textContent"
    phone.wait_for(f"return {kind} === 'reload' && {title} === 'How do I register?';")
    phone.run("setTimeout(() => history.back());")
    shown = "document.documentElement.dataset.code === 'en'"
    phone.wait_for(f"return location.pathname === '/en/money/fee/' && {shown};")


def test_the_first_address_and_a_shared_link_lead_into_the_readers_language(
    phone: Engine, server: FaultServer
) -> None:
    assert opened(phone, f"{server.origin}/")["path"] == "/en/"
    assert opened(phone, f"{server.origin}/go/money/fee/")["path"] == "/en/money/fee/"


def test_an_unknown_address_is_told_in_the_guides_own_words(
    phone: Engine, server: FaultServer
) -> None:
    page = opened(phone, f"{server.origin}/en/no/such/answer/")
    assert page["title"] == "This page does not exist"


def test_the_language_switch_keeps_the_address(phone: Engine, server: FaultServer) -> None:
    opened(phone, f"{server.origin}/en/arriving/register/")
    phone.run("document.querySelector('a[data-language=ar]').click();")
    phone.wait_for("return location.pathname === '/ar/arriving/register/';")
    phone.wait_for("return document.documentElement.dir === 'rtl';")


def test_answers_are_found_when_the_server_is_gone(phone: Engine, server: FaultServer) -> None:
    for code, words in (("en", "lost card"), ("ar", "الميناء"), ("fr", "carte")):
        opened(phone, f"{server.origin}/{code}/search/")
        phone.run(
            f"""const field = document.getElementById("find");
            field.focus();
            field.value = "{words}";
            field.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));"""
        )
        first = "document.querySelector('[data-found=list] a')"
        found = phone.wait_for(f"return {first}?.getAttribute('href');")
        assert found.startswith(f"/{code}/")
        phone.run(f"setTimeout(() => {first}.click());")
        phone.wait_for(f"return location.pathname === {found!r};")


def test_a_language_that_was_removed_is_said_to_be_missing(
    phone: Engine, server: FaultServer
) -> None:
    opened(phone, f"{server.origin}/en/phone/")
    phone.wait_for("return document.querySelectorAll('[data-languages] tr').length === 3;")
    phone.run("document.getElementById('remove-ar').click();")
    phone.wait_for(f"{KEPT} return !pointer.languages.includes('ar');")
    opened(phone, f"{server.origin}/ar/money/fee/")
    # First in the script of who asked for it, then in that of who is known to read here.
    said = "return [...document.querySelectorAll('main > div')].map((a) => [a.lang, a.dir]);"
    assert phone.run(said) == [["ar", "rtl"], ["en", "ltr"]]
    assert phone.run("return !!document.querySelector('h1').closest('[lang=ar]');")
    offered = "return [...document.querySelectorAll('main a[data-language]')].map((a) => a.lang);"
    assert phone.run(offered) == ["en", "fr"]


def test_an_update_shows_with_the_next_page_and_stays(
    phone: Engine, server: FaultServer, releases: list[LabRelease]
) -> None:
    publish(releases[1].release, server.folder)
    server.start()
    opened(phone, f"{server.origin}/en/phone/")
    assert press(phone, "update") == "done"
    phone.wait_for(ALL % releases[1].id)
    server.stop()
    page = opened(phone, f"{server.origin}/en/arriving/lost-card/")
    assert "The office pays, whoever you are." in page["text"]


def test_a_wifi_that_wants_a_sign_in_changes_nothing_and_is_named(
    phone: Engine, server: FaultServer, releases: list[LabRelease]
) -> None:
    server.portal = True
    server.start()
    assert opened(phone, f"{server.origin}/fr/money/fee/")["lang"] == "fr"
    opened(phone, f"{server.origin}/en/phone/")
    assert press(phone, "update") == "reason-portal"
    assert phone.run(ALL % releases[0].id)


def test_a_damaged_file_is_found_and_fetched_again(
    phone: Engine, server: FaultServer, releases: list[LabRelease]
) -> None:
    path = releases[0].pack("fr")
    phone.run(
        f"""const cache = await caches.open("livret");
        await cache.put("{path}", new Response("no pack"));"""
    )
    server.start()
    opened(phone, f"{server.origin}/en/phone/")
    assert press(phone, "verify") == "repaired"
    server.stop()
    assert opened(phone, f"{server.origin}/fr/")["lang"] == "fr"


def test_what_was_cleared_is_said_in_plain_words(phone: Engine, server: FaultServer) -> None:
    phone.run("await caches.delete('livret');")
    page = opened(phone, f"{server.origin}/fr/")
    assert page["lang"] == "fr"
    assert "ce guide n'est pas sur ce téléphone" in page["text"]
