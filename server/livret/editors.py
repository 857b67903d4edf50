"""The commands of editors and translators with their options: check, status, review, links."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from livret.settings import Settings, add_options

Run = Callable[[Settings, Namespace], int]
AddOptions = Callable[[ArgumentParser], None]

LINKS_FILE = ".livret-links.json"
LINKS_DAYS = 7


def add_editor_commands(commands: Any) -> None:
    """Add the commands to the subparsers of `livret`."""
    rows: tuple[tuple[str, str, AddOptions, str], ...] = (
        (
            "check",
            "run_check",
            add_check,
            "read the guide and its catalogs, and list what is to mend",
        ),
        (
            "status",
            "run_status",
            add_status,
            "tell what was checked when, and how far each language is",
        ),
        ("review", "run_review", add_review, "mark the translations of an entry as reviewed"),
        (
            "links",
            "run_links",
            add_links,
            "ask the addresses of the sources if they are still there",
        ),
    )
    for name, run, add_own, means in rows:
        command = commands.add_parser(name, help=means, description=means)
        add_options(command, name)
        add_own(command)
        command.set_defaults(run=later(run))


def later(name: str) -> Run:
    """A function of `editing`, which is loaded when it runs: it would slow down all commands."""

    def run(settings: Settings, given: Namespace) -> int:
        from livret import editing

        function: Run = getattr(editing, name)
        return function(settings, given)

    return run


def add_day(command: ArgumentParser) -> None:
    told = "as of a day like 2027-06-01 [default: today]"
    command.add_argument("--on", type=day, metavar="DATE", help=told)


def add_check(command: ArgumentParser) -> None:
    add_day(command)
    told = "list doubtful translations too; most of them turn out to be right"
    command.add_argument("--doubts", action="store_true", help=told)


def add_status(command: ArgumentParser) -> None:
    add_day(command)
    command.add_argument("--json", action="store_true", help="print plain data, not tables")
    command.add_argument("--html", type=Path, metavar="FILE", help="write one page with plots")


def add_review(command: ArgumentParser) -> None:
    command.add_argument("language", metavar="LANG", help='a language of the guide, like "pt-BR"')
    told = 'an answer ("health/cost"), a word ("cpam") or a domain ("interface")'
    command.add_argument("entry", metavar="ENTRY", help=told)
    told = "who has read the texts; without it, they are only shown"
    command.add_argument("--reviewer", metavar="NAME", help=told)


def add_links(command: ArgumentParser) -> None:
    told = f"the file that remembers what was answered [default: {LINKS_FILE}]"
    command.add_argument("--cache", type=Path, default=Path(LINKS_FILE), metavar="FILE", help=told)
    told = f"ask again after so many days, or all with 0 [default: {LINKS_DAYS}]"
    command.add_argument("--days", type=int, default=LINKS_DAYS, metavar="DAYS", help=told)


def day(value: str) -> date:
    """A day as an option gives it."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ArgumentTypeError(f'"{value}" is no date like 2027-06-01') from error
