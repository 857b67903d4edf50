"""A guide of your own: what `livret new` writes works whole, and nothing in the code knows ours."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from example import ROOT, Server
from livret.build import build
from livret.command import main
from livret.publish import publish
from livret.starter import WRITTEN, FolderTaken, begin
from visiting import visit

STARTER = ROOT / "starter"
NAME = "Quayside Companion"
HOST = "The Quayside House"
ACCENT = "#8a1350"
CIRCLE = '<circle cx="5" cy="5" r="4"/>'
SIGN = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{CIRCLE}</svg>'
LANGUAGES = ("en", "fr", "ar")


@pytest.fixture(scope="module")
def own_guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new guide whose publisher has changed its name, host, colour, icon, a contact, a step."""
    folder = tmp_path_factory.mktemp("own") / "guide"
    assert main(["new", str(folder)]) == 0
    changes = {
        "content/guide.toml": {"Welcome Guide": NAME, "Your welcome office": HOST},
        "content/contacts.toml": {"+33199000000": "+33199001234"},
        "content/steps.toml": {"Visit the welcome desk": "Knock at the quayside"},
    }
    for name, words in changes.items():
        text = (folder / name).read_text(encoding="utf-8")
        for old, new in words.items():
            assert old in text
            text = text.replace(old, new)
        text = re.sub(r'accent = ".*"', f'accent = "{ACCENT}"', text)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "content/icon.svg").write_text(SIGN, encoding="utf-8")
    return folder


@pytest.fixture
def own_server(own_guide: Path, tmp_path: Path) -> Iterator[Server]:
    publish(build(own_guide).release, tmp_path / "site")
    running = Server(tmp_path / "site")
    running.start()
    yield running
    running.stop()


# --- The files ---


def test_a_new_guide_passes_the_check_with_nothing_to_look_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "guide")]) == 0
    assert f"cd {tmp_path / 'guide'}" in capsys.readouterr().out
    assert main(["check", "--guide", str(tmp_path / "guide")]) == 0
    assert "3 languages: no errors, 0 findings" in capsys.readouterr().out


def test_a_guide_that_is_begun_years_later_has_nothing_overdue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(STARTER, tmp_path / "guide", date(2031, 2, 28))
    main(["check", "--guide", str(tmp_path / "guide"), "--on", "2031-03-01"])
    assert "0 findings" in capsys.readouterr().out
    main(["check", "--guide", str(STARTER), "--on", "2031-03-01"])
    assert "0 findings" not in capsys.readouterr().out
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "guide").rglob("*.toml")]
    assert not any(str(WRITTEN) in text for text in texts)


def test_its_two_topics_are_in_three_languages_drafted_by_machine_and_marked_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(STARTER, tmp_path / "guide", date.today())
    capsys.readouterr()
    assert main(["status", "--guide", str(tmp_path / "guide"), "--json"]) == 0
    status = json.loads(capsys.readouterr().out)
    assert len(status["topics"]) == 2
    assert {each["tag"] for each in status["languages"]} == {"fr", "ar"}
    for language in status["languages"]:
        assert language["offered"]
        assert set(language["words"]) == {"drafted"}


def test_a_folder_that_holds_something_is_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert main(["new", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"{tmp_path}: the folder is not empty; name a folder that")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert main(["new", str(tmp_path / "notes.txt")]) == 2
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_an_empty_folder_is_taken_and_a_missing_one_made(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "a/b/c"):
        written = begin(STARTER, tmp_path / name, date.today())
        assert tmp_path / name / "content/guide.toml" in written
        assert all(path.is_file() for path in written)
    with pytest.raises(FolderTaken):
        begin(STARTER, tmp_path / "empty", date.today())


def test_a_copy_that_is_interrupted_leaves_no_folder(tmp_path: Path) -> None:
    starter = Path(shutil.copytree(STARTER, tmp_path / "starter"))
    (starter / "content/broken.md").write_bytes(b"\xff\xfe")
    with pytest.raises(UnicodeDecodeError):
        begin(starter, tmp_path / "guide", date.today())
    assert [path.name for path in tmp_path.iterdir()] == ["starter"]


# --- Nothing of it is in the code ---


def test_name_host_colour_icon_contacts_and_steps_come_from_its_files(own_guide: Path) -> None:
    release = build(own_guide).release
    assert json.loads(release.listing)["name"] == NAME
    for edition in release.editions:
        assert edition.manifest["name"] == NAME
        assert edition.manifest["theme_color"] == ACCENT
        pages = {page.address.removeprefix(f"/{edition.code}"): page for page in edition.pages}
        shell = "".join(edition.shell)
        assert NAME in shell
        assert ACCENT in shell
        assert HOST in pages["/"].fragment
        assert "+33199001234" in pages["/welcome/first-week/"].fragment
    steps = {edition.code: edition for edition in release.editions}["en"].pages
    assert any("Knock at the quayside" in page.fragment for page in steps)
    icon = next(file for file in release.files if re.match(r"/assets/icon\..*svg", file.path))
    assert b'<circle cx="5"' in icon.body


def test_nothing_in_the_code_knows_the_guide_that_is_shipped() -> None:
    content = ROOT / "content"
    guide = tomllib.loads((content / "guide.toml").read_text(encoding="utf-8"))
    contacts = tomllib.loads((content / "contacts.toml").read_text(encoding="utf-8"))
    known = {guide["name"], guide["host"], guide["place"], "Rennais", "Ille-et-Vilaine"}
    known |= {"Bretagne", "Brittany", "Breton"}
    known |= {contact["mail"] for contact in contacts.values() if "mail" in contact}
    known |= {c["phone"] for c in contacts.values() if len(c.get("phone", "")) > 6}
    pattern = re.compile("|".join(map(re.escape, sorted(known))), re.IGNORECASE)
    generated = {"node_modules", "dist", "__pycache__", "bench", "product"}
    found = []
    for part in ("server", "pwa", "starter"):
        for path in sorted((ROOT / part).rglob("*")):
            if path.is_file() and not generated & set(path.relative_to(ROOT).parts):
                text = path.read_text(encoding="utf-8", errors="ignore")
                found += [f"{path}: {match[0]}" for match in pattern.finditer(text)]
    assert found == []


# --- The whole offline story ---


def addresses(site: Path, code: str) -> list[str]:
    (pack,) = (site / "packs").glob(f"{code}.*.ndjson")
    lines = pack.read_text(encoding="utf-8").splitlines()[1:]
    return [found for found in (json.loads(line)["address"] for line in lines) if found[-1] == "/"]


def test_every_page_of_a_guide_of_ones_own_opens_when_the_server_is_gone(
    page: Page, context: BrowserContext, own_server: Server
) -> None:
    visit(page, own_server.origin)
    own_server.stop()
    for code in LANGUAGES:
        found = addresses(own_server.folder, code)
        assert f"/{code}/welcome/first-week/" in found
        for address in found:
            response = page.goto(own_server.origin + address)
            assert response is not None
            assert (response.status, response.from_service_worker) == (200, True), address
            assert page.locator("html").get_attribute("data-code") == code
            expect(page.locator("h1")).to_be_visible()
            expect(page.get_by_role("banner")).to_contain_text(NAME)
    tab = context.new_page()
    tab.goto(f"{own_server.origin}/go/everyday/library-card/")
    assert tab.url == f"{own_server.origin}/en/everyday/library-card/"


def test_its_language_changes_in_place_and_its_steps_and_search_work_offline(
    page: Page, own_server: Server
) -> None:
    visit(page, own_server.origin)
    own_server.stop()
    page.goto(f"{own_server.origin}/en/welcome/emergency/")
    page.locator("a[data-language=ar]").evaluate("link => link.click()")
    page.wait_for_url(f"{own_server.origin}/ar/welcome/emergency/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("heading", level=1)).to_have_text("بمن أتصل في حالة الطوارئ؟")
    page.goto(f"{own_server.origin}/en/steps/")
    expect(page.get_by_text("Knock at the quayside").first).to_be_visible()
    page.goto(f"{own_server.origin}/fr/search/?q=bibliotheque")
    expect(page.get_by_role("main")).to_contain_text("Comment obtenir une carte de bibliothèque")
