"""Each way to break a phone that has a name, in a real browser; judged as every step of a walk."""

from __future__ import annotations

import time
from random import Random
from typing import Any

import pytest

from fault_server import FAULTS, HARMLESS
from judge import judge, says_nothing
from laboratory import Laboratory
from livret.patch import patch_path
from steps import BREAKS, HOUR, broken_deploy, get_well

CHANCE = Random(1)
# The reason that the phone gives, by what happened to a file and to release.json.
REASONS = {
    "404": ("server", "server"), "500": ("server", "server"), "html": ("portal", "portal"),
    "redirect": ("portal", "portal"), "cut": ("cut", "cut"), "short": ("cut", "release"),
    "empty": ("cut", "release"), "flipped": ("wrong", "release"), "stall": ("slow", "slow"),
    "hang": ("slow", "slow"), "drop": ("network", "network"),
}  # fmt: skip


def kept(lab: Laboratory) -> dict[str, Any]:
    status = lab.ask({"type": "status"})
    assert status
    return status


def codes(status: dict[str, Any]) -> list[str]:
    return [each["code"] for each in status["languages"] if each["kept"]]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_that_breaks_leaves_the_kept_release_and_is_named(
    lab: Laboratory, fault: str
) -> None:
    first, worded = lab.releases[:2]
    lab.deploy(worded)
    for place, path in enumerate((worded.pack("fr"), "/release.json")):
        lab.server.faults = {str(path): fault, patch_path(first.id, worded.id): "404"}
        status = lab.keep([])
        assert status
        if fault in HARMLESS:
            assert (status["reason"], status["release"]) == (None, worded.id)
        else:
            assert (status["reason"], status["release"]) == (REASONS[fault][place], first.id)
        judge(lab, CHANCE)
    get_well(lab, CHANCE)
    assert judge(lab, CHANCE).endswith("in ar,en,fr")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_patch_that_breaks_is_not_missed(lab: Laboratory, fault: str) -> None:
    first, worded = lab.releases[:2]
    patch = patch_path(first.id, worded.id)
    lab.deploy(worded)
    lab.server.faults = {patch: fault}
    lab.server.log.clear()
    status = lab.keep([])
    assert status
    assert (status["reason"], status["release"]) == (None, worded.id)
    # Where a connection is cut, Chromium itself asks again.
    assert lab.server.log.count(patch) == 1 or fault == "drop"
    assert judge(lab, CHANCE) == "worded in ar,en,fr"


def test_an_update_costs_its_patch_and_no_pack(lab: Laboratory) -> None:
    first, worded = lab.releases[:2]
    lab.deploy(worded)
    lab.server.log.clear()
    status = lab.keep([])
    assert status
    assert status["release"] == worded.id
    assert lab.server.log == ["/release.json", patch_path(first.id, worded.id)]
    assert judge(lab, CHANCE) == "worded in ar,en,fr"


@pytest.mark.parametrize("fault", [*FAULTS, "no fault"])
def test_news_that_break_leave_a_whole_release_and_are_asked_past(
    lab: Laboratory, fault: str
) -> None:
    first, worded = lab.releases[:2]
    lab.server.tells_news = True
    lab.deploy(worded)
    lab.server.faults = {f"/release.json?{first.id}&all": fault}
    lab.server.log.clear()
    status = lab.keep([])
    assert status
    if fault in ("stall", "hang", "drop"):  # as without a network: nothing else is asked for
        assert (status["reason"], status["release"]) == (REASONS[fault][1], first.id)
        assert set(lab.server.log) == {"/release.json"}
    else:
        assert (status["reason"], status["release"]) == (None, worded.id)
        came = fault in HARMLESS or fault == "no fault"
        patch = patch_path(first.id, worded.id)
        assert lab.server.log == ["/release.json"] * (1 if came else 2) + [patch] * (not came)
    assert judge(lab, CHANCE).endswith("in ar,en,fr")
    get_well(lab, CHANCE)
    assert judge(lab, CHANCE) == "worded in ar,en,fr"


@pytest.mark.parametrize("damage", ["deleted", "altered"])
def test_news_that_lead_from_a_damaged_pack_are_asked_past(lab: Laboratory, damage: str) -> None:
    first, worded = lab.releases[:2]
    lab.server.tells_news = True
    lab.deploy(worded)
    lab.damage(str(first.pack("fr")), damage)
    status = lab.keep([])
    assert status
    assert (status["reason"], status["release"]) == (None, worded.id)
    assert judge(lab, CHANCE) == "worded in ar,en,fr"


@pytest.mark.parametrize("how", sorted(BREAKS))
def test_a_broken_deploy_harms_no_phone_and_heals_with_the_next(lab: Laboratory, how: str) -> None:
    class Chosen(Random):
        def choice(self, options: Any) -> Any:
            return how if how in options else super().choice(options)

    broken_deploy(lab, Chosen(how))
    assert judge(lab, CHANCE).endswith("in ar,en,fr")
    lab.deploy(lab.releases[-1])
    get_well(lab, CHANCE)
    assert judge(lab, CHANCE).endswith("in ar,en,fr")


@pytest.mark.parametrize("requests", [1, 3, 8])
@pytest.mark.parametrize("ended", ["worker", "browser", "network"])
def test_an_update_that_is_ended_anywhere_leaves_one_whole_release(
    lab: Laboratory, requests: int, ended: str
) -> None:
    time_to_write = 6  # see Laboratory.is_cache_written
    if ended == "browser":
        deadline = time.monotonic() + 2 * time_to_write
        while not lab.is_cache_written() and time.monotonic() < deadline:
            time.sleep(0.2)
    coloured = lab.releases[3]
    lab.deploy(coloured)
    lab.begin({"type": "keep", "languages": [], "cause": "asked"})
    lab.server.wait_for_requests(requests, 1)
    if ended == "worker":
        lab.stop_worker()
    elif ended == "browser":
        lab.kill_browser()
    else:
        lab.go_offline(True)
    lab.quiet()
    assert judge(lab, CHANCE).endswith("in ar,en,fr")
    get_well(lab, CHANCE)


def test_many_skipped_releases_whose_files_are_gone_are_one_update(lab: Laboratory) -> None:
    for release in lab.releases[1:]:
        lab.deploy(release, keep_days=0)
    assert lab.published
    status = lab.keep([])
    assert status
    assert (status["reason"], status["release"]) == (None, lab.published.id)
    judge(lab, CHANCE)


def test_a_rollback_is_an_update_like_any_other(lab: Laboratory) -> None:
    first, worded = lab.releases[:2]
    for release in (worded, first, worded, first):
        lab.deploy(release)
        status = lab.keep([])
        assert status
        assert status["release"] == release.id
        assert judge(lab, CHANCE) == f"{release.name} in ar,en,fr"


def test_a_release_that_is_replaced_while_it_is_fetched_is_whole_or_not_there(
    lab: Laboratory,
) -> None:
    _, worded, _, coloured, *_ = lab.releases
    for requests in (1, 3, 5):
        lab.deploy(worded)
        lab.tab.call("Network.clearBrowserCache")
        lab.server.log.clear()
        lab.begin({"type": "keep", "languages": [], "cause": "asked"})
        lab.server.wait_for_requests(requests, 1)
        lab.deploy(coloured, keep_days=0)
        lab.settled()
        judge(lab, CHANCE)
        get_well(lab, CHANCE)


def test_a_proxy_that_sends_an_old_release_now_and_then_never_mixes_two(lab: Laboratory) -> None:
    first, worded = lab.releases[:2]
    lab.deploy(worded)
    for turn in range(4):
        lab.server.replaced = {"/release.json": first.release.listing} if turn % 2 else {}
        status = lab.keep([])
        assert status
        assert status["reason"] is None
        assert judge(lab, CHANCE) == f"{(worded, first)[turn % 2].name} in ar,en,fr"


def test_a_hung_network_delays_no_kept_page(lab: Laboratory) -> None:
    lab.server.faults = {"*": "hang"}
    started = time.monotonic()
    opened = lab.goto("/ar/arriving/register/")
    assert opened.status == 200
    assert opened.from_worker
    assert time.monotonic() - started < 3
    judge(lab, CHANCE)


def test_a_wifi_that_wants_a_sign_in_changes_nothing_that_is_kept(lab: Laboratory) -> None:
    lab.server.portal = True
    before = kept(lab)
    status = lab.keep([])
    assert status
    assert status["reason"] == "portal"
    assert status["release"] == before["release"]
    assert lab.goto("/fr/money/fee/").body == lab.releases[0].pages["/fr/money/fee/"]
    judge(lab, CHANCE)


def test_a_full_phone_keeps_what_it_has(lab: Laboratory) -> None:
    lab.deploy(lab.releases[3])
    lab.quota(1)
    status = lab.keep([])
    assert status
    assert (status["reason"], status["release"]) == ("space", lab.releases[0].id)
    assert judge(lab, CHANCE) == "first in ar,en,fr"
    lab.quota(None)
    get_well(lab, CHANCE)
    judge(lab, CHANCE)


@pytest.mark.parametrize("how", ["deleted", "altered"])
def test_every_kept_entry_may_be_lost_and_comes_back(lab: Laboratory, how: str) -> None:
    seen = lab.look()
    for path in [*seen.files, *seen.notes]:
        lab.damage(path, how)
        lab.stop_worker()
        judge(lab, CHANCE)
        lab.shift_clock(24 * HOUR)
        status = lab.keep([], "start")
        assert status
        assert status["reason"] is None
        assert lab.look().files == seen.files, path
    assert judge(lab, CHANCE) == "first in ar,en,fr"


def test_the_phone_finds_what_is_damaged_when_it_is_asked_to(lab: Laboratory) -> None:
    path = lab.releases[0].pack("fr")
    assert path
    lab.damage(path, "altered")
    status = lab.ask({"type": "verify"})
    assert status
    assert status["audit"]["damaged"] == [path]
    lab.keep([])
    assert judge(lab, CHANCE) == "first in ar,en,fr"


def test_a_phone_whose_cache_was_cleared_says_so_and_keeps_anew(lab: Laboratory) -> None:
    lab.observer.call(
        "Storage.clearDataForOrigin", origin=lab.server.origin, storageTypes="cache_storage"
    )
    lab.promised.clear()
    lab.go_offline(True)
    opened = lab.goto("/fr/")
    assert opened.status == 503
    assert says_nothing(opened.body.decode(), "fr")
    judge(lab, CHANCE)
    get_well(lab, CHANCE)
    judge(lab, CHANCE)


def test_a_language_that_is_taken_away_is_said_to_be_missing_and_others_are_offered(
    lab: Laboratory,
) -> None:
    lab.ask({"type": "remove", "language": "ar"})
    lab.promised.discard("ar")
    lab.go_offline(True)
    opened = lab.goto("/ar/money/fee/")
    assert opened.status == 503
    assert b'href="/en/money/fee/"' in opened.body
    assert b'href="/fr/money/fee/"' in opened.body
    assert judge(lab, CHANCE) == "first in en,fr"
    lab.go_offline(False)
    lab.keep(["ar"])
    assert judge(lab, CHANCE) == "first in ar,en,fr"


def test_two_tabs_that_ask_at_once_fetch_each_file_once(lab: Laboratory) -> None:
    lab.deploy(lab.releases[3])
    tab = lab.browser.open_tab()
    lab.others.append(tab)
    lab.begin({"type": "keep", "languages": ["ar"], "cause": "asked"})
    lab.goto("/en/", tab)
    lab.keep(["fr"])
    lab.settled()
    packs = [path for path in lab.server.log if path.startswith("/packs/")]
    assert 0 < len(packs) == len(set(packs))
    assert judge(lab, CHANCE) == "coloured in ar,en,fr"


@pytest.mark.parametrize("hours", [-24 * 400, 24 * 400])
def test_a_clock_that_was_wrong_for_a_year_stops_no_update(lab: Laboratory, hours: int) -> None:
    lab.keep([])
    lab.shift_clock(hours * HOUR)
    lab.deploy(lab.releases[1])
    status = lab.keep([], "start")
    assert status
    assert status["release"] == lab.releases[1].id
    judge(lab, CHANCE)


def test_a_language_that_the_guide_gives_up_goes_with_the_update_and_comes_back_with_it(
    lab: Laboratory,
) -> None:
    lab.deploy(lab.releases[2])
    lab.keep([])
    assert judge(lab, CHANCE) == "fewer in en,fr"
    lab.deploy(lab.releases[0])
    lab.keep(["ar"])
    assert judge(lab, CHANCE) == "first in ar,en,fr"
