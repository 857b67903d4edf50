"""The translations of one language as a plain value, from PO files and the ledger of reviews."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from livret.ledger import NAME, read_ledger, review_hash
from livret.model import Place
from livret.plurals import exact_forms, plural_form
from livret.po import BrokenCatalog, place_in
from livret.po_entries import PoEntry, read_entries
from livret.problem import Problem
from livret.wording import Finding, wording

INTERFACE = "interface"
# The product's own templates are written in English, whatever the source language of a guide.
INTERFACE_SOURCE = "en"

Key = tuple[str, str | None, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A translation as a catalog holds it.

    `previous` is the source it was made for, where an entry is `fuzzy` because the source changed
    since. `plurals` holds all forms of a message with plural, `translation` then the first.
    """

    translation: str
    fuzzy: bool
    previous: str | None
    reviewed: bool
    place: Place
    plurals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalog:
    """All translations of a locale, by domain, context and message."""

    locale: str
    entries: Mapping[Key, Entry] = field(default_factory=dict)

    def lookup(self, domain: str, context: str | None, message: str) -> Entry | None:
        """The entry of a message, or None where its domain has no translation of it."""
        return self.entries.get((domain, context, message))

    def interface(self) -> Catalog:
        """The part of the catalog that holds the interface's words."""
        own = {key: entry for key, entry in self.entries.items() if key[0] == INTERFACE}
        return Catalog(self.locale, own)

    def gettext(self, message: str) -> str:
        """A message of the interface in this language, or itself."""
        return self.pgettext(None, message)

    def pgettext(self, context: str | None, message: str) -> str:
        """A message of the interface in a context ("verb", "month"), or itself."""
        entry = self.lookup(INTERFACE, context, message)
        return entry.translation if entry and not entry.fuzzy else message

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The form of an interface message that goes with a number."""
        entry = self.lookup(INTERFACE, None, one)
        form = plural_form(self.locale)(number)
        if entry and not entry.fuzzy and form < len(entry.plurals):
            return entry.plurals[form]
        return one if number == 1 else many


def read_catalog(
    folders: Sequence[Path], locale: str, domains: Container[str] | None = None
) -> tuple[Catalog, tuple[Problem, ...]]:
    """The catalog of a locale, and what is wrong with its files.

    `folders` are `translations` folders. The first is the guide's own and gives every domain; the
    interface comes from the first folder that has it. A file that cannot be read is a problem and
    leaves its messages untranslated; so does an interface message that fails its checks, since it
    would stand on every page. The rest of the catalog, and other languages, are not touched.
    `domains` are those that are read; all, if none are named.
    """
    reviewed, problems = _reviewed(folders, locale)
    entries: dict[Key, Entry] = {}
    for folder, path in _files(folders, locale):
        if domains is not None and path.stem not in domains:
            continue
        try:
            file = read_entries(path)
        except BrokenCatalog as error:
            problems.append(broken(folder, path, error))
            continue
        found, wrong = _entries(file, folder, path, locale, reviewed)
        entries |= found
        problems.extend(wrong)
    return Catalog(locale, entries), tuple(problems)


def _reviewed(folders: Sequence[Path], locale: str) -> tuple[set[str], list[Problem]]:
    """The hashes of all reviews, and the lines of ledgers that are none."""
    hashes: set[str] = set()
    problems: list[Problem] = []
    for folder in folders:
        ledger = folder / locale / NAME
        reviews, wrong = read_ledger(ledger, place_in(folder, ledger).file)
        hashes.update(review.hash for review in reviews)
        problems.extend(wrong)
    return hashes, problems


def _entries(
    file: Sequence[PoEntry], folder: Path, path: Path, locale: str, reviewed: set[str]
) -> tuple[dict[Key, Entry], list[Problem]]:
    """The translated entries of a file, and its interface messages that must not be shown."""
    found: dict[Key, Entry] = {}
    problems: list[Problem] = []
    domain, file_name = path.stem, place_in(folder, path).file
    for entry in file:
        if not entry.translated:
            continue
        place = Place(file_name, entry.line)
        wrong = _wrong_interface(entry, locale, place) if domain == INTERFACE else []
        if wrong:
            problems.extend(wrong)
        else:
            found[domain, entry.context, entry.message] = _entry(entry, place, reviewed)
    return found, problems


def _files(folders: Sequence[Path], locale: str) -> Iterable[tuple[Path, Path]]:
    seen_interface = False
    for number, folder in enumerate(folders):
        for path in sorted((folder / locale / "LC_MESSAGES").glob("*.po")):
            if path.stem == INTERFACE:
                if seen_interface:
                    continue
                seen_interface = True
            elif number > 0:
                continue
            yield folder, path


def broken(folder: Path, path: Path, error: BrokenCatalog) -> Problem:
    """What to tell about a PO file that cannot be read."""
    return Problem.at(
        place_in(folder, path, error.line),
        f"the catalog cannot be read: {error.reason}",
        'mend the line; "msgfmt -c" names it too',
    )


def _entry(entry: PoEntry, place: Place, reviewed: set[str]) -> Entry:
    translation = entry.plurals or (entry.translation,)
    known = bool(reviewed) and review_hash(entry.context, entry.message, *translation) in reviewed
    previous = entry.previous if entry.fuzzy else None
    return Entry(translation[0], entry.fuzzy, previous, known, place, entry.plurals)


def _wrong_interface(entry: PoEntry, locale: str, place: Place) -> list[Problem]:
    checks = wording(locale, INTERFACE_SOURCE)
    if not entry.plural:
        return problems_of(place, entry.message, checks.errors(entry.message, entry.translation))
    found: list[Finding] = []
    for number, form in enumerate(entry.plurals):
        errors = checks.errors(entry.plural, form)
        if errors and number in exact_forms(locale):
            # "one day" needs no number, but what it has must be right all the same.
            errors = tuple(error for error in errors if not error.what.endswith("is missing"))
        found.extend(errors)
    return problems_of(place, entry.message, found)


def problems_of(place: Place, message: str, findings: Iterable[Finding]) -> list[Problem]:
    """Findings about the translation of a message, as problems at its place in a catalog."""
    start = message if len(message) <= 50 else f"{message[:49]}…"
    return [
        Problem.at(place, f'the translation of "{start}" is not shown: {found.what}', found.remedy)
        for found in dict.fromkeys(findings)
    ]
