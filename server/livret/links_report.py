"""The links of a guide's sources: which are asked, which are known, and what is told of them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from livret.columns import counted
from livret.links import Link, Outcome, Progress, ask_all
from livret.links_known import Known, read_known, write_known
from livret.model import Guide, Source


def external(guide: Guide) -> dict[str, list[tuple[Source, str]]]:
    """The addresses of the guide's sources, each with the sources and languages that have it."""
    places: dict[str, list[tuple[Source, str]]] = {}
    for source in guide.sources.values():
        for tag, address in source.urls.items():
            places.setdefault(address, []).append((source, tag))
    return places


def ask_links(
    guide: Guide, cache: Path, on: date, days: int, progress: Progress
) -> dict[str, Link]:
    """The link of each address of the sources, asked now or known from the last `days` days.

    What is known is written to the file `cache`, also when asking is interrupted.
    """
    addresses = external(guide)
    known = {key: each for key, each in read_known(cache).items() if key in addresses}
    fresh = {key: each.link for key, each in known.items() if each.holds(on, days)}
    asked: dict[str, Link] = {}
    unknown = [address for address in addresses if address not in fresh]
    try:
        asyncio.run(ask_all(unknown, asked, progress=progress))
    finally:
        known.update({address: Known(link, on) for address, link in asked.items()})
        write_known(cache, known)
    return {**fresh, **asked}


def link_lines(guide: Guide, links: Mapping[str, Link]) -> Iterator[str]:
    """A line for each address that is not simply there, with its place, and last the numbers."""
    for address, places in external(guide).items():
        link = links[address]
        if link.outcome is not Outcome.OK:
            for source, tag in places:
                yield f"{source.place_of(tag)}: [{source.key}] {tag}: {address} {_told(link)}"
    counts = Counter(link.outcome for link in links.values())
    numbers = ", ".join(f"{counts[outcome]} {outcome.value}" for outcome in Outcome)
    yield f"{counted(len(links), 'address', 'addresses')}: {numbers}"


def _told(link: Link) -> str:
    match link.outcome:
        case Outcome.MOVED:
            return f"{link.reason}; write {link.moved_to}"
        case Outcome.DEAD:
            return f"is dead, it {link.reason}; find the page that took its place"
    return f"cannot be told ({link.reason}); open it in a browser"
