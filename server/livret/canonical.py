"""Canonical JSON and the hashes that files are named by."""

from __future__ import annotations

import hashlib
import json
from typing import Any

NAME_DIGITS = 16
# Made once: `json.dumps` makes one for each call with options.
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical_json(value: Any) -> str:
    """JSON with sorted keys and no spaces: one value has one spelling."""
    return _ENCODER.encode(value)


def sha256(body: bytes) -> str:
    """The SHA-256 of a body, in hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def hashed_name(name: str, body: bytes) -> str:
    """A file name that changes with its content: "app.js" becomes "app.<16 digits>.js"."""
    return name_with(sha256(body), name)


def name_with(digest: str, name: str) -> str:
    """The name that `hashed_name` gives, where the SHA-256 of the body is known already."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{digest[:NAME_DIGITS]}{dot}{ending}"


def name_of(path: str) -> str:
    """The name that a path was made from by `hashed_name`: "app.js" for "/assets/app.<hash>.js"."""
    stem, _, ending = path.rpartition("/")[2].rsplit(".", 2)
    return f"{stem}.{ending}"
