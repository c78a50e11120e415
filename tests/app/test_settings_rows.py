"""Settings and their rows agree: a row for a field, and its choices of the field's type."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

from app.settings.rows import GROUPS
from app.settings.settings import Settings, read_settings, write_settings
from widgets.theme.style import CHOICES

ROWS = [row for group in GROUPS for row in group.rows]
OF_THE_WINDOW = {"folder", "width", "height", "maximised"}
OF_THE_EXPORT = {"paper", "line_numbers", "typed_numbers", "ibid"}
OF_ANOTHER_CHOICE = {"earlier_names"}


def test_every_choice_is_a_field_and_every_field_is_chosen_here_or_remembered_elsewhere() -> None:
    named = [row.name for row in ROWS if row.kind != "told"]
    assert len(named) == len(set(named))
    assert set(named) == set(asdict(Settings())) - OF_THE_WINDOW - OF_THE_EXPORT - OF_ANOTHER_CHOICE


def test_what_is_delivered_can_be_chosen_again() -> None:
    usual = asdict(Settings())
    for row in ROWS:
        if row.kind == "switch":
            assert type(usual[row.name]) is bool
        elif row.kind in ("text", "folder"):
            assert usual[row.name] == ""
        elif row.kind in ("choice", "scale"):
            values = [value for value, _ in row.choices]
            assert usual[row.name] in values
            assert {type(value) for value in values} == {type(usual[row.name])}


def test_the_colours_are_those_of_the_theme() -> None:
    row = next(row for row in ROWS if row.name == "appearance")
    assert tuple(value for value, _ in row.choices) == CHOICES


def test_each_choice_is_read_back(tmp_path: Path) -> None:
    for row in ROWS:
        for value, _ in row.choices:
            settings = replace(Settings(), **{row.name: value})
            write_settings(tmp_path / "settings.json", settings)
            assert read_settings(tmp_path / "settings.json") == settings
