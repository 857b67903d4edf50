"""Turns a guide into the same guide in another language, each text with the state it is in.

no translation, or one that fails its checks     missing     the source is shown
translated, and the source is still the same     drafted     the translation
the same, and a person has reviewed it           reviewed    the translation
the source changed a little since                outdated    the older translation
the source changed in substance since            critical    the source

A text with nothing to translate, such as "{fee}", is a text of every language; its state stays
"source".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from livret.catalog import Catalog, Entry, problems_of
from livret.change import Change, change
from livret.facts import facts, says_something, take_facts
from livret.inline import WORD
from livret.language import Language
from livret.model import Answer, Guide, State, Text, texts
from livret.other_texts import with_texts
from livret.problem import Problem
from livret.terms import Term, other_words
from livret.wording import Use, Wording, wording

# A word, or one sign of a script that does not part words with spaces.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
# How the contexts of texts end that are not read like the rest (see read and read_data).
_SEARCHED = " keywords"
_GLOSS = " rendering"


def translate(
    guide: Guide, language: Language, catalog: Catalog, terms: Iterable[str] | None = None
) -> tuple[Guide, tuple[Problem, ...]]:
    """The guide in a language, and a problem for each translation that fails a check.

    `terms` are French terms that stay as they are in every language; without them, those of
    the guide's glossary. An answer with more than half of its words missing falls back as a whole.
    """
    if language == guide.source_language:
        return replace(guide, language=language), ()
    chooser = _Chooser(language, catalog, _wording(guide, language, terms))
    topics = tuple(
        replace(
            with_texts(replace(topic, answers=()), chooser.choose),
            answers=tuple(chooser.answer(answer) for answer in topic.answers),
        )
        for topic in guide.topics
    )
    rest = with_texts(replace(guide, topics=()), chooser.choose)
    translated = replace(rest, language=language, topics=topics)
    return translated, tuple(dict.fromkeys(chooser.problems))


def translate_answers(
    guide: Guide, language: Language, catalog: Catalog, answers: Iterable[Answer]
) -> tuple[list[Answer], tuple[Problem, ...]]:
    """Some answers of a guide in another language, as `translate` gives them."""
    chooser = _Chooser(language, catalog, _wording(guide, language, None))
    return [chooser.answer(answer) for answer in answers], tuple(dict.fromkeys(chooser.problems))


def chosen_alone(
    guide: Guide, language: Language, catalog: Catalog, terms: Iterable[str] | None = None
) -> Callable[[Text], Text]:
    """A function that gives a text as it is in a language, looked at alone.

    `translate` does the same, but lets an answer fall back as a whole when most of it is missing.
    """
    return _Chooser(language, catalog, _wording(guide, language, terms)).choose


def doubts(
    guide: Guide, language: Language, catalog: Catalog, terms: Iterable[str] | None = None
) -> Iterator[Problem]:
    """What translators should look at again: warnings about translations that are shown."""
    checks = _wording(guide, language, terms)
    for text in texts(guide):
        entry = catalog.lookup(text.domain, text.context, text.message)
        if not text.message or entry is None or entry.fuzzy or _use(text) is Use.SEARCH:
            continue
        if checks.errors(text.message, entry.translation, _use(text)):
            continue
        for found in checks.warnings(text.message, entry.translation):
            start = text.message if len(text.message) <= 50 else f"{text.message[:49]}…"
            yield Problem.at(
                entry.place, f'the translation of "{start}": {found.what}', found.remedy
            )


def term_doubts(
    guide: Guide, language: Language, catalog: Catalog, terms: tuple[Term, ...]
) -> Iterator[Problem]:
    """Where a translation that is shown says a term in other words than are preferred."""
    if not terms:
        return

    def with_term(word: re.Match[str]) -> str:
        known = guide.words.get(word[1])
        return f"{known.term if known else ''} {word[2] or ''}"

    for text in texts(guide):
        entry = catalog.lookup(text.domain, text.context, text.message)
        if not text.message or entry is None or entry.fuzzy or _use(text) is not Use.READ:
            continue
        # A word of the glossary says its French term by itself.
        said = take_facts(WORD.sub(with_term, entry.translation)).plain
        for term in other_words(terms, facts(text.message).plain, said):
            yield Problem.at(
                entry.place,
                f'"{term.source}" is not translated as {" or ".join(term.targets)}',
                f"use the preferred term, or add this one at {term.place}",
            )


def kept_terms(guide: Guide) -> tuple[str, ...]:
    """The French terms of a guide's glossary that stay as they are in every language."""
    return tuple(word.term for word in guide.words.values() if is_plainly_french(word.term))


def _wording(guide: Guide, language: Language, terms: Iterable[str] | None) -> Wording:
    terms = kept_terms(guide) if terms is None else tuple(terms)
    return wording(language.locale, guide.source_language.locale, terms)


def _use(text: Text) -> Use:
    context = text.context or ""
    if context.endswith(_SEARCHED):
        return Use.SEARCH
    return Use.GLOSS if context.endswith(_GLOSS) else Use.READ


@lru_cache(maxsize=65536)
def word_count(message: str) -> int:
    """How many words of a message a reader sees."""
    return len(_WORD.findall(facts(message).plain))


def is_plainly_french(term: str) -> bool:
    """Whether a term cannot be a word of the source text: "charges" and "licence" are English too.

    A sigle, an accent or several words make it plain.
    """
    return not (term.isascii() and term.islower() and term.isalpha())


def missing_share(answer: Answer) -> float:
    """The share, from 0 to 1, of an answer's visible words that no usable translation has."""
    total = missing = 0
    for text in texts((answer.question, answer.short, answer.body)):
        words = word_count(text.message)
        total += words
        missing += words if text.fell_back else 0
    return missing / total if total else 0.0


@dataclass(slots=True)
class _Chooser:
    """Chooses what is shown for each text, and notes the translations it had to refuse."""

    language: Language
    catalog: Catalog
    checks: Wording
    problems: list[Problem] = field(default_factory=list)

    def choose(self, text: Text) -> Text:
        if not says_something(text.message):
            return replace(text, lang=self.language.tag) if text.message else text
        entry = self.catalog.lookup(text.domain, text.context, text.message)
        state = self.state(text, entry) if entry else State.MISSING
        if entry is None or state in (State.MISSING, State.CRITICAL):
            return replace(text, state=state)
        # Not by `replace`, which takes several times as long, for some hundred thousand texts.
        return Text(
            text.message,
            text.context,
            text.domain,
            text.place,
            entry.translation,
            self.language.tag,
            state,
        )

    def state(self, text: Text, entry: Entry) -> State:
        made_for = text.message
        state = State.REVIEWED if entry.reviewed else State.DRAFTED
        if entry.fuzzy:
            if entry.previous is None:
                # A guess, or a translator's own doubt: nothing says what it is a translation of.
                return State.MISSING
            if change(entry.previous, text.message, self.checks.source) is Change.CRITICAL:
                return State.CRITICAL
            made_for, state = entry.previous, State.OUTDATED
        errors = self.checks.errors(made_for, entry.translation, _use(text))
        if errors:
            self.problems.extend(problems_of(entry.place, text.message, errors))
            return State.MISSING
        return state

    def answer(self, answer: Answer) -> Answer:
        chosen: Answer = with_texts(answer, self.choose)
        if missing_share(chosen) <= 0.5:
            return chosen
        after = iter(tuple(texts(chosen)))
        fallen: Answer = with_texts(answer, lambda source: _fallen_back(source, next(after)))
        return fallen


def _fallen_back(source: Text, chosen: Text) -> Text:
    """A source text with the state it had alone, or missing where it had a usable translation."""
    if not says_something(source.message):
        return source
    return replace(source, state=chosen.state if chosen.fell_back else State.MISSING)
