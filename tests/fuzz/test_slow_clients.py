"""Who is slow, or says too much, costs the others nothing."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Iterator

import pytest
from wire import connect, everything, get, parse

from livret.listen import HEAD_BYTES

PAGE = b"/fr/health/lost/"
REQUEST = b"GET %b HTTP/1.1\r\nHost: guide.example.org\r\nConnection: close\r\n\r\n" % PAGE
FAR = 40 * HEAD_BYTES  # more than one read of the server takes
Address = tuple[str, int]


@contextlib.contextmanager
def crowd(address: Address, count: int, said: bytes) -> Iterator[list[socket.socket]]:
    """Connections that have said something and then say nothing more."""
    with contextlib.ExitStack() as stack:
        connections = [stack.enter_context(connect(address)) for _ in range(count)]
        for connection in connections:
            connection.sendall(said)
        yield connections


@pytest.mark.parametrize(
    "said",
    [b"", b"G", REQUEST[:-2], b"POST /fr/ HTTP/1.1\r\nContent-Length: 9\r\n\r\n"],
    ids=["nothing", "a letter", "all but the end", "no body"],
)
def test_two_hundred_who_say_no_more_keep_nobody_waiting(address: Address, said: bytes) -> None:
    with crowd(address, 200, said):
        started = time.monotonic()
        assert get(address, PAGE).status == 200
        assert time.monotonic() - started < 2


def test_a_request_may_come_byte_by_byte(address: Address) -> None:
    with connect(address) as connection:
        for place in range(len(REQUEST)):
            connection.sendall(REQUEST[place : place + 1])
        assert parse(everything(connection)).status == 200


def test_who_reads_nothing_keeps_nobody_waiting(address: Address) -> None:
    with crowd(address, 100, REQUEST * 20):
        started = time.monotonic()
        assert get(address, PAGE).status == 200
        assert time.monotonic() - started < 2


def test_who_leaves_in_the_middle_is_not_missed(address: Address) -> None:
    for said in (REQUEST[:30], REQUEST, REQUEST * 5):
        with crowd(address, 50, said):
            pass
    assert get(address, PAGE).status == 200


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /" + b"a" * FAR + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * FAR + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * FAR + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"a" * FAR,
    ],
    ids=["address", "value", "lines", "name"],
)
def test_a_head_that_is_too_long_is_refused_and_not_stored(
    address: Address, request_: bytes
) -> None:
    with connect(address) as connection:
        with contextlib.suppress(ConnectionError):  # it may close before all of it was said
            connection.sendall(request_)
        received = everything(connection)
    assert received == b"" or received.startswith(b"HTTP/1.1 400 ")
    assert get(address, PAGE).status == 200


@pytest.mark.parametrize("length", [10, 10_000_000])
def test_a_body_that_nobody_asked_for_is_not_waited_for(address: Address, length: int) -> None:
    head = b"GET %b HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
    with connect(address) as connection:
        connection.sendall(head % (PAGE, length) + b"x" * 10)
        assert parse(everything(connection)).status == 200
