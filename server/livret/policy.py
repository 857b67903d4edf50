"""What a page may do in the browser, and how long answers are kept: the headers that say so."""

from __future__ import annotations

import base64
import hashlib

# Of pages, and of whatever a browser may show as one (https://developer.mozilla.org/docs/Web/HTTP/Headers).
HARDENING = {
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
# Beside what a pack names for its pages; this is for what is not asked for by a page of the guide.
EVERYWHERE = {**HARDENING, "cross-origin-resource-policy": "same-origin"}
# Files that no browser opens as a document are asked for their bytes alone; JSON is opened as no
# more than its text. A script may be that of
# a worker, whose own requests follow what is said with it.
_OF_FILES = ("x-content-type-options", "cross-origin-resource-policy")
_BY_TYPE = {
    "text/javascript": (*_OF_FILES, "referrer-policy"),
    "image/png": _OF_FILES,
    "image/webp": _OF_FILES,
    "application/x-ndjson": _OF_FILES,
    "application/json": _OF_FILES,
}
HTTPS_ONLY = "max-age=31536000"
# How long an answer may be used unasked: files named by their content, what changes, what is
# for one reader or may be there tomorrow.
IMMUTABLE = "public, max-age=31536000, immutable"
REVALIDATE = "no-cache"
NEVER_KEPT = "no-store"


def page_headers(style: str, first: str) -> dict[str, str]:
    """The HTTP fields of every page that carries `style` in its one style element.

    Scripts and requests stay within the origin; styles, and the script `first` that runs before a
    page is shown, only by the hash of what is inlined (CSP 3, https://www.w3.org/TR/CSP3/); no
    script text becomes code but through the policy named "livret" (Trusted Types).
    """
    directives = {
        "default-src": "'none'",
        "script-src": f"'self' {hash_source(first)}",
        "style-src": hash_source(style),
        "img-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "livret",
    }
    policy = "; ".join(f"{name} {value}" for name, value in directives.items())
    return {"content-security-policy": policy, **HARDENING}


def hardening(content_type: str) -> dict[str, str]:
    """The HTTP fields that an answer of this Content-Type carries beside its own."""
    names = _BY_TYPE.get(content_type.partition(";")[0], EVERYWHERE)
    return {name: EVERYWHERE[name] for name in names}


def hash_source(text: str) -> str:
    """What allows an inline element with exactly this text."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
