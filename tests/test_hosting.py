"""Static hosts are told what the service says: each host that can be run here, and the files."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx
import pytest

from example import Server
from livret.build import Built
from livret.command import main
from livret.publish import publish
from web_servers import Configure, apache2, caddy, nginx, running, site_of

ORIGIN = "https://guide.example.org"
# What the service says of an answer beside its body and how it was compressed.
SAID = (
    "cache-control", "content-language", "content-security-policy", "cross-origin-opener-policy",
    "cross-origin-resource-policy", "permissions-policy", "referrer-policy",
    "x-content-type-options",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example guide as it is uploaded, with the documents that need an address."""
    folder = tmp_path_factory.mktemp("hosted") / "site"
    publish(built.release, folder, ORIGIN)
    return folder


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[Server]:
    running = Server(folder)
    running.start()
    yield running
    running.stop()


def addresses(folder: Path) -> list[str]:
    """One address of each kind, and every page of one language."""
    listing = json.loads((folder / "release.json").read_bytes())
    files = [file["path"] for file in listing["files"]]
    pages = [
        "/" + path.parent.relative_to(folder).as_posix() + "/"
        for path in sorted((folder / "ar").rglob("index.html"))
    ]
    assert len(pages) > 10
    own = ["/release.json", "/sw.js", "/sitemap.xml", "/robots.txt", "/en/", "/fr/"]
    return [*files, *pages, *own, "/ar/manifest.webmanifest", "/ar/changes.atom"]


def said(response: httpx.Response) -> dict[str, str]:
    return {name: response.headers[name] for name in SAID if name in response.headers}


HOSTS: Mapping[str, tuple[Configure, str]] = {
    "nginx": (nginx, "static/nginx.conf"),
    "caddy": (caddy, "static/Caddyfile"),
    "apache": (apache2, "static/apache.conf"),
}


@pytest.fixture(params=HOSTS)
def host(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> Iterator[str]:
    """The origin of a web server that serves the folder by itself, as deploy/static/ has it."""
    configure, name = HOSTS[request.param]
    # The web server may run as another user, who cannot look into a test's folder.
    with tempfile.TemporaryDirectory() as place:
        os.chmod(place, 0o755)
        shutil.copytree(folder, f"{place}/site")
        site = site_of(name, {"/srv/guide/site": f"{place}/site"})
        with running(configure, site, tmp_path) as origin:
            yield origin


def test_a_folder_on_a_documented_host_is_found_whole(
    host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["verify", host])
    assert status == 0, capsys.readouterr().err


def test_a_documented_host_says_of_each_address_what_the_service_says(
    host: str, service: Server, folder: Path
) -> None:
    for address in addresses(folder):
        ours = httpx.get(service.origin + address)
        theirs = httpx.get(host + address)
        assert (ours.status_code, theirs.status_code) == (200, 200), address
        assert (
            theirs.content == ours.content
            or address in ("/sitemap.xml", "/robots.txt")
            or (address.endswith(".atom"))
        ), address
        # What it says more does no harm: the policy of the pages with a feed beside them.
        assert said(theirs).items() >= said(ours).items(), address
        types = {each.headers["content-type"].partition(";")[0] for each in (ours, theirs)}
        assert len(types) == 1 or address.endswith((".ndjson", ".xml")), address


@pytest.mark.parametrize(
    ("address", "accepted", "to"),
    [
        ("/", "fr-FR,fr;q=0.9,en;q=0.5", "/fr/"),
        ("/", "AR", "/ar/"),
        ("/", "frisian", "/en/"),
        ("/", "de,fr;q=0.5", "/en/"),
        ("/go/health/lost", "ar", "/ar/health/lost/"),
        ("/go/health/lost/", "ar", "/ar/health/lost/"),
        ("/go/health/lost", "", "/en/health/lost/"),
    ],
)
def test_a_documented_host_leads_readers_to_the_language_that_they_name_first(
    host: str, address: str, accepted: str, to: str
) -> None:
    response = httpx.get(host + address, headers={"accept-language": accepted})
    assert httpx.URL(response.headers["location"]).path == to
    assert response.headers["cache-control"] == "no-store"
    assert "Accept-Language" in response.headers["vary"]


def test_a_documented_host_shows_nobody_what_it_is_told(host: str) -> None:
    for address in ("/_headers", "/_redirects", "/.hosting/nginx.conf", "/.htaccess"):
        assert httpx.get(host + address).status_code in (403, 404), address


# --- Netlify and Cloudflare Pages ---


def rules(folder: Path) -> list[tuple[str, dict[str, str]]]:
    """The rules of _headers: pattern and fields."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in (folder / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            found.append((line, {}))
        elif line:
            name, colon, value = line.partition(": ")
            assert colon
            assert line.startswith("  ")
            found[-1][1][name.strip().lower()] = value
    return found


def test_the_headers_file_says_of_each_address_what_the_service_says(
    service: Server, folder: Path
) -> None:
    for address in addresses(folder):
        told: dict[str, str] = {}
        for pattern, fields in rules(folder):
            if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), address):
                # A field that two rules name would be sent with both values.
                assert not told.keys() & fields.keys(), (address, pattern)
                told |= fields
        assert told.items() >= said(httpx.get(service.origin + address)).items(), address


def test_the_headers_file_keeps_within_what_hosts_take(folder: Path) -> None:
    # https://developers.cloudflare.com/pages/configuration/headers/
    assert len(rules(folder)) <= 100
    assert max(map(len, (folder / "_headers").read_text().splitlines())) <= 2000
    assert all(pattern.count("*") <= 1 for pattern, _ in rules(folder))


def test_the_redirects_file_ends_with_the_language_of_the_guide_for_whoever_is_left(
    folder: Path,
) -> None:
    lines = (folder / "_redirects").read_text(encoding="utf-8").splitlines()
    home = [line.split() for line in lines if line.startswith("/ ")]
    assert [line[3:] for line in home] == [["Language=fr"], ["Language=ar"], []]
    assert home[-1] == ["/", "/en/", "302"]
    go = [line.split() for line in lines if line.startswith("/go/* ")]
    assert go[-1] == ["/go/*", "/en/:splat", "302"]
    # Cloudflare Pages takes a folder without this one for an application of a single page.
    assert (folder / "404.html").read_bytes() == (folder / "en/404.html").read_bytes()
    for line in lines:
        for place in re.findall(r"/[a-z]+/404\.html", line):
            assert (folder / place.removeprefix("/")).is_file()
