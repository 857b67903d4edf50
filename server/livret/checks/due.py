"""What is out of date on a day, or will be soon: figures, reviews of answers, contacts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from livret.checks.kind import Finding, Kind
from livret.model import Contact, Figure, Guide

# Long enough before the day to find the new amount and have it translated.
SOON = timedelta(days=60)
# Amounts and opening hours change by the year.
LONG = timedelta(days=365)

FIGURE_EXPIRED = Kind(
    "figure-expired",
    "A figure's `valid-until` has passed. Readers are told so on every page that shows it.",
    "write the new value with its dates and source",
)
FIGURE_EXPIRING = Kind(
    "figure-expiring",
    f"A figure's `valid-until` comes within {SOON.days} days.",
    "look for the value that follows, or note in next-known when it will be known",
)
FIGURE_EARLY = Kind(
    "figure-early",
    "A figure's `valid-from` is still to come, but readers see it already.",
    "write the value that holds today",
)
REVIEW_PASSED = Kind(
    "review-passed",
    "An answer's `review-by` has passed. Readers are told so on its page.",
    "compare it with its sources, then set checked and review-by",
)
REVIEW_SOON = Kind(
    "review-soon",
    f"An answer's `review-by` comes within {SOON.days} days.",
    "compare it with its sources, then set checked and review-by",
)
CHECK_OLD = Kind(
    "check-old",
    f"A figure without `valid-until`, or a contact, was not checked in the last {LONG.days} days.",
    "compare it with its source, then set checked",
)
KINDS = (FIGURE_EXPIRED, FIGURE_EXPIRING, FIGURE_EARLY, REVIEW_PASSED, REVIEW_SOON, CHECK_OLD)


def expired(figure: Figure, on: date) -> bool:
    """Whether a figure no longer holds on a day; it holds on the last day itself."""
    return figure.valid_until is not None and figure.valid_until < on


def check_due(guide: Guide, on: date) -> Iterator[Finding]:
    """Figures, answers and contacts that are out of date on a day, or will be soon."""
    for figure in guide.figures.values():
        yield from _figure(figure, on)
    for answer in guide.answers.values():
        kind = _by(answer.review_by, on, REVIEW_PASSED, REVIEW_SOON)
        if kind:
            place = answer.place_of("review-by")
            yield kind.at(place, f"to be reviewed by {answer.review_by}, checked {answer.checked}")
    for contact in guide.contacts.values():
        yield from _old(contact, f"the contact {contact.key}", on)


def _figure(figure: Figure, on: date) -> Iterator[Finding]:
    name = f"{{{figure.key}}}"
    if figure.valid_until is None:
        yield from _old(figure, name, on)
    elif kind := _by(figure.valid_until, on, FIGURE_EXPIRED, FIGURE_EXPIRING):
        note = f" ({figure.next_known})" if figure.next_known else ""
        yield kind.at(figure.place, f"{name} is valid until {figure.valid_until}{note}")
    if figure.valid_from and figure.valid_from > on:
        yield FIGURE_EARLY.at(figure.place, f"{name} is valid from {figure.valid_from} only")


def _by(day: date, on: date, passed: Kind, soon: Kind) -> Kind | None:
    if day < on:
        return passed
    return soon if day - on <= SOON else None


def _old(entry: Figure | Contact, name: str, on: date) -> Iterator[Finding]:
    if entry.checked is None:
        yield CHECK_OLD.at(entry.place, f"{name} was never checked")
    elif on - entry.checked > LONG:
        yield CHECK_OLD.at(entry.place, f"{name} was last checked on {entry.checked}")
