"""Colours written as #rrggbb: how they mix and how well one can be read on another."""

from __future__ import annotations

import colorsys

WHITE = "#ffffff"
# Text of any size can be read from this contrast on (WCAG 2.2, 1.4.3).
READABLE = 4.5
# The ground of dark pages (base.css), into which the colours that stand on it are mixed.
DARK_GROUND = "#111617"


def parts(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(first: str, share: float, second: str) -> str:
    """`share` of the first colour with the rest of the second, as CSS mixes them in sRGB."""
    pairs = zip(parts(first), parts(second), strict=True)
    red, green, blue = (round(one * share + other * (1 - share)) for one, other in pairs)
    return f"#{red:02x}{green:02x}{blue:02x}"


def bright(accent: str) -> str:
    """The accent as links wear it on a dark page: of its own hue, and light enough to be read.

    Mixing it with white would leave a grey that looks like any quiet text.
    """
    hue, _, saturation = colorsys.rgb_to_hls(*(part / 255 for part in parts(accent)))
    mark = mixed(accent, 0.3, DARK_GROUND)
    for lightness in range(66, 101, 2):
        shares = colorsys.hls_to_rgb(hue, lightness / 100, min(saturation, 0.55))
        found = "#" + "".join(f"{round(share * 255):02x}" for share in shares)
        if contrast(found, mark) >= 1.5 * READABLE:
            return found
    return WHITE


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, definition)."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance, from 0 to 1 (WCAG 2.2, definition)."""
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (part / 255 for part in parts(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
