"""The shortest way to an answer gives the same as the longer one, and is the one that is taken."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_network
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from livret.direct import Direct
from livret.serve import Service
from livret.site import Site, load
from small_site import publish

PROXY = ("10.0.0.1", 5)
READER = ("192.0.2.7", 5)
PROXIES = (ip_network("10.0.0.0/8"),)
CODINGS = [
    None, "", "br", "gzip", "zstd", "identity", "gzip, deflate, br, zstd", "*;q=0", "br;q=0, *",
    "br;q=0.5,gzip;q=0.7", "é", "identity;q=0, deflate",
]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("site")
    publish(folder)
    found = load(folder)
    for resource in found.resources.values():
        resource.representations()
    return found


def scope(path: str, headers: list[tuple[str, str]], **more: Any) -> dict[str, Any]:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers]
    return {
        "type": "http", "method": "GET", "path": path, "query_string": b"", "root_path": "",
        "scheme": "http", "client": READER, "headers": raw, **more,
    }  # fmt: skip


def finish(work: Coroutine[Any, Any, None]) -> None:
    """Run something to its end; in a thread, for the browser's tests leave a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


def ask(app: Any, asked: dict[str, Any]) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    """Status, header fields in order of their names, body."""
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    finish(app({**asked}, receive, send))
    start, *bodies = sent
    return start["status"], sorted(start["headers"]), b"".join(each["body"] for each in bodies)


@pytest.fixture
def direct(site: Site) -> Direct:
    app = Service(Path(), site).app(PROXIES)
    assert isinstance(app, Direct)
    return app


def conditions(site: Site, path: str) -> Iterator[str | None]:
    tags = [each.etag for each in site.resources[path].representations()]
    yield from (None, "*", "", '"other"', f'"x", W/{tags[0]}', *tags)


def test_both_ways_give_the_same_answer(site: Site, direct: Direct) -> None:
    paths = ["/fr/", "/ar/health/lost/", "/release.json", "/sw.js", "/zh/manifest.webmanifest"]
    paths += [path for path in site.files if path.startswith(("/packs/fr", "/assets/"))]
    taken = 0
    for path in paths:
        for accepts, condition, (client, proto) in product(
            CODINGS,
            conditions(site, path),
            [(READER, None), (READER, "https"), (PROXY, "https"), (PROXY, "http"), (None, "https")],
        ):
            asked = {"accept-encoding": accepts, "if-none-match": condition}
            asked["x-forwarded-proto"] = proto
            given = [(name, value) for name, value in asked.items() if value is not None]
            request = scope(path, given, client=client)
            taken += direct.find(request) is not None
            for _ in range(2):  # put together, and found
                assert ask(direct, request) == ask(direct.app, request)
    assert taken > 2000


def test_news_are_found_at_once_too(site: Site, direct: Direct) -> None:
    query = site.release.encode()
    site.news[query].representations()
    request = scope("/release.json", [("accept-encoding", "br")], query_string=query)
    assert direct.find(request) is not None
    assert ask(direct, request) == ask(direct.app, request)
    assert ask(direct, request) != ask(direct, {**request, "query_string": b""})


@pytest.mark.parametrize(
    "request_",
    [
        scope("/fr/", [], method="HEAD"),
        scope("/fr/", [], method="POST"),
        scope("/fr/", [("accept-encoding", "br"), ("accept-encoding", "gzip")]),
        scope("/fr/", [("if-none-match", '"a"'), ("if-none-match", "*")]),
        scope("/fr/", [("accept-encoding", "*;q=0")]),
        scope("/fr", []),
        scope("/", []),
        scope("/nothing", []),
        scope("/health", []),
    ],
)
def test_what_is_uncommon_is_left_to_the_app(direct: Direct, request_: dict[str, Any]) -> None:
    assert direct.find(request_) is None
    assert ask(direct, request_) == ask(direct.app, request_)


def test_a_page_that_is_not_ready_is_left_to_the_app_until_it_is(tmp_path: Path) -> None:
    publish(tmp_path)
    direct = Service(tmp_path, load(tmp_path)).app()
    assert isinstance(direct, Direct)
    request = scope("/fr/health/lost/", [])
    assert direct.find(request) is None
    first = ask(direct, request)
    assert direct.find(request) is not None
    assert ask(direct, request) == first


def test_a_new_release_is_answered_from_the_moment_it_is_there(tmp_path: Path) -> None:
    publish(tmp_path, "Avant")
    service = Service(tmp_path, load(tmp_path))
    app = service.app()
    request = scope("/fr/health/lost/", [])
    assert b"Avant" in ask(app, request)[2]
    assert b"Avant" in ask(app, request)[2]
    publish(tmp_path, "Ensuite")
    finish(service.reload())
    assert b"Ensuite" in ask(app, request)[2]
