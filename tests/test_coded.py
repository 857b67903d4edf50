"""What a build compresses ahead: it holds the files, is made once, and spares the service work."""

from __future__ import annotations

import json
from pathlib import Path

import brotli
import pytest

from example import GUIDE
from livret.build import Built
from livret.coded import ENDINGS, FILE, Effort, encoded, holds
from livret.command import main
from livret.publish import publish
from livret.resource import represent
from livret.site import load

BODY = b"All is well. " * 200


@pytest.fixture
def site(built: Built, tmp_path: Path) -> Path:
    """A folder that was published with all codings."""
    publish(built.release, tmp_path / "site", compress=True)
    return tmp_path / "site"


def pack_of(built: Built) -> str:
    return next(iter(built.release.packs.values())).path


@pytest.mark.parametrize("coding", ENDINGS)
def test_a_body_is_known_in_each_coding_and_nothing_else_is(coding: str) -> None:
    data = encoded(BODY, coding, FILE)
    assert holds(data, coding, BODY)
    assert not holds(data, coding, BODY[:-1])
    assert not holds(data, coding, BODY + b"!")
    assert not holds(data[:-4], coding, BODY)
    assert not holds(b"", coding, BODY)
    assert not holds(BODY, coding, BODY)


def test_every_file_of_a_release_lies_there_in_all_codings(built: Built, site: Path) -> None:
    for file in built.release.files:
        for coding, ending in ENDINGS.items():
            assert holds(Path(f"{site}{file.path}{ending}").read_bytes(), coding, file.body)


def test_the_command_does_it_when_it_is_asked(tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert main(["build", "--guide", str(GUIDE), "--out", str(out), "--compress"]) == 0
    assert sorted({path.suffix for path in (out / "packs").glob("en.*")}) == sorted(
        [".ndjson", *ENDINGS.values()]
    )


def test_without_being_asked_nothing_is_compressed(published: Path) -> None:
    assert not [path for path in published.rglob("*") if path.suffix in ENDINGS.values()]


def test_a_service_is_ready_with_what_lies_there_and_answers_the_same(
    built: Built, site: Path
) -> None:
    loaded = load(site)
    for file in built.release.files:
        assert loaded.resources[file.path].ready
        assert loaded.resources[file.path].representations() == represent(file.body, FILE)


@pytest.mark.parametrize("harm", [b"", b"no brotli", brotli.compress(b"another file")])
def test_a_service_uses_nothing_that_is_damaged(built: Built, site: Path, harm: bytes) -> None:
    path = pack_of(built)
    Path(f"{site}{path}.br").write_bytes(harm)
    resource = load(site).resources[path]
    assert not resource.ready
    body = next(iter(built.release.packs.values())).body
    assert resource.representations() == represent(body, FILE)


def test_the_next_build_takes_what_is_there(built: Built, site: Path) -> None:
    """Seen by its level: the next build would have made it smaller."""
    path = Path(f"{site}{pack_of(built)}.br")
    body = next(iter(built.release.packs.values())).body
    known = encoded(body, "br", Effort(brotli=1, gzip=1, zstd=1))
    path.write_bytes(known)
    publish(built.release, site, compress=True)
    assert path.read_bytes() == known


def test_the_next_build_makes_what_is_damaged_anew(built: Built, site: Path) -> None:
    path = Path(f"{site}{pack_of(built)}.br")
    before = path.read_bytes()
    path.write_bytes(before[:-10])
    publish(built.release, site, compress=True)
    assert path.read_bytes() == before


def test_a_build_without_it_leaves_none(built: Built, site: Path) -> None:
    publish(built.release, site)
    assert not [path for path in site.rglob("*") if path.suffix in ENDINGS.values()]


def test_a_phone_is_told_about_how_much_a_language_takes(built: Built) -> None:
    languages = json.loads(built.release.listing)["languages"]
    told = {language["code"]: language["transfer"] for language in languages}
    for code, pack in built.release.packs.items():
        assert 0.95 < told[code] / len(encoded(pack.body, "br", FILE)) < 1.1
