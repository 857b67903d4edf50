"""The reverse proxies of deploy/, run as they stand there, in front of the real service."""

from __future__ import annotations

from pathlib import Path

import pytest

from example import Server
from livret.command import main
from web_servers import Configure, caddy, nginx, running, site_of


@pytest.mark.parametrize(
    ("configure", "name"), [(nginx, "nginx.conf"), (caddy, "Caddyfile")], ids=["nginx", "caddy"]
)
def test_a_deploy_behind_the_documented_proxy_is_whole(
    shared_server: Server, tmp_path: Path, configure: Configure, name: str
) -> None:
    site = site_of(name, {"127.0.0.1:8000": f"127.0.0.1:{shared_server.port}"})
    with running(configure, site, tmp_path) as origin:
        assert main(["verify", origin]) == 0
