"""The line that the data travels: content and catalogs in, a release out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from livret import terms
from livret.again import build_again
from livret.catalog import Catalog, read_catalog
from livret.drawn import read_drawn
from livret.frame import accent_of
from livret.icons import FOR_THE_SYSTEM, icons
from livret.inputs import inputs_of
from livret.keeping import keep_guide, keep_language
from livret.kept import Keeping, NothingKept, keeping_in
from livret.language import Language
from livret.model import Guide, Text, texts
from livret.pack import pack, page_lines
from livret.page import Edition
from livret.policy import page_headers
from livret.preview import preview
from livret.problem import Problem, Report
from livret.product import Client, carried_by, product_folder, read_client
from livret.pseudo import PSEUDO_LANGUAGES, pseudo_catalog, pseudo_text
from livret.read import read_guide
from livret.release import File, Release, asset, bind, pack_file
from livret.render import render
from livret.rounds import in_two_rounds
from livret.screenshot import read_screenshots
from livret.sign import SIGN
from livret.templates import Interface
from livret.terms import Term
from livret.translate import translate

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """A release, and what is worth telling its author: findings that did not stop it.

    `address` is where readers find it, or empty where nobody said.
    """

    release: Release
    guide: Guide
    warnings: tuple[Problem, ...]
    address: str = ""


def build(
    folder: Path,
    progress: Progress = lambda _: None,
    *,
    pseudo: bool = False,
    address: str = "",
    processes: int = 1,
    keep: Path | None = None,
) -> Built:
    """Build the guide in `folder`, with the pseudo-languages beside its own if `pseudo`.

    `address` is where readers find it, scheme and host; it comes before the one of guide.toml.
    `keep` is a folder for what this build leaves for the next one, which then makes only what has
    changed, and gives the same.

    Raises `ProblemsFound` for content that cannot be built, `ClientNotBuilt` when the phone's part
    has not been bundled. Problems of catalogs never stop a build: their messages fall back.
    """
    client = read_client()
    if keep is None or pseudo:
        return _build(folder, progress, client, pseudo, address, processes, None)
    inputs = inputs_of(folder, address)
    try:
        progress("building again")
        catalogs = catalog_folders(folder)
        release, guide = build_again(folder, keep, inputs, client, address, catalogs, processes)
        return Built(release, guide, (), address or guide.address or "")
    except NothingKept:
        pass
    with keeping_in(keep) as keeping:
        built = _build(folder, progress, client, pseudo, address, processes, keeping)
        # What changed while it was built, or has something to warn of, is built whole again.
        if keeping and not built.warnings and inputs_of(folder, address) == inputs:
            keep_guide(keeping, inputs, built.guide, built.release)
    return built


def _build(
    folder: Path,
    progress: Progress,
    client: Client,
    pseudo: bool,
    address: str,
    processes: int,
    keeping: Keeping | None,
) -> Built:
    progress("reading content")
    guide = read_guide(folder)
    if pseudo:
        guide = replace(guide, languages=(*guide.languages, *PSEUDO_LANGUAGES))
    assets = make_assets(guide, client)
    address = address or guide.address or ""
    previews = make_previews(guide, client) if address else {}
    unkept = {**previews, **make_screenshots(guide)}
    addresses = {name: file.path for name, file in {**assets, **unkept}.items()}
    carried = carried_by(accent_of(guide), client, address)
    originals: dict[str, str] = {}

    def first(language: Language) -> tuple[tuple[Guide, Interface], Known]:
        progress(f"translating into {language.name}")
        version, words, problems = version_in(guide, language)
        questions = companion_questions(version) if language.tag == guide.companion else {}
        return (version, words), Known(language, core_is_complete(version), problems, questions)

    def second(kept: tuple[Guide, Interface], shared: Shared) -> tuple[Edition, bytes] | None:
        version, words = kept
        if version.language not in shared.offered:
            return None
        progress(f"rendering {version.language.name}")
        version = replace(version, languages=shared.offered)
        questions = {} if version.language.tag == guide.companion else shared.questions
        edition = render(version, words, client.templates, addresses, carried, questions, originals)
        lines = page_lines(edition.pages)
        if keeping:
            keep_language(keeping, version, words, edition, lines)
        return edition, lines

    warnings: list[Problem] = []

    def between(known: Sequence[Known]) -> Shared:
        warnings.extend(found_in(known))
        return shared_of(known)

    rendered = in_two_rounds(guide.languages, first, between, second, processes)
    made = [each for each in rendered if each]
    progress("binding the release")
    editions = [edition for edition, _ in made]
    headers = page_headers(carried.style, carried.first)
    packs = {
        edition.code: pack_file(
            edition.code,
            pack(edition, editions, headers, lines, search=told_of(edition.tag, client)),
        )
        for edition, lines in made
    }
    release = bind(
        guide.name,
        guide.source_language.code,
        code_of(guide, guide.companion),
        editions,
        packs,
        tuple(assets.values()),
        client.worker,
    )
    release = replace(release, unkept=tuple(unkept.values()))
    return Built(release, guide, tuple(warnings), address)


def told_of(tag: str, client: Client) -> Mapping[str, str]:
    """What the search is told of a language; nothing of one that nobody has written about."""
    return client.lexicon.get(tag.partition("-")[0], {})


@dataclass(frozen=True, slots=True)
class Known:
    """What the other languages have to know of one: whether it can be offered, what was found in
    its catalogs, and if it is the companion's, the questions that are shown beside theirs."""

    language: Language
    offered: bool
    problems: tuple[Problem, ...]
    questions: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Shared:
    """What all languages together say: which are offered, and the companion's questions."""

    offered: tuple[Language, ...]
    questions: Mapping[str, Text]


def shared_of(known: Sequence[Known]) -> Shared:
    offered = [each for each in known if each.offered]
    questions = {key: text for each in offered for key, text in each.questions.items()}
    return Shared(tuple(each.language for each in offered), questions)


def found_in(known: Sequence[Known]) -> Iterator[Problem]:
    """What was found in all catalogs, and which languages are not offered."""
    for each in known:
        yield from each.problems
        if not each.offered:
            yield not_offered(each.language)


def companion_questions(version: Guide) -> dict[str, Text]:
    """The questions in the companion's language, as far as there are, by their answers' ids."""
    answers = version.answers
    return {key: each.question for key, each in answers.items() if not each.question.fell_back}


def code_of(guide: Guide, tag: str | None) -> str | None:
    return next((language.code for language in guide.languages if language.tag == tag), None)


def sign_of(guide: Guide, client: Client) -> str:
    """The SVG of the guide's own sign, else of the product's."""
    own = guide.folder / SIGN
    return (own if own.is_file() else client.icon).read_text(encoding="utf-8")


def make_assets(guide: Guide, client: Client) -> dict[str, File]:
    """Scripts and icons by name; the guide's own icon comes before the product's."""
    scripts = {
        "app.js": client.script,
        "steps.js": client.steps,
        "tools.js": client.tools,
        "search.js": client.search,
    }
    files = {**scripts, **icons(sign_of(guide, client), accent_of(guide))}
    return {
        name: asset(name, body, kept=name not in FOR_THE_SYSTEM) for name, body in files.items()
    }


def make_previews(guide: Guide, client: Client) -> dict[str, File]:
    """The pictures that stand beside links elsewhere: the guide's own of a language, else one for
    each direction of writing."""
    sign, accent = sign_of(guide, client), accent_of(guide)
    drawn = read_drawn(guide.folder, Report())
    lacking = {each.direction for each in guide.languages if each.code not in drawn}
    named = {f"preview-{each}.png": preview(sign, accent, each) for each in sorted(lacking)}
    codes = {language.code for language in guide.languages}
    named |= {f"preview-{code}.png": data for code, data in drawn.items() if code in codes}
    return {name: asset(name, body) for name, body in named.items()}


def make_screenshots(guide: Guide) -> dict[str, File]:
    """The guide's own pictures of itself, by name."""
    pictures = read_screenshots(guide.folder, Report())
    return {name: asset(name, body) for name, body in pictures.items()}


def translations(guide: Guide) -> tuple[list[tuple[Guide, Interface]], list[Problem]]:
    """The guide in each language that can be offered, and what was found in the catalogs."""
    versions = [version_in(guide, language) for language in guide.languages]
    known = [
        Known(version.language, core_is_complete(version), problems, {})
        for version, _, problems in versions
    ]
    offered = shared_of(known).offered
    return [
        (replace(version, languages=offered), words)
        for version, words, _ in versions
        if version.language in offered
    ], list(found_in(known))


def version_in(guide: Guide, language: Language) -> tuple[Guide, Interface, tuple[Problem, ...]]:
    """The guide and the interface's words in a language, and what was found in its catalogs."""
    catalog, words, problems = words_of(guide, language)
    version, refused = translate(guide, language, catalog)
    return version, words, (*problems, *refused)


def words_of(guide: Guide, language: Language) -> tuple[Catalog, Interface, Sequence[Problem]]:
    """The translations of a guide and of the interface in a language, and what is wrong there."""
    if language in PSEUDO_LANGUAGES:
        write = pseudo_text(language)
        words = Interface(write, lambda one, many, number: write(one if number == 1 else many))
        return pseudo_catalog(guide, language), words, ()
    catalog, problems = catalog_of(guide.folder, language)
    own = catalog.interface()
    return catalog, Interface(own.gettext, own.ngettext), problems


def catalog_of(folder: Path, language: Language) -> tuple[Catalog, Sequence[Problem]]:
    """The catalogs of a language: the guide's own before those that Livret ships."""
    return read_catalog(catalog_folders(folder), language.locale)


def catalog_folders(folder: Path) -> tuple[Path, ...]:
    """Where catalogs are looked for: in the guide, then in what Livret ships."""
    both = (folder / "translations", product_folder() / "translations")
    return tuple(dict.fromkeys(both))


def terms_of(folder: Path, language: Language) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """The preferred terms of a language, and what is wrong with their file."""
    file = f"translations/{language.locale}/{terms.NAME}"
    return terms.read_terms(folder / file, file)


def core_is_complete(guide: Guide) -> bool:
    """Whether every answer that a language must have is wholly translated."""
    answers = guide.answers
    return not any(text.fell_back for key in guide.core for text in texts(answers[key]))


def not_offered(language: Language) -> Problem:
    return Problem(
        "content/guide.toml",
        1,
        f"{language.name} ({language.tag}) is not offered: its core answers are not complete",
        f"translate them in translations/{language.locale}/LC_MESSAGES/",
    )
