"""Patches: made here, applied on the phone, and there for the last releases."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from example import ROOT
from livret.build import Built, build
from livret.canonical import canonical_json, hashed_name
from livret.earlier import PATCHED
from livret.patch import COMPARED, difference, lean, patch, patch_path
from livret.publish import publish
from livret.published import read_published
from livret.release import Release
from livret.site import load

Apply = Callable[[bytes, bytes], bytes]
NOW = 1_800_000_000.0
DAY = 24 * 60 * 60

APPLY = """
import { applyParts, parsePatch } from PATCH;
import { createInterface } from 'node:readline';
for await (const line of createInterface({ input: process.stdin })) {
  const { old, patch, size } = JSON.parse(line);
  const parts = parsePatch(Buffer.from(patch, 'base64')).get('xx') ?? [size];
  console.log(Buffer.from(applyParts(Buffer.from(old, 'base64'), parts, size)).toString('base64'));
}
"""


@pytest.fixture(scope="module")
def on_the_phone() -> Iterator[Apply]:
    """What the phone makes of an old pack and the patch that leads to a new one, in both forms."""
    node = shutil.which("node") or str(Path(sys.executable).with_name("node"))
    module = json.dumps((ROOT / "pwa" / "worker" / "patch.js").as_uri())
    command = [node, "--input-type=module", "-e", APPLY.replace("PATCH", module)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        tasks, made = process.stdin, process.stdout
        assert tasks
        assert made

        def apply(old: bytes, new: bytes) -> bytes:
            given = [patch({"xx": old}, {"xx": new}), lean_patch(old, new)]
            for each in given:
                found = base64.b64encode(each).decode()
                task = {"old": base64.b64encode(old).decode(), "patch": found, "size": len(new)}
                tasks.write(json.dumps(task).encode() + b"\n")
            tasks.flush()
            [body] = {base64.b64decode(made.readline()) for _ in given}
            return body

        yield apply
        tasks.close()


def lean_patch(old: bytes, new: bytes) -> bytes:
    parts = lean(old, difference(old, new))
    return canonical_json({"packs": {"xx": parts}, "schema": 2}).encode()


# --- Any two packs ---

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
PAGES = st.dictionaries(st.sampled_from("abcdefghij"), TEXTS, max_size=8)


def pack_of(pages: dict[str, str]) -> bytes:
    lines = [{"address": f"/en/{name}/", "text": text} for name, text in sorted(pages.items())]
    return "".join(f"{canonical_json(line)}\n" for line in lines).encode()


@given(PAGES, PAGES)
@settings(max_examples=200, deadline=None)
def test_the_phone_makes_any_new_pack_out_of_any_old_one(
    on_the_phone: Apply, old: dict[str, str], new: dict[str, str]
) -> None:
    for mixed in (new, {**old, **new}, {**new, **old}):
        assert on_the_phone(pack_of(old), pack_of(mixed)) == pack_of(mixed)


@given(TEXTS, TEXTS)
@example("", "x")
@example("a\nb\nb\n", "b\na\nb\n")
@example("a\r\u2028b\x85", "a\u2028\rb")
@example("é😀", "è😁")
@settings(max_examples=200, deadline=None)
def test_the_phone_makes_any_text_out_of_any_other(on_the_phone: Apply, old: str, new: str) -> None:
    assert on_the_phone(old.encode(), new.encode()) == new.encode()


def test_packs_of_many_changed_pages_are_still_made_whole(on_the_phone: Apply) -> None:
    names = [f"{number:04}" for number in range(3 * COMPARED)]
    old = pack_of({name: f"<p>Text {name}.</p>" * 400 for name in names})
    new = pack_of({name: f"<p>Text {name}.</p>" * 401 for name in names[5:]})
    assert on_the_phone(old, new) == new


def test_a_changed_sentence_costs_its_own_bytes_and_little_more() -> None:
    pages = {name: f"<h1>{name}</h1>" + "<p>One. Two. Three.</p>" * 50 for name in "abcdef"}
    changed = pages["c"].replace("Two", "Deux", 1) + "At the end."
    parts = difference(pack_of(pages), pack_of({**pages, "c": changed}))
    assert [part for part in parts if isinstance(part, str)] == ["Deux", "At the end."]
    assert sum(-part for part in parts if isinstance(part, int) and part < 0) == len("Two")


def test_a_sentence_that_stood_anywhere_is_copied_from_there(on_the_phone: Apply) -> None:
    notices = "<p>Some of it is not translated yet. It is shown in English.</p>"
    pages = {name: f"<h1>{name}</h1><p>One. Two.</p>" for name in "abcdef"}
    old, new = pack_of({**pages, "z": notices}), pack_of({**pages, "c": notices, "z": notices})
    parts = lean(old, difference(old, new))
    [copy] = (part for part in parts if isinstance(part, tuple))
    assert old[copy[0] : sum(copy)] == b"Some of it is not translated yet. It is shown in English"
    assert "translated" not in str(parts)
    assert on_the_phone(old, new) == new


def test_what_is_left_at_the_end_is_not_told() -> None:
    assert lean(b"one two", [3, "x", 4]) == [3, "x"]
    assert lean(b"one two", [3, -4]) == [3, -4]
    assert lean(b"one two", [7]) == []


def test_a_pack_has_what_its_pages_may_come_to_say_but_for_the_source(built: Built) -> None:
    """So that a patch copies it into each page whose text gets old."""
    headers = {
        code: json.loads(pack.partition(b"\n")[0]) for code, pack in packs(built.release).items()
    }
    assert headers["en"]["notices"] == ""
    assert headers["fr"]["notices"].count("<p data-share>") == 3
    assert "traduites" in headers["fr"]["notices"]


def test_packs_that_did_not_change_or_have_no_older_one_are_not_in_a_patch() -> None:
    made = patch({"ar": b"1\n", "en": b"1\n"}, {"ar": b"1\n", "en": b"2\n", "fr": b"1\n"})
    assert made == b'{"packs":{"en":[-2,"2\\n"]},"schema":1}\n'


# --- Published ---


def edited(changed_guide: Callable[..., Path], number: int) -> Release:
    """The example guide with another sentence."""
    path = "content/money/fee.md"
    text = (changed_guide({}) / path).read_text(encoding="utf-8")
    start, end, body = text.split("---\n", 2)
    again = f"{start}---\n{end}---\n{body}\nSentence number {number}.\n"
    return build(changed_guide({path: again})).release


def patches_in(folder: Path) -> set[str]:
    return {f"/packs/{place.name}" for place in (folder / "packs").glob("*-*.json")}


def test_a_deploy_leads_there_from_each_of_the_last_releases(
    built: Built, changed_guide: Callable[..., Path], tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    releases = [built.release, *(edited(changed_guide, n) for n in range(PATCHED + 1))]
    for day, release in enumerate(releases):
        publish(release, folder, now=NOW + day * DAY)
        last = releases[max(0, day - PATCHED) : day]
        assert patches_in(folder) == {patch_path(each.id, release.id) for each in last}
    publish(releases[1], folder, now=NOW + 9 * DAY)  # a rollback is a deploy like any other
    last = releases[2:]
    assert patches_in(folder) == {patch_path(each.id, releases[1].id) for each in last}
    publish(releases[1], folder, keep_days=5, now=NOW + 15 * DAY)
    assert patches_in(folder) == set()


def test_a_patch_does_not_change_the_release_and_is_served_as_for_ever(
    built: Built, changed_guide: Callable[..., Path], tmp_path: Path
) -> None:
    alone, after = tmp_path / "alone", tmp_path / "after"
    newer = edited(changed_guide, 1)
    publish(newer, alone)
    publish(built.release, after)
    publish(newer, after)
    assert (alone / "release.json").read_bytes() == (after / "release.json").read_bytes()
    site = load(after)
    found = site.resources[patch_path(built.release.id, newer.id)]
    assert found.headers["content-type"] == "application/json"
    assert "immutable" in found.headers["cache-control"]
    assert patch_path(built.release.id, newer.id) in site.files
    assert found._make() == patch(packs(built.release), packs(newer))
    (after / "packs" / f"notes-{newer.id}.json").write_text("an editor's")
    assert len(read_published(after).patches) == 1


def packs(release: Release) -> dict[str, bytes]:
    return {code: file.body for code, file in release.packs.items()}


@pytest.mark.parametrize(
    "damage",
    [Path.unlink, lambda path: path.write_bytes(b"\xff"), lambda path: path.write_bytes(b"")],
    ids=["gone", "no text", "empty"],
)
def test_a_damaged_file_of_an_earlier_release_stops_no_deploy(
    built: Built,
    changed_guide: Callable[..., Path],
    tmp_path: Path,
    damage: Callable[[Path], None],
) -> None:
    folder = tmp_path / "site"
    newer = edited(changed_guide, 1)
    own_list = folder / "packs" / hashed_name("release.json", built.release.listing)
    for place in (own_list, folder / built.release.packs["fr"].path[1:]):
        publish(built.release, folder)
        damage(place)
        publish(newer, folder)
        assert read_published(folder).release.id == newer.id


def test_a_release_that_has_nothing_in_common_comes_without_a_patch(
    built: Built, tmp_path: Path, changed_guide: Callable[..., Path]
) -> None:
    folder = tmp_path / "site"
    publish(built.release, folder)
    newer = edited(changed_guide, 1)
    for place in (folder / "packs").glob("*.ndjson"):
        place.write_text("nothing of it\n")
    publish(newer, folder)
    assert patches_in(folder) == set()


def test_a_page_that_gets_old_costs_no_notice(
    built: Built, changed_guide: Callable[..., Path]
) -> None:
    path = "content/money/fee.md"
    text = (changed_guide({}) / path).read_text(encoding="utf-8")
    newer = build(changed_guide({path: text.replace("do not pay.", "never pay.")})).release
    old, new = packs(built.release), packs(newer)
    parts = lean(old["ar"], difference(old["ar"], new["ar"]))
    [copy] = (part for part in parts if isinstance(part, tuple))
    header = json.loads(old["ar"].partition(b"\n")[0])
    assert old["ar"][copy[0] : sum(copy)].decode() in header["notices"]


def test_one_changed_sentence_costs_less_than_a_packet(
    built: Built, changed_guide: Callable[..., Path]
) -> None:
    """In all languages together, as long as it is not translated."""
    newer = edited(changed_guide, 1)
    assert len(brotli.compress(patch(packs(built.release), packs(newer)))) < 1000
