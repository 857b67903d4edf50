"""What a build depends on is told apart by digests: another library is another program."""

from __future__ import annotations

from pathlib import Path

import pytest

from livret.inputs import inputs_of, program_digest, versions


def test_a_library_in_another_version_is_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = program_digest()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert program_digest() == before
    (tmp_path / "MarkupSafe-0.1.dist-info").mkdir()
    assert "MarkupSafe-0.1.dist-info" in versions()
    assert program_digest() != before


def test_a_library_without_a_folder_that_tells_of_it_is_asked_for_its_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("livret.inputs.os.listdir", lambda _: [])
    monkeypatch.setattr("livret.inputs._asked_version", lambda name: f"{name} asked")
    assert "jinja2 asked" in versions()


@pytest.mark.parametrize("path", ["content/a/b.md", "translations/fr/LC_MESSAGES/a.po"])
def test_every_file_of_a_guide_has_a_digest(tmp_path: Path, path: str) -> None:
    (tmp_path / "content").mkdir()
    before = inputs_of(tmp_path, "")
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text("one", encoding="utf-8")
    one = inputs_of(tmp_path, "")
    assert one.keys() - before.keys() == {path}
    file.write_text("two", encoding="utf-8")
    assert inputs_of(tmp_path, "")[path] != one[path]
    (tmp_path / "left-out").write_text("not of the guide", encoding="utf-8")
    assert inputs_of(tmp_path, "").keys() == one.keys()
