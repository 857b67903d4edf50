"""The translator's desk: catalogs written and brought up to date, and what to tell about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from livret.merge import Updated, extract, update
from livret.model import Guide
from livret.product import product_folder
from livret.read import read_guide


def interface_templates(guide: Guide) -> Path | None:
    """The templates of the interface for the guide they are shipped with, and for no other:
    elsewhere the interface is translated with the product."""
    folder = product_folder()
    return folder / "pwa" / "templates" if guide.folder.resolve() == folder.resolve() else None


def extract_messages(folder: Path) -> Iterator[str]:
    """Write the templates of the guide in `folder`; gives a line for each domain."""
    guide = read_guide(folder)
    translations = folder / "translations"
    translations.mkdir(exist_ok=True)
    done = extract(guide, interface_templates(guide), translations)
    for domain, messages in sorted(done.messages.items()):
        changed = "written" if f"{domain}.pot" in done.written else "unchanged"
        yield f"{domain}.pot: {messages} messages, {changed}"
    for name in done.removed:
        yield f"{name}: removed, the guide has no such messages any more"


def update_messages(folder: Path, *, minor: bool) -> Iterator[str]:
    """Bring the catalogs of every language up to date; gives a line for each, and for each
    translation that was carried over a changed source."""
    guide = read_guide(folder)
    locales = [language.locale for language in guide.languages if language != guide.source_language]
    for done in update(folder / "translations", locales, guide.source_language.tag, minor=minor):
        yield from _told(done)


def _told(done: Updated) -> Iterator[str]:
    yield (
        f"{done.locale}: {done.current} current, {done.fuzzy} to look at again, "
        f"{done.untranslated} to translate, {done.obsolete} kept in store; "
        f"{len(done.written)} files written"
    )
    for carried in done.carried:
        yield f'  carried: "{carried.before}" is now "{carried.after}"'
    for problem in done.problems:
        yield f"  {problem}"
