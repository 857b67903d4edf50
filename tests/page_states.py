"""Every state in which a reader meets a page: how to get there, for tests that look at all of them.

A state is entered on a phone that keeps the example guide, so that it is the real one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, expect

from example import ROOT
from visiting import ask, visit

AXE = ROOT / "pwa" / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 360, "height": 740}
ANSWER = "/arriving/register/"

Enter = Callable[[Page], None]

# A phone that can install says so with an event that no browser of a test machine sends.
CAN_INSTALL = """() => {
  const event = new Event("beforeinstallprompt", { cancelable: true });
  event.prompt = async () => { window.asked = event.defaultPrevented; };
  dispatchEvent(event);
}"""

# As after two pages whose script never spoke. What the worker writes carries its own sum.
UNWELL = """async () => {
  const cache = await caches.open("livret");
  const record = await (await cache.match("/checked.json")).json();
  const bytes = new TextEncoder().encode(JSON.stringify({ ...record, boots: 2 }));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sum = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  await cache.put("/checked.json", new Response(bytes, { headers: { "x-livret-sha256": sum } }));
}"""


@dataclass(frozen=True, slots=True)
class State:
    """A state of a page: its name, the page's address after the language, what a reader did.

    `kept` is what stands in the phone's own storage, by name; `top` is what the reader has before
    them: the page, or what lies over it; `phone` is one of PHONES.
    """

    name: str
    rest: str
    enter: Enter = lambda page: None
    kept: tuple[tuple[str, object], ...] = ()
    top: str = "main"
    phone: str = "ordinary"


def open_menu(page: Page) -> None:
    page.locator(".languages summary").click()
    expect(page.locator(".languages a").first).to_be_visible()


def offer_to_install(page: Page) -> None:
    expect(page.locator("[data-kept]")).not_to_be_empty()
    page.evaluate(CAN_INSTALL)
    expect(page.locator("[data-offer]")).to_be_visible()


def explain_word(page: Page) -> None:
    page.locator("section a.word").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def use(tool: str) -> Enter:
    """Open what a button of an answer opens."""

    def enter(page: Page) -> None:
        page.locator(f"[data-tool={tool}]").click()
        expect(page.get_by_role("dialog")).to_be_visible()

    return enter


def two_languages(page: Page) -> None:
    page.locator("[data-tool=beside]").click()
    expect(page.locator("article .other").first).to_be_visible()


def large_type(page: Page) -> None:
    two_languages(page)
    page.locator(".beside-bar button").click()
    expect(page.locator("dialog.large")).to_be_visible()


def results(page: Page) -> None:
    expect(page.locator("[data-found=list] li").first).to_be_visible()
    told(page)


def told(page: Page) -> None:
    """Wait until the number of results is said: no later reply puts others in their place."""
    expect(page.locator("[data-found=said]")).not_to_be_empty()


def choose_result(page: Page) -> None:
    results(page)
    page.locator("#find").press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_be_visible()


def say_who(page: Page) -> None:
    results(page)
    page.locator("details[data-who] > summary").click()


def nothing_found(page: Page) -> None:
    expect(page.locator("[data-found=nothing]")).to_be_visible()
    told(page)


def type_on_the_start_page(page: Page) -> None:
    page.locator("#find").fill("register")
    results(page)


def filter_words(page: Page) -> None:
    page.locator(".filter input").fill("bureau")
    expect(page.locator("#quai")).to_be_hidden()


def listed(page: Page) -> None:
    expect(page.locator("[data-saved-list] li").first).to_be_visible()


def planned(page: Page) -> None:
    expect(page.locator(".plan[data-ready]")).to_be_attached()


def due(page: Page) -> None:
    expect(page.locator("[data-next=past]")).to_be_visible()


def open_reader(page: Page) -> None:
    planned(page)
    page.locator("details.reader > summary").click()
    expect(page.locator("[name=audience]")).to_be_visible()


def open_step(page: Page) -> None:
    planned(page)
    page.locator(".papers summary").first.click()
    expect(page.locator(".papers label").first).to_be_visible()


def look_into_the_phone(page: Page) -> None:
    expect(page.locator("[data-languages] tr").first).to_be_visible()


def can_install(page: Page) -> None:
    look_into_the_phone(page)
    page.evaluate(CAN_INSTALL)
    expect(page.locator("[data-action=install]")).to_be_visible()


def offer_a_repair(page: Page) -> None:
    answer = page.url
    # A page that has come up would say so.
    leave(page)
    page.evaluate(UNWELL)
    page.goto(answer)
    expect(page.get_by_role("note").filter(has=page.locator("[href$='?repair']"))).to_be_visible()


def explained(what: str) -> Enter:
    """Wait for what the page about this phone explains about this browser."""

    def enter(page: Page) -> None:
        expect(page.locator("[data-phone][data-ready]")).to_be_attached()
        expect(page.locator(f"[data-when={what}]").first).to_be_visible()

    return enter


def offer_to_explain(page: Page) -> None:
    expect(page.locator("[data-do=how]")).to_be_visible()


def lose_a_language(page: Page) -> None:
    """Go to a language that was taken off the phone, without network."""
    code = urlsplit(page.url).path.split("/")[1]
    gone = "fr" if code == "ar" else "ar"
    ask(page, type="remove", language=gone)
    page.context.set_offline(True)
    page.goto(page.url.replace(f"/{code}/", f"/{gone}/"))
    expect(page.locator("main")).to_be_visible()
    assert page.locator("article").count() == 0


def folded(page: Page) -> None:
    expect(page.locator("details.others")).to_be_visible()


OPENED = {
    rest: {"code": "en", "version": "x", "on": "2026-11-20"}
    for rest in ("/arriving/register/", "/money/fee/", "/arriving/lost-card/")
}
SAVED = [
    {"id": "arriving/register", "question": "How do I register?", "lang": "en"},
    {"id": "arriving/left", "question": "Was it here?", "lang": "en"},
]
WHO = {"audience": "student", "nationality": "eu"}
DAYS = {"arrival": "2020-09-15"}
SAID = (("who", WHO), ("days", DAYS))
READ = (("opened", OPENED),)
DIALOG = "dialog"

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)
# What a context of Playwright must have for the phone to be such a one.
PHONES: dict[str, dict[str, Any]] = {
    "ordinary": {},
    "iphone": {"user_agent": IPHONE, "has_touch": True},
    "in another app": {"user_agent": f"{IPHONE} Instagram 390.0.0.28.85"},
    "private": {"service_workers": "block"},
}

STATES = (
    State("start", "/"),
    State("start-with-steps", "/", due, kept=SAID),
    State("start-finding", "/", type_on_the_start_page),
    State("topic", "/arriving/"),
    State("topic-read-before", "/arriving/", kept=READ),
    State("answer", ANSWER),
    State("answer-of-figures", "/money/fee/"),
    State("answer-read-before", ANSWER, kept=READ),
    State("answer-own-case-first", ANSWER, folded, kept=(("who", WHO),)),
    State("languages", ANSWER, open_menu, top=".top"),
    State("offer", ANSWER, offer_to_install, kept=READ, top=".foot"),
    State("word-in-place", ANSWER, explain_word, top=DIALOG),
    State("share", ANSWER, use("share"), top=DIALOG),
    State("no-voice", ANSWER, use("listen"), top=DIALOG),
    State("two-languages", ANSWER, two_languages),
    State("large-type", ANSWER, large_type, top=DIALOG),
    State("words", "/words/"),
    State("words-filtered", "/words/", filter_words),
    State("word", "/words/bdp/"),
    State("search", "/search/"),
    State("search-results", "/search/?q=card", results),
    State("search-chosen", "/search/?q=card", choose_result),
    State("search-who", "/search/?q=card", say_who),
    State("search-nothing", "/search/?q=zrgistqr", nothing_found),
    State("saved-none", "/saved/"),
    State("saved", "/saved/", listed, kept=(("saved", SAVED),)),
    State("steps", "/steps/", planned),
    State("steps-reader", "/steps/", open_reader),
    State("steps-past", "/steps/", open_step, kept=SAID),
    State("documents", "/steps/documents/"),
    State("reading", "/reading/"),
    State("phone", "/phone/", look_into_the_phone),
    State("phone-can-install", "/phone/", can_install),
    State("phone-repaired", "/phone/?repair", look_into_the_phone),
    State("about", "/about/"),
    State("not-found", "/nothing/here/"),
    State("repair", ANSWER, offer_a_repair),
    State("phone-iphone", "/phone/", explained("ios"), phone="iphone"),
    State("offer-iphone", ANSWER, offer_to_explain, kept=READ, top=".foot", phone="iphone"),
    State("phone-in-another-app", "/phone/", explained("in-app"), phone="in another app"),
    State("phone-private", "/phone/", explained("no-workers"), phone="private"),
    # The last one of its phone: afterwards there is no network.
    State("language-not-kept", ANSWER, lose_a_language, phone="in another app"),
)


def keeping(browser: Browser, origin: str, **options: Any) -> tuple[BrowserContext, Page]:
    """A phone on which the guide is kept, where its browser can."""
    context = browser.new_context(**{"viewport": PHONE, **options})
    page = context.new_page()
    if options.get("service_workers") == "block":
        page.goto(f"{origin}/en/")
    else:
        visit(page, origin)
    return context, page


def entered(
    browser: Browser, origin: str, code: str, now: datetime | None = None, **options: Any
) -> Iterator[tuple[State, Page]]:
    """Every state, each on its own kind of phone, when its page is in it; `now` is its clock."""
    for phone, own in PHONES.items():
        context, page = keeping(browser, origin, **options, **own)
        if now:
            context.clock.set_fixed_time(now)
        for state in STATES:
            if state.phone == phone:
                enter(page, origin, code, state)
                yield state, page
        context.close()


def leave(page: Page) -> None:
    """Go to a document of the guide that has no script, so that the next one is opened anew."""
    page.goto(urljoin(page.url, "/assets/nothing.js"))


def enter(page: Page, origin: str, code: str, state: State) -> None:
    """Bring a page of a phone that keeps the guide into a state."""
    page.evaluate(
        """kept => {
          localStorage.clear();
          for (const [name, value] of kept)
            localStorage.setItem(`livret.${name}`, JSON.stringify(value));
        }""",
        json.loads(json.dumps(state.kept)),
    )
    leave(page)
    page.goto(f"{origin}/{code}{state.rest}")
    state.enter(page)


def violations(page: Page) -> list[str]:
    """What axe finds wrong with what is shown now."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{found['id']}: {node['html'][:120]} {node['failureSummary']}"
        for found in result["violations"]
        for node in found["nodes"]
    ]
