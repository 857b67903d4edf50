"""Reading a guide: what is right becomes values, what is wrong is told with place and remedy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from livret.model import ContactCard, Heading, List, Paragraph, Table
from livret.problem import ProblemsFound
from livret.read import read_guide

TESTS = Path(__file__).parent
GUIDE = TESTS / "guide"
BROKEN = sorted(path.parent for path in (TESTS / "broken").glob("*/expected.txt"))
MakeGuide = Callable[[dict[str, str | None]], Path]


def problems_of(folder: Path) -> str:
    with pytest.raises(ProblemsFound) as found:
        read_guide(folder)
    return str(found.value)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.name)
def test_a_broken_file_is_told_with_place_and_remedy(broken: Path, tmp_path: Path) -> None:
    folder = tmp_path / "guide"
    shutil.copytree(GUIDE, folder)
    shutil.copytree(broken, folder / "content", dirs_exist_ok=True)
    expected = (broken / "expected.txt").read_text(encoding="utf-8").strip()
    assert problems_of(folder) == expected


def test_all_problems_of_all_files_are_told_together(changed_guide: MakeGuide) -> None:
    lost = (GUIDE / "content/arriving/lost-card.md").read_text(encoding="utf-8")
    fee = (GUIDE / "content/money/fee.md").read_text(encoding="utf-8")
    folder = changed_guide(
        {
            "content/arriving/lost-card.md": lost.replace("checked:", "chekced:"),
            "content/money/fee.md": fee + "\n<i>x</i> and {no_such_figure}\n",
        }
    )
    found = problems_of(folder).splitlines()
    assert [line.split(":")[0] for line in found] == [
        "content/arriving/lost-card.md",
        "content/arriving/lost-card.md",
        "content/money/fee.md",
        "content/money/fee.md",
    ]


def test_a_folder_without_a_guide_says_what_to_do(tmp_path: Path) -> None:
    assert "point --guide at the folder that holds content/" in problems_of(tmp_path)


def test_an_answer_has_its_fields_and_blocks() -> None:
    answer = read_guide(GUIDE).answers["arriving/register"]
    assert answer.question.message == "How do I register?"
    assert answer.question.context == "arriving/register question"
    assert answer.checked == date(2026, 11, 23)
    assert answer.audiences == ("student", "researcher")
    assert answer.keywords.message == "registration, harbour card, inscription"
    kinds = [type(block) for block in answer.body]
    assert kinds == [
        Paragraph, Heading, List, Heading, Paragraph, Heading, List, Table, ContactCard,
    ]  # fmt: skip


def test_lists_know_documents_order_and_what_lies_inside() -> None:
    body = read_guide(GUIDE).answers["arriving/register"].body
    documents, steps = (block for block in body if isinstance(block, List))
    assert all(item.task for item in documents.items)
    assert steps.ordered
    assert steps.items[1].text.message == "Keep the receipt:"
    assert isinstance(steps.items[1].blocks[0], List)


def test_a_case_names_whom_it_is_for_and_stays_out_of_the_message() -> None:
    body = read_guide(GUIDE).answers["arriving/register"].body
    cases = {block.text.message: block.cases for block in body if isinstance(block, Heading)}
    assert cases["You are an EU national"] == ("eu",)
    assert cases["What to bring"] == ()


def test_short_blocks_carry_their_entry_as_context_and_longer_ones_none() -> None:
    body = read_guide(GUIDE).answers["arriving/lost-card"].body
    contexts = {
        block.text.message: block.text.context for block in body if isinstance(block, Paragraph)
    }
    assert contexts["Who pays?"] == "arriving/lost-card"
    assert contexts["The office does."] == "arriving/lost-card"
    longer = next(message for message in contexts if message.startswith("A new card takes"))
    assert contexts[longer] is None


def test_a_text_broken_into_lines_is_one_message(changed_guide: MakeGuide) -> None:
    fee = (GUIDE / "content/money/fee.md").read_text(encoding="utf-8")
    folder = changed_guide(
        {"content/money/fee.md": fee.replace("stay less than", "stay\nless  than")}
    )
    texts = [block.text.message for block in read_guide(folder).answers["money/fee"].body]  # type: ignore[union-attr]
    assert "People who stay less than a week do not pay." in texts
