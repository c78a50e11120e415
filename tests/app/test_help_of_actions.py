"""The help tells of every action, with the words and keys of the table."""

from __future__ import annotations

import re
from importlib import resources

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from app.shell.actions import BY_NAME, plain_words
from app.window.parts import controls_of
from app.window.window import Window
from models.help_pages import help_pages

ACTS = {name: (plain_words(act), act.keys) for name, act in BY_NAME.items()}


def test_every_action_is_on_a_page() -> None:
    steps = [step for page in help_pages(ACTS) for step in page.steps]
    told = {said.act for step in steps for said in (*step.words, *step.more)}
    assert sorted(set(ACTS) - told) == []


def test_pages_lead_to_one_another_and_stand_once_in_the_list() -> None:
    pages = help_pages(ACTS)
    names = {page.name for page in pages}
    assert len({page.place for page in pages}) == len(pages)
    assert len({page.title for page in pages}) == len(pages)
    for page in pages:
        assert page.neighbours, page.name
        assert page.name not in page.neighbours
    assert {neighbour for page in pages for neighbour in page.neighbours} <= names


def test_keys_without_an_action_are_keys_and_are_those_of_no_action() -> None:
    taken = {act.keys for act in BY_NAME.values() if act.keys}
    for page in help_pages(ACTS):
        for step in page.steps:
            for said in (*step.words, *step.more):
                if said.key:
                    assert QKeySequence(said.key).toString() == said.key, page.name
                    assert said.key not in taken, f"{page.name}: {said.key} belongs to an action: name the action"


def test_no_page_writes_keys_by_hand() -> None:
    for file in (resources.files("resources") / "help").iterdir():
        if file.name.endswith(".md"):
            body = file.read_text(encoding="utf-8").split("---\n", 2)[2]
            by_hand = re.sub(r"\{[^}]*\}", "", body)
            assert not re.search(r"\b(Ctrl|Shift|Alt|F\d+)\b", by_hand), file.name


@pytest.mark.qt_log_ignore("does not support")
def test_where_an_action_is_can_be_shown_for_every_page(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    for page in help_pages(ACTS):
        if page.show:
            window.helping._point(page.show)
            open_menus = [menu for menu in window.menus if menu.isVisible()]
            if not open_menus:  # it is ringed where it is seen
                assert controls_of(window, window.page)[page.show].isVisible(), page.name
            for menu in open_menus:
                action = window.acts[page.show]
                assert action in menu.actions(), page.name
                assert menu.activeAction() is (action if action.isEnabled() else None), page.name
                menu.close()
