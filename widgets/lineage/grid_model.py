"""What the grid of phrases holds: a state for each phrase in each draft."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from models.draft.first_letter import with_capital
from widgets.lineage.view import STATES, LineView
from widgets.paper.rows import Index

STATE = Qt.ItemDataRole.UserRole


class PhraseGridModel(QAbstractTableModel):
    """A row for each phrase, a column for each draft; cells hold states."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: LineView | None = None

    def show_line(self, view: LineView) -> None:
        """Another paragraph."""
        self.beginResetModel()
        self.view = view
        self.endResetModel()

    def states(self, row: int) -> tuple[str, ...]:
        """The states of a phrase in all drafts."""
        return self.view.phrases[row].states if self.view is not None else ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.view is None else len(self.view.phrases)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.view is None else len(self.view.drafts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.view is None or not self.hasIndex(index.row(), index.column()):
            return None
        phrase, draft = self.view.phrases[index.row()], self.view.drafts[index.column()]
        state = phrase.states[index.column()]
        if role == STATE:
            return state
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = "; ".join(filter(None, (STATES[state].lower(), phrase.said(index.column()))))
            return f"{phrase.letter or 'selected words'}, {draft.label}: {said}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        count = self.columnCount() if orientation is Qt.Orientation.Horizontal else self.rowCount()
        # While another paragraph comes, the heads still ask of what the one before had more.
        if self.view is None or section >= count:
            return None
        if orientation is Qt.Orientation.Horizontal:
            draft = self.view.drafts[section]
            if role == Qt.ItemDataRole.ToolTipRole:
                return ", ".join(part for part in (draft.label, draft.line) if part)
            return draft.label if role == Qt.ItemDataRole.DisplayRole else None
        phrase = self.view.phrases[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{phrase.text}\n{with_capital(phrase.who)}"
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{phrase.letter or 'Selected words'}, {phrase.text}, {phrase.who}"
        return None
