"""The two languages that nobody speaks: what they show, what they keep, who gets to see them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel import Locale
from playwright.sync_api import Browser

from example import GUIDE, ROOT, Server
from livret.build import Built, build
from livret.command import main
from livret.language import Language
from livret.model import texts
from livret.page import Edition
from livret.pseudo import ACCENTED, MIRRORED, PSEUDO_LANGUAGES, accented, mirrored, pseudo_catalog
from livret.publish import publish
from livret.read import read_guide
from livret.translate import kept_terms, translate

PAGES = (
    "/",
    "/arriving/",
    "/arriving/register/",
    "/words/",
    "/steps/",
    "/about/",
    "/search/",
    "/phone/",
)


@pytest.fixture(scope="module")
def pseudo() -> Built:
    """The example guide with both pseudo-languages."""
    return build(GUIDE, pseudo=True)


@pytest.fixture(scope="module")
def server(pseudo: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("pseudo") / "site"
    publish(pseudo.release, folder)
    running = Server(folder)
    running.start()
    yield running
    running.stop()


# --- Texts ---


def test_a_text_is_accented_lengthened_and_closed() -> None:
    assert accented("Bring your lease with you.") == "‹Bŕîîñĝ ýööûûŕ ļééååšéé ŵîîţĥ ýööûû.›"
    assert accented("Save") == "‹Šåååvééé›"


def test_a_mirrored_text_is_written_from_right_to_left() -> None:
    assert mirrored("Your card, please?") == "‹يوور كارد، بلياسي؟›"


@pytest.mark.parametrize("write", [accented, mirrored])
@pytest.mark.parametrize(
    "kept",
    [
        "{cvec_fee}",
        "{phone:office}",
        "[[cpam]]",
        "[[cpam|",
        "][q:money/fee]",
        "**",
        "100,000",
        "2:30 pm",
        "carte Vitale",
        "office@port.example",
    ],
)
def test_what_a_translator_must_keep_is_kept(write: object, kept: str) -> None:
    message = (
        "Pay {cvec_fee} at [[cpam]] or [[cpam|the fund]], see [the fee][q:money/fee], call "
        "**{phone:office}**, 100,000 people until 2:30 pm; carte Vitale, office@port.example"
    )
    assert kept in write(message, ("carte Vitale",))  # type: ignore[operator]


@pytest.mark.parametrize("language", PSEUDO_LANGUAGES, ids=lambda language: language.tag)
@pytest.mark.parametrize("folder", [GUIDE, ROOT], ids=["example", "shipped"])
def test_every_text_of_a_guide_passes_the_checks(folder: Path, language: Language) -> None:
    guide = read_guide(folder)
    translated, problems = translate(guide, language, pseudo_catalog(guide, language))
    assert problems == ()
    assert not [text.message for text in texts(translated) if text.fell_back]


def test_texts_are_about_a_third_longer() -> None:
    guide = read_guide(ROOT)
    terms = kept_terms(guide)
    messages = {text.message for text in texts(guide)}
    long = sum(len(accented(message, terms)) for message in messages)
    assert 1.25 < long / sum(map(len, messages)) < 1.4


# --- Pages ---


def edition_of(built: Built, language: Language) -> Edition:
    return next(each for each in built.release.editions if each.tag == language.tag)


class Shown(HTMLParser):
    """The texts of a page in its own language; figures and names come from elsewhere."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.inside: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.texts.extend(given.get(name) or "" for name in ("aria-label", "title", "placeholder"))
        if tag not in ("br", "img", "input", "link", "meta", "hr", "path", "use", "circle", "rect"):
            elsewhere = tag in ("data", "style", "script") or given.get("lang", "en-XA") != "en-XA"
            self.inside.append((tag, elsewhere))

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(elsewhere for _, elsewhere in self.inside):
            self.texts.append(data)


def plain_words(html: str) -> set[str]:
    """Words that no accent has touched, without placeholders of scripts."""
    shown = re.sub(r"\{\w+\}", " ", " ".join(Shown(html).texts))
    return {
        word
        for word in re.findall(r"[^\W\d_]{3,}", shown)
        if word.isascii() and re.search("[aeiou]", word, re.IGNORECASE)
    }


# Names of the guide, slots of the shell, and what CLDR writes: months, lengths, languages.
NOT_FROM_CATALOGS = {
    *("Harbour", "Office", "The", "accueil", "port", "example"),
    *Locale("en").months["format"]["wide"].values(),
    *("months", "week", "English", "French"),
}


def test_a_page_shows_no_text_that_passed_no_catalog(pseudo: Built) -> None:
    edition = edition_of(pseudo, ACCENTED)
    assert plain_words("".join(edition.shell[::2])) - NOT_FROM_CATALOGS == set()  # without slots
    for page in edition.pages:
        assert plain_words(page.fragment) - NOT_FROM_CATALOGS == set(), page.address


def test_a_text_outside_the_catalogs_would_be_seen() -> None:
    html = '<p>‹Ţĥéé fééé›</p><p title="Close">Untranslated</p><p lang="fr">Bonjour</p>'
    assert plain_words(html) == {"Close", "Untranslated"}


def test_pages_say_that_they_are_drafts_in_their_own_direction(pseudo: Built) -> None:
    for language in PSEUDO_LANGUAGES:
        edition = edition_of(pseudo, language)
        assert (edition.code, edition.direction) == (language.code, language.direction)
        states = {page.address: page.state for page in edition.pages}
        assert states[f"/{language.code}/arriving/register/"] == "drafted"


def test_the_addresses_of_the_other_languages_stay(pseudo: Built, built: Built) -> None:
    own = [edition.code for edition in built.release.editions]
    assert [edition.code for edition in pseudo.release.editions] == [*own, "en-xa", "ar-xb"]


@pytest.mark.parametrize("language", PSEUDO_LANGUAGES, ids=lambda language: language.tag)
def test_longer_and_mirrored_pages_are_never_wider_than_the_screen(
    server: Server, browser: Browser, language: Language
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640}, service_workers="block")
    for rest in PAGES:
        page.goto(f"{server.origin}/{language.code}{rest}")
        assert page.evaluate("document.documentElement.dir") == language.direction
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, rest
        # A text that is cut has more to show than its box, and hides it.
        cut = page.evaluate(
            """() => [...document.querySelectorAll("body *")]
              .filter((element) => element.checkVisibility() && element.clientWidth > 1)
              .filter((element) => getComputedStyle(element).overflowX === "hidden")
              .filter((element) => element.scrollWidth > element.clientWidth + 1)
              .map((element) => element.outerHTML.slice(0, 80))"""
        )
        assert cut == [], rest
    page.close()


# --- Who gets to see them ---


def languages_in(site: Path) -> list[str]:
    release = json.loads((site / "release.json").read_text(encoding="utf-8"))
    return [language["code"] for language in release["languages"]]


def test_they_are_published_only_when_asked_for(tmp_path: Path) -> None:
    arguments = ["build", "--guide", str(GUIDE), "--out", str(tmp_path / "site")]
    assert main([*arguments, "--pseudo"]) == 0
    assert languages_in(tmp_path / "site")[-2:] == [ACCENTED.code, MIRRORED.code]
    assert main(arguments) == 0
    assert languages_in(tmp_path / "site") == ["en", "fr", "ar"]
