"""Finds, for each message of a template, the translation that a language has had for it.

First the same message wherever the language has it, obsolete entries included. Then, for what is
left, the message it grew out of: one that vanished from the same file, so that a guess never comes
from another entry. A translation goes on as current where only punctuation, case, spacing or markup
changed, and as fuzzy, with the source it was made for, everywhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import polib

from livret.change import ALIKE, Change, change, likeness
from livret.po import forms, is_translated

Key = tuple[str | None, str, bool]

# The same field of the same entry ("health/lost question") was rewritten even when little is alike.
_ALIKE_IN_FIELD = 0.35


def key_of(entry: polib.POEntry) -> Key:
    """What makes two entries the same message."""
    return entry.msgctxt, entry.msgid, bool(entry.msgid_plural)


@dataclass(slots=True, eq=False)
class Old:
    """An entry that a language has. `taken` once its translation has gone on to a new entry."""

    domain: str
    entry: polib.POEntry
    files: frozenset[str]
    taken: bool = False

    @property
    def source(self) -> str | None:
        """The text that the translation was made for; None where a fuzzy entry does not say."""
        return self.entry.previous_msgid if self.entry.fuzzy else self.entry.msgid

    @property
    def source_context(self) -> str | None:
        """The context of that text."""
        return self.entry.previous_msgctxt if self.entry.fuzzy else self.entry.msgctxt


@dataclass(frozen=True, slots=True)
class Match:
    """A translation found for a message. `previous` is set when it goes on as fuzzy."""

    old: Old
    fuzzy: bool = False
    previous: str | None = None
    change: Change = Change.NONE


@dataclass(slots=True)
class Memory:
    """All entries of a language: those its templates still have, the vanished, and the obsolete."""

    wanted: Mapping[str, frozenset[Key]]
    current: dict[str, dict[Key, Old]] = field(default_factory=dict)
    obsolete: dict[str, dict[Key, Old]] = field(default_factory=dict)
    anywhere: dict[Key, list[Old]] = field(default_factory=dict)
    vanished: dict[str, list[Old]] = field(default_factory=dict)
    by_source: dict[str, list[Old]] = field(default_factory=dict)

    def add(self, domain: str, file: polib.POFile) -> None:
        """Take in the entries of a file."""
        wanted = self.wanted.get(domain, frozenset())
        for entry in file:
            key = key_of(entry)
            old = Old(domain, entry, frozenset(name for name, _ in entry.occurrences))
            side = self.obsolete if entry.obsolete else self.current
            side.setdefault(domain, {})[key] = old
            if not is_translated(entry):
                continue
            self.anywhere.setdefault(key, []).append(old)
            vanished = not entry.obsolete and key not in wanted
            if vanished:
                self.vanished.setdefault(domain, []).append(old)
            if old.source is not None and (vanished or entry.fuzzy):
                self.by_source.setdefault(old.source, []).append(old)

    def same(self, domain: str, message: polib.POEntry) -> Match | None:
        """The language's translation of the very same message, wherever it stands."""
        key = key_of(message)
        own = self.current.get(domain, {}).get(key)
        if own and is_translated(own.entry):
            return _kept(own)
        for found in self._elsewhere(domain, key):
            return _taken(_kept(found))
        for old in self.by_source.get(message.msgid, ()):
            # Went back to an older wording, or moved to another entry and so to another context.
            reverted = old.source_context == message.msgctxt
            same_kind = bool(old.entry.msgid_plural) == bool(message.msgid_plural)
            if same_kind and (reverted or self._moved(old)):
                return _taken(Match(old))
        return _kept(own) if own else None

    def _elsewhere(self, domain: str, key: Key) -> Iterator[Old]:
        def rank(old: Old) -> tuple[bool, bool, str]:
            return (old.domain != domain, old.entry.obsolete, old.domain)

        usable = [old for old in self.anywhere.get(key, ()) if _usable(old, domain)]
        yield from sorted(usable, key=rank)

    def left_over(self, domain: str, current: Iterable[Key]) -> list[polib.POEntry]:
        """What the file of a domain keeps as obsolete beside its `current` messages."""
        before = self.obsolete.get(domain, {})
        kept = {key: old.entry for key, old in before.items() if not old.taken}
        current = set(current)
        vanished = [old for old in self.vanished.get(domain, ()) if not old.taken]
        # Those that say what they translate come first: a fuzzy one may be the same translation.
        for old in sorted(vanished, key=lambda old: old.entry.fuzzy):
            entry = _retired(old, current | kept.keys())
            kept[key_of(entry)] = entry
        return list(kept.values())

    def _moved(self, old: Old) -> bool:
        return not old.entry.fuzzy and len(self.by_source[old.source or ""]) == 1


def _usable(old: Old, domain: str) -> bool:
    return old.domain == domain or not old.entry.fuzzy


def _taken(match: Match) -> Match:
    match.old.taken = True
    return match


def _kept(old: Old) -> Match:
    """A translation as it is; no longer fuzzy where its message is again what it was made for."""
    if not old.entry.fuzzy or old.source == old.entry.msgid:
        return Match(old)
    return Match(old, fuzzy=True, previous=old.source)


def grown_from(
    messages: Sequence[polib.POEntry], vanished: Sequence[Old], language: str, *, minor: bool
) -> dict[int, Match]:
    """The vanished entries that messages grew out of, by the message's index; each serves once.

    `language` is the source language. With `minor`, an editor vouches that the meaning stayed: a
    small change is carried over as current, never one of substance.
    """
    by_file: dict[str, list[Old]] = {}
    for old in vanished:
        if not old.taken:
            for file in old.files:
                by_file.setdefault(file, []).append(old)
    pairs = [
        (-alike, index, number, old)
        for index, message in enumerate(messages)
        for number, old in enumerate(_of_same_files(message, by_file))
        if (alike := _alike(old, message)) > 0
    ]
    found: dict[int, Match] = {}
    for _, index, _, old in sorted(pairs, key=lambda pair: pair[:3]):
        if index not in found and not old.taken:
            found[index] = _taken(_successor(old, messages[index].msgid, language, minor))
    return found


def _of_same_files(message: polib.POEntry, by_file: Mapping[str, list[Old]]) -> list[Old]:
    return list(
        {id(old): old for file, _ in message.occurrences for old in by_file.get(file, ())}.values()
    )


def _alike(old: Old, message: polib.POEntry) -> float:
    """How alike an old entry and a message are; 0 where one cannot have become the other."""
    if bool(old.entry.msgid_plural) != bool(message.msgid_plural):
        return 0.0
    before, after = old.entry.msgctxt, message.msgctxt
    became_short_or_long = None in (before, after) and _is_block(before) and _is_block(after)
    if before != after and not became_short_or_long:
        return 0.0
    least = ALIKE if _is_block(after) else _ALIKE_IN_FIELD
    sources = {old.entry.msgid, old.source or old.entry.msgid}
    alike = max(likeness(source, message.msgid, least) for source in sources)
    return alike if alike >= least else 0.0


def _is_block(context: str | None) -> bool:
    """Whether a context is that of a block in a body: none, or the entry's id without a field."""
    return context is None or " " not in context


def _successor(old: Old, message: str, language: str, minor: bool) -> Match:
    if old.source is None:
        return Match(old, fuzzy=True, change=Change.CRITICAL)
    level = change(old.source, message, language)
    if level <= Change.TRIVIAL or (minor and level is Change.SMALL):
        return Match(old, change=level)
    return Match(old, fuzzy=True, previous=old.source, change=level)


def translation_of(entry: polib.POEntry) -> tuple[str, ...]:
    """All forms of an entry's translation."""
    return forms(entry) or (entry.msgstr,)


def spread(entries: Sequence[polib.POEntry]) -> None:
    """Give untranslated entries what the same message has in another file by now."""
    translated: dict[Key, polib.POEntry] = {}
    for entry in entries:
        if is_translated(entry) and not entry.fuzzy:
            translated.setdefault(key_of(entry), entry)
    for entry in entries:
        found = translated.get(key_of(entry))
        if found and not is_translated(entry):
            entry.msgstr, entry.msgstr_plural = found.msgstr, dict(found.msgstr_plural)


def _retired(old: Old, taken: set[Key]) -> polib.POEntry:
    """A vanished entry as obsolete: under the source its translation was made for, if it says."""
    entry = old.entry
    key = (old.source_context, old.source or "", bool(entry.msgid_plural))
    restored = entry.fuzzy and old.source and not entry.msgid_plural and key not in taken
    return polib.POEntry(
        msgid=old.source if restored else entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgstr=entry.msgstr,
        msgstr_plural=entry.msgstr_plural,
        msgctxt=old.source_context if restored else entry.msgctxt,
        tcomment=entry.tcomment,
        flags=[flag for flag in entry.flags if flag != "fuzzy" or not restored],
        obsolete=True,
    )
