"""What is left out to build fast is left out only where it would change nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from example import GUIDE
from livret import inline
from livret.bidi import isolated
from livret.build import build
from livret.escaped import escaped, written
from livret.generated import Generator
from livret.kept_terms import KeptTerms, term_pattern
from livret.model import texts as texts_of
from livret.read import read_guide
from livret.templates import COMPILED, PageEnvironment
from livret.wording import _ZEROS, Use, _errors, wording

TERMS = ("CAF", "carte Vitale", "l'avis", "à", "(S)1", "carte de séjour", "iban", "RIB")
WORDS = (
    "CAF",
    "caf",
    "Carte",
    "vitale",
    "l’avis",
    "L'AVIS",
    "À",
    "S1",
    "ıban",
    "İBAN",
    "rib",
    "de",
)
signs = st.sampled_from([" ", "-", "'", ".", "", "\u00a0", "ـ"])
said = st.lists(st.tuples(st.sampled_from(WORDS), signs), max_size=8).map(
    lambda parts: "".join(word + sign for word, sign in parts)
)


@given(said)
def test_every_term_that_stands_in_a_text_is_looked_for(text: str) -> None:
    terms = KeptTerms(TERMS)
    standing = {term for term in TERMS if term_pattern(term)[0].search(text)}
    assert standing <= set(terms.may_stand_in(text))
    assert set(terms.standing_in(text)) == standing


messages = st.lists(
    st.sampled_from(
        (
            *("Pay ", "Zahlen Sie ", "RIB", "rib", "carte Vitale", " carte de séjour", ".", " "),
            *("3", "三", "٣", "a.b", "www.caf", "//", "@", "<", "&", "&amp;", "é", "e\u0301", "أ"),
            *("{fee}", "[[caf]]", "[a][b]", "*", "_", "\\", "\n"),
            *("\u200b", "\u200e", "\u2066", "\u2069", "\u202e", "\ufeff", "\x07"),
        )
    )
    | st.characters(),
    max_size=6,
).map("".join)


@given(messages, messages, st.sampled_from(Use), st.sampled_from(["fr", "ar", "zh_Hans", "fa"]))
def test_what_is_not_noteworthy_has_no_other_errors(
    message: str, translation: str, use: Use, language: str
) -> None:
    checks = wording(language, "en", TERMS)
    assert checks.errors(message, translation, use) == _errors(checks, message, translation, use)


@given(st.text(st.sampled_from("ab .<&!`~-:|é中\u2028\u00a0()#>+1\t"), max_size=12))
def test_a_plain_message_is_one_run_of_its_own_characters(message: str) -> None:
    if inline.is_plain(message):
        (token,) = inline.parse(message)
        assert (token.type, token.content) == ("text", message)


pieces = st.sampled_from(
    (
        *("{fee}", "{fee", "{phone:caf}", "{mail: x}", "}", "{{fee}}"),
        *("[[caf]]", "[[caf|a text]]", "[[caf|b*c]]", "[[|]]", "[[caf]][key]"),
        *("[text][key]", "[text][q:a/b]", "[*a*][key]", "[{fee}][key]", "[a]", "[", "]", "]["),
        *("*", "**", "_", "\\", "\n", " ", "a", "é", "!", "&amp;", "<b>", "|"),
    )
)


@given(st.lists(pieces, max_size=7).map("".join))
@example("{a}[text][key][[caf|x]] b")
def test_a_usual_message_has_the_tokens_of_any_parser(message: str) -> None:
    assert inline.usual_tokens(message) in (None, inline.parsed(message))


def test_most_messages_of_a_guide_are_usual() -> None:
    found = [text.message for text in texts_of(read_guide(GUIDE))]
    marked = [message for message in found if message and not inline.is_plain(message)]
    usual = [message for message in marked if inline.usual_tokens(message) is not None]
    assert len(usual) > len(marked) / 2
    assert all(inline.usual_tokens(message) == inline.parsed(message) for message in usual)


@given(st.text(st.sampled_from("ab{}[]*_\\|q:\n\r\0"), max_size=12))
def test_a_message_with_signs_of_markup_is_parsed(message: str) -> None:
    tokens = inline.parse(message)
    if [(token.type, token.content) for token in tokens] != [("text", message)]:
        assert not inline.is_plain(message)


texts = st.text(st.sampled_from("ab <>&'\"é中-/ \u00a0") | st.characters(), max_size=20)


@given(texts)
def test_a_text_is_escaped_as_markupsafe_escapes_it(text: str) -> None:
    assert escaped(text) == escape(text)
    assert "".join([written(text)]) == escape(text)
    bare = re.sub(r'<bdi dir="(?:ltr|rtl)">|</bdi>', "", isolated(text))
    assert bare == escape(text)


@pytest.mark.parametrize("value", [Markup("<b>&amp;</b>"), 7, 1.5, None, True, ("<",), ["&"]])
def test_a_value_is_written_as_jinja_writes_it(value: object) -> None:
    assert "".join([written(value)]) == escape(value)


def test_templates_write_what_those_of_jinja_would_write(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = build(GUIDE).release
    with monkeypatch.context() as patched:
        patched.setattr(PageEnvironment, "code_generator_class", CodeGenerator)
        patched.setattr(COMPILED, "code", {})
        assert build(GUIDE).release == ours
    assert PageEnvironment.code_generator_class is Generator


def test_the_digits_of_every_script_are_noteworthy() -> None:
    basic = map(chr, range(0x10000))
    assert [sign for sign in basic if sign.isdecimal() and int(sign) == 0] == list(_ZEROS)
