"""The guide's icons, all drawn from one SVG: a sign on a ground of the accent colour."""

from __future__ import annotations

import re
from functools import lru_cache

import resvg_py

# What a phone's system takes from the network when the guide is installed, and keeps by itself.
FOR_THE_SYSTEM = ("icon-192.png", "icon-512.png", "maskable.png", "touch.png")
_SIGN = re.compile(r"<svg\b[^>]*\bviewBox=\"([^\"]+)\"[^>]*>(.*)</svg>", re.DOTALL)


class NoSign(ValueError):
    """An icon file that is no SVG with a viewBox."""


def icon_svg(sign: str, accent: str, share: float, radius: float) -> str:
    """An SVG of 512 units: the sign takes `share` of the side, the ground's corners are `radius`.

    Maskable icons need a square ground and their sign within the middle 80 % (W3C manifest).
    """
    size = 512 * share
    start = (512 - size) / 2
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">'
        f'<rect width="512" height="512" rx="{radius:g}" fill="{accent}"/>'
        f"{sign_within(sign, start, start, size)}</svg>"
    )


def sign_within(sign: str, left: float, top: float, side: float) -> str:
    """The sign as a part of another SVG, in a square. Raises `NoSign`."""
    match = _SIGN.search(sign)
    if not match:
        raise NoSign("the icon has to be an SVG with a viewBox")
    return (
        f'<svg x="{left:g}" y="{top:g}" width="{side:g}" height="{side:g}"'
        f' viewBox="{match[1]}">{match[2].strip()}</svg>'
    )


def cover(sign: str, accent: str) -> bytes:
    """The sign large, as PNG: what stands for the guide on a shelf of books."""
    return png(icon_svg(sign, accent, share=0.5, radius=0), 1024, 1024)


def icons(sign: str, accent: str) -> dict[str, bytes]:
    """Every icon by its name: SVG for tabs, PNG for home screens, one of them maskable."""
    rounded = icon_svg(sign, accent, share=0.66, radius=96)
    square = icon_svg(sign, accent, share=0.5, radius=0)
    return {
        "icon.svg": rounded.encode(),
        "icon-192.png": png(rounded, 192, 192),
        "icon-512.png": png(rounded, 512, 512),
        "maskable.png": png(square, 512, 512),
        # iOS rounds the corners itself and shows transparent ones black.
        "touch.png": png(square, 180, 180),
    }


@lru_cache(maxsize=16)  # those of a guide, for who builds it again and again
def png(svg: str, width: int, height: int) -> bytes:
    """The picture in pixels. It must not hold text: no font is known to be there."""
    return bytes(
        resvg_py.svg_to_bytes(svg_string=svg, width=width, height=height, skip_system_fonts=True)
    )
