"""What editors should look at in a guide that can be built: one module for each concern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from livret.checks import (
    accepted,
    catalogs,
    contradicting,
    due,
    length,
    nested,
    previews,
    reach,
    sigles,
    twins,
    typed,
    unused,
)
from livret.checks.kind import Finding, Kind
from livret.model import Guide

__all__ = ["KINDS", "Finding", "Kind", "content_findings", "findings", "markdown_table"]

_MODULES = (
    due,
    contradicting,
    unused,
    reach,
    typed,
    length,
    sigles,
    twins,
    nested,
    catalogs,
    previews,
    accepted,
)
KINDS: tuple[Kind, ...] = tuple(kind for module in _MODULES for kind in module.KINDS)


def findings(
    guide: Guide, on: date, more: Iterable[Finding] = ()
) -> tuple[tuple[Finding, ...], int]:
    """What the checks find on a day, by file and line, and how many findings are accepted.

    The guide is in its source language; `more` are findings about its catalogs.
    """
    return accepted.without_accepted(guide.folder, sorted({*content_findings(guide, on), *more}))


def content_findings(guide: Guide, on: date) -> Iterator[Finding]:
    """What the checks of content find on a day, accepted or not."""
    yield from due.check_due(guide, on)
    yield from contradicting.check_contradicting(guide, on)
    yield from unused.check_unused(guide)
    yield from reach.check_reach(guide)
    yield from typed.check_typed(guide, on)
    yield from length.check_length(guide)
    yield from sigles.check_sigles(guide)
    yield from twins.check_twins(guide)
    yield from nested.check_nested(guide)


def markdown_table() -> str:
    """The kinds as docs/editing.md shows them."""
    rows = [f"| `{kind.name}` | {kind.means} | {kind.remedy} |" for kind in KINDS]
    return "\n".join(["| finding | meaning | remedy |", "|---|---|---|", *rows])
