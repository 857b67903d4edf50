"""What a page may do in the browser, and how long answers are kept: the headers that say so."""

from __future__ import annotations

import base64
import hashlib

# Every page and file carries these, whatever it is (https://developer.mozilla.org/docs/Web/HTTP/Headers).
HARDENING = {
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
# Beside what a pack names for its pages; this is for what is not asked for by a page of the guide.
EVERYWHERE = {**HARDENING, "cross-origin-resource-policy": "same-origin"}
# JSON is read by programs: what the others say of documents says nothing of it.
JSON = "application/json"
FOR_JSON = {
    name: EVERYWHERE[name] for name in ("x-content-type-options", "cross-origin-resource-policy")
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


def hash_source(text: str) -> str:
    """What allows an inline element with exactly this text."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
