"""Preferred terms: read with their lines, found in any form, missed where another word stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from example import ROOT
from livret.command import main
from livret.terms import Term, other_words, read_terms
from small_catalog import fill

MakeGuide = Callable[[dict[str, str | None]], Path]
LOCALES = sorted(path.parent.name for path in (ROOT / "translations").glob("*/terms.tsv"))


def terms_of(folder: Path, text: str) -> tuple[Term, ...]:
    path = folder / "terms.tsv"
    path.write_text(f"# source\tfrench\ttarget\n{text}\n", encoding="utf-8")
    return read_terms(path, "translations/xx/terms.tsv")[0]


def missed(folder: Path, term: str, message: str, translation: str) -> list[str]:
    return [found.source for found in other_words(terms_of(folder, term), message, translation)]


@pytest.mark.parametrize(
    ("term", "message", "translation"),
    [
        ("lease\tbail\tcontrato de alquiler", "Sign the lease.", "Firme los contratos."),
        ("lease\tbail\tcontrato de alquiler", "Two leases", "Dos contratos de alquiler"),
        ("lease\tbail\tcontrato de alquiler", "Sign the lease.", "Firme el bail."),
        ("residence permit\t\tпосвідка на проживання", "your residence permit", "із посвідкою"),
        ("deposit\t\tمبلغ التأمين", "the deposit", "يعاد بمبلغ التأمين"),
        ("guarantor\t\tكفيل", "the guarantor", "عقد الإيجار والكفيل"),
        ("deposit\t\t押金", "the deposit", "退还押金。"),
        ("to renew, renewal\t\trenouveler, renouvellement", "He renewed it", "Il l’a renouvelée"),
        ("office (in general)\t\tórgão", "The office is closed.", "A secretaria está fechada."),
        ("CAF\tCAF\tCAF", "the caf of the harbour", "die Stelle am Hafen"),
        ("permit\t\tautorización", "permission", "permiso"),
        ("home insurance\t\tseguro\nhome\t\tpaís", "home insurance", "un seguro"),
    ],
)
def test_a_preferred_term_is_seen_in_its_forms(
    tmp_path: Path, term: str, message: str, translation: str
) -> None:
    assert missed(tmp_path, term, message, translation) == []


@pytest.mark.parametrize(
    ("term", "message", "translation"),
    [
        ("lease\tbail\tcontrato de alquiler", "Sign the lease.", "Firme el arriendo."),
        ("landlord, owner\t\tpropriétaire", "Ask the landlord.", "Demandez au bailleur."),
        ("deposit\t\tمبلغ التأمين", "the deposit", "تعاد الوديعة"),
        ("deposit\t\t押金", "the deposit", "退还定金。"),
        ("CAF\tCAF\tCAF", "Ask the CAF.", "Запитайте касу."),
    ],
)
def test_another_word_for_a_term_is_seen(
    tmp_path: Path, term: str, message: str, translation: str
) -> None:
    assert len(missed(tmp_path, term, message, translation)) == 1


@pytest.mark.parametrize("locale", LOCALES)
def test_the_terms_of_every_language_can_be_read(locale: str) -> None:
    terms, problems = read_terms(ROOT / "translations" / locale / "terms.tsv", "terms.tsv")
    assert problems == ()
    assert len(terms) > 40


def test_a_line_that_is_no_term_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("lease\tbail\nrent\t\tloyer\n", encoding="utf-8")
    terms, problems = read_terms(path, "translations/fr/terms.tsv")
    assert [term.source for term in terms] == ["rent"]
    assert [str(problem.file) + f":{problem.line}" for problem in problems] == [
        "translations/fr/terms.tsv:1"
    ]


def test_check_tells_where_a_term_is_said_otherwise(
    changed_guide: MakeGuide, capsys: pytest.CaptureFixture[str]
) -> None:
    terms = "identity card\t\tcarte d’identité\nproof of address\t\tpreuve d’adresse\n"
    folder = changed_guide({"translations/fr/terms.tsv": terms})
    fill(
        folder / "translations",
        "fr",
        {
            "Your identity card is enough. Read the [official page][harbour-office].": (
                "Votre papier suffit. Lisez la [page officielle][harbour-office]."
            ),
            "a **proof of address** from the last three months": (
                "une **preuve d’adresse** des trois derniers mois"
            ),
        },
    )
    assert main(["check", "--guide", str(folder)]) == 0
    assert "[term-differs]" not in capsys.readouterr().out
    assert main(["check", "--doubts", "--guide", str(folder)]) == 0
    told = [line for line in capsys.readouterr().out.split("\n") if "[term-differs]" in line]
    assert len(told) == 1
    assert told[0].startswith("translations/fr/LC_MESSAGES/arriving.po:")
    assert '"identity card" is not translated as carte d’identité' in told[0]
    assert "translations/fr/terms.tsv:1" in told[0]
