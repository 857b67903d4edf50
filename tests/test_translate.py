"""A guide in a language: what is shown for each text, and which state it is said to be in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livret import inline
from livret.catalog import Catalog, Entry
from livret.change import Change, change
from livret.language import languages
from livret.model import Guide, Place, State, Text, texts
from livret.problem import Problem
from livret.read import read_guide
from livret.translate import doubts, is_plainly_french, missing_share, translate
from livret.wording import wording

GUIDE = Path(__file__).parent / "guide"
FRENCH, ARABIC = languages(["fr", "ar"])
PLACE = Place("translations/fr/LC_MESSAGES/arriving.po", 7)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(GUIDE)


def entry(
    translation: str, *, fuzzy: bool = False, previous: str | None = None, reviewed: bool = False
) -> Entry:
    return Entry(translation, fuzzy, previous, reviewed, PLACE)


def copied(guide: Guide, **changed: Entry | None) -> Catalog:
    """A catalog in which every message is its own translation, but for some, by context."""
    entries = {
        (text.domain, text.context, text.message): entry(text.message) for text in texts(guide)
    }
    for name, instead in changed.items():
        for key in [key for key in entries if key[1] == name.replace("__", "/")]:
            if instead is None:
                del entries[key]
            else:
                entries[key] = instead
    return Catalog("fr", entries)


def question(guide: Guide, name: str = "arriving/register") -> Text:
    return guide.answers[name].question


def shown_question(guide: Guide, given: Entry | None) -> tuple[Text, tuple[Problem, ...]]:
    key = ("arriving", "arriving/register question", "How do I register?")
    catalog = copied(guide)
    entries = {**catalog.entries, key: given} if given else dict(catalog.entries)
    if given is None:
        del entries[key]
    translated, problems = translate(guide, FRENCH, Catalog("fr", entries))
    return question(translated), problems


def test_a_translation_nobody_reviewed_is_drafted(guide: Guide) -> None:
    text, problems = shown_question(guide, entry("Comment m’inscrire ?"))
    assert (text.shown, text.lang, text.state) == ("Comment m’inscrire ?", "fr", State.DRAFTED)
    assert text.message == "How do I register?"
    assert problems == ()


def test_a_reviewed_translation_says_so(guide: Guide) -> None:
    text, _ = shown_question(guide, entry("Comment m’inscrire ?", reviewed=True))
    assert text.state is State.REVIEWED


def test_a_missing_translation_shows_the_source_in_its_language(guide: Guide) -> None:
    text, problems = shown_question(guide, None)
    assert (text.shown, text.lang, text.state) == ("How do I register?", "en", State.MISSING)
    assert text.fell_back
    assert problems == ()


def test_a_small_change_of_the_source_shows_the_older_translation(guide: Guide) -> None:
    old = entry("Comment m’inscrire ?", fuzzy=True, previous="How can I register?", reviewed=True)
    text, _ = shown_question(guide, old)
    assert (text.shown, text.lang, text.state) == ("Comment m’inscrire ?", "fr", State.OUTDATED)


def test_a_change_of_substance_shows_the_source(guide: Guide) -> None:
    old = entry("Comment ne pas m’inscrire ?", fuzzy=True, previous="How do I not register?")
    text, problems = shown_question(guide, old)
    assert (text.shown, text.lang, text.state) == ("How do I register?", "en", State.CRITICAL)
    assert problems == ()


def test_a_fuzzy_guess_without_its_source_is_never_shown(guide: Guide) -> None:
    text, _ = shown_question(guide, entry("Comment me désinscrire ?", fuzzy=True))
    assert (text.shown, text.state) == ("How do I register?", State.MISSING)


def test_a_translation_that_fails_a_check_falls_back_and_is_told(guide: Guide) -> None:
    text, (problem,) = shown_question(guide, entry("Comment <b>m’inscrire</b> ?"))
    assert (text.shown, text.state) == ("How do I register?", State.MISSING)
    assert (problem.file, problem.line) == (PLACE.file, PLACE.line)
    assert problem.what == 'the translation of "How do I register?" is not shown: it holds HTML'


def test_an_older_translation_is_checked_against_the_source_it_was_made_for(guide: Guide) -> None:
    old = entry("Comment <b>m’inscrire</b> ?", fuzzy=True, previous="How can I register?")
    text, problems = shown_question(guide, old)
    assert text.state is State.MISSING
    assert len(problems) == 1


def test_glossary_terms_are_kept_in_every_language(guide: Guide) -> None:
    bdp = replace(question(guide), message="Where is the BDP?", shown="Where is the BDP?")
    answers = guide.topics[0].answers
    topic = replace(guide.topics[0], answers=(replace(answers[0], question=bdp), *answers[1:]))
    changed = replace(guide, topics=(topic, *guide.topics[1:]))
    catalog = copied(changed, **{"arriving__register question": entry("Où est le bureau ?")})
    _, (problem,) = translate(changed, FRENCH, catalog)
    assert 'the French term "BDP" is missing' in problem.what
    assert translate(changed, FRENCH, catalog, terms=())[1] == ()


def test_the_structure_and_order_of_a_guide_stay(guide: Guide) -> None:
    translated, problems = translate(guide, FRENCH, copied(guide))
    assert problems == ()
    assert [text.message for text in texts(translated)] == [text.message for text in texts(guide)]
    assert translated.language == FRENCH
    assert translated.source_language == guide.source_language
    assert list(translated.answers) == list(guide.answers)
    assert {text.state for text in texts(translated)} <= {State.DRAFTED, State.SOURCE}


def test_the_source_language_is_the_guide_itself(guide: Guide) -> None:
    assert translate(guide, guide.source_language, Catalog("en")) == (guide, ())


def test_a_text_with_nothing_to_translate_is_never_missing(guide: Guide) -> None:
    translated, _ = translate(guide, FRENCH, copied(guide))
    (cell,) = (text for text in texts(translated) if text.message == "[[bdp]]")
    assert (cell.shown, cell.lang, cell.fell_back) == ("[[bdp]]", "fr", False)


def test_an_answer_with_more_than_half_of_its_words_missing_falls_back_whole(guide: Guide) -> None:
    answer = guide.answers["money/fee"]
    few = {
        (text.domain, text.context, text.message): entry("Combien ?")
        for text in (answer.question, answer.keywords)
    }
    translated, _ = translate(guide, FRENCH, Catalog("fr", few))
    fallen = translated.answers["money/fee"]
    assert {text.state for text in texts(fallen)} == {State.MISSING}
    assert [text.shown for text in texts(fallen)] == [text.shown for text in texts(answer)]
    assert {text.lang for text in texts(fallen)} == {"en"}


def test_an_answer_with_less_than_half_of_its_words_missing_is_shown_in_parts(
    guide: Guide,
) -> None:
    catalog = copied(guide, **{"money__fee question": None})
    translated, _ = translate(guide, FRENCH, catalog)
    answer = translated.answers["money/fee"]
    assert 0 < missing_share(answer) < 0.5
    assert (answer.question.state, answer.short.state) == (State.MISSING, State.DRAFTED)


def test_an_answer_that_fell_back_still_says_which_texts_changed_in_substance(guide: Guide) -> None:
    answer = guide.answers["money/fee"]
    old = {
        (text.domain, text.context, text.message): entry(
            text.message, fuzzy=True, previous=f"{text.message} 7 more."
        )
        for text in texts(answer)
    }
    translated, _ = translate(guide, FRENCH, Catalog("fr", old))
    assert {text.state for text in texts(translated.answers["money/fee"])} == {State.CRITICAL}


def test_keywords_may_be_other_words_in_another_language(guide: Guide) -> None:
    catalog = copied(guide, **{"money__fee keywords": entry("الرسوم، الثمن")})
    translated, problems = translate(guide, ARABIC, catalog)
    assert problems == ()
    assert translated.answers["money/fee"].keywords.shown == "الرسوم، الثمن"


def test_doubts_are_about_translations_that_are_shown(guide: Guide) -> None:
    catalog = copied(guide, **{"arriving__register question": entry("Comment m’inscrire.")})
    translated, _ = translate(guide, FRENCH, catalog)
    assert question(translated).state is State.DRAFTED
    found = [doubt.what for doubt in doubts(guide, FRENCH, catalog) if "ends with" in doubt.what]
    assert found == [
        'the translation of "How do I register?": it ends with "." and the source with "?"'
    ]


CHANGES = [
    ("Bring your card.", "Bring your card.", Change.NONE),
    ("Bring your card", "Bring your card.", Change.TRIVIAL),
    ("Bring your  card.", "Bring Your card.", Change.TRIVIAL),
    ("Bring your card.", "Bring **your card**.", Change.TRIVIAL),
    ("Bring [your card][a].", "Bring your [card][a].", Change.TRIVIAL),
    ("Bring your card.", "Take your card.", Change.SMALL),
    ("It is free.", "It is free?", Change.SMALL),
    ("Costs 50 € more.", "Costs 50 $ more.", Change.SMALL),
    ("Within 15 days.", "Within 16 days.", Change.CRITICAL),
    ("Within two months.", "Within three months.", Change.CRITICAL),
    ("Within two months.", "Within two weeks.", Change.CRITICAL),
    ("Before 1 June.", "Before 1 July.", Change.CRITICAL),
    ("You need a visa.", "You do not need a visa.", Change.CRITICAL),
    ("You can work.", "You can't work.", Change.CRITICAL),
    ("Pay {old_fee} once.", "Pay {new_fee} once.", Change.CRITICAL),
    ("See the [site][a].", "See the [site][b].", Change.CRITICAL),
    ("Ask the fund.", "Ask the [[cpam]].", Change.CRITICAL),
    ("Bring your card.", "Nobody is at the desk on holidays.", Change.CRITICAL),
    ("Open 1.5 hours.", "Open 15 hours.", Change.CRITICAL),
]


@pytest.mark.parametrize(("before", "after", "expected"), CHANGES)
def test_a_change_is_weighed(before: str, after: str, expected: Change) -> None:
    assert change(before, after, "en") is expected


def test_a_change_is_weighed_in_the_source_language() -> None:
    assert change("Vous devez payer.", "Vous ne devez pas payer.", "fr") is Change.CRITICAL
    assert change("您需要签证。", "您不需要签证。", "zh-Hans") is Change.CRITICAL


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_change_can_be_weighed(before: str, after: str) -> None:
    assert (change(before, after, "en") is Change.NONE) == (before == after)


@given(st.text(alphabet="{}[]|<>*_\\!ab1\u202e\u2066\u2069 é،。", max_size=30))
def test_whatever_is_shown_refers_to_what_the_source_refers_to(translation: str) -> None:
    message = "Pay {fee} at the [[cpam]] or on [the site][ameli]."
    if wording("fr", "en").errors(message, translation) == ():
        assert sorted(inline.keys(translation)) == sorted(inline.keys(message))


def test_a_french_term_that_is_an_english_word_too_need_not_be_kept() -> None:
    assert not is_plainly_french("charges")
    assert not is_plainly_french("licence")
    assert is_plainly_french("CPAM")
    assert is_plainly_french("préfecture")
    assert is_plainly_french("titre de séjour")
