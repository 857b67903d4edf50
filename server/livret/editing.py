"""What the commands of editors and translators do: check, status, review, links."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from babel import Locale

from livret.build import catalog_of, terms_of, translations
from livret.checks import Finding, findings
from livret.checks.catalogs import of_catalogs
from livret.checks.previews import of_previews
from livret.columns import columns, counted
from livret.desk import interface_templates
from livret.extract import interface_messages
from livret.language import Language
from livret.model import Guide, State
from livret.picture import old_pictures
from livret.problem import Problem
from livret.product import read_client
from livret.read import read_guide
from livret.review import UnknownEntry, ledger_of, mark, told, translations_of
from livret.settings import Settings
from livret.status import Status, Version, as_data, interface_words, status_of
from livret.status_page import status_page
from livret.status_text import status_lines
from livret.translate import chosen_alone, doubts, term_doubts

# --- check and status ---


def run_check(settings: Settings, given: Namespace) -> int:
    guide = read_guide(settings.guide)
    return say(check_lines(guide, given.on or date.today(), doubted=given.doubts))


def check_lines(guide: Guide, on: date, *, doubted: bool) -> Iterator[str]:
    """Each finding, how many there are of each kind, and a last line for all."""
    found, accepted = findings_of(guide, on, doubted=doubted)
    yield from map(str, found)
    kinds = Counter(finding.kind.name for finding in found)
    if kinds:
        rows = [(name, str(number)) for name, number in sorted(kinds.items())]
        yield from ("", *columns(("finding", "number"), rows, right=(1,)), "")
    yield (
        f"{counted(len(guide.answers), 'answer')}, {counted(len(guide.words), 'word')}, "
        f"{counted(len(guide.languages), 'language')}: no errors, "
        f"{counted(len(found), 'finding')} on {on}" + (f", {accepted} accepted" if accepted else "")
    )


def findings_of(
    guide: Guide, on: date, *, doubted: bool = False
) -> tuple[tuple[Finding, ...], int]:
    """What is to be looked at in content and catalogs, and the number of accepted findings."""
    versions, problems = translations(guide)
    doubtful, terms = doubts_of(guide) if doubted else ((), ())
    old = old_pictures(guide, (version for version, _ in versions), read_client())
    more = [*of_catalogs(problems, doubtful, terms), *of_previews(old)]
    return findings(guide, on, more)


def doubts_of(guide: Guide) -> tuple[list[Problem], list[Problem]]:
    """The doubts about the translations of every language, and those about their terms."""
    doubtful: list[Problem] = []
    differing: list[Problem] = []
    for language in guide.languages:
        if language != guide.source_language:
            catalog, _ = catalog_of(guide.folder, language)
            terms, problems = terms_of(guide.folder, language)
            doubtful.extend(doubts(guide, language, catalog))
            differing.extend([*problems, *term_doubts(guide, language, catalog, terms)])
    return doubtful, differing


def run_status(settings: Settings, given: Namespace) -> int:
    guide = read_guide(settings.guide)
    status = status_on(guide, given.on or date.today())
    if given.html:
        given.html.write_text(status_page(status), encoding="utf-8")
    if given.json:
        return say([json.dumps(as_data(status), ensure_ascii=False, indent=1, default=str)])
    return say(status_lines(status)) if not given.html else say([f"written to {given.html}"])


def status_on(guide: Guide, on: date) -> Status:
    """The status of a guide on a day."""
    found, _ = findings_of(guide, on)
    return status_of(guide, versions(guide), on, found)


def versions(guide: Guide) -> Iterator[Version]:
    """The languages that the guide is translated into, with their catalogs read."""
    templates = interface_templates(guide)
    interface = interface_messages(templates) if templates else []
    for language in guide.languages:
        if language != guide.source_language:
            catalog, _ = catalog_of(guide.folder, language)
            name = Locale.parse(language.locale).get_display_name("en") or language.tag
            chosen = chosen_alone(guide, language, catalog)
            yield Version(language.tag, name, chosen, interface_words(catalog, interface))


# --- review ---


def run_review(settings: Settings, given: Namespace) -> int:
    guide = read_guide(settings.guide)
    language = language_of(guide, given.language)
    if language is None:
        known = ", ".join(each.tag for each in guide.languages if each != guide.source_language)
        return fail(f'"{given.language}" is no language of translations; known are {known}')
    reviewer = " ".join((given.reviewer or "").split())
    if given.reviewer is not None and not reviewer:
        return fail("the reviewer has no name; give one after --reviewer")
    catalog, _ = catalog_of(guide.folder, language)
    try:
        found = translations_of(guide, language, catalog, given.entry)
    except UnknownEntry as error:
        return fail(str(error))
    say(told(found))
    states = Counter(each.state for each in found)
    drafted, reviewed = states[State.DRAFTED], states[State.REVIEWED]
    rest = f"{reviewed} reviewed before, {len(found) - drafted - reviewed} missing or out of date"
    if not reviewer:
        return say([f"{counted(drafted, 'text')} to review, {rest}; --reviewer NAME marks them"])
    new = mark(guide, language, found, reviewer, date.today())
    ledger = ledger_of(guide, language).relative_to(guide.folder)
    return say([f"{counted(new, 'text')} marked as reviewed in {ledger}, {rest}"])


def language_of(guide: Guide, name: str) -> Language | None:
    """A language that the guide is translated into, by its tag or code."""
    for language in guide.languages:
        if name in (language.tag, language.code) and language != guide.source_language:
            return language
    return None


# --- links ---


def run_links(settings: Settings, given: Namespace) -> int:
    # The network's library is slow to load, and only this command needs it.
    from livret.links import Outcome
    from livret.links_report import ask_links, link_lines

    guide = read_guide(settings.guide)
    try:
        links = ask_links(guide, given.cache, date.today(), given.days, show_progress)
    except KeyboardInterrupt:
        print("\nstopped; what was answered is remembered", file=sys.stderr)
        return 130
    say(link_lines(guide, links))
    return int(any(link.outcome is Outcome.DEAD for link in links.values()))


def show_progress(done: int, of: int) -> None:
    """How many addresses were asked, for a person who waits."""
    if sys.stderr.isatty():
        end = "\r\x1b[K" if done == of else ""
        print(f"\r\x1b[K{done} of {of} addresses{end}", end="", file=sys.stderr, flush=True)


# --- Saying ---


def say(lines: Iterable[str]) -> int:
    for line in lines:
        print(line)
    return 0


def fail(line: str) -> int:
    """A call that cannot be carried out."""
    print(line, file=sys.stderr)
    return 2
