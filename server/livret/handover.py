"""The listening socket when it comes from elsewhere, and when it goes on to a successor.

systemd may hold it and pass it on (sd_listen_fds(3)); a running service passes it to the process
that takes its place. Either way it stays open all the time: who connects meanwhile waits in the
kernel's queue and is answered.
"""

from __future__ import annotations

import asyncio
import errno
import fcntl
import os
import re
import signal
import socket
import sys
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from dataclasses import dataclass

from livret.listen import CannotListen

# sd_listen_fds(3): SD_LISTEN_FDS_START.
FIRST_PASSED = 3
# Says to a successor that it is one: it finds the socket and a pipe where FIRST_PASSED says.
HANDED_OVER = "HANDED_OVER"
# A successor reads and checks the whole release before it answers: seconds for the largest.
START_SECONDS = 120.0


class NoSuccessor(Exception):
    """The successor does not answer; says why. Nothing has changed."""


@dataclass(slots=True)
class Inheritance:
    """What was passed on to this process: the socket, and the pipe to whom it takes over from."""

    listening: socket.socket | None = None
    waiting: int | None = None

    def tell(self) -> None:
        """Say that requests are answered now: to the predecessor, which then goes; to systemd."""
        if self.waiting is not None:
            with suppress(BrokenPipeError):  # it was killed meanwhile: then there is no one to tell
                os.write(self.waiting, b"1")
            os.close(self.waiting)
            self.waiting = None
        notify(os.environ, "READY=1")


def inherit(environment: MutableMapping[str, str]) -> Inheritance:
    """What was passed on to this process, if anything; raises `CannotListen`.

    The variables that say so are taken away: they are not meant for processes that this one starts.
    """
    handed_over = environment.pop(HANDED_OVER, None)
    passed = {name: environment.pop(name, "") for name in ("LISTEN_PID", "LISTEN_FDS")}
    environment.pop("LISTEN_FDNAMES", None)
    if handed_over is not None:
        waiting = FIRST_PASSED + 1
        os.set_inheritable(waiting, False)
        return Inheritance(passed_socket(), waiting)
    if passed["LISTEN_PID"] != str(os.getpid()):
        return Inheritance()
    if passed["LISTEN_FDS"] != "1":
        raise CannotListen(
            f"systemd passes {passed['LISTEN_FDS']} sockets; "
            "leave one ListenStream= in the socket unit"
        )
    return Inheritance(passed_socket())


def passed_socket() -> socket.socket:
    """The first passed descriptor as a listening TCP socket; raises `CannotListen`."""
    try:
        found = socket.socket(fileno=FIRST_PASSED)
        listens = found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
    except OSError as error:
        raise CannotListen(
            f"the socket that was passed cannot be used: {error.strerror}"
        ) from error
    if not listens or found.family not in (socket.AF_INET, socket.AF_INET6):
        found.close()
        raise CannotListen(
            "the socket that was passed does not listen for TCP; "
            "give address and port in the socket unit, as ListenStream=127.0.0.1:8000"
        )
    found.set_inheritable(False)
    return found


async def start_successor(listening: socket.socket) -> int:
    """Start this program again on the same socket, wait until it answers, give its process id.

    It is the program as it is installed now, with the options of this one. Raises `NoSuccessor`.
    """
    reading, writing = os.pipe()
    try:
        child = spawn(listening, writing)
    except OSError as error:
        os.close(reading)
        raise NoSuccessor(f"{sys.executable}: {error.strerror}") from error
    finally:
        os.close(writing)
    try:
        answers = await asyncio.wait_for(has_said_so(reading), START_SECONDS)
    except TimeoutError:
        os.kill(child, signal.SIGKILL)
        raise NoSuccessor(f"the successor did not answer within {START_SECONDS:.0f} s") from None
    except asyncio.CancelledError:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(reading)
    if not answers:
        raise NoSuccessor("the successor ended before it answered")
    notify(os.environ, f"MAINPID={child}")
    return child


# Starts the program of its arguments, writes its process id, and is gone: what it started is then a
# child of systemd. A main process that is none is killed by a stop without being asked to stop.
RELAY = """
import os, sys
os.set_inheritable(5, False)
os.write(5, b"%d" % os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ))
"""


def spawn(listening: socket.socket, writing: int) -> int:
    """The process id of this program, started again with the two descriptors; raises `OSError`."""
    told, telling = os.pipe()
    passed = (listening.fileno(), writing, telling)
    # High copies, so that none of them lies where another one is to be put.
    copies = [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10) for fd in passed]
    os.close(telling)
    try:
        relay = os.posix_spawn(
            sys.executable,
            [sys.executable, "-I", "-S", "-c", RELAY, sys.executable, *sys.orig_argv[1:]],
            {**os.environ, HANDED_OVER: "1"},
            file_actions=[
                (os.POSIX_SPAWN_DUP2, copy, place)
                for place, copy in enumerate(copies, FIRST_PASSED)
            ],
        )
    except OSError:
        os.close(told)
        raise
    finally:
        for copy in copies:
            os.close(copy)
    with open(told, "rb") as pipe:
        child = pipe.read()
    os.waitpid(relay, 0)
    if not child:
        raise ChildProcessError(errno.ECHILD, "could not be started")
    return int(child)


async def has_said_so(reading: int) -> bool:
    """Whether a byte comes through a pipe before it ends, as it does with the other process."""
    loop = asyncio.get_running_loop()
    readable = asyncio.Event()
    loop.add_reader(reading, readable.set)
    try:
        await readable.wait()
    finally:
        loop.remove_reader(reading)
    return bool(os.read(reading, 1))


def notify(environment: Mapping[str, str], state: str) -> None:
    """Tell systemd, where it listens (sd_notify(3)); it goes on without when it does not."""
    address = environment.get("NOTIFY_SOCKET", "")
    if address.startswith(("/", "@")):
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as telling, suppress(OSError):
            telling.sendto(state.encode(), re.sub("^@", "\0", address))
