"""Turns a resource and a request into a response: coding, condition, headers."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Mapping
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from livret.negotiate import best_encoding
from livret.policy import EVERYWHERE, HTTPS_ONLY, NEVER_KEPT, hardening
from livret.resource import Representation, Resource
from livret.settings import Networks

logger = logging.getLogger("livret")

# Whatever has this one has all of its hardening headers.
NOSNIFF = "x-content-type-options"
RawHeaders = list[tuple[bytes, bytes]]

ENTITY_TAG = re.compile(r'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")')
# What RFC 9110 section 15.4.5 asks a 304 not to repeat.
OF_A_BODY = ("content-type", "content-length", "content-encoding", "content-language")


async def answer(
    request: Request,
    resource: Resource,
    *,
    status: int = 200,
    vary: str = "",
    dictionary: bytes | None = None,
) -> Response:
    """A resource in the coding that suits the request, or 304 if the client has it already.

    `dictionary` is a body that the client has and that may serve to compress this one. `vary` are
    the fields that the choice depended on, if not only those that the resource's coding does.
    """
    vary = vary or resource.vary
    made = (
        resource.representations() if resource.ready else await asyncio.to_thread(resource.at_once)
    )
    by_coding = {each.coding: each for each in made}
    if dictionary is not None:
        difference = await asyncio.to_thread(resource.difference_at_once, dictionary)
        by_coding = {difference.coding: difference, **by_coding}
    coding = best_encoding(joined(request, "accept-encoding"), list(by_coding))
    if coding is None:
        return plain(406, "None of br, gzip, identity and zstd is acceptable.", {"vary": vary})
    chosen = by_coding[coding]
    unchanged = status == 200 and none_match_fails(joined(request, "if-none-match"), chosen.etag)
    response = represented(resource, chosen, status=304 if unchanged else status, vary=vary)
    if coding == "dcz":
        # Only this client can read it: no cache that forgets Vary may give it to another one.
        response.headers["cache-control"] = resource.headers["cache-control"].replace(
            "public", "private"
        )
    if request.method == "HEAD":
        response.body = b""
    return response


def represented(
    resource: Resource, chosen: Representation, *, status: int, vary: str = ""
) -> Response:
    """The response that carries a representation, or that says (304) that it is unchanged."""
    # Here and not by `hardened`: a 304 has the fields of the 200, but says no type.
    hard = hardening(resource.headers["content-type"])
    headers = {**hard, **resource.headers, "vary": vary or resource.vary}
    if chosen.coding != "identity":
        headers["content-encoding"] = chosen.coding
    # What nobody keeps, nobody asks about again.
    if status in (200, 304) and headers["cache-control"] != NEVER_KEPT:
        headers["etag"] = chosen.etag
    if status == 304:
        kept = {name: value for name, value in headers.items() if name not in OF_A_BODY}
        return Response(status_code=304, headers=kept)
    return Response(chosen.body, status, headers)


def joined(request: Request, name: str) -> str | None:
    """A header's value; several of one name are one list (RFC 9110 section 5.2)."""
    values = request.headers.getlist(name)
    return ", ".join(values) if values else None


def none_match_fails(header: str | None, etag: str) -> bool:
    """Whether If-None-Match holds `etag` (weak comparison, RFC 9110 section 13.1.2)."""
    if header is None:
        return False
    return header.strip() == "*" or etag in ENTITY_TAG.findall(header)


def plain(status: int, text: str, headers: Mapping[str, str] | None = None) -> Response:
    """A short answer for programs, which nothing on the way may keep."""
    return PlainTextResponse(text + "\n", status, {"cache-control": NEVER_KEPT, **(headers or {})})


def redirect(status: int, address: str, query: bytes, headers: Mapping[str, str]) -> Response:
    """A redirection inside the site; `address` must be one that the site is known to have."""
    location = quote(address)
    if query:
        location += "?" + quote(query, safe="!$%&'()*+,-./:;=?@_~")
    return Response(status_code=status, headers={**headers, "location": location})


class Guard:
    """Gives every response the hardening headers, and turns an error into one log line and 500."""

    def __init__(self, app: ASGIApp, proxies: Networks) -> None:
        self.app = app
        self.proxies = proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False
        if came_by_https(scope, self.proxies):
            scope["scheme"] = "https"

        async def send_guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                https = scope["scheme"] == "https"
                message = {**message, "headers": hardened(message["headers"], https=https)}
            await send(message)

        try:
            await self.app(scope, receive, send_guarded)
        except Exception as error:
            # The path alone, quoted so that it stays on its line: a query may be a reader's search.
            where = quote(scope["path"])
            logger.error("cannot answer %s: %s: %s", where, type(error).__name__, error)
            logger.debug("in detail:", exc_info=True)
            if started:
                raise  # the server cuts the connection: half an answer must not look whole
            await plain(500, "Internal Server Error")(scope, receive, send_guarded)


def hardened(raw: RawHeaders, *, https: bool) -> RawHeaders:
    """The headers of a response, with those that every response of its type has."""
    headers = MutableHeaders(raw=list(raw))
    if NOSNIFF not in headers:
        headers.update(EVERYWHERE)
    if https:
        headers["strict-transport-security"] = HTTPS_ONLY
    return headers.raw


def came_by_https(scope: Scope, proxies: Networks) -> bool:
    """Whether one of `proxies` sent the request on and says that it reached it by https."""
    if not scope.get("client") or Headers(scope=scope).get("x-forwarded-proto") != "https":
        return False
    return is_one_of(scope["client"][0], proxies)


@lru_cache(maxsize=64)  # a proxy asks again and again
def is_one_of(address: str, proxies: Networks) -> bool:
    sender = ip_address(address)
    # A socket for both families shows IPv4 addresses inside IPv6 ones.
    sender = getattr(sender, "ipv4_mapped", None) or sender
    return any(sender in network for network in proxies)
