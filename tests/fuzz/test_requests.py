"""Whatever a request says, the answer is well-formed, of this site, and never an error of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from secret import SECRET
from wire import Reply, get, parse, send

from small_site import LANGUAGES, pack_of

PAGE = b"/fr/health/lost/"
STATUSES = frozenset({200, 304, 307, 308, 400, 404, 406})
# Every header that the service ever sends.
HEADERS = frozenset(
    {
        "cache-control", "connection", "content-encoding", "content-language", "content-length",
        "content-security-policy", "content-type", "cross-origin-opener-policy",
        "cross-origin-resource-policy", "date", "etag", "location", "permissions-policy",
        "referrer-policy", "use-as-dictionary", "vary", "x-content-type-options",
    }
)  # fmt: skip
Address = tuple[str, int]

# Pieces that have led out of folders, into headers or past a router elsewhere.
PIECES = st.sampled_from(
    [
        b"/", b"//", b"/./", b"/../", b"..", b".", b"%2e%2e", b"%2f", b"%5c", b"\\", b"%00",
        b"%0d%0a", b"%0a", b"%09", b"%", b"%zz", b"%c0%ae", b"%ff", b"%u002e", b";", b":", b"@",
        b"~", b"$", b"fr", b"pt", b"go", b"FR", b"packs", b"assets", b"health", b"lost",
        b"secret.txt", b"sw.js", b"release.json", b"404.html", b"manifest.webmanifest",
        b"evil.example", b"http:", b"etc/passwd", b"X-Evil:%201", b"%F0%9F%98%80", b"\xc3\xa9",
        b"a" * 300,
    ]
)  # fmt: skip
TARGETS = st.one_of(
    st.lists(PIECES, max_size=9).map(lambda pieces: b"/" + b"".join(pieces)),
    st.binary(max_size=40).map(lambda data: b"/" + clean(data, b" \r\n\0")),
)
QUERIES = st.one_of(
    st.just(b""),
    st.lists(PIECES, max_size=5).map(lambda pieces: b"?" + b"".join(pieces)),
    st.binary(max_size=30).map(lambda data: b"?" + clean(data, b" \r\n\0#")),
)
# What a header may hold at all: RFC 9110 section 5.5.
VALUES = st.binary(max_size=60).map(
    lambda data: bytes(byte for byte in data if byte == 9 or 32 <= byte != 127)
)


def clean(data: bytes, without: bytes) -> bytes:
    return bytes(byte for byte in data if byte not in without)


def listed(*words: bytes) -> st.SearchStrategy[bytes]:
    """Lists of these words and of others, with weights and without, right and wrong."""
    weights = st.sampled_from(
        [b"", b";q=1", b";q=0", b";q=0.001", b"; q=0.5", b";q=2", b";q=", b";q=nan", b";Q=0.3",
         b";q=-1", b";q=1e9", b";q=0.0000", b";x=y;q=0.1", b";q=\xb2"]
    )  # fmt: skip
    entries = st.tuples(st.sampled_from(words), weights).map(b"".join)
    return st.one_of(st.lists(st.one_of(entries, VALUES), max_size=8).map(b",".join), VALUES)


def sound(reply: Reply) -> Reply:
    """The reply, if nothing in it came from elsewhere."""
    assert reply.status in STATUSES, reply
    assert reply.headers.keys() <= HEADERS, reply.headers.keys() - HEADERS
    assert reply.headers["x-content-type-options"] == "nosniff"
    location = reply.headers.get("location")
    if location is not None:
        assert location.isascii()
        assert location.split("/")[1] in {*LANGUAGES, ""}, location
        assert not location.startswith(("//", "/\\")), location
    assert SECRET not in reply.content
    return reply


@given(target=TARGETS, query=QUERIES, method=st.sampled_from([b"GET", b"HEAD"]))
@example(b"/packs/../secret.txt", b"", b"GET")
@example(b"/fr/%2e%2e/%2e%2e/secret.txt", b"", b"GET")
@example(b"/go/health%0d%0aX-Evil:%201", b"?%0d%0aX-Evil:%201", b"GET")
def test_every_address_gets_a_sound_answer(
    address: Address, target: bytes, query: bytes, method: bytes
) -> None:
    request = b"%b %b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" % (method, target + query)
    received = send(address, request)
    # A line that is no request line is refused below the app.
    if not received.startswith(b"HTTP/1.1 400 "):
        sound(parse(received, method))


@given(value=listed(b"fr", b"ar", b"pt-PT", b"zh-TW", b"zh", b"*", b"en", b"x-klingon", b"ar-EG"))
def test_every_accept_language_leads_to_a_language_of_the_guide(
    address: Address, value: bytes
) -> None:
    reply = sound(get(address, b"/", b"Accept-Language: " + value))
    assert reply.status == 307
    assert reply.headers["location"] in {f"/{code}/" for code in LANGUAGES}
    assert reply.headers["vary"] == "Accept-Language"
    assert reply.headers["cache-control"] == "no-store"


@pytest.fixture(scope="module")
def page(address: Address) -> bytes:
    return get(address, PAGE).content


@given(value=listed(b"br", b"gzip", b"zstd", b"identity", b"*", b"deflate", b"x-gzip", b"BR"))
def test_every_accept_encoding_gets_the_page_or_is_told_that_it_refuses_it(
    address: Address, page: bytes, value: bytes
) -> None:
    reply = sound(get(address, PAGE, b"Accept-Encoding: " + value))
    assert reply.headers["vary"] == "Accept-Encoding"
    if reply.status == 406:
        assert b"q=0" in value.replace(b" ", b"").lower()
    else:
        assert reply.content == page


@given(value=VALUES, weak=st.booleans(), names=st.booleans())
def test_only_a_reader_who_has_the_page_is_not_sent_it(
    address: Address, page: bytes, value: bytes, weak: bool, names: bool
) -> None:
    etag = get(address, PAGE).headers["etag"].encode()
    mine = (b"W/" if weak else b"") + etag
    value = b",".join([clean(value, b'"*'), mine]) if names else value
    reply = sound(get(address, PAGE, b"If-None-Match: " + value))
    has_it = etag in value or value.strip() == b"*"
    assert reply.status == (304 if has_it else 200)
    assert reply.headers["etag"].encode() == etag
    assert reply.body == b"" if has_it else reply.content == page


@given(
    value=st.one_of(VALUES, st.from_regex(rb"bytes=\d{0,12}-\d{0,12}(,\d{0,4}-)?", fullmatch=True))
)
@example(b"bytes=0-0")
@example(b"bytes=99999999999999999999-")
def test_a_range_gets_the_whole_file(address: Address, folder: Path, value: bytes) -> None:
    pack = pack_of(folder, "ar")
    reply = sound(get(address, pack.encode(), b"Range: " + value))
    assert reply.status == 200
    assert "content-range" not in reply.headers
    assert reply.content == (folder / pack[1:]).read_bytes()


NAMES = st.sampled_from(
    [b"Host", b"Origin", b"Referer", b"Cookie", b"X-Forwarded-Proto", b"X-Forwarded-Host", b"Via",
     b"X-Forwarded-For", b"Forwarded", b"Content-Type", b"Accept", b"User-Agent", b"If-Match",
     b"If-Modified-Since", b"If-Range", b"Upgrade", b"TE", b"Prefer", b"Authorization", b"Date"]
)  # fmt: skip


@given(
    target=st.sampled_from(
        [b"/", b"/fr", PAGE, b"/sitemap.xml", b"/robots.txt", b"/go/health", b"/x"]
    ),
    lines=st.lists(st.tuples(NAMES, VALUES), max_size=5),
)
def test_no_header_can_write_a_header_or_an_address_of_ours(
    address: Address, target: bytes, lines: list[tuple[bytes, bytes]]
) -> None:
    headers = [b"%b: %b" % line for line in lines]
    received = send(
        address,
        b"\r\n".join([b"GET %b HTTP/1.1" % target, b"Connection: close", *headers, b"", b""]),
    )
    if b"\r\n\r\n" not in received:
        assert received == b""
    elif not received.startswith(b"HTTP/1.1 400 "):  # that one may come from below the app
        sound(parse(received))


FRAGMENTS = st.sampled_from(
    [
        b"GET ", b"POST ", b"PRI * HTTP/2.0", b"/fr/", b" HTTP/1.1", b" HTTP/9.9", b"\r\n", b"\n",
        b"\r", b"\0", b"Host: x", b"Content-Length: ", b"-1", b"5", b"9" * 30, b": ", b" ",
        b"Transfer-Encoding: chunked", b"0\r\n\r\n", b"ffffffffffffffff\r\n", b"X" * 4000,
        b"Expect: 100-continue", b"\x16\x03\x01\x02",
    ]
)  # fmt: skip


@given(data=st.one_of(st.binary(max_size=200), st.lists(FRAGMENTS, max_size=14).map(b"".join)))
def test_bytes_that_are_no_request_harm_nobody(address: Address, data: bytes) -> None:
    received = send(address, data)
    assert received == b"" or received.startswith(b"HTTP/1.1 ")
    assert b" 500 " not in received.split(b"\r\n")[0]
    assert SECRET not in received


def test_after_all_of_it_the_service_answers_as_before(address: Address, page: bytes) -> None:
    assert get(address, PAGE).content == page
