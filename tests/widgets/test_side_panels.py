"""What stands beside the text lies over it in a narrow window, and over nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from models.editing.acts.bracketing import bracket
from models.editing.edit import Selection
from models.editing.working import WorkingText
from tests.widths import Widths
from widgets.find.bar import FindBar
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
DRAFT = Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet;"),), number="1"),))


@pytest.mark.parametrize("found_first", [True, False])
def test_a_panel_over_the_text_leaves_the_bar_above_it_free(qtbot: QtBot, found_first: bool) -> None:
    page, bar, inspector = TextPage(), FindBar(), QWidget()
    qtbot.addWidget(page)
    inspector.setFixedWidth(312)
    page.set_bar(bar)
    page.set_inspector(inspector)
    page.show_draft(DRAFT)
    page.panels.arrange(behind_possible=True)
    page.resize(860, 540)
    page.show()
    page.panels.arrange(behind_possible=True)
    acts = [lambda: bar.open("meet", replace=True), page.toggle_inspector]
    for act in acts if found_first else reversed(acts):
        act()
    qtbot.waitUntil(lambda: bar.isVisible() and inspector.isVisible())
    qtbot.waitUntil(lambda: inspector.geometry().top() == page.sheet.geometry().top())
    assert inspector.geometry().top() >= bar.geometry().bottom()
    assert bar.geometry().right() > inspector.geometry().left()
    bar.close_bar()
    qtbot.waitUntil(lambda: inspector.geometry().top() == page.sheet.geometry().top() == page.bar.height())


@pytest.mark.parametrize(("narrower", "stays"), [(700, True), (560, True), (411, False)])
def test_a_panel_over_the_text_makes_way_where_hardly_any_text_would_be_seen(
    qtbot: QtBot, narrower: int, stays: bool
) -> None:
    window, page, inspector = QWidget(), TextPage(), QWidget()
    qtbot.addWidget(window)
    page.setParent(window)
    inspector.setFixedWidth(312)
    page.set_inspector(inspector)
    page.show_working(WorkingText(DRAFT), "A title", base="Rev.1", selection=Selection.at(0, 3))
    page.resize(711, 444)
    window.show()
    page.toggle_inspector()
    qtbot.waitUntil(inspector.isVisible)
    page.resize(narrower, 444)  # as where the help opens beside it
    QApplication.processEvents()
    assert inspector.isVisible() == stays
    if not stays:  # who asks for it there has it
        page.toggle_inspector()
        assert inspector.isVisible()
        page.panels.arrange(behind_possible=True)
        assert inspector.isVisible()


@pytest.mark.parametrize("way", ["letter", "paste", "panel", "other act"])
def test_what_is_written_is_not_written_below_a_panel(qtbot: QtBot, way: str) -> None:
    page, inspector = TextPage(), QLineEdit()
    qtbot.addWidget(page)
    inspector.setFixedWidth(312)
    page.set_inspector(inspector)
    page.show_working(WorkingText(DRAFT), "A title", base="Rev.1", selection=Selection.at(0, 3))
    page.resize(860, 540)
    page.show()
    page.toggle_inspector()
    qtbot.waitUntil(inspector.isVisible)
    page.activateWindow()
    page.sheet.setFocus()
    qtbot.waitUntil(page.sheet.hasFocus)
    QTest.keyClick(page.sheet, Qt.Key.Key_Right)
    assert inspector.isVisible()
    if way == "letter":
        QTest.keyClick(page.sheet, Qt.Key.Key_A)
    elif way == "paste":
        QApplication.clipboard().setText("words")
        QTest.keyClick(page.sheet, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    else:
        if way == "panel":  # a button of the panel writes
            inspector.setFocus()
        page.sheet.do(bracket)
    working = page.sheet.working
    assert working is not None
    qtbot.waitUntil(lambda: working.draft() != DRAFT)
    qtbot.wait(50)
    stays = way in ("panel", "other act")
    assert inspector.isVisible() == stays
    if not stays:
        page.toggle_inspector()
        page.sheet.setFocus()
        written = working.draft()
        for act, stands in ((page.sheet.undo, DRAFT), (page.sheet.redo, written)):
            act()
            qtbot.waitUntil(lambda: working.draft() == stands)  # noqa: B023
            qtbot.wait(50)
            assert inspector.isVisible()


@pytest.mark.parametrize(
    ("before", "after", "inspected"),
    [
        (1280, 880, True),
        (880, 1280, True),
        (1280, 1000, True),
        (1700, 880, True),
        (1280, 880, False),
        (880, 1700, False),
    ],
)
def test_a_text_takes_the_width_it_has_in_the_end_at_once(
    qtbot: QtBot, before: int, after: int, inspected: bool
) -> None:
    window, page, inspector = QWidget(), TextPage(), QWidget()
    qtbot.addWidget(window)
    page.setParent(window)
    inspector.setFixedWidth(312)
    page.set_inspector(inspector)
    page.show_working(WorkingText(DRAFT), "A title", base="Rev.1", selection=Selection.at(0, 3))
    page.resize(before, 540)
    window.show()
    qtbot.waitUntil(lambda: page.sheet.width() > 100)
    if not inspected and inspector.isVisible():
        page.toggle_inspector()
    QApplication.processEvents()
    was, widths = page.sheet.width(), Widths(page.sheet)
    page.resize(after, 540)
    QApplication.processEvents()
    beside = [panel.panel.width() for panel in page.panels.panels if panel.panel.isVisible()]
    assert page.sheet.width() == after - sum(beside)
    assert widths.taken == ([] if page.sheet.width() == was else [page.sheet.width()])
