"""Escapes as MarkupSafe does, for the hundred thousand values of a build: as plain strings.

MarkupSafe makes an object of its own of each value, which takes longer than to escape it.
"""

from __future__ import annotations

from markupsafe import Markup, escape


def escaped(text: str) -> str:
    """What `markupsafe.escape` gives for a text, as a plain string."""
    return (
        text.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace('"', "&#34;")
    )


def written(value: object) -> str:
    """A value as it stands on a page: markup as it is, anything else escaped."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is str:
        return escaped(value)  # type: ignore[arg-type]
    return escape(value)
