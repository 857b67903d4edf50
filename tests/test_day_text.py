"""A day is written by the phone as it is in the texts, in every language of the guide."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from example import ROOT
from livret.figures import day_text
from livret.language import Language
from livret.read import read_guide
from livret.together import together

WRITE = """
import {{ dayText }} from '{module}';
globalThis.document = {{ documentElement: {{ lang: '{tag}' }} }};
let text = '';
for await (const part of process.stdin) text += part;
process.stdout.write(JSON.stringify(JSON.parse(text).map(dayText)));
"""
DAYS = [date(2027, 1, 1) + timedelta(days=day) for day in range(365)]
LANGUAGES = read_guide(ROOT).languages


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_the_phone_writes_every_day_as_the_texts_do(language: Language) -> None:
    module = (ROOT / "pwa" / "app" / "words.js").as_uri()
    node = shutil.which("node") or str(Path(sys.executable).with_name("node"))
    command = [node, "--input-type=module", "--eval", WRITE.format(module=module, tag=language.tag)]
    asked = json.dumps([day.isoformat() for day in DAYS])
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    # Which space that does not break stands before an abbreviation depends on the CLDR's age.
    written = [text.replace("\u202f", "\u00a0") for text in json.loads(done.stdout)]
    texts = [together(day_text(day, language.locale)) for day in DAYS]
    assert written == [text.replace("\u202f", "\u00a0") for text in texts]
