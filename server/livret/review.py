"""A person's word that translations are right: what it covers, and its way into the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from livret.catalog import INTERFACE, Catalog, Entry
from livret.language import Language
from livret.ledger import NAME, Review, add_reviews, review_hash
from livret.model import Guide, Place, State, Text, texts
from livret.problem import did_you_mean
from livret.translate import chosen_alone


class UnknownEntry(ValueError):
    """What was named is no answer, word or domain, or two of them; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A text and its translation, as a reviewer reads them.

    `translations` has all plural forms, or one text, or nothing where there is no translation.
    """

    message: str
    translations: tuple[str, ...]
    state: State
    place: Place
    hash: str


def translations_of(
    guide: Guide, language: Language, catalog: Catalog, entry: str
) -> tuple[Translation, ...]:
    """The texts of an answer ("health/lost"), a word ("cvec") or a domain ("interface"), each once.

    Where a word and a domain have the same name, "word:" or "domain:" before it tells which is
    meant. Raises `UnknownEntry`.
    """
    found = named_texts(guide, entry)
    if found is None:
        every = (_interface(key, each) for key, each in catalog.entries.items())
        return tuple(each for each in every if each)
    chosen = chosen_alone(guide, language, catalog)
    read = (_translation(chosen(text), catalog) for text in found)
    return tuple({each.hash: each for each in read if each.state is not State.SOURCE}.values())


def named_texts(guide: Guide, entry: str) -> tuple[Text, ...] | None:
    """The texts that an entry names; None for the interface, which is no part of a guide."""
    kind, _, key = entry.rpartition(":")
    by_domain: dict[str, list[Text]] = {INTERFACE: []}
    for text in texts(guide):
        by_domain.setdefault(text.domain, []).append(text)
    known: dict[str, dict[str, Iterable[Text]]] = {
        "answer": {key: texts(answer) for key, answer in guide.answers.items()},
        "word": {key: texts(word) for key, word in guide.words.items()},
        "domain": dict(by_domain),
    }
    kinds = [name for name in known if key in known[name] and kind in ("", name)]
    if not kinds:
        names = {name for each in known.values() for name in each}
        raise UnknownEntry(
            f'"{entry}" is no answer, word or domain; {did_you_mean(key, names - {entry})}'
        )
    if len(kinds) > 1:
        spelt = " or ".join(f'"{name}:{key}"' for name in kinds)
        raise UnknownEntry(f'"{entry}" is a {" and a ".join(kinds)}; write {spelt}')
    return None if (kinds[0], key) == ("domain", INTERFACE) else tuple(known[kinds[0]][key])


def _translation(text: Text, catalog: Catalog) -> Translation:
    entry = catalog.lookup(text.domain, text.context, text.message)
    given = (entry.translation,) if entry else ()
    return Translation(
        text.message,
        given,
        text.state,
        entry.place if entry else text.place,
        review_hash(text.context, text.message, *given),
    )


def _interface(key: tuple[str, str | None, str], entry: Entry) -> Translation | None:
    domain, context, message = key
    if domain != INTERFACE:
        return None
    given = entry.plurals or (entry.translation,)
    current = State.REVIEWED if entry.reviewed else State.DRAFTED
    state = State.OUTDATED if entry.fuzzy else current
    return Translation(message, given, state, entry.place, review_hash(context, message, *given))


def mark(
    guide: Guide, language: Language, found: Iterable[Translation], reviewer: str, day: date
) -> int:
    """Add a review of each drafted translation to the ledger; gives how many were new."""
    reviews = [Review(each.hash, reviewer, day) for each in found if each.state is State.DRAFTED]
    return add_reviews(ledger_of(guide, language), reviews)


def ledger_of(guide: Guide, language: Language) -> Path:
    return guide.folder / "translations" / language.locale / NAME


def told(found: Iterable[Translation]) -> Iterator[str]:
    """The drafted translations as lines to read: where, the original, the translation."""
    for each in found:
        if each.state is State.DRAFTED:
            yield str(each.place)
            yield f"    {each.message}"
            yield from (f"    {translation}" for translation in each.translations)
