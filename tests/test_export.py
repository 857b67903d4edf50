"""What is exported: plain data that keeps to its schema, and books that e-readers take."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from example import GUIDE, ROOT
from install_epubcheck import EPUBCHECK, lacking
from livret.book import book_of
from livret.command import main
from livret.epub import MIMETYPE
from livret.exchange import as_data
from livret.translated import Translated, translated

SCHEMA = json.loads((ROOT / "docs/export.schema.json").read_text(encoding="utf-8"))
ORIGIN = "https://guide.example.org"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


@pytest.fixture(scope="module")
def versions() -> dict[str, Translated]:
    return {each.code: each for each in translated(GUIDE, ORIGIN, [])}


@pytest.fixture(scope="module")
def books(versions: dict[str, Translated]) -> dict[str, zipfile.ZipFile]:
    return {code: zipfile.ZipFile(io.BytesIO(book_of(each))) for code, each in versions.items()}


# --- Plain data ---


@pytest.mark.parametrize("guide", [GUIDE, ROOT], ids=["example", "shipped"])
def test_the_data_of_every_language_keep_to_the_schema(guide: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    for version in translated(guide, "", []):
        found = [error.message for error in validator.iter_errors(as_data(version))]
        assert found == [], version.code


def test_data_say_what_a_page_says(versions: dict[str, Translated]) -> None:
    data = as_data(versions["ar"])
    assert data["address"] == ORIGIN
    assert data["language"]["dir"] == "rtl"
    [register] = [answer for answer in data["answers"] if answer["id"] == "arriving/register"]
    assert register["address"] == f"{ORIGIN}/ar/arriving/register/"
    assert register["question"]["lang"] == "ar"
    assert register["state"] == "drafted"
    assert register["sources"][0]["url"].startswith("https://")
    assert 'href="/ar/' in register["html"]
    ElementTree.fromstring(f"<body>{register['html']}</body>")
    fee = next(
        answer for answer in as_data(versions["fr"])["answers"] if answer["id"] == "money/fee"
    )
    # Not translated: the text says in which language it is shown instead.
    assert (fee["question"]["lang"], fee["question"]["state"]) == ("en", "missing")


# --- Books ---


def test_a_book_begins_with_its_type(books: dict[str, zipfile.ZipFile]) -> None:
    first = books["ar"].infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert books["ar"].read(first) == MIMETYPE


def test_the_same_guide_gives_the_same_book(versions: dict[str, Translated]) -> None:
    again = translated(GUIDE, ORIGIN, ["ar"])[0]
    assert book_of(again) == book_of(versions["ar"])


def test_an_arabic_book_turns_its_pages_from_right_to_left(
    books: dict[str, zipfile.ZipFile],
) -> None:
    for code, direction in (("ar", "rtl"), ("fr", "ltr")):
        package = ElementTree.fromstring(books[code].read("book/package.opf"))
        spine = package.find(f"{OPF}spine")
        assert spine is not None
        assert spine.get("page-progression-direction") == direction
        for name in chapters(books[code]):
            html = ElementTree.fromstring(books[code].read(name))
            assert (html.get("lang"), html.get("dir")) == (code, direction), name


def chapters(book: zipfile.ZipFile) -> list[str]:
    return [name for name in book.namelist() if name.endswith(".xhtml")]


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_every_link_within_a_book_leads_somewhere(
    books: dict[str, zipfile.ZipFile], code: str
) -> None:
    book, inner = books[code], 0
    names = set(book.namelist())
    for name in chapters(book):
        for link in ElementTree.fromstring(book.read(name)).iter(f"{XHTML}a"):
            address = link.get("href", "")
            if re.match(r"(?:https?|tel|mailto):", address):
                continue
            file, _, place = address.partition("#")
            assert f"book/{file}" in names, f"{name}: {address}"
            if place:
                target = ElementTree.fromstring(book.read(f"book/{file}"))
                assert target.find(f".//*[@id='{place}']") is not None, address
            inner += 1
    assert inner > 10


def test_each_answer_of_a_book_tells_its_sources_its_day_and_its_state(
    books: dict[str, zipfile.ZipFile], versions: dict[str, Translated]
) -> None:
    for key, answer in versions["fr"].guide.answers.items():
        text = "".join(
            ElementTree.fromstring(
                books["fr"].read(f"book/{key.replace('/', '.')}.xhtml")
            ).itertext()
        )
        assert "Vérifié le" in text
        assert str(answer.checked.year) in text
        for source in answer.sources:
            assert versions["fr"].guide.sources[source].title in text
    untranslated = books["fr"].read("book/money.fee.xhtml").decode()
    assert 'class="state"' in untranslated
    assert '<h1 lang="en" dir="ltr">' in untranslated


def test_the_contents_name_every_topic_and_answer(
    books: dict[str, zipfile.ZipFile], versions: dict[str, Translated]
) -> None:
    guide, plain = versions["ar"].guide, versions["ar"].writer.plain
    root = ElementTree.fromstring(books["ar"].read("book/contents.xhtml"))
    nav = root.find(f".//{XHTML}nav[@{EPUB_TYPE}='toc']")
    assert nav is not None
    named = {link.text for link in nav.iter(f"{XHTML}a")}
    assert {plain(topic.title) for topic in guide.topics} <= named
    assert {plain(answer.question) for answer in guide.answers.values()} <= named


@pytest.mark.skipif(bool(lacking()), reason=lacking())
@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_epubcheck_finds_nothing(
    tmp_path: Path, versions: dict[str, Translated], code: str
) -> None:
    file = tmp_path / "guide.epub"
    file.write_bytes(book_of(versions[code]))
    # Debian's is a jar, which the system starts by itself only where it is set up to.
    command = ["java", "-jar", str(EPUBCHECK), "--failonwarnings", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# --- The command ---


def test_the_command_writes_a_file_for_each_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = ["--guide", str(GUIDE), "--to", str(tmp_path)]
    assert main(["export", *guide, "--format", "json"]) == 0
    assert main(["export", *guide, "--format", "epub", "--lang", "ar"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "guide.ar.epub", "guide.ar.json", "guide.en.json", "guide.fr.json"
    ]  # fmt: skip
    assert json.loads((tmp_path / "guide.fr.json").read_bytes())["format"] == "livret-guide"
    capsys.readouterr()
    assert main(["export", *guide, "--format", "json", "--lang", "de"]) == 2
    assert 'the guide is not offered in "de"; known are ar, en, fr' in capsys.readouterr().err


# --- The sign ---

SHAPE = '<path fill="url(#a)" stroke-width="2" stroke-dasharray="1 2" d="M0 0h9v9z"/>'
ALLOWED = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A</title><defs>'
    '<linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs>'
    f"{SHAPE}</svg>"
)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (SHAPE, "<script>alert(1)</script>", "<script> is not allowed"),
        ("<path ", '<path onclick="alert(1)" ', 'attribute "onclick" is not allowed'),
        (SHAPE, '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', "<p>"),
        (SHAPE, '<image href="https://elsewhere.example/x.png"/>', "<image> is not allowed"),
        (SHAPE, '<a href="javascript:alert(1)"/>', "<a> is not allowed"),
        (SHAPE, "<style>@import 'x'</style>", "<style> is not allowed"),
        (SHAPE, '<animate attributeName="href"/>', "<animate> is not allowed"),
        (SHAPE, '<x:path xmlns:x="urn:y"/>', "<path> is not allowed"),
        ("url(#a)", "url(https://elsewhere.example/)", '"fill" with \'url(https'),
        ("<path ", '<path xml:base="https://elsewhere.example/" ', 'attribute "base"'),
        ("<svg", '<?xml-stylesheet href="x.css"?><svg', 'instruction "xml-stylesheet"'),
        ("<svg", '<!DOCTYPE svg [<!ENTITY e "x">]><svg', "a document type is not allowed"),
        ("</svg>", "", "is no well-formed SVG"),
        (' viewBox="0 0 9 9"', "", "does not begin with"),
        (' xmlns="http://www.w3.org/2000/svg"', "", "<svg> has no namespace; write <svg xmlns="),
    ],
)
def test_a_sign_that_does_more_than_draw_is_an_error(
    changed_guide: Callable[[dict[str, str | None]], Path],
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    what: str,
) -> None:
    assert old in ALLOWED
    folder = changed_guide({"content/icon.svg": ALLOWED.replace(old, new)})
    assert main(["check", "--guide", str(folder)]) == 1
    told = capsys.readouterr().err
    assert what in told
    assert "content/icon.svg:1: " in told


def test_a_sign_that_draws_is_taken(
    changed_guide: Callable[[dict[str, str | None]], Path], tmp_path: Path
) -> None:
    folder = changed_guide({"content/icon.svg": ALLOWED})
    out = tmp_path / "site"
    assert main(["build", "--guide", str(folder), "--out", str(out)]) == 0
    [icon] = (out / "assets").glob("icon.*.svg")
    assert SHAPE in icon.read_text(encoding="utf-8")
