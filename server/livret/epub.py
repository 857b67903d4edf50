"""An EPUB 3.3 publication as one file (https://www.w3.org/TR/epub-33/)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

MIMETYPE = b"application/epub+zip"
# The earliest moment that ZIP can hold: the same book has the same bytes whenever it is made.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
# What the publication can promise to everybody who reads it (EPUB Accessibility 1.1, section 2.2).
_ACCESSIBILITY = (
    ("accessMode", "textual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityHazard", "none"),
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document of the book: file name, title for the contents, XHTML, and what is within it."""

    file: str
    title: str
    body: bytes
    inner: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """All that a publication is made of; `identifier` is a URI, `modified` an ISO date."""

    identifier: str
    title: str
    tag: str
    direction: str
    publisher: str
    description: str
    modified: str
    chapters: Sequence[Chapter]
    contents: bytes
    style: bytes
    cover: bytes


def in_order(chapters: Sequence[Chapter]) -> Iterator[Chapter]:
    """All chapters as they are read."""
    for chapter in chapters:
        yield chapter
        yield from in_order(chapter.inner)


def epub(book: Book) -> bytes:
    """The publication. The same book gives the same bytes."""
    files = {
        "META-INF/container.xml": _CONTAINER,
        "book/package.opf": package(book).encode(),
        "book/contents.xhtml": book.contents,
        "book/book.css": book.style,
        "book/cover.png": book.cover,
        **{f"book/{chapter.file}": chapter.body for chapter in in_order(book.chapters)},
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        # First and not compressed, so that the type stands at a known place (OCF, 4.3).
        archive.writestr(zipfile.ZipInfo("mimetype", _MOMENT), MIMETYPE)
        for name, body in files.items():
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), body, zipfile.ZIP_DEFLATED, 9)
    return written.getvalue()


def package(book: Book) -> str:
    """The package document: metadata, every file, and the order to read them in."""
    chapters = list(in_order(book.chapters))
    items = [
        '<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml"'
        ' properties="nav"/>',
        '<item id="style" href="book.css" media-type="text/css"/>',
        '<item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>',
    ]
    items += [
        f'<item id="chapter-{number}" href={quoteattr(chapter.file)}'
        ' media-type="application/xhtml+xml"/>'
        for number, chapter in enumerate(chapters)
    ]
    order = [f'<itemref idref="chapter-{number}"/>' for number in range(len(chapters))]
    # The contents follow the title page.
    order.insert(1, '<itemref idref="contents"/>')
    promises = "\n".join(
        f'<meta property="schema:{name}">{value}</meta>' for name, value in _ACCESSIBILITY
    )
    lines = "\n".join
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"
 xml:lang={quoteattr(book.tag)} dir="{book.direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{escape(book.identifier)}</dc:identifier>
<dc:title>{escape(book.title)}</dc:title>
<dc:language>{escape(book.tag)}</dc:language>
<dc:publisher>{escape(book.publisher)}</dc:publisher>
<dc:description>{escape(book.description)}</dc:description>
<dc:date>{book.modified}</dc:date>
<meta property="dcterms:modified">{book.modified}T00:00:00Z</meta>
{promises}
</metadata>
<manifest>
{lines(items)}
</manifest>
<spine page-progression-direction="{book.direction}">
{lines(order)}
</spine>
</package>
"""
