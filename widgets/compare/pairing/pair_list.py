"""The list of the pairing page: what is unpaired on either side, what a hand paired, what it keeps apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from models.comparison.by_hand import Ends, SaidByHand
from models.draft import Paragraph
from widgets.compare.changes.said_by_hand import HAND_SIGNS, hand_words
from widgets.compare.changes.sayings import opening
from widgets.compare.pairing.rows import End, Pairs
from widgets.paper.direction import isolated
from widgets.paper.phrase import Phrase, paint_phrase, plain
from widgets.paper.rows import SideList
from widgets.theme import fonts, icons
from widgets.theme.cut import cut_in
from widgets.theme.tokens import current

_ROLE = Qt.ItemDataRole.UserRole
_HEAD, _END, _HAND, _NOTE = "head", "end", "hand", "note"
_HEIGHTS = {_HEAD: 32, _END: 31, _HAND: 44, _NOTE: 40}
_LABEL, _LONG_LABEL = 34.0, 72.0
"""The room of labels: as wide as the widest of them, but for one so long that it takes its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the panel: a head, an unpaired paragraph, what a hand said, or a note."""

    kind: str
    words: str
    end: End | None = None
    paragraph: Paragraph | None = None
    said: SaidByHand | None = None
    under: str = ""

    @property
    def phrase(self) -> Phrase:
        """How an unpaired paragraph begins."""
        return opening(self.paragraph) if self.paragraph is not None else ()


def entries_of(pairs: Pairs, note: str = "") -> tuple[Entry, ...]:
    """The rows of the panel, group after group; `note` is said where nothing is kept apart."""
    found: list[Entry] = []
    for old in (True, False):
        there = pairs.unpaired[old]
        found.append(Entry(_HEAD, f"Unpaired in {pairs.names[old]}, {len(there)}"))
        for at in there:
            end = End(old, at)
            found.append(Entry(_END, pairs.label(end), end, pairs.paragraph(end)))
    paired = [one for one in pairs.said if one.paired]
    apart = [one for one in pairs.said if not one.paired]
    for words, sayings in (("Paired by hand", paired), ("Kept apart by hand", apart)):
        found.append(Entry(_HEAD, f"{words}, {len(sayings)}"))
        found += [
            Entry(_HAND, ends_words(pairs, one.ends), _end_of(one.ends), said=one, under=_under(one)) for one in sayings
        ]
    if not apart and note:
        found.append(Entry(_NOTE, note))
    return tuple(found)


def ends_words(pairs: Pairs, ends: Ends) -> str:
    """ "OP9 → OP4"; of what was said to be deleted or new, that."""
    old, new = ends
    before = pairs.label(End(True, old)) if old is not None else ""
    after = pairs.label(End(False, new)) if new is not None else ""
    if pairs.mirrored:
        before, after = (isolated(label) if label else "" for label in (before, after))
    if not after:
        return f"{before} was deleted"
    if not before:
        return f"{after} is new"
    return f"{before} {'←' if pairs.mirrored else '→'} {after}"


def _under(said: SaidByHand) -> str:
    words = hand_words(said).split(" hand ", 1)
    return words[1] if len(words) > 1 else "for this comparison alone"


def _end_of(ends: Ends) -> End | None:
    old, new = ends
    return End(True, old) if old is not None else End(False, new) if new is not None else None


class PairingModel(QAbstractListModel):
    """The rows of the panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self.label_room = _LABEL

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.entries = entries
        metrics = QFontMetricsF(fonts.micro(500))
        wide = {metrics.horizontalAdvance(label) for label in {one.words for one in entries if one.kind == _END}}
        self.label_room = max((one for one in wide if _LABEL < one <= _LONG_LABEL), default=_LABEL)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        can = index.isValid() and self.entries[index.row()].kind in (_END, _HAND)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if can else Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == _ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            more = plain(entry.phrase) or (hand_words(entry.said) if entry.said is not None else "")
            said = f"{entry.words}, {more}" if more else entry.words
            return f"{said}. U: {undoes(entry.said)}" if entry.said is not None else said
        return None


def undoes(said: SaidByHand) -> str:
    """What the button of a row says."""
    return "Unpair" if said.paired else "Take back"


class PairingDelegate(QStyledItemDelegate):
    """Paints the rows of the panel."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(_ROLE)
        return QSize(100, _HEIGHTS[entry.kind])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, entry = current(), index.data(_ROLE)
        shown: Any = option
        box, way = QRectF(shown.rect), shown.direction
        rtl = way == Qt.LayoutDirection.RightToLeft
        selected = bool(shown.state & QStyle.StateFlag.State_Selected) and entry.kind in (_END, _HAND)
        if selected:
            painter.fillRect(box, tokens.sel)
        elif shown.state & QStyle.StateFlag.State_MouseOver and entry.kind in (_END, _HAND):
            painter.fillRect(box, tokens.hover)

        def place(x: float, y: float, width: float, height: float) -> QRectF:
            left = box.right() - x - width if rtl else box.left() + x
            return QRectF(left, box.top() + y, width, height)

        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if (selected or shown.state & QStyle.StateFlag.State_HasFocus) and shown.widget.hasFocus():
            painter.fillRect(place(0, 0, 3, box.height()), tokens.ink)
        width = box.width()
        if entry.kind == _HEAD:
            painter.setFont(fonts.small(600))
            painter.setPen(tokens.ink2)
            painter.drawText(place(16, 8, width - 24, 22), flags, entry.words)
        elif entry.kind == _NOTE:
            painter.setFont(fonts.small())
            painter.setPen(tokens.ink2)
            wrap = int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute) | int(
                Qt.TextFlag.TextWordWrap
            )
            painter.drawText(place(16, 0, width - 28, box.height()), wrap, entry.words)
        elif entry.kind == _END:
            metrics = QFontMetricsF(fonts.micro(500))
            label = cut_in(metrics, entry.words, width / 2)
            model = index.model()
            assert isinstance(model, PairingModel)
            room = max(model.label_room, metrics.horizontalAdvance(label))
            painter.setFont(fonts.micro(500))
            painter.setPen(tokens.ink2)
            painter.drawText(place(14, 0, room + 2, box.height()), flags, label)
            paint_phrase(
                painter, place(room + 22, 0, width - room - 36, box.height()), entry.phrase, 14.5, mirrored=rtl
            )
        else:
            self._hand(painter, entry, place, width, flags)
        painter.restore()

    @staticmethod
    def _hand(painter: QPainter, entry: Entry, place: Any, width: float, flags: int) -> None:
        tokens = current()
        assert entry.said is not None
        icons.paint(painter, place(14, 5, 15, 15), HAND_SIGNS[entry.said.paired], tokens.ink2)
        act = undoes(entry.said)
        painter.setFont(fonts.small(500))
        metrics = QFontMetricsF(fonts.small(500))
        room = metrics.horizontalAdvance(act)
        painter.setPen(tokens.ink)
        box = place(width - 14 - room, 3, room + 1, 19)
        painter.drawText(box, flags, act)
        painter.fillRect(QRectF(box.left(), box.center().y() + 8, room, 1), tokens.ink)
        words = cut_in(metrics, entry.words, width - 36 - 28 - room)
        painter.drawText(place(36, 3, width - 36 - 24 - room, 19), flags, words)
        painter.setFont(fonts.micro(400))
        painter.setPen(tokens.ink2)
        under = cut_in(QFontMetricsF(fonts.micro(400)), entry.under, width - 50)
        painter.drawText(place(36, 21, width - 48, 17), flags, under)


class PairingList(SideList):
    """`end_chosen(End)` when the reader goes to a paragraph, `undo_wanted(SaidByHand)` to part or take back."""

    end_chosen = Signal(object)
    undo_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("Pairs", "panel")
        self._model, self._following = PairingModel(self), False
        self.setModel(self._model)
        self.setItemDelegate(PairingDelegate(self))
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows."""
        return self._model.entries

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Other rows; nothing is selected."""
        top = self.verticalScrollBar().value()
        self._following = True
        self._model.show_entries(entries)
        self._following = False
        self.verticalScrollBar().setValue(top)

    def follow(self, end: End | None) -> None:
        """Select the row of a paragraph without telling anyone."""
        here = self.currentIndex()
        if end is not None and here.isValid() and self.entries[here.row()].end == end:
            return
        self._following = True
        row = next((n for n, entry in enumerate(self.entries) if entry.kind == _END and entry.end == end), None)
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._model.index(row))
        self._following = False

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._following and (end := self.entries[now.row()].end) is not None:
            self.end_chosen.emit(end)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        entry, box = self.entries[index.row()], self.visualRect(index)
        if entry.said is None:
            return
        room = QFontMetricsF(fonts.small(500)).horizontalAdvance(undoes(entry.said)) + 20
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inside = event.position().x() < box.left() + room if rtl else event.position().x() > box.right() - room
        if inside and event.position().y() < box.top() + 24:
            self.undo_wanted.emit(entry.said)

    @property
    def said(self) -> SaidByHand | None:
        """What a hand said that is chosen in the list while the keyboard is here."""
        index = self.currentIndex()
        return self.entries[index.row()].said if index.isValid() and self.hasFocus() else None
