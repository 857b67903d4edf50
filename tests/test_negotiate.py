"""Which language and which coding a reader gets."""

from __future__ import annotations

import random

import pytest

from livret.negotiate import aliases, best_encoding, best_language, explicit, likely_subtags

OFFERED = ["en", "fr", "es", "pt-BR", "ar", "zh-Hans", "vi", "uk"]
CODINGS = ["br", "zstd", "gzip", "identity"]


@pytest.mark.parametrize(
    ("header", "tag"),
    [
        # as phones send it
        ("zh-CN,zh;q=0.9,en-US;q=0.8,en;q=0.7", "zh-Hans"),
        ("zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7", "zh-Hans"),
        ("pt-PT,pt;q=0.9,en;q=0.8", "pt-BR"),
        ("ar-EG", "ar"),
        ("fr-CA,fr;q=0.9", "fr"),
        ("uk-UA,uk;q=0.9,ru;q=0.8", "uk"),
        ("vi-VN", "vi"),
        ("en-GB", "en"),
        # lookup: case, shortening, extensions, extended language subtags
        ("ZH-hans-cn", "zh-Hans"),
        ("zh-cmn-Hans-CN", "zh-Hans"),
        ("ar-EG-u-nu-latn", "ar"),
        ("es-419", "es"),
        ("fr-x-clerk", "fr"),
        # other codes of the same language
        ("cmn", "zh-Hans"),
        ("arb", "ar"),
        # weights decide, then the order in the header
        ("fr;q=0.5, ar;q=0.8", "ar"),
        ("ar, fr", "ar"),
        ("fr;q=0.001, en;q=0", "fr"),
        ("fr;Q=0.2 , es ; q=0.3", "es"),
        # another script only after every other language that the reader lists
        ("zh-TW, en;q=0.8", "en"),
        ("zh-Hant-HK", "zh-Hans"),
        # anything, nothing, refusals
        ("*", "en"),
        ("de, *;q=0.1", "en"),
        ("en;q=0, *", "fr"),
        ("en;q=0", "fr"),
        ("*;q=0", "en"),
        ("*;q=0, ar;q=0.1", "ar"),
        ("zh;q=0, zh-Hans", "zh-Hans"),
        ("de-AT, ja", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_a_reader_gets_the_language_asked_for(header: str | None, tag: str) -> None:
    assert best_language(header, OFFERED) == tag


def test_a_region_that_is_offered_comes_before_another_of_the_same_language() -> None:
    assert best_language("pt-PT", ["en", "pt-BR", "pt-PT"]) == "pt-PT"
    assert best_language("pt-AO", ["en", "pt-BR", "pt-PT"]) == "pt-BR"
    assert best_language("zh-HK", ["en", "zh-Hans", "zh-Hant"]) == "zh-Hant"
    assert best_language("zh-SG", ["en", "zh-Hant", "zh-Hans"]) == "zh-Hans"
    assert best_language("sr-RS", ["en", "sr-Latn", "sr-Cyrl"]) == "sr-Cyrl"
    assert best_language("fa-AF", ["en", "fa"]) == best_language("prs", ["en", "fa"]) == "fa"


@pytest.mark.parametrize(
    "header",
    [
        ";;;", ",,,,", "q=1", "fr;q=", "fr;q=1.5", "fr;q=-1", "fr;q=0.1234", "fr;q=nan", "fr;q=١",
        "é", "\x00", "fr\x00", "-", "--", "fr-", "*-CH", "i-klingon", "x-whatever", "a" * 9,
        "fr" + "-a" * 50, "fr;" * 5000, ",".join(["xx"] * 5000), "zh-Hans-" + "x" * 70_000,
        "und", "root", "und-Latn", "mul", "ſr", "İ", "fr\r\nX-Evil: 1",
    ],
)  # fmt: skip
def test_garbage_never_raises_and_gives_a_language(header: str) -> None:
    assert best_language(header, OFFERED) in OFFERED
    assert best_encoding(header, CODINGS) in CODINGS


def test_a_broken_entry_does_not_spoil_its_neighbours() -> None:
    assert best_language("fr;q=2, \x00, ar;q=0.3", OFFERED) == "ar"
    assert best_encoding("br;q=x, gzip;q=0.3", CODINGS) == "gzip"


def test_random_headers_never_raise() -> None:
    made = random.Random(1)
    for _ in range(3000):
        header = "".join(made.choices("enfrzhZHans-_;,=q0.15* \tü\x7f", k=made.randrange(40)))
        assert best_language(header, OFFERED) in OFFERED
        assert best_encoding(header, CODINGS) in [*CODINGS, None]


def test_every_tag_that_cldr_knows_can_be_asked_for() -> None:
    for known in [*aliases(), *likely_subtags()]:
        tag = known.replace("_", "-")
        assert best_language(tag, OFFERED) in OFFERED
        found = explicit(tag)
        assert found is None or all(found)


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("gzip;q=0.5, zstd;q=0.8", "zstd"),
        ("br;q=0.2, gzip;q=0.9", "gzip"),
        ("*", "br"),
        ("br;q=0, *;q=0.5", "zstd"),
        ("gzip;q=0.5, identity", "identity"),
        ("gzip;q=0, br;q=0", "identity"),
        ("deflate", "identity"),
        ("identity", "identity"),
        ("", "identity"),
        (None, "identity"),
        ("identity;q=0, gzip", "gzip"),
        ("gzip;q=0.1, *;q=0", "gzip"),
        ("identity;q=0", None),
        ("*;q=0", None),
        ("identity;q=0, deflate", None),
    ],
)
def test_a_client_gets_a_coding_it_accepts(header: str | None, coding: str | None) -> None:
    assert best_encoding(header, CODINGS) == coding


def test_a_body_that_no_coding_makes_smaller_goes_as_it_is_unless_refused() -> None:
    small = ["identity", "br", "zstd", "gzip"]
    assert best_encoding("gzip, br;q=0.9", small) == "identity"
    assert best_encoding("gzip, br;q=0.9, identity;q=0.5", small) == "gzip"
    assert best_encoding("gzip, identity;q=0", small) == "gzip"
