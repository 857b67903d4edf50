"""A ninth language is one line and a catalog; readers get it when its core answers are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from livret.build import build
from livret.command import main
from livret.pseudo import accented, mirrored
from small_catalog import fill, po_path

MakeGuide = Callable[[dict[str, str | None]], Path]


def messages_of(folder: Path, locale: str, domain: str) -> list[str]:
    file = polib.pofile(str(po_path(folder / "translations", locale, domain)), wrapwidth=-1)
    return [entry.msgid for entry in file]


@pytest.mark.parametrize(
    ("tag", "locale", "write", "name", "direction"),
    [
        ("tr", "tr", accented, "Türkçe", "ltr"),
        ("fa", "fa", mirrored, "فارسی", "rtl"),
    ],
)
def test_a_line_and_a_catalog_add_a_language(
    changed_guide: MakeGuide,
    tag: str,
    locale: str,
    write: Callable[[str], str],
    name: str,
    direction: str,
) -> None:
    folder = changed_guide({})
    file = folder / "content" / "guide.toml"
    text = file.read_text(encoding="utf-8")
    line = 'languages = ["en", "fr", "ar"]'
    assert line in text
    file.write_text(text.replace(line, f'{line[:-1]}, "{tag}"]'), encoding="utf-8")

    # The catalog is made, and an empty one changes nothing for readers.
    assert main(["messages", "update", "--guide", str(folder)]) == 0
    without = build(folder)
    assert [edition.code for edition in without.release.editions] == ["en", "fr", "ar"]
    assert f"({tag}) is not offered" in "\n".join(map(str, without.warnings))

    # The core answer is arriving/register. One text short of it, the language still waits.
    last = "Show your visa first."
    messages = messages_of(folder, locale, "arriving")
    assert last in messages
    fill(folder / "translations", locale, {each: write(each) for each in messages if each != last})
    assert [edition.tag for edition in build(folder).release.editions] == ["en", "fr", "ar"]

    fill(folder / "translations", locale, {last: write(last)})
    release = build(folder).release
    edition = release.editions[-1]
    assert (edition.tag, edition.name, edition.direction) == (tag, name, direction)
    states = {page.address: page.state for page in edition.pages}
    assert states[f"/{edition.code}/arriving/register/"] == "drafted"
    # What is not translated yet is shown in the original language, and says so.
    assert states[f"/{edition.code}/money/fee/"] == "missing"
    menu = "".join(release.editions[0].shell)
    assert f'hreflang="{tag}"' in menu
    assert name in menu
