"""Asks a running site for its whole release, as phones will, and tells all that is wrong."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import httpx

from livret import __version__
from livret.canonical import sha256
from livret.negotiate import best_language
from livret.published import MALFORMED, Release, parse_release, wrong_shape

USER_AGENT = f"livret/{__version__} (verifies a release)"
AT_ONCE = 6
TIMEOUT = 30.0
DAY = 24 * 60 * 60
MISSING = "/assets/app.0000000000000000.js"
NOBODYS_LANGUAGE = "tlh"


@dataclass(slots=True)
class Report:
    """What was asked, and each problem as address, what is wrong and what to do.

    `notes` are what the host cannot do and need not.
    """

    asked: int = 0
    release: str = ""
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, address: str, what: str, remedy: str) -> None:
        self.problems.append(f"{address}: {what}; {remedy}")


async def verify(
    origin: str, transport: httpx.AsyncBaseTransport | None = None, *, static: bool = False
) -> Report:
    """Ask the site at `origin`, at most six addresses at a time; never raises for what it answers.

    A `static` host need not choose a language for each reader: that it does not is a note.
    """
    report = Report()
    headers = {"user-agent": USER_AGENT}
    async with httpx.AsyncClient(
        base_url=origin, headers=headers, timeout=TIMEOUT, transport=transport
    ) as client:
        asker = Asker(client, report, static)
        release = await asker.release()
        if release is not None:
            report.release = release.id
            await asker.everything(release)
    report.problems.sort()
    return report


class Asker:
    """Asks one site and takes note of what is wrong."""

    def __init__(self, client: httpx.AsyncClient, report: Report, static: bool) -> None:
        self.client = client
        self.report = report
        self.static = static
        self.turn = asyncio.Semaphore(AT_ONCE)

    async def get(
        self, address: str, headers: Mapping[str, str] | None = None
    ) -> httpx.Response | None:
        """The answer, without following it elsewhere; None, and a problem, where there is none."""
        async with self.turn:
            self.report.asked += 1
            try:
                return await self.client.get(address, headers=headers)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                reason = str(error) or type(error).__name__
                self.report.add(address, f"no answer: {reason}", "see that the site is up")
                return None

    async def release(self) -> Release | None:
        """release.json, if there is one to go on with."""
        address = "/release.json"
        response = await self.get(address)
        if response is None:
            return None
        if response.status_code != 200:
            told = f"status {response.status_code}"
            self.report.add(address, told, 'upload the folder that "livret build" writes')
            return None
        self.revalidated(address, response)
        try:
            return parse_release(json.loads(response.content))
        except MALFORMED as error:
            self.report.add(address, wrong_shape(error), "upload it again, as it was built")
            return None

    async def everything(self, release: Release) -> None:
        """All other addresses, side by side."""
        async with asyncio.TaskGroup() as group:
            for file in release.files:
                group.create_task(self.file(file.path, file.sha256, file.type))
            for language in release.languages:
                group.create_task(self.page(f"/{language.code}/", language.code))
                group.create_task(self.unknown(language.code))
                group.create_task(self.manifest(language.code))
            group.create_task(self.home(release))
            group.create_task(self.worker())
            group.create_task(self.missing_file())

    async def file(self, path: str, digest: str, content_type: str) -> None:
        """A file of the release: its bytes, its type, and that it may be kept for good."""
        response = await self.get(path)
        if response is None or not self.has_status(path, response, 200, "upload this file"):
            return
        if sha256(response.content) != digest:
            self.report.add(
                path,
                "its bytes are not those of the release",
                "upload it again; have nothing on the way rewrite or compress it anew",
            )
        self.is_of_type(path, response, content_type)
        kept = response.headers.get("cache-control", "")
        if "immutable" not in kept or max_age(kept) < 30 * DAY:
            self.report.add(
                path,
                f"cache-control is {kept!r}",
                'send "public, max-age=31536000, immutable" for /packs/ and /assets/',
            )
        self.is_guarded(path, response)

    async def page(self, address: str, code: str) -> None:
        """The start page of a language: readable, guarded by its policy, asked about each time."""
        response = await self.get(address)
        if response is None or not self.has_status(address, response, 200, "upload this page"):
            return
        self.is_of_type(address, response, "text/html; charset=utf-8")
        if f'data-code="{code}"' not in response.text[:2000]:
            told = f"this is no page of the guide in the language {code!r}"
            self.report.add(address, told, "have nothing on the way answer in its place")
        policy = response.headers.get("content-security-policy", "")
        if "default-src 'none'" not in policy or "unsafe" in policy:
            told = f"content-security-policy is {policy!r}"
            self.report.add(address, told, "send the headers that the first line of a pack names")
        self.is_guarded(address, response)
        self.revalidated(address, response)
        await self.is_not_sent_twice(address, response)

    async def is_not_sent_twice(self, address: str, response: httpx.Response) -> None:
        """Whoever has a page already is told so in a few bytes."""
        etag = response.headers.get("etag")
        if etag is None:
            self.report.add(address, "it has no etag", "have the host send one")
            return
        again = await self.get(address, {"if-none-match": etag})
        if again is not None and again.status_code != 304:
            told = f"status {again.status_code} to somebody who has it already"
            self.report.add(address, told, "answer 304 when if-none-match holds the etag")

    async def unknown(self, code: str) -> None:
        """An address that is not there says so, in the language of the address."""
        address = f"/{code}/no/such/page/"
        response = await self.get(address)
        remedy = f"answer with /{code}/404.html and status 404"
        if (
            response is not None
            and self.has_status(address, response, 404, remedy)
            and f'data-code="{code}"' not in response.text[:2000]
        ):
            self.report.add(address, "not the page that says so in this language", remedy)

    async def manifest(self, code: str) -> None:
        address = f"/{code}/manifest.webmanifest"
        response = await self.get(address)
        if response is not None and self.has_status(address, response, 200, "upload this file"):
            self.is_of_type(address, response, "application/manifest+json")

    async def home(self, release: Release) -> None:
        """The first address leads each reader to a language that suits; on a static host, all
        to the same one, or it is itself a page in that language."""
        by_tag = {language.tag: language.code for language in release.languages}
        tags = sorted(by_tag, key=lambda tag: by_tag[tag] != release.source)
        led: dict[str, str] = {}
        for asked in (*tags, NOBODYS_LANGUAGE):
            response = await self.get("/", {"accept-language": asked})
            if response is None:
                return
            if self.static and shows_a_page(response, by_tag.values()):
                self.report.notes.append("/: a page in one language, and no choice of one")
                return
            if response.status_code not in (301, 302, 303, 307, 308):
                told = f"status {response.status_code} and no redirection to a language"
                self.report.add("/", told, f"redirect to /{release.source}/")
                return
            led[asked] = httpx.URL(response.headers.get("location", "")).path
            if len(set(led.values())) > 1 and "accept-language" not in varies(response):
                told = "vary does not name Accept-Language"
                self.report.add("/", told, "add it, or a cache sends all readers to one language")
        if len(set(led.values())) == 1 and led[tags[0]].strip("/") in by_tag.values():
            self.same_for_all(led[tags[0]], len(tags))
            return
        for asked, path in led.items():
            wanted = f"/{by_tag[best_language(asked, tags)]}/"
            if path != wanted:
                told = f"a reader of {asked!r} is led to {path or 'nowhere'}"
                self.report.add("/", told, f"redirect to {wanted}")

    def same_for_all(self, path: str, languages: int) -> None:
        """The first address leads to one language only, which is all that some hosts can do."""
        told = f"all readers are led to {path}, whatever language they read"
        if self.static:
            self.report.notes.append(f"/: {told}")
        elif languages > 1:
            self.report.add("/", told, "choose by Accept-Language, or say --static")

    async def worker(self) -> None:
        """The worker, whose address never changes: a kept copy would end all updates."""
        response = await self.get("/sw.js")
        if response is not None and self.has_status("/sw.js", response, 200, "upload this file"):
            self.is_of_type("/sw.js", response, "text/javascript")
            self.revalidated("/sw.js", response)

    async def missing_file(self) -> None:
        """A file that is gone must be missing, or phones would take a page for it."""
        response = await self.get(MISSING)
        if response is None:
            return
        remedy = "answer plain 404 for what is not in /packs/ and /assets/"
        if self.has_status(MISSING, response, 404, remedy):
            kept = response.headers.get("cache-control", "")
            if "text/html" in response.headers.get("content-type", ""):
                self.report.add(MISSING, "the answer is a page", remedy)
            if "immutable" in kept or max_age(kept) > DAY:
                told = f"cache-control is {kept!r} for a file that may come"
                self.report.add(MISSING, told, 'send "no-store" with status 404')

    # --- What holds for many addresses ---

    def has_status(self, address: str, response: httpx.Response, status: int, remedy: str) -> bool:
        if response.status_code != status:
            self.report.add(address, f"status {response.status_code} and not {status}", remedy)
        return response.status_code == status

    def is_of_type(self, address: str, response: httpx.Response, wanted: str) -> None:
        """The media type, and for text the charset; no host knows `.ndjson` by itself."""
        found = response.headers.get("content-type", "")
        same = found.partition(";")[0].strip().lower() == wanted.partition(";")[0]
        if not same and not address.endswith(".ndjson"):
            self.report.add(address, f"content-type is {found!r}", f"send {wanted!r}")

    def is_guarded(self, address: str, response: httpx.Response) -> None:
        if response.headers.get("x-content-type-options", "").lower() != "nosniff":
            told = "x-content-type-options is missing"
            self.report.add(address, told, 'send "nosniff" with every answer')

    def revalidated(self, address: str, response: httpx.Response) -> None:
        kept = response.headers.get("cache-control", "")
        if not {"no-cache", "no-store"} & set(parts(kept)):
            told = f"cache-control is {kept!r}"
            self.report.add(address, told, 'send "no-cache", or updates come late or never')


def shows_a_page(response: httpx.Response, codes: Iterable[str]) -> bool:
    """Whether the answer is a page of the guide, in whichever language."""
    beginning = response.text[:2000]
    return response.status_code == 200 and any(f'data-code="{code}"' in beginning for code in codes)


def varies(response: httpx.Response) -> str:
    found: str = response.headers.get("vary", "")
    return found.lower()


def parts(cache_control: str) -> Iterable[str]:
    return [part.strip().lower() for part in cache_control.split(",")]


def max_age(cache_control: str) -> int:
    """Seconds for which an answer may be used unasked; 0 where nothing is said."""
    for part in parts(cache_control):
        name, _, value = part.partition("=")
        if name == "max-age" and value.isdigit():
            return int(value)
    return 0
