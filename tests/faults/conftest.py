"""One laboratory for the named cases; each begins with a phone on which all is well."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from install_browser import system_browser
from laboratory import Laboratory


@pytest.fixture(scope="session")
def chromium() -> str:
    executable = system_browser()
    if executable is None:
        pytest.skip("Chromium is not installed: the fault laboratory kills and restarts its own")
    return executable


@pytest.fixture(scope="module")
def shared_lab(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laboratory]:
    with Laboratory(tmp_path_factory.mktemp("faults"), chromium) as lab:
        yield lab


@pytest.fixture
def lab(shared_lab: Laboratory) -> Laboratory:
    """A phone that keeps the first release in all its languages, on a network that is well."""
    lab = shared_lab
    lab.server.tells_news = False
    lab.server.heal()
    lab.go_offline(False)
    lab.deploy(lab.releases[0])
    lab.quota(None)
    for tab in lab.others:
        tab.close()
    lab.others.clear()
    lab.tab.call("Network.clearBrowserCache")
    lab.observer.call(
        "Storage.clearDataForOrigin", origin=lab.server.origin, storageTypes="cache_storage"
    )
    lab.damaged.clear()
    lab.promised.clear()
    assert lab.visit("/en/").status == 200
    lab.quiet()
    status = lab.ask({"type": "keep", "languages": ["en", "fr", "ar"], "cause": "asked",
                      "reader": "en"})  # fmt: skip
    assert status
    assert status["reason"] is None
    lab.server.log.clear()
    return lab
