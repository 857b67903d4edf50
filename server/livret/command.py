"""The `livret` command: reads the arguments, calls the line, tells people what happened."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shlex import quote
from typing import Any

from livret import __version__
from livret.build import Built, build
from livret.editors import add_editor_commands
from livret.exporting import add_export
from livret.inputs import program_digest
from livret.kept import cache_folder, prune
from livret.problem import Problem, ProblemsFound
from livret.product import ClientNotBuilt, product_folder, read_retiring_worker
from livret.publish import publish
from livret.retire import retire
from livret.settings import ORIGIN, SettingErrors, Settings, add_options, read_settings
from livret.spare import Spare
from livret.starter import FolderTaken, begin

GUIDE_FILE = Path("content") / "guide.toml"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, 1 for problems in the guide, 2 for a wrong call."""
    parser = make_parser()
    given = parser.parse_args(arguments)
    try:
        settings = read_settings(vars(given), os.environ)
    except SettingErrors as error:
        return fail(error.errors, 2)
    settings = with_guide(settings, getattr(given, "guide", None))
    run: Callable[[Settings, argparse.Namespace], int] = given.run
    try:
        return run(settings, given)
    except ProblemsFound as found:
        return fail([*map(str, found.problems), count(found.problems, "problem")])
    except ClientNotBuilt as error:
        return fail([str(error)])
    except OSError as error:
        return fail([f"{error.filename or ''}: {error.strerror}"])


def make_parser() -> argparse.ArgumentParser:
    """The commands with the options that the table of settings gives each of them."""
    parser = argparse.ArgumentParser(prog="livret", description=__doc__)
    parser.add_argument("--version", action="version", version=f"livret {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, told in (
        ("build", run_build, "build the guide and publish it to a folder"),
        ("serve", run_serve, "serve the published folder; build it first if there is none"),
        ("retire", run_retire, "publish a worker that takes the guide off every phone"),
    ):
        command = commands.add_parser(name, help=told, description=told)
        add_options(command, name)
        command.set_defaults(run=run)
        if run is run_build:
            command.add_argument(
                "--fresh",
                action="store_true",
                help="make everything anew and keep nothing for the next build",
            )
            command.add_argument(
                "--compress",
                action="store_true",
                help="compress packs and scripts now, so that a service need not at its start",
            )
            command.add_argument(
                "--pseudo",
                action="store_true",
                help="add two languages made from the source, to see what translations would break",
            )
        if run is run_serve:
            command.add_argument(
                "--reload",
                action="store_true",
                help="for those who write: build whenever a file changes, and refresh open pages",
            )
    add_new(commands)
    add_verify(commands)
    add_poster(commands)
    add_export(commands)
    add_editor_commands(commands)
    messages = commands.add_parser("messages", help="the catalogs that translators work with")
    calls = messages.add_subparsers(required=True, metavar="CALL")
    extract = calls.add_parser("extract", help="write the templates, translations/*.pot")
    update = calls.add_parser("update", help="bring every language's catalogs up to date")
    update.add_argument(
        "--minor",
        action="store_true",
        help="the changed source texts mean the same: keep their translations as current",
    )
    for command, run in ((extract, run_extract), (update, run_update)):
        add_options(command, "messages")
        command.set_defaults(run=run)
    return parser


def with_guide(settings: Settings, chosen: str | None) -> Settings:
    """The settings with a guide folder that exists: where nothing was said and nothing is here,
    the guide that Livret ships."""
    if chosen is None and "LIVRET_GUIDE" not in os.environ and not GUIDE_FILE.is_file():
        values = {name: getattr(settings, name) for name in Settings.__dataclass_fields__}
        return Settings(**{**values, "guide": product_folder()})
    return settings


# --- The commands ---


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """A build makes millions of values and few rings of them: looking for rings takes a fifth of
    its time, and frees next to nothing."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@rarely_collecting()
def run_build(settings: Settings, given: argparse.Namespace) -> int:
    started = time.perf_counter()
    fresh = getattr(given, "fresh", False)
    keep = None if fresh else cache_folder(settings.guide)
    processes = os.cpu_count() or 1
    # "serve" builds too, and never with languages that nobody speaks.
    built = build(
        settings.guide,
        progress=say,
        pseudo=getattr(given, "pseudo", False),
        address=settings.address,
        processes=processes,
        keep=keep,
    )
    if keep:
        prune(keep.parent, time.time())
    say("publishing")
    publish(
        built.release,
        settings.out,
        built.address,
        settings.keep_days,
        processes=processes,
        compress=getattr(given, "compress", False),
        security=settings.security,
        spare=None if fresh else spare_of(settings.out),
    )
    list_warnings(built.warnings)
    took = time.perf_counter() - started
    print(f"{summary(built)} in {settings.out}, {took:.1f} s")
    return 0


def spare_of(out: Path) -> Spare | None:
    """What is kept for publishing to a folder; None for a user without a place for that."""
    place = cache_folder(out)
    return Spare(place, program_digest().hex()) if place else None


def run_serve(settings: Settings, given: argparse.Namespace) -> int:
    if given.reload:
        from livret.live import run_live
        from livret.serve import serve

        return serve(settings, run_live)
    if not (settings.out / "release.json").is_file():
        run_build(settings, given)
    # Imported here: every other command starts in half the time without a web server.
    from livret.serve import serve

    return serve(settings)


def add_verify(commands: Any) -> None:
    told = "ask a running site, or a published folder, for every file, and list what is wrong"
    command = commands.add_parser("verify", help=told, description=told)
    command.add_argument("site", metavar="SITE", help="like https://guide.example.org, or a folder")
    command.add_argument(
        "--static",
        action="store_true",
        help="the host cannot choose a language for each reader: say so, and do not fail",
    )
    command.set_defaults(run=run_verify)


def run_verify(_: Settings, given: argparse.Namespace) -> int:
    # The network's libraries are slow to load.
    import asyncio

    from livret.verify import verify
    from livret.whole import verify_folder

    if Path(given.site).is_dir():
        report, done = verify_folder(Path(given.site)), f"{given.site} holds release"
    else:
        try:
            origin = ORIGIN.read(given.site)
        except ValueError as error:
            return fail([f"{given.site}: {error}, or a folder that is there"], 2)
        report = asyncio.run(verify(origin, static=given.static))
        done = f"{origin} serves release"
    for note in report.notes:
        print(note)
    if report.problems:
        return fail([*report.problems, count(report.problems, "problem")])
    kind = "answer" if done.endswith("serves release") else "file"
    print(f"{done} {report.release} whole: {count(range(report.asked), kind)}")
    return 0


def add_new(commands: Any) -> None:
    told = "write a small complete guide into a new folder, to begin one of your own"
    command = commands.add_parser("new", help=told, description=told)
    command.add_argument("folder", type=Path, metavar="DIR", help="a folder that does not exist")
    command.set_defaults(run=run_new)


def run_new(_: Settings, given: argparse.Namespace) -> int:
    try:
        written = begin(product_folder() / "starter", given.folder, date.today())
    except FolderTaken as error:
        return fail([str(error)], 2)
    print(f"{given.folder}: a guide of {count(written, 'file')}; README.md in it says what is what")
    print(f'next: cd {quote(str(given.folder))}, then "livret serve"')
    return 0


def add_poster(commands: Any) -> None:
    told = "write a poster for the welcome desk, with a code that opens the guide"
    command = commands.add_parser("poster", help=told, description=told)
    add_options(command, "poster")
    command.add_argument(
        "--lang",
        metavar="LIST",
        help="the languages it speaks, like fr,en [default: the companion and the source language]",
    )
    command.add_argument(
        "--file", type=Path, default=Path("poster.svg"), help="[default: poster.svg]"
    )
    command.set_defaults(run=run_poster)


def run_poster(settings: Settings, given: argparse.Namespace) -> int:
    from livret.hang import CannotHang, hang

    codes = [code.strip() for code in (given.lang or "").split(",") if code.strip()]
    try:
        svg = hang(settings.guide, settings.address, codes)
    except CannotHang as error:
        return fail([str(error)], 2)
    given.file.write_text(svg, encoding="utf-8")
    print(f"{given.file}: one A4 page; print it from a browser")
    return 0


def run_retire(settings: Settings, _: argparse.Namespace) -> int:
    place = retire(settings.out, read_retiring_worker())
    print(
        f"{place} takes the guide off each phone that is opened with a network; leave it there for "
        'a year. "livret build" brings the guide back'
    )
    return 0


def run_extract(settings: Settings, _: argparse.Namespace) -> int:
    from livret.desk import extract_messages

    for line in extract_messages(settings.guide):
        print(line)
    return 0


def run_update(settings: Settings, given: argparse.Namespace) -> int:
    from livret.desk import update_messages

    for line in update_messages(settings.guide, minor=given.minor):
        print(line)
    return 0


# --- Saying ---


def summary(built: Built) -> str:
    release = built.release
    pages = sum(len(edition.pages) for edition in release.editions)
    return (
        f"release {release.id}: {count(release.editions, 'language')}, "
        f"{count(range(pages), 'page')}"
    )


def count(things: Iterable[object], name: str) -> str:
    number = len(list(things))
    return f"{number} {name}{'' if number == 1 else 's'}"


def say(what: str) -> None:
    """Progress, for a person who waits: on a terminal, or not at all."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{what}…", end="", file=sys.stderr, flush=True)
        if what == "publishing":
            print("\r\x1b[K", end="", file=sys.stderr)


def list_warnings(warnings: Sequence[Problem]) -> None:
    for warning in warnings:
        print(warning, file=sys.stderr)


def fail(lines: Iterable[str], status: int = 1) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return status
