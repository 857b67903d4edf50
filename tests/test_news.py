"""News: what leads from a phone's release to the one that is served, at the list's own address."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from example import GUIDE
from livret.build import Built, build
from livret.canonical import canonical_json, hashed_name, sha256
from livret.news import told_to_all
from livret.patch import patch_path
from livret.publish import publish
from small_site import running
from test_serve import raw

FEE = "content/money/fee.md"
# What a phone adds to the id that keeps some languages, and one that keeps all.
MORE = ("", "&all")


def made(old: bytes, parts: list[Any]) -> bytes:
    """What the parts of a patch make out of what was."""
    found, place = b"", 0
    for part in parts:
        if isinstance(part, str):
            found += part.encode()
        elif isinstance(part, list):
            found += old[part[0] : sum(part)]
        else:
            found += old[place : place + part] if part > 0 else b""
            place += abs(part)
    return found + old[place:]


def content_of(listing: dict[str, Any]) -> bytes:
    """A list without its id, as it is hashed."""
    return canonical_json({key: part for key, part in listing.items() if key != "id"}).encode()


@pytest.fixture
def newer_release(changed_guide: Callable[..., Path]) -> Built:
    return build(changed_guide({FEE: (GUIDE / FEE).read_text(encoding="utf-8") + "\nNews.\n"}))


@pytest.fixture
def published(tmp_path: Path, built: Built, newer_release: Built) -> Path:
    """A folder where one release has followed another."""
    publish(built.release, tmp_path / "site")
    publish(newer_release.release, tmp_path / "site")
    return tmp_path / "site"


@contextmanager
def served(folder: Path) -> Iterator[httpx.Client]:
    with running(folder) as server, httpx.Client(base_url=server.url) as client:
        yield client


@pytest.fixture
def client(published: Path) -> Iterator[httpx.Client]:
    with served(published) as asking:
        yield asking


def test_news_make_the_new_list_and_hold_the_patch(
    client: httpx.Client, published: Path, built: Built, newer_release: Built
) -> None:
    old, new = built.release, newer_release.release
    news = client.get(f"/release.json?{old.id}").json()
    assert made(old.listing, news["list"]) == new.listing
    assert news["size"] == len(new.listing)
    patch = json.loads((published / patch_path(old.id, new.id)[1:]).read_bytes())
    assert (news["packs"], news["schema"]) == (patch["packs"], patch["schema"])


def test_old_phones_are_told_by_parts_that_they_know(client: httpx.Client, built: Built) -> None:
    """One that counts all of the old, and knows of no copies from elsewhere."""
    old = {code: len(file.body) for code, file in built.release.packs.items()}
    news = client.get(f"/release.json?{built.release.id}").json()
    told = [(len(built.release.listing), news["list"])]
    told += [(old[code], parts) for code, parts in news["packs"].items()]
    for size, parts in told:
        assert all(isinstance(part, int | str) for part in parts)
        assert sum(abs(part) for part in parts if isinstance(part, int)) == size


def test_a_phone_with_all_languages_sees_from_the_packs_what_the_list_says_of_them(
    client: httpx.Client, built: Built, newer_release: Built
) -> None:
    old, new = built.release, newer_release.release
    answer = client.get(f"/release.json?{old.id}&all")
    news = answer.json()
    assert news["schema"] == 2
    assert sorted(news["packs"]) == ["ar", "en", "fr"]
    listing = json.loads(old.listing)
    for language in listing["languages"]:
        code = language["code"]
        pack = made(old.packs[code].body, news["packs"][code])
        assert pack == new.packs[code].body
        [file] = (file for file in listing["files"] if file["path"] == language["pack"])
        told = {"path": f"/packs/{hashed_name(f'{code}.ndjson', pack)}", "size": len(pack)}
        file |= {**told, "sha256": sha256(pack)}
        language |= {"pack": told["path"], "size": told["size"]}
        assert file["sha256"][:16] not in answer.text
    content = made(content_of(listing), news["list"])
    assert content == content_of(json.loads(new.listing))
    assert news["list"] == [], "sizes on the way are in thousands, and nothing else is new"
    assert any(isinstance(part, list) for part in news["packs"]["ar"]), "a copied notice"
    assert news["sha256"] == sha256(content)
    assert news["sha256"].startswith(new.id)


def test_the_lists_own_changes_are_told_to_a_phone_with_all_languages(
    built: Built, newer_release: Built
) -> None:
    """Another script, another name: what does not follow from the packs."""
    listing = json.loads(newer_release.release.listing)
    script = next(file for file in listing["files"] if file["path"].endswith(".js"))
    was = json.loads(built.release.listing)
    was["name"] = "A former name"
    was["files"] = [file for file in was["files"] if file["path"] != script["path"]]
    news = json.loads(told_to_all(was, newer_release.release.listing, {}, {}))
    content = made(content_of(was), news["list"])
    assert content == content_of(listing)
    assert (news["packs"], news["sha256"]) == ({}, sha256(content))


@pytest.mark.parametrize("more", ["", "&all"])
def test_news_from_the_release_itself_are_none(
    client: httpx.Client, newer_release: Built, more: str
) -> None:
    new = newer_release.release
    answer = client.get(f"/release.json?{new.id}{more}")
    assert made(new.listing, answer.json()["list"]) == new.listing
    assert answer.json()["packs"] == {}


@pytest.mark.parametrize(
    "query",
    [
        "", "?", "?0123456789abcdef", "?0123456789abcdef&all", "?x=1", "?%00", "?a&b", "?&all",
        "?OLD&al", "?OLD&all&all", "?OLD&ALL", "?OLD&",
    ],
)  # fmt: skip
def test_the_list_is_given_to_everybody_else(
    client: httpx.Client, built: Built, newer_release: Built, query: str
) -> None:
    answer = client.get(f"/release.json{query.replace('OLD', built.release.id)}")
    assert answer.content == newer_release.release.listing


def test_no_other_address_has_news(client: httpx.Client, built: Built) -> None:
    plain = client.get("/en/")
    for more in ("", "&all"):
        assert client.get(f"/en/?{built.release.id}{more}").content == plain.content


def test_where_no_patch_leads_from_a_release_its_phones_are_given_the_list(
    published: Path, built: Built, newer_release: Built
) -> None:
    patch = published / patch_path(built.release.id, newer_release.release.id)[1:]
    patch.write_text("cut sho", encoding="utf-8")
    for _ in range(2):  # damaged, and gone
        with served(published) as client:
            answers = [client.get(f"/release.json?{built.release.id}{more}") for more in MORE]
        assert {answer.content for answer in answers} == {newer_release.release.listing}
        patch.unlink(missing_ok=True)


def test_where_an_old_pack_is_gone_a_phone_with_all_languages_is_given_the_list(
    published: Path, built: Built, newer_release: Built
) -> None:
    (published / built.release.packs["fr"].path[1:]).unlink()
    with served(published) as client:
        answer = client.get(f"/release.json?{built.release.id}&all")
        assert answer.content == newer_release.release.listing
        assert client.get(f"/release.json?{built.release.id}").json()["schema"] == 1


@pytest.mark.parametrize("more", MORE)
def test_news_are_answered_in_few_words_and_kept_by_nobody(
    client: httpx.Client, built: Built, more: str
) -> None:
    """Without what is said of documents, and what would help to ask again."""
    address = f"/release.json?{built.release.id}{more}"
    answer = client.get(address, headers={"accept-encoding": "br"})
    assert {**answer.headers, "date": "", "content-length": ""} == {
        "content-type": "application/json",
        "cache-control": "no-store",
        "vary": "Accept-Encoding",
        "content-encoding": "br",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "date": "",
        "content-length": "",
    }
    assert client.head(address).headers["content-type"] == "application/json"
    assert client.get("/release.json").headers["cache-control"] == "no-cache"


def test_a_changed_sentence_costs_less_than_a_kilobyte_with_all_headers(
    published: Path, built: Built
) -> None:
    asked = f"GET /release.json?{built.release.id}&all HTTP/1.1\r\nhost: x\r\n"
    with running(published) as server:
        answer = raw(server, f"{asked}accept-encoding: br\r\nconnection: close\r\n\r\n".encode())
    assert b"content-encoding: br" in answer
    assert len(answer) < 600
