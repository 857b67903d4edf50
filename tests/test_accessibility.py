"""Every page in every state, for everybody: by axe, with a thumb, from the keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from example import Server
from page_states import PHONE, entered, violations

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "chosen colours, no motion": {"forced_colors": "active", "reduced_motion": "reduce"},
}

# What can be tapped and is smaller than a thumb: 44 pixels (WCAG 2.2, 2.5.5).
SMALL = """() => {
  const dialog = document.querySelector("dialog[open]");
  const targets = "a[href], button, summary, input, select, textarea, [role=option]";
  const shown = [...document.querySelectorAll(targets)]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .filter((each) => !each.matches(".skip") && (!dialog || dialog.contains(each)));
  // A link in a sentence or a cell of a table is as high as its line.
  const isInText = (each) => {
    if (!each.matches("a") || getComputedStyle(each).display !== "inline") return false;
    let block = each.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    return block.matches("td") || block.textContent.trim() !== each.textContent.trim();
  };
  const boxOf = (each) => {
    // What lies over a whole row leads where its link does; a box is ticked by its label.
    const row = getComputedStyle(each, "::after").position === "absolute" && each.offsetParent;
    const label = each.matches("[type=checkbox], [type=radio]") && each.closest("label");
    return (row || label || each).getBoundingClientRect();
  };
  return shown.filter((each) => !isInText(each))
    .map((each) => [each, boxOf(each)])
    .filter(([, { width, height }]) => width < 43.9 || height < 43.9)
    .map(([each, { width, height }]) =>
      `${Math.round(width)} x ${Math.round(height)}: ${each.outerHTML.slice(0, 120)}`);
}"""

# Numbers what the Tab key should reach, in the order of the page; gives how many there are, and the
# first of them: that of the page, or, where a menu is open, the first behind what opened it.
NUMBER = """(top) => {
  const targets = "a[href], button:enabled, summary, input, select, textarea, [tabindex='0']";
  const group = (each) => document.querySelector(`input[name="${each.name}"]:checked`);
  const reached = [...document.querySelectorAll(targets)]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0)
    .filter((each) => each.type !== "radio" || !group(each) || each.checked)
    .filter((each) => top !== "dialog" || each.closest("dialog"));
  reached.forEach((each, number) => { each.dataset.number = number; });
  if (top === ".top") return [reached.length, reached.indexOf(document.activeElement) + 1];
  const first = top === "dialog" ? document.querySelector("dialog h2") : document.body;
  first.tabIndex = -1;
  first.focus();
  return [reached.length, 0];
}"""

# What has the focus: its number, and what is wrong with how that is shown.
FOCUSED = """() => {
  const each = document.activeElement;
  if (each === document.body) return ["nothing", "", false];
  const shown = (part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
  };
  // The field of the search has its ring around itself and its button.
  const ring = shown(each) || (each.closest(".field") && shown(each.closest(".field")));
  const box = each.getBoundingClientRect();
  const covers = (selector) => {
    const over = document.querySelector(selector)?.getBoundingClientRect();
    return over && box.top >= over.top && box.bottom <= over.bottom && !each.closest(selector);
  };
  const hidden = each.closest("dialog") ? false : covers(".top") || covers(".bar");
  const wrong = [!ring && "no visible focus", hidden && "covered"].filter(Boolean).join(", ");
  return [each.dataset.number ?? each.outerHTML.slice(0, 80),
    wrong && `${wrong}: ${each.outerHTML.slice(0, 80)}`, each.type === "date"];
}"""


@pytest.mark.parametrize(
    ("code", "look"),
    [
        ("en", "light"),
        ("en", "dark"),
        ("en", "chosen colours, no motion"),
        ("ar", "light"),
        ("ar", "dark"),
        ("fr", "light"),
    ],
)
def test_axe_finds_no_violation_in_any_state(
    browser: Browser, shared_server: Server, code: str, look: str
) -> None:
    states = entered(browser, shared_server.origin, code, **LOOKS[look])
    found = {state.name: violations(page) for state, page in states}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_whatever_can_be_tapped_is_as_large_as_a_thumb(
    browser: Browser, shared_server: Server
) -> None:
    assert PHONE["width"] == 360
    states = entered(browser, shared_server.origin, "en")
    found = {state.name: page.evaluate(SMALL) for state, page in states}
    assert {name: small for name, small in found.items() if small} == {}


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_keyboard_reaches_all_in_order_and_shows_where_it_is(
    browser: Browser, shared_server: Server, code: str
) -> None:
    states = entered(browser, shared_server.origin, code)
    found = {state.name: walk(page, state.top) for state, page in states}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def walk(page: Page, top: str) -> list[str]:
    """What is wrong on the way of the Tab key from the first to the last that it should reach.

    It never stays where it is, and comes out at the end: to the page's own end, or, in a dialog,
    to what stands around the page.
    """
    number, first = page.evaluate(NUMBER, top)
    reached: list[str] = []
    wrong: list[str] = []
    while len(reached) < number - first:
        page.keyboard.press("Tab")
        place, fault, parts = page.evaluate(FOCUSED)
        if fault:
            wrong.append(fault)
        if parts and reached[-1:] == [place]:
            continue  # the next part of the same date
        reached.append(place)
    page.keyboard.press("Tab")
    if reached != [str(each) for each in range(first, number)]:
        wrong.append(f"reached {reached} of {number}")
    if reached and page.evaluate(FOCUSED)[0] == reached[-1]:
        wrong.append(f"stays at {reached[-1]}")
    return wrong
