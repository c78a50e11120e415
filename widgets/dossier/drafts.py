"""The list of drafts, newest first, as an item model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from models.telling.figures import counted
from widgets.dossier.lanes import Lanes, lanes
from widgets.paper.rows import Index

ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft as the page shows it. `summary` and `brackets`, its pairs, are None until they are known; `unmatched` are
    brackets without a partner.

    `line` is date and author, `date` the day in words, `returned` how many Word files came back that were made on it.
    """

    id: str
    label: str
    parents: tuple[str, ...] = ()
    line: str = ""
    date: str = ""
    summary: str | None = None
    brackets: int | None = None
    adopted: bool = False
    file_name: str = ""
    note: str = ""
    returned: int = 0
    unmatched: int = 0

    @property
    def told(self) -> str:
        """Its line, and what is wrong with it."""
        alone = f"{counted(self.unmatched, 'bracket')} without a partner" if self.unmatched else ""
        return "  •  ".join(part for part in (self.line, alone) if part)


class DraftList(QAbstractListModel):
    """Rows of `DraftRow`, newest first, and their lanes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DraftRow, ...] = ()
        self.lanes: Lanes = lanes(())

    def show_rows(self, rows: Sequence[DraftRow]) -> None:
        """Show other drafts."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.lanes = lanes([(row.id, row.parents) for row in rows])
        self.endResetModel()

    def learn(self, draft: str, summary: str, brackets: int, unmatched: int = 0) -> None:
        """Fill in what has been found out about a draft."""
        for at, row in enumerate(self.rows):
            if row.id == draft:
                known = replace(row, summary=summary, brackets=brackets, unmatched=unmatched)
                self.rows = (*self.rows[:at], known, *self.rows[at + 1 :])
                # All rows: the meters are drawn against the largest count.
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    @property
    def most_brackets(self) -> int:
        """The largest count of brackets among the drafts."""
        return max((row.brackets or 0 for row in self.rows), default=0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = row.brackets
            words = "" if count is None else counted(count, "bracket")
            adopted = "adopted" if row.adopted else ""
            return ", ".join(part for part in (row.label, adopted, row.summary or "", row.told, words) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (row.label, row.summary or "", row.told) if part)
        return None
