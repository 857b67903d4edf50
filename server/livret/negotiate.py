"""Which language and which content coding suit a reader, by what the request's headers ask for.

Nothing a client sends can make these functions fail: a part of a header that does not follow the
grammar is passed over, the rest still counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from babel.core import get_global

# RFC 9110 section 12.4.2: at most three decimals, nothing above 1.
QUALITY = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.ASCII)
# RFC 4647 section 2.1; no list of a real browser comes near the limit below.
LANGUAGE_RANGE = re.compile(r"\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*", re.ASCII)
# RFC 5646 section 2.1, as far as likely subtags need it: language, script, region.
TAG = re.compile(
    r"(?P<language>[a-z]{2,8})(?:-[a-z]{3}){0,3}(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|\d{3}))?(?:-.*)?",
    re.ASCII,
)
MOST_ENTRIES = 100


class Subtags(NamedTuple):
    """A language tag made explicit: pt-PT is (pt, Latn, PT), zh is (zh, Hans, CN)."""

    language: str
    script: str
    region: str


def weighted(header: str) -> Iterator[tuple[str, int]]:
    """The values of a header with their weights in thousandths, in lower case, in header order."""
    for entry in header.split(",", MOST_ENTRIES)[:MOST_ENTRIES]:
        value, *parameters = (part.strip(" \t").lower() for part in entry.split(";"))
        weight: int | None = 1000
        for parameter in parameters:
            name, _, quality = parameter.partition("=")
            if name == "q":
                weight = round(float(quality) * 1000) if QUALITY.fullmatch(quality) else None
        if value and weight is not None:
            yield value, weight


# --- Accept-Language ---


def best_language(header: str | None, offered: Sequence[str]) -> str:
    """The offered BCP 47 tag that suits an Accept-Language header; the first one if none does.

    Lookup as in RFC 4647 section 3.4, widened by CLDR's likely subtags: the reader's ranges are
    tried in the order of their weights, each first as it stands, then shortened from its end, then
    for any offered tag of the same language and script (pt-PT finds pt-BR, zh-CN finds zh-Hans,
    which shortening alone does not). Only when no range is left does another script of the same
    language do: who reads zh-Hant and also lists English gets English before zh-Hans.
    """
    ranges = [
        (value, weight)
        for value, weight in weighted(header or "")
        if LANGUAGE_RANGE.fullmatch(value)
    ]
    refused = dict(ranges)
    allowed = [tag for tag in offered if acceptable(tag.lower(), refused)] or list(offered)
    wanted = [value for value, weight in sorted(ranges, key=lambda r: -r[1]) if weight]
    for value in wanted:
        if value == "*":
            return allowed[0]
        if found := look_up(value, allowed) or nearest(value, allowed):
            return found
    return next(
        (tag for value in wanted for tag in allowed if same_language(value, tag)), allowed[0]
    )


def acceptable(tag: str, weights: Mapping[str, int]) -> bool:
    """Whether the longest range that covers a tag does not refuse it with a weight of 0.

    RFC 9110 section 12.5.4. Without a range that covers it a tag is acceptable: a page in any
    language is of more use than an error.
    """
    while tag:
        if tag in weights:
            return weights[tag] > 0
        tag = tag.rpartition("-")[0]
    return weights.get("*", 1) > 0


def look_up(wanted: str, offered: Sequence[str]) -> str | None:
    """The offered tag equal to a range or to the longest beginning of it (RFC 4647 section 3.4)."""
    by_lower = {tag.lower(): tag for tag in reversed(offered)}
    while wanted:
        if wanted in by_lower:
            return by_lower[wanted]
        wanted = wanted.rpartition("-")[0]
        if wanted[-2:-1] == "-":  # a single letter only introduces what was just cut off
            wanted = wanted[:-2]
    return None


def nearest(wanted: str, offered: Sequence[str]) -> str | None:
    """An offered tag of the same language and script, the one of the same region if there is."""
    asked = explicit(wanted)
    if asked is None:
        return None
    found = [(tag, had) for tag in offered if (had := explicit(tag)) and had[:2] == asked[:2]]
    found.sort(key=lambda pair: pair[1].region != asked.region)
    return found[0][0] if found else None


def same_language(one: str, other: str) -> bool:
    first, second = explicit(one), explicit(other)
    return first is not None and second is not None and first.language == second.language


@cache
def aliases() -> Mapping[str, str]:
    """Deprecated and alternative language codes (iw for he, cmn for zh), from CLDR."""
    found: Mapping[str, str] = get_global("language_aliases")
    return found


@cache
def likely_subtags() -> Mapping[str, str]:
    """CLDR's likely subtags: "zh" stands for "zh_Hans_CN", "zh_TW" for "zh_Hant_TW"."""
    found: Mapping[str, str] = get_global("likely_subtags")
    return found


def explicit(tag: str) -> Subtags | None:
    """A tag with its likely script and region (Unicode TR 35, "Likely Subtags"), if CLDR knows it.

    An alias may bring a script or region of its own (prs is fa-AF); what the tag says comes first.
    """
    match = TAG.fullmatch(tag.lower())
    if match is None:
        return None
    language, *implied = aliases().get(match["language"], match["language"]).split("_")
    script = (match["script"] or "").title() or next((s for s in implied if len(s) == 4), "")
    region = (match["region"] or "").upper() or next((s for s in implied if len(s) < 4), "")
    for parts in ((language, script, region), (language, script), (language, region), (language,)):
        likely = likely_subtags().get("_".join(part for part in parts if part))
        if likely is not None:
            full = Subtags(*likely.split("_"))
            return Subtags(full.language, script or full.script, region or full.region)
    return None


# --- Accept-Encoding ---


def best_encoding(header: str | None, offered: Sequence[str]) -> str | None:
    """The offered content coding that suits an Accept-Encoding header (RFC 9110 section 12.5.3).

    `offered` holds codings and "identity", the one the server likes best first: it decides among
    equal weights. None means that the client refuses all of them. Without the header only
    "identity" is sure to be understood, and it is acceptable until refused by name or by `*;q=0`;
    not named, it weighs as much as the best of what is named, so a coding that makes a body larger
    is not used.
    """
    weights = dict(weighted(header or ""))
    rest = weights.get("*", 0)
    chosen = {coding: weights.get(coding, rest) for coding in offered if coding != "identity"}
    if "identity" in weights or "*" in weights:
        chosen["identity"] = weights.get("identity", rest)
    else:
        chosen["identity"] = max(chosen.values(), default=0) or 1
    best = max(chosen.values())
    return next((coding for coding in offered if chosen[coding] == best), None) if best else None
