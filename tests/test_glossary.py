"""The glossary writes French names as French does."""

from __future__ import annotations

import re

import pytest

from example import ROOT
from livret.model import Guide
from livret.read import read_guide

# What a body is. A benefit, a paper or a procedure is named in small letters.
BODIES = [
    "Administration",
    "Agence",
    "Bureau",
    "Caisse",
    "Centre",
    "Communauté",
    "Institut",
    "Mutuelle",
    "Office",
    "Permanence",
    "Régie",
    "Service",
]
# Names of their own within a name, and of a law and a benefit that the state writes so.
PROPER = {"Code", "Complémentaire", "Crous", "France", "Québec", "Éducation", "État"}


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(ROOT)


def test_the_name_behind_a_sigle_has_a_capital_only_where_it_is_a_bodys(guide: Guide) -> None:
    names = [word.full for word in guide.words.values() if is_sigle(word.term, word.full)]
    assert len(names) > 40
    wrong = [name for name in names if not is_french(name)]
    assert not wrong, wrong


def is_sigle(term: str, full: str) -> bool:
    """Whether `term` is short for `full`, which is French."""
    if " " in term or "-" in term or term.casefold() in full.casefold():
        return False
    return term[:1].isupper() and len(full.split()) > 1 and "Health" not in full


def is_french(name: str) -> bool:
    first, *others = re.findall(r"[^\W\d_]{2,}", name)
    capitals = {word for word in others if word[0].isupper() and not word.isupper()}
    if first[0].islower():
        return capitals <= PROPER and first.capitalize() not in BODIES
    return capitals <= PROPER and first in (*BODIES, *PROPER)
