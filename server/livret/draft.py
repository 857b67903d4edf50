"""A guide as its files are at one moment, whose pages are made when they are asked for.

Who writes looks at one page, not at thousands. After a change the guide is read again, and found
out is what its languages have to know of each other; a language is translated, and a page
rendered, when somebody asks for it. What comes of it is what a build gives (tests/test_draft.py).
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from livret.build import make_assets, make_previews, words_of
from livret.canonical import canonical_json
from livret.catalog import Catalog
from livret.compose import compose
from livret.frame import accent_of
from livret.inputs import PROGRAM, inputs_of
from livret.language import Language
from livret.listed import Listing, listing_of
from livret.model import Answer, Guide, Text, texts
from livret.page import Carried, page_addresses
from livret.problem import Problem
from livret.product import Client, carried_by, read_client
from livret.read import read_guide
from livret.release import File
from livret.render import Renderer
from livret.templates import Interface
from livret.translate import translate, translate_answers


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of a language, and digests of the files that they were read from.

    `problems` are those of the files themselves.
    """

    files: Mapping[str, bytes]
    catalog: Catalog
    interface: Interface
    problems: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class Draft:
    """A guide that is being written. `state` is different for each state of its files.

    `sheets` are the languages that can be offered; `files` are what pages name: scripts, icons.
    """

    state: str
    guide: Guide
    sheets: tuple[Sheet, ...]
    files: tuple[File, ...]
    carried: Carried
    spoken: Mapping[str, Spoken]

    def problems_in(self, tag: str) -> tuple[Problem, ...]:
        """What keeps translations of a language from being shown, if it can be offered or not."""
        spoken = self.spoken[tag]
        for sheet in self.sheets:
            if sheet.language.tag == tag:
                return (*spoken.problems, *sheet.refused)
        language = next(each for each in self.guide.languages if each.tag == tag)
        return (*spoken.problems, *translate(self.guide, language, spoken.catalog)[1])


def draft_of(folder: Path, before: Draft | None = None) -> Draft:
    """The guide in `folder`; what of the draft `before` it still is so is taken over.

    Raises `ProblemsFound` for content that cannot be built, `ClientNotBuilt`, `OSError`, and
    `UnicodeDecodeError` for a file that is no text.
    """
    inputs = inputs_of(folder, "")
    guide = read_guide(folder)
    client = read_client()
    spoken = _spoken(guide, inputs, before.spoken if before else {})
    offered = tuple(each for each in guide.languages if _is_offered(guide, each, spoken[each.tag]))
    previews = make_previews(guide, client) if guide.address else {}
    files = {**make_assets(guide, client), **previews}
    carried = carried_by(accent_of(guide), client, guide.address or "")
    companion = next((each for each in offered if each.tag == guide.companion), None)
    questions = Questions(guide, companion, spoken[companion.tag].catalog) if companion else {}
    common = Common(offered, {name: file.path for name, file in files.items()}, carried, client)
    return Draft(
        state=hashlib.blake2b(repr(sorted(inputs.items())).encode(), digest_size=8).hexdigest(),
        guide=guide,
        sheets=tuple(
            Sheet(guide, each, spoken[each.tag], common, {} if each == companion else questions)
            for each in offered
        ),
        files=tuple(files.values()),
        carried=carried,
        spoken=spoken,
    )


def _spoken(
    guide: Guide, inputs: Mapping[str, bytes], known: Mapping[str, Spoken]
) -> dict[str, Spoken]:
    """The words of each language, by tag; `known` ones where its files are still the same."""
    found: dict[str, Spoken] = {}
    for language in guide.languages:
        own = f"translations/{language.locale}/"
        files = {path: at for path, at in inputs.items() if path.startswith(own) or path == PROGRAM}
        before = known.get(language.tag)
        if before and before.files == files:
            found[language.tag] = before
        else:
            found[language.tag] = Spoken(files, *words_of(guide, language))
    return found


def _is_offered(guide: Guide, language: Language, spoken: Spoken) -> bool:
    answers = guide.answers
    core = _translated(guide, language, spoken.catalog, [answers[key] for key in guide.core])
    return not any(text.fell_back for text in texts(core))


def _translated(
    guide: Guide, language: Language, catalog: Catalog, answers: list[Answer]
) -> list[Answer]:
    if language == guide.source_language:
        return answers
    return translate_answers(guide, language, catalog, answers)[0]


@dataclass(frozen=True, slots=True)
class Common:
    """What the languages have in common: which are offered, the assets' addresses by name, and
    what each page carries."""

    offered: tuple[Language, ...]
    addresses: Mapping[str, str]
    carried: Carried
    client: Client


class Questions(Mapping[str, Text]):
    """The questions in the companion's language, each translated when it is asked for."""

    def __init__(self, guide: Guide, language: Language, catalog: Catalog) -> None:
        self.guide = guide
        self.language = language
        self.catalog = catalog
        self.answers = guide.answers

    def __getitem__(self, key: str) -> Text:
        source = self.answers[key]
        question = _translated(self.guide, self.language, self.catalog, [source])[0].question
        if question.fell_back:
            raise KeyError(key)
        return question

    def __iter__(self) -> Iterator[str]:
        return (key for key in self.answers if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Sheet:
    """A draft in one language."""

    def __init__(
        self,
        guide: Guide,
        language: Language,
        spoken: Spoken,
        common: Common,
        questions: Mapping[str, Text],
    ) -> None:
        self.guide = guide
        self.language = language
        self._spoken = spoken
        self._common = common
        self._questions = questions
        # The server asks from several threads.
        self._making = threading.Lock()

    @property
    def addresses(self) -> Iterator[str]:
        """The addresses of the pages."""
        return (f"/{self.language.code}{rest}" for rest in page_addresses(self.guide))

    @cached_property
    def _version(self) -> tuple[Guide, tuple[Problem, ...]]:
        return translate(self.guide, self.language, self._spoken.catalog)

    @property
    def refused(self) -> tuple[Problem, ...]:
        """The translations that fail a check; the language is translated for it."""
        with self._making:
            return self._version[1]

    @cached_property
    def _renderer(self) -> Renderer:
        version, _ = self._version
        common = self._common
        return Renderer(
            replace(version, languages=common.offered),
            self._spoken.interface,
            common.client.templates,
            common.addresses,
            common.carried,
            self._questions,
        )

    @cached_property
    def _shell(self) -> tuple[str, ...]:
        return self._renderer.shell()

    def page(self, address: str) -> bytes:
        """The HTML of the page at one of the addresses."""
        with self._making:
            page = self._renderer.page_at(address.removeprefix(f"/{self.language.code}"))
            return compose(self._shell, page.values())

    def manifest(self) -> bytes:
        with self._making:
            return f"{canonical_json(self._renderer.manifest())}\n".encode()

    def listing(self) -> Listing:
        """What is told of the pages elsewhere; all of them are made for it."""
        with self._making:
            renderer = self._renderer
            pages = [renderer.page_at(rest).values() for rest in page_addresses(self.guide)]
            return listing_of(self.language.code, self.language.tag, renderer.manifest(), pages)
