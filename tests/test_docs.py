"""Documents say what is so: commands, options, keys, settings, errors, targets, links."""

from __future__ import annotations

import argparse
import ast
import errno
import json
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from example import GUIDE, ROOT
from livret.build import Built
from livret.command import make_parser
from livret.fields import Fields
from livret.read import _parsed_answer, read_guide
from livret.settings import PREFIX, TABLE

DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
NAMES = [path.relative_to(ROOT).as_posix() for path in DOCS]
FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"\s*(?:\S*/)?livret [a-z-]")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code_lines(text: str) -> Iterator[str]:
    """The lines of code blocks, fenced or indented, without comments and explanations."""
    for block in FENCE.findall(text):
        yield from block.replace("\\\n", " ").splitlines()
    for line in FENCE.sub("", text).replace("\\\n", " ").splitlines():
        if line.startswith("    "):
            yield re.split(r"\s{2,}", line.strip())[0]


def calls(text: str) -> Iterator[list[str]]:
    """The arguments of each `livret` in code blocks; those with capitals or … name no values."""
    for line in code_lines(text):
        for part in re.split(r"&&|;|\|", line):
            if COMMAND.match(part):
                yield shlex.split(part, comments=True)[1:]


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Every command by its whole name, such as "messages extract"."""
    found: dict[str, argparse.ArgumentParser] = {}

    def walk(parser: argparse.ArgumentParser, name: str) -> None:
        inner = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
        if not inner:
            found[name] = parser
        for action in inner:
            for word, command in action.choices.items():
                walk(command, f"{name} {word}".strip())

    walk(make_parser(), "")
    return found


COMMANDS = parsers()


@pytest.mark.parametrize("name", NAMES)
def test_every_command_line_is_understood(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for words in calls(text_of(name)):
        try:
            make_parser().parse_args(words)
        except SystemExit as end:
            if end.code:
                pytest.fail(f"livret {' '.join(words)}: {capsys.readouterr().err}")


def test_there_are_command_lines_to_understand() -> None:
    assert len([words for name in NAMES for words in calls(text_of(name))]) > 15


@pytest.mark.parametrize("name", NAMES)
def test_every_command_and_option_in_a_sentence_is_one(name: str) -> None:
    for code in re.findall(r"`livret ([^`]+)`", text_of(name)):
        words = code.split()
        code = " ".join(words)
        known = [
            each for each in COMMANDS if code == each or code.startswith((f"{each} ", f"{each}|"))
        ]
        group = [each for each in COMMANDS if each.startswith(f"{words[0]} ")]
        assert known or group or words[0].startswith("--"), f"livret {code}"
        options = {
            option for each in known or group for option in COMMANDS[each]._option_string_actions
        }
        for option in re.findall(r"--[a-z-]+", code):
            assert option in options or option in make_parser()._option_string_actions, code


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_and_each_of_its_options_is_told(command: str) -> None:
    told = "\n".join(map(text_of, NAMES))
    assert re.search(rf"livret {command.replace(' ', r'[ |a-z]* ?')}", told)
    for option in COMMANDS[command]._option_string_actions:
        if option not in ("-h", "--help"):
            assert option in told, f"livret {command} {option}"


def test_every_setting_that_is_named_is_one() -> None:
    variables = {row.variable for row in TABLE}
    for name in NAMES:
        named = set(re.findall(rf"{PREFIX}[A-Z_]*[A-Z]", text_of(name)))
        assert named <= variables, name


@pytest.mark.parametrize("name", NAMES)
def test_every_target_of_make_that_is_named_is_one(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    text = text_of(name)
    named = re.findall(r"`make ([a-z-]+)", text)
    named += [line.split()[1] for line in code_lines(text) if re.match(r"make [a-z]", line)]
    assert set(named) <= targets


# --- Keys ---


def keys_read(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """The keys that reading the example guide asks for, by the part of formats.md."""
    parts = {
        r"guide\.toml": "guide", r"figures\.toml": "figure", r"sources\.toml": "source",
        r"contacts\.toml": "contact", r"steps\.toml": "step", r"words/": "word",
        r"topic\.toml": "topic", r"/[a-z]+/[a-z-]+\.md": "answer",
    }  # fmt: skip
    found: dict[str, set[str]] = {}
    finish = Fields.finish

    def noted(fields: Fields) -> None:
        part = next(part for pattern, part in parts.items() if re.search(pattern, fields.file))
        found.setdefault(part, set()).update(fields.taken)
        finish(fields)

    # What another test has read is not taken for read.
    _parsed_answer.cache_clear()
    monkeypatch.setattr(Fields, "finish", noted)
    read_guide(GUIDE)
    return found


def told_keys(start: str, end: str) -> set[str]:
    """The keys in the first cells of a table of formats.md, or in an entry of its list."""
    part = text_of("docs/formats.md").partition(start)[2].partition(end)[0]
    assert part, start
    cells = [row.split("|")[1] for row in part.splitlines() if row.startswith("| `")]
    return set(re.findall(r"`\[?([a-z][a-z-]*)\]?`", " ".join(cells) if cells else part))


def test_every_key_of_a_guide_is_told_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    read = keys_read(monkeypatch)
    assert told_keys("## guide.toml", "\n## ") == read["guide"]
    assert told_keys("## An answer", "The front matter is YAML") == read["answer"]
    assert told_keys("## figures.toml", "\n## ") == read["figure"]
    assert told_keys("- a contact:", "\n- ") == read["contact"]
    assert told_keys("- a word:", "\n- ") == read["word"]
    assert told_keys("- a step:", "\n- ") == read["step"]
    assert told_keys("- a topic:", "\n## ") == read["topic"]
    assert told_keys("- a source:", ", and") | {"url"} == read["source"]


def test_every_key_that_is_published_is_told_and_no_other(built: Built) -> None:
    release = json.loads(built.release.listing)
    assert told_keys("## release.json", "Beside these") == release.keys()
    table = text_of("docs/formats.md").partition("## release.json")[2].partition("Beside these")[0]
    for key in ("languages", "files"):
        row = next(row for row in table.splitlines() if row.startswith(f"| `{key}`"))
        assert set(re.findall(r"`([a-z0-9]+)`", row)) == {key}.union(*release[key])
    header, page = map(json.loads, built.release.packs["fr"].body.splitlines()[:2])
    assert told_keys("- header:", "- page:") == header.keys()
    assert told_keys("- page:", "`shell` alternates") == page.keys()


# --- Errors ---


def texts_of_the_code() -> str:
    """Every text in the sources, one a line; values within a text are left out."""
    found: list[str] = []
    for path in (ROOT / "server" / "livret").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = (
                    part.value if isinstance(part, ast.Constant) else "…" for part in node.values
                )
                found.append("".join(map(str, parts)))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(re.sub(r"%s|\{\w+\}", "…", node.value))
    return "\n".join(found)


def test_every_error_that_is_quoted_can_be_told() -> None:
    part = (
        text_of("docs/running.md").partition("## When something is wrong")[2].partition("\n## ")[0]
    )
    rows = [row for row in part.splitlines() if row.startswith("| `")]
    assert len(rows) > 5
    code = texts_of_the_code()
    system = [os.strerror(number) for number in errno.errorcode]
    # uvicorn's own words.
    others = ["timeout graceful shutdown exceeded"]
    for row in rows:
        for quoted in re.findall(r"`([^`]+)`", row.split("|")[1]):
            for piece in filter(None, (each.strip(' ;:"/') for each in quoted.split("…"))):
                pieces = re.split(r"; (?=run )", piece)
                assert all(
                    each in code or each in system or any(each in other for other in others)
                    for each in pieces
                ), f"nothing says {piece!r}"


# --- Links ---


def anchors(text: str) -> set[str]:
    titles = re.findall(r"^#+ (.*)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", each).lower().replace(" ", "-") for each in titles}


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_to_a_file_and_its_part(name: str) -> None:
    text = FENCE.sub("", text_of(name))
    for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", text)):
        if re.match(r"https?:|mailto:", link):
            continue
        file, _, anchor = link.partition("#")
        target = (ROOT / name).parent / file if file else ROOT / name
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link


@pytest.mark.parametrize("name", NAMES)
def test_every_path_of_the_sources_that_is_named_is_there(name: str) -> None:
    for path in re.findall(r"`((?:server|pwa|tests|docs|bench|deploy)/[\w./-]+)`", text_of(name)):
        made = path.startswith(("pwa/dist", "pwa/node_modules", "bench/results"))
        assert made or (ROOT / path).exists(), path


def test_the_index_names_every_document() -> None:
    index = text_of("docs/README.md")
    named = {link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", index)}
    there = {path.name for path in Path(ROOT / "docs").iterdir() if path.suffix in (".md", ".json")}
    assert named - {"decisions/"} == there - {"README.md"}
