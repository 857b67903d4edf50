"""Pictures with a language's own words for previews: named by its pages, told when they are old."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from draw_previews import small
from example import ROOT
from livret.build import Built, build, translations
from livret.compose import compose
from livret.drawn import FOLDER, MOST_BYTES, SIZE, shown_in
from livret.editing import findings_of
from livret.picture import old_pictures, pictures
from livret.problem import ProblemsFound
from livret.product import read_client
from livret.read import read_guide

MakeGuide = Callable[[dict[str, str | None]], Path]
ORIGIN = "https://guide.example.org"


def png(size: tuple[int, int] = SIZE) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, "PNG")
    return file.getvalue()


def with_pictures(folder: Path, **drawn: bytes) -> Path:
    (folder / FOLDER).mkdir()
    for code, data in drawn.items():
        (folder / FOLDER / f"{code}.png").write_bytes(data)
    return folder


def head_of(built: Built, code: str) -> str:
    edition = next(each for each in built.release.editions if each.code == code)
    page = next(page for page in edition.pages if page.address == f"/{code}/")
    return compose(edition.shell, page.values()).decode().partition("<style>")[0]


def test_pages_name_the_picture_of_their_language_with_its_words_else_the_one_without(
    changed_guide: MakeGuide,
) -> None:
    folder = with_pictures(changed_guide({}), fr=png(), ar=png((1200, 630)), de=png())
    built = build(folder, address=ORIGIN)
    french, english = head_of(built, "fr"), head_of(built, "en")
    assert f'<meta property="og:image" content="{ORIGIN}/assets/preview-fr.' in french
    assert f'<meta property="og:image" content="{ORIGIN}/assets/preview-ltr.' in english
    guide = next(
        version for version, _ in translations(built.guide)[0] if version.language.code == "fr"
    )
    described = next(iter(pictures([guide], read_client()))).description
    assert f'og:image:alt" content="{guide.name}: {described}"' in french
    assert f'og:image:alt" content="{guide.name}"' in english
    names = {file.path.partition(".")[0] for file in built.release.unkept}
    # None of a language that the guide lacks, or of a direction that all have their own for.
    assert names == {"/assets/preview-fr", "/assets/preview-ar", "/assets/preview-ltr"}


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("French", png(), "is named like en.png"),
        ("fr", b"<svg/>", "is no PNG picture"),
        ("fr", png((630, 1200)), "has 630 × 1200 pixels, not 1200 × 630"),
        ("fr", png() + bytes(MOST_BYTES), "more than 40000"),
    ],
)
def test_a_picture_that_networks_would_not_show_is_told(
    changed_guide: MakeGuide, name: str, data: bytes, what: str
) -> None:
    folder = with_pictures(changed_guide({}), **{name: data})
    with pytest.raises(ProblemsFound) as raised:
        read_guide(folder)
    [problem] = raised.value.problems
    assert what in problem.what
    assert problem.file == f"content/previews/{name}.png"


def test_a_picture_is_old_when_the_words_that_it_shows_have_changed(
    changed_guide: MakeGuide,
) -> None:
    guide = read_guide(changed_guide({}))
    drawn = {
        each.code: small(png(), each.digest)
        for each in pictures((version for version, _ in translations(guide)[0]), read_client())
    }
    folder = with_pictures(changed_guide({}), **drawn)
    assert old_of(folder) == []
    settings = folder / "content/guide.toml"
    text = settings.read_text(encoding="utf-8")
    assert 'name = "' in text
    settings.write_text(text.replace('name = "', 'name = "New ', 1), encoding="utf-8")
    assert old_of(folder) == [
        "content/previews/ar.png",
        "content/previews/en.png",
        "content/previews/fr.png",
    ]
    settings.write_text(text.replace("#5b2a86", "#0b5c63"), encoding="utf-8")
    assert len(old_of(folder)) == 3
    settings.write_text(text, encoding="utf-8")
    (folder / FOLDER / "fr.png").write_bytes(png())
    assert old_of(folder) == ["content/previews/fr.png"]


def old_of(folder: Path) -> list[str]:
    found, _ = findings_of(read_guide(folder), date(2026, 11, 1))
    return [finding.file for finding in found if finding.kind.name == "preview-old"]


def test_a_build_after_another_one_takes_a_picture_that_is_new(
    changed_guide: MakeGuide, tmp_path: Path
) -> None:
    folder = with_pictures(changed_guide({}), fr=png())
    build(folder, address=ORIGIN, keep=tmp_path / "kept")
    (folder / FOLDER / "fr.png").write_bytes(small(png(), "other"))
    again = build(folder, address=ORIGIN, keep=tmp_path / "kept")
    assert again.release.listing == build(folder, address=ORIGIN).release.listing


def test_the_shipped_guide_has_a_picture_of_every_language_that_shows_what_it_says() -> None:
    guide = read_guide(ROOT)
    for language in guide.languages:
        assert shown_in((ROOT / FOLDER / f"{language.code}.png").read_bytes())
    versions = (version for version, _ in translations(guide)[0])
    assert old_pictures(guide, versions, read_client()) == []
