"""News: all that leads from a release that a phone has to the one that is served, in one answer.

    {"list":[1517,-16,"a3e8…",…],"packs":{"ar":[…],"en":[…]},"schema":1,"size":4111}

`packs` is the patch between the two (patch.py), `list` makes the one release.json out of the other
in the same way, and `size` are its bytes. A phone asks for release.json with the id of its release
as query; where these cannot be told, it is given the whole list, as any host of files would.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from livret.canonical import canonical_json
from livret.patch import SCHEMA, difference, patch_path
from livret.published import MALFORMED, Published

# As much as a phone takes for a release.json (pwa/worker/names.js); more is rarely worth it.
MOST = 1 << 20


def news(published: Published) -> dict[str, bytes]:
    """The answers by the id of the release that they lead from, the served one included."""
    release = published.release.id
    found = {release: told(published.release_json, published.release_json, {})}
    for path, listing in published.earlier.items():
        if not path.startswith("/packs/release."):
            continue
        try:
            earlier = json.loads(listing)["id"]
            packs = json.loads(published.patches[patch_path(earlier, release)])["packs"]
            found[earlier] = told(listing, published.release_json, packs)
        except MALFORMED:
            continue  # no patch leads from it, or what does is damaged
    return {earlier: body for earlier, body in found.items() if len(body) <= MOST}


def told(old: bytes, new: bytes, packs: Mapping[str, object]) -> bytes:
    """The answer that leads from one release.json to another."""
    list_ = difference(old, new)
    text = canonical_json({"list": list_, "packs": packs, "schema": SCHEMA, "size": len(new)})
    return f"{text}\n".encode()
