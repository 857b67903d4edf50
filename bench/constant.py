"""An ASGI app that answers the same to everything: what the server under it can do at most.

python bench/constant.py PORT FILE HEADERS STATUS: HEADERS is a JSON list of names and values.
"""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from pathlib import Path

import uvicorn
import uvloop
from uvicorn._types import ASGIReceiveCallable, ASGISendCallable, Scope


def main(port: str, file: str, headers: str, status: str) -> None:
    body = Path(file).read_bytes()
    start = {
        "type": "http.response.start",
        "status": int(status),
        "headers": [(name.encode(), value.encode()) for name, value in json.loads(headers)],
    }
    end = {"type": "http.response.body", "body": body}

    async def app(_: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        await send(start)
        await send(end)

    config = uvicorn.Config(
        app, http="httptools", ws="none", lifespan="off", log_config=None, access_log=False,
        server_header=False, proxy_headers=False,
    )  # fmt: skip
    listening = socket.create_server(("127.0.0.1", int(port)))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(uvicorn.Server(config).serve([listening]))


if __name__ == "__main__":
    main(*sys.argv[1:])
