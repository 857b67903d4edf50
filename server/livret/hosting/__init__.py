"""What hosts that serve a published folder by themselves are told: headers, redirections, 404s.

Each host has a form of its own; what is said comes from `policy` and is what the service says.
"""

from __future__ import annotations

from collections.abc import Iterator

from livret.hosting.apache import apache
from livret.hosting.caddy import caddy
from livret.hosting.hosted import Hosted
from livret.hosting.netlify import headers, redirects
from livret.hosting.nginx import nginx

__all__ = ["Hosted", "host_files"]


def host_files(hosted: Hosted) -> Iterator[tuple[str, bytes]]:
    """The files below a published folder that hosts read: path and bytes."""
    yield "_headers", headers(hosted).encode()
    yield "_redirects", redirects(hosted).encode()
    yield ".hosting/nginx.conf", nginx(hosted).encode()
    yield ".hosting/Caddyfile", caddy(hosted).encode()
    for path, text in apache(hosted):
        yield path, text.encode()
