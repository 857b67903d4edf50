"""Links are asked politely, and what became of them is told with file and line."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from little_web import Web, aside, little_web
from livret import links_report
from livret.command import main
from livret.links import Link, Outcome, ask_all
from livret.links_known import Known, read_known, write_known
from livret.read import read_guide

TODAY = date(2026, 11, 23)
MakeGuide = Callable[[dict[str, str | None]], Path]


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    monkeypatch.setenv("NO_PROXY", "*")
    with little_web() as running:
        yield running


def ask(*addresses: str, delay: float = 0.0, timeout: float = 10.0) -> dict[str, Link]:
    found: dict[str, Link] = {}
    aside(lambda: asyncio.run(ask_all(addresses, found, delay=delay, timeout=timeout)))
    return found


@pytest.mark.parametrize(
    ("path", "outcome", "moved_to"),
    [
        ("/ok", Outcome.OK, None),
        ("/moved", Outcome.MOVED, "/ok"),
        ("/moved-308", Outcome.MOVED, "/ok"),
        ("/moved-twice", Outcome.MOVED, "/ok"),
        ("/moved-to-nothing", Outcome.DEAD, None),
        ("/elsewhere", Outcome.OK, None),
        ("/moved-then-elsewhere", Outcome.MOVED, "/elsewhere"),
        ("/elsewhere-then-moved", Outcome.OK, None),
        ("/missing", Outcome.DEAD, None),
        ("/gone", Outcome.DEAD, None),
        ("/broken", Outcome.UNCLEAR, None),
        ("/refused", Outcome.UNCLEAR, None),
        ("/drop", Outcome.UNCLEAR, None),
        ("/circle", Outcome.UNCLEAR, None),
        ("/to-no-web", Outcome.UNCLEAR, None),
        ("/no-head", Outcome.OK, None),
        ("/wrong-head", Outcome.OK, None),
    ],
)
def test_what_becomes_of_an_address(
    web: Web, path: str, outcome: Outcome, moved_to: str | None
) -> None:
    address = web.address(path)
    link = ask(address)[address]
    assert link.outcome is outcome
    assert link.moved_to == (web.address(moved_to) if moved_to else None)
    assert link.reason


def test_a_server_that_hangs_is_given_up_and_holds_up_no_other(web: Web) -> None:
    hanging, ok = web.address("/hang"), web.address("/ok", "localhost")
    found = ask(hanging, ok, timeout=0.3)
    assert found[hanging] == Link(Outcome.UNCLEAR, "no answer within 0.3 seconds")
    assert found[ok].outcome is Outcome.OK


def test_a_server_that_hangs_on_head_alone_is_asked_again(web: Web) -> None:
    address = web.address("/hanging-head")
    assert ask(address, timeout=0.5)[address].outcome is Outcome.OK
    assert web.methods("/hanging-head") == ["HEAD", "GET"]


def test_a_host_that_is_not_there_is_unclear(web: Web) -> None:
    address = f"http://127.0.0.1:{web.port}/ok"
    web_is_gone = address.replace(str(web.port), "1")
    assert ask(web_is_gone)[web_is_gone].outcome is Outcome.UNCLEAR


def test_a_sound_address_is_asked_once_by_head_alone(web: Web) -> None:
    address = web.address("/ok")
    ask(address, address)
    assert web.methods("/ok") == ["HEAD"]


def test_every_request_names_the_program(web: Web) -> None:
    ask(web.address("/missing"), web.address("/moved"))
    assert len(web.asked) == 4
    assert all(agent.startswith("livret/") for _, _, agent in web.asked)


def test_a_host_gets_one_request_at_a_time_with_a_pause_between(web: Web) -> None:
    ask(*(web.address(f"/slow{number}") for number in range(4)), delay=0.05)
    times = sorted(web.times["127.0.0.1"])
    assert len(times) == 4
    for (_, ended), (started, _) in pairwise(times):
        # Clocks of two threads: a pause of 0.05 s may look a little shorter.
        assert started - ended >= 0.04


def test_hosts_are_asked_side_by_side(web: Web) -> None:
    paths = [f"/slow{number}" for number in range(3)]
    ask(*(web.address(path, host) for host in ("127.0.0.1", "localhost") for path in paths))
    one, other = sorted(web.times["127.0.0.1"]), sorted(web.times["localhost"])
    assert len(one) == len(other) == 3
    assert one[0][0] < other[-1][1]
    assert other[0][0] < one[-1][1]


def test_progress_counts_up_to_all(web: Web) -> None:
    told: list[tuple[int, int]] = []
    addresses = [web.address(path) for path in ("/ok", "/missing", "/moved")]
    found: dict[str, Link] = {}
    asking = ask_all(addresses, found, delay=0, progress=lambda done, of: told.append((done, of)))
    aside(lambda: asyncio.run(asking))
    assert told == [(1, 3), (2, 3), (3, 3)]


# --- What is remembered ---


def test_what_is_remembered_reads_back(tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    known = {"https://a.example": Known(Link(Outcome.MOVED, "moved", "https://b.example"), TODAY)}
    write_known(file, known)
    assert read_known(file) == known


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"schema": 2, "links": {}}', '{"schema": 1, "links": {"a": 1}}', "\x00"],
)
def test_a_file_that_is_none_of_these_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "links.json"
    file.write_text(text, encoding="utf-8")
    assert read_known(file) == {}


@pytest.mark.parametrize(
    ("outcome", "age", "holds"),
    [
        (Outcome.OK, 0, True),
        (Outcome.DEAD, 6, True),
        (Outcome.OK, 7, False),
        (Outcome.OK, -1, False),
        (Outcome.UNCLEAR, 0, False),
    ],
)
def test_an_answer_holds_for_some_days_and_an_unclear_one_for_none(
    outcome: Outcome, age: int, holds: bool
) -> None:
    known = Known(Link(outcome, ""), TODAY - timedelta(days=age))
    assert known.holds(TODAY, days=7) is holds


# --- The command ---


@pytest.fixture
def linked(web: Web, changed_guide: MakeGuide, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guide whose sources lie in the little web, asked without pauses."""

    async def without_pauses(addresses: list[str], found: dict[str, Link], **other: object) -> None:
        await ask_all(addresses, found, delay=0, **other)  # type: ignore[arg-type]

    monkeypatch.setattr(links_report, "ask_all", without_pauses)
    return changed_guide(
        {
            "content/sources.toml": f"""\
[harbour-office]
title = "S'inscrire au port"
publisher = "Bureau du port"
[harbour-office.url]
fr = "{web.address("/moved")}"
en = "{web.address("/ok")}"

[harbour-fee]
title = "Droit de port"
publisher = "Bureau du port"
url = {{ fr = "{web.address("/gone")}", en = "{web.address("/broken")}" }}
"""
        }
    )


def run(guide: Path, cache: Path, *arguments: str) -> int:
    return aside(lambda: main(["links", "--guide", str(guide), "--cache", str(cache), *arguments]))


def test_moved_dead_and_unclear_links_are_told_with_file_and_line(
    linked: Path, web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(linked, tmp_path / "links.json") == 1
    assert capsys.readouterr().out.splitlines() == [
        f"content/sources.toml:5: [harbour-office] fr: {web.address('/moved')} "
        f"has moved for good; write {web.address('/ok')}",
        f"content/sources.toml:11: [harbour-fee] fr: {web.address('/gone')} "
        "is dead, it answers 410; find the page that took its place",
        f"content/sources.toml:11: [harbour-fee] en: {web.address('/broken')} "
        "cannot be told (answers 500); open it in a browser",
        "4 addresses: 1 ok, 1 moved, 1 dead, 1 unclear",
    ]


def test_a_second_run_asks_only_what_was_unclear(
    linked: Path, web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(linked, tmp_path / "links.json")
    first = capsys.readouterr().out
    web.asked.clear()
    assert run(linked, tmp_path / "links.json") == 1
    assert capsys.readouterr().out == first
    assert {path for _, path, _ in web.asked} == {"/broken"}
    web.asked.clear()
    run(linked, tmp_path / "links.json", "--days", "0")
    assert {path for _, path, _ in web.asked} == {"/moved", "/ok", "/gone", "/broken"}


def test_an_address_that_left_the_guide_is_forgotten(linked: Path, tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    write_known(file, {"https://old.example": Known(Link(Outcome.OK, ""), TODAY)})
    run(linked, file)
    assert "https://old.example" not in json.loads(file.read_text("utf-8"))["links"]


def test_what_was_learnt_before_an_interruption_is_kept(
    linked: Path, web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def interrupted(_: object, found: dict[str, Link], **__: object) -> None:
        found[web.address("/ok")] = Link(Outcome.OK, "answers 200")
        raise KeyboardInterrupt

    monkeypatch.setattr(links_report, "ask_all", interrupted)
    file, guide = tmp_path / "links.json", read_guide(linked)
    with pytest.raises(KeyboardInterrupt):
        aside(lambda: links_report.ask_links(guide, file, TODAY, 7, lambda *_: None))
    assert list(read_known(file)) == [web.address("/ok")]


def test_a_guide_without_dead_links_ends_well(
    linked: Path, web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = linked / "content/sources.toml"
    sound = sources.read_text("utf-8").replace("/gone", "/ok").replace("/broken", "/ok")
    sources.write_text(sound, "utf-8")
    assert run(linked, tmp_path / "links.json") == 0
    assert capsys.readouterr().out.endswith("2 addresses: 1 ok, 1 moved, 0 dead, 0 unclear\n")
