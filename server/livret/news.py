"""News: all that leads from a release that a phone has to the one that is served, in one answer.

    {"list":[1517,-16,"a3e8…",…],"packs":{"ar":[…],"en":[…]},"schema":1,"size":4111}

`packs` is the patch between the two (patch.py), `list` makes the one release.json out of the other
in the same way, and `size` are its bytes. A phone asks for release.json with the id of its release
as query; where these cannot be told, it is given the whole list, as any host of files would.

A phone that keeps all languages says so, and is told less, for it has the new packs as soon as it
has the patch, and with them what the list says of each:

    {"list":[],"packs":{"ar":[…],"en":[…]},"schema":2,"sha256":"2fa6ea50c8a17c72…"}

Here `list` leads from the old list, with the new packs in place of the old ones and without its
id, to the new one without its id; the SHA-256 is that of the latter, whose beginning is the id.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from livret.canonical import canonical_json, sha256
from livret.patch import SCHEMA, Part, difference, lean, patch_path
from livret.published import MALFORMED, Published

# As much as a phone takes for a release.json (pwa/worker/names.js); more is rarely worth it.
MOST = 1 << 20
# Behind the id, what a phone says that keeps all languages of its release.
ALL = "&all"
# Of the leaner form, where a part may also be a copy from any place (patch.lean).
LEAN_SCHEMA = 2

Patch = Mapping[str, Sequence[Part]]


def news(published: Published) -> dict[str, bytes]:
    """The answers by what is asked, an id or an id and `ALL`, the served release included."""
    release = published.release.id
    nothing = told(published.release_json, published.release_json, {})
    found = {release: nothing, release + ALL: nothing}
    for path, listing in published.earlier.items():
        if not path.startswith("/packs/release."):
            continue
        try:
            earlier = json.loads(listing)
            patch = json.loads(published.patches[patch_path(earlier["id"], release)])["packs"]
            found[earlier["id"]] = told(listing, published.release_json, patch)
            bodies = {
                each["code"]: published.earlier[each["pack"]] for each in earlier["languages"]
            }
            found[earlier["id"] + ALL] = told_to_all(earlier, published.release_json, patch, bodies)
        except MALFORMED:
            continue  # no patch leads from it, or what does is damaged
    return {asked: body for asked, body in found.items() if len(body) <= MOST}


def told(old: bytes, new: bytes, packs: Patch) -> bytes:
    """The answer that leads from one release.json to another."""
    list_ = difference(old, new)
    return _line({"list": list_, "packs": packs, "schema": SCHEMA, "size": len(new)})


def told_to_all(
    old: Mapping[str, Any], new: bytes, packs: Patch, bodies: Mapping[str, bytes]
) -> bytes:
    """The same for a phone that keeps all packs of the old release, whose `bodies` these are."""
    listing = json.loads(new)
    before, after = _content(with_packs(old, listing, packs)), _content(listing)
    return _line(
        {
            "list": lean(before, difference(before, after)),
            "packs": {code: lean(bodies[code], parts) for code, parts in packs.items()},
            "schema": LEAN_SCHEMA,
            "sha256": sha256(after),
        }
    )


def with_packs(
    old: Mapping[str, Any], new: Mapping[str, Any], codes: Collection[str]
) -> dict[str, Any]:
    """The old list, but of the packs of some languages it says what the new one does."""
    files = {file["path"]: file for file in new["files"]}
    packs = {each["code"]: files[each["pack"]] for each in new["languages"]}
    made = {each["pack"]: packs[each["code"]] for each in old["languages"] if each["code"] in codes}
    return {
        **old,
        "files": [
            {**file, **{key: made[file["path"]][key] for key in ("path", "sha256", "size")}}
            if file["path"] in made
            else file
            for file in old["files"]
        ],
        "languages": [
            {**each, "pack": made[each["pack"]]["path"], "size": made[each["pack"]]["size"]}
            if each["pack"] in made
            else each
            for each in old["languages"]
        ],
    }


def _content(listing: Mapping[str, Any]) -> bytes:
    """What the id of a list is the hash of."""
    return canonical_json({key: part for key, part in listing.items() if key != "id"}).encode()


def _line(value: Mapping[str, object]) -> bytes:
    return f"{canonical_json(value)}\n".encode()
