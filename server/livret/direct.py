"""The shortest way to an answer: an exact address, asked for with GET, whose body is ready.

Nearly all requests are that. What they are answered with is put together once for each body and
then found by look-ups alone; the server below asks for it itself and sends it at once. Everything
else, and all that is asked in an uncommon way, goes on to the app. Both ways give the same answer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from http import HTTPStatus
from typing import Any, NamedTuple

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from livret.answer import hardened, is_one_of, none_match_fails, represented
from livret.negotiate import best_encoding
from livret.resource import Representation, Resource
from livret.settings import Networks
from livret.site import Site


class Answer(NamedTuple):
    """An answer as ASGI wants it, and its head as it is sent, but for the server's own fields."""

    start: Message
    body: Message
    head: bytes


Find = Callable[[Scope], Answer | None]


class Direct:
    """Answers what it can from the site of the moment, and hands on the rest."""

    def __init__(self, app: ASGIApp, site: Callable[[], Site], proxies: Networks) -> None:
        self.app = app
        self.site = site
        self.proxies = proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self.find(scope)
        if answer is None:
            await self.app(scope, receive, send)
        else:
            await send(answer.start)
            await send(answer.body)

    def find(self, scope: Scope) -> Answer | None:
        """The two messages of the answer, or None if the app has to find it."""
        resource = self.site().at(scope["path"], scope["query_string"])
        if resource is None or not resource.ready or scope["method"] != "GET":
            return None
        headers: dict[bytes, bytes] = dict(scope["headers"])
        if len(headers) != len(scope["headers"]):
            return None  # one name several times: a list that has yet to be joined
        if resource.like is not None and b"available-dictionary" in headers:
            return None
        number = best(headers.get(b"accept-encoding"), resource.codings)
        if number is None:
            return None
        chosen = resource.representations()[number]
        condition = headers.get(b"if-none-match")
        unchanged = condition is not None and holds(condition, chosen.etag)
        https = headers.get(b"x-forwarded-proto") == b"https" and self.trusts(scope["client"])
        answer: Answer | None = resource.answers.get((number, unchanged, https))
        if answer is None:
            answer = messages(resource, chosen, unchanged=unchanged, https=https)
            resource.answers[number, unchanged, https] = answer
        return answer

    def trusts(self, client: Any) -> bool:
        return client is not None and is_one_of(client[0], self.proxies)


@lru_cache(maxsize=256)  # browsers send a handful of different ones
def best(accepts: bytes | None, codings: tuple[str, ...]) -> int | None:
    """The place among `codings` of the one that suits an Accept-Encoding header."""
    coding = best_encoding(None if accepts is None else accepts.decode("latin-1"), codings)
    return None if coding is None else codings.index(coding)


def holds(condition: bytes, etag: str) -> bool:
    """Whether If-None-Match names the representation; nearly always it is its ETag alone."""
    text = condition.decode("latin-1")
    return text == etag or none_match_fails(text, etag)


def messages(resource: Resource, chosen: Representation, *, unchanged: bool, https: bool) -> Answer:
    """An answer in both forms."""
    response = represented(resource, chosen, status=304 if unchanged else 200)
    status = HTTPStatus(response.status_code)
    headers = hardened(response.raw_headers, https=https)
    lines = [f"HTTP/1.1 {status.value} {status.phrase}".encode()]
    lines += [b"%b: %b" % field for field in headers]
    return Answer(
        {"type": "http.response.start", "status": status.value, "headers": headers},
        {"type": "http.response.body", "body": response.body},
        b"\r\n".join(lines) + b"\r\n",
    )
