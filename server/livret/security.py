"""security.txt (RFC 9116): where somebody who found a security problem tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

PATH = ".well-known/security.txt"
TYPE = "text/plain; charset=utf-8"
# RFC 9116, 2.5.5 asks for less than a year; whoever keeps a guide builds it more often than that.
VALID = timedelta(days=364)
_CONTACT = re.compile(r"(?:mailto:[^\s@]+@[^\s@]+\.[^\s@]+|https://\S+|tel:\+[0-9-]{4,})", re.ASCII)


def read_contact(value: str) -> str:
    """An address as the file wants it, or nothing; raises `ValueError` with a remedy."""
    if value and not _CONTACT.fullmatch(value):
        raise ValueError("give mailto:, https:// or tel:+, like mailto:security@example.org")
    return value


def security_txt(contact: str, origin: str, moment: float, languages: Sequence[str]) -> bytes:
    """The file; `moment` is when it is written, in seconds since the epoch, `origin` where it will
    be found or empty, `languages` are the BCP 47 tags of those that reports are understood in."""
    expires = datetime.fromtimestamp(moment, UTC).replace(microsecond=0) + VALID
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires.isoformat().replace('+00:00', 'Z')}",
        f"Preferred-Languages: {', '.join(languages)}",
    ]
    if origin:
        lines.append(f"Canonical: {origin}/{PATH}")
    return "".join(f"{line}\n" for line in lines).encode()
