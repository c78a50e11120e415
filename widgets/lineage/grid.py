"""Phrases by drafts: where each came, stands, left and came back; phrases stay at the side where drafts scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView

from widgets.lineage.grid_heads import DRAFT_LEAST, DraftHeads, PhraseHeads
from widgets.lineage.grid_marks import Marks
from widgets.lineage.grid_model import PhraseGridModel
from widgets.lineage.view import LineView
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.theme.tokens import current, theme_changed

_DRAFT_WIDE = 170


class PhraseGrid(QTableView):
    """`phrase_chosen(int)`; `draft_looked_at(int)` when one goes to another draft, `draft_wanted(int)` at Enter or a
    double click on its mark."""

    phrase_chosen = Signal(int)
    draft_wanted = Signal(int)
    draft_looked_at = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.grid = PhraseGridModel(self)
        self._following = False
        self.setModel(self.grid)
        self.setHorizontalHeader(DraftHeads(self))
        self.setVerticalHeader(PhraseHeads(self))
        self.setItemDelegate(Marks(self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        corner = self.findChild(QAbstractButton)
        if isinstance(corner, QAbstractButton):
            corner.installEventFilter(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        give_quiet_scroll_bar(self, "paper")
        self.setAccessibleName("Phrases through the drafts")
        self.selectionModel().currentChanged.connect(self._tell)
        self.verticalHeader().sectionClicked.connect(self.phrase_chosen)
        self.doubleClicked.connect(lambda index: self.draft_wanted.emit(index.column()))
        theme_changed.connect(self._dress)
        self._dress(None)

    def _dress(self, _tokens: object) -> None:
        palette = self.palette()
        for role in (palette.ColorRole.Base, palette.ColorRole.Window, palette.ColorRole.Button):
            palette.setColor(role, current().paper)
        self.setPalette(palette)
        self.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The corner between the heads is paper, whatever the style."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QAbstractButton):
            painter = QPainter(watched)
            painter.fillRect(watched.rect(), current().paper)
            painter.end()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        here = self.currentIndex()
        heads, wide = self.horizontalHeader(), self.viewport().width()
        rest = wide - heads.length() + heads.offset()
        if here.isValid() and rest > 0:
            # The chosen phrase is chosen through to the edge.
            start = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else wide - rest
            painter = QPainter(self.viewport())
            top, height = self.rowViewportPosition(here.row()), self.rowHeight(here.row())
            painter.fillRect(start, top, rest, height, current().hover)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        """The drafts share the room there is."""
        count = max(1, self.grid.columnCount())
        each = (self.viewport().width() - 16) // count
        self.horizontalHeader().setDefaultSectionSize(max(DRAFT_LEAST, min(_DRAFT_WIDE, each)))

    def show_line(self, view: LineView) -> None:
        """Another paragraph."""
        self._following = True
        self.grid.show_line(view)
        self._spread()
        self._following = False

    def choose(self, phrase: int) -> None:
        """Show a phrase as chosen, in the draft that is chosen already."""
        if self.grid.view is None or not 0 <= phrase < len(self.grid.view.phrases):
            return
        self._following = True
        column = self.currentIndex().column()
        node = self.grid.view.node
        start = next((at for at, one in enumerate(self.grid.view.drafts) if one.node == node), 0)
        self.setCurrentIndex(self.grid.index(phrase, column if column >= 0 else start))
        self._following = False
        self.verticalHeader().viewport().update()
        self.viewport().update()

    def _tell(self, now: QModelIndex, before: QModelIndex) -> None:
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
        self.viewport().update()
        if self._following or not now.isValid():
            return
        if now.row() != before.row():
            self.phrase_chosen.emit(now.row())
        if now.column() != before.column():
            self.draft_looked_at.emit(now.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.draft_wanted.emit(self.currentIndex().column())
        elif event.text() and event.text().isprintable():
            # Letters belong to the page, not to a search in the table.
            event.ignore()
        else:
            super().keyPressEvent(event)
