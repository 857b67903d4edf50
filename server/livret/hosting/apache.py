"""`.htaccess` files, which Apache reads where `AllowOverride All` lets it.

Needed are mod_headers and mod_rewrite; mod_deflate is used where it is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from livret.hosting.hosted import ALWAYS, KEPT_FOR_GOOD, Hosted
from livret.policy import HTTPS_ONLY, IMMUTABLE, NEVER_KEPT, REVALIDATE

BEGINNING = """\
# Written by "livret build" anew for each release.
DirectoryIndex index.html
Options -Indexes -MultiViews
AddDefaultCharset utf-8
AddType text/javascript .js
AddType application/x-ndjson .ndjson
AddType application/manifest+json .webmanifest
AddType application/atom+xml .atom
AddCharset utf-8 .js
<IfModule mod_deflate.c>
AddOutputFilterByType DEFLATE text/html text/javascript application/json application/x-ndjson
AddOutputFilterByType DEFLATE application/manifest+json application/atom+xml image/svg+xml
# The ETag of a compressed answer ends so, and would not be known again.
RequestHeader edit If-None-Match "-gzip\\"" "\\""
</IfModule>
RewriteEngine On
RewriteRule ^(_|\\.hosting|\\.ht) - [R=404,L]
"""


def apache(hosted: Hosted) -> Iterator[tuple[str, str]]:
    """Path and text of each file: one for all, and one for each folder that differs."""
    yield ".htaccess", "".join([BEGINNING, *choices(hosted), everywhere(hosted)])
    kept = (
        f'Header set Cache-Control "{IMMUTABLE}"\nErrorDocument 404 "Not Found"\n'
        'Header always set Content-Type text/plain "expr=%{REQUEST_STATUS} == 404"\n'
    )
    for folder in KEPT_FOR_GOOD:
        yield f"{folder}/.htaccess", kept
    for code, tag in hosted.languages:
        own = [("Content-Security-Policy", hosted.policy), ("Content-Language", tag)]
        yield f"{code}/.htaccess", f"ErrorDocument 404 /{code}/404.html\n{always(own)}"


def choices(hosted: Hosted) -> Iterator[str]:
    """The ways from `/` and `/go/` to each language, the guide's own for whoever is left."""
    for code, subtag in (*hosted.others, (hosted.source, "")):
        for pattern, place in (("^$", f"/{code}/"), ("^go/(.*?)/?$", f"/{code}/$1/")):
            if subtag:
                yield f'RewriteCond %{{HTTP:Accept-Language}} "^{subtag}\\b" [NC]\n'
            yield f"RewriteRule {pattern} {place} [R=302,L]\n"


def everywhere(hosted: Hosted) -> str:
    entrance = "\"expr=%{REQUEST_URI} == '/' || %{REQUEST_URI} =~ m#^/go/#\""
    https = f'Strict-Transport-Security "{HTTPS_ONLY}" "expr=%{{HTTPS}} == \'on\'"'
    return (
        always(ALWAYS)
        + f"Header always set {https}\n"
        + f'Header set Cache-Control "{REVALIDATE}"\n'
        + f'Header always set Cache-Control "{NEVER_KEPT}" "expr=%{{REQUEST_STATUS}} >= 302"\n'
        + f'Header always set Vary "Accept-Language" {entrance}\n'
        + f"ErrorDocument 404 /{hosted.source}/404.html\n"
    )


def always(fields: Iterable[tuple[str, str]]) -> str:
    return "".join(f'Header always set {name} "{value}"\n' for name, value in fields)
