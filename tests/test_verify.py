"""`livret verify` finds a deploy whole, and names each thing that is wrong with one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from example import Server
from livret.command import main
from livret.verify import Report, verify

Change = Callable[[httpx.Request, httpx.Response], httpx.Response]


class OnTheWay(httpx.AsyncHTTPTransport):
    """The network, with something between that changes answers."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        self.change = change

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await super().handle_async_request(request)
        await response.aread()
        headers = [
            (name, value)
            for name, value in response.headers.items()
            if name not in ("content-encoding", "content-length")
        ]
        plain = httpx.Response(response.status_code, headers=headers, content=response.content)
        return self.change(request, plain)


def verified(server: Server, change: Change) -> Report:
    return asyncio.run(verify(server.origin, OnTheWay(change)))


def without(name: str) -> Change:
    def change(_: httpx.Request, response: httpx.Response) -> httpx.Response:
        response.headers.pop(name, None)
        return response

    return change


def instead(path: str, status: int, text: str) -> Change:
    """Another answer for the addresses that begin so."""

    def change(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if not request.url.path.startswith(path):
            return response
        return httpx.Response(status, html=text)

    return change


def test_a_running_service_is_found_whole(
    shared_server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", shared_server.origin]) == 0
    assert "serves release" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "address", "told"),
    [
        (instead("/packs/ar", 200, "sign in"), "/packs/ar", "its bytes are not those"),
        (instead("/assets/app.0000", 200, "home"), "/assets/app.0000", "status 200 and not 404"),
        (instead("/ar/no/", 200, "home"), "/ar/no/such/page/", "status 200 and not 404"),
        (instead("/fr/", 200, "sign in"), "/fr/", "no page of the guide in the language 'fr'"),
        (instead("/sw.js", 404, "gone"), "/sw.js", "status 404 and not 200"),
        (instead("/release.json", 200, "{}"), "/release.json", "has no 'schema'"),
        (without("content-security-policy"), "/en/", "content-security-policy is ''"),
        (without("x-content-type-options"), "/en/", "x-content-type-options is missing"),
        (without("cache-control"), "/sw.js", "cache-control is ''"),
        (without("cache-control"), "/packs/en", "cache-control is ''"),
        (without("content-type"), "/ar/manifest.webmanifest", "content-type is ''"),
        (without("etag"), "/en/", "it has no etag"),
        (without("vary"), "/", "vary does not name Accept-Language"),
        (without("location"), "/", "a reader of 'fr' is led to /"),
    ],
)
def test_what_is_wrong_is_named_with_its_address_and_a_remedy(
    shared_server: Server, change: Change, address: str, told: str
) -> None:
    problems = verified(shared_server, change).problems
    found = [line for line in problems if line.startswith(address) and told in line]
    assert found, problems
    assert all("; " in line for line in problems)


def to_one_language(request: httpx.Request, response: httpx.Response) -> httpx.Response:
    if request.url.path == "/":
        response.headers["location"] = "/en/"
        response.headers.pop("vary")
    return response


def page_at_the_root(request: httpx.Request, response: httpx.Response) -> httpx.Response:
    if request.url.path == "/":
        return httpx.Response(200, html='<html lang="en" data-code="en">')
    return response


@pytest.mark.parametrize(
    ("change", "note"),
    [
        (to_one_language, "all readers are led to /en/"),
        (page_at_the_root, "a page in one language"),
    ],
)
def test_a_host_that_cannot_choose_a_language_is_told_and_not_failed_where_that_is_said(
    shared_server: Server, change: Change, note: str
) -> None:
    report = asyncio.run(verify(shared_server.origin, OnTheWay(change), static=True))
    assert report.problems == []
    assert [line for line in report.notes if line.startswith(f"/: {note}")]
    (problem,) = verified(shared_server, change).problems
    assert problem.startswith("/: ")


# --- A folder ---


def test_a_published_folder_is_found_whole(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(published)]) == 0
    told = capsys.readouterr().out
    assert "holds release" in told
    files = [path for path in published.rglob("*") if path.is_file()]
    # The list beside the packs is for patches, and nobody asks for it.
    assert f"whole: {len(files) - 1} files" in told


@pytest.mark.parametrize(
    "name",
    [
        "ar/index.html", "fr/404.html", "404.html", "en/manifest.webmanifest", "_headers",
        ".hosting/nginx.conf", "ar/.htaccess", "release.json", "sw.js",
    ],
)  # fmt: skip
def test_a_file_of_a_folder_that_is_missing_or_changed_is_named(
    site: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    body = (site / name).read_bytes()
    (site / name).unlink()
    assert main(["verify", str(site)]) == 1
    assert name in capsys.readouterr().err
    if name != "sw.js":  # nothing says which bytes it has
        (site / name).write_bytes(body[:-9])
        assert main(["verify", str(site)]) == 1
        assert name in capsys.readouterr().err


def test_a_pack_of_a_folder_that_was_cut_short_is_named(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pack,) = (site / "packs").glob("ar.*")
    pack.write_bytes(pack.read_bytes()[:-1])
    assert main(["verify", str(site)]) == 1
    assert pack.name in capsys.readouterr().err


def test_all_problems_are_told_together_with_status_1(
    gone: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", gone.origin]) == 1
    told = capsys.readouterr().err
    assert "/release.json: no answer" in told
    assert told.endswith("1 problem\n")


@pytest.fixture
def gone(server: Server) -> Server:
    server.stop()
    return server


def test_an_address_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "guide.example.org/fr"]) == 2
    assert "give https://" in capsys.readouterr().err
