"""Checks the guide's own sign, an SVG that browsers show as it is written.

As an icon no script in it runs; opened by itself it is a document of the guide's own origin. So
only what draws is allowed, and nothing that acts, loads or leads elsewhere.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.parsers import expat

from livret.model import Place
from livret.problem import Report, did_you_mean

SIGN = Path("content") / "icon.svg"
NAMESPACE = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset(
    """
    svg g defs title desc path rect circle ellipse line polyline polygon linearGradient
    radialGradient stop clipPath mask
    """.split()  # noqa: SIM905
)
ATTRIBUTES = frozenset(
    """
    viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points id transform version
    preserveAspectRatio pathLength fill fill-opacity fill-rule stroke stroke-width stroke-opacity
    stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity
    color clip-path clip-rule mask mask-type clipPathUnits maskUnits maskContentUnits gradientUnits
    gradientTransform spreadMethod offset stop-color stop-opacity shape-rendering vector-effect
    """.split()  # noqa: SIM905
)
# As `icons` takes the sign apart.
_OPENING = re.compile(rb"<svg\b[^>]*\bviewBox=\"[^\"]+\"")
# A colour or shape from the same file is the only thing that an attribute may refer to.
_REFERENCE = re.compile(r"url\((?!#[\w-]+\))", re.IGNORECASE)


def check_sign(folder: Path, report: Report) -> None:
    """Report all that `content/icon.svg` may not hold; a guide without one has the product's."""
    path = folder / SIGN
    if not path.is_file():
        return
    svg = path.read_bytes()
    _Check(report).read(svg)
    if not _OPENING.search(svg):
        place = Place(SIGN.as_posix(), 1)
        report.add(place, 'does not begin with <svg … viewBox="…">', "export it as plain SVG")


class _Check:
    def __init__(self, report: Report) -> None:
        self.report = report
        # Namespaces are resolved, so that a prefix cannot hide what an element is.
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.element
        self.parser.StartDoctypeDeclHandler = lambda *_: self.add("a document type", "remove it")
        self.parser.ProcessingInstructionHandler = lambda target, _: self.add(
            f'the instruction "{target}"', "remove it"
        )

    def read(self, svg: bytes) -> None:
        try:
            self.parser.Parse(svg, True)
        except expat.ExpatError as error:
            place = Place(SIGN.as_posix(), error.lineno)
            what = f"is no well-formed SVG: {expat.ErrorString(error.code)}"
            self.report.add(place, what, "export it again as plain SVG")

    def add(self, what: str, remedy: str) -> None:
        place = Place(SIGN.as_posix(), self.parser.CurrentLineNumber)
        self.report.add(place, f"{what} is not allowed in the sign", remedy)

    def element(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if not namespace and local == "svg":
            # A browser draws nothing of it; what is inside has no namespace either.
            place = Place(SIGN.as_posix(), self.parser.CurrentLineNumber)
            self.report.add(place, "<svg> has no namespace", f'write <svg xmlns="{NAMESPACE}" …>')
        elif not namespace and local in ELEMENTS:
            pass
        elif namespace != NAMESPACE or local not in ELEMENTS:
            self.add(f"<{local}>", "draw it with paths and shapes alone")
        for attribute, value in attributes.items():
            if attribute not in ATTRIBUTES:
                shown = attribute.rpartition(" ")[2]
                self.add(
                    f'the attribute "{shown}"', f"remove it; {did_you_mean(shown, ATTRIBUTES)}"
                )
            elif _REFERENCE.search(value):
                self.add(
                    f'"{attribute}" with {value!r}', "refer to something in the file, url(#id)"
                )
