"""The two steps between content and translators: templates out, catalogs brought up to date.

    livret messages extract     content and templates  →  translations/<domain>.pot
    livret messages update      templates  →  translations/<locale>/LC_MESSAGES/<domain>.po

Nothing that somebody translated is lost: what no message needs any more stays in its file as
obsolete, and comes back when a message does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import polib
from babel import Locale

from livret.catalog import INTERFACE, broken
from livret.change import Change
from livret.extract import all_messages
from livret.ledger import NAME, Review, add_reviews, read_ledger, review_hash
from livret.match import Match, Memory, grown_from, key_of, spread, translation_of
from livret.model import Guide
from livret.plurals import plural_forms, plural_rule
from livret.po import BrokenCatalog, is_translated, place_in, read_po, write_beside_and_swap
from livret.pot import read_pots, remove_pots, stamp, write_pots
from livret.problem import Problem


@dataclass(frozen=True, slots=True)
class Extracted:
    """What `extract` did: how many messages each domain has, and the templates it changed."""

    messages: Mapping[str, int]
    written: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """A translation that goes on as current although its source changed a little."""

    file: str
    before: str
    after: str


@dataclass(slots=True)
class Updated:
    """What `update` did in one locale: files it wrote, and what became of the messages in them.

    `current` messages are translated, `fuzzy` ones wait for a translator's look, `untranslated`
    ones for a translation, `obsolete` entries are kept for the day their message comes back.
    """

    locale: str
    written: list[str] = field(default_factory=list)
    current: int = 0
    fuzzy: int = 0
    untranslated: int = 0
    obsolete: int = 0
    carried: list[Carried] = field(default_factory=list)
    reviews: int = 0
    problems: list[Problem] = field(default_factory=list)


def extract(
    guide: Guide, templates: Path | None, translations: Path, now: datetime | None = None
) -> Extracted:
    """Write the templates of a guide's catalogs to its `translations` folder.

    `templates` is the folder of the Jinja2 templates, or None for a guide elsewhere, whose
    interface is translated with the product. A template with the same messages keeps its bytes.
    """
    domains = all_messages(guide, templates)
    written = write_pots(translations, domains, guide.name, now or datetime.now(UTC))
    there = {path.stem for path in translations.glob("*.pot")}
    gone = there - set(domains) - ({INTERFACE} if templates is None else set())
    counts = {domain: len(messages) for domain, messages in domains.items()}
    return Extracted(counts, written, remove_pots(translations, gone))


def update(
    translations: Path,
    locales: Iterable[str],
    source: str,
    *,
    minor: bool = False,
    now: datetime | None = None,
) -> list[Updated]:
    """Bring the catalogs of some locales up to date with the templates in the same folder.

    `source` is the tag of the source language. `minor` is an editor's word that no edit since the
    last update changed a meaning: small changes are carried over as current, those of a number,
    link, figure or negation are not. A file that cannot be read is reported and left alone; a file
    with nothing new keeps its bytes. Raises `BrokenCatalog` for an unreadable template.
    """
    pots = read_pots(translations)
    moment = now or datetime.now(UTC)
    return [_Update(translations, locale, source, pots, minor, moment).run() for locale in locales]


@dataclass(slots=True)
class _Update:
    translations: Path
    locale: str
    source: str
    pots: Mapping[str, polib.POFile]
    minor: bool
    now: datetime
    done: Updated = field(init=False)
    reviews: dict[str, Review] = field(default_factory=dict)
    new_reviews: list[Review] = field(default_factory=list)

    def run(self) -> Updated:
        self.done = Updated(self.locale)
        ledger = self.translations / self.locale / NAME
        found, _ = read_ledger(ledger, ledger.name)
        self.reviews = {review.hash: review for review in found}
        files = self.read_files()
        wanted = {
            domain: frozenset(key_of(entry) for entry in pot) for domain, pot in self.pots.items()
        }
        memory = Memory(wanted)
        for domain, file in files.items():
            memory.add(domain, file)
        # All exact matches first: a message may have moved to another file, and must be found
        # there before something else in its old file can be thought to have grown out of it.
        same = {domain: self.same(domain, memory) for domain in files}
        entries = {domain: self.entries(domain, same[domain], memory) for domain in files}
        spread([entry for domain in files for entry in entries[domain]])
        for domain, file in files.items():
            left_over = memory.left_over(domain, map(key_of, entries[domain]))
            self.write(domain, file, [*entries[domain], *left_over])
        self.done.reviews = add_reviews(ledger, self.new_reviews)
        return self.done

    def path(self, domain: str) -> Path:
        return self.translations / self.locale / "LC_MESSAGES" / f"{domain}.po"

    def read_files(self) -> dict[str, polib.POFile]:
        """The catalog of each domain, new ones empty, without those that cannot be read."""
        there = {path.stem for path in self.path("*").parent.glob("*.po")}
        if INTERFACE not in self.pots:
            there.discard(INTERFACE)
        files: dict[str, polib.POFile] = {}
        for domain in sorted(there | set(self.pots)):
            path = self.path(domain)
            try:
                files[domain] = read_po(path) if domain in there else self.new_file(domain)
            except BrokenCatalog as error:
                self.done.problems.append(broken(self.translations, path, error))
        return files

    def new_file(self, domain: str) -> polib.POFile:
        file = polib.POFile(wrapwidth=-1)
        pot = self.pots[domain]
        team = Locale.parse(self.locale).get_display_name("en")
        file.metadata = {
            **pot.metadata,
            "PO-Revision-Date": stamp(self.now),
            "Language-Team": team or self.locale,
            "Language": self.locale,
        }
        return file

    def same(self, domain: str, memory: Memory) -> dict[int, Match]:
        """The exact matches of a domain's messages, by their index in the template."""
        found = (memory.same(domain, message) for message in self.pots.get(domain, ()))
        return {index: match for index, match in enumerate(found) if match is not None}

    def entries(self, domain: str, same: dict[int, Match], memory: Memory) -> list[polib.POEntry]:
        """The entries of a domain's template, each with the translation found for it."""
        messages = list(self.pots.get(domain, ()))
        rest = [index for index in range(len(messages)) if index not in same]
        grown = grown_from(
            [messages[index] for index in rest],
            memory.vanished.get(domain, ()),
            self.source,
            minor=self.minor,
        )
        found = same | {rest[number]: match for number, match in grown.items()}
        return [self.entry(message, found.get(index)) for index, message in enumerate(messages)]

    def entry(self, message: polib.POEntry, match: Match | None) -> polib.POEntry:
        """A message as an entry of this locale's catalog."""
        count = plural_rule(self.locale)[0]
        entry = polib.POEntry(
            msgid=message.msgid,
            msgid_plural=message.msgid_plural,
            msgstr_plural=dict.fromkeys(range(count), "") if message.msgid_plural else {},
            msgctxt=message.msgctxt,
            comment=message.comment,
            occurrences=message.occurrences,
            flags=list(message.flags),
        )
        if match is None:
            return entry
        old = match.old.entry
        entry.msgstr, entry.tcomment = old.msgstr, old.tcomment
        entry.msgstr_plural |= old.msgstr_plural
        if match.fuzzy:
            entry.flags.insert(0, "fuzzy")
            entry.previous_msgid = match.previous
            if match.previous is not None:
                entry.previous_msgctxt = match.old.source_context
            if old.msgid_plural and match.previous is not None:
                entry.previous_msgid_plural = old.previous_msgid_plural or old.msgid_plural
        elif is_translated(old):
            self.carry(match, entry)
        return entry

    def carry(self, match: Match, entry: polib.POEntry) -> None:
        """Note a translation that goes on under a changed message, and its review with it."""
        before = match.old.source or entry.msgid
        if match.change > Change.NONE:
            file = place_in(self.translations, self.path(match.old.domain)).file
            self.done.carried.append(Carried(file, before, entry.msgid))
        translation = translation_of(entry)
        made = review_hash(match.old.source_context, before, *translation)
        if made in self.reviews:
            known = self.reviews[made]
            carried = review_hash(entry.msgctxt, entry.msgid, *translation)
            self.new_reviews.append(Review(carried, known.reviewer, known.day))

    def write(self, domain: str, file: polib.POFile, entries: list[polib.POEntry]) -> None:
        self.count(entries)
        path = self.path(domain)
        new = polib.POFile(wrapwidth=-1)
        new.header, new.metadata_is_fuzzy = file.header, file.metadata_is_fuzzy
        new.metadata = dict(file.metadata)
        if not _same_rule(file.metadata.get("Plural-Forms", ""), plural_forms(self.locale)):
            new.metadata["Plural-Forms"] = plural_forms(self.locale)
        new.extend(entries)
        if path.is_file() and str(new) == str(file):
            return
        if domain in self.pots:
            new.metadata["POT-Creation-Date"] = self.pots[domain].metadata["POT-Creation-Date"]
        write_beside_and_swap(path, str(new))
        self.done.written.append(place_in(self.translations, path).file)

    def count(self, entries: Iterable[polib.POEntry]) -> None:
        for entry in entries:
            if entry.obsolete:
                self.done.obsolete += 1
            elif not is_translated(entry):
                self.done.untranslated += 1
            elif entry.fuzzy:
                self.done.fuzzy += 1
            else:
                self.done.current += 1


def _same_rule(first: str, second: str) -> bool:
    """Whether two plural rules are the same but for spaces and brackets, as Poedit writes them."""
    strip = str.maketrans("", "", " ()\n")
    return first.translate(strip) == second.translate(strip)
