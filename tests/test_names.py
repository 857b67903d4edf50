"""What a screen reader is told of each kind of page: exactly what is written in tests/names/."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from example import Server
from read_out import CODES, TOLD, path_of, publish_example, read_out, reading


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(publish_example(tmp_path_factory.mktemp("names")))
    server.start()
    yield server
    server.stop()


@pytest.mark.parametrize("code", CODES)
def test_a_screen_reader_is_told_what_is_written_down(
    browser: Browser, own_server: Server, code: str
) -> None:
    found, expected = {}, {}
    for state, page in reading(browser, own_server.origin, code):
        expected[state.name] = path_of(code, state).read_text(encoding="utf-8")
        for _ in range(50):  # what is told after a pause of the reader comes late
            found[state.name] = read_out(page, state)
            if found[state.name] == expected[state.name]:
                break
            page.wait_for_timeout(100)
    assert found == expected
    assert set(found) == set(TOLD)
