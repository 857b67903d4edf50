"""A reviewer reads translations and marks them; the ledger only grows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from livret.build import catalog_of, translations
from livret.command import main
from livret.ledger import read_ledger
from livret.model import State, texts
from livret.read import read_guide
from livret.review import UnknownEntry, translations_of

MakeGuide = Callable[[dict[str, str | None]], Path]
BOOK = "translations/ar/reviews.tsv"


@pytest.fixture
def guide(changed_guide: MakeGuide) -> Path:
    return changed_guide({})


def review(guide: Path, *arguments: str) -> int:
    return main(["review", "ar", *arguments, "--guide", str(guide)])


def states(guide: Path, answer: str) -> set[State]:
    """The states of an answer's texts in Arabic, of those that can have one."""
    arabic = next(
        version for version, _ in translations(read_guide(guide))[0] if version.language.tag == "ar"
    )
    return {text.state for text in texts(arabic.answers[answer])} - {State.SOURCE}


def test_reviewing_an_answer_marks_all_its_texts_and_no_others(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert states(guide, "money/fee") == {State.DRAFTED}
    assert review(guide, "money/fee", "--reviewer", "A. Reader") == 0
    assert states(guide, "money/fee") == {State.REVIEWED}
    assert states(guide, "arriving/register") == {State.DRAFTED}
    shown = capsys.readouterr().out
    assert "    How much is the harbour fee?\n    كم تبلغ رسوم الميناء؟\n" in shown
    assert f"marked as reviewed in {BOOK}" in shown


def test_a_review_names_its_reviewer_and_day(guide: Path) -> None:
    review(guide, "money/fee", "--reviewer", " A.  Reader\n")
    reviews, problems = read_ledger(guide / BOOK, BOOK)
    assert problems == ()
    assert {(each.reviewer, each.day) for each in reviews} == {("A. Reader", date.today())}


def test_a_second_review_adds_nothing_and_what_stands_stays(guide: Path) -> None:
    review(guide, "money/fee", "--reviewer", "A. Reader")
    before = (guide / BOOK).read_bytes()
    review(guide, "money/fee", "--reviewer", "B. Reader")
    assert (guide / BOOK).read_bytes() == before
    review(guide, "bdp", "--reviewer", "B. Reader")
    after = (guide / BOOK).read_bytes()
    assert after.startswith(before)
    assert len(after) > len(before)


def test_without_a_reviewer_the_texts_are_shown_and_nothing_is_written(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review(guide, "bdp") == 0
    shown = capsys.readouterr().out
    assert "translations/ar/LC_MESSAGES/words.po:" in shown
    assert "to review" in shown
    assert not (guide / BOOK).exists()


def test_a_domain_is_reviewed_as_a_whole(guide: Path) -> None:
    review(guide, "arriving", "--reviewer", "A. Reader")
    assert states(guide, "arriving/register") == {State.REVIEWED}
    assert states(guide, "arriving/lost-card") == {State.REVIEWED}
    assert states(guide, "money/fee") == {State.DRAFTED}


def test_what_is_missing_or_out_of_date_is_not_marked(
    changed_guide: MakeGuide, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = changed_guide({"translations/ar/LC_MESSAGES/money.po": None})
    assert review(guide, "money/fee", "--reviewer", "A. Reader") == 0
    assert "0 texts marked" in capsys.readouterr().out
    assert not (guide / BOOK).exists()


def test_an_outdated_translation_has_to_be_made_current_first(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalog = guide / "translations/ar/LC_MESSAGES/money.po"
    question = 'msgid "How much is the harbour fee?"'
    text = catalog.read_text("utf-8")
    context = 'msgctxt "money/fee question"\n'
    assert context + question in text
    marked = text.replace(
        context + question, f'#, fuzzy\n#| msgid "How much is a harbour fee?"\n{context}{question}'
    )
    catalog.write_text(marked, "utf-8")
    assert review(guide, "money/fee", "--reviewer", "A. Reader") == 0
    assert "1 missing or out of date" in capsys.readouterr().out
    catalog.write_text(text, "utf-8")
    assert states(guide, "money/fee") == {State.REVIEWED, State.DRAFTED}


def test_a_changed_translation_needs_a_new_review(guide: Path) -> None:
    review(guide, "money/fee", "--reviewer", "A. Reader")
    catalog = guide / "translations/ar/LC_MESSAGES/money.po"
    catalog.write_text(catalog.read_text("utf-8").replace("كم تبلغ", "ما هي"), "utf-8")
    assert states(guide, "money/fee") == {State.REVIEWED, State.DRAFTED}


def test_the_interface_can_be_reviewed_with_its_plurals(guide: Path) -> None:
    (guide / "translations/ar/LC_MESSAGES/interface.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Words"\nmsgstr "كلمات"\n\n'
        'msgid "{number} answer"\nmsgid_plural "{number} answers"\n'
        + "".join(f'msgstr[{form}] "{{number}} جواب"\n' for form in range(6)),
        encoding="utf-8",
    )
    assert review(guide, "interface", "--reviewer", "A. Reader") == 0
    read = read_guide(guide)
    arabic = next(language for language in read.languages if language.tag == "ar")
    catalog, _ = catalog_of(guide, arabic)
    assert catalog.lookup("interface", None, "Words").reviewed  # type: ignore[union-attr]
    assert catalog.lookup("interface", None, "{number} answer").reviewed  # type: ignore[union-attr]


def test_a_name_of_a_word_and_a_domain_has_to_say_which(
    changed_guide: MakeGuide, capsys: pytest.CaptureFixture[str]
) -> None:
    word = "---\nterm: money\nfull: money\nrendering: money\n---\nWhat one pays with.\n"
    guide = changed_guide({"content/words/money.md": word})
    assert review(guide, "money", "--reviewer", "A. Reader") == 2
    told = capsys.readouterr().err
    assert told == '"money" is a word and a domain; write "word:money" or "domain:money"\n'
    assert review(guide, "domain:money", "--reviewer", "A. Reader") == 0
    assert states(guide, "money/fee") == {State.REVIEWED}


def test_an_unknown_entry_names_the_nearest(guide: Path) -> None:
    read = read_guide(guide)
    arabic = next(language for language in read.languages if language.tag == "ar")
    catalog, _ = catalog_of(guide, arabic)
    with pytest.raises(UnknownEntry, match='did you mean "money/fee"'):
        translations_of(read, arabic, catalog, "money/fees")


@pytest.mark.parametrize("language", ["en", "de", "arab"])
def test_a_language_without_translations_is_refused(
    guide: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", language, "money/fee", "--guide", str(guide)]) == 2
    assert "known are fr, ar" in capsys.readouterr().err


def test_a_reviewer_without_a_name_is_refused(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review(guide, "money/fee", "--reviewer", " \t") == 2
    assert "the reviewer has no name" in capsys.readouterr().err
    assert not (guide / BOOK).exists()
