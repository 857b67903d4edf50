"""What nginx includes in a server block whose root is the published folder.

https://nginx.org/en/docs/http/ngx_http_headers_module.html: a location with an `add_header` of its
own inherits none, so each names all of its fields.
"""

from __future__ import annotations

from collections.abc import Iterable

from livret.hosting.hosted import ALWAYS, KEPT_FOR_GOOD, Hosted
from livret.policy import HTTPS_ONLY, IMMUTABLE, NEVER_KEPT, REVALIDATE

Fields = Iterable[tuple[str, str]]

BEGINNING = f"""\
# Written by "livret build" anew for each release; reload nginx after it.
types {{
    text/html html; text/javascript js; text/plain txt; image/png png; image/svg+xml svg;
    application/json json; application/x-ndjson ndjson; application/manifest+json webmanifest;
    application/xml xml; application/atom+xml atom;
}}
charset utf-8;
charset_types text/javascript text/plain;
gzip on;
gzip_vary on;
gzip_types text/javascript application/json application/x-ndjson application/manifest+json
    application/xml application/atom+xml image/svg+xml;
index index.html;
absolute_redirect off;
set $livret_https "";
if ($https) {{ set $livret_https "{HTTPS_ONLY}"; }}
"""


def nginx(hosted: Hosted) -> str:
    parts = [BEGINNING, f"set $livret_language {hosted.source};\n"]
    for code, subtag in hosted.others:
        choice = f'if ($http_accept_language ~* "^{subtag}\\b") {{ set $livret_language {code}; }}'
        parts.append(f"{choice}\n")
    chosen = [("Cache-Control", NEVER_KEPT), ("Vary", "Accept-Language")]
    parts += [
        location("= /", chosen, "return 302 /$livret_language/;"),
        location("/go/", chosen, "rewrite ^/go/(.*?)/?$ /$livret_language/$1/ redirect;"),
        "location ~ (^/_|/\\.(?!well-known/)) { return 404; }\n",
    ]
    kept = f'add_header Cache-Control "{IMMUTABLE}";'
    for folder in KEPT_FOR_GOOD:
        parts.append(location(f"/{folder}/", [], kept, "error_page 404 = @missing;"))
    gone = ("default_type text/plain;", 'return 404 "Not Found\\n";')
    parts.append(location("@missing", [("Cache-Control", NEVER_KEPT)], *gone))
    asked = ("Cache-Control", REVALIDATE)
    for code, tag in hosted.languages:
        own = [asked, ("Content-Security-Policy", hosted.policy), ("Content-Language", tag)]
        parts.append(location(f"/{code}/", own, f"error_page 404 /{code}/404.html;"))
    parts.append(location("/", [asked], f"error_page 404 /{hosted.source}/404.html;"))
    return "".join(parts)


def location(where: str, fields: Fields, *lines: str) -> str:
    always = [*ALWAYS, ("Strict-Transport-Security", "$livret_https"), *fields]
    told = [f'add_header {name} "{value}" always;' for name, value in always]
    inner = "".join(f"    {line}\n" for line in (*told, *lines))
    return f"location {where} {{\n{inner}}}\n"
