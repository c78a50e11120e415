"""The outline of a draft: label, the opening in italics, the words after it, and the status."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QWidget,
)

from models.draft import Draft
from models.draft.directions import FIRST, begins_right_to_left
from widgets.paper.phrase import plain
from widgets.paper.rows import SideList
from widgets.text.agreed_here import AgreedHere
from widgets.text.outline_delegate import ROW, Index, OutlineDelegate
from widgets.text.outline_lines import Line, OutlineLines, suffixed
from widgets.text.outline_rows import OutlineRow, row_of
from widgets.text.shown import Shown, ShownDraft
from widgets.theme import fonts
from widgets.theme.tokens import Measures, current

_OF_HEAD = Qt.ItemFlag.ItemNeverHasChildren
_OF_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_ROLES = (ROW, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)


class OutlineModel(QStringListModel):
    """The rows of a text's outline, made when they are looked at; heads cannot be chosen.

    The strings are empty. A list asks for the number of rows at every row it lays out, and this model answers without
    Python: 10,000 rows are laid out in a tenth of the time.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Shown = ShownDraft(Draft())
        self._change: Callable[[int], str] = _no_change
        self.agreed: AgreedHere | None = None
        """Which paragraphs are agreed ad ref; None where none is."""
        self.in_brackets: Callable[[int], bool] = lambda _position: False
        """Whether a paragraph stands in brackets, those that begin in another among them."""
        self.lines = OutlineLines(self.shown)
        self._rows: dict[int, OutlineRow] = {}
        self._way: bool | None = None
        """Whether the text runs from right to left, once a row asked for it."""

    def show_text(
        self, shown: Shown, change: Callable[[int], str] | None = None, lines: OutlineLines | None = None
    ) -> None:
        """Another text; `change` says of a position "new", "reworded", "moved" or nothing, `lines` are known ones."""
        self.shown, self._change = shown, change or _no_change
        self.lines = lines or OutlineLines(shown)
        self.forget()
        self.setStringList([""] * len(self.lines))

    def follow_structure(self) -> None:
        """Paragraphs came, went, moved or became others: the list is told of the rows there are more or fewer."""
        found = self.lines.settle(self.shown)
        self.forget()
        first = found.first + min(found.gone, found.came)
        if found.gone > found.came:
            self.removeRows(first, found.gone - found.came)
        elif found.came > found.gone:
            self.insertRows(first, found.came - found.gone)

    def forget_words(self, position: int) -> QModelIndex | None:
        """The words of a paragraph are others; its row if that looks otherwise now.

        Nobody is told by `dataChanged`: a list lays itself out anew at that, which is too much for every letter.
        """
        at = self.lines.row_of(position)
        if position >= self.shown.count() or not self.lines.settled:
            return None
        self._way = None if position < FIRST else self._way
        before = self._rows.pop(at, None) if at is not None else None
        return self.index(at) if at is not None and before is not None and before != self.row(at) else None

    def forget(self) -> dict[int, OutlineRow]:
        """Every row is to be looked at anew; what those said that were looked at."""
        before, self._rows, self._way = self._rows, {}, None
        return before

    def row(self, at: int) -> OutlineRow:
        """What a row says."""
        if at not in self._rows:
            self._rows[at] = self._made(self.lines[at])
        return self._rows[at]

    def _made(self, line: Line) -> OutlineRow:
        if self._way is None:
            self._way = begins_right_to_left(map(self.shown.paragraph, range(self.shown.count())))
        change = "" if line.head else self._change(line.position)
        agreed = (
            None
            if line.head or self.agreed is None
            else self.agreed.holds(line.position, self.shown.paragraph(line.position))
        )
        return row_of(line, self.shown, change, self._way, agreed, between=self.in_brackets(line.position))

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _OF_HEAD if self.lines.is_head(index.row()) else _OF_ROW

    def standing(self, at: int) -> OutlineRow | None:
        """What a row says, None where none stands any more: a list may ask for those it had a moment ago."""
        if at not in self._rows:
            line = self.lines[at] if at < len(self.lines) else None
            if line is None or line.position >= self.shown.count():
                return None
            self._rows[at] = self._made(line)
        return self._rows[at]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        row = self.standing(index.row())
        if row is None or role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return f"{row.label} {plain(row.phrase)}".strip()


def _no_change(_position: int) -> str:
    return ""


NO_OUTLINE = "No preambular or operative paragraphs."


class Outline(SideList):
    """The outline at the side; `position_chosen(int)` when the user goes to a paragraph."""

    position_chosen = Signal(int)

    def __init__(self, in_brackets: Callable[[int], bool] | None = None, parent: QWidget | None = None) -> None:
        super().__init__("Outline", "panel", parent)
        self._model = OutlineModel(self)
        self._model.in_brackets = in_brackets or self._model.in_brackets
        self._following = False
        self._position = 0
        self._agreed = 0
        self.setModel(self._model)
        self._delegate = OutlineDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setViewportMargins(0, 6, 0, 6)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(lambda index: self.position_chosen.emit(self._model.lines[index.row()].position))

    def show_text(
        self, shown: Shown, change: Callable[[int], str] | None = None, lines: OutlineLines | None = None
    ) -> None:
        """Another text; `change` says of a position "new", "reworded", "moved" or nothing.

        `lines` are its lines where somebody has sought them already.
        """
        self._following = True
        self._model.show_text(shown, change, lines)
        self._delegate.forget_labels()
        # Only these are longer than usual; to look for them among all labels would have each counted.
        self._delegate.make_room(self._model.lines.suffixed)
        self._following = False
        self._position = 0

    @property
    def lines(self) -> OutlineLines:
        """What is listed, as it is now."""
        if not self._model.lines.settled:
            self.structure_changed()
        return self._model.lines

    def show_agreed(self, agreed: AgreedHere) -> None:
        """Which paragraphs are agreed ad ref; beside those the others are shown as open."""
        shown = agreed if agreed.agreed else None
        if shown is not self._model.agreed or agreed.agreed != self._agreed:
            self._model.agreed, self._agreed = shown, agreed.agreed
            self.signs_changed()

    def words_changed(self, position: int) -> None:
        """The words of a paragraph are others, and nothing else."""
        changed = self._model.forget_words(position)
        if changed is not None:
            self.update(changed)

    def signs_changed(self) -> None:
        """Labels or signs may be others."""
        if self._model.lines.settled:
            self._repaint_rows(self._model.forget())
        else:
            self.structure_changed()

    def replaced(self, start: int, gone: int, came: int) -> None:
        """Paragraphs gave way to others, which `structure_changed` shows once there is time."""
        self._model.lines.replaced(start, gone, came)

    def structure_changed(self) -> None:
        """Show that paragraphs came, went, moved or became others."""
        self._following = True
        before = self._model.forget()
        self._model.follow_structure()
        self._repaint_rows(before)
        self._following = False
        self.follow(self._position)

    def _rows_between(self, top: int, bottom: int) -> range:
        """The rows between two heights of the viewport; until rows that came or went are laid out no more than fit."""
        first, last = self.indexAt(QPoint(1, top)).row(), self.indexAt(QPoint(1, bottom)).row()
        fit = (bottom - top) // Measures.ROW_OUTLINE + 2
        end = (last if last >= 0 else len(self._model.lines) - 1) + 1
        # Scrolled below rows that are gone, it will show the last of those there are.
        start = first if first >= 0 else max(0, end - fit)
        return range(start, min(end, start + fit))

    def _labels_between(self, top: int, bottom: int) -> list[str]:
        found = map(self._model.standing, self._rows_between(top, bottom))
        return [row.label for row in found if row is not None]

    def _repaint_rows(self, before: dict[int, OutlineRow]) -> None:
        """Paint the rows in sight that say something else than before."""
        if not self.isVisible():
            return
        wide = self._delegate.label_width
        if self._delegate.is_wide:
            self._delegate.forget_labels()
            self._delegate.make_room(suffixed(self._model.shown))
            self._delegate.make_room(self._labels_between(1, self.viewport().height() - 1))
        if self._delegate.label_width != wide:
            self.viewport().update()
        for row in self._rows_between(1, self.viewport().height() - 1):
            if row not in before or before[row].seen != self._model.row(row).seen:
                self.update(self._model.index(row))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._delegate.make_room(self._labels_between(event.rect().top(), event.rect().bottom())):
            self.viewport().update()
        super().paintEvent(event)
        if len(self._model.lines):
            return
        painter = QPainter(self.viewport())
        painter.setFont(fonts.small())
        painter.setPen(current().ink2)
        box = self.viewport().rect().adjusted(16, 8, -12, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeading) | int(Qt.TextFlag.TextWordWrap), NO_OUTLINE)
        painter.end()

    def follow(self, position: int) -> None:
        """Select the row of a paragraph without telling anyone; one not listed selects none, and the row before
        it is in sight."""
        self._position = position
        if not self._model.lines.settled:
            self.structure_changed()
            return
        self._following = True
        lines = self._model.lines
        found, beside = lines.row_of(position), lines.last_row_until(position)
        self.setCurrentIndex(QModelIndex() if found is None else self._model.index(found))
        if beside is None:
            self.scrollToTop()
        else:
            self.scrollTo(self._model.index(beside))
        self._following = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt chooses the first row where none is chosen: coming here is no wish to be in another paragraph.
        self._following = True
        super().focusInEvent(event)
        self._following = False

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._following:
            self.position_chosen.emit(self._model.lines[now.row()].position)
