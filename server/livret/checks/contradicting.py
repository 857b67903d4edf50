"""Dates that cannot all be right: a check in the future, a validity that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from livret.checks.kind import Finding, Kind
from livret.model import Contact, Figure, Guide

CHECKED_AHEAD = Kind(
    "checked-ahead",
    "The `checked` of an answer, a figure or a contact is still to come.",
    "write the day on which it was compared with its source",
)
CHECKED_AFTER_END = Kind(
    "checked-after-end",
    "A figure was checked after its `valid-until`, and no `next-known` tells what is known since.",
    "write the value that holds now, or tell in next-known why the last one still stands",
)
VALIDITY_REVERSED = Kind(
    "validity-reversed",
    "A figure's `valid-from` comes after its `valid-until`.",
    "correct the one that is wrong",
)
KINDS = (CHECKED_AHEAD, CHECKED_AFTER_END, VALIDITY_REVERSED)


def check_contradicting(guide: Guide, on: date) -> Iterator[Finding]:
    """Answers, figures and contacts whose dates contradict each other, or the day."""
    for answer in guide.answers.values():
        if answer.checked > on:
            place = answer.place_of("checked")
            yield CHECKED_AHEAD.at(place, f"the answer was checked on {answer.checked}")
    for figure in guide.figures.values():
        yield from _ahead(figure, f"{{{figure.key}}}", on)
        yield from _figure(figure)
    for contact in guide.contacts.values():
        yield from _ahead(contact, f"the contact {contact.key}", on)


def _ahead(entry: Figure | Contact, name: str, on: date) -> Iterator[Finding]:
    if entry.checked and entry.checked > on:
        yield CHECKED_AHEAD.at(entry.place, f"{name} was checked on {entry.checked}")


def _figure(figure: Figure) -> Iterator[Finding]:
    name, until = f"{{{figure.key}}}", figure.valid_until
    if until is None:
        return
    if figure.valid_from and figure.valid_from > until:
        said = f"{name} is valid from {figure.valid_from} until {until}"
        yield VALIDITY_REVERSED.at(figure.place, said)
    # Whoever tells what is known since has seen that the figure is the last known one.
    if figure.checked and figure.checked > until and not figure.next_known:
        said = f"{name} was valid until {until}, and checked on {figure.checked}"
        yield CHECKED_AFTER_END.at(figure.place, said)
