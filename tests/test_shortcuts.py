"""What is left out to build fast is left out only where it would change nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from livret import inline
from livret.wording import Wording, term_pattern

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
    checks = Wording("uk", "en", TERMS)
    standing = {term for term in TERMS if term_pattern(term)[0].search(text)}
    assert standing <= set(checks.terms_in(text))


@given(st.text(st.sampled_from("ab .<&!`~-:|é中\u2028\u00a0()#>+1\t"), max_size=12))
def test_a_plain_message_is_one_run_of_its_own_characters(message: str) -> None:
    if inline.is_plain(message):
        (token,) = inline.parse(message)
        assert (token.type, token.content) == ("text", message)


@given(st.text(st.sampled_from("ab{}[]*_\\|q:\n\r\0"), max_size=12))
def test_a_message_with_signs_of_markup_is_parsed(message: str) -> None:
    tokens = inline.parse(message)
    if [(token.type, token.content) for token in tokens] != [("text", message)]:
        assert not inline.is_plain(message)
