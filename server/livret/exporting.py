"""The command that writes a guide down for other programs and for e-readers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from livret.settings import Settings, add_options

FORMATS = ("epub", "json")


def add_export(commands: Any) -> None:
    """Add the command to the subparsers of `livret`."""
    told = "write the guide down for other programs (JSON) or for e-readers (EPUB)"
    command = commands.add_parser("export", help=told, description=told)
    add_options(command, "export")
    command.add_argument("--format", choices=FORMATS, required=True)
    command.add_argument(
        "--lang", metavar="LIST", help="the languages, like fr,ar [default: all that are offered]"
    )
    command.add_argument(
        "--to",
        type=Path,
        default=Path("export"),
        metavar="FOLDER",
        help="where guide.<language>.<format> is written [default: export]",
    )
    command.set_defaults(run=run_export)


def run_export(settings: Settings, given: argparse.Namespace) -> int:
    # Other commands start sooner without them.
    from livret.book import book_of
    from livret.exchange import exchange
    from livret.translated import CannotExport, translated

    writers = {"json": exchange, "epub": book_of}
    codes = [code.strip() for code in (given.lang or "").split(",") if code.strip()]
    try:
        versions = translated(settings.guide, settings.address, codes)
    except CannotExport as error:
        print(error, file=sys.stderr)
        return 2
    given.to.mkdir(parents=True, exist_ok=True)
    for version in versions:
        file = given.to / f"guide.{version.code}.{given.format}"
        body = writers[given.format](version)
        file.write_bytes(body)
        print(f"{file}: {version.guide.language.name}, {len(body):,} bytes")
    return 0
