"""Builds a guide again after a few answers or their translations have changed.

What the last builds left is taken as it is, but for the pages that show such an answer: its own,
its topic's, its neighbours', those that it is related to, and those of its words. For every other
change, and wherever anything is found wrong, there is no short way and `NothingKept` is raised:
then the whole guide is built.
"""

from __future__ import annotations

import marshal
import os
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from livret.canonical import name_of
from livret.catalog import read_catalog
from livret.changed import (
    Changed,
    Words,
    changed_paths,
    chosen_for,
    what_changed,
    with_answers,
    with_edited,
    words_of_answers,
)
from livret.chosen import Chosen
from livret.frame import accent_of
from livret.in_threads import in_threads
from livret.kept import (
    GUIDE,
    NothingKept,
    Parts,
    address_of,
    kept_answer,
    kept_page,
)
from livret.language import Language
from livret.model import Answer, Guide, Text, texts
from livret.page import Edition, Page
from livret.product import Client, carried_by
from livret.release import File, Release, bind, pack_file
from livret.render import render_some
from livret.rounds import in_two_rounds
from livret.since import read_since, write_since
from livret.templates import COMPILED
from livret.translate import translate_answers


class Version:
    """The guide in one language: what was kept, and what is translated again."""

    def __init__(
        self,
        guide: Guide,
        language: Language,
        parts: Parts,
        changed: Changed,
        folders: tuple[Path, ...],
    ) -> None:
        self.language = language
        self.parts = parts
        rest, self.words = parts.value("rest")
        topics = changed.catalogs.get(language.tag, frozenset())
        touched = [
            answer
            for answer in guide.answers.values()
            if answer.id in changed.answers or answer.topic in topics
        ]
        self.touched = frozenset(answer.id for answer in touched)
        new = {answer.id: answer for answer in self.translated(guide, touched, folders)}
        self.new: Mapping[str, Answer] = new
        if any(text.fell_back for key in guide.core if key in new for text in texts(new[key])):
            raise NothingKept("a core answer")

        def answer(key: str) -> Answer:
            return new.get(key) or kept_answer(key, parts)

        self.guide: Guide = replace(
            rest,
            topics=tuple(
                replace(
                    topic,
                    answers=tuple(answer(each.id) for each in source.answers),
                )
                for topic, source in zip(rest.topics, guide.topics, strict=True)
            ),
        )

    def known(self, companion: str | None) -> Known:
        """What the other languages have to know of this one, if it is the `companion`."""
        if self.language.tag != companion:
            return Known({})
        answers = self.guide.answers
        return Known({key: answers[key].question for key in self.touched})

    def translated(
        self, guide: Guide, touched: list[Answer], folders: tuple[Path, ...]
    ) -> list[Answer]:
        """The touched answers in this language; raises `NothingKept` for any problem."""
        if self.language == guide.source_language:
            return touched
        domains = {answer.topic for answer in touched}
        catalog, broken = read_catalog(folders, self.language.locale, domains)
        answers, refused = translate_answers(guide, self.language, catalog, touched)
        if broken or refused:
            raise NothingKept("a catalog")
        return answers


# The answers and pages of a language that were made now.
Made = tuple[Mapping[str, Answer], list[Page]]


@dataclass(frozen=True, slots=True)
class Known:
    """What the other languages have to know of the companion's: the answers that were touched,
    with their questions in it. Empty of another language."""

    touched: Mapping[str, Text]


def edition_with(parts: Parts, first: bytes, newer: Mapping[str, bytes]) -> tuple[Edition, bytes]:
    """A kept edition and its pack, which begins with `first`, with some newer lines by address."""
    lines = parts.part("lines").split(b"\n")[:-1]
    for address, line in newer.items():
        # The lines are sorted by address.
        lines[bisect_left(lines, address, key=address_of)] = line
    kept: Edition = parts.value("edition")
    pages = tuple(kept_page(line) for line in lines)
    return replace(kept, pages=pages), b"\n".join([first, *lines, b""])


def build_again(
    folder: Path,
    kept: Path,
    inputs: Mapping[str, bytes],
    client: Client,
    address: str,
    catalogs: tuple[Path, ...],
    processes: int = 1,
) -> tuple[Release, Guide]:
    """The release that a whole build would give; raises `NothingKept` where only that can tell.

    `catalogs` are the folders where catalogs are looked for. So many `processes` make the pages.
    """
    with suppress(OSError):
        os.utime(kept)  # it is in use (see kept.prune)
    with ExitStack() as open_files:
        last = Parts(kept / GUIDE, open_files)
        whole: Mapping[str, bytes] = last.value("inputs")
        # First, before anything that an earlier version of the program wrote is made use of.
        edited = changed_paths(whole, inputs)
        since = read_since(kept, last)
        paths = changed_paths({**whole, **since.inputs}, inputs)
        before = with_answers(last.value("guide"), since.answers)
        changed = what_changed(before, paths)
        guide = with_edited(folder, before, changed.answers)
        used: dict[str, tuple[str, ...]] = {**last.value("words"), **since.words}
        new_words = words_of_answers(guide, changed.answers)
        words = Words(used, {**used, **new_words})
        COMPILED.code.update(marshal.loads(last.part("templates")))
        parts = {
            language.tag: _of_build(
                kept / language.code, last, open_files, since.parts_of(language.code)
            )
            for language in guide.languages
        }
        assets: tuple[File, ...] = last.value("assets")
        unkept: tuple[File, ...] = last.value("unkept")
        addresses = {name_of(file.path): file.path for file in (*assets, *unkept)}
        carried = carried_by(accent_of(guide), client, address or guide.address or "")

        def first(language: Language) -> tuple[Version, Known]:
            version = Version(guide, language, parts[language.tag], changed, catalogs)
            return version, version.known(guide.companion)

        def between(known: Sequence[Known]) -> Known:
            return Known({key: text for each in known for key, text in each.touched.items()})

        def second(version: Version, companion: Known) -> Made:
            own = version.language.tag == guide.companion
            asked = frozenset() if own else frozenset(companion.touched)
            chosen = chosen_for((before, guide), words, version.touched, asked)
            told = None if own else parts.get(guide.companion or "")
            pages = render_some(
                version.guide,
                version.words,
                client.templates,
                addresses,
                carried,
                _questions(companion, told, chosen),
                chosen,
            )
            return version.new, pages

        if paths:
            every = in_two_rounds(guide.languages, first, between, second, processes)
            codes = [language.code for language in guide.languages]
            digests = {path: inputs[path] for path in {*edited, *since.inputs}}
            made_now = dict(zip(codes, every, strict=True))
            since = since.then(digests, guide, changed.answers, new_words, made_now)
            write_since(kept, last, since)

        def with_pack(language: Language) -> tuple[Edition, File]:
            first = last.part(f"first {language.code}")
            newer = since.lines_of(language.code)
            edition, body = edition_with(parts[language.tag], first, newer)
            return edition, pack_file(edition.code, body)

        made = in_threads(with_pack, guide.languages)
        companion = [each for each in guide.languages if each.tag == guide.companion]
        editions = [edition for edition, _ in made]
        packs = {edition.code: pack for edition, pack in made}
        release = bind(
            guide.name,
            guide.source_language.code,
            companion[0].code if companion else None,
            editions,
            packs,
            assets,
            client.worker,
        )
        return replace(release, unkept=unkept), guide


def _of_build(path: Path, last: Parts, open_files: ExitStack, newer: Mapping[str, bytes]) -> Parts:
    """The parts of a language with `newer` ones, if they are of the same build as the guide's."""
    parts = Parts(path, open_files, newer)
    if parts.part("build") != last.part("build"):
        raise NothingKept(path)
    return parts


def _questions(companion: Known, kept: Parts | None, chosen: Chosen) -> dict[str, Text]:
    """The companion's questions that stand on the chosen pages of another language."""
    if kept is None:
        return {}
    found = {
        key: companion.touched[key] if key in companion.touched else kept_answer(key, kept).question
        for key in chosen.answers
    }
    return {key: question for key, question in found.items() if not question.fell_back}
