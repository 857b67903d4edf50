"""Names what a reader can tick, so that the phone remembers it in every language and edition."""

from __future__ import annotations

import hashlib

from livret.model import Text

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Enough for the documents of one answer or step, where alone the name must be unique: 36**3.
_LENGTH = 3


def tick_name(text: Text) -> str:
    """Three letters or digits made from the source text of a document, such as "k3f".

    It is the same in all languages, and stays when other documents are added, removed or moved. A
    document that is named twice in an answer is one document. One whose source text is rewritten
    is to be looked at again, and loses its tick.
    """
    number = int.from_bytes(hashlib.sha256(text.message.encode()).digest()[:8])
    name = ""
    for _ in range(_LENGTH):
        number, digit = divmod(number, len(_DIGITS))
        name += _DIGITS[digit]
    return name
