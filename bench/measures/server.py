"""How many requests one worker answers, beside the least that its server has to do, and nginx."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import brotli

from measure import Bench, Result

SECONDS = 2
ACCEPTS = "gzip, deflate, br, zstd"
SHARE = 0.85
CONSTANT = Path(__file__).parent.parent / "constant.py"
NGINX = """
{modules}
daemon off; worker_processes 1; pid {place}/pid; error_log {place}/errors;
events {{ worker_connections 2048; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
  open_file_cache max=1000; types {{ text/html html; }} default_type text/html; etag on;
  server {{ listen 127.0.0.1:{port} backlog=2048; root {root}; {compression}
    add_header Cache-Control no-cache; add_header Content-Security-Policy "default-src 'none'"; }}
}}
"""
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


@dataclass(frozen=True, slots=True)
class Asked:
    """What one server answered under load: rate, 99th percentile, processor time per answer."""

    rate: float
    milliseconds: float
    microseconds: float


@dataclass(frozen=True, slots=True)
class Contestant:
    """A server that is running: its process that works, its port."""

    name: str
    process: int
    port: int


def measure(bench: Bench) -> Iterator[Result]:
    """One page and one 304, with 64 and with 512 connections, from one worker."""
    if shutil.which("wrk") is None:
        print("  wrk is not installed: nothing measured")
        return
    site = bench.site(bench.sizes[0])
    path = page_of(site)
    with tempfile.TemporaryDirectory() as place, ExitStack() as stack:
        livret = stack.enter_context(service(site))
        status, headers, body = ask(livret.port, path)
        assert status == 200, f"{path}: {status}"
        (Path(place) / "page").write_bytes(body)
        (Path(place) / "nothing").write_bytes(b"")
        etag = dict(headers)["etag"]
        constant = stack.enter_context(constant_app(Path(place, "page"), headers, 200))
        not_modified = ask(livret.port, path, {"if-none-match": etag})
        assert not_modified[0] == 304
        bare = stack.enter_context(constant_app(Path(place, "nothing"), not_modified[1], 304))
        others = [stack.enter_context(nginx(site, path, Path(place)))] if has_nginx() else []
        yield from contest(bench, "page", path, {}, [livret, constant, *others])
        condition = {"livret": etag, "constant": etag}
        for other in others:
            condition[other.name] = dict(ask(other.port, path)[1])["etag"]
        yield from contest(bench, "304", path, condition, [livret, bare, *others])
        yield Result("memory of the worker", "MB", (memory(livret.process),), note=livret.name)
        yield Result("memory of the constant app", "MB", (memory(constant.process),))


def page_of(site: Path) -> str:
    """The address of an answer that is about 10 kB in brotli."""
    pages = sorted(site.glob("en/*/*/index.html"))[:60]
    sizes = {page: len(brotli.compress(page.read_bytes(), quality=11)) for page in pages}
    chosen = min(pages, key=lambda page: abs(sizes[page] - 10_000))
    return f"/{chosen.parent.relative_to(site)}/"


def contest(
    bench: Bench,
    what: str,
    path: str,
    conditions: dict[str, str],
    all_of_them: Sequence[Contestant],
) -> Iterator[Result]:
    """Load on one after the other, in turns, so that a busy machine is unfair to nobody."""
    for connections in (64, 512):
        found: dict[str, list[Asked]] = {each.name: [] for each in all_of_them}
        for _ in range(bench.repeats):
            for each in all_of_them:
                found[each.name].append(load(each, path, connections, conditions.get(each.name)))
        pairs = [*zip(found["livret"], found["constant"], strict=True)]
        rates = tuple(ours.rate / limit.rate for ours, limit in pairs)
        # What others do on the machine meanwhile changes the rate, but hardly the work.
        work = tuple(limit.microseconds / ours.microseconds for ours, limit in pairs)
        of = f"{what}, {connections} connections"
        for name, asked in found.items():
            yield Result(f"{of}: {name}", "/s", tuple(round(each.rate) for each in asked))
            yield Result(f"{of}: {name}, p99", "ms", tuple(each.milliseconds for each in asked))
            yield Result(
                f"{of}: {name}, processor", "µs", tuple(each.microseconds for each in asked)
            )
        yield Result(f"{of}: share of the limit", "", rates, SHARE, at_least=True)
        yield Result(f"{of}: share of the limit by work", "", work, SHARE, at_least=True)


def load(of: Contestant, path: str, connections: int, etag: str | None) -> Asked:
    headers = ["-H", f"Accept-Encoding: {ACCEPTS}"]
    headers += ["-H", f"If-None-Match: {etag}"] if etag else []
    before = processor_time(of.process)
    told = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency", *headers,
         f"http://127.0.0.1:{of.port}{path}"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    used = processor_time(of.process) - before
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)", told)
    if failed:
        print(f"  {of.name}: {failed[0]}")
    answers = re.search(r"(\d+) requests in", told)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", told)
    late = re.search(r"99%\s+([\d.]+)(us|ms|s)", told)
    if not (answers and rate and late):
        raise RuntimeError(told)
    milliseconds = float(late[1]) * {"us": 0.001, "ms": 1, "s": 1000}[late[2]]
    return Asked(float(rate[1]), milliseconds, used / int(answers[1]) * 1e6)


def processor_time(process: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(process: int) -> float:
    """Megabytes that a process holds."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def ask(
    port: int, path: str, headers: dict[str, str] | None = None
) -> tuple[int, list[tuple[str, str]], bytes]:
    """One request; its status, header fields but those of the server itself, body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": ACCEPTS, **(headers or {})})
    answer = connection.getresponse()
    fields = [(name.lower(), value) for name, value in answer.getheaders()]
    body = answer.read()
    connection.close()
    return answer.status, [field for field in fields if field[0] not in ("date", "server")], body


@contextmanager
def running(
    name: str, command: Sequence[object], port: int, **more: object
) -> Iterator[Contestant]:
    process = subprocess.Popen([str(part) for part in command], stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.05)
        worker = worker_of(process.pid)
        come_to_rest(worker)
        yield Contestant(name, worker, port)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def come_to_rest(process: int) -> None:
    """Wait until a process has nothing to do: the service compresses at first."""
    before = -1.0
    while (used := processor_time(process)) - before > 0.05:
        before = used
        time.sleep(1)


def worker_of(process: int) -> int:
    """The one process that a process has started, or itself."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return int(children[0]) if children else process


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def service(site: Path) -> Iterator[Contestant]:
    port = free_port()
    command = [sys.executable, "-m", "livret", "serve", "--out", site, "--port", port]
    with running("livret", command, port) as found:
        yield found


@contextmanager
def constant_app(body: Path, headers: list[tuple[str, str]], status: int) -> Iterator[Contestant]:
    port = free_port()
    command = [sys.executable, CONSTANT, port, body, json.dumps(headers), status]
    with running("constant", command, port) as found:
        yield found


def has_nginx() -> bool:
    if shutil.which("nginx"):
        return True
    print("  nginx is not installed: not compared")
    return False


@contextmanager
def nginx(site: Path, path: str, place: Path) -> Iterator[Contestant]:
    """nginx with one worker on the page as a file, compressed beside it."""
    port, root = free_port(), place / "root"
    page = root / path[1:] / "index.html"
    page.parent.mkdir(parents=True)
    shutil.copy(site / path[1:] / "index.html", page)
    page.with_name("index.html.br").write_bytes((place / "page").read_bytes())
    place.chmod(0o755)
    compressed = BROTLI.exists()
    text = NGINX.format(
        modules=f"load_module {BROTLI};" if compressed else "", place=place, port=port, root=root,
        compression="brotli_static on;" if compressed else "",
    )  # fmt: skip
    (place / "nginx.conf").write_text(text)
    name = "nginx" if compressed else "nginx, uncompressed"
    with running(name, ["nginx", "-c", place / "nginx.conf"], port) as found:
        time.sleep(0.2)
        yield Contestant(name, worker_of(found.process), port)
