"""The example guide, published once; the real service in its own process; the real browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from example import GUIDE, Server
from install_browser import has_playwright_browser, launch_options, playwright_browser
from livret.build import Built, build
from livret.publish import publish


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache folder of the tests' own, so that they leave nothing in the user's."""
    with pytest.MonkeyPatch.context() as environment:
        if has_playwright_browser():  # which lies in the user's, unless told otherwise
            downloads = Path(playwright_browser()).parents[2]
            environment.setenv("PLAYWRIGHT_BROWSERS_PATH", str(downloads))
        environment.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def built() -> Built:
    """The example guide, built."""
    return build(GUIDE)


@pytest.fixture(scope="session")
def published(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example guide, published to a folder that no test may change."""
    folder = tmp_path_factory.mktemp("published") / "site"
    publish(built.release, folder)
    return folder


@pytest.fixture
def site(published: Path, tmp_path: Path) -> Path:
    """A published folder of the test's own."""
    return Path(shutil.copytree(published, tmp_path / "site"))


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """The service on a published folder of the test's own; the test may stop and start it."""
    running = Server(site)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def shared_server(published: Path) -> Iterator[Server]:
    """One service for the tests that only read."""
    running = Server(published)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def changed_guide(tmp_path: Path) -> Callable[..., Path]:
    """Makes a copy of the example guide with some of its files replaced or removed (None)."""

    def make(files: dict[str, str | None]) -> Path:
        folder = tmp_path / f"guide-{len(list(tmp_path.iterdir()))}"
        shutil.copytree(GUIDE, folder)
        for name, text in files.items():
            path = folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        return folder

    return make


# --- The browser ---

# Waiting ends with what is waited for; a busy machine may need more than five seconds until then.
expect.set_options(timeout=20_000)

# A busy machine starves a browser now and then: a test that drives one may try once more, and the
# summary names it ("RERUN"). The walk through the faults may not: what it finds by chance is found.
DRIVES_A_BROWSER = frozenset({"page", "context", "browser"})
TWICE_AT_MOST = ("engines", "test_named_cases.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        drives = DRIVES_A_BROWSER & set(getattr(item, "fixturenames", ()))
        if drives or any(part in TWICE_AT_MOST for part in item.path.parts):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, **launch_options()}
