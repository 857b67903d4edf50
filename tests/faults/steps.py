"""What can happen to a phone and its server: one function for each, chosen by chance.

Each takes the laboratory and a source of chance, makes one thing happen, and says what it was.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from random import Random

from fault_server import FAULTS, SIGN_IN
from judge import pointer
from laboratory import Broken, Laboratory
from livret.patch import patch_path
from livret.publish import publish
from releases import LabRelease

Step = Callable[[Laboratory, Random], str]
HOUR = 3_600_000
CODES = ("en", "fr", "ar")
CAUSES = ("start", "online", "visible", "asked")


def request(random: Random, cause: str | None = None) -> dict[str, object]:
    """What a page asks the worker to keep."""
    languages = random.sample(CODES, random.randint(0, 3))
    reader = random.choice([{}, {"reader": random.choice(CODES)}])
    return {
        "type": "keep",
        "languages": languages,
        "cause": cause or random.choice(CAUSES),
        **reader,
    }


def forget_http_cache(lab: Laboratory, random: Random) -> None:
    """Half of the time: else what was fetched for another release comes from the browser."""
    if random.random() < 0.5:
        lab.tab.call("Network.clearBrowserCache")


def during_an_update(
    lab: Laboratory, random: Random, happen: Callable[[], object], other: LabRelease | None = None
) -> str:
    """Let something happen between two requests of an update, or shortly after its last."""
    if other and lab.published and not lab.offline:
        lab.deploy(other)
    forget_http_cache(lab, random)
    asked = len(lab.server.log)
    after = random.randint(1, 9)
    lab.begin(request(random, "asked"))
    lab.server.wait_for_requests(asked + after, 0.6)
    happen()
    return f"after {len(lab.server.log) - asked} requests"


# --- The publisher ---


def deploy(lab: Laboratory, random: Random) -> str:
    """A new release, or an older one again; earlier files may have been pruned meanwhile."""
    release = random.choice(lab.releases)
    keep_days = random.choice([90, 90, 0])
    lab.deploy(release, keep_days)
    forget_http_cache(lab, random)
    status = lab.ask(request(random))
    return f"{release.name}, earlier files kept {keep_days} days: {outcome(status)}"


def deploy_under_update(lab: Laboratory, random: Random) -> str:
    """A phone fetches one release while the next replaces it."""
    first, second = random.sample(lab.releases, 2)
    keep_days = random.choice([90, 0])
    told = during_an_update(lab, random, lambda: lab.deploy(second, keep_days), first)
    return f"{first.name} then {second.name} {told}: {outcome(lab.settled())}"


def broken_deploy(lab: Laboratory, random: Random) -> str:
    """An upload by hand that went wrong; the folder stays so until the next deploy."""
    release = random.choice(lab.releases)
    how = random.choice(sorted(BREAKS))
    broken = lab.folder / "broken"
    shutil.rmtree(broken, ignore_errors=True)
    shutil.copytree(lab.site, broken)
    publish(release.release, broken, keep_days=random.choice([90, 0]))
    BREAKS[how](lab, random, release)
    lab.server.folder = broken
    lab.published = None
    forget_http_cache(lab, random)
    return f"{release.name}, {how}: {outcome(lab.ask(request(random)))}"


def _a_file(lab: Laboratory, random: Random, release: LabRelease) -> tuple[str, bytes]:
    file = random.choice(release.release.files)
    return file.path.removeprefix("/"), file.body


def _missing(lab: Laboratory, random: Random, release: LabRelease) -> None:
    path, _ = _a_file(lab, random, release)
    (lab.folder / "broken" / path).unlink()


def _wrong_byte(lab: Laboratory, random: Random, release: LabRelease) -> None:
    path, body = _a_file(lab, random, release)
    (lab.folder / "broken" / path).write_bytes(body[:-1] + bytes([body[-1] ^ 1]))


def _cut(lab: Laboratory, random: Random, release: LabRelease) -> None:
    path, body = _a_file(lab, random, release)
    (lab.folder / "broken" / path).write_bytes(body[: len(body) // 2])


def _patches(lab: Laboratory, *_: object) -> None:
    for patch in (lab.folder / "broken" / "packs").glob("*-*.json"):
        patch.write_bytes(patch.read_bytes().replace(b"1", b"2"))


def _listing(change: Callable[[bytes], bytes]) -> Callable[[Laboratory, Random, LabRelease], None]:
    def broken(lab: Laboratory, _: Random, release: LabRelease) -> None:
        (lab.folder / "broken" / "release.json").write_bytes(change(release.release.listing))

    return broken


def _worker(text: bytes) -> Callable[[Laboratory, Random, LabRelease], None]:
    def broken(lab: Laboratory, random: Random, release: LabRelease) -> None:
        (lab.folder / "broken" / "sw.js").write_bytes(text)
        _missing(lab, random, release)

    return broken


def _by_hand(listing: bytes) -> bytes:
    return listing.replace(b'"source":"en"', b'"source":"fr"')


def _newer(listing: bytes) -> bytes:
    return json.dumps({**json.loads(listing), "schema": 2}).encode()


def _without_codes(listing: bytes) -> bytes:
    value = json.loads(listing)
    for language in value["languages"]:
        del language["code"]
    return json.dumps(value).encode()


BREAKS: dict[str, Callable[[Laboratory, Random, LabRelease], None]] = {
    "a file missing": _missing,
    "a wrong byte": _wrong_byte,
    "a file cut short": _cut,
    "the patches spoiled": _patches,
    "release.json cut short": _listing(lambda text: text[: len(text) // 2]),
    "release.json empty": _listing(lambda _: b""),
    "release.json a page": _listing(lambda _: SIGN_IN),
    "release.json changed by hand": _listing(_by_hand),
    "release.json of a newer format": _listing(_newer),
    "release.json without codes": _listing(_without_codes),
    "the worker a page": _worker(SIGN_IN),
    "the worker cut short": _worker(b"self.addEventListener('fetch', (event) => { event.resp"),
    "the worker throws": _worker(b"throw new Error('not today');"),
}  # fmt: skip


# --- The network ---


def offline(lab: Laboratory, random: Random) -> str:
    """No network, for some steps."""
    told = ""
    if random.random() < 0.5:
        told = during_an_update(lab, random, lambda: lab.go_offline(True))
        return f"{told}: {outcome(lab.settled())}"
    lab.go_offline(True)
    return outcome(lab.ask(request(random)))


def portal(lab: Laboratory, random: Random) -> str:
    """A Wi-Fi that answers everything with its sign-in page, until the network is well again."""
    lab.server.portal = True
    lab.visit("/" + random.choice(["", "en/", "fr/money/fee/"]))
    return outcome(lab.ask(request(random)))


def fault(lab: Laboratory, random: Random) -> str:
    """One path breaks in one way."""
    release = lab.published or lab.releases[0]
    packs = [path for code in CODES if (path := release.pack(code))]
    patches = [patch_path(each.id, release.id) for each in lab.releases]
    files = [file.path for file in release.release.files]
    news = [f"/release.json?{each.id}{more}" for each in lab.releases for more in ("", "&all")]
    paths = ["/release.json", "/sw.js", *packs, *patches, *files, *news]
    path, how = random.choice(paths), random.choice(FAULTS)
    lab.server.faults[path] = how
    forget_http_cache(lab, random)
    return f"{how} at {path}: {outcome(lab.ask(request(random)))}"


def change_host(lab: Laboratory, random: Random) -> str:
    """The guide moves from a host of files to the service, or back; with its next release."""
    lab.server.tells_news = not lab.server.tells_news
    if lab.published:
        lab.deploy(random.choice(lab.releases))
    status = lab.ask(request(random, "asked"))
    return f"{'the service' if lab.server.tells_news else 'files'}: {outcome(status)}"


def online(lab: Laboratory, random: Random) -> str:
    """The network is well again; the page hears of it, or not."""
    lab.server.heal()
    lab.go_offline(False)
    lab.visit(random.choice(["/en/", "/fr/money/fee/", "/"]))
    return outcome(lab.ask(request(random)))


# --- The phone ---


def stop_worker(lab: Laboratory, random: Random) -> str:
    """The browser ends the worker, at rest or at work, and starts it again when it is needed."""
    told = during_an_update(lab, random, lab.stop_worker, random.choice(lab.releases))
    lab.settled()
    return told


def kill_browser(lab: Laboratory, random: Random) -> str:
    """The phone ends the browser, at rest or at work."""
    if random.random() < 0.25:
        lab.kill_browser()
        return "at rest"
    return during_an_update(lab, random, lab.kill_browser, random.choice(lab.releases))


def full(lab: Laboratory, random: Random) -> str:
    """The phone runs out of room, for one update."""
    used = int(lab.observer.run("navigator.storage.estimate().then(({ usage }) => usage)"))
    room = random.choice(
        [1, used, used + random.randint(0, 20_000), used + random.randint(0, 90_000)]
    )
    if lab.published and not lab.offline:
        lab.deploy(random.choice(lab.releases))
    lab.quota(room)
    status = lab.ask(request(random, random.choice(["asked", "start"])))
    if random.random() < 0.2:
        lab.kill_browser()
    lab.quota(None)
    return f"{used} bytes used of {room}: {outcome(status)}"


def damage(lab: Laboratory, random: Random) -> str:
    """The phone's storage loses or alters one to three entries."""
    seen = lab.look()
    paths = sorted([*seen.files, *seen.notes])
    chosen = random.sample(paths, min(len(paths), random.randint(1, 3)))
    hows = [(path, random.choice(["deleted", "altered"])) for path in chosen]
    for path, how in hows:
        lab.damage(path, how)
    if pointer(lab, lab.look()) is None:  # both are gone: nothing can say what was kept
        lab.promised.clear()
    if random.random() < 0.5:
        lab.stop_worker()
    return ", ".join(f"{path} {how}" for path, how in hows)


def evict(lab: Laboratory, random: Random) -> str:
    """The browser clears what is kept, or everything of the guide's origin."""
    kinds = random.choice(["cache_storage", "all"])
    # A page that asks at this very moment may have the worker write its pointer again, but no file.
    lab.damaged.update(lab.look().files)
    lab.observer.call("Storage.clearDataForOrigin", origin=lab.server.origin, storageTypes=kinds)
    lab.promised.clear()
    # A new storage bucket has locks of its own: a tab from before does not see the worker hold one.
    before = lab.observer
    lab.open_observer()
    before.close()
    if random.random() < 0.5:
        lab.visit("/en/")
    return kinds


def add_language(lab: Laboratory, random: Random) -> str:
    """The reader asks for a language, which may have been removed or not be offered any more."""
    code = random.choice(CODES)
    return f"{code}: {outcome(lab.keep([code]))}"


def remove_language(lab: Laboratory, random: Random) -> str:
    """The reader takes a language away."""
    code = random.choice(CODES)
    lab.promised.discard(code)
    return f"{code}: {outcome(lab.ask({'type': 'remove', 'language': code}))}"


def second_tab(lab: Laboratory, random: Random) -> str:
    """Two tabs ask at the same time; tabs stay open for a while."""
    while len(lab.others) > 2:
        lab.others.pop(0).close()
    tab = lab.browser.open_tab()
    lab.others.append(tab)
    lab.begin(request(random))
    lab.goto(random.choice(["/en/", "/ar/", "/fr/phone/"]), tab)
    other = lab.ask(request(random))
    return f"{outcome(lab.settled())} and {outcome(other)}"


def move_clock(lab: Laboratory, random: Random) -> str:
    """Hours or months later, or the clock was set back; then a page is opened."""
    hours = random.choice([1, 4, 24 * 8, 24 * 400, -1, -24 * 30])
    lab.shift_clock(hours * HOUR)
    lab.visit(random.choice(["/en/", "/ar/arriving/", "/fr/"]))
    return f"{hours} hours: {outcome(lab.ask(request(random, 'start')))}"


def read_on(lab: Laboratory, random: Random) -> str:
    """Just reading: the pages' own script asks what it will."""
    addresses = ["/en/", "/fr/arriving/register/", "/ar/words/", "/en/phone/", "/fr/no/such/page/"]
    chosen = random.sample(addresses, 3)
    for address in chosen:
        lab.visit(address)
    return ", ".join(chosen)


def verify(lab: Laboratory, _: Random) -> str:
    """The reader has the phone test itself."""
    return outcome(lab.ask({"type": "verify"}))


def heal(lab: Laboratory, random: Random) -> str:
    """All is well again, now and then with another release; then so is the phone."""
    if lab.published is None or random.random() < 0.3:
        lab.deploy(random.choice(lab.releases))
    return get_well(lab, random)


def get_well(lab: Laboratory, random: Random) -> str:
    """All is well again: then the phone must have the published release, whole, by itself."""
    assert lab.published
    lab.server.heal()
    lab.go_offline(False)
    lab.visit("/en/")
    lab.quiet()
    languages = [code for code in sorted(lab.promised) if code in lab.published.codes] or ["en"]
    by_itself = random.random() < 0.5
    if by_itself:
        lab.shift_clock(24 * HOUR)
    status = lab.keep(languages, "start" if by_itself else "asked")
    lab.quiet()
    if not status or status["reason"]:
        raise Broken(f"all is well, but the phone says {outcome(status)}")
    if status["release"] != lab.published.id:
        raise Broken(f"{lab.published.name} is published, but the phone keeps {status['release']}")
    return f"{'by itself' if by_itself else 'asked'}: {outcome(status)}"


def outcome(status: dict[str, object] | None) -> str:
    """A status in a word."""
    if not status:
        return "no answer"
    return str(status.get("reason") or "well")


STEPS: dict[Step, int] = {
    deploy: 6, deploy_under_update: 4, broken_deploy: 6, offline: 4, portal: 4, fault: 8, online: 4,
    stop_worker: 6, kill_browser: 5, full: 5, damage: 7, evict: 2, add_language: 4,
    remove_language: 3, second_tab: 4, move_clock: 4, read_on: 4, verify: 2, heal: 9,
    change_host: 5,
}  # fmt: skip
