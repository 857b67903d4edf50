"""The line that the data travels: content and catalogs in, a release out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from livret import terms
from livret.catalog import Catalog, read_catalog
from livret.icons import icons
from livret.language import Language
from livret.model import Guide, Text, texts
from livret.pack import pack
from livret.page import Carried, Edition
from livret.policy import page_headers
from livret.problem import Problem
from livret.product import Client, product_folder, read_client
from livret.pseudo import PSEUDO_LANGUAGES, pseudo_catalog, pseudo_text
from livret.read import read_guide
from livret.release import File, Release, asset, bind, pack_file
from livret.render import DEFAULT_COLOURS, render
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
) -> Built:
    """Build the guide in `folder`, with the pseudo-languages beside its own if `pseudo`.

    `address` is where readers find it, scheme and host; it comes before the one of guide.toml.

    Raises `ProblemsFound` for content that cannot be built, `ClientNotBuilt` when the phone's part
    has not been bundled. Problems of catalogs never stop a build: their messages fall back.
    """
    progress("reading content")
    guide = read_guide(folder)
    if pseudo:
        guide = replace(guide, languages=(*guide.languages, *PSEUDO_LANGUAGES))
    client = read_client()
    style = f":root{{--accent:{accent_of(guide)}}}{client.style}"
    assets = make_assets(guide, client)
    addresses = {name: file.path for name, file in assets.items()}
    progress("translating")
    versions, warnings = translations(guide)
    headers = page_headers(style, client.first)
    address = address or guide.address or ""
    carried = Carried(style, client.first, address)
    titles = companion_questions(guide, [version for version, _ in versions])
    editions: list[Edition] = []
    for version, interface in versions:
        progress(f"rendering {version.language.name}")
        questions = {} if version.language.tag == guide.companion else titles
        editions.append(render(version, interface, client.templates, addresses, carried, questions))
    packs = {
        edition.code: pack_file(edition.code, pack(edition, editions, headers))
        for edition in editions
    }
    progress("binding the release")
    release = bind(
        guide.name,
        guide.source_language.code,
        code_of(guide, guide.companion),
        editions,
        packs,
        tuple(assets.values()),
        client.worker,
    )
    return Built(release, guide, tuple(warnings), address)


def companion_questions(guide: Guide, versions: Sequence[Guide]) -> dict[str, Text]:
    """The questions in the companion's language, as far as there are, by their answers' ids."""
    version = next((each for each in versions if each.language.tag == guide.companion), None)
    answers = version.answers if version else {}
    return {key: each.question for key, each in answers.items() if not each.question.fell_back}


def accent_of(guide: Guide) -> str:
    return guide.colours.get("accent", DEFAULT_COLOURS["accent"])


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
    return {name: asset(name, body) for name, body in files.items()}


def translations(guide: Guide) -> tuple[list[tuple[Guide, Interface]], list[Problem]]:
    """The guide in each language that can be offered, and what was found in the catalogs."""
    warnings: list[Problem] = []
    found: list[tuple[Guide, Interface]] = []
    for language in guide.languages:
        catalog, words, problems = words_of(guide, language)
        warnings.extend(problems)
        if language == guide.source_language:
            found.append((guide, words))
            continue
        version, problems = translate(guide, language, catalog)
        warnings.extend(problems)
        if core_is_complete(version):
            found.append((version, words))
        else:
            warnings.append(not_offered(language))
    offered = tuple(version.language for version, _ in found)
    return [(replace(version, languages=offered), words) for version, words in found], warnings


def words_of(guide: Guide, language: Language) -> tuple[Catalog, Interface, Sequence[Problem]]:
    """The translations of a guide and of the interface in a language, and what is wrong there."""
    if language in PSEUDO_LANGUAGES:
        write = pseudo_text(language)
        words = Interface(write, lambda one, many, number: write(one if number == 1 else many))
        return pseudo_catalog(guide, language), words, ()
    catalog, problems = catalog_of(guide.folder, language)
    return catalog, Interface(catalog.gettext, catalog.ngettext), problems


def catalog_of(folder: Path, language: Language) -> tuple[Catalog, Sequence[Problem]]:
    """The catalogs of a language: the guide's own before those that Livret ships."""
    folders = dict.fromkeys([folder / "translations", product_folder() / "translations"])
    return read_catalog(tuple(folders), language.locale)


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
