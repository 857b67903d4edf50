"""Pictures of the guide for the browser's offer to install it: in the manifest, and on no phone."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from example import ROOT
from livret.build import build
from livret.problem import ProblemsFound
from livret.publish import publish
from livret.read import read_guide
from livret.screenshot import FOLDER, MOST_BYTES, SIZES, webp_size
from livret.site import load

MakeGuide = Callable[[dict[str, str | None]], Path]


def webp(size: tuple[int, int], *, alpha: bool = False) -> bytes:
    file = io.BytesIO()
    mode = "RGBA" if alpha else "RGB"
    Image.new(mode, size, "teal").save(file, "WEBP")
    return file.getvalue()


def with_pictures(folder: Path, **pictures: bytes) -> Path:
    """A guide with screenshots; `en_wide_1` for "en-wide-1"."""
    (folder / FOLDER).mkdir()
    for name, data in pictures.items():
        (folder / FOLDER / f"{name.replace('_', '-')}.webp").write_bytes(data)
    return folder


def test_a_manifest_shows_the_pictures_of_its_language_and_no_phone_keeps_them(
    changed_guide: MakeGuide, tmp_path: Path
) -> None:
    narrow, wide = webp(SIZES["narrow"]), webp(SIZES["wide"])
    folder = with_pictures(
        changed_guide({}), en_narrow_2=narrow, en_narrow_1=narrow, en_wide_1=wide, fr_wide_1=wide
    )
    release = build(folder).release
    publish(release, tmp_path / "site")
    site = load(tmp_path / "site")
    kept = {file.path for file in release.files}
    shown = {each.code: each.manifest["screenshots"] for each in release.editions}
    assert isinstance(shown["en"], list)
    forms = [(each["form_factor"], each["sizes"]) for each in shown["en"]]
    assert forms == [("narrow", "540x1080"), ("narrow", "540x1080"), ("wide", "1280x800")]
    assert "/assets/en-narrow-1." in shown["en"][0]["src"]
    assert len(shown["fr"]) == 1  # type: ignore[arg-type]
    assert shown["ar"] == []
    for each in shown["en"]:
        assert each["src"] not in kept
        resource = site.resources[each["src"]]
        assert resource.headers["content-type"] == each["type"] == "image/webp"
        assert webp_size(resource._make()) == SIZES[each["form_factor"]]


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("start", webp(SIZES["wide"]), "is named like en-narrow-1.webp"),
        ("en_narrow_5", webp(SIZES["narrow"]), "is named like en-narrow-1.webp"),
        ("en_narrow_1", b"<svg/>", "is no WebP picture"),
        ("en_narrow_1", webp(SIZES["wide"]), "has 1280 × 800 pixels, not 540 × 1080"),
        ("en_wide_1", webp(SIZES["wide"]) + bytes(MOST_BYTES), "more than 60000"),
    ],
)
def test_a_picture_that_browsers_would_not_show_is_told(
    changed_guide: MakeGuide, name: str, data: bytes, what: str
) -> None:
    folder = with_pictures(changed_guide({}), **{name: data})
    with pytest.raises(ProblemsFound) as raised:
        read_guide(folder)
    [problem] = raised.value.problems
    assert what in problem.what
    assert problem.file == f"content/screenshots/{name.replace('_', '-')}.webp"


def test_the_size_is_read_from_both_forms_that_cameras_and_browsers_write() -> None:
    assert webp_size(webp((540, 1080))) == (540, 1080)
    assert webp_size(webp((1280, 800), alpha=True)) == (1280, 800)
    assert webp_size(b"RIFF\0\0\0\0WEBPVP8 ") is None


def test_the_shipped_guide_shows_itself_in_every_language() -> None:
    guide = read_guide(ROOT)
    for language in guide.languages:
        for form in SIZES:
            assert (ROOT / FOLDER / f"{language.code}-{form}-1.webp").is_file()
