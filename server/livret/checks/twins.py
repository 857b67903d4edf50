"""Questions that ask nearly the same, found without comparing each with each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log

from livret.checks.kind import Finding, Kind
from livret.facts import facts
from livret.model import Answer, Guide

# The share of their words, weighed by rarity, that two questions must have in common.
ALIKE = 0.75

QUESTIONS_ALIKE = Kind(
    "questions-alike",
    f"Two questions share {ALIKE:.0%} or more of their words, of which rare ones count most.",
    "merge the two answers, or say in each question what sets it apart",
)
KINDS = (QUESTIONS_ALIKE,)

_WORD = re.compile(r"\w+")
# Words that do not change what is asked. "Who", "when", "where" and "much" do.
_FUNCTION_WORDS = {
    "en": "a an and are as at be can could do does for from get got has have how i if in is it me "
    "my need of on or our should that the their there they this to we what which will with would "
    "you your",
    "fr": "a à ai au aux avec avoir ce ces c ci comment d dans de des dois doit du elle en est et "
    "être faire fait faut il ils j je l la le les leur ma me mes mon n nous on ou où par pas peut "
    "peux pour qu que quel quelle quelles quels quoi s sa se ses si son sont sur un une vos votre "
    "vous y",
}
Weighed = Mapping[str, float]


def check_twins(guide: Guide) -> Iterator[Finding]:
    """Pairs of answers with nearly the same question, told at the later one."""
    answers = list(guide.answers.values())
    language = guide.source_language.locale.split("_")[0]
    asked = [_words(answer, language) for answer in answers]
    for later, earlier in _alike(_weighed(asked)):
        yield QUESTIONS_ALIKE.at(
            answers[later].place_of("question"),
            f'"{answers[later].question.message}" is nearly "{answers[earlier].question.message}" '
            f"of {answers[earlier].id}",
        )


def _words(answer: Answer, language: str) -> frozenset[str]:
    """What a question asks about: its words but for function words, without plural s."""
    words = _WORD.findall(facts(answer.question.message).plain.casefold())
    telling = set(words) - set(_FUNCTION_WORDS.get(language, "").split())
    return frozenset(word.rstrip("s") if len(word) > 3 else word for word in telling or words)


def _weighed(asked: Sequence[frozenset[str]]) -> list[Weighed]:
    """Each question's words, the rarest first, with a weight that falls with their number."""
    counts = Counter(word for words in asked for word in words)
    weight = {word: 1 + log(len(asked) / count) for word, count in counts.items()}
    return [
        {word: weight[word] for word in sorted(words, key=lambda word: (-weight[word], word))}
        for words in asked
    ]


def _alike(questions: Sequence[Weighed]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers (later, earlier) of questions that are alike.

    Two alike questions share one of the first words of each, where the rest alone could not make
    them alike; so only those words are looked up ("prefix filtering").
    """
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(questions):
        first = _first_words(words)
        candidates = {other for word in first for other in index[word]}
        for other in sorted(candidates):
            if _likeness(words, questions[other]) >= ALIKE:
                yield number, other
        for word in first:
            index[word].append(number)


def _first_words(words: Weighed) -> list[str]:
    first: list[str] = []
    rest = total = sum(words.values())
    for word, weight in words.items():
        if rest < ALIKE * total:
            break
        first.append(word)
        rest -= weight
    return first


def _likeness(one: Weighed, other: Weighed) -> float:
    """The weight of the words in common by the weight of all words, from 0 to 1 (Jaccard)."""
    common = sum(weight for word, weight in one.items() if word in other)
    together = sum(one.values()) + sum(other.values()) - common
    return common / together if together else 1.0
