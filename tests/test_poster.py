"""The poster: what it says in each language, that it finds room, that a phone can scan it."""

from __future__ import annotations

import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import resvg_py
import zxingcpp
from PIL import Image

from example import GUIDE
from livret.command import main
from livret.hang import CannotHang, hang

SVG = "{http://www.w3.org/2000/svg}"
ADDRESS = "https://guide.example.org"


def test_the_code_on_the_poster_is_read_as_the_address_of_the_guide() -> None:
    svg = hang(GUIDE, ADDRESS, ["fr", "en"]).replace('width="210mm" height="297mm" ', "")
    png = resvg_py.svg_to_bytes(svg_string=svg, width=1050, height=1485)
    picture = Image.open(io.BytesIO(bytes(png))).convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [f"{ADDRESS}/"]
    # A phone that stands some steps away sees a small one.
    small = picture.resize((220, 311))
    assert [code.text for code in zxingcpp.read_barcodes(small)] == [f"{ADDRESS}/"]


def test_a_line_begins_where_its_script_does_and_stays_on_the_page() -> None:
    page = ElementTree.fromstring(hang(GUIDE, ADDRESS, ["ar", "en"]))
    assert (page.get("width"), page.get("height")) == ("210mm", "297mm")
    lines = {line.get("lang"): line for line in page.iter(f"{SVG}text") if line.get("lang")}
    assert (lines["ar"].get("direction"), lines["ar"].get("x")) == ("rtl", "192")
    assert (lines["en"].get("direction"), lines["en"].get("x")) == ("ltr", "18")
    places = [float(line.get("y", "")) for line in page.iter(f"{SVG}text")]
    assert max(places) < 290


def test_every_language_of_the_guide_finds_room_together() -> None:
    svg = hang(Path(__file__).parent.parent, ADDRESS, ["fr", "en", "es", "pt", "ar", "zh"])
    assert {"fr", "zh-Hans", "ar"} <= set(re.findall(r'lang="([^"]+)"', svg))


def test_the_clerks_language_and_the_source_are_on_it_where_nothing_was_said() -> None:
    assert re.findall(r'lang="(\w+)"', hang(GUIDE, ADDRESS, []))[0] == "fr"
    assert 'lang="en"' in hang(GUIDE, ADDRESS, [])


@pytest.mark.parametrize(
    ("address", "codes", "remedy"),
    [("", ["fr"], "give --address"), (ADDRESS, ["de"], 'is not offered in "de"')],
)
def test_what_is_missing_for_a_poster_is_told(address: str, codes: list[str], remedy: str) -> None:
    with pytest.raises(CannotHang, match=re.escape(remedy)):
        hang(GUIDE, address, codes)


def test_the_command_writes_the_same_file_each_time(tmp_path: Path) -> None:
    files = [tmp_path / "one.svg", tmp_path / "two.svg"]
    for file in files:
        call = ["poster", "--guide", str(GUIDE), "--address", ADDRESS, "--lang", "fr, en"]
        assert main([*call, "--file", str(file)]) == 0
    assert files[0].read_bytes() == files[1].read_bytes()
