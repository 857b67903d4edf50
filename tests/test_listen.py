"""How the service starts and stops: no request that it has taken is lost."""

from __future__ import annotations

import asyncio
import signal
import socket
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from little_web import aside
from livret.direct import Answer
from livret.listen import Connection, State, open_socket, server_of
from small_site import LARGE, Running, address_of, publish, running, slow_reader

# Time enough for a test's clients on a busy machine; see LINGER_SECONDS.
PATIENT = "import livret.listen; livret.listen.LINGER_SECONDS = 5;"
REQUEST = b"GET /fr/health/lost/ HTTP/1.1\r\nHost: guide.example.org\r\n\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    publish(tmp_path)
    return tmp_path


def connect(server: Running) -> socket.socket:
    return socket.create_connection(server.address, timeout=20)


def everything(connection: socket.socket) -> bytes:
    """What arrives until the server closes."""
    return b"".join(iter(lambda: connection.recv(65536), b""))


def response(connection: socket.socket) -> tuple[bytes, bytes]:
    """One response, head and body; the body is shorter than announced if the server closes."""
    head, body = b"", b""
    while b"\r\n\r\n" not in head:
        received = connection.recv(65536)
        if not received:
            return head, body
        head += received
    head, _, body = head.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
    while len(body) < length and (received := connection.recv(65536)):
        body += received
    return head, body


def refuses(server: Running) -> bool:
    """Whether nobody new is let in any more, waited for."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            connect(server).close()
        except ConnectionError:
            return True
    return False


def ask_until_refused(server: Running) -> tuple[int, list[str]]:
    """One request after the other on kept connections until no new one is let in.

    Gives the number of answers, and what was lost: requests on a connection that the server was
    already talking on. (One that the system took but the server never saw is not the server's.)
    """
    answers = 0
    lost: list[str] = []
    while True:
        try:
            connection = connect(server)
        except ConnectionError:
            return answers, lost
        with connection:
            on_this = 0
            head = b""
            while b"\r\nconnection: close" not in head:
                try:
                    connection.sendall(REQUEST)
                    head, body = response(connection)
                except ConnectionError as error:
                    head, body = repr(error).encode(), b""
                if not head.startswith(b"HTTP/1.1 200 ") or not body.endswith(b"</html>\n"):
                    if on_this:
                        lost.append(f"after {on_this} answers: {head!r}")
                    break
                answers, on_this = answers + 1, on_this + 1


@pytest.mark.parametrize("clients", [1, 8, 30])
def test_no_request_is_lost_when_the_service_is_stopped_under_load(
    folder: Path, clients: int
) -> None:
    with running(folder, PATIENT) as server, ThreadPoolExecutor(clients) as pool:
        connect(server).close()  # waits until it listens
        asking = [pool.submit(ask_until_refused, server) for _ in range(clients)]
        time.sleep(0.5)  # the load itself: there is nothing to wait for but its duration
        server.signal(signal.SIGTERM)
        results = [each.result() for each in asking]
        assert server.ended() == 0
        assert sum(answers for answers, _ in results) > 10 * clients
        assert [lost for _, lost in results if lost] == []


def test_a_request_that_is_half_sent_at_the_stop_is_answered(folder: Path) -> None:
    with running(folder) as server, connect(server) as connection:
        connection.sendall(REQUEST[:20])
        server.signal(signal.SIGTERM)
        assert refuses(server)
        connection.sendall(REQUEST[20:])
        head, body = response(connection)
        assert head.startswith(b"HTTP/1.1 200 ")
        assert b"\r\nconnection: close" in head
        assert body.endswith(b"</html>\n")
        assert everything(connection) == b""
        assert server.ended() == 0


@pytest.mark.parametrize("before", [0, 1])
def test_a_request_that_is_on_its_way_at_the_stop_is_answered(folder: Path, before: int) -> None:
    with running(folder, PATIENT) as server, connect(server) as connection:
        for _ in range(before):
            connection.sendall(REQUEST)
            assert b"\r\nconnection: close" not in response(connection)[0]
        server.signal(signal.SIGTERM)
        assert refuses(server)
        connection.sendall(REQUEST)
        head, body = response(connection)
        assert b"\r\nconnection: close" in head
        assert body.endswith(b"</html>\n")
        assert server.ended() == 0


def test_a_slow_reader_gets_all_of_it(tmp_path: Path) -> None:
    publish(tmp_path, assets={"big": LARGE})
    request = f"GET {address_of(tmp_path, 'big')} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    with running(tmp_path) as server, slow_reader(server) as connection:
        connection.sendall(request)
        received = connection.recv(1000)
        server.signal(signal.SIGTERM)
        assert refuses(server)
        received += everything(connection)
        assert received.partition(b"\r\n\r\n")[2] == LARGE
        assert server.ended() == 0


def test_idle_connections_do_not_hold_up_the_stop(folder: Path) -> None:
    with running(folder, grace=60) as server, connect(server) as fresh, connect(server) as used:
        used.sendall(REQUEST)
        assert response(used)[0].startswith(b"HTTP/1.1 200 ")
        asked = time.monotonic()
        server.signal(signal.SIGTERM)
        assert everything(used) == everything(fresh) == b""
        assert server.ended() == 0
        assert time.monotonic() - asked < 5


def test_who_never_finishes_holds_up_the_stop_for_the_grace_time_only(tmp_path: Path) -> None:
    publish(tmp_path, assets={"big": LARGE})
    request = f"GET {address_of(tmp_path, 'big')} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    with running(tmp_path, grace=1) as server, slow_reader(server) as reader:
        reader.sendall(request)
        assert reader.recv(1000)
        with connect(server) as sender:
            sender.sendall(REQUEST[:20])
            asked = time.monotonic()
            server.signal(signal.SIGTERM)
            assert server.ended() == 0
            assert 1 <= time.monotonic() - asked < 5


def test_who_does_not_send_a_request_is_not_waited_for(folder: Path) -> None:
    first = "import livret.listen; livret.listen.HEAD_SECONDS = 1;"
    with running(folder, first) as server, connect(server) as used:
        used.sendall(REQUEST)
        assert response(used)[0].startswith(b"HTTP/1.1 200 ")
        with connect(server) as silent, connect(server) as slow:
            slow.sendall(REQUEST[:20])
            assert everything(silent) == everything(slow) == b""
        used.sendall(REQUEST[:20])
        assert everything(used) == b""
        with connect(server) as steady:
            for _ in range(3):
                steady.sendall(REQUEST)
                assert response(steady)[0].startswith(b"HTTP/1.1 200 ")


def test_control_c_stops_as_cleanly(folder: Path) -> None:
    with running(folder) as server:
        connect(server).close()
        server.signal(signal.SIGINT)
        assert server.ended() == 0
        assert server.lines[-2].endswith(" INFO stopped\n")


def test_pipelined_requests_are_answered_in_order(folder: Path) -> None:
    second = REQUEST.replace(b"/fr/health/lost/", b"/health").replace(
        b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"
    )
    with running(folder) as server, connect(server) as connection:
        connection.sendall(REQUEST + second)
        received = everything(connection)
        assert received.count(b"HTTP/1.1 200 ") == 2
        assert received.index(b"</html>") < received.index(b'"status":"ok"')


def test_what_waits_behind_a_slow_answer_is_answered_in_order_however_much_it_is(
    folder: Path,
) -> None:
    def get(path: str, more: str = "") -> bytes:
        return f"GET {path} HTTP/1.1\r\nHost: x\r\n{more}\r\n".encode()

    ready = get("/fr/", "If-None-Match: *\r\n") * 600
    with running(folder) as server, connect(server) as connection:
        connection.sendall(get("/fr/"))  # from now on it is ready
        assert response(connection)[0].startswith(b"HTTP/1.1 200 ")
        connection.sendall(get("/health") + ready + get("/x", "Connection: close\r\n"))
        received = everything(connection)
        heads = [head[:3] for head in received.split(b"HTTP/1.1 ")[1:]]
        assert heads == [b"200", *[b"304"] * 600, b"404"]


def test_an_answer_that_is_ready_is_the_one_that_was_put_together_for_the_first_who_asked(
    folder: Path,
) -> None:
    def undated(head: bytes) -> list[bytes]:
        return sorted(line for line in head.split(b"\r\n") if not line.startswith(b"date: "))

    with running(folder) as server, connect(server) as connection:
        answers = []
        for _ in range(3):
            connection.sendall(REQUEST)
            answers.append(response(connection))
        heads = [undated(head) for head, _ in answers]
        assert heads[0] == heads[1] == heads[2]
        assert answers[0][1] == answers[1][1] == answers[2][1]
        assert b"date: " in answers[2][0]


@pytest.mark.parametrize("version", [b"1.0", b"1.1"])
def test_who_closes_after_one_answer_gets_it_whole(folder: Path, version: bytes) -> None:
    for times in range(2):  # put together, and ready
        with running(folder) as server:
            for _ in range(times + 1):
                with connect(server) as connection:
                    asked = REQUEST.replace(b"1.1", version).replace(
                        b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"
                    )
                    connection.sendall(asked)
                    received = everything(connection)
            assert b"\r\nconnection: close\r\n" in received
            assert received.endswith(b"</html>\n")


def test_who_takes_nothing_is_sent_nothing_more() -> None:
    """One packet can ask for hundreds of megabytes, which the service must not hold for it."""
    sent: list[bytes] = []

    class Full(asyncio.Transport):
        """Holds as much as it may after the first answer."""

        def writelines(self, data: Iterable[bytes | bytearray | memoryview]) -> None:
            sent.append(b"".join(data))
            connection.pause_writing()

        def is_closing(self) -> bool:
            return False

        def pause_reading(self) -> None: ...

    async def ask() -> None:
        nonlocal connection
        config = uvicorn.Config(lambda: None, http=Connection, ws="none", log_config=None)
        config.load()
        state = State()
        state.find = lambda scope: Answer({}, {"body": b"it"}, b"HTTP/1.1 200 OK\r\n")
        connection = Connection(config, state, {})
        connection.connection_made(Full())
        connection.data_received(REQUEST * 100)
        for task in connection.tasks:
            task.cancel()

    connection: Connection
    with ThreadPoolExecutor(1) as pool:  # the browser's tests leave a loop in this thread
        pool.submit(asyncio.run, ask()).result()
    assert sent == [b"HTTP/1.1 200 OK\r\n\r\nit"]
    assert len(connection.pipeline) == 98


def test_a_port_that_is_taken_is_an_error_that_says_what_to_do(folder: Path) -> None:
    with running(folder) as first, running(folder, port=first.address[1]) as second:
        assert second.ended() == 1
        assert len(second.lines) == 2
        assert f"port {first.address[1]}: Address already in use" in second.lines[0]
        assert "--port" in second.lines[0]


def test_all_addresses_are_ipv4_and_ipv6(folder: Path) -> None:
    with running(folder, host="::") as server:
        port = int(server.url.rpartition(":")[2])
        for host in ("127.0.0.1", "::1"):
            with socket.create_connection((host, port), timeout=20) as connection:
                connection.sendall(REQUEST)
                assert response(connection)[0].startswith(b"HTTP/1.1 200 ")


def test_who_has_said_all_and_closes_that_side_is_answered(folder: Path) -> None:
    with running(folder) as server:
        for request in (REQUEST, REQUEST.replace(b"/fr/health/lost/", b"/fr/"), REQUEST * 2):
            with connect(server) as connection:
                connection.sendall(request)
                connection.shutdown(socket.SHUT_WR)
                received = everything(connection)
            assert received.count(b"HTTP/1.1 200 ") == request.count(b"GET "), received
            assert received.endswith(b"</html>\n")


async def stopped_while_a_client_waits_in_the_kernel() -> bytes:
    """What a client receives whose connection was not taken yet when the service stopped."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("taken")(scope, receive, send)

    with open_socket("127.0.0.1", 0) as listening:
        server = server_of(app, grace=5, on_start=lambda: None, on_stop=lambda: None)
        server.config.load()
        server.lifespan = server.config.lifespan_class(server.config)
        await server.startup([listening])
        # From here the loop does nothing until the service stops.
        with socket.create_connection(listening.getsockname(), timeout=20) as client:
            client.sendall(REQUEST)
            await server.shutdown([listening])
            return everything(client)


def test_who_waits_in_the_kernel_when_it_stops_is_answered() -> None:
    received = aside(lambda: asyncio.run(stopped_while_a_client_waits_in_the_kernel()))
    assert received.startswith(b"HTTP/1.1 200 OK\r\n")
    assert received.endswith(b"taken")
