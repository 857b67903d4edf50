"""One service on a small site for all that is thrown at it; it must not complain of any of it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from secret import SECRET

from small_site import Running, publish, running


def pytest_configure(config: pytest.Config) -> None:
    """The same examples each time, unless --hypothesis-seed asks for others."""
    settings.register_profile(
        "service",
        max_examples=150,
        deadline=None,
        derandomize=config.getoption("--hypothesis-seed") is None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    settings.load_profile("service")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published folder, with files in it and beside it that were never published."""
    folder = tmp_path_factory.mktemp("fuzz") / "site"
    folder.mkdir()
    publish(folder)
    for place in (folder, folder.parent, folder / "packs", folder / "fr"):
        place.mkdir(exist_ok=True)
        (place / "secret.txt").write_bytes(SECRET)
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Running]:
    with running(folder) as started:
        started.url  # noqa: B018  waits until it listens
        yield started
        started.signal(signal.SIGTERM)
        assert started.ended() == 0
        told = [line for line in started.lines if " INFO " not in line and "end of log" not in line]
        assert told == []


@pytest.fixture(scope="module")
def address(server: Running) -> tuple[str, int]:
    return server.address
