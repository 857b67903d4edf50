"""While a guide is written: pages follow its files, and say what is wrong with them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from example import Server, free_port

FEE = "content/money/fee.md"
LONG = "".join(f"\nParagraph number {number} of a long answer.\n" for number in range(60))


class Desk:
    """A guide's folder with `livret serve --reload` on it."""

    def __init__(self, guide: Path, log: Path, port: int = 0) -> None:
        self.guide = guide
        self.log = log
        self.port = port or free_port()
        self.origin = f"http://localhost:{self.port}"
        command = [sys.executable, "-m", "livret", "serve", "--reload", "--guide", str(guide)]
        with log.open("w") as file:
            self.process = subprocess.Popen([*command, "--port", str(self.port)], stderr=file)

    def wait(self) -> None:
        self.until(lambda: f"http://127.0.0.1:{self.port}" in self.told(), "it is served")

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + 90
        while not is_so():
            assert self.process.poll() is None, self.told()
            assert time.monotonic() < deadline, f"not in time: {what}\n{self.told()}"
            time.sleep(0.02)

    def told(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def write(self, name: str, old: str, new: str) -> None:
        path = self.guide / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def asked(self, address: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.origin + address, timeout=10) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def release(self) -> str:
        return str(json.loads(self.asked("/health")[1])["release"])


@pytest.fixture
def open_desk(changed_guide: Callable[..., Path], tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Begins to write a guide with some files changed; ends when the test does."""
    opened: list[Desk] = []

    def begin(files: dict[str, str], port: int = 0) -> Desk:
        opened.append(Desk(changed_guide(files), tmp_path / f"log-{len(opened)}", port))
        return opened[-1]

    yield begin
    for desk in opened:
        desk.process.terminate()
    assert [desk.process.wait(timeout=20) for desk in opened] == [0] * len(opened)


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    fee = (Path(__file__).parent / "guide" / FEE).read_text(encoding="utf-8")
    opened = open_desk({FEE: fee + LONG})
    opened.wait()
    return opened


def test_an_open_page_shows_what_was_written_at_the_same_place(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.origin}/en/money/fee/")
    page.evaluate("scrollTo({top: 900, behavior: 'instant'})")
    page.wait_for_function("scrollY === 900")
    page.evaluate("window.same = true")
    desk.write(FEE, "Paragraph number 40 of a long answer.", "A new sentence.")
    expect(page.get_by_text("A new sentence.")).to_be_attached()
    page.wait_for_function("scrollY === 900 && !window.same")
    desk.write(FEE, "A new sentence.", "Another one.")
    expect(page.get_by_text("Another one.")).to_be_attached()
    page.wait_for_function("scrollY === 900")


def test_an_error_is_shown_on_the_page_and_the_terminal_and_leaves_when_it_is_repaired(
    page: Page, desk: Desk
) -> None:
    before = desk.release()
    page.goto(f"{desk.origin}/en/money/fee/")
    expect(page.locator(".live")).to_be_empty()
    desk.write(FEE, "checked:", "chekced:")
    told = f'{FEE}:8: unknown key "chekced"; did you mean "checked"?'
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(told)
    expect(page.get_by_role("heading", level=1)).to_have_text("How much is the harbour fee?")
    assert told in desk.told()
    assert f"still serving release {before}" in desk.told()
    assert desk.release() == before
    desk.write(FEE, "chekced:", "checked:")
    expect(page.locator(".live")).to_be_empty()


def test_it_is_ready_from_the_start(desk: Desk) -> None:
    assert desk.asked("/ready")[0] == 200


def test_a_figure_is_new_on_a_page_in_another_language(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.origin}/fr/money/fee/")
    expect(page.locator("main")).to_contain_text("105")
    desk.write("content/figures.toml", "value = 105", "value = 217")
    expect(page.locator("main")).to_contain_text("217")


def test_a_problem_is_shown_as_text_and_never_as_html(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.origin}/en/money/fee/")
    desk.write(FEE, "checked:", '"<img src=x>": 1\nchecked:')
    expect(page.get_by_role("alert")).to_contain_text("<img src=x>")
    assert page.locator(".live img").count() == 0


def test_a_translation_that_is_written_is_shown(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.origin}/fr/arriving/register/")
    catalog = "translations/fr/LC_MESSAGES/arriving.po"
    desk.write(catalog, "Montrez d’abord votre visa.", "Commencez par montrer votre visa.")
    expect(page.get_by_text("Commencez par montrer votre visa.")).to_be_attached()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Montrez d’abord votre visa.", "Montrez d’abord {votre} visa.", "is not shown: {votre}"),
        ('msgstr "Montrez', "msgstr Montrez", "the catalog cannot be read"),
    ],
    ids=["a message", "a file"],
)
def test_what_is_wrong_in_a_catalog_is_told_and_leaves_when_it_is_repaired(
    page: Page, desk: Desk, old: str, new: str, told: str
) -> None:
    page.goto(f"{desk.origin}/fr/arriving/register/")
    expect(page.locator(".live")).to_be_empty()
    catalog = "translations/fr/LC_MESSAGES/arriving.po"
    desk.write(catalog, old, new)
    # The page comes again, in the words that are left.
    expect(page.get_by_role("alert")).to_contain_text(told)
    expect(page.get_by_role("alert")).to_contain_text(catalog)
    desk.until(lambda: told in desk.told(), "the terminal tells it")
    desk.write(catalog, new, old)
    expect(page.locator(".live")).to_be_empty()


def test_nothing_is_kept_of_a_guide_that_is_being_written(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.origin}/en/money/fee/")
    page.wait_for_load_state("load")
    response = page.reload()
    assert response is not None
    assert not response.from_service_worker
    assert page.evaluate("caches.keys()") == []


def test_what_only_writers_need_is_not_there_otherwise(desk: Desk, shared_server: Server) -> None:
    assert desk.asked("/-/live.js")[0] == 200
    assert "/-/live.js?release=" in desk.asked("/en/")[1]
    for address in ("/-/live.js", "/-/changes"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(shared_server.origin + address, timeout=5)
        assert refused.value.code == 404
        refused.value.close()
    with urllib.request.urlopen(f"{shared_server.origin}/en/", timeout=5) as response:
        assert "/-/" not in response.read().decode()


def test_a_guide_that_cannot_be_built_yet_is_served_as_soon_as_it_can(
    open_desk: Callable[..., Desk],
) -> None:
    desk = open_desk({"content/money/topic.toml": 'titel = "Money"\n'})
    desk.until(lambda: "nothing served" in desk.told(), "the problem is told")
    assert 'unknown key "titel"' in desk.told()
    text = 'title = "Money"\nsummary = "What things cost."\nanswers = ["fee"]\n'
    (desk.guide / "content/money/topic.toml").write_text(text, encoding="utf-8")
    desk.wait()
    assert desk.asked("/en/money/")[0] == 200
