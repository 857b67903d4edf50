"""What is searched and not shown: the `search` fields of pages.

    an answer       {"keywords": "lost card, green card", "for": "student", "from": "eu uk"}
    a word          {"aliases": "caisse primaire", "keywords": "the fund, sick fund"}
    /steps/         {"register": "student;eu uk", ...}                  whom each step is for

Everything else that is searched stands in the fragments already. Empty fields are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from livret.model import Answer, Step, Word


def of_answer(answer: Answer) -> Mapping[str, str]:
    return filled(
        {
            "keywords": answer.keywords.shown,
            "for": " ".join(answer.audiences),
            "from": " ".join(answer.nationalities),
        }
    )


def of_word(word: Word) -> Mapping[str, str]:
    return filled({"aliases": ", ".join(word.aliases), "keywords": word.keywords.shown})


def of_steps(steps: Iterable[Step]) -> Mapping[str, str]:
    concerned = {
        step.key: f"{' '.join(step.audiences)};{' '.join(step.nationalities)}" for step in steps
    }
    return {key: text for key, text in concerned.items() if text != ";"}


def filled(fields: Mapping[str, str]) -> Mapping[str, str]:
    return {name: text for name, text in fields.items() if text}
