"""Deploys and restarts while many read and update: no request fails, no release is seen in part."""

from __future__ import annotations

import hashlib
import http.client
import json
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from example import Server
from livret.build import Built
from livret.publish import publish
from small_site import running
from test_publish import later
from visiting import reload

READERS = 6
PAGES = ("/en/", "/fr/money/fee/", "/ar/arriving/register/")


class Phone(threading.Thread):
    """Reads pages and fetches whole releases, one after the other, until it is told to stop.

    It goes to the next of several services where one lets nobody in, as a reverse proxy does, and
    asks again where a connection that was kept open had been closed meanwhile (RFC 9112, 9.3.1).
    Anything else that goes wrong is written down.
    """

    def __init__(self, ports: tuple[int, ...], stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.ports = ports
        self.stop = stop
        self.releases: list[str] = []
        self.failures: list[str] = []
        self.connection: http.client.HTTPConnection | None = None

    def run(self) -> None:
        while not self.stop.is_set():
            try:
                self.releases.append(self.update())
                for page in PAGES:
                    assert self.get(page).rstrip().endswith(b"</html>"), f"{page} is cut"
            except (AssertionError, OSError, http.client.HTTPException) as error:
                self.failures.append(repr(error))
                self.hang_up()
        self.hang_up()

    def update(self) -> str:
        """Fetch all that the release of the moment names, and check it; gives its id."""
        listing = json.loads(self.get("/release.json"))
        for file in listing["files"]:
            body = self.get(file["path"])
            assert hashlib.sha256(body).hexdigest() == file["sha256"], f"{file['path']} differs"
        return str(listing["id"])

    def get(self, path: str) -> bytes:
        if self.connection is not None:
            try:
                return self.ask(path)
            except ConnectionError:  # closed meanwhile: http.client says so as one of these
                self.hang_up()
        for port in self.ports:
            self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            try:
                self.connection.connect()
            except ConnectionRefusedError:
                continue
            return self.ask(path)
        raise ConnectionRefusedError(f"{path}: nobody lets this phone in")

    def ask(self, path: str) -> bytes:
        assert self.connection is not None
        self.connection.request("GET", path, headers={"Host": "guide.example.org"})
        response = self.connection.getresponse()
        body = response.read()
        if response.will_close:
            self.hang_up()
        assert response.status == 200, f"{path}: {response.status}"
        return body

    def hang_up(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None


@contextmanager
def phones(*ports: int) -> Iterator[list[Phone]]:
    """Some that read meanwhile; at the end none of them may have met a failure."""
    stop = threading.Event()
    reading = [
        Phone(ports[n % len(ports) :] + ports[: n % len(ports)], stop) for n in range(READERS)
    ]
    for phone in reading:
        phone.start()
    try:
        yield reading
    finally:
        stop.set()
        for phone in reading:
            phone.join(60)
    assert [failure for phone in reading for failure in phone.failures] == []
    assert all(phone.releases for phone in reading)


def test_deploys_under_load_fail_no_request(server: Server, built: Built) -> None:
    releases = [built.release, later(built.release, 1), later(built.release, 2)]
    with phones(server.port) as reading:
        for number in range(1, 9):
            release = releases[number % 3]
            publish(release, server.folder)
            before = [len(phone.releases) for phone in reading]
            reload(server, release.id)
            wait_for_a_reader(reading, before, release.id)


def wait_for_a_reader(reading: list[Phone], before: list[int], release: str) -> None:
    """Wait until a phone has fetched a release whole that is served since `before`."""
    deadline = time.monotonic() + 60
    while not any(
        release in phone.releases[count:] for phone, count in zip(reading, before, strict=True)
    ):
        assert time.monotonic() < deadline, f"no phone came to have release {release}"
        time.sleep(0.01)


def test_a_restart_of_one_service_after_the_other_fails_no_request(
    server: Server, built: Built
) -> None:
    second = Server(server.folder)
    second.start()
    release = later(built.release, 1)
    try:
        with phones(server.port, second.port) as reading:
            publish(release, server.folder)
            for service in (server, second):
                service.stop()
                service.start()
    finally:
        second.stop()
    assert release.id in {each for phone in reading for each in phone.releases}


def test_a_publish_that_is_half_written_is_never_served(
    site: Path, built: Built, tmp_path: Path
) -> None:
    coming = later(built.release, 1)
    publish(coming, tmp_path / "next")
    files = [Path("release.json"), *(Path(file.path[1:]) for file in coming.files)]
    new = [each for each in files if not same(site / each, tmp_path / "next" / each)]
    assert len(new) > 1
    with running(site) as service, phones(service.address[1]) as reading:
        for name in new:  # as a copy by hand does, and the list of files comes first
            whole = (tmp_path / "next" / name).read_bytes()
            for written in (whole[: len(whole) // 2], whole):
                (site / name).write_bytes(written)
                service.lines.clear()
                service.signal(signal.SIGHUP)
                last = name == new[-1] and written == whole
                service.wait_for(f"reloaded.*{coming.id}" if last else "reload failed")
    assert {each for phone in reading for each in phone.releases} <= {built.release.id, coming.id}


def same(one: Path, other: Path) -> bool:
    return one.exists() and one.read_bytes() == other.read_bytes()
