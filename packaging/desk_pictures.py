"""The pictures of the drafting desk, for `screenshots.py`: a working text on the sample, and what stands around it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from at_rest import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.window.window import Window
from models.editing.edit import Selection

_KEYS = Qt.Key
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class _Desk:
    """The window with the text that is written, and hands on it."""

    def __init__(self, app: QApplication, window: Window) -> None:
        self.app, self.window, self.sheet = app, window, window.pages.text.sheet

    def rest(self) -> None:
        end = time.monotonic() + 0.6  # what follows the keys follows them after a moment
        settle(self.app, lambda: time.monotonic() > end and not self.window.background.tasks)

    def at(self, label: str, place: int = 0) -> None:
        """The caret in a paragraph."""
        working = self.sheet.working
        assert working is not None
        position = [working.label(at) for at in range(len(working.entries))].index(label)
        self.sheet.select(Selection.at(position, min(place, working.entries[position].length)))

    def type(self, words: str) -> None:
        QTest.keyClicks(self.sheet, words)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.sheet, key, held)

    def do(self, act: str) -> None:
        self.window.acts[act].trigger()

    def seen(self, name: str) -> tuple[str, QWidget]:
        """The window at rest."""
        self.rest()
        return name, self.window


def desk_pages(app: QApplication, window: Window) -> Iterator[tuple[str, QWidget]]:
    """Go through the pages of the desk; the text that is read when this begins is the one that is written on."""
    desk = _Desk(app, window)
    desk.do("write")
    settle(app, lambda: window.going.writes)
    desk.sheet.setFocus()
    yield desk.seen("desk-unchanged")
    for pages in (_written, _found, _around, _over_the_window, _of_the_dossier):
        yield from pages(desk)


def _written(desk: _Desk) -> Iterator[tuple[str, QWidget]]:
    window = desk.window
    desk.at("OP6", 10)
    desk.type(" all")
    desk.at("OP9", 10_000)
    desk.press(_KEYS.Key_Return)
    desk.type("Req")
    yield desk.seen("desk-completion")
    desk.press(_KEYS.Key_Tab)
    desk.type("the Secretary-General [to report annually] [in 2006] on the following:")
    desk.press(_KEYS.Key_Return)
    desk.type("The costs of the dialogue, in all official languages;")
    desk.at("OP8")
    desk.press(_KEYS.Key_Up, _ALT)
    desk.at("PP3", len("Recalling "))
    desk.press(_KEYS.Key_Delete, _CTRL)
    desk.at("OP10", 40)
    yield desk.seen("desk")
    for label in ("PP15", "PP16", "OP1", "OP2", "OP3", "OP5", "OP8", "OP9"):
        desk.at(label)
        desk.do("agreed")
        desk.rest()
    yield desk.seen("desk-agreed")
    desk.at("OP10", 40)
    desk.do("focus")
    yield desk.seen("desk-alone")
    desk.do("focus")
    assert window.desk.listing is not None
    window.side_by_side.show(window.desk.listing.nodes[-1].id)
    yield desk.seen("desk-beside")
    desk.do("beside")
    desk.do("changed_words")
    desk.at("OP6", 11)
    desk.press(_KEYS.Key_Delete, _CTRL)
    desk.type("relevant ")
    yield desk.seen("desk-words")
    desk.do("changed_words")
    desk.at("OP10", 40)
    desk.type("[")
    yield desk.seen("desk-unmatched")
    desk.do("undo")


def _found(desk: _Desk) -> Iterator[tuple[str, QWidget]]:
    desk.do("all_notes")
    yield desk.seen("desk-notes")
    desk.window.drafting.inspector.show_this_paragraph()
    desk.do("replace")
    bar = desk.window.drafting.searching.bar
    QTest.keyClicks(bar.field, "migration")
    yield desk.seen("find")
    bar.replacement.setText("human mobility")
    bar.preview_button.click()
    yield desk.seen("replace-preview")
    bar.close_bar()


def _around(desk: _Desk) -> Iterator[tuple[str, QWidget]]:
    window = desk.window
    desk.do("keep_draft")
    yield desk.seen("keep")
    window.drafting.keeping.panel.leave()
    desk.do("masthead")
    yield desk.seen("masthead")
    assert window.masthead_form.page is not None
    window.masthead_form.page.close_page()
    desk.do("help")
    yield desk.seen("help")
    assert window.helping.drawer is not None
    window.helping.drawer.hide()
    desk.sheet.setFocus()


def _over_the_window(desk: _Desk) -> Iterator[tuple[str, QWidget]]:
    window = desk.window
    desk.at("OP10")
    desk.do("projector")
    yield desk.seen("projector-bar")
    assert window.drafting.projecting.projector is not None
    yield "projector", window.drafting.projecting.projector
    window.drafting.projecting.close()
    desk.do("settings")
    desk.rest()
    assert window.choosing.dialog is not None
    yield "settings", window.choosing.dialog
    window.choosing.dialog.reject()


def _of_the_dossier(desk: _Desk) -> Iterator[tuple[str, QWidget]]:
    window = desk.window
    desk.do("go_dossier")
    yield desk.seen("dossier-writing")
    window.pages.dossier.show_view(1)
    yield desk.seen("timeline")
    window.pages.dossier.show_view(0)
    desk.do("search")
    panel = window.drafting.searching_all.panel
    QTest.keyClicks(panel.field, "international migration")
    yield desk.seen("search")
    panel.field.setText("international")
    panel.replacing.field.setText("global")
    panel.replacing.preview_button.click()
    settle(desk.app, panel.places.isVisible)
    yield desk.seen("replace-all")
    panel.close_popover()
    desk.do("new_text")
    writing = window.drafting.writing
    settle(desk.app, lambda: writing.open is not None and writing.open.parent is None)
    yield desk.seen("desk-empty")
