"""The HTTP service: what each address of docs/running.md answers, and the process around it."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import signal
import socket
import threading
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path, PurePath
from typing import Any

import uvloop
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from livret.answer import Guard, answer, joined, plain, redirect
from livret.direct import Direct, Find
from livret.handover import NoSuccessor, inherit, start_successor
from livret.listen import CannotListen, Server, open_socket, origin_of, server_of
from livret.log import begin_log
from livret.negotiate import best_language
from livret.outside import documents
from livret.policy import NEVER_KEPT, REVALIDATE
from livret.published import NotServable
from livret.resource import LISTING, Resource
from livret.settings import Networks, Settings
from livret.site import Site, SiteLanguage, load

logger = logging.getLogger("livret")

Run = Callable[[Settings], Coroutine[Any, Any, None]]

# RFC 3986 section 3.2.2, no wider than the names of real hosts.
HOST = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")
LISTING_TYPES = {
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
}
# Fetched by programs, for which a page that says "not found" would be a file of wrong content.
FOR_PROGRAMS = ("/packs/", "/assets/", "/sw.js", "/release.json")


class Service:
    """Answers requests from `site`, which `reload` replaces as a whole by a newer release.

    A request takes `site` once and keeps it until it is answered, so that it sees one release.
    `address` is the origin to name in absolute addresses; if empty, the request's own is used.
    """

    def __init__(self, folder: Path, site: Site, address: str = "") -> None:
        self.folder = folder
        self.site = site
        self.address = address
        self.stopping = threading.Event()
        self.prepared = False
        # Of one release and origin: a client that names ever other hosts fills no memory.
        self.listings: tuple[str, str, Mapping[str, Resource]] = ("", "", {})

    async def prepare(self) -> None:
        """Compress the release's files, so that no phone has to wait for it."""
        await asyncio.to_thread(self.site.prepare, self.stopping)
        self.prepared = True

    async def reload(self) -> None:
        """Read the folder again; a release that cannot be served changes nothing."""
        try:
            site = await asyncio.to_thread(load, self.folder, self.site)
            await asyncio.to_thread(site.prepare, self.stopping)
        except Exception as error:  # whatever it is, readers keep the release they have
            for line in (str(error) or repr(error)).splitlines():
                logger.error("%s", line)
            logger.error("reload failed; still serving release %s", self.site.release)
            return
        self.site = site
        logger.info("reloaded; serving release %s", site.release)

    def app(self, proxies: Networks = ()) -> Direct:
        """The ASGI application; `proxies` are believed when they say that a request is https."""
        endpoints = {
            "/": self.home,
            "/go/{target:path}": self.go,
            "/health": self.health,
            "/ready": self.ready,
            "/sitemap.xml": self.listing,
            "/robots.txt": self.listing,
            "/{code}/changes.atom": self.listing,
            "/{path:path}": self.resource,
        }
        routed = Starlette(
            routes=[Route(path, endpoint) for path, endpoint in endpoints.items()],
            middleware=[Middleware(Guard, proxies=proxies)],
            exception_handlers={HTTPException: self.unrouted},
        )
        return Direct(routed, lambda: self.site, proxies)

    async def home(self, request: Request) -> Response:
        """To the start page in the reader's language."""
        return in_language(request, negotiated(request, self.site), "/")

    async def go(self, request: Request) -> Response:
        """A link that names no language, to the same page in the reader's."""
        site = self.site
        language = negotiated(request, site)
        target = request.path_params["target"].rstrip("/")
        rest = f"/{target}/" if target else "/"
        if f"/{language.code}{rest}" in site.pages:
            return in_language(request, language, rest)
        return await unknown(request, site)

    async def health(self, request: Request) -> Response:
        """For load balancers and the person who has just deployed."""
        content = {"status": "ok", "release": self.site.release}
        return JSONResponse(content, headers={"cache-control": NEVER_KEPT})

    async def ready(self, request: Request) -> Response:
        """For load balancers: 503 while a phone would have to wait for a file to be compressed."""
        content = {
            "status": "ready" if self.prepared else "preparing",
            "release": self.site.release,
        }
        status = 200 if self.prepared else 503
        return JSONResponse(content, status, headers={"cache-control": NEVER_KEPT})

    async def listing(self, request: Request) -> Response:
        """sitemap.xml, robots.txt and feeds, which need whole addresses."""
        site, origin = self.site, self.address or own_origin(request)
        if origin is None:
            return plain(400, "The Host header is not a host name.")
        if self.listings[:2] != (site.release, origin):
            self.listings = (site.release, origin, listings(site, origin))
        found = self.listings[2].get(request.scope["path"])
        return await (answer(request, found) if found else unknown(request, site))

    async def resource(self, request: Request) -> Response:
        """Any other address: a page, a file of a release, or what says that there is none."""
        site, path = self.site, request.scope["path"]
        if (found := site.at(path, request.scope["query_string"])) is not None:
            dictionary = site.dictionary(found, request.headers.get("available-dictionary"))
            return await answer(request, found, dictionary=dictionary)
        if f"{path}/" in site.pages:
            query = request.scope["query_string"]
            return redirect(308, f"{path}/", query, {"cache-control": REVALIDATE})
        if path.startswith(FOR_PROGRAMS):
            return plain(404, "Not Found")
        return await unknown(request, site)

    async def unrouted(self, request: Request, error: Exception) -> Response:
        """What routing itself refuses: other methods, and paths with a line break in them."""
        if isinstance(error, HTTPException) and error.status_code == 405:
            return plain(405, "Method Not Allowed", {"allow": "GET, HEAD"})
        return await unknown(request, self.site)


def listings(site: Site, origin: str) -> dict[str, Resource]:
    """The documents that name whole addresses, each made when it is first asked for."""
    told = [language.listing() for language in site.languages]
    found = documents(origin, site.languages[0].code, told)
    return {
        path: Resource(LISTING_TYPES[PurePath(path).suffix], REVALIDATE, make, effort=LISTING)
        for path, make in found.items()
    }


async def unknown(request: Request, site: Site) -> Response:
    """The page that says there is none, in the language of the path, else in the reader's."""
    segment = request.scope["path"].strip("/").partition("/")[0].lower()
    for language in site.languages:
        if language.code == segment:
            return await answer(request, language.not_found, status=404)
    page = negotiated(request, site).not_found
    return await answer(request, page, status=404, vary="Accept-Encoding, Accept-Language")


def negotiated(request: Request, site: Site) -> SiteLanguage:
    """The language that suits the reader's Accept-Language; the guide's own if none does."""
    by_tag = {language.tag: language for language in site.languages}
    return by_tag[best_language(joined(request, "accept-language"), list(by_tag))]


def in_language(request: Request, language: SiteLanguage, rest: str) -> Response:
    """A redirection that holds for this reader alone."""
    headers = {"cache-control": NEVER_KEPT, "vary": "Accept-Language"}
    return redirect(307, f"/{language.code}{rest}", request.scope["query_string"], headers)


def own_origin(request: Request) -> str | None:
    """The origin that the request was sent to, or None if its Host header is no host name."""
    host = request.headers.get("host", "")
    return f"{request.scope['scheme']}://{host}" if HOST.fullmatch(host) else None


# --- The process ---


def serve(settings: Settings, live: Run | None = None) -> int:
    """Serve `settings.out` until told to stop; gives the exit status, 0 after a clean stop.

    `live` takes the place of that: it serves a guide while it is being written. SIGTERM and SIGINT
    stop, SIGHUP reads the folder again, SIGUSR2 has a new process take over. Nothing that tells who
    reads is logged.
    """
    begin_log(settings.log_level, settings.log_format)
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run((live or run)(settings))
    except (NotServable, CannotListen) as error:
        for line in str(error).splitlines():
            logger.error("%s", line)
        return 1
    except KeyboardInterrupt:  # before the server was up
        return 130
    return 0


async def run(settings: Settings) -> None:
    """Load, listen, follow the signals, stop."""
    # Set first: a deployment may ask for a reload while the first load is still going on.
    hangup, succession = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGHUP, hangup.set)
    loop.add_signal_handler(signal.SIGUSR2, succession.set)
    inheritance = inherit(os.environ)
    service = Service(
        settings.out, await asyncio.to_thread(load, settings.out), address=settings.address
    )
    listening = inheritance.listening or open_socket(settings.host, settings.port)

    def started() -> None:
        logger.info("serving release %s at %s", service.site.release, origin_of(listening))
        inheritance.tell()

    def stopping() -> None:
        service.stopping.set()
        for task in background:
            task.cancel()

    direct = service.app(settings.proxies)
    app: ASGIApp = direct
    find: Find = direct.find
    background = []
    if settings.metrics is not None:
        # Imported here: who does not count starts without the library.
        from livret.metrics import Metrics

        metrics = Metrics(lambda: service.site.release)
        app, find = metrics.count(app), metrics.count_found(find)
        background.append(asyncio.create_task(metrics.publish(settings.metrics)))
    server = server_of(app, grace=settings.grace, on_start=started, on_stop=stopping, find=find)
    background += [
        asyncio.create_task(service.prepare()),
        asyncio.create_task(follow(hangup, service)),
        asyncio.create_task(give_way(succession, service, server, listening)),
    ]
    await server.serve([listening])
    logger.info("stopped")


async def follow(hangup: asyncio.Event, service: Service) -> None:
    """Reload after each SIGHUP, one at a time; those that come meanwhile count as one more."""
    while True:
        await hangup.wait()
        hangup.clear()
        await service.reload()


async def give_way(
    succession: asyncio.Event, service: Service, server: Server, listening: socket.socket
) -> None:
    """After SIGUSR2 start a successor, and stop once it answers; if it does not, carry on."""
    while True:
        await succession.wait()
        succession.clear()
        try:
            successor = await start_successor(listening)
        except NoSuccessor as error:
            release = service.site.release
            logger.error("no hand-over: %s; still serving release %s", error, release)
        else:
            logger.info("process %d answers from now on", successor)
            server.give_way()
            return
