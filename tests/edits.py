"""Edits of a guide's files by chance, of every kind that is known."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import polib
from hypothesis import strategies as st

Edit = Callable[[Path, random.Random], None]

# Enough answers that not each is a neighbour of each: name, what it is related to, and its body.
MORE = (
    ("boats", "money/tides", "Boats lie at the [[quai]]."),
    ("tides", "money/fee", "Tides come and go."),
    ("ropes", "arriving/lost-card", "Ropes are sold at the [[quai]]."),
    ("sails", "money/boats", "Sails are made of cloth."),
)
ANSWER = """\
---
question: What of the {name} here?
short: All that is known about {name} stands below.
sources: [office-home]
related: [{related}]
checked: 2026-10-0{day}
review-by: 2027-10-01
---
{body}
"""


def enlarge(folder: Path) -> None:
    """Add answers to the last topic of the example guide, with questions in two languages."""
    source = re.findall(r"^\[([a-z0-9-]+)\]", (folder / "content/sources.toml").read_text(), re.M)[
        0
    ]
    for day, (name, related, body) in enumerate(MORE, start=1):
        text = ANSWER.format(name=name, related=related, day=day, body=body)
        path = folder / "content" / "money" / f"{name}.md"
        path.write_text(text.replace("office-home", source), encoding="utf-8")
        for locale, question in (("fr", f"Que dire : {name} ?"), ("ar", f"ماذا عن {name}؟")):
            catalog = folder / "translations" / locale / "LC_MESSAGES" / "money.po"
            with catalog.open("a", encoding="utf-8") as file:
                message = f'msgid "What of the {name} here?"\nmsgstr "{question}"\n'
                file.write(f'\nmsgctxt "money/{name} question"\n{message}')
                short = f"All that is known about {name} stands below."
                message = f'msgid "{short}"\nmsgstr "{question}"\n'
                file.write(f'\nmsgctxt "money/{name} short"\n{message}')
    names = ", ".join(f'"{name}"' for name in ("fee", *(name for name, _, _ in MORE)))
    replaced(folder / "content/money/topic.toml", r"^answers = .*$", f"answers = [{names}]")


def replaced(path: Path, pattern: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(pattern, new, text, count=1, flags=re.M), encoding="utf-8")


# --- Edits of every kind. Each may make the guide better, worse or unbuildable. ---


def some_answer(folder: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((folder / "content").glob("*/*.md")))


def a_word(folder: Path, chance: random.Random) -> None:
    path = some_answer(folder, chance)
    lines = path.read_text(encoding="utf-8").split("\n")
    long = [number for number, line in enumerate(lines) if line.count(" ") > 2]
    number = chance.choice(long)
    words = lines[number].split(" ")
    words[chance.randrange(1, len(words))] = chance.choice(["other", "2026", "not", "**bold**"])
    lines[number] = " ".join(words)
    path.write_text("\n".join(lines), encoding="utf-8")


def a_paragraph(folder: Path, chance: random.Random) -> None:
    path = some_answer(folder, chance)
    new = chance.choice(["Something new.", "- one\n- two", "## A heading", "[[nothing]]", "{fee}"])
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{new}\n", encoding="utf-8")


def a_list_in_front(folder: Path, chance: random.Random) -> None:
    path = some_answer(folder, chance)
    others = [f"{each.parent.name}/{each.stem}" for each in (folder / "content").glob("*/*.md")]
    new = f"related: [{chance.choice(sorted(others))}]"
    replaced(path, r"^related: .*$", new)


def a_day(folder: Path, chance: random.Random) -> None:
    day = chance.choice(["2026-10-01", "2026-12-01", "yesterday"])
    replaced(some_answer(folder, chance), r"^checked: .*$", f"checked: {day}")


def a_figure(folder: Path, chance: random.Random) -> None:
    number = chance.randrange(100)
    replaced(folder / "content" / "figures.toml", r"^value = \d+$", f"value = {number}")


def a_glossary_word(folder: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((folder / "content" / "words").glob("*.md")))
    replaced(path, r"^rendering: .*$", "rendering: another rendering")


def a_source(folder: Path, chance: random.Random) -> None:
    replaced(folder / "content" / "sources.toml", r"^publisher = .*$", 'publisher = "Somebody"')


def a_topic(folder: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((folder / "content").glob("*/topic.toml")))
    replaced(path, r"^title = .*$", 'title = "Another title"')


def the_order(folder: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((folder / "content").glob("*/topic.toml")))
    text = path.read_text(encoding="utf-8")
    names = re.findall(r'"([a-z0-9-]+)"', text[text.index("answers") :])
    chance.shuffle(names)
    listed = ", ".join(f'"{name}"' for name in names)
    path.write_text(f"{text[: text.index('answers')]}answers = [{listed}]\n", encoding="utf-8")


def an_answer_gone(folder: Path, chance: random.Random) -> None:
    some_answer(folder, chance).unlink()


def some_catalog(folder: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((folder / "translations").glob("*/LC_MESSAGES/*.po")))


def an_entry(folder: Path, chance: random.Random) -> None:
    path = some_catalog(folder, chance)
    file = polib.pofile(str(path), wrapwidth=-1)
    entry = chance.choice([each for each in file if not each.obsolete])
    kind = chance.randrange(4)
    if kind == 0:
        entry.msgstr = f"{entry.msgstr} и 7"
    elif kind == 1:
        entry.msgstr = ""
    elif kind == 2:
        entry.flags.append("fuzzy")
        entry.previous_msgid = f"{entry.msgid} once"
    else:
        entry.msgstr = entry.msgstr.replace(" ", "  ", 1)
    file.save(str(path))


def a_broken_catalog(folder: Path, chance: random.Random) -> None:
    path = some_catalog(folder, chance)
    path.write_text(f'{path.read_text(encoding="utf-8")}\nmsgid "open\n', encoding="utf-8")


def a_catalog_gone(folder: Path, chance: random.Random) -> None:
    some_catalog(folder, chance).unlink()


def a_language(folder: Path, chance: random.Random) -> None:
    path = folder / "content" / "guide.toml"
    text = path.read_text(encoding="utf-8")
    tags = re.findall(r'"([^"]+)"', re.search(r"^languages = \[(.*?)\]", text, re.M | re.S)[1])
    tags = [*tags, "de"] if chance.random() < 0.5 else tags[:-1]
    listed = ", ".join(f'"{tag}"' for tag in tags)
    path.write_text(
        re.sub(r"^languages = \[.*?\]", f"languages = [{listed}]", text, flags=re.M | re.S),
        encoding="utf-8",
    )


def a_colour(folder: Path, chance: random.Random) -> None:
    replaced(folder / "content" / "guide.toml", r"#[0-9a-f]{6}", "#112233")


def nothing(folder: Path, chance: random.Random) -> None:
    pass


FEW = (a_word, a_paragraph, a_list_in_front, an_entry)
EDITS = (
    *FEW,
    a_day,
    a_figure,
    a_glossary_word,
    a_source,
    a_topic,
    the_order,
    an_answer_gone,
    a_broken_catalog,
    a_catalog_gone,
    a_language,
    a_colour,
    nothing,
)
edits = st.lists(st.sampled_from(FEW) | st.sampled_from(EDITS), min_size=1, max_size=3)
