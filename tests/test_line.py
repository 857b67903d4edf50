"""The whole line: the same input gives the same bytes, and a text can never become markup."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import polib
import pytest
from markupsafe import escape

from livret.bidi import isolate
from livret.build import Built, build
from livret.compose import compose
from livret.contents import site_files
from livret.language import languages
from livret.markup import unbroken
from livret.publish import publish
from livret.release import Release

GUIDE = Path(__file__).parent / "guide"
ROOT = Path(__file__).parent.parent
MakeGuide = Callable[[dict[str, str | None]], Path]
CATALOG = "translations/{locale}/LC_MESSAGES/{domain}.po"
# What each page carries itself: the script before the first paint and the module app.js.
OWN_SCRIPTS = 2


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def page_of(release: Release, address: str) -> str:
    """The composed page of an address."""
    edition = next(found for found in release.editions if address.startswith(f"/{found.code}/"))
    page = next(page for page in edition.pages if page.address == address)
    return compose(edition.shell, asdict(page)).decode()


def with_translation(folder: Path, locale: str, domain: str, message: str, text: str) -> None:
    path = folder / CATALOG.format(locale=locale, domain=domain)
    catalog = polib.pofile(str(path), wrapwidth=-1)
    entry = next(entry for entry in catalog if entry.msgid == message)
    entry.msgstr = text
    catalog.save()


def test_two_builds_in_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder, seed in zip(folders, ("1", "2"), strict=True):
        command = [sys.executable, "-m", "livret", "build"]
        options = ["--guide", str(GUIDE), "--out", str(folder)]
        subprocess.run([*command, *options], check=True, capture_output=True, env=environment(seed))
    first, second = (bytes_of(folder) for folder in folders)
    assert first == second
    assert "release.json" in first


def environment(seed: str) -> dict[str, str]:
    # The order of sets must not reach a file.
    return {**os.environ, "PYTHONHASHSEED": seed}


def test_every_file_of_a_release_is_named_by_its_hash(built: Built) -> None:
    listing = json.loads(built.release.listing)
    bodies = {file.path: file.body for file in built.release.files}
    assert {entry["path"] for entry in listing["files"]} == set(bodies)
    for entry in listing["files"]:
        digest = hashlib.sha256(bodies[entry["path"]]).hexdigest()
        assert entry["sha256"] == digest
        assert digest.startswith(entry["path"].split(".")[-2])


def test_the_id_of_a_release_is_the_hash_of_its_list(built: Built) -> None:
    listing = json.loads(built.release.listing)
    identity = listing.pop("id")
    canonical = json.dumps(listing, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(canonical.encode()).hexdigest()[:16] == identity


def test_a_pack_is_a_header_and_pages_sorted_by_address_in_canonical_lines(built: Built) -> None:
    for file in built.release.packs.values():
        lines = file.body.decode().removesuffix("\n").split("\n")
        parsed = [json.loads(line) for line in lines]
        for line, value in zip(lines, parsed, strict=True):
            assert line == json.dumps(
                value, ensure_ascii=False, sort_keys=True, separators=(",", ":")
            )
        addresses = [page["address"] for page in parsed[1:]]
        assert addresses == sorted(addresses)
        assert all(line.startswith('{"address":') for line in lines[1:])


def test_a_change_of_one_word_changes_only_the_packs_that_show_it(
    built: Built, changed_guide: MakeGuide
) -> None:
    name = "content/money/fee.md"
    text = (GUIDE / name).read_text(encoding="utf-8").replace("a week", "a month")
    after = build(changed_guide({name: text})).release
    changed = {
        code for code, file in built.release.packs.items() if file.path != after.packs[code].path
    }
    assert changed == {"en", "fr", "ar"}  # the others fall back to the changed text
    assets = {file.path for file in built.release.files if file.path.startswith("/assets/")}
    assert assets == {file.path for file in after.files if file.path.startswith("/assets/")}


def test_a_figure_is_written_as_each_language_writes_it(built: Built) -> None:
    english = page_of(built.release, "/en/money/fee/")
    arabic = page_of(built.release, "/ar/money/fee/")
    assert '<data value="105" data-until="2027-08-31">€105</data>' in english
    assert '<bdi dir="rtl">105\u00a0€</bdi>' in arabic
    assert "\u200f" not in arabic


def test_latin_and_digit_runs_are_isolated_in_right_to_left_text(built: Built) -> None:
    arabic = page_of(built.release, "/ar/arriving/register/")
    assert '<bdi lang="fr" dir="ltr">BDP</bdi>' in arabic
    assert '<bdi dir="ltr">+33 2 99 00 00 00</bdi>' in arabic


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("زر Cité (CIUP)، ثم", 'زر <bdi dir="ltr">Cité (CIUP)</bdi>، ثم'),
        ("زر CIUP (في باريس)", 'زر <bdi dir="ltr">CIUP</bdi> (في باريس)'),
        ("زر (CIUP)", 'زر (<bdi dir="ltr">CIUP</bdi>)'),
    ],
)
def test_a_latin_bracket_stays_with_the_latin_words_before_it(text: str, shown: str) -> None:
    assert isolate(text) == shown


@pytest.mark.parametrize(
    ("amount", "direction"),
    [
        ("105\u00a0€", "rtl"),
        ("6\u202f150\u00a0€", "rtl"),
        ("100-200 €", "rtl"),
        ("100 €, 150 €", "rtl"),
        ("105€", "ltr"),
        ("01 23 45 €", "ltr"),
        ("Navigo 92 €", "ltr"),
        ("2026/2027", "ltr"),
    ],
)
def test_the_sign_of_an_arabic_amount_comes_after_its_number(amount: str, direction: str) -> None:
    assert isolate(f"زر {amount}، ثم") == f'زر <bdi dir="{direction}">{amount}</bdi>، ثم'


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Quels logements existe-t-il ?", ["e-t-il"]),
        ("Commandez-la, puis rendez-vous là-bas.", ["z-la", "z-vous"]),
        ("Qu'est-ce qu'un VLS-TS ?", ["t-ce", "VLS-TS"]),
        ("Inscreva-se e entregue-o.", ["a-se", "e-o"]),
        ("le sous-sol, non-lieu, celui-cible, une vis-à-vis", []),
    ],
)
def test_what_leans_on_the_word_before_it_is_not_parted_from_it(text: str, kept: list[str]) -> None:
    assert re.findall('<span class="whole">(.+?)</span>', unbroken(text)) == kept


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a VLS-TS & more", 'a <span class="whole">VLS-TS</span> &amp; more'),
        ("VLS-TS签证", '<span class="whole">VLS-TS</span>签证'),
        ("a Loca-Pass", 'a <span class="whole">Loca-Pass</span>'),
        (
            "Paris-Saclay, e-mail, S1106-B, Paul-Ricœur",
            "Paris-Saclay, e-mail, S1106-B, Paul-Ricœur",
        ),
    ],
)
def test_a_sigle_is_not_broken_at_its_hyphen(text: str, shown: str) -> None:
    assert unbroken(escape(text)) == shown


def test_a_sigle_is_not_broken_in_a_term_nor_in_the_list_of_a_topic(
    changed_guide: MakeGuide,
) -> None:
    answer, word = "content/arriving/register.md", "content/words/bdp.md"
    folder = changed_guide(
        {
            answer: (GUIDE / answer)
            .read_text("utf-8")
            .replace("Register at", "Ask for a BDP-TS at"),
            word: (GUIDE / word).read_text("utf-8").replace("term: BDP", "term: BDP-TS"),
        }
    )
    release = build(folder).release
    term = '<span class="whole">BDP-TS</span>'
    assert f'<span lang="fr">{term}</span></a>' in page_of(release, "/en/arriving/register/")
    assert f"Ask for a {term} at" in page_of(release, "/en/arriving/")


def test_a_half_translated_answer_shows_the_source_marked_as_such(built: Built) -> None:
    french = page_of(built.release, "/fr/money/fee/")
    assert "This answer is not translated yet" in french or "pas encore traduit" in french
    assert '<h1 lang="en" dir="ltr" itemprop="name">How much is the harbour fee?</h1>' in french
    state = {page.address: page.state for page in built.release.editions[1].pages}
    assert state["/fr/money/fee/"] == "missing"
    assert state["/fr/arriving/register/"] == "drafted"


def test_a_language_without_its_core_answers_is_not_offered(changed_guide: MakeGuide) -> None:
    folder = changed_guide({CATALOG.format(locale="fr", domain="arriving"): None})
    after = build(folder)
    assert [edition.code for edition in after.release.editions] == ["en", "ar"]
    assert "is not offered: its core answers are not complete" in "\n".join(
        map(str, after.warnings)
    )
    assert 'hreflang="fr"' not in page_of(after.release, "/en/").split("<main")[0]


HOSTILE = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "&lt;script&gt;",
    '" onmouseover="alert(1)',
    "</title><script>alert(1)</script>",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_html_in_a_catalog_never_reaches_a_page(changed_guide: MakeGuide, hostile: str) -> None:
    folder = changed_guide({})
    for message in (
        "How do I register?",
        "Show your visa first.",
        "registration, harbour card, inscription",
    ):
        with_translation(folder, "ar", "arriving", message, f"نص {hostile}")
    release = build(folder).release
    for page in release.editions[-1].pages:
        html = compose(release.editions[-1].shell, asdict(page)).decode()
        assert html.count("<script") == OWN_SCRIPTS
        assert "<img" not in html
        assert ' onmouseover="' not in html


def test_html_in_the_interface_catalog_never_reaches_a_page(changed_guide: MakeGuide) -> None:
    folder = changed_guide({})
    own = folder / CATALOG.format(locale="ar", domain="interface")
    catalog = polib.POFile(wrapwidth=-1)
    catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "ar"}
    catalog.append(polib.POEntry(msgid="Guide", msgstr="<script>alert(1)</script>"))
    catalog.append(polib.POEntry(msgid="Words", msgstr="كلمات & <marquee>"))
    catalog.save(str(own))
    html = page_of(build(folder).release, "/ar/")
    assert html.count("<script") == OWN_SCRIPTS
    assert "<marquee>" not in html


def test_a_broken_translation_falls_back_and_is_told(changed_guide: MakeGuide) -> None:
    folder = changed_guide({})
    short = "Register at the harbour office within {register_deadline} of your arrival. It is free."
    with_translation(folder, "ar", "arriving", short, "سجّل في مكتب الميناء. التسجيل مجاني.")
    after = build(folder)
    assert any("is not shown" in problem.what for problem in after.warnings)


def test_a_publish_keeps_the_files_of_earlier_releases_for_a_time(
    built: Built, changed_guide: MakeGuide, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    day = 24 * 60 * 60
    publish(built.release, folder, now=1_000 * day)
    text = (GUIDE / "content/money/fee.md").read_text(encoding="utf-8")
    changed = changed_guide({"content/money/fee.md": text.replace("a week", "a month")})
    later = build(changed).release
    publish(later, folder, now=1_010 * day)
    old = built.release.packs["en"].path.removeprefix("/")
    assert (folder / old).is_file()
    publish(later, folder, now=1_101 * day)
    assert not (folder / old).exists()
    assert [path.name for path in tmp_path.glob(".site.*.new")] == []


def test_the_published_folder_holds_every_page_for_a_static_host(
    built: Built, published: Path
) -> None:
    files = bytes_of(published)
    assert files == dict(site_files(built.release, ""))
    assert files["ar/money/fee/index.html"].startswith(b"<!doctype html>")
    assert b'"id":"/"' in files["ar/manifest.webmanifest"]


def test_languages_have_their_own_names_and_directions() -> None:
    found = {language.code: language for language in languages(["pt-BR", "ar", "zh-Hans", "uk"])}
    assert found["pt"].tag == "pt-BR"
    assert found["pt"].locale == "pt_BR"
    assert found["ar"].direction == "rtl"
    assert found["zh"].name == "中文"
    assert found["uk"].name == "Українська"
    both = [language.code for language in languages(["pt-BR", "pt-PT"])]
    assert both == ["pt-br", "pt-pt"]


COMPOSE_ALL = """
import { compose } from COMPOSE;
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
for (const path of process.argv.slice(1)) {
  const [header, ...pages] = readFileSync(path, 'utf8').trimEnd().split('\\n').map(JSON.parse);
  for (const page of pages) {
    const hash = createHash('sha256').update(compose(header.shell, page)).digest('hex');
    console.log(`${page.address} ${hash}`);
  }
}
"""


def test_every_page_of_the_shipped_guide_is_composed_alike_on_the_phone_and_here(
    tmp_path: Path,
) -> None:
    release = build(ROOT, address="https://guide.example.org").release
    paths = []
    for code, file in release.packs.items():
        (tmp_path / f"{code}.ndjson").write_bytes(file.body)
        paths.append(str(tmp_path / f"{code}.ndjson"))
    module = json.dumps((ROOT / "pwa" / "worker" / "compose.js").as_uri())
    node = shutil.which("node") or str(Path(sys.executable).with_name("node"))
    command = [node, "--input-type=module", "-e", COMPOSE_ALL.replace("COMPOSE", module), *paths]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    on_the_phone = dict(line.split(" ") for line in told.splitlines())
    here = {
        page.address: hashlib.sha256(compose(edition.shell, asdict(page))).hexdigest()
        for edition in release.editions
        for page in edition.pages
    }
    assert on_the_phone == here
    assert len(here) > 20 * len(release.editions)
