"""What operators tell others is so: stored keys, headers and tests are those that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from example import ROOT
from livret.policy import EVERYWHERE, hardening, page_headers
from livret.release import TYPES

PHONE = [*ROOT.glob("pwa/app/**/*.js"), *ROOT.glob("pwa/search/**/*.js"), *ROOT.glob("pwa/worker/*.js")]  # fmt: skip  # noqa: E501
CALL = re.compile(r"\b(?:read|write)\(\s*'(local|session)Storage',\s*([^,)]+?)\s*[,)]")
CONSTANT = r"^(?:export )?const {} = '([^']+)';"
# Where names of several keys are walked through, they are written out in a list of texts.
LIST = re.compile(r"\[((?:'[a-z-]+', )+'[a-z-]+')\]\.some\(\(name\)")
OTHER_STORES = re.compile(r"indexedDB|document\.cookie|cookieStore|getDirectory\(|set-cookie")


def doc(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def part(text: str, start: str, end: str) -> str:
    """What stands between two sentences of a document, which must both be there."""
    assert start in text
    assert end in text
    return text.partition(start)[2].partition(end)[0]


def rows(text: str) -> list[list[str]]:
    """The cells of the tables in a text, without their heads."""
    lines = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line] for line in lines]


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", text)


def names_in(code: str, expression: str) -> list[str]:
    """The keys that an expression stands for in a module."""
    if literal := re.fullmatch(r"'([^']+)'", expression):
        return [literal[1]]
    if constant := re.search(CONSTANT.format(expression), code, flags=re.MULTILINE):
        return [constant[1]]
    if expression == "input.name":  # the choices of the page "Text and reading"
        page = (ROOT / "pwa/templates/reading.html").read_text(encoding="utf-8")
        return re.findall(r'<input type="radio" name="([^"]+)"', page)
    found = [name for names in LIST.findall(code) for name in re.findall(r"'([^']+)'", names)]
    return found if expression == "name" else []


def stored_keys() -> Iterator[tuple[str, str]]:
    """Every key of the code, with its shelf."""
    for path in PHONE:
        code = path.read_text(encoding="utf-8")
        for shelf, expression in CALL.findall(code):
            names = names_in(code, expression)
            assert names, f"{path.name}: which key is {expression}? Name it by a constant."
            for name in names:
                yield shelf, f"livret.{name}"


@pytest.mark.parametrize("shelf", ["local", "session"])
def test_every_stored_key_is_told_and_no_other(shelf: str) -> None:
    text = doc("privacy.md")
    starts = {"local": "In `localStorage`", "session": "In `sessionStorage`"}
    ends = {"local": starts["session"], "session": "In one cache"}
    table = rows(part(text, starts[shelf], ends[shelf]))
    told = {name for row in table for name in quoted(row[0])}
    assert told == {key for found, key in stored_keys() if found == shelf}
    assert set(re.findall(r"`(livret\.[a-z-]+)`", text)) == {key for _, key in stored_keys()}


def test_every_entry_of_the_cache_is_told_and_no_other() -> None:
    store = (ROOT / "pwa/worker/store.js").read_text(encoding="utf-8")
    names = (ROOT / "pwa/worker/names.js").read_text(encoding="utf-8")
    constants = dict(re.findall(r"^export const (\w+) = '([^']+)';", names, flags=re.MULTILINE))
    written = {constants.get(name, name) for name in re.findall(r"writeJSON\(cache, ([A-Z_]+)", store)}  # fmt: skip  # noqa: E501
    entries = part(doc("privacy.md"), f"named `{constants['CACHE']}`", "Besides there are")
    told = {name for row in rows(entries) for name in quoted(row[0])}
    assert told == written | {"/packs/…", "/assets/…"}


def test_nothing_is_stored_anywhere_else() -> None:
    """All of the code uses the one cache and the module of settings, and no store but these."""
    for path in PHONE:
        code = path.read_text(encoding="utf-8")
        assert not OTHER_STORES.search(code), path.name
        assert set(re.findall(r"\.open\((\w+)\)", code)) <= {"CACHE"}, path.name
        assert not re.search(r"Storage[.\]\w]*\.?setItem|Storage\[", code), path.name
    for path in (ROOT / "server/livret").glob("*.py"):
        assert not re.search(r"set[-_]cookie", path.read_text(encoding="utf-8"), re.IGNORECASE)


@pytest.mark.parametrize("name", ["accessibility.md", "browsers.md", "security.md", "privacy.md"])
def test_every_file_that_is_named_is_there(name: str) -> None:
    text = doc(name)
    paths = [each for each in quoted(text) if re.match(r"(?:tests|pwa|server|docs)/", each)]
    assert paths
    for path in paths:
        assert (ROOT / path).exists(), path
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        assert (ROOT / "docs" / link).exists(), link


@pytest.mark.parametrize("name", ["accessibility.md", "browsers.md", "security.md", "privacy.md"])
def test_every_part_that_is_linked_is_there(name: str) -> None:
    for link, anchor in re.findall(r"\]\(([^)#]+)#([^)]+)\)", doc(name)):
        titles = re.findall(r"^#+ (.*)$", (ROOT / "docs" / link).read_text("utf-8"), re.MULTILINE)
        assert anchor in {re.sub(r"[^\w -]", "", each).lower().replace(" ", "-") for each in titles}


def test_headers_are_told_as_they_are_sent() -> None:
    text = doc("security.md")
    policy = page_headers("", "")
    table = part(text, "sends these with every response", "With pages comes")
    told = {quoted(row[0])[0].lower(): quoted(row[1])[0] for row in rows(table)}
    assert told == EVERYWHERE
    for kind, ending in {
        "scripts": "js",
        "pictures": "png",
        "packs": "ndjson",
        "JSON": "json",
    }.items():
        left = {quoted(row[0])[0].lower() for row in rows(table) if kind not in row[2]}
        assert hardening(TYPES[ending]).keys() == left, kind
    named = {each.lower() for each in quoted(text) if re.fullmatch(r"(?:[A-Z]\w*-)+[A-Z]\w+", each)}
    assert named == {*EVERYWHERE, *policy, "strict-transport-security"}


def test_the_policy_is_told_as_it_is_sent() -> None:
    directives = [each.partition(" ") for each in page_headers("", "")["content-security-policy"].split("; ")]  # fmt: skip  # noqa: E501
    sent = {name: value for name, _, value in directives}
    table = part(doc("security.md"), "| directive | allows |", "## What Livret is built from")
    told = {name: row[1] for row in rows(table) for name in quoted(row[0])}
    assert told.keys() == sent.keys()
    for name, allows in told.items():
        assert ("'self'" in sent[name]) == ("own origin" in allows), name
        assert ("'none'" in sent[name]) == ("nothing" in allows), name


def test_the_oldest_browsers_are_those_that_the_client_is_bundled_for() -> None:
    bundled = re.search(r"^const BROWSERS = \[(.*)\];$", Path(ROOT / "pwa/build.mjs").read_text("utf-8"), re.MULTILINE)  # fmt: skip  # noqa: E501
    assert bundled
    told = part(doc("browsers.md"), "the list `BROWSERS` of `pwa/build.mjs`:", "and later ones")
    assert quoted(told) == re.findall(r"'([^']+)'", bundled[1])
