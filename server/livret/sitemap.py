"""What search engines ask a site for: the list of its pages and where to find that list."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape


def sitemap(origin: str, addresses: Iterable[str]) -> bytes:
    """A sitemap (sitemaps.org, version 0.9) of pages; `origin` is scheme and host, no slash."""
    places = "".join(
        f"<url><loc>{escape(origin + quote(address))}</loc></url>\n" for address in addresses
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{places}</urlset>\n"
    ).encode()


def robots(origin: str) -> bytes:
    """A robots.txt (RFC 9309) that lets everything be read and names the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {origin}/sitemap.xml\n".encode()
