"""Catalogs are read as they are, and a broken one harms nobody but itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from livret.catalog import Catalog, read_catalog
from livret.ledger import Review, add_reviews, read_ledger, review_hash
from livret.plurals import plural_form, plural_forms
from small_catalog import po_path, write_po

HEALTH = """\
#: content/health/a.md
msgid "Bring your card."
msgstr "Apportez votre carte."

#: content/health/a.md
msgctxt "health/a"
msgid "Costs"
msgstr "Coûts"

#: content/health/a.md
#, fuzzy
#| msgid "Wait a bit."
msgid "Wait a little."
msgstr "Attendez un peu."

msgid "Not yet."
msgstr ""

#~ msgid "Gone."
#~ msgstr "Parti."
"""

ANSWERS_IN_UKRAINIAN = """\
msgid "{number} answer"
msgid_plural "{number} answers"
msgstr[0] "{number} відповідь"
msgstr[1] "{number} відповіді"
msgstr[2] "{number} відповідей"
"""


def catalog_of(folder: Path, locale: str = "fr") -> Catalog:
    catalog, problems = read_catalog([folder], locale)
    assert problems == ()
    return catalog


def test_an_entry_is_found_by_domain_context_and_message(tmp_path: Path) -> None:
    write_po(tmp_path, "fr", "health", HEALTH)
    catalog = catalog_of(tmp_path)
    found = catalog.lookup("health", None, "Bring your card.")
    assert found is not None
    assert (found.translation, found.fuzzy, found.reviewed) == (
        "Apportez votre carte.",
        False,
        False,
    )
    assert catalog.lookup("health", "health/a", "Costs") is not None
    assert catalog.lookup("health", None, "Costs") is None
    assert catalog.lookup("cvec", None, "Bring your card.") is None


def test_a_fuzzy_entry_names_the_source_it_was_made_for(tmp_path: Path) -> None:
    write_po(tmp_path, "fr", "health", HEALTH)
    found = catalog_of(tmp_path).lookup("health", None, "Wait a little.")
    assert found is not None
    assert (found.fuzzy, found.previous) == (True, "Wait a bit.")


def test_untranslated_and_obsolete_entries_are_no_translations(tmp_path: Path) -> None:
    write_po(tmp_path, "fr", "health", HEALTH)
    catalog = catalog_of(tmp_path)
    assert catalog.lookup("health", None, "Not yet.") is None
    assert catalog.lookup("health", None, "Gone.") is None


def test_an_entry_knows_its_line(tmp_path: Path) -> None:
    path = write_po(tmp_path / "translations", "fr", "health", HEALTH)
    found = catalog_of(tmp_path / "translations").lookup("health", None, "Bring your card.")
    assert found is not None
    lines = path.read_text(encoding="utf-8").split("\n")
    assert found.place.file == "translations/fr/LC_MESSAGES/health.po"
    assert lines[found.place.line - 1] == "#: content/health/a.md"


def test_a_language_without_a_folder_has_an_empty_catalog(tmp_path: Path) -> None:
    assert catalog_of(tmp_path, "vi").entries == {}


def test_a_broken_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "translations"
    write_po(folder, "fr", "health", HEALTH)
    write_po(folder, "fr", "cvec", 'msgid "One"\nmsgstr "Un"\n\n<<<<<<< HEAD\nmsgid "Two"\n')
    catalog, (problem,) = read_catalog([folder], "fr")
    assert catalog.lookup("health", None, "Bring your card.") is not None
    assert (problem.file, problem.line) == ("translations/fr/LC_MESSAGES/cvec.po", 17)
    assert "not the PO format" in problem.what


def test_a_string_without_its_closing_quote_is_told_and_not_cut(tmp_path: Path) -> None:
    write_po(tmp_path, "fr", "health", 'msgid "One"\nmsgstr "Un\n')
    catalog, (problem,) = read_catalog([tmp_path], "fr")
    assert catalog.entries == {}
    assert "not closed by a quote" in problem.what
    assert problem.line == 15


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    path = write_po(tmp_path, "fr", "health", "")
    path.write_bytes(path.read_bytes() + 'msgid "a"\nmsgstr "é"\n'.encode("latin-1"))
    catalog, (problem,) = read_catalog([tmp_path], "fr")
    assert catalog.entries == {}
    assert (problem.line, "not UTF-8" in problem.what) == (15, True)


def test_a_message_that_stands_twice_is_told(tmp_path: Path) -> None:
    write_po(tmp_path, "fr", "health", 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n')
    _, (problem,) = read_catalog([tmp_path], "fr")
    assert "stands twice" in problem.what


def test_a_line_separator_inside_a_message_is_text(tmp_path: Path) -> None:
    write_po(tmp_path, "fr", "health", 'msgid "a\u2028b"\nmsgstr "c"\n')
    assert catalog_of(tmp_path).lookup("health", None, "a\u2028b") is not None


def test_content_comes_from_the_first_folder_only(tmp_path: Path) -> None:
    write_po(tmp_path / "own", "fr", "health", 'msgid "a"\nmsgstr "own"\n')
    write_po(tmp_path / "product", "fr", "health", 'msgid "b"\nmsgstr "product"\n')
    catalog, _ = read_catalog([tmp_path / "own", tmp_path / "product"], "fr")
    assert catalog.lookup("health", None, "a") is not None
    assert catalog.lookup("health", None, "b") is None


def test_the_interface_comes_from_the_first_folder_that_has_it(tmp_path: Path) -> None:
    own, product = tmp_path / "own", tmp_path / "product"
    write_po(product, "fr", "interface", 'msgid "Guide"\nmsgstr "Le guide"\n')
    assert read_catalog([own, product], "fr")[0].gettext("Guide") == "Le guide"
    write_po(own, "fr", "interface", 'msgid "Guide"\nmsgstr "Livret"\n')
    assert read_catalog([own, product], "fr")[0].gettext("Guide") == "Livret"


def test_the_interface_speaks_its_source_where_it_is_not_translated(tmp_path: Path) -> None:
    write_po(tmp_path, "fr", "interface", '#, fuzzy\nmsgid "Guide"\nmsgstr "Guidage"\n')
    catalog = catalog_of(tmp_path)
    assert catalog.gettext("Guide") == "Guide"
    assert catalog.gettext("Words") == "Words"
    assert catalog.ngettext("{number} answer", "{number} answers", 1) == "{number} answer"
    assert catalog.ngettext("{number} answer", "{number} answers", 0) == "{number} answers"


def test_the_interface_counts_as_the_language_does(tmp_path: Path) -> None:
    write_po(tmp_path, "uk", "interface", ANSWERS_IN_UKRAINIAN)
    catalog = catalog_of(tmp_path, "uk")

    def counted(number: int) -> str:
        return catalog.ngettext("{number} answer", "{number} answers", number)

    assert [counted(number).split()[1] for number in (1, 2, 5, 11, 21)] == [
        "відповідь",
        "відповіді",
        "відповідей",
        "відповідей",
        "відповідь",
    ]


def test_a_form_for_one_thing_may_leave_the_number_out(tmp_path: Path) -> None:
    body = ANSWERS_IN_UKRAINIAN.replace("{number} відповідь", "відповідь")
    write_po(tmp_path, "uk", "interface", body)
    _, (problem,) = read_catalog([tmp_path], "uk")  # its first form also stands for 21
    assert "{number} is missing" in problem.what
    write_po(
        tmp_path,
        "fr",
        "interface",
        'msgid "{number} day"\nmsgid_plural "{number} days"\n'
        'msgstr[0] "un jour"\nmsgstr[1] "{number} jours"\n',
    )
    assert catalog_of(tmp_path).ngettext("{number} day", "{number} days", 1) == "un jour"


def test_an_interface_message_with_html_or_a_wrong_placeholder_is_refused(tmp_path: Path) -> None:
    write_po(
        tmp_path,
        "fr",
        "interface",
        'msgid "Guide"\nmsgstr "<script>x()</script>"\n\n'
        'msgid "Checked on {date}."\nmsgstr "Vérifié le {jour}."\n\n'
        'msgid "Words"\nmsgstr "Mots"\n',
    )
    catalog, problems = read_catalog([tmp_path], "fr")
    assert catalog.gettext("Guide") == "Guide"
    assert catalog.gettext("Checked on {date}.") == "Checked on {date}."
    assert catalog.gettext("Words") == "Mots"
    assert len(problems) == 3


def test_a_review_covers_the_message_and_its_translation(tmp_path: Path) -> None:
    write_po(tmp_path, "fr", "health", HEALTH)
    made = review_hash(None, "Bring your card.", "Apportez votre carte.")
    ledger = tmp_path / "fr" / "reviews.tsv"
    ledger.write_text(f"# reviews\n{made}\tInès\t2026-11-23\n", encoding="utf-8")
    catalog = catalog_of(tmp_path)
    reviewed = catalog.lookup("health", None, "Bring your card.")
    other = catalog.lookup("health", "health/a", "Costs")
    assert reviewed is not None
    assert reviewed.reviewed
    assert other is not None
    assert not other.reviewed
    assert made != review_hash(None, "Bring your card.", "Apportez la carte.")
    assert made != review_hash("health/a", "Bring your card.", "Apportez votre carte.")


def test_a_line_of_the_ledger_that_is_no_review_is_told(tmp_path: Path) -> None:
    ledger = tmp_path / "translations" / "fr" / "reviews.tsv"
    ledger.parent.mkdir(parents=True)
    ledger.write_text("0123456789abcdef\tInès\tyesterday\nhello\n", encoding="utf-8")
    _, problems = read_catalog([tmp_path / "translations"], "fr")
    assert [(problem.file, problem.line) for problem in problems] == [
        ("translations/fr/reviews.tsv", 1),
        ("translations/fr/reviews.tsv", 2),
    ]


def test_reviews_are_only_ever_added(tmp_path: Path) -> None:
    ledger = tmp_path / "fr" / "reviews.tsv"
    first = Review("0123456789abcdef", "Inès", date(2026, 11, 23))
    second = Review("fedcba9876543210", "Omar", date(2026, 11, 24))
    assert add_reviews(ledger, [first]) == 1
    before = ledger.read_bytes()
    assert add_reviews(ledger, [first, second, second]) == 1
    assert ledger.read_bytes().startswith(before)
    assert read_ledger(ledger, "reviews.tsv") == ((first, second), ())


def test_plural_headers_number_the_forms_as_cldr_does() -> None:
    assert plural_forms("zh_Hans") == "nplurals=1; plural=0;"
    assert plural_forms("pt_BR") == "nplurals=2; plural=n > 1;"
    arabic = plural_form("ar")
    assert [arabic(number) for number in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103)] == [
        0, 1, 2, 3, 3, 4, 4, 5, 5, 3,
    ]  # fmt: skip
    assert plural_forms("de").startswith("nplurals=2;")


def test_a_file_of_another_kind_beside_the_catalogs_is_left_alone(tmp_path: Path) -> None:
    po_path(tmp_path, "fr", "x").parent.mkdir(parents=True)
    (tmp_path / "fr" / "LC_MESSAGES" / "notes.txt").write_text("hello", encoding="utf-8")
    assert catalog_of(tmp_path).entries == {}
