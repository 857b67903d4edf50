"""A guide's status as one HTML page that needs nothing else: no script, no other file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from livret.plots import Column, Row, column_plot, share_plot
from livret.status import STATES, LanguageStatus, Status, done, worst

# Ages of checks in days, each up to its limit.
_AGES = (
    (30, "up to\n30 days"),
    (90, "31 to\n90 days"),
    (180, "91 to\n180 days"),
    (365, "181 to\n365 days"),
)
_OLDER = "over\na year"
_MONTHS_AHEAD = 12


def status_page(status: Status) -> str:
    """The page, as a whole document."""
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(day=day_text, done=done, worst=worst)
    kinds = Counter(finding.kind.name for finding in status.findings)
    return env.get_template("status.html").render(
        status=status,
        states=STATES,
        ages=ages_plot(status),
        ahead=ahead_plot(status),
        coverage=coverage_plot(status.languages),
        kinds=sorted(kinds.items()),
    )


def day_text(day: date) -> str:
    """A day as "3 June 2027"."""
    return f"{day.day} {day:%B %Y}"


def ages_plot(status: Status) -> Markup:
    """How many answers were last checked how long ago."""
    ages = [(status.on - answer.checked).days for answer in status.answers]
    labels = [*(label for _, label in _AGES), _OLDER]
    counts = Counter(
        next((label for limit, label in _AGES if age <= limit), _OLDER) for age in ages
    )
    drawn = [
        Column(label, (("late" if label == _OLDER else "bar", counts[label]),)) for label in labels
    ]
    title = "Answers by the age of their last check"
    return column_plot("ages", title, _told(drawn), drawn)


def ahead_plot(status: Status) -> Markup:
    """How many reviews and figures are overdue, and how many come due in each month."""
    reviews = Counter(_month(answer.review_by, status.on) for answer in status.answers)
    figures = Counter(_month(day, status.on) for day in status.figures_end.values())
    drawn = [Column("over-\ndue", (("late", reviews[-1]), ("late figure", figures[-1])))]
    for ahead in range(_MONTHS_AHEAD):
        year, month = divmod(status.on.month - 1 + ahead, 12)
        first = date(status.on.year + year, month + 1, 1)
        parts = (("bar", reviews[ahead]), ("figure", figures[ahead]))
        drawn.append(Column(f"{first:%b}\n{first:%Y}", parts))
    title = "Reviews and figures that come due"
    told = "; ".join(
        f"{_flat(column.label)}: {column.parts[0][1]} reviews, {column.parts[1][1]} figures"
        for column in drawn
    )
    return column_plot("ahead", title, told, drawn)


def _month(day: date, on: date) -> int:
    """How many months after that of `on` a day lies; -1 if it has passed."""
    return -1 if day < on else (day.year - on.year) * 12 + day.month - on.month


def coverage_plot(languages: Sequence[LanguageStatus]) -> Markup:
    """The share of words in each state, a row for each language."""
    in_order = tuple(reversed(STATES))
    drawn = [
        Row(
            language.name,
            tuple(
                (state.value, language.words[state])
                for state in in_order
                if state in language.words
            ),
        )
        for language in languages
    ]
    told = "; ".join(
        f"{row.label}: " + ", ".join(f"{count} {state}" for state, count in row.parts)
        for row in drawn
    )
    return share_plot("coverage", "Words by state in each language", told, drawn)


def _told(drawn: Sequence[Column]) -> str:
    return "; ".join(f"{_flat(column.label)}: {column.total}" for column in drawn)


def _flat(label: str) -> str:
    return label.replace("-\n", "").replace("\n", " ")
