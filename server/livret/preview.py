"""The picture that chats and networks show beside a link to the guide (Open Graph).

The sign beside a sheet of lines, which begin at the side where the language does. It holds no
words: the title of the page stands beside it, and Livret ships no font that writes every script.
"""

from __future__ import annotations

from livret.icons import png, sign_within

# What networks ask for, so that the picture is neither cut nor made larger.
WIDTH, HEIGHT = 1200, 630
SHEET, MARGIN = 500, 64
# The lines of the sheet: top, share of the width, thickness, and how strong.
_LINES = (
    (70, 0.9, 26, 0.9), (110, 0.55, 26, 0.9),
    (176, 1.0, 14, 0.45), (206, 0.95, 14, 0.45), (236, 0.7, 14, 0.45),
    (302, 0.75, 14, 0.45), (348, 0.85, 14, 0.45), (394, 0.6, 14, 0.45),
)  # fmt: skip
_BOXES_FROM = 300


def preview_svg(sign: str, accent: str, direction: str) -> str:
    """The picture as SVG; `direction` is "ltr" or "rtl"."""
    rtl = direction == "rtl"
    sheet = MARGIN if rtl else WIDTH - MARGIN - SHEET
    side = 360
    start = WIDTH - MARGIN - side - 60 if rtl else MARGIN + 60
    inner = SHEET - 2 * MARGIN
    lines = []
    for top, share, thick, strong in _LINES:
        box = 44 if top >= _BOXES_FROM else 0
        width = inner * share - box
        left = sheet + (SHEET - MARGIN - box - width if rtl else MARGIN + box)
        y = 65 + top
        lines.append(
            f'<rect x="{left:g}" y="{y}" width="{width:g}" height="{thick}" rx="{thick / 2:g}"'
            f' fill="{accent}" opacity="{strong}"/>'
        )
        if box:
            at = sheet + (SHEET - MARGIN - 26 if rtl else MARGIN)
            lines.append(
                f'<rect x="{at + 2:g}" y="{y - 5}" width="24" height="24" rx="5" fill="none"'
                f' stroke="{accent}" stroke-width="4"/>'
            )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{accent}"/>'
        f'<rect x="{sheet}" y="65" width="{SHEET}" height="500" rx="28" fill="#fff"/>'
        f"{''.join(lines)}{sign_within(sign, start, (HEIGHT - side) / 2, side)}</svg>"
    )


def preview(sign: str, accent: str, direction: str) -> bytes:
    """The picture as PNG."""
    return png(preview_svg(sign, accent, direction), WIDTH, HEIGHT)
