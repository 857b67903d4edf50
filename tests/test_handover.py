"""The listening socket goes on to another process: nobody is refused, nobody is cut off."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from small_site import Running, publish, release_of, running
from test_listen import REQUEST, connect, response

PAGES = ("/fr/health/lost/", "/ar/", "/release.json", "/health")
# Holds up a successor before it reads anything, and not the service that was started first.
SLOW_SUCCESSOR = "import os, time; 'HANDED_OVER' in os.environ and time.sleep(60);"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    publish(tmp_path)
    return tmp_path


class Reader(threading.Thread):
    """Asks without a pause until told to stop, and tries nothing twice: what fails is written down.

    Its connection is kept as long as the service keeps it, or new for each request.
    """

    def __init__(self, port: int, stop: threading.Event, *, keeps: bool) -> None:
        super().__init__(daemon=True)
        self.port = port
        self.stop = stop
        self.headers = {} if keeps else {"Connection": "close"}
        self.answers = self.connections = 0
        self.failures: list[str] = []

    def run(self) -> None:
        connection: http.client.HTTPConnection | None = None
        while not self.stop.is_set():
            if connection is None:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
                self.connections += 1
            try:
                connection.request("GET", PAGES[self.answers % len(PAGES)], headers=self.headers)
                answer = connection.getresponse()
                assert answer.status == 200
                assert answer.read()
                self.answers += 1
            except (AssertionError, OSError, http.client.HTTPException) as error:
                self.failures.append(repr(error))
                connection.close()
            if connection.sock is None:  # the service said that it closes
                connection = None
        if connection is not None:
            connection.close()


@contextmanager
def readers(port: int) -> Iterator[list[Reader]]:
    """Some that ask meanwhile, half of them on kept connections; none may meet a failure."""
    stop = threading.Event()
    reading = [Reader(port, stop, keeps=bool(number % 2)) for number in range(8)]
    for reader in reading:
        reader.start()
    try:
        yield reading
    finally:
        stop.set()
        for reader in reading:
            reader.join(60)
    assert [failure for reader in reading for failure in reader.failures] == []
    assert all(reader.answers > 10 for reader in reading)


@contextmanager
def last_one_stopped(server: Running) -> Iterator[None]:
    """At the end the process that answers then is stopped: the tests know the first one alone."""
    try:
        yield
    finally:
        successors = processes(server)
        if successors and alive(successors[-1]):
            os.kill(successors[-1], signal.SIGTERM)


def processes(server: Running) -> list[int]:
    """Those that have taken over, in order."""
    told = [line for line in server.lines if "answers from now on" in line]
    return [int(line.partition("process ")[2].split()[0]) for line in told]


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(condition: object, seconds: float = 90) -> None:
    assert callable(condition)
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def successors_of(folder: Path) -> list[str]:
    """The processes that serve a folder and are to take over, or have."""
    found = []
    for place in Path("/proc").glob("[0-9]*/environ"):
        try:
            variables = place.read_bytes().split(b"\0")
        except OSError:  # gone meanwhile, or somebody else's
            continue
        if {b"HANDED_OVER=1", f"LIVRET_OUT={folder}".encode()} <= set(variables):
            found.append(place.parent.name)
    return found


def hand_over(server: Running, process: int) -> int:
    """Have a process start its successor, which it gives; waits until the first one is gone."""
    before = len(processes(server))
    os.kill(process, signal.SIGUSR2)
    wait_until(lambda: len(processes(server)) > before)
    if process == server.process.pid:
        assert server.process.wait(30) == 0
    wait_until(lambda: not alive(process))
    return processes(server)[-1]


def test_restarts_of_one_service_under_load_fail_no_request(folder: Path) -> None:
    with running(folder) as server, last_one_stopped(server):
        process = server.process.pid
        with readers(server.address[1]) as reading:
            for word in ("Bonjour 1", "Bonjour 2", "Bonjour 3"):
                release = publish(folder, word)
                process = hand_over(server, process)
                server.wait_for(f"serving release {release}")
        kept = [reader for reader in reading if not reader.headers]
        assert {reader.connections for reader in kept} == {4}  # each was told to come back, once


def test_a_successor_is_nobodys_child_so_that_systemd_takes_it_for_its_own(folder: Path) -> None:
    with running(folder, SLOW_SUCCESSOR) as server:
        server.url  # noqa: B018  waits until it listens
        server.signal(signal.SIGUSR2)
        wait_until(lambda: successors_of(folder))
        try:
            wait_until(lambda: server.process.pid not in map(parent_of, successors_of(folder)), 10)
        finally:  # one that is left would hold the log open
            for each in successors_of(folder):
                os.kill(int(each), signal.SIGKILL)
        server.signal(signal.SIGTERM)
        assert server.ended() == 0


def parent_of(process: str) -> int:
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def test_a_successor_that_cannot_start_changes_nothing_and_is_told(folder: Path) -> None:
    release = str(release_of(folder)["id"])
    with running(folder) as server, last_one_stopped(server):
        with readers(server.address[1]) as reading:
            whole = (folder / "release.json").read_bytes()
            (folder / "release.json").write_bytes(whole[:-10])
            server.signal(signal.SIGUSR2)
            server.wait_for(f"no hand-over: the successor ended before it answered; .* {release}")
            server.wait_for(r"release\.json: is no JSON")
            before = sum(reader.answers for reader in reading)
            wait_until(lambda: sum(reader.answers for reader in reading) > before + 100)
        assert {reader.connections for reader in reading if not reader.headers} == {1}
        (folder / "release.json").write_bytes(whole)
        hand_over(server, server.process.pid)


def test_a_successor_that_does_not_answer_is_given_up(folder: Path) -> None:
    first = SLOW_SUCCESSOR + "import livret.handover; livret.handover.START_SECONDS = 0.5;"
    with running(folder, first) as server:
        server.url  # noqa: B018  waits until it listens
        server.signal(signal.SIGUSR2)
        server.wait_for("no hand-over: the successor did not answer")
        with connect(server) as connection:
            connection.sendall(REQUEST)
            assert response(connection)[0].startswith(b"HTTP/1.1 200 ")
        server.signal(signal.SIGTERM)
        assert server.ended() == 0  # its log has ended too: no other process holds it open


def test_a_stop_while_a_successor_starts_stops_both(folder: Path) -> None:
    with running(folder, SLOW_SUCCESSOR) as server, connect(server) as connection:
        connection.sendall(REQUEST[:20])  # holds up the stop
        server.signal(signal.SIGUSR2)
        wait_until(lambda: successors_of(folder))
        server.signal(signal.SIGTERM)
        wait_until(lambda: not successors_of(folder))
        connection.sendall(REQUEST[20:])
        assert response(connection)[0].startswith(b"HTTP/1.1 200 ")
        assert server.ended() == 0
        assert processes(server) == []


def test_an_idle_connection_is_still_answered_after_the_hand_over(folder: Path) -> None:
    with running(folder) as server, last_one_stopped(server), connect(server) as idle:
        idle.sendall(REQUEST)
        assert b"\r\nconnection: close" not in response(idle)[0]
        server.signal(signal.SIGUSR2)
        server.wait_for("answers from now on")
        time.sleep(2)  # longer than a stop without a successor waits; the time itself is meant
        idle.sendall(REQUEST)
        head, body = response(idle)
        assert head.startswith(b"HTTP/1.1 200 ")
        assert b"\r\nconnection: close" in head
        assert body.endswith(b"</html>\n")
        assert server.process.wait(30) == 0


# --- systemd ---


def passing(listening: socket.socket, **variables: str) -> str:
    """What has a process find a socket as systemd passes it; LISTEN_PID is its own if not given."""
    given = {"LISTEN_FDS": "1", **variables}
    return (
        f"import os; os.dup2({listening.fileno()}, 3);"
        f"os.environ.update({{'LISTEN_PID': str(os.getpid()), **{given!r}}});"
    )


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as held:
        yield held


def test_a_socket_that_systemd_holds_lets_a_restart_fail_no_request(
    folder: Path, listening: socket.socket
) -> None:
    port = listening.getsockname()[1]
    first = passing(listening)
    with readers(port):  # they wait for an answer from the start on
        for _ in range(3):
            with running(folder, first, passed=[listening.fileno()]) as server:
                assert server.address == ("127.0.0.1", port)
                time.sleep(0.5)  # the load itself: there is nothing to wait for but its duration
                server.signal(signal.SIGTERM)
                assert server.ended() == 0
        last = Running(folder, first, passed=[listening.fileno()])
        last.url  # noqa: B018  waits until it listens
    last.signal(signal.SIGTERM)
    assert last.ended() == 0
    last.close()


def test_variables_for_another_process_are_not_followed(
    folder: Path, listening: socket.socket
) -> None:
    first = passing(listening, LISTEN_PID="1")
    with running(folder, first, passed=[listening.fileno()]) as server:
        assert server.address[1] != listening.getsockname()[1]


@pytest.mark.parametrize(
    ("family", "listens", "count", "remedy"),
    [
        (socket.AF_INET, True, "2", "systemd passes 2 sockets; leave one ListenStream="),
        (socket.AF_INET, False, "1", "give address and port in the socket unit"),
        (socket.AF_UNIX, True, "1", "give address and port in the socket unit"),
    ],
)
def test_a_passed_socket_that_cannot_be_served_is_an_error_that_says_what_to_do(
    folder: Path, family: socket.AddressFamily, listens: bool, count: str, remedy: str
) -> None:
    with socket.socket(family) as held:
        if listens:
            held.bind(str(folder / "socket") if family == socket.AF_UNIX else ("127.0.0.1", 0))
            held.listen()
        first = passing(held, LISTEN_FDS=count)
        with running(folder, first, passed=[held.fileno()]) as server:
            assert server.ended() == 1
            assert remedy in server.lines[0]
            assert len(server.lines) == 2


def test_systemd_is_told_who_answers(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.settimeout(20)
        systemd.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        with running(folder) as server, last_one_stopped(server):
            assert systemd.recv(100) == b"READY=1"
            server.signal(signal.SIGUSR2)
            told = {systemd.recv(100), systemd.recv(100)}
            successor = int(server.wait_for(r"process (\d+) answers")[1])
            assert told == {b"READY=1", f"MAINPID={successor}".encode()}
