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
from livret.patch import patch_path
from livret.publish import publish
from small_site import running

FEE = "content/money/fee.md"


def made(old: bytes, parts: list[Any]) -> bytes:
    """What the parts of a patch make out of what was."""
    found, place = b"", 0
    for part in parts:
        if isinstance(part, str):
            found += part.encode()
        else:
            found += old[place : place + part] if part > 0 else b""
            place += abs(part)
    assert place == len(old)
    return found


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


def test_news_from_the_release_itself_are_none(client: httpx.Client, newer_release: Built) -> None:
    new = newer_release.release
    answer = client.get(f"/release.json?{new.id}")
    assert made(new.listing, answer.json()["list"]) == new.listing
    assert answer.json()["packs"] == {}


@pytest.mark.parametrize("query", ["", "?", "?0123456789abcdef", "?x=1", "?%00", "?a&b"])
def test_the_list_is_given_to_everybody_else(
    client: httpx.Client, newer_release: Built, query: str
) -> None:
    answer = client.get(f"/release.json{query}")
    assert answer.content == newer_release.release.listing


def test_no_other_address_has_news(client: httpx.Client, built: Built) -> None:
    plain = client.get("/en/")
    assert client.get(f"/en/?{built.release.id}").content == plain.content


def test_where_no_patch_leads_from_a_release_its_phones_are_given_the_list(
    published: Path, built: Built, newer_release: Built
) -> None:
    patch = published / patch_path(built.release.id, newer_release.release.id)[1:]
    patch.write_text("cut sho", encoding="utf-8")
    for _ in range(2):  # damaged, and gone
        with served(published) as client:
            answer = client.get(f"/release.json?{built.release.id}")
        assert answer.content == newer_release.release.listing
        patch.unlink(missing_ok=True)


def test_news_are_answered_as_any_file(client: httpx.Client, built: Built) -> None:
    address = f"/release.json?{built.release.id}"
    whole = client.get(address, headers={"accept-encoding": "br"})
    assert whole.headers["content-type"] == "application/json"
    assert whole.headers["cache-control"] == "no-cache"
    assert client.head(address).headers["etag"] == client.get(address).headers["etag"]
    known = {"if-none-match": whole.headers["etag"], "accept-encoding": "br"}
    assert client.get(address, headers=known).status_code == 304
    assert client.get("/release.json").headers["etag"] != whole.headers["etag"]
