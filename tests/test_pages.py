"""Pages as people meet them: without script or worker, narrow, with large text, installed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from example import Server

KINDS = (
    "/",
    "/arriving/",
    "/arriving/register/",
    "/money/fee/",
    "/words/",
    "/words/bdp/",
    "/saved/",
    "/reading/",
    "/steps/",
    "/about/",
    "/phone/",
    "/nothing/here/",
)


@pytest.fixture
def make_context(browser: Browser) -> Iterator[Any]:
    opened: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        opened.append(browser.new_context(**options))
        return opened[-1]

    yield make
    for context in opened:
        context.close()


def test_everything_can_be_read_with_javascript_off(
    shared_server: Server, make_context: Any
) -> None:
    page = make_context(java_script_enabled=False).new_page()
    page.goto(f"{shared_server.origin}/")
    page.get_by_role("link", name="Arriving").click()
    page.get_by_role("link", name="How do I register?").click()
    expect(page.get_by_text("Go to the harbour office yourself.")).to_be_visible()
    page.locator("summary").click()
    page.get_by_role("link", name="العربية").click()
    assert page.url == f"{shared_server.origin}/ar/arriving/register/"
    page.goto(f"{shared_server.origin}/en/phone/")
    expect(page.get_by_text("needs JavaScript")).to_be_visible()


def test_the_guide_works_where_service_workers_are_refused(
    shared_server: Server, make_context: Any
) -> None:
    page = make_context(service_workers="block").new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{shared_server.origin}/en/phone/")
    expect(page.get_by_text("This browser does not keep the guide.")).to_be_visible()
    page.goto(f"{shared_server.origin}/en/money/fee/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert errors == []


def test_no_request_leaves_the_origin_and_the_console_stays_clean(
    shared_server: Server, page: Page
) -> None:
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(origin_of(request)))
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)  # fmt: skip  # noqa: E501
    page.on("pageerror", lambda error: errors.append(str(error)))
    for kind in KINDS[:-1]:
        for code in ("en", "fr", "ar"):
            page.goto(f"{shared_server.origin}/{code}{kind}")
    assert set(asked) == {shared_server.origin}
    assert errors == []


def origin_of(request: Request) -> str:
    return "/".join(request.url.split("/")[:3])


def test_the_first_response_fits_the_first_window_and_needs_nothing_else(
    shared_server: Server, make_context: Any
) -> None:
    page = make_context(java_script_enabled=False).new_page()
    for kind in KINDS[:-1]:
        for code in ("en", "fr", "ar"):
            response = page.goto(f"{shared_server.origin}/{code}{kind}")
            assert response is not None
            # Ten segments of 1,460 bytes arrive in the first round trip (RFC 6928).
            sizes = response.request.sizes()
            assert sizes["responseBodySize"] + sizes["responseHeadersSize"] < 14_000


def test_the_policy_allows_no_inline_script_and_asks_for_trusted_types(
    shared_server: Server, page: Page
) -> None:
    response = page.goto(f"{shared_server.origin}/en/")
    assert response is not None
    policy = response.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "require-trusted-types-for 'script'" in policy
    refused = page.evaluate(
        """() => {
          try { document.body.innerHTML = "<b>x</b>"; return "allowed"; }
          catch (error) { return error.name; }
        }"""
    )
    assert refused == "TypeError"


@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_at_320_pixels_with_text_at_200_percent(
    shared_server: Server, make_context: Any, code: str, kind: str
) -> None:
    page = make_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(f"{shared_server.origin}/{code}{kind}")
    for size in ("100%", "200%"):
        page.evaluate("size => document.documentElement.style.fontSize = size", size)
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, size


# What readers may set by themselves (WCAG 2.2, 1.4.12), stronger than what the page says.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * {
      line-height: 1.5 !important;
      letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important;
    }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
# Texts that are cut, or that reach beyond what is to be tapped.
LOST = """() => {
  const found = [];
  const seen = (part) => part.getClientRects().length && !part.closest(".hidden, .skip");
  const note = (part) => found.push(part.textContent.trim().slice(0, 40));
  for (const part of document.querySelectorAll("body *")) {
    const { overflowX, overflowY } = getComputedStyle(part);
    const cuts = /hidden|clip/.test(overflowX + overflowY) && !part.closest("svg");
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = part;
    if (seen(part) && cuts && (scrollHeight > clientHeight + 2 || scrollWidth > clientWidth + 2))
      note(part);
  }
  for (const part of document.querySelectorAll(":is(.bar a, .tools > *, .button, .top a) span")) {
    const range = document.createRange();
    range.selectNodeContents(part);
    const text = range.getBoundingClientRect();
    const link = part.closest("a, button").getBoundingClientRect();
    if (seen(part) && text.width && (text.left < link.left - 1 || text.right > link.right + 1))
      note(part);
  }
  return found;
}"""


@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_when_a_reader_spaces_the_text(
    shared_server: Server, make_context: Any, code: str, kind: str
) -> None:
    page = make_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(f"{shared_server.origin}/{code}{kind}")
    page.evaluate(SPACED)
    assert (
        page.evaluate("getComputedStyle(document.querySelector('main')).letterSpacing") != "normal"
    )
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.evaluate(LOST) == []


def test_a_page_installs_with_one_identity_in_every_language(
    shared_server: Server, page: Page
) -> None:
    manifests = []
    for code in ("en", "fr", "ar"):
        page.goto(f"{shared_server.origin}/{code}/")
        address = page.locator("link[rel=manifest]").get_attribute("href")
        manifests.append(page.request.get(f"{shared_server.origin}{address}").json())
    assert {manifest["id"] for manifest in manifests} == {"/"}
    assert [manifest["lang"] for manifest in manifests] == ["en", "fr", "ar"]
    assert manifests[2]["dir"] == "rtl"
    for icon in manifests[0]["icons"]:
        response = page.request.get(f"{shared_server.origin}{icon['src']}")
        assert response.headers["content-type"] == "image/png"
    devtools = page.context.new_cdp_session(page)
    errors = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A private profile cannot install anything; nothing else may be in the way.
    assert [error["errorId"] for error in errors if error["errorId"] != "in-incognito"] == []
    assert any(icon.get("purpose") == "maskable" for icon in manifests[0]["icons"])
    # The system keeps them itself: a phone has the guide without them.
    listing = page.request.get(f"{shared_server.origin}/release.json").json()
    unkept = {file["path"] for file in listing["files"] if not file.get("kept", True)}
    touch = page.locator("link[rel=apple-touch-icon]").get_attribute("href")
    assert unkept == {touch, *(icon["src"] for icon in manifests[0]["icons"])}
