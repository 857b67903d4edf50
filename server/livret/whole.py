"""Reads a published folder as it will be uploaded, and tells all that is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from livret.canonical import canonical_json
from livret.compose import compose
from livret.hosting import Hosted, host_files
from livret.published import MALFORMED, NotServable, Published, read_published, wrong_shape
from livret.verify import Report

REMEDY = 'upload what "livret build" writes, whole and as it is'


def verify_folder(folder: Path) -> Report:
    """Whether every file of the release in `folder` is there with its bytes: those that phones
    keep, each page as it is composed from them, and what hosts are told; never raises for them."""
    report = Report()
    try:
        published = read_published(folder)
    except NotServable as error:
        report.problems.extend(error.problems)
        return report
    report.release = published.release.id
    report.asked = len(published.files) + 2
    try:
        for path, body in files_of(published):
            report.asked += 1
            compare(folder / path, body, report)
    except MALFORMED as error:
        report.add(str(folder / "packs"), f"a pack {wrong_shape(error)}", REMEDY)
    report.problems.sort()
    return report


def compare(file: Path, body: bytes, report: Report) -> None:
    try:
        found = file.read_bytes()
    except OSError as error:
        report.add(str(file), error.strerror or "cannot be read", REMEDY)
        return
    if found != body:
        report.add(str(file), "its bytes are not those of the release", REMEDY)


def files_of(published: Published) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of all that follows from the packs; raises one of `MALFORMED`."""
    release = published.release
    headers: dict[str, str] = {}
    for language in release.languages:
        first, *lines = published.files[language.pack].removesuffix(b"\n").split(b"\n")
        header = json.loads(first)
        headers = header["headers"]
        manifest = canonical_json(header["manifest"])
        yield f"{language.code}/manifest.webmanifest", f"{manifest}\n".encode()
        for page in map(json.loads, lines):
            path = page["address"].removeprefix("/")
            composed = compose(header["shell"], page)
            yield f"{path}index.html" if path.endswith("/") else path, composed
            if path == f"{release.source}/404.html":
                yield "404.html", composed
    languages = [(language.code, language.tag) for language in release.languages]
    languages.sort(key=lambda language: language[0] != release.source)
    yield from host_files(Hosted(tuple(languages), headers))
