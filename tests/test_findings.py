"""The editors' checks: each finds its broken sample, and leaves alone what is meant."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from large_guide import large_guide
from livret.checks import KINDS, findings, markdown_table
from livret.checks.catalogs import KINDS as OF_CATALOGS
from livret.checks.previews import PREVIEW_OLD
from livret.checks.sigles import sigles
from livret.command import main
from livret.read import read_guide

TESTS = Path(__file__).parent
GUIDE = TESTS / "guide"
DOUBTFUL = sorted(path.parent for path in (TESTS / "doubtful").glob("*/expected.txt"))
ON = date(2026, 11, 23)
MakeGuide = Callable[[dict[str, str | None]], Path]


def found_in(folder: Path, on: date = ON) -> list[str]:
    return [str(finding) for finding in findings(read_guide(folder), on)[0]]


@pytest.mark.parametrize("doubtful", DOUBTFUL, ids=lambda path: path.name)
def test_a_doubtful_file_is_told_with_place_remedy_and_kind(doubtful: Path, tmp_path: Path) -> None:
    folder = tmp_path / "guide"
    shutil.copytree(GUIDE, folder)
    shutil.copytree(doubtful, folder / "content", dirs_exist_ok=True)
    expected = (doubtful / "expected.txt").read_text(encoding="utf-8").splitlines()
    before = found_in(GUIDE)
    assert [line for line in found_in(folder) if line not in before] == expected


def test_every_kind_of_finding_has_a_sample_named_after_it() -> None:
    named = {path.name for path in DOUBTFUL}
    assert {kind.name for kind in KINDS} - {
        kind.name for kind in (*OF_CATALOGS, PREVIEW_OLD)
    } <= named
    for path in DOUBTFUL:
        if path.name != "quiet":
            assert f"[{path.name}]" in (path / "expected.txt").read_text(encoding="utf-8")


def test_the_example_guide_has_the_findings_that_the_samples_build_on() -> None:
    assert found_in(GUIDE) == [
        'content/arriving/register.md:17: "three months" is typed into the text; '
        "put it in figures.toml and write {its_key} [figure-typed]",
        'content/guide.toml:19: "EU" is not in the glossary; '
        "explain it in words/, or write what it stands for [sigle-unexplained]",
        "content/words/quai.md:1: the word [[quai]] is used nowhere; "
        "link it with [[key]] where a reader meets it, or delete it [word-unused]",
    ]


def added(name: str, text: str) -> dict[str, str | None]:
    """A file of the example guide with something after its end."""
    return {name: (GUIDE / name).read_text(encoding="utf-8") + text}


FEE, STEPS, CONTACTS = "content/money/fee.md", "content/steps.toml", "content/contacts.toml"
OWN = (GUIDE / "content/guide.toml").read_text(encoding="utf-8")
PILOT = added(CONTACTS, '\n[pilot]\nname = "Pilot"\nphone = "12"\nmail = "p@a.fr"\n')
LAW = added(
    "content/sources.toml",
    '\n[law]\ntitle = "Loi"\npublisher = "L"\nurl = { fr = "https://a.fr" }\n',
)


@pytest.mark.parametrize(
    ("key", "files"),
    [
        ("pilot", PILOT | added(FEE, "\nCall {phone:pilot}.\n")),
        ("pilot", PILOT | added(FEE, "\nWrite to {mail:pilot}.\n")),
        ("pilot", PILOT | added(FEE, "\n- Ask:\n\n  {contact:pilot}\n")),
        ("pilot", PILOT | {"content/guide.toml": OWN.replace('["office"]', '["office", "pilot"]')}),
        ("law", LAW | added(FEE, "\nRead the [law][law].\n")),
        ("law", LAW | added(CONTACTS, '\n[mayor]\nname = "Mayor"\nsource = "law"\n')),
        ("law", LAW | added(STEPS, '\n[go]\ntitle = "Go"\nanchor = "arrival"\nwhere = "law"\n')),
        ("quai", added(FEE, "\nWait on the [[quai]].\n")),
        ("quai", added(CONTACTS, '\n[mayor]\nname = "Mayor"\nnote = "On the [[quai]]."\n')),
    ],
)
def test_what_is_used_in_one_place_only_is_used(
    key: str, files: dict[str, str | None], changed_guide: MakeGuide
) -> None:
    unused = [line for line in found_in(changed_guide(files)) if "-unused]" in line]
    assert not any(key in line for line in unused)


def test_an_accepted_finding_is_counted_and_not_told(changed_guide: MakeGuide) -> None:
    quay = found_in(GUIDE)[-1]
    assert "quai" in quay
    folder = changed_guide({"content/accepted.txt": f"# known\n{quay.replace(':1:', ':7:')}\n"})
    left, accepted = findings(read_guide(folder), ON)
    assert [str(finding) for finding in left] == found_in(GUIDE)[:-1]
    assert accepted == 1


@pytest.mark.parametrize(
    ("plain", "wanted"),
    [
        ("the CAF and the CAFs", ["CAF", "CAF"]),
        ("PUMa, C2S, S1 and A1", ["PUMa", "C2S", "S1", "A1"]),
        ("a VLS-TS visa, form S1106-B, UFC-Que Choisir", ["VLS-TS", "S1106-B", "UFC"]),
        ("Erasmus+, Campus France, Louis XIV, iOS, a PhD on Wi-Fi, I", []),
        ("Saint-Malo and Ille-et-Vilaine", []),
        ("L'INE de l'élève", ["INE"]),
    ],
)
def test_sigles_are_told_from_names_and_numbers(plain: str, wanted: list[str]) -> None:
    assert list(sigles(plain)) == wanted


# --- The command ---


def test_check_lists_findings_then_counts_each_kind(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--guide", str(GUIDE), "--on", "2027-06-02"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.endswith("[review-passed]") for line in lines)
    table = lines[lines.index("") + 1 : -2]
    assert table[0] == "finding            number"
    assert "figure-typed            1" in table
    assert lines[-1].startswith("3 answers, 2 words, 3 languages: no errors, ")
    assert lines[-1].endswith(" findings on 2027-06-02")


def test_check_looks_at_today_unless_a_day_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--guide", str(GUIDE)]) == 0
    assert capsys.readouterr().out.rstrip().endswith(f" on {date.today()}")


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "--guide", str(GUIDE), "--on", "2026-02-30"])
    assert ended.value.code == 2
    assert '"2026-02-30" is no date like 2027-06-01' in capsys.readouterr().err


def test_an_error_stays_an_error_whatever_the_day(
    changed_guide: MakeGuide, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = changed_guide({"content/words/quai.md": "no front matter"})
    assert main(["check", "--guide", str(folder), "--on", "2000-01-01"]) == 1
    assert "no front matter" in capsys.readouterr().err


def test_check_tells_refused_and_doubtful_translations(
    changed_guide: MakeGuide, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "translations/ar/LC_MESSAGES/money.po"
    catalog = (GUIDE / name).read_text(encoding="utf-8")
    fee = "You pay {harbour_fee} once, whether 2 < 3 or"
    assert fee in catalog
    lines = catalog.splitlines()
    number = next(index for index, line in enumerate(lines) if fee in line)
    assert lines[number + 1].startswith("msgstr")
    lines[number + 1] = lines[number + 1].replace("{harbour_fee}", "{harbor_fee}")
    question = next(
        index for index, line in enumerate(lines) if line == 'msgid "How much is the harbour fee?"'
    )
    lines[question + 1] = 'msgstr "كم"'
    folder = changed_guide({name: "\n".join(lines) + "\n"})
    assert main(["check", "--guide", str(folder)]) == 0
    assert "[translation-doubted]" not in capsys.readouterr().out
    assert main(["check", "--guide", str(folder), "--doubts"]) == 0
    lines = capsys.readouterr().out.splitlines()
    refused = [line for line in lines if line.endswith("[translation-refused]")]
    assert len(refused) == 2
    assert all(line.startswith(f"{name}:") for line in refused)
    assert any("{harbour_fee} is missing" in line for line in refused)
    doubted = [line for line in lines if line.endswith("[translation-doubted]")]
    assert doubted
    assert all("How much is the harbour fee?" in line for line in doubted)


# --- What documents and machines need ---


def test_the_editors_guide_shows_every_kind_as_it_is() -> None:
    assert markdown_table() in (TESTS.parent / "docs/editing.md").read_text(encoding="utf-8")


def test_two_thousand_answers_are_checked_in_seconds(tmp_path: Path) -> None:
    guide = read_guide(large_guide(tmp_path, answers=2000))
    assert len(guide.answers) == 2000
    started = process_time()
    found, _ = findings(guide, ON)
    assert process_time() - started < 10
    assert found
