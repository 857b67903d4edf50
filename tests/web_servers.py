"""nginx, Caddy and Apache, run with the configurations of deploy/ as they stand there."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from example import ROOT, free_port

DEPLOY = ROOT / "deploy"
APACHE_MODULES = Path("/usr/lib/apache2/modules")
NEEDED = (
    "mpm_event", "authz_core", "mime", "dir", "alias", "headers", "rewrite", "filter",
    "deflate",
)  # fmt: skip
Configure = Callable[[Path, int, str], tuple[list[str], str]]


def site_of(name: str, changes: Mapping[str, str]) -> str:
    """A configuration of deploy/ with what is otherwise where a test runs."""
    text = (DEPLOY / name).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, f"{name} does not say {old!r}"
        text = text.replace(old, new)
    return text


def nginx(folder: Path, port: int, site: str) -> tuple[list[str], str]:
    places = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{name}_temp_path {folder}/{name};\n" for name in places)
    # Root's nginx serves as another user, who cannot read a test's folder.
    text = f"daemon off; master_process off; pid {folder}/pid; error_log stderr;\nevents {{}}\n"
    site = site.replace("listen 80;", f"listen 127.0.0.1:{port};")
    site = site.replace("    listen [::]:80;\n", "")
    return ["nginx", "-c", str(folder / "configuration")], f"{text}http {{\n{temporary}{site}}}\n"


def caddy(folder: Path, port: int, site: str) -> tuple[list[str], str]:
    site = site.replace("guide.example.org", f"http://127.0.0.1:{port}")
    text = f"{{\n\tadmin off\n\tauto_https off\n}}\n{site}"
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "configuration")]
    return command, text


def apache2(folder: Path, port: int, site: str) -> tuple[list[str], str]:
    modules = "".join(
        f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so\n" for name in NEEDED
    )
    text = (
        f"{modules}ServerRoot {folder}\nServerName localhost\nListen 127.0.0.1:{port}\n"
        f"PidFile {folder}/pid\nErrorLog /dev/stderr\nTypesConfig /dev/null\n"
        "AddType text/html .html\nAddType image/png .png\nAddType image/svg+xml .svg\n"
        "AddType application/json .json\nAddType text/plain .txt\nAddType application/xml .xml\n"
        # It refuses to serve as root.
        + ("User nobody\nGroup nogroup\n" if os.geteuid() == 0 else "")
    )
    site = site.replace("*:80", f"127.0.0.1:{port}")
    command = ["apache2", "-X", "-f", str(folder / "configuration")]
    return command, text + site


@contextmanager
def running(configure: Configure, site: str, folder: Path) -> Iterator[str]:
    """The origin of a web server with this site; skips the test where the program is missing."""
    port = free_port()
    command, text = configure(folder, port, site)
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    (folder / "configuration").write_text(text, encoding="utf-8")
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + 20
        while True:
            assert process.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < deadline, (folder / "log").read_text()
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/release.json", timeout=2).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)
