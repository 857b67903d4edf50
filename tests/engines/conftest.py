"""The example guide in two releases on a server that can be stopped, and each other engine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "faults"))

from engines import Engine, installed, running
from fault_server import FaultServer, page_headers
from livret.publish import publish
from releases import LabRelease, build_releases

ENGINES = ("Firefox", "WebKit")


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> list[LabRelease]:
    return build_releases(tmp_path_factory.mktemp("guides"), ("first", "worded"))


@pytest.fixture(scope="module")
def server(
    releases: list[LabRelease], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[FaultServer]:
    site = tmp_path_factory.mktemp("engines") / "site"
    publish(releases[0].release, site)
    running_server = FaultServer(site, page_headers(site))
    yield running_server
    running_server.close()


@pytest.fixture(scope="module", params=ENGINES)
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    name = request.param
    if missing := installed()[name]:
        pytest.skip(missing)
    with running(name, tmp_path_factory.mktemp(name)) as started:
        yield started
