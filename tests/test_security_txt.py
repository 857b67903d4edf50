"""security.txt: written where somebody wants to be told, and shown by the service."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from example import GUIDE, Server
from livret.build import Built
from livret.command import main
from livret.publish import publish
from livret.site import load

ADDRESS = "/.well-known/security.txt"
CONTACT = "mailto:security@example.org"
ORIGIN = "https://guide.example.org"


def fields(text: str) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_the_service_shows_where_to_tell_of_a_security_problem(
    built: Built, tmp_path: Path
) -> None:
    moment = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
    folder = tmp_path / "site"
    publish(built.release, folder, ORIGIN, now=moment.timestamp(), security=CONTACT)
    server = Server(folder)
    server.start()
    try:
        response = httpx.get(server.origin + ADDRESS)
    finally:
        server.stop()
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert fields(response.text) == {
        "Contact": CONTACT,
        "Expires": "2027-11-22T12:30:00Z",
        "Preferred-Languages": "en",
        "Canonical": ORIGIN + ADDRESS,
    }


def test_without_a_contact_there_is_no_such_address(built: Built, tmp_path: Path) -> None:
    publish(built.release, tmp_path / "site", ORIGIN)
    assert ADDRESS not in load(tmp_path / "site").resources
    assert not (tmp_path / "site/.well-known").exists()


def test_it_goes_with_the_build_that_names_no_contact_any_more(
    built: Built, tmp_path: Path
) -> None:
    publish(built.release, tmp_path / "site", security=CONTACT)
    text = (tmp_path / "site" / ADDRESS[1:]).read_text()
    assert "Canonical" not in fields(text)
    publish(built.release, tmp_path / "site")
    assert not (tmp_path / "site/.well-known").exists()


@pytest.mark.parametrize("contact", ["security@example.org", "http://example.org/", "mailto:us"])
def test_an_address_that_the_file_cannot_hold_is_refused(
    contact: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--out", str(tmp_path / "site")]
    assert main(["build", "--guide", str(GUIDE), *out, "--security", contact]) == 2
    assert "give mailto:, https:// or tel:+" in capsys.readouterr().err
    assert main(["build", "--guide", str(GUIDE), *out, "--security", CONTACT]) == 0
    assert (tmp_path / "site" / ADDRESS[1:]).is_file()
