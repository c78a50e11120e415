"""The pictures of the drafting desk, for `screenshots.py`: a working text on the sample, and what stands around it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from at_rest import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.shell.window import Window
from models.editing.edit import Selection

_KEYS = Qt.Key
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def desk_pages(app: QApplication, window: Window) -> Iterator[tuple[str, QWidget]]:
    """Go through the pages of the desk; the text that is read when this begins is the one that is written on."""

    def rest() -> None:
        end = time.monotonic() + 0.6  # what follows the keys follows them after a moment
        settle(app, lambda: time.monotonic() > end and not window.background.tasks)

    sheet = window.page.text.sheet

    def at(label: str, place: int = 0) -> None:
        assert sheet.working is not None
        labels = [sheet.working.label(position) for position in range(len(sheet.working.entries))]
        position = labels.index(label)
        sheet.select(Selection.at(position, min(place, sheet.working.entries[position].length)))

    window.acts["write"].trigger()
    settle(app, lambda: window.going.writes)
    sheet.setFocus()
    rest()
    yield "desk-unchanged", window
    at("OP6", 10)
    QTest.keyClicks(sheet, " all")
    at("OP9", 10_000)
    QTest.keyClick(sheet, _KEYS.Key_Return)
    QTest.keyClicks(sheet, "Req")
    rest()
    yield "desk-completion", window
    QTest.keyClick(sheet, _KEYS.Key_Tab)
    QTest.keyClicks(sheet, "the Secretary-General [to report annually] [in 2006] on the following:")
    QTest.keyClick(sheet, _KEYS.Key_Return)
    QTest.keyClicks(sheet, "The costs of the dialogue, in all official languages;")
    at("OP8")
    QTest.keyClick(sheet, _KEYS.Key_Up, _ALT)
    at("PP3", len("Recalling "))
    QTest.keyClick(sheet, _KEYS.Key_Delete, _CTRL)
    at("OP10", 40)
    rest()
    yield "desk", window
    window.acts["focus"].trigger()
    rest()
    yield "desk-alone", window
    window.acts["focus"].trigger()
    assert window.desk.listing is not None
    window.side_by_side.show(window.desk.listing.nodes[-1].id)
    rest()
    yield "desk-beside", window
    window.acts["beside"].trigger()
    window.acts["changed_words"].trigger()
    at("OP6", 11)
    QTest.keyClick(sheet, _KEYS.Key_Delete, _CTRL)
    QTest.keyClicks(sheet, "relevant ")
    rest()
    yield "desk-words", window
    window.acts["changed_words"].trigger()
    at("OP10", 40)
    QTest.keyClicks(sheet, "[")
    rest()
    yield "desk-unmatched", window
    window.acts["undo"].trigger()
    window.acts["all_notes"].trigger()
    rest()
    yield "desk-notes", window
    window.drafting.inspector.show_this_paragraph()
    window.acts["replace"].trigger()
    bar = window.drafting.searching.bar
    QTest.keyClicks(bar.field, "migration")
    rest()
    yield "find", window
    bar.replacement.setText("human mobility")
    bar.preview_button.click()
    rest()
    yield "replace-preview", window
    bar.close_bar()
    window.acts["keep_draft"].trigger()
    rest()
    yield "keep", window
    window.drafting.keeping.panel.leave()
    window.acts["masthead"].trigger()
    rest()
    yield "masthead", window
    assert window.heading.page is not None
    window.heading.page.close_page()
    window.acts["help"].trigger()
    rest()
    yield "help", window
    assert window.helping.drawer is not None
    window.helping.drawer.hide()
    sheet.setFocus()
    at("OP10")
    window.acts["projector"].trigger()
    rest()
    assert window.drafting.projecting.projector is not None
    yield "projector-bar", window
    yield "projector", window.drafting.projecting.projector
    window.drafting.projecting.close()
    window.acts["settings"].trigger()
    rest()
    assert window.choosing.dialog is not None
    yield "settings", window.choosing.dialog
    window.choosing.dialog.reject()
    window.acts["go_dossier"].trigger()
    rest()
    yield "dossier-writing", window
    window.page.dossier.show_view(1)
    rest()
    yield "timeline", window
    window.page.dossier.show_view(0)
    window.acts["search"].trigger()
    QTest.keyClicks(window.drafting.searching_all.panel.field, "international migration")
    rest()
    yield "search", window
    window.drafting.searching_all.panel.close_popover()
    window.acts["new_text"].trigger()
    settle(app, lambda: window.drafting.writing.open is not None and window.drafting.writing.open.parent is None)
    rest()
    yield "desk-empty", window
