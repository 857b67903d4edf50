"""The feed of one language: its answers by the day of their check, the newest first."""

from __future__ import annotations

from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from livret.listed import Listed, Listing

# Who subscribes wants what is new; the sitemap has the rest.
NEWEST = 100


def feed_address(code: str) -> str:
    return f"/{code}/changes.atom"


def feed(origin: str, listing: Listing) -> bytes:
    """An Atom feed (RFC 4287); `origin` is scheme and host, no slash.

    An answer's address is its id, since it never changes, and the day of its check is when it was
    last updated: an editor who changes an answer compares it with its sources that day.
    """
    answers = sorted(
        (page for page in listing.pages if page.checked), key=lambda page: page.address
    )
    newest = sorted(answers, key=lambda page: page.checked, reverse=True)[:NEWEST]
    own = origin + feed_address(listing.code)
    home = f"{origin}/{listing.code}/"
    updated = newest[0].checked if newest else "1970-01-01"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(listing.tag)}>\n'
        f"<id>{escape(own)}</id>\n"
        f"<title>{escape(listing.name)}</title>\n"
        f"<subtitle>{escape(listing.description)}</subtitle>\n"
        f"<updated>{_moment(updated)}</updated>\n"
        f"<author><name>{escape(listing.name)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(home)}/>\n'
        f"{''.join(_entry(origin, page) for page in newest)}"
        "</feed>\n"
    ).encode()


def _entry(origin: str, page: Listed) -> str:
    address = origin + quote(page.address)
    return (
        f"<entry><id>{escape(address)}</id>"
        f"<title>{escape(page.title)}</title>"
        f"<updated>{_moment(page.checked)}</updated>"
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>'
        f"<summary>{escape(page.description)}</summary></entry>\n"
    )


def _moment(day: str) -> str:
    """A day as Atom's date and time (RFC 3339); nobody notes at which hour an answer is checked."""
    return f"{day}T00:00:00Z"
