"""The openings that go on from what was typed: when they are offered, and the keys that choose among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from models.editing.typed.completion import Offer, complete, offers
from widgets.writing.offers import Offers

if TYPE_CHECKING:
    from widgets.writing.sheet import WritingSheet


class Completing(QObject):
    """Offers openings on a sheet. `wanted` is whether the user wants to be offered any."""

    def __init__(self, sheet: WritingSheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self.wanted = True
        self.list = Offers(sheet)
        self.list.taken.connect(self._take)
        sheet.verticalScrollBar().valueChanged.connect(self.list.hide)

    def look(self) -> None:
        """Offer what goes on from what was just typed."""
        sheet = self._sheet
        if sheet.working is None:
            return
        selection = sheet.selection()
        wanted = self.wanted and selection.empty and selection.head.place
        found = offers(sheet.working, selection) if wanted else ()
        if found:
            caret = sheet.cursorRect().translated(sheet.viewport().geometry().topLeft())
            self.list.show_offers(found, caret)
        else:
            self.list.hide()

    def _take(self, offer: Offer) -> None:
        self.list.hide()
        self._sheet.do(complete, offer)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key was for the list of openings."""
        if not self.list.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        if key == Qt.Key.Key_Down:
            self.list.step(1)
        elif key == Qt.Key.Key_Up and self.list.chosen is not None:
            self.list.step(-1)
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
        elif key == Qt.Key.Key_Tab and self.list.first is not None:
            self._take(self.list.first)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.chosen is not None:
            self._take(self.list.chosen)
        else:
            return False
        return True
