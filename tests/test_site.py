"""A published folder is checked before it is served, and replaced as a whole or not at all."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import httpx
import pytest

from livret.published import NotServable
from livret.site import load
from small_site import (
    LARGE,
    address_of,
    bind,
    pack_of,
    publish,
    release_of,
    replace_pack,
    running,
    slow_reader,
)

REMEDY = "livret build --out"


def change_pack(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[Path], None]:
    """A damage: the French pack with its lines changed, hashes and all made right again."""

    def damage(folder: Path) -> None:
        lines = (folder / pack_of(folder, "fr")[1:]).read_bytes().splitlines(keepends=True)
        replace_pack(folder, "fr", b"".join(change(lines)))

    return damage


def change_listing(**changes: object) -> Callable[[Path], None]:
    """A damage: release.json says something else, under an id that fits it."""

    def damage(folder: Path) -> None:
        bind(folder, {**release_of(folder), **changes})

    return damage


def remove(pattern: str) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        for place in folder.glob(pattern):
            place.unlink()

    return damage


def overwrite(pattern: str, data: bytes) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        for place in folder.glob(pattern):
            place.write_bytes(data)

    return damage


def edit_by_hand(folder: Path) -> None:
    place = folder / "release.json"
    place.write_text(place.read_text(encoding="utf-8").replace('"Livret"', '"Mine"'))


def name_a_file_outside(folder: Path) -> None:
    listing = release_of(folder)
    listing["files"][0]["path"] = "/packs/../../etc/passwd"
    bind(folder, listing)


def name_a_file_without_its_hash(folder: Path) -> None:
    listing = release_of(folder)
    listing["files"][0] = {
        "path": "/assets/app.js", "sha256": sha256(b"x").hexdigest(), "size": 1, "type": "x"
    }  # fmt: skip
    (folder / "assets" / "app.js").write_bytes(b"x")
    bind(folder, listing)


def rename_header(lines: list[bytes]) -> list[bytes]:
    return [lines[0].replace(b'"code":"fr"', b'"code":"ar"'), *lines[1:]]


def new_slot(lines: list[bytes]) -> list[bytes]:
    return [lines[0].replace(b'"rest"', b'"future"'), *lines[1:]]


@pytest.mark.parametrize(
    ("damage", "file", "what"),
    [
        (shutil.rmtree, "release.json", "No such file or directory"),
        (remove("release.json"), "release.json", "No such file or directory"),
        (overwrite("release.json", b"<html>"), "release.json", "is no JSON"),
        (overwrite("release.json", b"[]"), "release.json", "list"),
        (change_listing(schema=2), "release.json", "has schema 2"),
        (change_listing(languages=[]), "release.json", "names no language"),
        (change_listing(files=[]), "release.json", 'is not among its "files"'),
        (change_listing(languages=[{"code": "fr"}]), "release.json", "has no 'lang'"),
        (edit_by_hand, "release.json", "was changed by hand"),
        (name_a_file_outside, "release.json", "no path inside the folder"),
        (name_a_file_without_its_hash, "assets/app.js", "its name does not hold its hash"),
        (remove("packs/fr.*"), "packs/fr.", "No such file or directory, but release.json names it"),
        (overwrite("packs/fr.*", b"{}"), "packs/fr.", "its SHA-256 differs"),
        (overwrite("assets/*", b""), "assets/app.", "its SHA-256 differs"),
        (remove("sw.js"), "sw.js", "missing"),
        (change_pack(lambda lines: []), "packs/fr.", "is no JSON"),
        (change_pack(lambda lines: lines[:2]), "packs/fr.", "has no '/fr/404.html'"),
        (change_pack(lambda lines: lines[1:]), "packs/fr.", "has no 'schema'"),
        (change_pack(rename_header), "packs/fr.", "is no pack of schema 1 in the language 'fr'"),
        (change_pack(new_slot), "packs/fr.", "has no 'future'"),
        (
            change_pack(lambda lines: [line.replace(b"/fr/search/", b"/ar/x/") for line in lines]),
            "packs/fr.",
            "has a page at '/ar/x/'",
        ),
    ],
)
def test_a_folder_that_does_not_hold_together_is_refused_with_file_and_remedy(
    tmp_path: Path, damage: Callable[[Path], None], file: str, what: str
) -> None:
    folder = tmp_path / "site"
    publish(folder)
    damage(folder)
    with pytest.raises(NotServable) as refused:
        load(folder)
    problem = next(each for each in refused.value.problems if str(folder / file) in each)
    assert what in problem
    assert f"{REMEDY} {folder}" in problem


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    publish(tmp_path)
    remove("packs/*")(tmp_path)
    remove("sw.js")(tmp_path)
    with pytest.raises(NotServable) as refused:
        load(tmp_path)
    assert len(refused.value.problems) == 5


def test_a_service_without_its_folder_ends_with_an_error_that_says_what_to_do(
    tmp_path: Path,
) -> None:
    with running(tmp_path / "nowhere") as server:
        assert server.ended() == 1
        assert len(server.lines) == 2
        assert f"ERROR {tmp_path}/nowhere/release.json: No such file" in server.lines[0]
        assert REMEDY in server.lines[0]


def test_a_damaged_file_of_an_earlier_release_is_not_served(tmp_path: Path) -> None:
    publish(tmp_path, "Ancien")
    old = pack_of(tmp_path, "fr")
    publish(tmp_path)
    assert old in load(tmp_path).resources
    (tmp_path / old[1:]).write_bytes(b"cut sh")
    (tmp_path / "packs" / "notes.txt").write_bytes(b"an editor's")
    resources = load(tmp_path).resources
    assert old not in resources
    assert "/packs/notes.txt" not in resources


def test_the_source_language_comes_first_whatever_the_order_of_the_languages(
    tmp_path: Path,
) -> None:
    publish(tmp_path)
    bind(tmp_path, {**release_of(tmp_path), "source": "pt"})
    assert [language.tag for language in load(tmp_path).languages] == [
        "pt-BR", "fr", "ar", "zh-Hans"
    ]  # fmt: skip


def test_a_line_separator_inside_a_text_does_not_end_a_line_of_a_pack(tmp_path: Path) -> None:
    publish(tmp_path, "un\u2028deux\x85trois")
    codings = load(tmp_path).resources["/fr/"].representations()
    [page] = (each for each in codings if each.coding == "identity")
    assert "un\u2028deux\x85trois".encode() in page.body


# --- Reload ---


def test_a_reload_serves_the_new_release_and_the_files_of_the_old(tmp_path: Path) -> None:
    first = publish(tmp_path)
    old = pack_of(tmp_path, "fr")
    with running(tmp_path) as server, httpx.Client(base_url=server.url) as client:
        before = client.get("/fr/health/lost/")
        second = publish(tmp_path, "Bonsoir")
        assert client.get("/health").json()["release"] == first
        server.signal(signal.SIGHUP)
        server.wait_for(f"reloaded; serving release {second}")
        assert client.get("/health").json()["release"] == second
        assert client.get("/release.json").json()["id"] == second
        condition = {"if-none-match": before.headers["etag"]}
        after = client.get("/fr/health/lost/", headers=condition)
        assert after.status_code == 200
        assert "Bonsoir" in after.text
        assert sha256(client.get(old).content).hexdigest().startswith(old.split(".")[1])
        assert client.get(pack_of(tmp_path, "fr")).status_code == 200


def test_a_rollback_is_a_reload(tmp_path: Path) -> None:
    first = publish(tmp_path)
    second = publish(tmp_path, "Bonsoir")
    with running(tmp_path) as server, httpx.Client(base_url=server.url) as client:
        new = pack_of(tmp_path, "ar")
        assert publish(tmp_path) == first != second
        server.signal(signal.SIGHUP)
        server.wait_for(f"reloaded; serving release {first}")
        assert "Bonjour" in client.get("/fr/").text
        assert client.get(new).status_code == 200


@pytest.mark.parametrize(
    "damage", [remove("release.json"), overwrite("packs/ar.*", b"{}"), shutil.rmtree]
)
def test_a_release_that_cannot_be_served_changes_nothing(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    folder = tmp_path / "site"
    first = publish(folder)
    with running(folder) as server, httpx.Client(base_url=server.url) as client:
        damage(folder)
        server.signal(signal.SIGHUP)
        server.wait_for(f"ERROR reload failed; still serving release {first}")
        server.wait_for(f"ERROR {folder}.*{REMEDY}")
        assert client.get("/health").json()["release"] == first
        assert client.get("/ar/health/lost/").status_code == 200
        second = publish(folder, "Bonsoir")
        server.signal(signal.SIGHUP)
        server.wait_for(f"reloaded; serving release {second}")
        assert "Bonsoir" in client.get("/ar/").text


def test_a_download_that_began_before_a_reload_ends_with_the_bytes_it_began_with(
    tmp_path: Path,
) -> None:
    publish(tmp_path, assets={"big": LARGE})
    path = address_of(tmp_path, "big")
    with running(tmp_path) as server, slow_reader(server) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        received = connection.recv(1000)
        shutil.rmtree(tmp_path / "assets")
        second = publish(tmp_path, "Bonsoir")
        server.signal(signal.SIGHUP)
        server.wait_for(f"reloaded; serving release {second}")
        assert httpx.get(server.url + path).status_code == 404
        received += b"".join(iter(lambda: connection.recv(65536), b""))
    assert received.partition(b"\r\n\r\n")[2] == LARGE


def test_what_did_not_change_is_not_compressed_again(tmp_path: Path) -> None:
    publish(tmp_path)
    before = load(tmp_path)
    path = pack_of(tmp_path, "fr")
    before.resources[path].representations()
    after = load(tmp_path, before)
    assert after.resources[path].ready
    assert not after.resources["/release.json"].ready
