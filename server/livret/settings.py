"""The one table of settings: the command's options, LIVRET_* variables and docs come from it."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_args, get_type_hints

from livret.log import FORMATS, log_format
from livret.origin import read_origin
from livret.problem import did_you_mean
from livret.security import read_contact

Networks = tuple[IPv4Network | IPv6Network, ...]

PREFIX = "LIVRET_"
LOG_LEVELS = ("debug", "info", "warning", "error")


class SettingErrors(ValueError):
    """Settings that cannot be used; one line for each."""

    def __init__(self, errors: list[str]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(errors))


class Place(NamedTuple):
    """An address to listen on."""

    host: str
    port: int


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """A reader of whole numbers; it raises `ValueError` with what to give instead."""

    def read(value: str) -> int:
        if not re.fullmatch(r"\d{1,9}", value, re.ASCII) or not least <= int(value) <= most:
            raise ValueError(f"give a whole number from {least} to {most}")
        return int(value)

    return read


def log_level(value: str) -> str:
    if value.lower() not in LOG_LEVELS:
        raise ValueError(f"give one of {', '.join(LOG_LEVELS)}")
    return value.lower()


def networks(value: str) -> Networks:
    """IP addresses and networks separated by commas."""
    try:
        return tuple(ip_network(part.strip()) for part in value.split(",") if part.strip())
    except ValueError as error:
        raise ValueError("give IP addresses or networks, separated by commas") from error


class Kind(NamedTuple):
    """A kind of value: what the table calls it, and how it is read from what was written."""

    name: str
    read: Callable[[str], Any]


def read_place(value: str) -> Place | None:
    """A place as an operator writes it, `127.0.0.1:9100` or `[::1]:9100`; None if empty.

    Raises `ValueError` with what to give instead.
    """
    if not value:
        return None
    host, colon, port = value.rpartition(":")
    if not (colon and host and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise ValueError("give a host and a port, like 127.0.0.1:9100")
    return Place(host.strip("[]"), int(port))


FOLDER = Kind("folder", Path)
DAYS = Kind("days", whole_number(0, 3650))
SECONDS = Kind("seconds", whole_number(1, 3600))
PORT = Kind("port", whole_number(0, 65535))
HOST = Kind("host", str)
ORIGIN = Kind("origin", read_origin)
CONTACT = Kind("contact", read_contact)
NETWORKS = Kind("networks", networks)
LEVEL = Kind("level", log_level)
FORMAT = Kind("format", log_format)
PLACE = Kind("place", read_place)

ALL = ()
SERVE = ("serve",)
BUILD_AND_SERVE = ("build", "serve")
ADDRESS = (*BUILD_AND_SERVE, "poster", "export")
PUBLISHED = (*BUILD_AND_SERVE, "retire")


@dataclass(frozen=True, slots=True)
class Setting:
    """A row of the table. `default` is as an operator would write it.

    `used_by` names the commands that have it as an option; empty means all of them.
    """

    default: str
    kind: Kind
    used_by: tuple[str, ...]
    help: str
    name: str = ""

    @property
    def option(self) -> str:
        return "--" + self.name.replace("_", "-")

    @property
    def variable(self) -> str:
        return PREFIX + self.name.upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an operator can choose: one line for each setting, with its row of the table."""

    guide: Annotated[Path, Setting(".", FOLDER, ALL, "The folder with content/ and translations/.")]
    out: Annotated[
        Path, Setting("site", FOLDER, PUBLISHED, "The folder that is published and served.")
    ]
    keep_days: Annotated[
        int, Setting("90", DAYS, BUILD_AND_SERVE, "How long files of earlier releases are kept.")
    ]
    address: Annotated[
        str,
        Setting(
            "",
            ORIGIN,
            ADDRESS,
            "Where readers find the site, like https://guide.example.org, for what needs whole "
            "addresses: sitemap, feeds, previews, poster; if empty, that of guide.toml, and for "
            "sitemap and feeds the host that was asked for.",
        ),
    ]
    security: Annotated[
        str,
        Setting(
            "",
            CONTACT,
            BUILD_AND_SERVE,
            "Where to tell of a security problem, like mailto:security@example.org; it is written "
            "to /.well-known/security.txt for a year. If empty, there is no such file.",
        ),
    ]
    host: Annotated[
        str, Setting("127.0.0.1", HOST, SERVE, "The address to listen on; :: is all, IPv4 too.")
    ]
    port: Annotated[int, Setting("8000", PORT, SERVE, "The port to listen on; 0 is any free one.")]
    proxies: Annotated[
        Networks,
        Setting(
            "127.0.0.1,::1",
            NETWORKS,
            SERVE,
            "Reverse proxies whose X-Forwarded-Proto is believed, so that https is known as such.",
        ),
    ]
    grace: Annotated[
        int, Setting("10", SECONDS, SERVE, "How long answers under way may take after a stop.")
    ]
    log_level: Annotated[
        str, Setting("info", LEVEL, SERVE, f"How much is logged: {', '.join(LOG_LEVELS)}.")
    ]
    log_format: Annotated[
        str, Setting("text", FORMAT, SERVE, f"How the log is written: {', '.join(FORMATS)}.")
    ]
    metrics: Annotated[
        Place | None,
        Setting(
            "",
            PLACE,
            SERVE,
            "Where Prometheus finds counts of answers, like 127.0.0.1:9100; if empty, nowhere.",
        ),
    ]


def rows() -> Iterator[Setting]:
    for name, hint in get_type_hints(Settings, include_extras=True).items():
        row: Setting = get_args(hint)[1]
        yield replace(row, name=name)


TABLE: tuple[Setting, ...] = tuple(rows())


def add_options(parser: ArgumentParser, command: str) -> None:
    """Give `parser` the options that `command` uses; they stay None where not given."""
    for row in TABLE:
        if not row.used_by or command in row.used_by:
            told = f"{row.help} [{row.variable}; default: {row.default or 'empty'}]"
            parser.add_argument(
                row.option,
                dest=row.name,
                metavar=row.kind.name.upper(),
                help=told.replace("%", "%%"),
            )


def read_settings(options: Mapping[str, str | None], environment: Mapping[str, str]) -> Settings:
    """Settings from options (by name; None if not given), then variables, then defaults.

    Raises `SettingErrors` for all values that cannot be read and for LIVRET_* variables that are
    none of the table's: a misspelt one would otherwise be a setting that silently does nothing.
    """
    variables = {row.variable for row in TABLE}
    errors = [
        f"{name} is no setting; {did_you_mean(name, variables)}"
        for name in sorted(environment)
        if name.startswith(PREFIX) and name not in variables
    ]
    values: dict[str, Any] = {}
    for row in TABLE:
        given, place = options.get(row.name), row.option
        if given is None and row.variable in environment:
            given, place = environment[row.variable], row.variable
        try:
            values[row.name] = row.kind.read(row.default if given is None else given)
        except ValueError as error:
            errors.append(f"{place} is {given!r}; {error}")
    if errors:
        raise SettingErrors(errors)
    return Settings(**values)


def markdown_table() -> str:
    """The table as docs/running.md shows it."""
    rows = [
        f"| `{row.option}` | `{row.variable}` | {f'`{row.default}`' if row.default else 'empty'} "
        f"| {row.kind.name} | {', '.join(row.used_by) or 'all'} | {row.help} |"
        for row in TABLE
    ]
    head = "| option | variable | default | type | commands | meaning |\n|---|---|---|---|---|---|"
    return "\n".join([head, *rows])
