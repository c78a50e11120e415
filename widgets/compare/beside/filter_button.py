"""What of the changes is shown where several drafts stand in columns: a button with a menu of choices."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu

from models.telling.sorts import Sort, Weight
from widgets.compare.changes.arrangement import Shown
from widgets.theme import icons
from widgets.theme.controls import Button
from widgets.theme.tokens import current

_WEIGHTS = {Weight.HOUSEKEEPING: "Housekeeping", Weight.UNCHANGED: "What did not change"}
_SORTS = {
    Sort.MOVED: "Moved",
    Sort.NEW: "New",
    Sort.DELETED: "Deleted",
    Sort.REWORDED: "Reworded",
    Sort.SPLIT: "Split",
    Sort.MERGED: "Merged",
    Sort.BRACKETS: "Brackets",
    Sort.FOOTNOTES: "Footnotes",
    Sort.REFERENCES: "References",
    Sort.LOOKS: "Italics",
    Sort.RESHAPED: "Reshaped",
}


class FilterButton(Button):
    """What of the changes is shown, as a menu of choices; `shown_changed()` when the user chose another."""

    shown_changed = Signal()

    def __init__(self) -> None:
        super().__init__("", icon="funnel", leading=True)
        self._menu = QMenu(self)
        self._weights = {weight: self._choice(words) for weight, words in _WEIGHTS.items()}
        self._menu.addSeparator()
        self._operative = self._choice("Operative part only")
        self._menu.addSeparator()
        self._sorts = {sort: self._choice(f"Only {words.lower()}") for sort, words in _SORTS.items()}
        self._menu.addSeparator()
        self._menu.addAction("All changes of substance").triggered.connect(self.clear)
        self.clicked.connect(lambda: self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2))))
        self._say()

    def _choice(self, words: str) -> QAction:
        action = self._menu.addAction(words)
        action.setCheckable(True)
        action.toggled.connect(self._changed)
        return action

    @property
    def shown(self) -> Shown:
        """What is chosen."""
        weights = {weight for weight, action in self._weights.items() if action.isChecked()}
        sorts = frozenset(sort for sort, action in self._sorts.items() if action.isChecked())
        return Shown(frozenset({Weight.SUBSTANCE, *weights}), sorts, self._operative.isChecked())

    def clear(self) -> None:
        """All changes of substance and nothing else."""
        for action in self._menu.actions():
            if action.isChecked():
                action.blockSignals(True)
                action.setChecked(False)
                action.blockSignals(False)
        self._changed()

    def _changed(self) -> None:
        self._say()
        self.shown_changed.emit()

    def _say(self) -> None:
        shown = self.shown
        said = [_SORTS[sort] for sort in _SORTS if sort in shown.sorts] or ["Substance"]
        said += [words for weight, words in _WEIGHTS.items() if weight in shown.weights and not shown.sorts]
        if shown.operative:
            said.append("operative part")
        words = ", ".join([said[0], *(word.lower() for word in said[1:])])
        self.setText(words if len(said) <= 2 else f"{len(said)} filters")
        self.setAccessibleName(f"Shown: {words}")
        self.setToolTip(f"Shown: {words}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(18, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = QRectF(9 if rtl else self.width() - 21, self.height() / 2 - 6, 12, 12)
        icons.paint(painter, place, "caret-down", current().ink2)
        painter.end()
