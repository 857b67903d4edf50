"""Named values read from front matter or TOML, each with its line, taken one by one by a schema.

A reader takes the fields it knows; `finish` then reports every field that nobody took.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import yaml

from livret.model import Place
from livret.problem import Report, did_you_mean

_MISSING = object()
# libyaml reads ten times faster; a platform without it has the same loader in Python.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML_HEADER = re.compile(r"^\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_TOML_KEY = re.compile(r"^\s*([A-Za-z0-9_-]+|\"[^\"]+\")\s*=")


@dataclass(slots=True)
class Fields:
    """The fields of one entry. `lines` gives the line of each key, `line` that of the entry."""

    file: str
    line: int
    values: Mapping[str, Any]
    lines: Mapping[str, int]
    report: Report
    taken: set[str] = field(default_factory=set)

    def place(self, key: str | None = None) -> Place:
        return Place(self.file, self.lines.get(key, self.line) if key else self.line)

    def _take(self, key: str, wanted: str, kind: type | tuple[type, ...], required: bool) -> Any:
        self.taken.add(key)
        value = self.values.get(key, _MISSING)
        if value is _MISSING:
            if required:
                self.report.add(self.place(), f'"{key}" is missing', f"add {key} with {wanted}")
            return None
        if isinstance(value, bool) or not isinstance(value, kind):
            self.report.add(self.place(key), f'"{key}" is {value!r}', f"it has to be {wanted}")
            return None
        return value

    def text(self, key: str, *, required: bool = True) -> str | None:
        """A sentence or name, white space folded; empty counts as missing."""
        value = self._take(key, "a text", str, required)
        if value is None:
            return None
        folded = " ".join(value.split())
        if not folded:
            self.report.add(self.place(key), f'"{key}" is empty', "write its text or leave it out")
            return None
        return folded

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts; () when absent."""
        value = self._take(key, "a list like [first, second]", list, required)
        if value is None:
            return ()
        if not all(isinstance(item, str) and item.strip() for item in value):
            self.report.add(self.place(key), f'"{key}" holds {value!r}', "list texts only")
            return ()
        return tuple(" ".join(item.split()) for item in value)

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A calendar date, written 2026-11-23."""
        value = self._take(key, "a date like 2026-11-23", (date, str), required)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.report.add(
                self.place(key), f'"{key}" is "{value}"', "write a date like 2026-11-23"
            )
            return None

    def one_of(self, key: str, known: Iterable[str], *, required: bool = True) -> str | None:
        """A text out of `known`."""
        value = self.text(key, required=required)
        known = tuple(known)
        if value is not None and value not in known:
            self.report.add(self.place(key), f'"{key}" is "{value}"', did_you_mean(value, known))
            return None
        return value

    def table(self, key: str, *, required: bool = False) -> Mapping[str, Any]:
        """A TOML table of texts; {} when absent."""
        value = self._take(key, "a table", dict, required)
        return value or {}

    def take(self, key: str, wanted: str, kind: type | tuple[type, ...]) -> Any:
        """A required value of a Python type that no other reader here covers."""
        return self._take(key, wanted, kind, True)

    def finish(self) -> None:
        """Report the keys that the schema does not know."""
        for key in self.values:
            if key not in self.taken:
                remedy = did_you_mean(key, self.taken)
                self.report.add(self.place(key), f'unknown key "{key}"', remedy)


def split_front_matter(source: str, file: str, report: Report) -> tuple[Fields, str, int]:
    """The fields of a Markdown file's front matter, its body, and the body's first line.

    Scalars stay texts, as YAML 1.1 would turn `no` into a boolean and `15` into a number.
    """
    match = _FRONT_MATTER.match(source)
    if not match:
        report.cannot_read(
            Place(file, 1), "no front matter", 'begin the file with "---", its fields, "---"'
        )
        return _nothing(file), source, 1
    body_line = source[: match.end()].count("\n") + 1
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    try:
        root = yaml.compose(match[1], Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + 2
        report.cannot_read(
            Place(file, line),
            "the front matter cannot be read from here on",
            'put a value that holds ": ", "{" or "[" between double quotes',
        )
        return _nothing(file), source[match.end() :], body_line
    if not isinstance(root, yaml.MappingNode):
        report.cannot_read(
            Place(file, 2), "the front matter holds no fields", 'write "key: value" lines'
        )
        return _nothing(file), source[match.end() :], body_line
    for key_node, value_node in root.value:
        line = key_node.start_mark.line + 2
        if key_node.value in values:
            report.add(Place(file, line), f'"{key_node.value}" stands twice', "keep one")
        values[key_node.value] = _plain(value_node)
        lines[key_node.value] = line
    return Fields(file, 1, values, lines, report), source[match.end() :], body_line


def _nothing(file: str) -> Fields:
    """Fields of a file that could not be read: one problem was reported, none of them is missed."""
    return Fields(file, 1, {}, {}, Report())


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return node.value


def read_toml(source: str, file: str, report: Report) -> tuple[dict[str, Any], dict[str, int]]:
    """The values of a TOML document and the line of each dotted key ("cvec_fee.value").

    A document that is not TOML is reported, and read as empty.
    """
    try:
        values = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        report.cannot_read(
            Place(file, int(line[1]) if line else 1),
            f"not valid TOML ({error})",
            "see the TOML format at https://toml.io",
        )
        return {}, {}
    lines: dict[str, int] = {}
    prefix = ""
    for number, text in enumerate(source.splitlines(), start=1):
        if header := _TOML_HEADER.match(text):
            prefix = header[1].replace('"', "").replace(" ", "")
            lines.setdefault(prefix, number)
        elif key := _TOML_KEY.match(text):
            name = key[1].strip('"')
            lines.setdefault(f"{prefix}.{name}" if prefix else name, number)
    return values, lines


def entries(
    values: Mapping[str, Any], lines: Mapping[str, int], file: str, report: Report
) -> Iterable[tuple[str, Fields]]:
    """Each `[key]` table of a TOML document as fields; anything else at top level is reported."""
    below: dict[str, dict[str, int]] = {}
    for name, number in lines.items():
        key, dot, rest = name.partition(".")
        if dot:
            below.setdefault(key, {})[rest] = number
    for key, value in values.items():
        line = lines.get(key, 1)
        if not isinstance(value, dict):
            report.add(Place(file, line), f'"{key}" stands alone', f"write it below a [{key}] line")
            continue
        yield key, Fields(file, line, value, below.get(key, {}), report)
