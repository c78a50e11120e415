"""Who did what when in this dossier, newest first, under the days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.dossier.telling import Event, as_told, day_words, hour_words, sentence
from widgets.paper.direction import isolated
from widgets.paper.elided import line_in
from widgets.paper.rows import Index, mark_first, mark_for_keys, paint_ring
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.shell.grouped_rows import ENTRY, GroupedRows
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.tokens import theme_changed

_HEAD, _ROW = 38, 36
_TIME_AT, _TEXT_AT, _END, _WIDEST = 24, 132, 24, 1180


class Events(GroupedRows):
    """Events, newest first, under the words for their days."""

    def show_events(self, events: Sequence[Event], today: date) -> None:
        """Show other events."""
        ordered = sorted(events, key=lambda event: as_told(event.at), reverse=True)
        self.show_groups([(day_words(as_told(event.at).date(), today), event) for event in ordered])

    def index_of(self, event: object) -> QModelIndex:
        """Where an event stands; nowhere if it is not there."""
        at = next((row for row, one in enumerate(self._rows) if one == event), -1)
        return self.index(at, 0) if at >= 0 else QModelIndex()

    def spoken(self, row: object) -> str:
        assert isinstance(row, Event)
        return ", ".join(part for part in (hour_words(row.at), sentence(row)) if part)


class EventDelegate(QStyledItemDelegate):
    """The time, then the sentence in the serif."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _HEAD if isinstance(index.data(ENTRY), str) else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, row = appearance.current(), index.data(ENTRY)
        painter.save()
        painter.setLayoutDirection(option.direction)
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter

        def box(start: float, top: float, width: float, height: float) -> QRectF:
            rect = QRect(round(option.rect.left() + start), round(option.rect.top() + top), round(width), round(height))
            return QRectF(QStyle.visualRect(option.direction, option.rect, rect))

        if not isinstance(row, Event):
            painter.setFont(fonts.micro(600))
            painter.setPen(tokens.ink3)
            painter.drawText(box(_TEXT_AT, 12, 400, 22), lead, isolated(str(row)))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, tokens.sel if option.widget.hasFocus() else tokens.hover)
            bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(QStyle.visualRect(option.direction, option.rect, bar), tokens.ink)
            paint_ring(painter, option)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, tokens.hover)
        painter.setFont(fonts.figures(12))
        painter.setPen(tokens.ink3)
        painter.drawText(box(_TIME_AT, 0, _TEXT_AT - _TIME_AT - 8, _ROW), lead, hour_words(row.at))
        width = min(option.rect.width(), _WIDEST) - _TEXT_AT - _END
        font = fonts.serif(15)
        painter.setFont(font)
        painter.setPen(tokens.ink)
        words = line_in(QFontMetricsF(font), sentence(row), width)
        # Apart from the row: a sentence keeps its own way in a mirrored window.
        painter.drawText(box(_TEXT_AT, 0, width + 2, _ROW), lead, isolated(words))
        painter.restore()


class Timeline(QListView):
    """`draft_chosen(id)`: a click or Enter on what was done goes to its draft."""

    draft_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events = Events(self)
        self.setModel(self.events)
        self.setItemDelegate(EventDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("What was done, newest first")
        give_quiet_scroll_bar(self, "paper")
        self.doubleClicked.connect(self._go)
        theme_changed.connect(self._repaint)

    def _repaint(self, _tokens: object) -> None:
        self.viewport().update()

    def show_events(self, events: Sequence[Event], today: date | None = None) -> None:
        """Show what was done: who is at an event stays there, who came before there were any begins at the first."""
        at = self.currentIndex().data(ENTRY) if self.currentIndex().isValid() else None
        self.events.show_events(events, today or date.today())
        self.setCurrentIndex(self.events.index_of(at))
        if self.hasFocus():
            mark_first(self)

    def _go(self, index: QModelIndex) -> None:
        event = index.data(ENTRY)
        if isinstance(event, Event) and event.draft:
            self.draft_chosen.emit(event.draft)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        mark_for_keys(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
            return
        super().keyPressEvent(event)
