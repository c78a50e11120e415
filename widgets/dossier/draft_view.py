"""The list of drafts, and the heads of its columns."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from widgets.dossier.drafts import DraftList
from widgets.dossier.row import COUNT, TEXT_AT, DraftDelegate, meter_start, words_room
from widgets.paper.rows import mark_for_keys
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.theme import fonts
from widgets.theme import tokens as appearance


class DraftView(QListView):
    """The list: Enter reads, C compares with the one before, those that are chosen with each other."""

    read_asked = Signal(QModelIndex)
    compare_wanted = Signal()

    def __init__(self, model: DraftList) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(DraftDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("Drafts, newest first")
        give_quiet_scroll_bar(self, "paper")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        mark_for_keys(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.read_asked.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.compare_wanted.emit()
        else:
            super().keyPressEvent(event)


class DraftHeads(QWidget):
    """The heads of the columns, over a hairline."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(36)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setFont(fonts.micro(600))
        painter.setPen(tokens.ink3)
        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for words, start, width in (
            ("Draft and what changed since the one before", TEXT_AT, min(round(words_room(self.width())), 400)),
            ("Brackets", round(meter_start(self.width())) - COUNT + 8, 160),
        ):
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(self.width() - start - width if rtl else start, 4, width, 24, lead, words)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
        painter.end()
