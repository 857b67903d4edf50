"""Every page of the guide that is shipped fits the first window of a connection."""

from __future__ import annotations

import json
import re
from pathlib import Path

import brotli
import pytest

from example import ROOT
from livret.build import Built, build
from livret.publish import publish
from livret.resource import Resource
from livret.site import Site, load

# Ten segments of 1,460 bytes arrive in the first round trip (RFC 6928): the status line, the
# headers and the whole page are to be among them.
WINDOW = 14_336
# What the service and the server below it add to the headers of a page: etag, vary, content-length,
# content-encoding, date and server.
ADDED = 260


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Path]:
    """The guide that is shipped, published once; with an address, since that costs pages more."""
    built = build(ROOT, address="https://guide.example.org")
    folder = tmp_path_factory.mktemp("shipped") / "site"
    publish(built.release, folder, built.address)
    return built, folder


@pytest.fixture(scope="session")
def site(shipped: tuple[Built, Path]) -> Site:
    return load(shipped[1])


def on_the_wire(resource: Resource) -> int:
    """Bytes of an answer in the coding that phones ask for, headers included.

    Compressing 3,000 pages as hard as the service does takes minutes. The same coder at less
    effort is never smaller, so it decides wherever its result fits already.
    """
    headers = sum(len(f"{name}: {value}\r\n") for name, value in resource.headers.items()) + ADDED
    body = resource._make()
    quick = headers + len(brotli.compress(body, quality=5))
    if quick <= WINDOW:
        return quick
    return headers + len(brotli.compress(body, quality=resource.effort.brotli))


def test_every_page_in_every_language_fits_the_first_window(site: Site) -> None:
    sizes = {address: on_the_wire(site.resources[address]) for address in site.pages}
    assert {address: size for address, size in sizes.items() if size > WINDOW} == {}


# --- The first visit to an answer ---

# What a browser fetches for a page by itself, over one connection that is already there.
OWN_FILES = re.compile(
    r'<(?:script[^>]* src|link rel="(?:icon|stylesheet)" href)="(/assets/[^"]+)"'
)


def test_an_answer_and_all_that_its_page_fetches_stay_below_30_kilobytes(site: Site) -> None:
    answer = next(address for address in site.pages if re.fullmatch(r"/en/cvec/[^/]+/", address))
    page = site.resources[answer]
    files = OWN_FILES.findall(page._make().decode())
    assert len(files) == 2, "the page's script and its icon: each more is a request more"
    sizes = [on_the_wire(page), *(on_the_wire(site.resources[path]) for path in files)]
    assert sum(sizes) <= 30_000, sizes


def test_what_tells_a_phone_of_a_release_stays_below_a_packet(site: Site) -> None:
    listing = site.resources["/release.json"]._make()
    assert len(brotli.compress(listing)) <= 1460


# --- What a phone keeps ---


def test_what_is_kept_beside_the_packs_stays_below_53_kilobytes(site: Site) -> None:
    listing = json.loads(site.resources["/release.json"]._make())
    named = [file["path"] for file in listing["files"] if file.get("kept", True)]
    beside = [*(path for path in named if not path.startswith("/packs/")), "/sw.js"]
    assert sum(path.endswith(".js") for path in beside) == 5
    bodies = [site.resources[path]._make() for path in (*beside, "/release.json")]
    assert sum(len(brotli.compress(body)) for body in bodies) <= 53_000


def test_a_further_language_costs_a_phone_four_fifths_of_its_pack_at_most(site: Site) -> None:
    path, first = site.ahead[0]
    pack = site.resources[path]
    whole = brotli.compress(pack._make(), quality=pack.effort.brotli)
    assert len(pack.difference(first).body) <= 0.8 * len(whole)


def test_the_scripts_that_share_parts_with_the_pages_own_cost_nine_tenths_at_most(
    site: Site,
) -> None:
    shared = [(path, had) for path, had in site.ahead if path.startswith("/assets/")]
    for path, had in shared:
        script = site.resources[path]
        whole = brotli.compress(script._make(), quality=script.effort.brotli)
        assert len(script.difference(had).body) <= 0.95 * len(whole), path
    assert len(shared) == 2
