"""What searching in a language costs a phone: the script, and the words in the pack."""

from __future__ import annotations

import json

import brotli
import pytest

from livret.build import Built
from livret.canonical import canonical_json
from livret.product import read_client

LANGUAGES = ("ar", "en", "es", "fr", "pt", "uk", "vi", "zh")
#: Compressed. In a pack the words cost a little less, since its texts have many of them too.
MOST = 25_000


def compressed(text: bytes) -> int:
    return len(brotli.compress(text, quality=11))


@pytest.mark.parametrize("code", LANGUAGES)
def test_searching_in_a_language_costs_little(code: str) -> None:
    client = read_client()
    words = canonical_json(client.lexicon[code]).encode()
    assert compressed(client.search) + compressed(words) <= MOST


def test_a_pack_tells_the_search_about_its_own_language_alone(built: Built) -> None:
    client = read_client()
    for edition in built.release.editions:
        header = json.loads(built.release.packs[edition.code].body.partition(b"\n")[0])
        assert header["search"] == client.lexicon[edition.tag.partition("-")[0]]
        assert header["search"]["alike"]


def test_the_script_itself_knows_no_words_of_a_language() -> None:
    client = read_client()
    script = client.search.decode()
    for words in client.lexicon.values():
        assert words["alike"].splitlines()[0] not in script
