"""What must hold for every reader after whatever happened, with the server stopped."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

from browser_pipe import Opened
from laboratory import Broken, Laboratory, Seen
from releases import LabRelease, is_right, listing_of, needed

POINTERS = ("/kept.json", "/kept-spare.json")
TOLD = 503
FETCHED = """async (path) => {
  const response = await fetch(path).catch(() => null);
  if (response?.status !== 200) return [path, null];
  const hash = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return [path, new Uint8Array(hash).toHex()];
}"""


@dataclass(frozen=True)
class Whole:
    """A release that the phone names, in some languages; `lost` are its damaged files."""

    release: LabRelease
    codes: tuple[str, ...]
    lost: frozenset[str]

    def has(self, code: str) -> bool:
        return code in self.codes and self.release.pack(code) not in self.lost


def judge(lab: Laboratory, random: Random) -> str:
    """Look into the phone, then read on it, with the server gone; gives what was seen in a line.

    Raises `Broken` when a file or a page is not what it must be.
    """
    lab.server.stop()
    lab.quiet()
    seen = lab.look()
    lab.damaged = {path for path in lab.damaged if not is_right(path, seen.files.get(path))}
    kept = pointer(lab, seen)
    wholes = check_files(lab, seen, kept)
    check_promise(lab, wholes)
    if seen.registered:
        read(lab, wholes, kept, random)
    if not lab.offline:
        lab.server.start()
    if not wholes:
        return "nothing kept" if seen.registered else "no worker"
    now = wholes[0]
    return f"{now.release.name} in {','.join(now.codes)}" + f", {len(now.lost)} lost" * bool(
        now.lost
    )


# --- Files ---


def pointer(lab: Laboratory, seen: Seen) -> dict[str, Any] | None:
    """What the phone says that it keeps; None where nothing readable says so."""
    for path in POINTERS:
        try:
            value = json.loads(seen.notes.get(path, ""))
            parts = [value, *([value["previous"]] if value["previous"] else [])]
            if all(is_published(lab, part["release"]) for part in parts):
                return dict(value)
        except (ValueError, KeyError, TypeError):
            continue
    return None


def is_published(lab: Laboratory, listing: dict[str, Any]) -> bool:
    return any(listing == listing_of(release) for release in lab.releases)


def check_files(lab: Laboratory, seen: Seen, kept: dict[str, Any] | None) -> list[Whole]:
    """The kept release and the one before, each whole but for what was damaged on purpose."""
    for path, sha256 in seen.files.items():
        if not is_right(path, sha256) and path not in lab.damaged:
            raise Broken(f"{path} is kept with other bytes: {sha256}")
    if kept is None:
        return []
    return [whole(lab, seen, part) for part in (kept, kept["previous"]) if part]


def check_promise(lab: Laboratory, wholes: list[Whole]) -> None:
    """No language has gone that the reader did not take away and that the guide still has."""
    codes = wholes[0].codes if wholes else ()
    offered = wholes[0].release.codes if wholes else lab.promised
    if gone := [code for code in lab.promised if code in offered and code not in codes]:
        raise Broken(f"kept before, but not any more: {gone}")
    lab.promised = set(codes)


def whole(lab: Laboratory, seen: Seen, part: dict[str, Any]) -> Whole:
    identity = part["release"]["id"]
    release = next(each for each in lab.releases if each.id == identity)
    files = needed(part["release"], part["languages"])
    lost = {path for path, sha256 in files.items() if seen.files.get(path) != sha256}
    if unexpected := lost - lab.damaged:
        raise Broken(f"{release.name} is kept in {part['languages']} but lacks {unexpected}")
    return Whole(release, tuple(part["languages"]), frozenset(lost))


# --- Pages ---


def read(lab: Laboratory, wholes: list[Whole], kept: dict[str, Any] | None, random: Random) -> None:
    """Open pages as a reader would, and compare each with what it must be."""
    check_start(lab, wholes, kept)  # first: a page that is opened may tell the reader's language
    any_release = wholes[0].release if wholes else lab.releases[0]
    for code in random.sample(lab.releases[0].codes, 3):
        known = any_release if code in any_release.codes else lab.releases[0]
        address = random.choice(known.addresses(code))
        opened = lab.goto(address)
        check_page(opened, address, code, wholes)
    if wholes and opened.status == 200:
        check_assets(lab, wholes)


def check_page(opened: Opened, address: str, code: str, wholes: list[Whole]) -> None:
    """One whole release in the right language, or words that say that it is not there."""
    if opened.error or not opened.from_worker:
        raise Broken(f"{address}: the browser's own error page: {opened.error or opened.status}")
    if opened.status == 200:
        bodies = [w.release.pages.get(address) for w in wholes if code in w.codes]
        if opened.body not in bodies:
            raise Broken(f"{address}: not the page of a kept release: {opened.body[:300]!r}")
        if wholes[0].has(code) and opened.body != bodies[0]:
            raise Broken(f"{address}: the page of the release before, though the kept one is whole")
        return
    wanted = wholes and code in wholes[0].codes
    if wanted and any(whole.has(code) and address in whole.release.pages for whole in wholes):
        raise Broken(f"{address}: {opened.status}, though it is kept: {opened.body[:600]!r}")
    if opened.status == 404 and any(whole.has(code) for whole in wholes):
        return
    check_told(opened, address, code, wholes)


def check_told(opened: Opened, address: str, code: str, wholes: Iterable[Whole]) -> None:
    """A page in words of a language that is kept, or the one that needs nothing."""
    text = opened.body.decode()
    if opened.status != TOLD or f'href="{address}"' not in text:
        raise Broken(f"{address}: {opened.status}, without a way to try again: {text[:300]}")
    # What the worker has in its memory it still speaks, even where the storage has lost it.
    offers = any(
        w.release.offline_words(c)["title"] in text and f'href="/{c}/' in text
        for w in wholes
        for c in w.codes
    )
    speakable = any(w.has(c) for w in wholes for c in w.codes)
    if not offers and (speakable or not says_nothing(text, code)):
        raise Broken(f"{address}: does not say what is kept instead: {text[:300]}")


def says_nothing(text: str, code: str) -> bool:
    """Whether this is the page of a phone that has nothing, in the address's language first."""
    first = re.search(
        r'<main>\s*<p lang="(\w+)" dir="(\w+)">[^<]{9,}<a href="[^"]+">[^<]+</a>', text
    )
    return first is not None and first.groups() == (code or "en", "rtl" if code == "ar" else "ltr")


def check_start(lab: Laboratory, wholes: list[Whole], kept: dict[str, Any] | None) -> None:
    """The first address leads into a kept language, the reader's before the others."""
    opened = lab.goto("/")
    address = opened.url.removeprefix(lab.server.origin)
    if kept is None or not wholes[0].codes:
        return check_page(opened, "/", "", [])
    # A page that was opened before may just be telling another language.
    readers = {kept["reader"], (pointer(lab, lab.look()) or kept)["reader"]}
    starts = {first_language(kept, reader) for reader in readers}
    code = address.strip("/")
    if code not in starts:
        raise Broken(f"/ leads to {address} and not to one of {starts}")
    return check_page(opened, address, code, wholes)


def first_language(kept: dict[str, Any], reader: str | None) -> str:
    """The kept language that comes first: the reader's, the companion, any."""
    first = (reader, kept["release"]["companion"], *kept["languages"])
    return str(next(code for code in first if code in kept["languages"]))


def check_assets(lab: Laboratory, wholes: list[Whole]) -> None:
    """Scripts and pictures reach the page with the bytes that they are named for, or not at all."""
    files = [file for file in wholes[0].release.release.files if file.kept]
    paths = [file.path for file in files if file.path.startswith("/assets/")]
    served = lab.tab.run(f"Promise.all({paths}.map({FETCHED}))")
    for path, sha256 in served:
        if sha256 is not None and not is_right(path, sha256):
            raise Broken(f"{path} reached a page with other bytes")
        if sha256 is None and path not in wholes[0].lost:
            raise Broken(f"{path} is kept but did not reach the page")
