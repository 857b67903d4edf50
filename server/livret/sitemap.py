"""What search engines ask a site for: the list of its pages and where to find that list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from livret.listed import Listing


def sitemap(origin: str, source: str, listings: Sequence[Listing]) -> bytes:
    """A sitemap (sitemaps.org, version 0.9) of all pages; `origin` is scheme and host, no slash.

    Each page comes with its other languages, as search engines take them instead of links in the
    page (https://developers.google.com/search/docs/specialty/international/localized-versions).
    Who reads none of them is led to `source`, the code of the language the guide is written in.
    """
    places = "".join(_places(origin, source, listings))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{places}</urlset>\n"
    ).encode()


def _places(origin: str, source: str, listings: Sequence[Listing]) -> Iterator[str]:
    others: dict[str, list[tuple[str, str]]] = {}
    for listing in listings:
        for page in listing.pages:
            alike = others.setdefault(page.rest, [])
            alike.append((listing.tag, origin + quote(page.address)))
            if listing.code == source:
                alike.append(("x-default", origin + quote(page.address)))
    links = {
        rest: "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href={quoteattr(address)}/>'
            for tag, address in alike
        )
        for rest, alike in others.items()
    }
    for listing in listings:
        for page in listing.pages:
            day = f"<lastmod>{page.checked}</lastmod>" if page.checked else ""
            place = escape(origin + quote(page.address))
            yield f"<url><loc>{place}</loc>{day}{links[page.rest]}</url>\n"


def robots(origin: str) -> bytes:
    """A robots.txt (RFC 9309) that lets everything be read and names the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {origin}/sitemap.xml\n".encode()
