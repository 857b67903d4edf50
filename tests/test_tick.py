"""Names of what can be ticked: one for each document, the same in all languages."""

from __future__ import annotations

from dataclasses import replace

from example import ROOT
from livret.model import Guide, Item, List, Text, texts
from livret.read import read_guide
from livret.tick import tick_name


def scopes(guide: Guide) -> dict[str, list[Text]]:
    """The documents among which a name must be unique, by where they are ticked."""
    found = {f"steps/{step.key}": list(step.documents) for step in guide.steps}
    for answer in guide.answers.values():
        lists = [block for block in answer.body if isinstance(block, List)]
        items = [item for block in lists for item in all_items(block)]
        found[answer.id] = [item.text for item in items if item.task]
    return found


def all_items(block: List) -> list[Item]:
    inner = [
        other
        for item in block.items
        for nested in item.blocks
        if isinstance(nested, List)
        for other in all_items(nested)
    ]
    return [*block.items, *inner]


def test_no_two_documents_of_an_answer_or_a_step_share_a_name() -> None:
    guide = read_guide(ROOT)
    assert sum(len(found) for found in scopes(guide).values()) > 300
    for scope, found in scopes(guide).items():
        messages = {text.message for text in found}
        assert len({tick_name(text) for text in found}) == len(messages), scope


def test_a_name_does_not_change_with_the_language() -> None:
    text = next(texts(read_guide(ROOT).steps))
    assert tick_name(replace(text, shown="جواز السفر", lang="ar")) == tick_name(text)
    assert tick_name(replace(text, message="another")) != tick_name(text)
