"""Catalogs follow the content, and nothing that somebody translated is lost on the way."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livret.extract import Message
from livret.ledger import Review, add_reviews, read_ledger, review_hash
from livret.merge import Carried, Updated, extract, update
from livret.po import BrokenCatalog
from livret.pot import write_pots
from livret.read import read_guide
from small_catalog import entry_of, fill, po_path, write_po

GUIDE = Path(__file__).parent / "guide"
TEMPLATES = Path(__file__).parent.parent / "pwa" / "templates"
FIRST_DAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NEXT_DAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

LOST = "content/health/lost.md"
SENT = "content/health/sent.md"


def block(text: str, file: str = LOST, context: str | None = None) -> Message:
    return Message(text, context, files=(file,))


class Translations:
    """A translations folder with one language, French, and templates made of given messages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def follow(self, *messages: Message, minor: bool = False, **domains: list[Message]) -> Updated:
        """Write the templates (positional messages are of "health") and update the language."""
        given = {"health": list(messages), **domains}
        write_pots(self.folder, given, "Harbour", FIRST_DAY)
        (done,) = update(self.folder, ["fr"], "en", minor=minor, now=FIRST_DAY)
        return done

    def translate(self, **translations: str) -> None:
        fill(self.folder, "fr", translations)

    def entry(self, message: str, domain: str = "health") -> polib.POEntry:
        return entry_of(self.folder, "fr", domain, message)

    def bytes_of(self, domain: str = "health") -> bytes:
        return po_path(self.folder, "fr", domain).read_bytes()


@pytest.fixture
def french(tmp_path: Path) -> Translations:
    return Translations(tmp_path / "translations")


# --- Templates ---


def test_templates_are_written_for_each_domain(tmp_path: Path) -> None:
    done = extract(read_guide(GUIDE), TEMPLATES, tmp_path, FIRST_DAY)
    names = ("arriving.pot", "guide.pot", "interface.pot", "money.pot", "words.pot")
    assert done.written == names
    assert done.messages["money"] == 6
    assert sorted(path.name for path in tmp_path.iterdir()) == list(names)


def test_a_template_with_nothing_new_keeps_its_bytes(tmp_path: Path) -> None:
    guide = read_guide(GUIDE)
    extract(guide, TEMPLATES, tmp_path, FIRST_DAY)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert extract(guide, TEMPLATES, tmp_path, NEXT_DAY).written == ()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_only_the_template_that_changed_is_written(
    changed_guide: Callable[..., Path], tmp_path: Path
) -> None:
    extract(read_guide(GUIDE), None, tmp_path / "out", FIRST_DAY)
    fee = (GUIDE / "content/money/fee.md").read_text(encoding="utf-8")
    folder = changed_guide({"content/money/fee.md": fee.replace("do not pay.", "pay nothing.")})
    assert extract(read_guide(folder), None, tmp_path / "out", NEXT_DAY).written == ("money.pot",)
    assert "2026-11-24" in (tmp_path / "out" / "money.pot").read_text(encoding="utf-8")


def test_the_template_of_a_topic_that_is_gone_goes_too(tmp_path: Path) -> None:
    write_pots(tmp_path, {"gone": [block("a")], "interface": [block("b")]}, "Harbour", FIRST_DAY)
    done = extract(read_guide(GUIDE), None, tmp_path, FIRST_DAY)
    assert done.removed == ("gone.pot",)
    assert (tmp_path / "interface.pot").is_file()


def test_templates_hold_no_lines_and_no_wrapped_messages(tmp_path: Path) -> None:
    extract(read_guide(GUIDE), TEMPLATES, tmp_path, FIRST_DAY)
    for path in tmp_path.glob("*.pot"):
        for line in path.read_text(encoding="utf-8").split("\n")[12:]:
            assert not line.startswith('"'), line
            assert not (line.startswith("#: ") and ":" in line[3:]), line


# --- What becomes of a translation ---


def test_a_new_language_starts_empty_and_whole(french: Translations) -> None:
    done = french.follow(block("One."), block("Two.", context="health/lost"))
    assert (done.untranslated, done.current, done.obsolete) == (2, 0, 0)
    assert done.written == ["translations/fr/LC_MESSAGES/health.po"]
    file = polib.pofile(str(po_path(french.folder, "fr", "health")))
    assert file.metadata["Language"] == "fr"
    assert file.metadata["Plural-Forms"] == "nplurals=2; plural=n > 1;"
    assert [(entry.msgctxt, entry.msgid) for entry in file] == [
        (None, "One."),
        ("health/lost", "Two."),
    ]


def test_an_update_with_nothing_new_keeps_every_byte(french: Translations) -> None:
    french.follow(block("One."), block("Two."))
    french.translate(**{"One.": "Un."})
    before = french.bytes_of()
    write_pots(french.folder, {"health": [block("One."), block("Two.")]}, "Harbour", NEXT_DAY)
    (done,) = update(french.folder, ["fr"], "en", now=NEXT_DAY)
    assert done.written == []
    assert french.bytes_of() == before


def test_a_file_wrapped_by_another_tool_is_left_alone_while_nothing_changes(
    french: Translations,
) -> None:
    long = "A sentence that is a good deal longer than the lines which other tools like to write."
    french.follow(block(long))
    french.translate(**{long: long})
    path = po_path(french.folder, "fr", "health")
    wrapped = path.read_text(encoding="utf-8").replace("good deal ", 'good deal "\n"')
    path.write_text(wrapped.replace('msgid "A', 'msgid ""\n"A'), encoding="utf-8")
    before = french.bytes_of()
    assert french.follow(block(long)).written == []
    assert french.bytes_of() == before


def test_a_changed_sentence_keeps_its_translation_as_fuzzy_with_its_source(
    french: Translations,
) -> None:
    french.follow(block("Bring your old card."))
    french.translate(**{"Bring your old card.": "Apportez votre ancienne carte."})
    done = french.follow(block("Bring your new card."))
    entry = french.entry("Bring your new card.")
    assert entry.fuzzy
    assert entry.msgstr == "Apportez votre ancienne carte."
    assert entry.previous_msgid == "Bring your old card."
    assert (done.fuzzy, done.obsolete) == (1, 0)


def test_the_source_of_a_translation_is_kept_over_several_changes(french: Translations) -> None:
    french.follow(block("Bring your old card."))
    french.translate(**{"Bring your old card.": "Apportez votre ancienne carte."})
    french.follow(block("Bring your new card."))
    french.follow(block("Bring your new red card."))
    entry = french.entry("Bring your new red card.")
    assert (entry.fuzzy, entry.previous_msgid) == (True, "Bring your old card.")


def test_a_change_that_is_taken_back_is_no_longer_fuzzy(french: Translations) -> None:
    french.follow(block("Bring your old card."))
    french.translate(**{"Bring your old card.": "Apportez votre ancienne carte."})
    before = french.bytes_of()
    french.follow(block("Bring your new card."))
    french.follow(block("Bring your old card."))
    assert french.bytes_of() == before


@pytest.mark.parametrize(
    "after", ["Bring your old card", "Bring your **old** card.", "Bring  your old Card!"]
)
def test_a_change_of_punctuation_case_or_markup_carries_the_translation_over(
    french: Translations, after: str
) -> None:
    french.follow(block("Bring your old card."))
    french.translate(**{"Bring your old card.": "Apportez votre ancienne carte."})
    done = french.follow(block(after))
    entry = french.entry(after)
    assert not entry.fuzzy
    assert entry.msgstr == "Apportez votre ancienne carte."
    assert done.carried == [
        Carried("translations/fr/LC_MESSAGES/health.po", "Bring your old card.", after)
    ]


def test_an_editor_can_say_that_a_change_is_minor(french: Translations) -> None:
    french.follow(block("Bring your old card."), block("Within 15 days of it."))
    french.translate(
        **{"Bring your old card.": "Apportez la carte.", "Within 15 days of it.": "Sous 15 jours."}
    )
    done = french.follow(block("Take your old card."), block("Within 16 days of it."), minor=True)
    assert not french.entry("Take your old card.").fuzzy
    assert french.entry("Within 16 days of it.").fuzzy
    assert len(done.carried) == 1


def test_a_guess_never_comes_from_another_entry(french: Translations) -> None:
    french.follow(block("Who does not pay the fee?", SENT), block("Old text here.", LOST))
    french.translate(**{"Who does not pay the fee?": "Qui ne paie pas ?"})
    french.follow(block("Who does pay the fee?", LOST))
    entry = french.entry("Who does pay the fee?")
    assert (entry.msgstr, entry.fuzzy) == ("", False)
    assert french.entry("Who does not pay the fee?").obsolete


def test_a_guess_never_comes_from_a_message_that_is_still_there(french: Translations) -> None:
    french.follow(block("Bring your old card."))
    french.translate(**{"Bring your old card.": "Apportez votre ancienne carte."})
    french.follow(block("Bring your old card."), block("Bring your new card."))
    assert french.entry("Bring your new card.").msgstr == ""


def test_each_old_translation_serves_once_and_the_nearest_message(french: Translations) -> None:
    french.follow(block("Bring your old card."), block("Bring your old visa."))
    french.translate(
        **{"Bring your old card.": "La carte.", "Bring your old visa.": "Le visa."},
    )
    french.follow(block("Bring your new visa."), block("Bring your new card."))
    assert french.entry("Bring your new visa.").msgstr == "Le visa."
    assert french.entry("Bring your new card.").msgstr == "La carte."


def test_a_rewritten_question_keeps_its_old_translation_in_sight(french: Translations) -> None:
    context = "health/lost question"
    french.follow(block("I lost my card. What should I do?", context=context))
    french.translate(**{"I lost my card. What should I do?": "J’ai perdu ma carte."})
    french.follow(block("What to do when my card was stolen or lost?", context=context))
    entry = french.entry("What to do when my card was stolen or lost?")
    assert (entry.fuzzy, entry.msgstr) == (True, "J’ai perdu ma carte.")


def test_fields_do_not_lend_each_other_their_translations(french: Translations) -> None:
    french.follow(block("Report it online at once.", context="health/lost short"))
    french.translate(**{"Report it online at once.": "Signalez-le."})
    french.follow(block("Report it online at once!!", context="health/lost question"))
    assert french.entry("Report it online at once!!").msgstr == ""


def test_a_short_block_that_grows_keeps_its_translation_in_sight(french: Translations) -> None:
    french.follow(block("Bring documents.", context="health/lost"))
    french.translate(**{"Bring documents.": "Apportez des documents."})
    french.follow(block("Bring your documents."))
    assert french.entry("Bring your documents.").msgstr == "Apportez des documents."


def test_what_is_not_needed_stays_as_obsolete_and_comes_back(french: Translations) -> None:
    french.follow(block("One."), block("Nothing like it."))
    french.translate(**{"One.": "Un.", "Nothing like it.": "Rien de tel."})
    before = french.bytes_of()
    done = french.follow(block("One."))
    assert french.entry("Nothing like it.").obsolete
    assert done.obsolete == 1
    french.follow(block("One."), block("Nothing like it."))
    assert french.bytes_of() == before


def test_what_vanished_while_fuzzy_comes_back_under_its_own_source(french: Translations) -> None:
    french.follow(block("Bring your old card."))
    french.translate(**{"Bring your old card.": "Apportez votre ancienne carte."})
    french.follow(block("Bring your new card."))
    french.follow()
    assert french.entry("Bring your old card.").obsolete
    french.follow(block("Bring your old card."))
    entry = french.entry("Bring your old card.")
    assert (entry.msgstr, entry.fuzzy) == ("Apportez votre ancienne carte.", False)


def test_a_message_that_moves_to_another_file_takes_its_translation_along(
    french: Translations,
) -> None:
    french.follow(block("Bring your card."), cvec=[block("Other.", "content/cvec/a.md")])
    french.translate(**{"Bring your card.": "Apportez votre carte."})
    french.follow(
        cvec=[
            block("Bring your card.", "content/cvec/a.md"),
            block("Other.", "content/cvec/a.md"),
        ]
    )
    assert french.entry("Bring your card.", "cvec").msgstr == "Apportez votre carte."
    assert b"Bring your card." not in french.bytes_of("health")


def test_an_entry_that_is_renamed_takes_its_fields_along(french: Translations) -> None:
    french.follow(block("Is it free?", context="health/lost question"))
    french.translate(**{"Is it free?": "Est-ce gratuit ?"})
    french.follow(block("Is it free?", SENT, "health/sent question"))
    entry = french.entry("Is it free?")
    assert (entry.msgctxt, entry.msgstr) == ("health/sent question", "Est-ce gratuit ?")
    assert not entry.fuzzy


def test_the_same_sentence_elsewhere_is_translated_already(french: Translations) -> None:
    french.follow(block("The office is closed."))
    french.translate(**{"The office is closed.": "Le bureau est fermé."})
    french.follow(
        block("The office is closed."), cvec=[block("The office is closed.", "content/cvec/a.md")]
    )
    assert french.entry("The office is closed.", "cvec").msgstr == "Le bureau est fermé."
    assert french.entry("The office is closed.").msgstr == "Le bureau est fermé."


def test_the_catalog_of_a_topic_that_is_gone_is_kept_as_obsolete(french: Translations) -> None:
    french.follow(block("One."), cvec=[block("Two.", "content/cvec/a.md")])
    french.translate(**{"Two.": "Deux."})
    (french.folder / "cvec.pot").unlink()
    french.follow(block("One."))
    assert french.entry("Two.", "cvec").obsolete


def test_the_interface_of_a_guide_without_its_template_is_left_alone(french: Translations) -> None:
    write_po(french.folder, "fr", "interface", 'msgid "Guide"\nmsgstr "Livret"\n')
    before = french.bytes_of("interface")
    french.follow(block("One."))
    assert french.bytes_of("interface") == before


def test_a_comment_of_a_translator_stays(french: Translations) -> None:
    french.follow(block("Bring your old card."))
    path = po_path(french.folder, "fr", "health")
    text = path.read_text(encoding="utf-8").replace(f"#: {LOST}", f"# see Omar\n#: {LOST}")
    path.write_text(text.replace('msgstr ""\n\n', 'msgstr ""\n'), encoding="utf-8")
    french.follow(block("Bring your old card."), block("More."))
    assert french.entry("Bring your old card.").tcomment == "see Omar"


def test_reviews_go_on_where_the_translation_does(french: Translations) -> None:
    french.follow(block("Bring your old card."), block("Take your visa."))
    french.translate(**{"Bring your old card.": "La carte.", "Take your visa.": "Le visa."})
    ledger = french.folder / "fr" / "reviews.tsv"
    made = (
        Review(review_hash(None, "Bring your old card.", "La carte."), "Inès", date(2026, 1, 2)),
        Review(review_hash(None, "Take your visa.", "Le visa."), "Omar", date(2026, 1, 3)),
    )
    add_reviews(ledger, made)
    done = french.follow(block("Bring your old card"), block("Take your new visa."))
    made_anew = review_hash(None, "Bring your old card", "La carte.")
    carried = Review(made_anew, "Inès", date(2026, 1, 2))
    assert read_ledger(ledger, "")[0] == (*made, carried)
    assert done.reviews == 1


def test_plural_messages_have_the_forms_of_the_language(tmp_path: Path) -> None:
    counted = Message("{number} day", plural="{number} days", files=(LOST,))
    write_pots(tmp_path, {"interface": [counted]}, "Harbour", FIRST_DAY)
    update(tmp_path, ["ar", "zh_Hans"], "en", now=FIRST_DAY)
    assert len(entry_of(tmp_path, "ar", "interface", "{number} day").msgstr_plural) == 6
    assert len(entry_of(tmp_path, "zh_Hans", "interface", "{number} day").msgstr_plural) == 1


def test_a_broken_catalog_is_told_and_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "translations"
    write_pots(folder, {"cvec": [block("a")], "health": [block("b")]}, "Harbour", FIRST_DAY)
    path = write_po(folder, "fr", "health", "<<<<<<< HEAD\n")
    before = path.read_bytes()
    first, second = update(folder, ["fr", "ar"], "en", now=FIRST_DAY)
    assert [problem.file for problem in first.problems] == ["translations/fr/LC_MESSAGES/health.po"]
    assert path.read_bytes() == before
    assert first.written == ["translations/fr/LC_MESSAGES/cvec.po"]
    assert len(second.written) == 2


def test_a_broken_template_stops_the_update(tmp_path: Path) -> None:
    (tmp_path / "health.pot").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    with pytest.raises(BrokenCatalog):
        update(tmp_path, ["fr"], "en")


def test_a_rule_for_plurals_written_with_brackets_is_the_same_rule(french: Translations) -> None:
    french.follow(block("One."))
    path = po_path(french.folder, "fr", "health")
    text = path.read_text(encoding="utf-8").replace("plural=n > 1;", "plural=(n > 1);")
    path.write_text(text, encoding="utf-8")
    assert french.follow(block("One.")).written == []
    path.write_text(text.replace("(n > 1)", "(n != 1)"), encoding="utf-8")
    assert french.follow(block("One.")).written != []


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_accepts_every_written_catalog(tmp_path: Path) -> None:
    extract(read_guide(GUIDE), TEMPLATES, tmp_path, FIRST_DAY)
    update(tmp_path, ["fr", "ar", "pt_BR", "zh_Hans", "uk"], "en", now=FIRST_DAY)
    fill(tmp_path, "fr", {"Money": "Argent", "How do I register?": "Comment m’inscrire ?"})
    for pot in tmp_path.glob("*.pot"):
        text = pot.read_text(encoding="utf-8").replace("How do I register?", "How can I register?")
        pot.write_text(text, encoding="utf-8")
    update(tmp_path, ["fr"], "en", now=NEXT_DAY)
    assert entry_of(tmp_path, "fr", "arriving", "How can I register?").fuzzy
    paths = [*tmp_path.glob("*/LC_MESSAGES/*.po"), *tmp_path.glob("*.pot")]
    assert len(paths) == 30
    for path in paths:
        subprocess.run(
            ["msgfmt", "-c", "-o", "/dev/null", str(path)], check=True, capture_output=True
        )


# --- Any history of content ---

PHRASES = st.sampled_from(
    [
        "Bring your card.",
        "Bring your card",
        "Bring your old card.",
        "Bring your new card.",
        "Bring your visa.",
        "Wait 15 days.",
        "Wait 16 days.",
        "Costs",
        "Do not pay.",
        "Do pay.",
        "Pay {fee} at the [[cpam]].",
        "Pay {fee} to the [[cpam]].",
        'A "quoted" \\ path\twith a tab\nand a line.',
        "é\u2028\u00a0ü",
    ]
)
MESSAGES = st.lists(
    st.builds(
        block,
        PHRASES,
        st.sampled_from([LOST, SENT]),
        st.sampled_from([None, "health/lost", "health/lost short"]),
    ),
    max_size=7,
    unique_by=lambda message: (message.context, message.message),
)
HISTORIES = st.lists(st.tuples(MESSAGES, MESSAGES, st.booleans()), min_size=1, max_size=5)


def translated_texts(folder: Path) -> set[str]:
    return {
        entry.msgstr
        for path in (folder / "fr" / "LC_MESSAGES").glob("*.po")
        for entry in polib.pofile(str(path))
        if entry.msgstr
    }


def translate_everything(folder: Path, step: int) -> None:
    """Give each untranslated entry a translation of its own, as a translator would over time."""
    for path in sorted((folder / "fr" / "LC_MESSAGES").glob("*.po")):
        file = polib.pofile(str(path), wrapwidth=-1)
        for number, entry in enumerate(file):
            if not entry.obsolete and not entry.msgstr:
                entry.msgstr = f"{step}.{path.stem}.{number}: {entry.msgid}"
        file.save(str(path))


@settings(deadline=None, max_examples=60)
@given(HISTORIES)
def test_nothing_is_lost_and_a_second_update_changes_nothing(
    history: list[tuple[list[Message], list[Message], bool]],
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "translations"
        for step, (health, cvec, minor) in enumerate(history):
            before = translated_texts(folder)
            write_pots(folder, {"health": health, "cvec": cvec}, "Harbour", FIRST_DAY)
            update(folder, ["fr"], "en", minor=minor, now=FIRST_DAY)
            assert before <= translated_texts(folder)
            once = {path: path.read_bytes() for path in folder.rglob("*.po")}
            (again,) = update(folder, ["fr"], "en", minor=minor, now=NEXT_DAY)
            assert again.written == []
            assert {path: path.read_bytes() for path in folder.rglob("*.po")} == once
            wanted = {(each.context, each.message) for each in health}
            file = polib.pofile(str(po_path(folder, "fr", "health")))
            assert {(e.msgctxt, e.msgid) for e in file if not e.obsolete} == wanted
            translate_everything(folder, step)
