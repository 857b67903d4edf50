"""Messages for translators: every text once, with where it stands and what its figures mean."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import CommandLineInterface
from jinja2 import TemplateSyntaxError

from livret.extract import Message, all_messages, interface_messages, markdown, messages
from livret.model import Guide, texts
from livret.read import read_guide

GUIDE = Path(__file__).parent / "guide"
MAPPING = """\
[extractors]
livret_markdown = livret.extract:markdown
livret_toml = livret.extract:toml
[livret_markdown: content/**.md]
[livret_toml: content/**.toml]
"""


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(GUIDE)


def message(guide: Guide, domain: str, text: str) -> Message:
    (found,) = (each for each in messages(guide)[domain] if each.message == text)
    return found


def test_topics_words_and_the_rest_are_domains_of_their_own(guide: Guide) -> None:
    assert list(messages(guide)) == ["arriving", "money", "guide", "words"]


def test_every_text_that_says_something_is_a_message(guide: Guide) -> None:
    found = {
        (domain, each.context, each.message)
        for domain, domain_messages in messages(guide).items()
        for each in domain_messages
    }
    said = {(text.domain, text.context, text.message) for text in texts(guide) if text.message}
    assert said - found == {("arriving", "arriving/register", "[[bdp]]")}
    assert found <= said


def test_messages_come_in_reading_order(guide: Guide) -> None:
    first = [each.message for each in messages(guide)["arriving"][:4]]
    assert first[0] == "How do I register?"
    assert first[3] == "What to bring"


def test_a_message_names_its_file_without_a_line(guide: Guide) -> None:
    assert message(guide, "money", "Who does not pay").files == ("content/money/fee.md",)
    assert message(guide, "guide", "Harbour fee").files == ("content/figures.toml",)


def test_a_figure_and_a_word_are_explained_to_the_translator(guide: Guide) -> None:
    short = message(guide, "money", guide.answers["money/fee"].short.message)
    assert short.comments == ("{harbour_fee}: Harbour fee, €105", "{refund_rate}: Refund rate, 70%")
    (quay,) = (each for each in messages(guide)["words"] if "ships" in each.message)
    assert quay.comments == ("[[bdp]]: BDP (harbour office)",)


def test_a_short_block_tells_its_question(guide: Guide) -> None:
    assert message(guide, "arriving", "What to bring").comments == (
        "In the answer to: How do I register?",
    )
    assert message(guide, "arriving", "How do I register?").comments == ()


def test_a_figure_makes_a_brace_format_and_a_percentage_makes_none(
    changed_guide: Callable[..., Path],
) -> None:
    fee = (GUIDE / "content/money/fee.md").read_text(encoding="utf-8")
    folder = changed_guide({"content/money/fee.md": fee + "\nSome 70% of people pay.\n"})
    found = {each.message: each.flags for each in messages(read_guide(folder))["money"]}
    assert found["Some 70% of people pay."] == ()
    assert found['You pay {harbour_fee} once, whether 2 < 3 or "not" & so on.'] == (
        "python-brace-format",
    )


def test_a_message_of_two_answers_stands_once_with_both_files(
    changed_guide: Callable[..., Path],
) -> None:
    files = {}
    for name in ("arriving/register", "arriving/lost-card"):
        source = (GUIDE / f"content/{name}.md").read_text(encoding="utf-8")
        files[f"content/{name}.md"] = source + "\nThe office is closed on Sundays.\n"
    guide = read_guide(changed_guide(files))
    assert message(guide, "arriving", "The office is closed on Sundays.").files == tuple(files)


def write_template(folder: Path, name: str, text: str) -> Path:
    templates = folder / "pwa" / "templates"
    templates.mkdir(parents=True, exist_ok=True)
    (templates / name).write_text(text, encoding="utf-8")
    return templates


def test_templates_give_the_interface(tmp_path: Path) -> None:
    write_template(tmp_path, "b.html", '{{ _("Guide") }}{{ _("70% of {place}") }}')
    templates = write_template(
        tmp_path,
        "a.html",
        "{# translators: the whole booklet #}\n{{ _('Guide') }}\n"
        "{{ ngettext('{number} answer', '{number} answers', 2, number=2) }}\n"
        "{{ pgettext('month', 'May') }}",
    )
    assert interface_messages(templates) == [
        Message(
            "Guide",
            files=("pwa/templates/a.html", "pwa/templates/b.html"),
            comments=("the whole booklet",),
        ),
        Message(
            "{number} answer",
            plural="{number} answers",
            files=("pwa/templates/a.html",),
            flags=("python-brace-format",),
        ),
        Message("May", "month", files=("pwa/templates/a.html",)),
        Message("70% of {place}", files=("pwa/templates/b.html",), flags=("python-brace-format",)),
    ]


def test_a_template_that_is_none_is_an_error(tmp_path: Path) -> None:
    templates = write_template(tmp_path, "a.html", "{% if %}{{ _('Guide') }}")
    with pytest.raises(TemplateSyntaxError):
        interface_messages(templates)


def test_a_guide_elsewhere_has_no_interface_of_its_own(guide: Guide) -> None:
    assert "interface" not in all_messages(guide)


def test_babel_extracts_the_same_messages_file_by_file(guide: Guide) -> None:
    found = {
        (f"content/{file}", context, text)
        for file, _, text, _, context in extract_from_dir(
            GUIDE / "content",
            method_map=[("**.md", "livret.extract:markdown"), ("**.toml", "livret.extract:toml")],
        )
    }
    assert found == {
        (file, each.context, each.message)
        for domain in messages(guide).values()
        for each in domain
        for file in each.files
    }


def test_babel_learns_lines_and_comments_too() -> None:
    path = GUIDE / "content/money/fee.md"
    with path.open("rb") as file:
        found = list(markdown(file, (), (), {}))
    assert found[0] == (2, "pgettext", ("money/fee question", "How much is the harbour fee?"), [])
    line, _, message, comments = found[1]
    assert path.read_text(encoding="utf-8").split("\n")[line - 1] == f"short: {message[1]}"
    assert comments[0] == "{harbour_fee}: Harbour fee, €105"


def test_pybabel_extracts_a_guide(
    guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapping, pot = tmp_path / "babel.cfg", tmp_path / "all.pot"
    mapping.write_text(MAPPING, encoding="utf-8")
    monkeypatch.chdir(GUIDE)
    command = ["-q", "extract", "-F", str(mapping), "--no-location", "-o", str(pot), "."]
    CommandLineInterface().run(["pybabel", *command])  # type: ignore[no-untyped-call]
    found = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(pot))}
    assert found == {
        (each.context, each.message) for domain in messages(guide).values() for each in domain
    }
