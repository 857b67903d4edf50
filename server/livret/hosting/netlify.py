"""`_headers` and `_redirects`, which Netlify and Cloudflare Pages read.

https://docs.netlify.com/manage/routing/headers/ and
https://developers.cloudflare.com/pages/configuration/headers/: all rules that match an address
count, and a field that two of them name is sent with both values. So no two name the same one.
"""

from __future__ import annotations

from livret.hosting.hosted import ALWAYS, AT_THE_ROOT, KEPT_FOR_GOOD, Hosted
from livret.policy import HTTPS_ONLY, IMMUTABLE, REVALIDATE


def headers(hosted: Hosted) -> str:
    cached = "Cache-Control"
    rules = [("/*", [*ALWAYS, ("Strict-Transport-Security", HTTPS_ONLY)])]
    for code, tag in hosted.languages:
        own = [("Content-Security-Policy", hosted.policy), ("Content-Language", tag)]
        rules.append((f"/{code}/*", [*own, (cached, REVALIDATE)]))
    rules += [(f"/{folder}/*", [(cached, IMMUTABLE)]) for folder in KEPT_FOR_GOOD]
    rules += [(f"/{name}", [(cached, REVALIDATE)]) for name in AT_THE_ROOT]
    return "\n".join(
        "\n".join([pattern, *(f"  {name}: {value}" for name, value in fields)]) + "\n"
        for pattern, fields in rules
    )


def redirects(hosted: Hosted) -> str:
    """Cloudflare Pages knows neither `Language=` nor the status 404 and passes such lines over."""
    lines = ["# Netlify leads readers to their language, Cloudflare Pages to the guide's own."]
    lines += [f"/ /{code}/ 302 Language={subtag}" for code, subtag in hosted.others]
    lines += [f"/go/* /{code}/:splat 302 Language={subtag}" for code, subtag in hosted.others]
    lines += [f"/ /{hosted.source}/ 302", f"/go/* /{hosted.source}/:splat 302"]
    lines += [f"/{code}/* /{code}/404.html 404" for code, _ in hosted.languages]
    return "\n".join(lines) + "\n"
