"""The list of a merge: its conflicts, settled or not, in their order, and what was combined in one paragraph."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.telling.figures import counted, figure
from widgets.merge.table import Choices, Item, MergeTable, answer
from widgets.paper.direction import isolated
from widgets.paper.rows import Index, RowList, box, draw_words, paint_ring
from widgets.paper.type import serif
from widgets.theme import fonts, icons
from widgets.theme.tokens import Measures, current

ITEM, SIGN, LINE = (Qt.ItemDataRole.UserRole + number for number in range(3))
_SETTLED = {
    "ours": "taken from ours",
    "theirs": "taken from theirs",
    "base": "left as it was",
    "both": "both, in brackets",
    "written": "written by hand",
}
_KINDS = {"deleted": ("minus-bold", "removed"), "moved": ("arrow-bend-right-up", "moved")}


class MergeItems(QAbstractListModel):
    """Heads, which cannot be chosen, and items under them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: MergeTable | None = None
        self._choices: Choices = {}
        self._entries: list[Item | str] = []
        self._rows: dict[str, int] = {}

    def show_table(self, table: MergeTable, choices: Choices) -> None:
        """Another merge."""
        self.beginResetModel()
        self._table, self._choices = table, choices
        self._entries = ["conflicts", *table.conflicts] if table.conflicts else []
        self._entries += ["combined", *table.combined] if table.combined else []
        self._rows = {entry.key: at for at, entry in enumerate(self._entries) if isinstance(entry, Item)}
        self.endResetModel()

    def take_names(self, table: MergeTable) -> None:
        """The same merge, its paragraphs called otherwise."""
        self._table = table
        named = {one.key: one for one in table.items}
        self._entries = [one if isinstance(one, str) else named[one.key] for one in self._entries]
        self.answer(self._choices)

    def answer(self, choices: Choices) -> None:
        """Other answers to the same."""
        self._choices = choices
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def row(self, key: str) -> int:
        """The row of an item, -1 of one that is not in the list."""
        return self._rows.get(key, -1)

    def item(self, row: int) -> Item | None:
        """The item of a row, None of a head."""
        entry = self._entries[row] if 0 <= row < len(self._entries) else None
        return entry if isinstance(entry, Item) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.item(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._table is None:
            return None
        entry = self._entries[index.row()]
        if role == ITEM:
            return entry
        if isinstance(entry, str):
            head, facts = self.head(entry)
            return f"{head}, {facts}" if role in (Qt.ItemDataRole.DisplayRole, _SPOKEN) else None
        if role == SIGN:
            return self._sign(entry)
        if role == LINE:
            return self._line(entry)
        if role in (_SPOKEN, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (entry.label, entry.words, self._state(entry)) if part)
        return entry.words if role == Qt.ItemDataRole.DisplayRole else None

    def head(self, name: str) -> tuple[str, str]:
        """The words of a head, and its count."""
        assert self._table is not None
        if name == "combined":
            return "Combined in one paragraph", figure(len(self._table.combined))
        count, places = self._table.asked, self._table.conflicts
        facts = f"{figure(count - self._table.open(self._choices))} of {figure(count)} settled"
        if len(places) != count:  # one of several paragraphs, or several of one
            many = "paragraphs" if all(one.row is not None for one in places) else "paragraphs and notes"
            facts += f" in {counted(len(places), 'paragraph', many)}"
        return "Conflicts", facts

    def _sign(self, item: Item) -> tuple[str, str]:
        if not item.conflicts:
            return ("git-merge", "ink2")
        if item.settled(self._choices):
            return ("check-bold", "agreed")
        return _KINDS.get(item.conflicts[0].kind, ("arrows-left-right", "bracketed"))

    def _state(self, item: Item) -> str:
        whole = self._choices.get(item.key) if item.row is not None else None
        if whole is not None:
            return f"{_SETTLED[whole.way]}, whole"
        if not item.conflicts:
            return ""
        left = item.left(self._choices)
        if left:
            some = len(left) < len(item.conflicts)
            return f"{len(left)} of {len(item.conflicts)} places left" if some else "not settled"
        ways = {given.way for one in item.conflicts if (given := answer(one, self._choices)) is not None}
        return _SETTLED[ways.pop()] if len(ways) == 1 else "from both sides"

    def _line(self, item: Item) -> str:
        state = self._state(item)
        return ", ".join(part for part in (item.label, "" if state == "not settled" else state) if part)


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class _Delegate(QStyledItemDelegate):
    """Sign, words in the serif, label and state under them; heads small."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, Measures.ROW_CHANGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, entry = current(), index.data(ITEM)
        width = float(option.rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, str):
            model = index.model()
            assert isinstance(model, MergeItems)
            head, facts = model.head(entry)
            painter.setPen(tokens.ink3)
            painter.setFont(fonts.micro(500))
            room = QFontMetricsF(fonts.micro(500)).horizontalAdvance(facts) + 2
            place = box(option, width - 16 - room, 20, room, 16)
            painter.drawText(place, Qt.AlignmentFlag.AlignTrailing, isolated(facts))
            draw_words(painter, box(option, 16, 20, width - 40 - room, 16), head, fonts.micro(600))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, tokens.sel)
            painter.fillRect(box(option, 0, 0, 3, option.rect.height()), tokens.ink)
            paint_ring(painter, option)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, tokens.hover)
        sign, role = index.data(SIGN)
        icons.paint(painter, box(option, 15, 5, 16, 16), sign, getattr(tokens, role))
        painter.setPen(tokens.ink)
        draw_words(painter, box(option, 40, 3, width - 54, 20), entry.words, serif(14.5))
        painter.setPen(tokens.ink3)
        draw_words(painter, box(option, 40, 23, width - 54, 16), index.data(LINE), fonts.micro(500))
        painter.restore()


class ItemList(RowList):
    """The list at the side; `item_chosen(str)` is told the key of an item the user goes to."""

    item_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("Conflicts, and what was combined", "panel")
        self._model = MergeItems(self)
        self._following = False
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)  # else each row is asked for its height at each answer
        self.selectionModel().currentChanged.connect(self._tell)

    def show_table(self, table: MergeTable, choices: Choices) -> None:
        """Another merge; nothing is selected."""
        self._following = True
        self._model.show_table(table, choices)
        self._following = False

    def take_names(self, table: MergeTable) -> None:
        """The same merge, its paragraphs called otherwise; what is selected stays."""
        self._model.take_names(table)

    def answer(self, choices: Choices) -> None:
        """Other answers to the same."""
        self._model.answer(choices)

    def follow(self, key: str) -> None:
        """Select an item without telling anyone."""
        self._following = True
        index = self._model.index(self._model.row(key))
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        self._following = False

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        item = self._model.item(now.row()) if now.isValid() else None
        if item is not None and not self._following:
            self.item_chosen.emit(item.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Letters, digits and what goes from place to place belong to the page.
        keys = Qt.Key
        if (event.text() and event.text().isprintable()) or event.key() in (keys.Key_Left, keys.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)


def sum_words(table: MergeTable) -> str:
    """The counts that add up: "26 + 14 + 3 + 5"."""
    counts = table.counts
    return " + ".join(str(one) for one in (counts.same, counts.one_side, counts.combined, counts.conflicts))
