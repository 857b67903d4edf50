"""How much of a short answer lists show; the phone does the same (pwa/tests/beginning.test.js)."""

from __future__ import annotations

import pytest

from livret.beginning import beginning


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Yes. A room costs €400 to €600 a month, without charges. Rooms in town cost more.",
            "Yes. A room costs €400 to €600 a month, without charges.",
        ),
        (
            "Demandez-la au bureau du logement de la ville, p. ex. en ligne, avant le 31 mai. "
            "C'est gratuit.",
            "Demandez-la au bureau du logement de la ville, p. ex. en ligne, avant le 31 mai.",
        ),
        (
            "每年的学生与校园生活费是105欧元，所有在法国注册入学的人都交同样的钱。只交一次。全年有效，不必再交。",
            "每年的学生与校园生活费是105欧元，所有在法国注册入学的人都交同样的钱。只交一次。",
        ),
        (
            "هل تدفعها كل سنة؟ نعم، من يسجّل في مؤسسة يدفعها مرة واحدة. وهي للجميع.",
            "هل تدفعها كل سنة؟ نعم، من يسجّل في مؤسسة يدفعها مرة واحدة.",
        ),
        ("One sentence, without an end", "One sentence, without an end"),
        ("", ""),
    ],
)
def test_a_list_shows_whole_sentences(text: str, shown: str) -> None:
    assert beginning(text) == shown
