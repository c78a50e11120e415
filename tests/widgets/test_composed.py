"""While an input method composes, what is painted at letters stands at those letters."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from models.spelling.speller import Misspelt
from widgets.theme import style
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

WORDS = "Decides to meet [in May] as soon as posible in the city of New York[, or Geneva], and to go on until the end;"


@pytest.mark.parametrize("place", [0, 17, 30])
@pytest.mark.parametrize("composed", ["abc", "nihao " * 12])
def test_composing_looks_as_what_is_written(qtbot: QtBot, qapp: QApplication, place: int, composed: str) -> None:
    style.apply(qapp, "light")
    QApplication.setCursorFlashTime(0)
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    working = WorkingText(Draft((Paragraph(Kind.OPERATIVE, (Run(WORDS),)), Paragraph(Kind.OPERATIVE, (Run("Ends."),)))))
    working.punctuates = False
    page.show_working(working, "A title", "", base="")
    sheet = page.sheet
    sheet.set_spelling(True)
    sheet.setFocus()
    sheet.select(Selection.at(0, place))

    def coloured() -> set[tuple[int, int]]:
        """The places of tints, brackets and dots; letters may stand a part of a pixel beside their place."""
        entry = sheet._entries()[0]
        start = entry.text.index("posible")
        sheet.take_spelling([(entry, (Misspelt(start, start + 7, "posible"),))])
        qapp.processEvents()
        seen = sheet.viewport().grab().toImage()
        places = ((x, y) for y in range(seen.height()) for x in range(0, seen.width(), 2))
        return {place for place in places if seen.pixelColor(*place).hslSaturation() > 60}

    before = coloured()
    QApplication.sendEvent(sheet, QInputMethodEvent(composed, []))
    composing = coloured()
    done = QInputMethodEvent()
    done.setCommitString(composed)
    QApplication.sendEvent(sheet, done)
    assert sheet.selection().head == Caret(0, place + len(composed))
    after = coloured()
    assert len(composing ^ after) < len(after) / 20
    assert len(before ^ after) > len(after) / 20
