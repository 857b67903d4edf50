"""Who has the last pack gets of the next one what is new: compression dictionaries, RFC 9842."""

from __future__ import annotations

import base64
import hashlib
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import httpx
import pytest
import zstandard
from playwright.sync_api import Page

from example import GUIDE, Server
from livret.build import build
from livret.coded import ENDINGS, FILE, holds
from livret.dictionary import MAGIC, compress, named_by, pattern
from livret.publish import publish as publish_release
from livret.release import Release
from livret.resource import MEANWHILE, Resource
from small_site import Running, pack_of, publish, running
from visiting import assert_whole, check_now, kept_release, reload, until, visit
from way import way_to

ACCEPTS = "gzip, deflate, br, zstd, dcb, dcz"
BOTH = "Accept-Encoding, Available-Dictionary"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site")
    publish(path, "Ancien")  # an earlier release, whose files stay
    publish(path)
    return path


@pytest.fixture(scope="module")
def small(folder: Path) -> Iterator[Running]:
    with running(folder) as server:
        yield server


def earlier(folder: Path, code: str) -> bytes:
    """The pack of a language in the earlier release."""
    current = folder / pack_of(folder, code)[1:]
    return next(p for p in (folder / "packs").glob(f"{code}.*") if p != current).read_bytes()


def available(dictionary: bytes) -> str:
    return f":{base64.b64encode(hashlib.sha256(dictionary).digest()).decode()}:"


def ask(
    server: Running, path: str, accepts: str = ACCEPTS, **more: str
) -> tuple[httpx.Response, bytes]:
    """A response, and its body as it came over the wire."""
    headers = {"accept-encoding": accepts, **{k.replace("_", "-"): v for k, v in more.items()}}
    with httpx.stream("GET", server.url + path, headers=headers) as response:
        return response, b"".join(response.iter_raw())


def decoded(body: bytes, dictionary: bytes) -> bytes:
    """What RFC 9842 section 5 makes of a body."""
    assert body[:40] == bytes.fromhex("5e2a4d1820000000") + hashlib.sha256(dictionary).digest()
    data = zstandard.ZstdCompressionDict(dictionary, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    window = max(8 << 20, len(dictionary) * 5 // 4)
    return zstandard.ZstdDecompressor(dict_data=data, max_window_size=window).decompress(body[40:])


def test_who_has_the_last_pack_gets_what_is_new_of_the_next(small: Running, folder: Path) -> None:
    for code in ("fr", "ar"):
        path, last = pack_of(folder, code), earlier(folder, code)
        response, body = ask(small, path, available_dictionary=available(last))
        assert response.headers["content-encoding"] == "dcz"
        assert response.headers["content-length"] == str(len(body))
        assert response.headers["vary"] == BOTH
        assert response.headers["cache-control"] == "private, max-age=31536000, immutable"
        assert decoded(body, last) == (folder / path[1:]).read_bytes()
        whole, usual = ask(small, path)
        assert whole.headers["etag"] != response.headers["etag"]
        assert len(body) < len(usual) / 4


def test_the_pages_script_is_as_cheap(small: Running, folder: Path) -> None:
    one, other = sorted(folder.glob("assets/app.*.js"))
    response, body = ask(
        small, f"/assets/{one.name}", available_dictionary=available(other.read_bytes())
    )
    assert response.headers["content-encoding"] == "dcz"
    assert decoded(body, other.read_bytes()) == one.read_bytes()


def test_a_pack_says_what_it_can_be_a_dictionary_for(small: Running, folder: Path) -> None:
    response, _ = ask(small, pack_of(folder, "fr"))
    assert response.headers["use-as-dictionary"] == 'match="/packs/*.ndjson?fr"'
    assert response.headers["vary"] == BOTH
    assert response.headers["content-encoding"] in ("br", "gzip", "zstd")
    for path in ("/fr/", "/release.json", "/sw.js", "/nothing"):
        response, _ = ask(small, path, available_dictionary=available(earlier(folder, "fr")))
        assert "use-as-dictionary" not in response.headers
        assert "Available-Dictionary" not in response.headers["vary"]
        assert response.headers.get("content-encoding") != "dcz"


@pytest.mark.parametrize(
    "header",
    [
        "", ":", "::", ":AAAA:", "x", available(b"not published"), available(b"")[:-1],
        "é", f"{available(b'')}, {available(b'')}", '"' + "a" * 43 + '="',
    ],
)  # fmt: skip
def test_a_dictionary_that_is_not_there_is_passed_over(
    small: Running, folder: Path, header: str
) -> None:
    headers = {b"accept-encoding": ACCEPTS.encode(), b"available-dictionary": header.encode()}
    response = httpx.get(small.url + pack_of(folder, "fr"), headers=headers)  # type: ignore[arg-type]
    assert response.status_code == 200
    assert response.headers["content-encoding"] in ("br", "gzip", "zstd")


def test_who_has_a_pack_gets_of_another_language_what_is_not_alike(
    small: Running, folder: Path
) -> None:
    path, other = pack_of(folder, "fr"), (folder / pack_of(folder, "ar")[1:]).read_bytes()
    response, body = ask(small, f"{path}?ar", available_dictionary=available(other))
    assert response.headers["content-encoding"] == "dcz"
    assert response.headers["use-as-dictionary"] == 'match="/packs/*.ndjson?fr"'
    assert decoded(body, other) == (folder / path[1:]).read_bytes()
    assert len(body) < len(ask(small, path)[1])


def test_no_pack_is_compressed_with_one_of_another_language_and_release(
    small: Running, folder: Path
) -> None:
    response, _ = ask(
        small, pack_of(folder, "fr"), available_dictionary=available(earlier(folder, "ar"))
    )
    assert response.headers["content-encoding"] in ("br", "gzip", "zstd")


def test_a_query_changes_nothing_for_who_has_no_pack(small: Running, folder: Path) -> None:
    path = pack_of(folder, "fr")
    assert ask(small, f"{path}?ar")[1] == ask(small, path)[1]


@pytest.mark.parametrize("accepts", ["br", "gzip, br;q=0.5", "dcz;q=0, br", ""])
def test_who_does_not_accept_the_coding_does_not_get_it(
    small: Running, folder: Path, accepts: str
) -> None:
    response, _ = ask(
        small,
        pack_of(folder, "fr"),
        accepts,
        available_dictionary=available(earlier(folder, "fr")),
    )
    assert response.status_code == 200
    assert response.headers.get("content-encoding") != "dcz"


def test_after_a_reload_the_pack_until_now_is_a_dictionary_for_the_next(tmp_path: Path) -> None:
    publish(tmp_path, "Un")
    with running(tmp_path) as server:
        last = (tmp_path / pack_of(tmp_path, "zh")[1:]).read_bytes()
        assert ask(server, pack_of(tmp_path, "zh"))[0].status_code == 200
        release = publish(tmp_path, "Deux")
        server.signal(signal.SIGHUP)
        server.wait_for(f"reloaded.*{release}")
        path = pack_of(tmp_path, "zh")
        response, body = ask(server, path, available_dictionary=available(last))
        assert response.headers["content-encoding"] == "dcz"
        assert decoded(body, last) == (tmp_path / path[1:]).read_bytes()
        way_back = hashlib.sha256(last).hexdigest()[:16]
        new = (tmp_path / path[1:]).read_bytes()
        response, body = ask(
            server, f"/packs/zh.{way_back}.ndjson", available_dictionary=available(new)
        )
        assert decoded(body, new) == last


def test_a_window_is_as_large_as_the_client_has_to_have_it() -> None:
    for size in (0, 1 << 20, 9 << 20):
        dictionary = hashlib.shake_128(b"dictionary").digest(size)
        body = compress(dictionary + b"new", dictionary)
        assert body.startswith(MAGIC)
        assert decoded(body, dictionary) == dictionary + b"new"


def test_a_pattern_is_for_files_that_follow_each_other() -> None:
    assert pattern("/packs/pt.0123456789abcdef.ndjson") == "/packs/*.ndjson?pt"
    assert pattern("/assets/search.0123456789abcdef.js") == "/assets/search.*.js"
    assert pattern("/assets/app.0123456789abcdef.js") == "/assets/*.js"
    assert pattern("/assets/icon-512.0123456789abcdef.png") is None
    assert pattern("/fr/") is None
    assert named_by(available(b"x")) == hashlib.sha256(b"x").digest()


# --- In a browser ---

FEE = "content/money/fee.md"
SENTENCE = "People who stay less than a week do not pay."


def publish_without_patches(release: Release, server: Server) -> str:
    """Publish as for phones whose release is too old for a patch to lead from it; gives its id."""
    publish_release(release, server.folder)
    for place in server.folder.glob("packs/*-*.json"):
        place.unlink()
    reload(server, release.id)
    return release.id


def test_a_changed_sentence_costs_a_phone_less_than_a_kilobyte_for_each_pack(
    page: Page, server: Server, changed_guide: Callable[..., Path]
) -> None:
    text = (GUIDE / FEE).read_text(encoding="utf-8")
    guide = changed_guide({FEE: text.replace(SENTENCE, f"{SENTENCE} Keep the receipt.")})
    with way_to(server.port) as way:
        visit(page, way.origin)
        way.carried.clear()
        release = publish_without_patches(build(guide).release, server)
        check_now(page)
        until(page, lambda: kept_release(page) == release, "the newer release is kept")
        assert_whole(page)
    packs = [carried for carried in way.carried if ".ndjson?" in carried[0]]
    assert packs
    assert {coding for _, coding, _ in packs} == {"dcz"}
    assert max(length for _, _, length in packs) <= 1000


def test_on_a_first_visit_the_other_languages_cost_what_is_their_own(
    page: Page, server: Server
) -> None:
    with way_to(server.port) as way:
        visit(page, way.origin)
        assert_whole(page)
    packs = {path: coding for path, coding, _ in way.carried if ".ndjson" in path}
    assert [path for path, coding in packs.items() if coding != "dcz"] == [
        path for path in packs if "/en." in path
    ]
    assert len(packs) >= 3


def test_nobody_waits_for_the_smallest_form_of_a_file() -> None:
    body, dictionary = b"All is well. " * 2000, b"All was well. " * 2000
    resource = Resource("text/plain", "no-cache", lambda: body, effort=FILE, meanwhile=MEANWHILE)
    # Somebody else is at it, for as long as it takes.
    with ThreadPoolExecutor(1) as reader, resource._making:
        asked = reader.submit(lambda: (resource.at_once(), resource.difference_at_once(dictionary)))
        wait([asked], timeout=20)
        assert asked.done()
    made, difference = asked.result()
    quick = {each.coding: each for each in made}
    assert not resource.ready
    assert set(quick) == {"br", "gzip", "zstd", "identity"}
    assert all(holds(quick[coding].body, coding, body) for coding in ENDINGS)
    assert decoded(difference.body, dictionary) == body
    best = resource.representations()
    assert resource.at_once() is best
    assert resource.difference_at_once(dictionary) is difference
    assert resource.difference(dictionary) is resource.difference_at_once(dictionary)
