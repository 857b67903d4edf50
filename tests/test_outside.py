"""What programs outside find: the head of a page, structured data, the sitemap, feeds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import httpx
import pytest
from PIL import Image

from example import GUIDE
from livret.build import Built, build
from livret.compose import compose
from livret.feed import NEWEST, feed
from livret.language import languages
from livret.listed import Listed, Listing, listing_of
from livret.problem import ProblemsFound
from livret.publish import publish
from livret.site import load
from livret.templates import territory_locale
from small_site import running

ORIGIN = "https://guide.example.org"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
XML = "{http://www.w3.org/XML/1998/namespace}"
ANSWER = "/money/fee/"
# Tools of the reader's own and long lists.
BARE = ("/steps/", "/steps/documents/", "/words/", "/search/", "/saved/", "/reading/", "/phone/")


@pytest.fixture(scope="module")
def located() -> Built:
    return build(GUIDE, address=ORIGIN)


@pytest.fixture(scope="module")
def site_folder(located: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("located") / "site"
    publish(located.release, folder, located.address)
    return folder


class Head(HTMLParser):
    """The links by relation and the meta elements by name, each with all its values."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: dict[str, list[str]] = {}
        self.metas: dict[str, list[str]] = {}
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "link":
            self.links.setdefault(values["rel"], []).append(values["href"])
        elif tag == "meta" and "content" in values:
            name = values.get("property") or values.get("name", "")
            self.metas.setdefault(name, []).append(values["content"])


def html_of(built: Built, address: str) -> str:
    for edition in built.release.editions:
        for page in edition.pages:
            if page.address == address:
                return compose(edition.shell, asdict(page)).decode()
    raise LookupError(address)


# --- The head of a page ---


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_a_page_says_where_it_is_found_and_what_a_preview_shows(located: Built, code: str) -> None:
    for rest in ("/", "/money/", ANSWER, "/words/bdp/", "/about/"):
        address = f"/{code}{rest}"
        page = next(
            page
            for edition in located.release.editions
            for page in edition.pages
            if page.address == address
        )
        head = Head(html_of(located, address))
        assert head.links["canonical"] == [ORIGIN + address]
        assert head.links["alternate"] == [f"/{code}/changes.atom"]
        assert head.metas["og:url"] == [ORIGIN + address]
        assert head.metas["og:title"] == [page.title]
        assert head.metas["og:description"] == [page.description]
        assert head.metas["og:type"] == ["website"]
        assert head.metas["og:site_name"] == ["Harbour"]
        locales = {"en": "en_US", "fr": "fr_FR", "ar": "ar_EG"}
        assert head.metas["og:locale"] == [locales.pop(code)]
        assert head.metas["og:locale:alternate"] == list(locales.values())


def test_tools_and_the_page_for_what_is_not_there_are_not_offered_for_sharing(
    located: Built,
) -> None:
    for rest in (*BARE, "/404.html"):
        head = Head(html_of(located, f"/en{rest}"))
        assert "canonical" not in head.links, rest
        assert [name for name in head.metas if name.startswith("og:")] == [], rest


def test_without_an_address_nothing_pretends_to_have_one(built: Built) -> None:
    head = Head(html_of(built, f"/en{ANSWER}"))
    assert "canonical" not in head.links
    assert [name for name in head.metas if name.startswith("og:")] == []
    # A static host that was told no address has no feeds.
    assert "alternate" not in head.links
    assert "changes.atom" not in html_of(built, "/en/about/")


def test_readers_find_the_feed_on_the_page_about_the_guide(located: Built) -> None:
    assert '<a href="/ar/changes.atom"' in html_of(located, "/ar/about/")


def test_the_address_in_the_guide_is_taken_where_none_is_given(
    changed_guide: Callable[[dict[str, str | None]], Path],
) -> None:
    text = (GUIDE / "content/guide.toml").read_text(encoding="utf-8")
    address = 'address = "https://Harbour.example.org/"\n'
    found = build(changed_guide({"content/guide.toml": address + text}))
    assert found.address == "https://harbour.example.org"
    assert Head(html_of(found, "/fr/")).links["canonical"] == ["https://harbour.example.org/fr/"]
    wrong = 'address = "harbour.example.org/guide"\n'
    with pytest.raises(ProblemsFound) as refused:
        build(changed_guide({"content/guide.toml": wrong + text}))
    assert str(refused.value.problems[0]) == (
        'content/guide.toml:1: "address" is "harbour.example.org/guide"; '
        "give https:// and the host name, with no path"
    )


def test_a_language_is_named_with_the_territory_that_is_likely() -> None:
    tags = ["en-GB", "fr", "es", "pt-BR", "ar", "zh-Hans", "zh-Hant", "vi", "uk"]
    assert [territory_locale(language) for language in languages(tags)] == [
        "en_GB", "fr_FR", "es_ES", "pt_BR", "ar_EG", "zh_CN", "zh_TW", "vi_VN", "uk_UA"
    ]  # fmt: skip


def test_a_preview_has_a_picture_that_no_phone_keeps(located: Built, site_folder: Path) -> None:
    kept = {file.path for file in located.release.files}
    addresses = set()
    for code, direction in (("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")):
        metas = Head(html_of(located, f"/{code}{ANSWER}")).metas
        [address] = metas["og:image"]
        path = address.removeprefix(ORIGIN)
        assert path.startswith(f"/assets/preview-{direction}.")
        assert path not in kept
        picture = Image.open(site_folder / path[1:])
        size = (metas["og:image:width"][0], metas["og:image:height"][0])
        assert tuple(map(str, picture.size)) == size == ("1200", "630")
        # The sheet stands at the end of the line, the sign at its beginning.
        left, right = picture.getpixel((90, 90)), picture.getpixel((1110, 90))
        sheet, ground = (255, 255, 255, 255), (0x5B, 0x2A, 0x86, 255)
        assert (left, right) == ((sheet, ground) if direction == "rtl" else (ground, sheet))
        addresses.add(path)
    site = load(site_folder)
    for path in addresses:
        assert site.resources[path].headers["content-type"] == "image/png"
        assert site.resources[path].headers["cache-control"].endswith("immutable")


def test_an_earlier_preview_stays_as_long_as_other_files(
    located: Built, changed_guide: Callable[[dict[str, str | None]], Path], tmp_path: Path
) -> None:
    folder, day = tmp_path / "site", 24 * 60 * 60
    publish(located.release, folder, ORIGIN, now=1_000 * day)
    text = (GUIDE / "content/guide.toml").read_text(encoding="utf-8")
    other = changed_guide({"content/guide.toml": text.replace("#5b2a86", "#0b5c63")})
    later = build(other, address=ORIGIN).release
    publish(later, folder, ORIGIN, now=1_080 * day)
    old = [file.path[1:] for file in located.release.unkept]
    assert all((folder / path).is_file() for path in old)
    publish(later, folder, ORIGIN, now=1_100 * day)
    assert not any((folder / path).exists() for path in old)
    assert all((folder / file.path[1:]).is_file() for file in later.unkept)


# --- Structured data ---


class Items(HTMLParser):
    """Microdata as nested dictionaries (HTML, 5.5), for elements that are all closed."""

    VOID = ("meta", "link", "input", "br", "img", "hr", "path", "col", "wbr")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.top: list[dict[str, object]] = []
        self.open: list[tuple[dict[str, object] | None, list[str] | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        owner = next((item for item, _ in reversed(self.open) if item is not None), None)
        item: dict[str, object] | None = None
        text: list[str] | None = None
        if "itemscope" in values:
            item = {"type": values["itemtype"]}
            if "itemprop" not in values:
                self.top.append(item)
        if name := values.get("itemprop"):
            assert owner is not None
            if item is None and tag != "meta":
                text = []
            owner[name] = item or text if tag != "meta" else values["content"]
        if tag not in self.VOID:
            self.open.append((item, text))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for _, text in self.open:
            if text is not None:
                text.append(data)


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_an_answer_is_a_page_with_its_question_for_programs(built: Built, code: str) -> None:
    answer = built.guide.answers["money/fee"]
    [page] = Items(html_of(built, f"/{code}{ANSWER}")).top
    assert page["type"] == "https://schema.org/FAQPage"
    assert page["lastReviewed"] == answer.checked.isoformat()
    question = page["mainEntity"]
    assert isinstance(question, dict)
    assert question["type"] == "https://schema.org/Question"
    reply = question["acceptedAnswer"]
    assert reply["type"] == "https://schema.org/Answer"
    head = Head(html_of(build(GUIDE, address=ORIGIN), f"/{code}{ANSWER}"))
    assert plain("".join(question["name"])) == plain(head.metas["og:title"][0])
    assert plain("".join(reply["text"])) == plain(head.metas["og:description"][0])


def plain(text: str) -> str:
    return re.sub(r"[\u2066-\u2069\u00ad]", "", text)


def test_no_other_page_says_that_it_answers_a_question(built: Built) -> None:
    for rest in ("/", "/money/", "/words/bdp/", *BARE):
        assert Items(html_of(built, f"/en{rest}")).top == []


# --- The sitemap ---


def test_the_sitemap_leads_from_each_page_to_its_other_languages(site_folder: Path) -> None:
    root = ElementTree.fromstring((site_folder / "sitemap.xml").read_bytes())
    places = {url.findtext(f"{SITEMAP}loc"): url for url in root}
    site = load(site_folder)
    assert places.keys() == {ORIGIN + address for address in site.pages}
    for place, url in places.items():
        links = {
            link.get("hreflang"): link.get("href")
            for link in url.iter(f"{XHTML}link")
            if link.get("rel") == "alternate"
        }
        rest = urlsplit(str(place)).path.partition("/")[2].partition("/")[2]
        found = {code: f"{ORIGIN}/{code}/{rest}" for code in ("en", "fr", "ar")}
        # Who reads none of them gets what the service shows them too: the guide's own language.
        assert links == {**found, "x-default": found["en"]}


def test_the_sitemap_tells_when_an_answer_was_checked_and_of_nothing_else(
    site_folder: Path, built: Built
) -> None:
    root = ElementTree.fromstring((site_folder / "sitemap.xml").read_bytes())
    days = {
        str(url.findtext(f"{SITEMAP}loc")): url.findtext(f"{SITEMAP}lastmod")
        for url in root
        if url.find(f"{SITEMAP}lastmod") is not None
    }
    assert days == {
        f"{ORIGIN}/{code}/{key}/": answer.checked.isoformat()
        for code in ("en", "fr", "ar")
        for key, answer in built.guide.answers.items()
    }


# --- Feeds ---


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_a_feed_has_all_that_atom_wants(site_folder: Path, built: Built, code: str) -> None:
    root = ElementTree.fromstring((site_folder / code / "changes.atom").read_bytes())
    assert root.tag == f"{ATOM}feed"
    assert root.get(f"{XML}lang") == code
    own = f"{ORIGIN}/{code}/changes.atom"
    assert root.findtext(f"{ATOM}id") == own
    assert [link.get("href") for link in root.findall(f"{ATOM}link[@rel='self']")] == [own]
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    entries = root.findall(f"{ATOM}entry")
    assert {entry.findtext(f"{ATOM}id") for entry in entries} == {
        f"{ORIGIN}/{code}/{key}/" for key in built.guide.answers
    }
    for element in [root, *entries]:
        # RFC 4287, 4.1.1 and 4.1.2: exactly one of each.
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
            assert (element.findtext(f"{ATOM}{name}") or "").strip()
        assert datetime.fromisoformat(str(element.findtext(f"{ATOM}updated"))).tzinfo
    for entry in entries:
        assert entry.findtext(f"{ATOM}summary")
        [link] = entry.findall(f"{ATOM}link")
        assert link.get("href") == entry.findtext(f"{ATOM}id")
    assert root.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated")


def test_the_newest_check_comes_first_in_a_feed_and_old_ones_fall_out() -> None:
    pages = [
        Listed(f"/fr/t/{number:03}/", "<b>&", 'a "b" & c', f"20{number % 100:02}-01-01")
        for number in range(NEWEST + 20)
    ]
    listing = Listing("fr", "fr", "A & B", "<d>", (*pages, Listed("/fr/words/", "", "", "")))
    root = ElementTree.fromstring(feed(ORIGIN, listing))
    days = [str(day.text) for day in root.findall(f"{ATOM}entry/{ATOM}updated")]
    assert len(days) == NEWEST
    assert days == sorted(days, reverse=True)
    assert days[0] == root.findtext(f"{ATOM}updated") == "2099-01-01T00:00:00Z"
    assert root.findtext(f"{ATOM}title") == "A & B"
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "<b>&"


def test_the_service_and_a_static_host_give_the_same_documents(
    site_folder: Path, located: Built
) -> None:
    names = ["robots.txt", "sitemap.xml", "fr/changes.atom", "ar/changes.atom"]
    with running(site_folder, address=ORIGIN) as server:
        for name in names:
            response = httpx.get(f"{server.url}/{name}")
            assert response.content == (site_folder / name).read_bytes()
            assert response.headers["cache-control"] == "no-cache"
        kind = httpx.get(f"{server.url}/ar/changes.atom").headers["content-type"]
        assert kind == "application/atom+xml"
        assert httpx.get(f"{server.url}/xx/changes.atom").status_code == 404
    with running(site_folder) as server:
        for host in ("one.example", "two.example", "one.example"):
            found = httpx.get(f"{server.url}/fr/changes.atom", headers={"host": host}).text
            assert found.count(f"<id>http://{host}/") == 1 + len(located.guide.answers)


def test_a_page_without_a_day_is_listed_and_the_one_for_what_is_missing_is_not() -> None:
    page = {"title": "t", "description": "d"}
    pages = [{**page, "address": "/fr/b/"}, {**page, "address": "/fr/404.html"},
             {**page, "address": "/fr/a/", "checked": "2026-01-01"}]  # fmt: skip
    found = listing_of("fr", "fr", {"name": "n", "description": "d"}, pages)
    assert [(each.address, each.checked, each.rest) for each in found.pages] == [
        ("/fr/a/", "2026-01-01", "/a/"), ("/fr/b/", "", "/b/")
    ]  # fmt: skip
