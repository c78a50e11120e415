"""What the first page does not show is made when it is first asked for, once, and then answers as all of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.window.window import Window
from widgets.compare.page import ComparePage
from widgets.find.bar import FindBar
from widgets.find.search_and_replace import ReplacingPanel
from widgets.keeping.panel import KeepPanel
from widgets.merge.choice import MergeChoice
from widgets.shell.keys_sheet import KeysSheet


def _compare(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    window.comparing.files(files[0], files[1])
    qtbot.waitUntil(lambda: window.going.place == "compare" and not window.background.tasks, timeout=10_000)


def test_a_window_begins_without_what_is_not_seen(window: Window) -> None:
    kinds = (ComparePage, KeysSheet, MergeChoice, ReplacingPanel)
    assert [kind.__name__ for kind in kinds if window.findChildren(kind)] == []
    # Of these the text page has its own.
    assert len(window.findChildren(FindBar)) == len(window.findChildren(KeepPanel)) == 1


def test_what_is_done_on_the_compare_page_does_nothing_before_there_is_one(window: Window) -> None:
    for name in ("take_change", "pair_by_hand", "in_words", "copy_changes", "undo"):
        window.acts[name].setEnabled(True)
        window.acts[name].trigger()
    assert not window.pages.made("compare")


def test_the_compare_page_is_made_once_and_answers_once(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    for make in window.made_later:
        make()
    page = window.pages.compare
    assert window.stack.indexOf(page) >= 0
    _compare(qtbot, window, files)
    assert window.pages.compare is page
    assert window.findChildren(ComparePage) == [page]
    compared: list[object] = []
    window.comparing.compared.connect(compared.append)
    page.swap.click()
    qtbot.waitUntil(lambda: bool(compared) and not window.background.tasks, timeout=10_000)
    assert len(compared) == 1
    assert window.going.compared is compared[0]


@pytest.mark.parametrize(
    "open_it",
    [
        pytest.param(lambda window: window.keys, id="keys"),
        pytest.param(lambda window: window.drafting.searching_all, id="search"),
        pytest.param(lambda window: window.merging.texts.choice, id="merge"),
        pytest.param(lambda window: window.merging.keeping.panel, id="keep"),
        pytest.param(lambda window: window.side_by_side.finding.bar, id="find beside"),
    ],
)
def test_each_is_made_once(window: Window, open_it: Callable[[Window], object]) -> None:
    assert open_it(window) is open_it(window)
