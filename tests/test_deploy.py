"""What stands in deploy/: units that systemd understands, and a container that serves."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from example import GUIDE, ROOT, free_port
from livret.command import main
from livret.settings import TABLE

DEPLOY = ROOT / "deploy"
UNITS = ("guide.service", "guide.socket")
BASE = os.environ.get("CONTAINER_BASE", "python:3.13-slim")


def text_of(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


# --- systemd ---


@pytest.fixture
def units(tmp_path: Path) -> list[str]:
    """The units, with a program that is here in the place of the one that they start."""
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed (package systemd)")
    for name in UNITS:
        text = text_of(name).replace("/srv/guide/venv/bin/livret", "/bin/true")
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in UNITS]


def test_systemd_finds_nothing_wrong_with_the_units(units: list[str]) -> None:
    command = ["systemd-analyze", "verify", "--man=no", *units]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_systemd_rates_the_service_as_well_kept_in(units: list[str]) -> None:
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=15", units[0]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-200:]


# --- Versions ---


def pins(text: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Version and hashes of each package of a lock file."""
    found = {}
    for entry in re.split(r"\n(?=\S)", text.replace("\\\n", "")):
        match = re.match(r"([a-z0-9-]+)==([^\s;]+)", entry)
        assert match, entry
        found[match[1]] = (match[2], frozenset(re.findall(r"--hash=(\S+)", entry)))
    return found


def test_what_is_installed_to_serve_is_pinned_as_it_was_tested() -> None:
    serving = pins(text_of("requirements.txt"))
    tested = pins((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    assert all(hashes for _, hashes in serving.values())
    assert serving.items() <= tested.items()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[^a-z0-9-]", each)[0] for each in project["dependencies"]}
    assert named <= serving.keys()
    assert not {"pytest", "playwright", "mypy"} & serving.keys()


# --- The container ---


def test_the_container_sets_what_are_settings_and_no_root() -> None:
    text = text_of("Containerfile")
    variables = {row.variable for row in TABLE}
    assert set(re.findall(r"LIVRET_[A-Z_]+", text)) <= variables
    assert re.findall(r"^USER (.*)$", text, re.MULTILINE)[-1] == "10001:10001"


def podman(*arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(["podman", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0 or not check, f"podman {' '.join(arguments)}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The image, made from the checkout's own wheel."""
    if not shutil.which("podman"):
        pytest.skip("podman is not installed")
    if podman("image", "exists", BASE, check=False).returncode:
        pytest.skip(f"podman has no image {BASE}; pull it, or name another in CONTAINER_BASE")
    place = tmp_path_factory.mktemp("context")
    shutil.copytree(DEPLOY, place / "deploy")
    shutil.copy(ROOT / ".containerignore", place)
    wheel = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place / "dist")]
    subprocess.run(wheel, cwd=ROOT, check=True, capture_output=True)
    name = f"livret-test-{os.getpid()}"
    options = ["--format", "docker", "--network", "host", "--build-arg", f"BASE={BASE}"]
    file = str(place / "deploy/Containerfile")
    podman("build", *options, "--file", file, "--tag", name, str(place))
    yield name
    podman("rmi", "--force", name)


def test_the_container_serves_whole_without_root_on_a_file_system_that_is_read_only(
    image: str, tmp_path: Path
) -> None:
    guide = shutil.copytree(GUIDE, tmp_path / "guide")
    volume, port = f"{image}-volume", free_port()
    common = ["--read-only", "--network", "host"]
    build = ["build", "--guide", "/guide", "--address", "https://guide.example.org"]
    mounts = ["--volume", f"{volume}:/srv/guide", "--volume", f"{guide}:/guide:ro"]
    podman("run", "--rm", *common, *mounts, image, *build)
    kept_in = ["--cap-drop", "all", "--security-opt", "no-new-privileges", "--stop-timeout", "20"]
    settings = ["--env", f"LIVRET_PORT={port}", "--volume", f"{volume}:/srv/guide:ro"]
    podman("run", "--detach", "--name", image, *common, *kept_in, *settings, image)
    try:
        answered(f"http://127.0.0.1:{port}/ready")
        assert main(["verify", f"http://127.0.0.1:{port}"]) == 0
        assert podman("exec", image, "id", "-u").stdout == "10001\n"
        assert podman("exec", image, "touch", "/written", check=False).returncode
        podman("healthcheck", "run", image)
        podman("stop", image)
        assert podman("inspect", image, "--format", "{{.State.ExitCode}}").stdout == "0\n"
    finally:
        podman("rm", "--force", image)
        podman("volume", "rm", "--force", volume)


def answered(address: str) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            assert time.monotonic() < deadline, f"{address} was not answered in time"
            time.sleep(0.2)
