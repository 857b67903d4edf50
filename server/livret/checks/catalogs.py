"""What the catalogs leave to mend, as findings: translations that are not shown, doubts, terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from livret.checks.kind import Finding, Kind
from livret.problem import Problem

TRANSLATION_REFUSED = Kind(
    "translation-refused",
    "A translation would mislead or spoil a page, or its file cannot be read. Readers see the "
    "original instead.",
    "mend the translation",
)
LANGUAGE_NOT_OFFERED = Kind(
    "language-not-offered",
    "The core answers of a language are not complete, so readers cannot choose it.",
    "translate them",
)
TRANSLATION_DOUBTED = Kind(
    "translation-doubted",
    "A translation that is shown looks odd: its length, its end, its script, its emphasis.",
    "read it again",
)
TERM_DIFFERS = Kind(
    "term-differs",
    "A translation says a term in other words than `terms.tsv` prefers, or a line of `terms.tsv` "
    "cannot be read.",
    "use the preferred term, or add the other one to its line",
)
KINDS = (TRANSLATION_REFUSED, LANGUAGE_NOT_OFFERED, TRANSLATION_DOUBTED, TERM_DIFFERS)


def of_catalogs(
    problems: Iterable[Problem], doubts: Iterable[Problem], terms: Iterable[Problem] = ()
) -> Iterator[Finding]:
    """The findings that `build` has about catalogs, the doubts of `translate`, and the terms."""
    for problem in problems:
        in_catalog = problem.file.startswith("translations/")
        yield (TRANSLATION_REFUSED if in_catalog else LANGUAGE_NOT_OFFERED).of(problem)
    for doubt in doubts:
        yield TRANSLATION_DOUBTED.of(doubt)
    for term in terms:
        yield TERM_DIFFERS.of(term)
