"""The settings table: what it reads, what it refuses, and that the documentation shows it."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import fields
from ipaddress import ip_network
from pathlib import Path

import pytest

from livret.settings import (
    TABLE,
    SettingErrors,
    Settings,
    add_options,
    markdown_table,
    read_settings,
)

DOCS = Path(__file__).parent.parent / "docs"


def test_without_options_and_variables_every_default_is_readable() -> None:
    settings = read_settings({}, {})
    assert settings.port == 8000
    assert settings.host == "127.0.0.1"
    assert settings.out == Path("site")
    assert settings.proxies == (ip_network("127.0.0.1"), ip_network("::1"))


def test_an_option_wins_over_a_variable_and_a_variable_over_the_default() -> None:
    variables = {"LIVRET_PORT": "1", "LIVRET_KEEP_DAYS": "7", "PATH": "/bin"}
    settings = read_settings({"port": "2", "grace": None}, variables)
    assert (settings.port, settings.keep_days, settings.grace) == (2, 7, 10)


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("port", "eighty", "a whole number from 0 to 65535"),
        ("port", "65536", "a whole number from 0 to 65535"),
        ("port", "٣", "a whole number"),
        ("grace", "0", "a whole number from 1"),
        ("keep_days", "-1", "a whole number from 0"),
        ("log_level", "loud", "debug, info, warning, error"),
        ("address", "guide.example.org", "https://"),
        ("address", "https://guide.example.org/fr", "no path"),
        ("address", "https://guide.example.org\n", "no path"),
        ("proxies", "10.0.0.0/8, nginx", "IP addresses"),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused_with_what_to_give_instead(
    name: str, value: str, remedy: str
) -> None:
    with pytest.raises(SettingErrors) as refused:
        read_settings({name: value}, {})
    assert len(refused.value.errors) == 1
    assert refused.value.errors[0].startswith(f"--{name.replace('_', '-')} is {value!r}; give ")
    assert remedy in refused.value.errors[0]


def test_all_errors_are_told_together_and_name_where_the_value_came_from() -> None:
    with pytest.raises(SettingErrors) as refused:
        read_settings({"port": "x"}, {"LIVRET_GRACE": "y", "LIVRET_PROT": "80"})
    assert [line.split(" is ")[0] for line in refused.value.errors] == [
        "LIVRET_PROT",
        "--port",
        "LIVRET_GRACE",
    ]
    assert 'did you mean "LIVRET_PORT"?' in str(refused.value)


def test_a_site_address_loses_its_last_slash() -> None:
    settings = read_settings({"address": "https://Guide.example.org/"}, {})
    assert settings.address == "https://guide.example.org"


def test_every_setting_is_a_field_and_an_option_with_help_default_and_variable() -> None:
    parser = ArgumentParser(prog="livret serve")
    add_options(parser, "serve")
    shown = " ".join(parser.format_help().split())
    assert {row.name for row in TABLE} == {field.name for field in fields(Settings)}
    for row in TABLE:
        assert row.option in shown
        assert f"[{row.variable}; default: {row.default or 'empty'}]" in shown
        assert row.help.endswith(".")


def test_a_command_has_only_the_options_that_it_uses() -> None:
    parser = ArgumentParser()
    add_options(parser, "build")
    given = vars(parser.parse_args(["--guide", "mine", "--keep-days", "3"]))
    assert given["guide"] == "mine"
    assert given["keep_days"] == "3"
    assert given["out"] is None
    assert "port" not in given
    assert read_settings(given, {}).keep_days == 3


def test_the_operators_guide_shows_the_table_as_it_is() -> None:
    assert markdown_table() in (DOCS / "running.md").read_text(encoding="utf-8")
