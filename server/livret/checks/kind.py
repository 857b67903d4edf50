"""What an editors' check finds: a kind, named once with its meaning and remedy, and its places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from livret.model import Guide, Place, Text, texts
from livret.problem import Problem


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding: its `name` in lists, what it `means`, and the `remedy` that is told.

    Unlike a `Problem`, a finding never stops a build: it may be meant, or not yet due.
    """

    name: str
    means: str
    remedy: str

    def at(self, place: Place, what: str) -> Finding:
        return Finding(place.file, place.line, what, self.remedy, self)

    def of(self, problem: Problem) -> Finding:
        """A finding of this kind that says what a problem says."""
        return Finding(
            problem.file, problem.line, problem.what, problem.remedy or self.remedy, self
        )


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing for an editor to look at, at a line of a file."""

    file: str
    line: int
    what: str
    remedy: str
    kind: Kind = field(compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}; {self.remedy} [{self.kind.name}]"


def written_texts(guide: Guide) -> Iterator[Text]:
    """The texts that a guide's authors have worded for its readers.

    Keywords are only searched, and publishers have given themselves their names.
    """
    others = {answer.keywords for answer in guide.answers.values()}
    others.update(word.keywords for word in guide.words.values())
    others.update(source.publisher for source in guide.sources.values())
    return (text for text in texts(guide) if text.message and text not in others)


def shortened(text: str, most: int = 60) -> str:
    """A text to be quoted in a line of a list."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
