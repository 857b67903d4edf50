"""A patch: what makes the packs of one release out of those of an earlier one (docs/formats.md).

    {"packs":{"ar":[81234,-12,"new text",9120],"en":[…]},"schema":1}

For each pack that changed, in order: a number copies so many bytes of the old pack, a negative one
passes over them, a text is inserted. It is found by the lines of the packs, and inside a line by
its tags and sentences; what it gives is checked by its hash, so that a poor patch costs bytes and
nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from livret.canonical import NAME_DIGITS, canonical_json

SCHEMA = 1
# A name in JSON's own ending: every host knows its type, and most compress it.
PATH = re.compile(
    rf"/packs/(?P<old>[0-9a-f]{{{NAME_DIGITS}}})-(?P<new>[0-9a-f]{{{NAME_DIGITS}}})\.json"
)
# So many changed lines of a pack are compared inside, at some milliseconds each; a release that
# changes more is rarely worth a patch.
COMPARED = 60
# Behind a tag, a sentence, or the end of a text in JSON.
_ENDS = re.compile(r'(?<=[>.!?;:"。！？；：؟])')
# From so many of these on, those that are often repeated are no longer compared.
_LONG = 1000
# With a greater share of changed parts, they have probably moved.
_FEW = 0.2
_BLOCK = 1 << 16
# A sentence of so many bytes is worth being looked for in the whole pack; so many at most, since
# that takes a tenth of a millisecond for each and megabyte.
_WORTH = 24
_LOOKED_FOR = 200

Part = int | str
# A place in the old pack, and how many bytes to copy from there.
Copy = tuple[int, int]


def patch_path(old: str, new: str) -> str:
    """The address of the patch between two releases, by their ids."""
    return f"/packs/{old}-{new}.json"


def patch(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> bytes:
    """The patch between the packs of two releases, by the codes of their languages."""
    packs = {
        code: difference(old[code], body)
        for code, body in new.items()
        if code in old and old[code] != body
    }
    return f"{canonical_json({'packs': packs, 'schema': SCHEMA})}\n".encode()


def difference(old: bytes, new: bytes) -> list[Part]:
    """The parts that make `new` out of `old`, both UTF-8; raises `UnicodeDecodeError`."""
    return _joined(_parts(old, new))


def _parts(old: bytes, new: bytes) -> Iterator[Part]:
    """The parts, from one line that differs to the next, as long as these are of one page."""
    pages = _Pages()
    a = b = 0
    while (same := _same_from(a, old, b, new)) < max(len(old) - a, len(new) - b):
        whole = old.rfind(b"\n", a, a + same) + 1 or a
        yield whole - a
        a, b = whole, b + whole - a
        next_a, next_b = (text.find(b"\n", place) + 1 for text, place in ((old, a), (new, b)))
        if not next_a or not next_b or not _is_one_page(old[a:next_a], new[b:next_b]):
            yield from _moved(old[a:], new[b:], pages)
            return
        yield from pages.parts(old[a:next_a], new[b:next_b])
        a, b = next_a, next_b
    yield same


def _is_one_page(one: bytes, other: bytes) -> bool:
    """Whether two lines begin with the same address."""
    return one.partition(b",")[0] == other.partition(b",")[0]


def _same_from(a: int, old: bytes, b: int, new: bytes) -> int:
    """How many bytes are the same from two places on."""
    place = 0
    while (block := old[a + place : a + place + _BLOCK]) and block == new[
        b + place : b + place + _BLOCK
    ]:
        place += len(block)
    return place + _same(block, new[b + place : b + place + _BLOCK])


def _moved(old: bytes, new: bytes, pages: _Pages) -> Iterator[Part]:
    """The parts where pages came, went, or moved."""
    same = _same_at_the_end(old, new)
    line = old.find(b"\n", len(old) - same)
    end = len(old) - line - 1 if same and line >= 0 else 0
    yield from _lines(old[: len(old) - end], new[: len(new) - end], pages)
    yield end


def _same_at_the_end(old: bytes, new: bytes) -> int:
    """How many bytes both end with."""
    place = 0
    while (block := _before(old, place)) and block == _before(new, place):
        place += len(block)
    return place + _same(_before(old, place)[::-1], _before(new, place)[::-1])


def _before(text: bytes, place: int) -> bytes:
    """The block that ends `place` bytes before the end."""
    end = len(text) - place
    return text[max(0, end - _BLOCK) : end]


def _same(old: Sequence[object], new: Sequence[object]) -> int:
    """How many items both begin with; whole slices are compared, since that is fast."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _lines(old: bytes, new: bytes, pages: _Pages) -> Iterator[Part]:
    """The parts between some lines; two that begin with the same address are one page."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    addresses = [[line.partition(b",")[0] for line in lines] for lines in (before, after)]
    matcher = SequenceMatcher(None, addresses[0], addresses[1], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield -sum(map(len, before[a:b]))
            yield b"".join(after[c:d]).decode()
            continue
        for one, other in zip(before[a:b], after[c:d], strict=True):
            yield from [len(one)] if one == other else pages.parts(one, other)


class _Pages:
    """Compares the lines of pages, the first of them inside, too."""

    def __init__(self) -> None:
        self.compared = 0

    def parts(self, old: bytes, new: bytes) -> Iterator[Part]:
        self.compared += 1
        if self.compared > COMPARED:
            yield from (-len(old), new.decode())
        else:
            yield from _inside(old.decode(), new.decode())


def _inside(old: str, new: str) -> Iterator[Part]:
    """The parts between two lines of one page, by their tags and sentences."""
    # What both begin and end with is left out first: to take a line apart takes longest.
    start = _same(old, new)
    yield _bytes(old[:start])
    old, new = old[start:], new[start:]
    end = _same(old[::-1], new[::-1])
    tail = old[len(old) - end :]
    before, after = _ENDS.split(old[: len(old) - end]), _ENDS.split(new[: len(new) - end])
    for a, b, c, d in _changes(before, after):
        if before[a:b] == after[c:d]:
            yield _size(before[a:b])
        else:
            yield from _replaced("".join(before[a:b]), "".join(after[c:d]))
    yield _bytes(tail)


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches that are alike or not, in order, of two sequences: their starts and ends.

    Mostly some words were changed and each stands where it stood; to compare everything with
    everything takes a hundred times as long.
    """
    if len(before) == len(after):
        pairs = zip(before, after, strict=True)
        stretches = [
            (same, len([*group])) for same, group in groupby(one == two for one, two in pairs)
        ]
        if sum(size for same, size in stretches if not same) <= len(before) * _FEW:
            place = 0
            for _, size in stretches:
                yield place, place + size, place, place + size
                place += size
            return
    matcher = SequenceMatcher(None, before, after, autojunk=len(before) > _LONG)
    yield from (change[1:] for change in matcher.get_opcodes())


def _replaced(old: str, new: str) -> Iterator[Part]:
    """The parts between two texts that begin or end alike."""
    start = _same(old, new)
    end = _same(old[start:][::-1], new[start:][::-1])
    yield _bytes(old[:start])
    yield -_bytes(old[start : len(old) - end])
    yield new[start : len(new) - end]
    yield _bytes(old[len(old) - end :])


def _size(texts: Iterable[str]) -> int:
    return _bytes("".join(texts))


def _bytes(text: str) -> int:
    """Bytes in UTF-8."""
    return len(text.encode())


def _joined(parts: Iterable[Part]) -> list[Part]:
    """The same parts without empty ones, neighbours of one kind made one."""
    joined: list[Part] = []
    for part in parts:
        if not part:
            continue
        last: Part = joined[-1] if joined else 0
        if isinstance(part, str) and isinstance(last, str):
            joined[-1] = last + part
        elif isinstance(part, str) or isinstance(last, str) or last * part <= 0:
            joined.append(part)
        else:
            joined[-1] = last + part
    return joined


def lean(old: bytes, parts: Iterable[Part]) -> list[Part | Copy]:
    """The same parts for who copies what is left at the end unasked, and from any place.

    A sentence that stands in `old` already, wherever that is, is copied from there.
    """
    made: list[Part | Copy] = []
    for part in parts:
        made += _copied(old, part, _LOOKED_FOR - len(made)) if isinstance(part, str) else [part]
    if made and isinstance(made[-1], int) and made[-1] > 0:
        made.pop()
    return made


def _copied(old: bytes, text: str, most: int) -> Iterator[Part | Copy]:
    """A text as copies and what is in none of them; no more than so many are looked for."""
    literal, copy = "", (0, 0)
    for number, each in enumerate(_ENDS.split(text)):
        sentence = each.encode()
        end = sum(copy)
        if copy[1] and old.startswith(sentence, end):
            copy = (copy[0], copy[1] + len(sentence))
            continue
        worth = len(sentence) >= _WORTH and number < most
        place = old.find(sentence) if worth else -1
        if copy[1]:
            yield copy
            copy = (0, 0)
        if place < 0:
            literal += each
            continue
        if literal:
            yield literal
            literal = ""
        copy = (place, len(sentence))
    if literal:
        yield literal
    if copy[1]:
        yield copy
