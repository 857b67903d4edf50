"""`livret verify` finds a deploy whole, and names each thing that is wrong with one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

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


def test_a_host_that_leads_everybody_to_one_language_is_no_problem(shared_server: Server) -> None:
    def change(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.url.path == "/":
            response.headers["location"] = "/en/"
            response.headers.pop("vary")
        return response

    assert verified(shared_server, change).problems == []


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
