"""A small published folder, and a real server process on it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from livret.canonical import canonical_json, sha256

PROGRAM = (
    "import os, sys; from livret.serve import serve; from livret.settings import read_settings; "
    "sys.exit(serve(read_settings({}, os.environ)))"
)
LANGUAGES = {
    "fr": ("fr", "ltr"),
    "ar": ("ar", "rtl"),
    "pt": ("pt-BR", "ltr"),
    "zh": ("zh-Hans", "ltr"),
}
# More than the sockets of both sides hold, so that a server has still to send most of it when a
# reader has begun to read; it compresses at once, being the same again and again.
LARGE = bytes(range(256)) * 40_000
CSP = "default-src 'none'; style-src 'sha256-abc='"
WORKER = b"// the service worker\n"


def page(code: str, rest: str, title: str, fragment: str, checked: str = "") -> dict[str, Any]:
    return {
        "checked": checked,
        "address": f"/{code}{rest}",
        "title": title,
        "description": f'About "{title}" & more',
        "fragment": fragment,
        "search": {},
        "state": "source",
    }


def pack(code: str, tag: str, direction: str, word: str) -> bytes:
    header = {
        "schema": 1,
        "code": code,
        "lang": tag,
        "dir": direction,
        "headers": {"content-security-policy": CSP, "referrer-policy": "origin"},
        "manifest": {
            "id": "/",
            "name": f"Livret {tag}",
            "description": "Un & deux <mots>",
            "start_url": f"/{code}/",
        },
        "shell": [
            f'<!doctype html><html lang="{tag}"><title>', "title",
            '</title><meta name="description" content="', "description",
            '"><a href="/fr', "rest", '">Français</a>', "fragment", "</html>\n",
        ],
        "offline": {},
    }  # fmt: skip
    pages = [
        page(code, "/", "Début", f"<h1>{word}</h1>"),
        page(code, "/404.html", "Introuvable", f"<h1>404 {tag}</h1>"),
        page(code, "/health/", "Santé", "<p>short</p>"),
        page(code, "/health/lost/", "Perdue ?", f"<p>{word} 你好 مرحبا.</p>" * 200, "2026-11-23"),
        page(code, "/search/", "Chercher", "<form></form>"),
    ]
    return "".join(f"{canonical_json(line)}\n" for line in [header, *pages]).encode()


def publish(folder: Path, word: str = "Bonjour", assets: Mapping[str, bytes] | None = None) -> str:
    """Write a release over what `folder` holds, as livret build does; gives the release's id."""
    script = f"console.log({word!r})\n".encode() * 100
    files = {f"/assets/app.{sha256(script)[:16]}.js": script}
    for name, data in (assets or {}).items():
        files[f"/assets/{name}.{sha256(data)[:16]}.bin"] = data
    languages = []
    for code, (tag, direction) in LANGUAGES.items():
        data = pack(code, tag, direction, word)
        path = f"/packs/{code}.{sha256(data)[:16]}.ndjson"
        files[path] = data
        languages.append(
            {"lang": tag, "code": code, "dir": direction, "name": tag, "pack": path,
             "size": len(data), "transfer": 1}
        )  # fmt: skip
    for path, data in files.items():
        place = folder / path[1:]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    (folder / "sw.js").write_bytes(WORKER)
    return bind(
        folder,
        {
            "schema": 1,
            "name": "Livret",
            "source": "fr",
            "companion": "fr",
            "languages": languages,
            "files": [
                {"path": path, "sha256": sha256(data), "size": len(data), "type": type_of(path)}
                for path, data in sorted(files.items())
            ],
        },
    )


def bind(folder: Path, listing: dict[str, Any]) -> str:
    """Write release.json with its id, which it gives."""
    listing = {key: part for key, part in listing.items() if key != "id"}
    listing["id"] = sha256(canonical_json(listing).encode())[:16]
    (folder / "release.json").write_text(canonical_json(listing) + "\n", encoding="utf-8")
    return str(listing["id"])


def pack_of(folder: Path, code: str) -> str:
    """The address of a language's pack."""
    named = [each["pack"] for each in release_of(folder)["languages"] if each["code"] == code]
    return str(named[0])


def address_of(folder: Path, asset: str) -> str:
    """The address of an asset that `publish` was given."""
    named = [file["path"] for file in release_of(folder)["files"]]
    return next(str(path) for path in named if path.startswith(f"/assets/{asset}."))


def replace_pack(folder: Path, code: str, data: bytes) -> None:
    """Give a language another pack, and release.json all that follows from it."""
    listing = release_of(folder)
    old, new = pack_of(folder, code), f"/packs/{code}.{sha256(data)[:16]}.ndjson"
    for language in listing["languages"]:
        if language["pack"] == old:
            language["pack"] = new
    for file in listing["files"]:
        if file["path"] == old:
            file |= {"path": new, "sha256": sha256(data), "size": len(data)}
    (folder / new[1:]).write_bytes(data)
    bind(folder, listing)


def type_of(path: str) -> str:
    if path.endswith(".js"):
        return "text/javascript; charset=utf-8"
    return "application/x-ndjson" if path.endswith(".ndjson") else "application/octet-stream"


def release_of(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "release.json").read_bytes())
    return found


class Running:
    """A server process. Its log is read as it is written, so that tests can wait for a line."""

    def __init__(
        self, folder: Path, first: str = "", passed: Sequence[int] = (), **settings: object
    ) -> None:
        given = {f"LIVRET_{name.upper()}": str(value) for name, value in settings.items()}
        environment = {**os.environ, "LIVRET_OUT": str(folder), "LIVRET_PORT": "0", **given}
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", first + PROGRAM],
            env=environment, stderr=subprocess.PIPE, text=True, pass_fds=passed,
        )  # fmt: skip
        self.lines: list[str] = []
        self._changed = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            with self._changed:
                self.lines.append(line)
                self._changed.notify_all()
        with self._changed:
            self.lines.append("end of log\n")
            self._changed.notify_all()

    def wait_for(self, pattern: str, seconds: float = 60) -> re.Match[str]:
        """The first line that holds `pattern`, waited for."""

        def found() -> re.Match[str] | None:
            return next((m for line in self.lines if (m := re.search(pattern, line))), None)

        with self._changed:
            self._changed.wait_for(lambda: found() or "end of log\n" in self.lines, seconds)
            match = found()
        assert match, f"no line has {pattern!r}:\n{''.join(self.lines)}"
        return match

    @property
    def url(self) -> str:
        return self.wait_for(r"at (http://\S+)")[1]

    @property
    def address(self) -> tuple[str, int]:
        host, port = self.url.removeprefix("http://").split(":")
        return host, int(port)

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def ended(self, seconds: float = 60) -> int:
        """The exit status, waited for."""
        status = self.process.wait(seconds)
        self._reader.join()
        return status

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.ended()
        assert self.process.stderr is not None
        self.process.stderr.close()


@contextmanager
def slow_reader(server: Running) -> Iterator[socket.socket]:
    """A connection that lets the server send little ahead of what is read."""
    with socket.socket() as connection:
        connection.settimeout(20)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
        connection.connect(server.address)
        yield connection


@contextmanager
def running(
    folder: Path, first: str = "", passed: Sequence[int] = (), **settings: object
) -> Iterator[Running]:
    """A server on a free port, killed at the end if it still runs.

    `first` is run before it; `passed` are descriptors that it inherits.
    """
    server = Running(folder, first, passed, **settings)
    try:
        yield server
    finally:
        server.close()
