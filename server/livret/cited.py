"""What an answer rests on: its texts, its sources, and the figures whose end is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from livret.inline import keys
from livret.markup import best_address
from livret.model import Answer, Figure, Guide, Source, Text, texts


def shown_texts(answer: Answer) -> list[Text]:
    """The texts that a reader sees."""
    return [text for text in texts(answer) if text is not answer.keywords]


def sources_of(guide: Guide, answer: Answer) -> list[tuple[Source, str, str]]:
    """Each source with the language and the address that suit the guide's language best."""
    sources = (guide.sources[key] for key in answer.sources)
    return [(source, *best_address(source, guide.language, guide.companion)) for source in sources]


def dated_figures(guide: Guide, shown: Sequence[Text]) -> list[Figure]:
    """The figures with an end of validity that the texts mention, each once."""
    used = dict.fromkeys(
        key for text in shown for kind, key in keys(text.message) if kind == "figure"
    )
    figures = (guide.figures[key] for key in used)
    return [figure for figure in figures if figure.valid_until]


def newest_check(guide: Guide) -> date | None:
    """The day of the last check of any answer."""
    return max((answer.checked for answer in guide.answers.values()), default=None)
