"""What Caddy imports in a site whose root is the published folder."""

from __future__ import annotations

from collections.abc import Iterable

from livret.hosting.hosted import ALWAYS, KEPT_FOR_GOOD, Hosted
from livret.policy import HTTPS_ONLY, IMMUTABLE, NEVER_KEPT, REVALIDATE

Fields = Iterable[tuple[str, str]]


def caddy(hosted: Hosted) -> str:
    kept = " ".join(f"/{folder}/*" for folder in KEPT_FOR_GOOD)
    parts = [
        '# Written by "livret build" anew for each release; reload Caddy after it.\n',
        "encode zstd gzip\n",
        header("", ALWAYS),
        f"@https protocol https\n{header('@https', [('Strict-Transport-Security', HTTPS_ONLY)])}",
        f"@kept path {kept}\n{header('@kept', [('Cache-Control', IMMUTABLE)])}",
        f"@asked not path {kept} / /go/*\n{header('@asked', [('Cache-Control', REVALIDATE)])}",
        "@entrance path / /go/*\n",
        header("@entrance", [("Cache-Control", NEVER_KEPT), ("Vary", "Accept-Language")]),
        "@manifest path *.webmanifest\n",
        header("@manifest", [("Content-Type", "application/manifest+json")]),
        "@feed path *.atom\n",
        header("@feed", [("Content-Type", "application/atom+xml")]),
        "@hidden path /_* /.hosting/* *.htaccess\nerror @hidden 404\n",
    ]
    for code, tag in hosted.languages:
        own = [("Content-Security-Policy", hosted.policy), ("Content-Language", tag)]
        parts.append(f"@in_{code} path /{code}/*\n{header(f'@in_{code}', own)}")
    parts += [choice(code, subtag) for code, subtag in hosted.others]
    parts += [choice(hosted.source, ""), "file_server\n", errors(hosted, kept)]
    return "".join(parts)


def header(matcher: str, fields: Fields) -> str:
    inner = "".join(f'\t{name} "{value}"\n' for name, value in fields)
    return f"header {matcher}{' ' if matcher else ''}{{\n{inner}}}\n"


def choice(code: str, subtag: str) -> str:
    """The way from `/` and `/go/` to a language; without `subtag` for whoever is left."""
    asks = f"\theader_regexp Accept-Language (?i)^{subtag}\\b\n" if subtag else ""
    return (
        f"@home_{code} {{\n\tpath /\n{asks}}}\nredir @home_{code} /{code}/ 302\n"
        f"@go_{code} {{\n\tpath_regexp go ^/go/(.*?)/?$\n{asks}}}\n"
        f"redir @go_{code} /{code}/{{re.go.1}}/ 302\n"
    )


def errors(hosted: Hosted, kept: str) -> str:
    """What is not there: a plain answer to programs, to people a page in their language."""
    codes = [code for code, _ in hosted.languages]
    pages = "".join(
        f"\thandle /{code}/* {{\n\t\trewrite * /{code}/404.html\n\t\tfile_server\n\t}}\n"
        for code in codes
    )
    return (
        f"handle_errors {{\n\t@files path {kept}\n\thandle @files {{\n\t\theader Cache-Control "
        f'"{NEVER_KEPT}"\n\t\trespond "Not Found" 404\n\t}}\n{pages}'
        f"\thandle {{\n\t\trewrite * /{hosted.source}/404.html\n\t\tfile_server\n\t}}\n}}\n"
    )
