"""Rows in groups, each with a head: a list for the palette, the search and the timeline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from widgets.paper.rows import Index

ENTRY = Qt.ItemDataRole.UserRole


class GroupedRows(QAbstractListModel):
    """Rows with a head before each group; heads, which are plain strings, cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[object] = []

    def show_groups(self, rows: Sequence[tuple[str, object]]) -> None:
        """Show other rows, each with the head of its group, already in the order of their groups."""
        self.beginResetModel()
        self._rows = []
        group = None
        for head, row in rows:
            if head and head != group:
                self._rows.append(head)
            group = head
            self._rows.append(row)
        self.endResetModel()

    def spoken(self, row: object) -> str:
        """A row in words."""
        return str(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ENTRY:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else self.spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
