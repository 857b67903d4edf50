"""Requests as raw bytes, and responses read by the letter of HTTP/1.1."""

from __future__ import annotations

import gzip
import socket
from dataclasses import dataclass

import brotli
import zstandard

SEVERAL = frozenset({"set-cookie"})  # the one header that may come twice


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def content(self) -> bytes:
        """The body without its content coding."""
        match self.headers.get("content-encoding"):
            case "br":
                return bytes(brotli.decompress(self.body))
            case "gzip":
                return gzip.decompress(self.body)
            case "zstd":
                return zstandard.decompress(self.body)
            case coding:
                assert coding is None, coding
                return self.body


def connect(address: tuple[str, int], seconds: float = 20) -> socket.socket:
    return socket.create_connection(address, timeout=seconds)


def everything(connection: socket.socket) -> bytes:
    """What arrives until the server closes, or cuts, the connection."""
    received = b""
    try:
        while data := connection.recv(65536):
            received += data
    except ConnectionError:
        pass
    return received


def send(address: tuple[str, int], request: bytes) -> bytes:
    """All that a server says to some bytes, after which nothing more comes."""
    with connect(address) as connection:
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # it has closed already, having heard enough
        return everything(connection)


def get(address: tuple[str, int], target: bytes, *headers: bytes, method: bytes = b"GET") -> Reply:
    """The reply to a request with these header lines; fails for one that is not well-formed."""
    lines = [method + b" " + target + b" HTTP/1.1", b"Connection: close", *headers]
    if not any(line.lower().startswith(b"host:") for line in headers):
        lines.append(b"Host: guide.example.org")
    with connect(address) as connection:
        connection.sendall(b"\r\n".join([*lines, b"", b""]))
        return parse(everything(connection), method)


def parse(received: bytes, method: bytes = b"GET") -> Reply:
    head, separator, body = received.partition(b"\r\n\r\n")
    assert separator, received
    first, *lines = head.split(b"\r\n")
    version, status, *_ = first.split(b" ")
    assert version == b"HTTP/1.1", first
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.decode("ascii").partition(":")
        assert colon, line
        assert name == name.strip(), line
        assert name.lower() not in headers or name.lower() in SEVERAL, f"{name} came twice"
        headers[name.lower()] = value.strip()
    if method != b"HEAD" and int(status) not in (204, 304):
        assert len(body) == int(headers["content-length"]), "half an answer"
    else:
        assert body == b""
    return Reply(int(status), headers, body)
