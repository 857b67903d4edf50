"""The HTTP/1.1 server under the app: uvicorn, taught to stop without dropping a request."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
from asyncio import TimerHandle
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, cast

import uvicorn
from starlette.types import ASGIApp, Message, Scope
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

if TYPE_CHECKING:
    from uvicorn._types import ASGI3Application

# An idle connection of a stopping server stays open this long: a request that is on its way when
# the signal arrives is answered, and told "connection: close", instead of meeting a closed door.
LINGER_SECONDS = 1.0
# A client must have sent a request's head within this time and size. Phones need milliseconds; the
# limits are for those who hold connections open to use them up.
HEAD_SECONDS = 20.0
HEAD_BYTES = 32 * 1024
# Longer than what reverse proxies keep an idle connection for (60 seconds is common), so that it
# is the proxy that closes it and never sends a request into a closing one.
KEEP_ALIVE_SECONDS = 75


class Ready(Protocol):
    """An answer that can be sent as it is: its head without the fields of the server, its body."""

    @property
    def head(self) -> bytes: ...

    @property
    def body(self) -> Message: ...


# The answer to a request, where it is ready.
Find = Callable[[Scope], Ready | None]


class CannotListen(OSError):
    """The address cannot be listened on; says which, why, and what to do."""


class State(ServerState):
    """What the server tells its connections; `linger` in seconds, see LINGER_SECONDS."""

    stopping = False
    linger = 0.0
    find: Find | None = None


class Connection(HttpToolsProtocol):
    """One client's connection.

    uvicorn closes at once, on a stop, each connection with no answer under way: also those whose
    request is half received or just arriving. Here they may finish.
    """

    server_state: State
    head_deadline: TimerHandle | None = None
    # Of the head that is being received: whether there is one, and how much of it.
    head_begun = False
    head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.expect_head()

    def expect_head(self) -> None:
        self.head_deadline = self.loop.call_later(HEAD_SECONDS, self.transport.close)

    def head_received(self) -> None:
        self.head_begun = False
        if self.head_deadline is not None:
            self.head_deadline.cancel()
            self.head_deadline = None

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.head_begun = True
        self.head_bytes = 0

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        # Most heads arrive in one piece: only those that do not are measured.
        if self.head_begun and not self.transport.is_closing():
            if self.head_deadline is None:
                self.expect_head()
            self.head_bytes += len(data)
            if self.head_bytes > HEAD_BYTES:
                self.send_400_response("The head of the request is too large.")

    def eof_received(self) -> bool:  # type: ignore[override]
        """A client that has said all there is may close its side; true keeps ours open."""
        if self.answering:
            self.cycle.keep_alive = False  # the last of those that were asked for
            return True
        return False

    def on_headers_complete(self) -> None:
        self.head_received()
        super().on_headers_complete()
        if self.server_state.stopping:
            self.cycle.keep_alive = False

    def connection_lost(self, exc: Exception | None) -> None:
        self.head_received()
        super().connection_lost(exc)

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        """Answer a request: at once where the answer is ready, for a task costs as much again.

        Not while others wait in this connection, or what was sent is still to be taken: then in
        turn, as uvicorn has it.
        """
        find = self.server_state.find
        answer, scope = None, cast(Scope, cycle.scope)
        if find is not None and not self.pipeline and not self.flow.write_paused:
            with contextlib.suppress(Exception):  # the app meets it again, and says what it is
                answer = find(scope)
        if answer is None:
            super()._start_asgi_task(cycle, app)
            return
        if self.server_state.stopping:
            cycle.keep_alive = False
        fields = b"".join(b"%b: %b\r\n" % each for each in cycle.default_headers)
        end = b"\r\n" if cycle.keep_alive else b"connection: close\r\n\r\n"
        cycle.transport.writelines((answer.head, fields, end, answer.body["body"]))
        cycle.response_started = cycle.response_complete = True
        if not cycle.keep_alive:
            cycle.transport.close()
        cycle.on_response()

    @property
    def answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def shutdown(self) -> None:
        """Close after the answer under way, or after the next one if it begins soon."""
        if self.answering:
            super().shutdown()
        else:
            self.loop.call_later(self.server_state.linger, self.close_if_idle)

    def close_if_idle(self) -> None:
        # With some of a head received, its deadline is what ends the wait.
        if not self.answering and not self.head_begun:
            self.transport.close()


class Server(uvicorn.Server):
    """uvicorn's server with the signals of a service: SIGTERM and SIGINT stop, SIGHUP reloads."""

    def __init__(
        self,
        config: uvicorn.Config,
        on_start: Callable[[], None],
        on_stop: Callable[[], None],
        find: Find | None,
    ) -> None:
        super().__init__(config)
        self.server_state: State = State()
        self.server_state.find = find
        self.server_state.linger = LINGER_SECONDS
        self.on_start = on_start
        self.on_stop = on_stop

    def give_way(self) -> None:
        """Stop for a successor on the same socket, which answers already: there is no hurry."""
        self.server_state.linger = (self.config.timeout_graceful_shutdown or 0) / 2
        self.should_exit = True

    def connection(self) -> Connection:
        """The protocol of a connection that was not taken by uvicorn."""
        return Connection(self.config, self.server_state, self.lifespan.state)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Handle signals in the loop. uvicorn would end the process by the signal: an error."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.on_start()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.on_stop()
        self.server_state.stopping = True
        # What the kernel has accepted for us by now is ours to answer: closing the socket would
        # reset it. Nothing may come between taking it and closing, so the loop is not left.
        waiting = [*accepted(sockets or ())]
        for server in self.servers:
            server.close()
        loop = asyncio.get_running_loop()
        for each in waiting:
            await loop.connect_accepted_socket(self.connection, each)
        await asyncio.sleep(0.05)
        await super().shutdown(sockets)
        for connection in [*self.server_state.connections]:
            connection.transport.abort()  # its grace time is over
        await asyncio.sleep(0)


def accepted(listening: Iterable[socket.socket]) -> Iterator[socket.socket]:
    """The connections that wait for us in the kernel, on sockets that do not block."""
    for each in listening:
        with contextlib.suppress(OSError):  # nobody waits, or no more can be let in
            for _ in range(socket.SOMAXCONN):
                yield each.accept()[0]


def open_socket(host: str, port: int) -> socket.socket:
    """A listening socket; raises `CannotListen`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        # With dual stack "::" takes IPv4 as well, as its name in the settings says.
        dual = host == "::" and socket.has_dualstack_ipv6()
        return socket.create_server((host, port), family=family, dualstack_ipv6=dual)
    except OSError as error:
        raise CannotListen(
            f"cannot listen on {host} port {port}: {error.strerror}; choose another with --port"
        ) from error


def origin_of(listening: socket.socket) -> str:
    """The address to open in a browser."""
    host, port, *_ = listening.getsockname()
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def server_of(
    app: ASGIApp,
    *,
    grace: int,
    on_start: Callable[[], None],
    on_stop: Callable[[], None],
    find: Find | None = None,
) -> Server:
    """A server of an ASGI app; its `serve` ends when a signal said stop and all is finished.

    What `find` gives is sent without asking the app.
    """
    # Below this level uvicorn has a line for each probe of a port scanner, and further down lines
    # with the addresses of clients.
    logging.getLogger("uvicorn").setLevel(logging.ERROR)
    config = uvicorn.Config(
        app,
        http=Connection,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # answer.Guard believes what is needed, and from whom
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=grace,
    )
    return Server(config, on_start, on_stop, find)
