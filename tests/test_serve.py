"""What the HTTP service answers: a real server process on a small published folder."""

from __future__ import annotations

import gzip
import json
import re
import signal
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import httpx
import pytest
import zstandard

from livret.canonical import canonical_json, sha256
from livret.compose import compose
from small_site import CSP, WORKER, Running, pack_of, publish, release_of, replace_pack, running

FOREVER = "public, max-age=31536000, immutable"
DECODERS: dict[str | None, Callable[[bytes], bytes]] = {
    None: bytes,
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "zstd": zstandard.ZstdDecompressor().decompress,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site")
    publish(path, "Ancien")  # an earlier release, whose hashed files stay
    publish(path)
    return path


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Running]:
    with running(folder) as server:
        yield server


@pytest.fixture(scope="module")
def client(server: Running) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, headers={"accept-encoding": "identity"}) as client:
        yield client


def raw(server: Running, request: bytes) -> bytes:
    """The bytes that come back for the bytes of a request, until the server closes."""
    with socket.create_connection(server.address, timeout=20) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def wire(client: httpx.Client, path: str, accepts: str) -> tuple[httpx.Response, bytes]:
    """A response with its body as it came over the wire."""
    with client.stream("GET", path, headers={"accept-encoding": accepts}) as response:
        return response, b"".join(response.iter_raw())


# --- Languages ---


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("zh-CN,en;q=0.5", "/zh/"),
        ("pt-PT", "/pt/"),
        ("ar-MA", "/ar/"),
        ("de", "/fr/"),
        ("", "/fr/"),
    ],
)
def test_the_root_leads_to_the_readers_language(
    client: httpx.Client, asked: str, address: str
) -> None:
    response = client.get("/", headers={"accept-language": asked})
    assert response.status_code == 307
    assert response.headers["location"] == address
    assert response.headers["vary"] == "Accept-Language"
    assert response.headers["cache-control"] == "no-store"


def test_a_link_without_a_language_opens_in_the_readers(client: httpx.Client) -> None:
    for path in ("/go/health/lost", "/go/health/lost/"):
        response = client.get(path + "?from=poster", headers={"accept-language": "zh-SG"})
        assert response.status_code == 307
        assert response.headers["location"] == "/zh/health/lost/?from=poster"
        assert response.headers["vary"] == "Accept-Language"
        assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/go/health/nothing", "/go/health/nothing/", "/go//evil.example", "/go/404.html"]
)
def test_a_link_without_a_language_to_nowhere_is_not_found(client: httpx.Client, path: str) -> None:
    response = client.get(path, headers={"accept-language": "ar"})
    assert response.status_code == 404
    assert "<h1>404 ar</h1>" in response.text
    assert response.headers["vary"] == "Accept-Encoding, Accept-Language"


# --- Pages ---


def test_a_page_is_what_compose_makes_of_its_line_in_the_pack(
    client: httpx.Client, folder: Path
) -> None:
    header, *pages = map(json.loads, (folder / pack_of(folder, "pt")[1:]).read_bytes().splitlines())
    served = [page for page in pages if not page["address"].endswith("404.html")]
    assert len(served) == 4
    for page in served:
        response = client.get(page["address"])
        assert response.status_code == 200
        assert response.content == compose(header["shell"], page)
        assert response.headers["content-type"] == "text/html; charset=utf-8"
        assert response.headers["content-language"] == "pt-BR"
        assert response.headers["cache-control"] == "no-cache"
        assert response.headers["vary"] == "Accept-Encoding"
        assert response.headers["content-security-policy"] == CSP
    assert "About &#34;Início&#34;" not in response.text
    assert 'content="About &#34;Chercher&#34; &amp; more"' in response.text
    assert '<a href="/fr/search/">' in response.text


def test_a_page_without_its_last_slash_is_told_where_it_is(client: httpx.Client) -> None:
    response = client.get("/fr/search?q=carte%20vitale&x=%22é")
    assert response.status_code == 308
    assert response.headers["location"] == "/fr/search/?q=carte%20vitale&x=%22%C3%A9"
    assert client.get("/zh").headers["location"] == "/zh/"


@pytest.mark.parametrize(
    "target",
    [
        b"//evil.example", b"//evil.example/fr", b"//evil.example/%2e%2e", b"/\\evil.example/fr",
        b"/%2f/evil.example", b"/fr//health", b"///fr", b"/fr/..//evil.example", b"/%5cevil",
        b"http://evil.example/fr/nothing", b"//fr/health", b"/go/../fr",
        b"/go/%2e%2e//evil.example", b"/fr%0d%0aX-Evil:%201",
    ],
)  # fmt: skip
def test_no_address_leads_out_of_the_site(server: Running, target: bytes) -> None:
    for method in (b"GET", b"HEAD"):
        request = method + b" %b HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
        response = raw(server, request % target)
        assert response.startswith(b"HTTP/1.1 404 "), response
        assert b"\r\nlocation:" not in response
        assert b"X-Evil" not in response


@pytest.mark.parametrize(
    ("path", "asked", "language", "vary"),
    [
        ("/ar/health/nothing/", "zh", "ar", "Accept-Encoding"),
        ("/PT/Health/", "zh", "pt-BR", "Accept-Encoding"),
        ("/fr/404.html", "zh", "fr", "Accept-Encoding"),
        ("/nothing", "zh-CN", "zh-Hans", "Accept-Encoding, Accept-Language"),
        ("/favicon.ico", "", "fr", "Accept-Encoding, Accept-Language"),
        ("/frx/", "ar", "ar", "Accept-Encoding, Accept-Language"),
    ],
)
def test_an_unknown_address_is_a_404_page_in_the_language_of_its_path_or_of_the_reader(
    client: httpx.Client, path: str, asked: str, language: str, vary: str
) -> None:
    response = client.get(path, headers={"accept-language": asked})
    assert response.status_code == 404
    assert f"<h1>404 {language}</h1>" in response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["content-language"] == language
    assert response.headers["content-security-policy"] == CSP
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["vary"] == vary
    assert "etag" not in response.headers


# --- Files ---


@pytest.mark.parametrize(
    "path",
    ["/packs/fr.0123456789abcdef.ndjson", "/assets/app.0123456789abcdef.js", "/packs/", "/assets/"],
)
def test_a_missing_file_of_a_release_is_plain_text_that_nothing_keeps(
    client: httpx.Client, path: str
) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.headers["cache-control"] == "no-store"


def test_the_files_of_a_release_are_as_named_and_may_be_kept_for_good(
    client: httpx.Client, folder: Path
) -> None:
    for file in release_of(folder)["files"]:
        response = client.get(file["path"])
        assert response.status_code == 200
        assert sha256(response.content) == file["sha256"]
        assert response.headers["content-type"] == file["type"]
        assert response.headers["cache-control"] == FOREVER


def test_files_of_earlier_releases_are_still_served(client: httpx.Client, folder: Path) -> None:
    named = {file["path"] for file in release_of(folder)["files"]}
    there = {f"/{place.relative_to(folder)}" for place in folder.glob("*/*.*")}
    assert len(there - named) == 5
    for path in there - named:
        response = client.get(path)
        assert response.status_code == 200
        assert response.content == (folder / path[1:]).read_bytes()
        assert response.headers["cache-control"] == FOREVER
        assert response.headers["content-type"].endswith("; charset=utf-8")


def test_the_release_and_the_worker_are_asked_for_again_each_time(
    client: httpx.Client, folder: Path
) -> None:
    release = client.get("/release.json")
    assert release.content == (folder / "release.json").read_bytes()
    assert release.headers["content-type"] == "application/json"
    worker = client.get("/sw.js")
    assert worker.content == WORKER
    assert worker.headers["content-type"] == "text/javascript; charset=utf-8"
    for response in (release, worker):
        assert response.headers["cache-control"] == "no-cache"
        assert re.fullmatch(r'"[0-9a-f]{32}"', response.headers["etag"])


def test_a_web_app_manifest_is_the_one_of_its_pack(client: httpx.Client) -> None:
    response = client.get("/zh/manifest.webmanifest")
    assert response.headers["content-type"] == "application/manifest+json"
    manifest = response.json()
    assert (manifest["id"], manifest["name"], manifest["start_url"]) == (
        "/",
        "Livret zh-Hans",
        "/zh/",
    )


def test_the_sitemap_names_every_page_of_every_language(client: httpx.Client) -> None:
    response = client.get("/sitemap.xml", headers={"host": "guide.example.org:8080"})
    places = re.findall("<loc>(.*?)</loc>", response.text)
    assert len(places) == 16
    assert "http://guide.example.org:8080/ar/health/lost/" in places
    assert not [place for place in places if "404" in place]
    robots = client.get("/robots.txt", headers={"host": "[::1]:80"}).text
    assert robots.splitlines()[-1] == "Sitemap: http://[::1]:80/sitemap.xml"


@pytest.mark.parametrize("host", ["", "a b", "evil.example/<x>", "-", "a@b", "x:port", "é"])
def test_a_host_that_is_no_host_name_is_not_repeated(server: Running, host: str) -> None:
    request = f"GET /sitemap.xml HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    response = raw(server, request.encode())
    assert response.startswith(b"HTTP/1.1 400 ")
    assert not host or host.encode() not in response.partition(b"\r\n\r\n")[2]


def test_a_configured_site_address_comes_before_the_host_that_was_asked(folder: Path) -> None:
    with running(folder, address="https://guide.example.org/") as server:
        headers = {"host": "evil.example"}
        found = httpx.get(f"{server.url}/sitemap.xml", headers=headers).text
        assert found.count("<loc>https://guide.example.org/") == 16
        robots = httpx.get(f"{server.url}/robots.txt", headers=headers).text
        assert "Sitemap: https://guide.example.org/sitemap.xml" in robots


def test_health_tells_the_release(client: httpx.Client, folder: Path) -> None:
    response = client.get("/health")
    assert response.json() == {"status": "ok", "release": release_of(folder)["id"]}
    assert response.headers["cache-control"] == "no-store"


# --- HTTP ---


def test_every_coding_carries_the_same_page_and_has_its_own_etag(
    client: httpx.Client, folder: Path
) -> None:
    for path in ("/fr/health/lost/", pack_of(folder, "fr"), "/release.json"):
        whole = client.get(path).content
        seen, sizes = set(), {}
        for accepts, coding in [("br", "br"), ("gzip", "gzip"), ("zstd", "zstd"), ("", None)]:
            response, body = wire(client, path, accepts)
            assert response.headers.get("content-encoding") == coding
            assert response.headers["content-length"] == str(len(body))
            assert response.headers["vary"].startswith("Accept-Encoding")
            assert DECODERS[coding](body) == whole
            seen.add(response.headers["etag"])
            sizes[coding] = len(body)
        assert len(seen) == 4
        smallest = min(sizes, key=lambda coding: sizes[coding])
        chosen = client.get(path, headers={"accept-encoding": "gzip, deflate, br, zstd"})
        assert chosen.headers["content-encoding"] == smallest


def test_a_body_that_a_coding_would_not_make_smaller_is_sent_as_it_is_unless_the_client_insists(
    client: httpx.Client,
) -> None:
    """With what it takes to name the coding."""
    response, body = wire(client, "/robots.txt", "gzip, br")
    assert "content-encoding" not in response.headers
    small, _ = wire(client, "/fr/", "gzip, br")
    assert small.headers["content-encoding"] == "br"
    assert len(client.get("/fr/").content) < 1024
    insisted, compressed = wire(client, "/robots.txt", "gzip, br;q=0.5, identity;q=0")
    assert insisted.headers["content-encoding"] == "gzip"
    assert gzip.decompress(compressed) == body


def test_a_client_that_refuses_every_coding_is_told_so(client: httpx.Client) -> None:
    response = client.get("/fr/", headers={"accept-encoding": "identity;q=0, deflate"})
    assert response.status_code == 406
    assert response.headers["vary"] == "Accept-Encoding"
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("form", ["{0}", "W/{0}", '"x", W/"y",{0}', '"a,b" , {0}', "*"])
def test_what_the_client_has_is_not_sent_again(client: httpx.Client, form: str) -> None:
    for path in ("/fr/health/lost/", "/release.json", "/sw.js"):
        first = client.get(path, headers={"accept-encoding": "br"})
        condition = {"if-none-match": form.format(first.headers["etag"]), "accept-encoding": "br"}
        again = client.get(path, headers=condition)
        assert again.status_code == 304
        assert again.content == b""
        of_the_body = {"content-type", "content-length", "content-encoding", "content-language"}
        assert {*again.headers} == {*first.headers} - of_the_body
        for name in {*again.headers} - {"date"}:
            assert again.headers[name] == first.headers[name]


@pytest.mark.parametrize("form", ['"other"', "", "{0}x", "bare", '"'])
def test_another_etag_gets_the_body(client: httpx.Client, form: str) -> None:
    etag = client.get("/fr/health/lost/", headers={"accept-encoding": "gzip"}).headers["etag"]
    condition = {"if-none-match": form.format(etag.strip('"')), "accept-encoding": "gzip"}
    assert client.get("/fr/health/lost/", headers=condition).status_code == 200
    condition["accept-encoding"] = "br"
    condition["if-none-match"] = etag
    assert client.get("/fr/health/lost/", headers=condition).status_code == 200


def test_head_has_the_headers_of_get_and_no_body(server: Running, client: httpx.Client) -> None:
    for path in ("/", "/fr/health/lost/", "/release.json", "/nothing", "/packs/x", "/health"):
        got, asked = client.get(path), client.head(path)
        assert asked.status_code == got.status_code
        assert {**asked.headers, "date": ""} == {**got.headers, "date": ""}
        request = f"HEAD {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        assert raw(server, request.encode()).endswith(b"\r\n\r\n")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/fr/", "/nothing", "/release.json", "/health", "/go/x"])
def test_other_methods_are_not_allowed(client: httpx.Client, method: str, path: str) -> None:
    response = client.request(method, path)
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD"
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/", "/fr/", "/nothing", "/robots.txt", "/packs/x", "/health", "/fr"]
)
def test_every_response_has_the_hardening_headers(client: httpx.Client, path: str) -> None:
    for response in (client.get(path), client.head(path), client.post(path)):
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["cross-origin-opener-policy"] == "same-origin"
        assert response.headers["cross-origin-resource-policy"] == "same-origin"
        assert "geolocation=()" in response.headers["permissions-policy"]
        assert "referrer-policy" in response.headers
        assert "server" not in response.headers
        assert "strict-transport-security" not in response.headers


def test_files_that_are_no_documents_say_nothing_of_documents(
    client: httpx.Client, folder: Path
) -> None:
    for path, referrer in (
        ("/sw.js", "no-referrer"),
        ("/release.json", ""),
        (pack_of(folder, "fr"), ""),
    ):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers.get("referrer-policy", "") == referrer
        assert not headers.keys() & {"cross-origin-opener-policy", "permissions-policy"}


def test_a_packs_own_headers_come_before_the_servers(client: httpx.Client) -> None:
    assert client.get("/fr/").headers.get_list("referrer-policy") == ["origin"]
    assert client.get("/health").headers.get_list("referrer-policy") == ["no-referrer"]


@pytest.mark.parametrize(
    ("proxies", "host", "believed"),
    [
        ("127.0.0.1", "127.0.0.1", True),
        ("127.0.0.0/8", "::", True),
        ("10.0.0.1", "127.0.0.1", False),
        ("", "127.0.0.1", False),
    ],
)
def test_https_is_known_from_a_trusted_proxy_only(
    folder: Path, proxies: str, host: str, believed: bool
) -> None:
    with running(folder, proxies=proxies, host=host) as server:
        url = server.url.replace("[::]", "127.0.0.1")
        response = httpx.get(f"{url}/robots.txt", headers={"x-forwarded-proto": "https"})
        assert ("strict-transport-security" in response.headers) is believed
        assert response.text.count("Sitemap: https://") == believed
        assert "strict-transport-security" not in httpx.get(f"{url}/robots.txt").headers


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /%ff%00%0a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /fr?\xff=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /fr/ HTTP/1.1\r\nHost: x\r\nAccept-Encoding: \xff;;q\r\n"
        b"If-None-Match: \xff\r\nAccept-Language: \x80;q=x\r\nConnection: close\r\n\r\n",
        b"CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/9.9\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)
def test_a_broken_request_gets_no_error_of_the_servers(server: Running, request_: bytes) -> None:
    response = raw(server, request_)
    assert not response.startswith(b"HTTP/1.1 5"), response
    assert not [line for line in server.lines if "ERROR" in line]


def test_the_head_of_a_request_has_a_size_limit(server: Running) -> None:
    with socket.create_connection(server.address, timeout=20) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        try:
            for _ in range(1000):
                connection.sendall(b"X-More: " + b"x" * 1000 + b"\r\n")
        except OSError:
            return  # the server closed while this side was still sending
        assert connection.recv(100).startswith(b"HTTP/1.1 400 ")


def test_an_upgrade_nobody_offers_is_answered_in_http_1_1(server: Running) -> None:
    for protocol in (b"h2c", b"websocket"):
        request = (
            b"GET /fr/ HTTP/1.1\r\nHost: x\r\nConnection: close, Upgrade\r\nUpgrade: %b\r\n\r\n"
        )
        assert raw(server, request % protocol).startswith(b"HTTP/1.1 200 ")


def test_many_who_ask_at_once_for_a_file_nobody_has_compressed_get_the_same(
    tmp_path: Path,
) -> None:
    publish(tmp_path, "Ancien")
    old = pack_of(tmp_path, "zh")
    publish(tmp_path)
    with running(tmp_path) as server, ThreadPoolExecutor(20) as readers:

        def fetch(_: int) -> tuple[str, bytes]:
            response = httpx.get(server.url + old, headers={"accept-encoding": "br"})
            return response.headers["etag"], response.content

        assert len(set(readers.map(fetch, range(40)))) == 1


# --- Logs ---


def test_the_log_tells_start_and_stop_and_nothing_about_readers(tmp_path: Path) -> None:
    release = publish(tmp_path)
    with running(tmp_path, log_level="debug") as server:
        httpx.get(f"{server.url}/fr/search/?q=pregnant")
        httpx.get(f"{server.url}/nothing?q=pregnant")
        raw(server, b"nonsense\r\n\r\n")
        server.signal(signal.SIGTERM)
        assert server.ended() == 0
        first, *others, last, _ = server.lines
        assert f"serving release {release} at http://127.0.0.1:" in first
        assert last.endswith(" INFO stopped\n")
        assert "pregnant" not in "".join(others)
        assert "127.0.0.1" not in "".join(others)


def test_an_error_is_one_line_without_the_query_and_a_plain_500(tmp_path: Path) -> None:
    publish(tmp_path)
    header, first, *others = (tmp_path / pack_of(tmp_path, "fr")[1:]).read_bytes().splitlines()
    impossible = canonical_json({**json.loads(first), "title": 7}).encode()
    replace_pack(tmp_path, "fr", b"".join(b"%b\n" % line for line in [header, impossible, *others]))
    with running(tmp_path) as server:
        response = httpx.get(f"{server.url}/fr/?q=secret")
        assert response.status_code == 500
        assert response.headers["content-type"] == "text/plain; charset=utf-8"
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["x-content-type-options"] == "nosniff"
        server.wait_for(r"ERROR cannot answer /fr/: AttributeError: ")
        assert httpx.get(f"{server.url}/fr/health/").status_code == 200
        server.signal(signal.SIGTERM)
        assert server.ended() == 0
        assert len(server.lines) == 4  # start, error, stop, end of log
        assert "secret" not in "".join(server.lines)
