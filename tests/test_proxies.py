"""The reverse proxies of deploy/, run as they stand there, in front of the real service."""

from __future__ import annotations

import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from example import ROOT, Server, free_port
from livret.command import main

DEPLOY = ROOT / "deploy"


def nginx(folder: Path, port: int) -> tuple[list[str], str]:
    site = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    site = site.replace("    listen [::]:80;\n", "")
    assert "listen 80;" in site
    places = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{name}_temp_path {folder}/{name};\n" for name in places)
    text = (
        f"daemon off; pid {folder}/pid; error_log stderr;\nevents {{}}\n"
        f"http {{\n{temporary}{site.replace('listen 80;', f'listen 127.0.0.1:{port};')}}}\n"
    )
    return ["nginx", "-c", str(folder / "configuration")], text


def caddy(folder: Path, port: int) -> tuple[list[str], str]:
    site = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    assert "guide.example.org {" in site
    site = site.replace("guide.example.org", f"http://127.0.0.1:{port}")
    text = f"{{\n\tadmin off\n\tauto_https off\n}}\n{site}"
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "configuration")]
    return command, text


@pytest.fixture(params=[nginx, caddy], ids=["nginx", "caddy"])
def proxy(request: pytest.FixtureRequest, shared_server: Server, tmp_path: Path) -> Iterator[str]:
    """The origin of a proxy in front of the service."""
    port = free_port()
    command, text = request.param(tmp_path, port)
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    (tmp_path / "configuration").write_text(
        text.replace("127.0.0.1:8000", f"127.0.0.1:{shared_server.port}"), encoding="utf-8"
    )
    with (tmp_path / "log").open("w") as log:
        running = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        origin = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + 20
        while True:
            assert running.poll() is None, (tmp_path / "log").read_text()
            assert time.monotonic() < deadline, (tmp_path / "log").read_text()
            try:
                urllib.request.urlopen(f"{origin}/health", timeout=2).close()
                break
            except OSError:
                time.sleep(0.1)
        yield origin
    finally:
        running.terminate()
        running.wait(timeout=20)


def test_a_deploy_behind_the_documented_proxy_is_whole(proxy: str) -> None:
    assert main(["verify", proxy]) == 0
