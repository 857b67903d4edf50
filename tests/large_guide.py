"""Writes a guide of many answers, alike in shape and different in words."""

from __future__ import annotations

import random
from pathlib import Path

_GUIDE = """\
name = "Large"
host = "The Office"
place = "Somewhere"
description = "Many answers."
disclaimer = "This guide informs."
source = "en"
languages = ["en"]
topics = [{topics}]
"""
_ANSWER = """\
---
question: {question}
short: "{short}"
keywords: [{keywords}]
sources: [office]
related: [{related}]
checked: 2026-10-0{day}
review-by: 2027-10-01
---
{body}
"""
_SOURCES = (
    '[office]\ntitle = "Office"\npublisher = "Office"\n[office.url]\nfr = "https://a.example"\n'
)
_OPENINGS = ("How do I", "When can I", "Where do I", "Can I", "Do I have to", "Who has to")


def large_guide(folder: Path, answers: int, per_topic: int = 50) -> Path:
    """Write a guide to `folder`; gives the folder. The same numbers give the same guide."""
    chance = random.Random(1)
    words = ["".join(chance.choices("abdeilmnoprstu", k=chance.randint(3, 9))) for _ in range(3000)]
    content = folder / "content"
    topics = [f"topic-{number}" for number in range(-(-answers // per_topic))]
    for topic in topics:
        (content / topic).mkdir(parents=True)
    listed = ", ".join(f'"{topic}"' for topic in topics)
    (content / "guide.toml").write_text(_GUIDE.format(topics=listed), encoding="utf-8")
    (content / "sources.toml").write_text(_SOURCES, encoding="utf-8")
    ids = [f"{topics[number // per_topic]}/answer-{number}" for number in range(answers)]
    for number, name in enumerate(ids):
        (content / f"{name}.md").write_text(_answer(chance, words, number, ids), encoding="utf-8")
    for number, topic in enumerate(topics):
        own = (f'"{name.split("/")[1]}"' for name in ids[number * per_topic :][:per_topic])
        text = f'title = "Topic {number}"\nsummary = "About it."\nanswers = [{", ".join(own)}]\n'
        (content / topic / "topic.toml").write_text(text, encoding="utf-8")
    return folder


def _answer(chance: random.Random, words: list[str], number: int, ids: list[str]) -> str:
    def some(count: int) -> str:
        return " ".join(chance.choices(words, k=count))

    paragraphs = [
        f"{some(12).capitalize()}. {some(9).capitalize()}, [see][q:{chance.choice(ids)}]."
        for _ in range(6)
    ]
    lists = [f"- {some(8)}\n- {some(6)}\n- **{some(2)}** {some(4)}" for _ in range(2)]
    return _ANSWER.format(
        question=f"{chance.choice(_OPENINGS)} {some(5)}?",
        short=f"{some(14).capitalize()}.",
        keywords=", ".join(some(2) for _ in range(6)),
        related=chance.choice(ids),
        day=number % 9 + 1,
        body="\n\n".join([*paragraphs, "## What to do", *lists]),
    )
