"""Tab goes in the order in which things stand, through what was made after the page as well."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.comparison.columns import in_columns
from models.comparison.compare import compare
from tests.models.comparison.small_drafts import draft
from widgets.compare.beside.in_words import InWords
from widgets.compare.changes.row_order import RowOrder
from widgets.compare.columns.pane import ColumnsPane
from widgets.dossier.drafts import DraftRow
from widgets.dossier.page import DossierPage
from widgets.dossier.working import WorkingRow
from widgets.shell.notices import Notice, Notices
from widgets.shell.top_bar import TopBar
from widgets.theme.controls import Button

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("does not support")]
AT = datetime(2026, 11, 24, 12, 41)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1280, 700)
    qtbot.addWidget(made)
    return made


def show(qtbot: QtBot, window: QWidget, *parts: QWidget) -> None:
    """Show a window with parts from above to below."""
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def tabbed(start: QWidget, count: int) -> list[QWidget | None]:
    """Where so many Tabs lead from a widget."""
    QApplication.processEvents()  # what a layout was given is shown in a moment
    start.setFocus()
    found = []
    for _ in range(count):
        QTest.keyClick(start.window().windowHandle(), Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
    return found


@pytest.mark.parametrize(
    ("there", "lit", "stop"),
    [
        (("dossier", "text", "compare"), "dossier", "dossier"),
        (("dossier", "text", "compare"), "text", "text"),
        (("dossier", "text", "compare"), "compare", "compare"),
        (("text", "compare"), "", "text"),
        (("compare",), "compare", "compare"),
    ],
)
def test_tab_stops_at_the_place_where_one_is(
    qtbot: QtBot, window: QWidget, there: tuple[str, ...], lit: str, stop: str
) -> None:
    bar = TopBar()
    show(qtbot, window, bar)
    bar.set_places(("dossier", "text", "compare"), "compare")
    bar.places["compare"].setFocus()  # it had the keyboard before
    bar.set_places(there, lit)
    assert tabbed(bar.home_button, 4)[2:] == [bar.places[stop], bar.jump_button]


def test_tab_comes_to_the_texts_being_written_between_the_head_of_the_page_and_its_drafts(
    qtbot: QtBot, window: QWidget
) -> None:
    page = DossierPage()
    show(qtbot, window, page)
    page.show_rows([DraftRow("b", "Rev.1", ("a",)), DraftRow("a", "L.37")])
    for texts in (1, 2):
        page.show_working([WorkingRow(f"w{number}", "Rev.1", AT, 6) for number in range(texts)])
        stops = [button for line in page.working.lines for button in (line.continue_button, line.discard_button)]
        assert tabbed(page.add_button, 2 * texts + 1) == [*stops, page.list]


def test_tab_goes_round_within_what_changed_in_words(qtbot: QtBot, window: QWidget) -> None:
    below = Button("Of the page below")
    show(qtbot, window, below)
    panel = InWords(window)
    panel.open([("L.37 and Rev.1", "One paragraph changed.")], below)
    assert tabbed(panel.words, 3) == [panel.copy, panel.words, panel.copy]
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert panel.words.hasFocus()


def test_tab_comes_from_the_names_of_columns_to_these(qtbot: QtBot, window: QWidget) -> None:
    before, pane = Button("Of the bar above"), ColumnsPane()
    show(qtbot, window, before, pane)
    texts = [draft("1. Decides to meet."), draft("1. Decides to meet in 2006."), draft("1. Agrees to meet in 2006.")]
    order = RowOrder(in_columns([compare(old, new) for old, new in pairwise(texts)]))
    for names in (("L.37", "Rev.1", "Rev.2"), ("L.38", "Rev.1", "Rev.2")):
        pane.show_columns(order, [(name, "") for name in names])
        assert tabbed(before, 4) == [*pane.heads.names, pane.view]


def test_tab_comes_to_notices_between_the_bar_and_the_page(qtbot: QtBot, window: QWidget) -> None:
    bar, notices, first = TopBar(), Notices(), Button("First of the page")
    notices.after = bar.export_button
    show(qtbot, window, bar, notices, first)
    older = notices.show_notice(Notice("info", "Kept."))
    newer = notices.show_notice(Notice("info", "Two drafts came.", acts=(("Look", lambda: None),)))
    assert tabbed(bar.export_button, 4) == [newer.buttons[0], newer.close_button, older.close_button, first]
