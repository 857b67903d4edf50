"""What operators look at while the service runs: readiness, the log, the numbers."""

from __future__ import annotations

import json
import os
import socket
import time
from pathlib import Path

import httpx
from prometheus_client.parser import text_string_to_metric_families

from small_site import pack_of, publish, running


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until_answered(url: str, seconds: float = 90) -> httpx.Response:
    """The first answer with status 200, waited for."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            response = httpx.get(url)
            if response.status_code == 200:
                return response
        except httpx.TransportError:
            pass
        assert time.monotonic() < deadline, f"not in time: {url}"
        time.sleep(0.05)


def samples(text: str) -> dict[tuple[str, ...], float]:
    """The samples of an answer to Prometheus: name and the values of its labels, to the number."""
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_readiness_waits_for_files_to_be_compressed_and_life_does_not(tmp_path: Path) -> None:
    # Brotli takes seconds for what it cannot foresee.
    release = publish(tmp_path, assets={"large": os.urandom(6_000_000)})
    with running(tmp_path) as server:
        early = httpx.get(f"{server.url}/ready")
        assert early.status_code == 503
        assert early.json() == {"status": "preparing", "release": release}
        assert early.headers["cache-control"] == "no-store"
        assert httpx.get(f"{server.url}/health").status_code == 200
        ready = until_answered(f"{server.url}/ready", 240)
    assert ready.json() == {"status": "ready", "release": release}


def test_the_log_is_an_object_a_line_where_programs_read_it(tmp_path: Path) -> None:
    release = publish(tmp_path)
    with running(tmp_path, log_format="json") as server:
        origin = server.wait_for(r'at (http://[^\s"]+)')[1]
        httpx.get(f"{origin}/fr/health/lost/")
        server.process.terminate()
        assert server.ended() == 0
    lines = [json.loads(line) for line in server.lines if line.startswith("{")]
    assert [set(line) for line in lines] == [{"time", "level", "message"}] * len(lines)
    assert lines[0]["level"] == "info"
    assert f"serving release {release}" in lines[0]["message"]
    assert lines[-1]["message"] == "stopped"
    assert not any("lost" in line for line in server.lines), "which pages are read is not logged"


def test_answers_are_counted_by_kind_and_status_and_by_nothing_else(tmp_path: Path) -> None:
    publish(tmp_path)
    place = f"127.0.0.1:{free_port()}"
    with running(tmp_path, metrics=place) as server, httpx.Client(base_url=server.url) as client:
        server.wait_for("metrics: http")
        page = client.get("/fr/health/lost/", headers={"accept-encoding": "identity"})
        for path in ("/", "/ar/nothing/", "/release.json", pack_of(tmp_path, "ar")):
            client.get(path)
        told = httpx.get(f"http://{place}/metrics").text
    found = samples(told)
    for kind, status in (
        ("page", "200"),
        ("entrance", "307"),
        ("page", "404"),
        ("release", "200"),
        ("pack", "200"),
    ):
        assert found["livret_answers_total", kind, status] == 1
    assert found["livret_sent_bytes_total", "page"] > len(page.content)
    assert found["process_resident_memory_bytes",] > 1_000_000
    for word in ("lost", "health", "/ar", "127.0.0.1"):
        assert word not in told


def test_the_numbers_come_when_their_port_is_free_and_the_guide_does_not_wait(
    tmp_path: Path,
) -> None:
    release = publish(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        place = f"127.0.0.1:{taken.getsockname()[1]}"
        with running(tmp_path, metrics=place) as server:
            server.wait_for(f"no metrics at {place} yet")
            assert httpx.get(f"{server.url}/health").json()["release"] == release
            taken.close()
            told = until_answered(f"http://{place}/metrics").text
    assert f'livret_release_info{{id="{release}"}} 1.0' in told


def test_a_service_without_the_setting_has_no_numbers(tmp_path: Path) -> None:
    publish(tmp_path)
    with running(tmp_path) as server:
        assert httpx.get(f"{server.url}/metrics").status_code == 404
