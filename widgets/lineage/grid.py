"""Phrases by drafts: where each came, stands, left and came back; phrases stay at the side where drafts scroll."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from widgets.lineage.view import STATES, THERE, LineView, PhraseRow
from widgets.paper.rows import Index
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.paper.type import serif
from widgets.theme import fonts
from widgets.theme.tokens import current, theme_changed

_ROW, _HEAD, _SIDE, _DRAFT, _DRAFT_WIDE = 38, 60, 340, 100, 170
_DISC, _DOT, _BOX = 6.5, 3.6, 13.0
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

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.view is None else len(self.view.phrases)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.view is None else len(self.view.drafts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.view is None or not index.isValid():
            return None
        phrase, draft = self.view.phrases[index.row()], self.view.drafts[index.column()]
        state = phrase.states[index.column()]
        if role == STATE:
            return state
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{phrase.letter or 'selected words'}, {draft.label}: {STATES[state].lower()}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.view is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            draft = self.view.drafts[section]
            if role == Qt.ItemDataRole.ToolTipRole:
                return ", ".join(part for part in (draft.label, draft.line) if part)
            return draft.label if role == Qt.ItemDataRole.DisplayRole else None
        phrase = self.view.phrases[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return phrase.text
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{phrase.letter or 'Selected words'}, {phrase.text}, {phrase.who}"
        return None


class _Marks(QStyledItemDelegate):
    """Disc, dot or square, and the line from draft to draft."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = current()
        view = self.parent()
        assert isinstance(view, PhraseGrid)
        states = view.states(index.row())
        at, here = index.column(), states[index.column()]
        place = QRectF(option.rect)
        chosen = index.row() == view.currentIndex().row()
        if chosen:
            painter.fillRect(option.rect, tokens.hover)
        if option.state & QStyle.StateFlag.State_Selected and view.hasFocus():
            painter.fillRect(option.rect, tokens.sel)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = place.center()
        if view.isRightToLeft():
            before, after = QPointF(place.right() + 1, middle.y()), QPointF(place.left(), middle.y())
        else:
            before, after = QPointF(place.left(), middle.y()), QPointF(place.right() + 1, middle.y())
        painter.setPen(QPen(tokens.line, 1))
        painter.drawLine(QPointF(middle.x(), place.top()), QPointF(middle.x(), place.bottom() + 1))
        if at:
            self._line(painter, before, middle, states[:at], here, chosen)
        if at + 1 < len(states):
            self._line(painter, middle, after, states[: at + 1], states[at + 1], chosen)
        self._mark(painter, middle, here)
        if option.state & QStyle.StateFlag.State_Selected and view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.focus, 2))
            painter.drawRoundedRect(place.adjusted(3, 3, -3, -3), 4, 4)
        painter.restore()

    @staticmethod
    def _line(
        painter: QPainter, start: QPointF, end: QPointF, before: tuple[str, ...], after: str, chosen: bool
    ) -> None:
        """From a draft to the next: through, dashed where the words are gone, none before they came."""
        tokens = current()
        last = before[-1]
        if last in THERE and after in ("stands", "returned"):
            painter.setPen(_pen(tokens.ink, 3 if chosen else 2))
        elif last in THERE and after == "left":
            painter.setPen(_pen(tokens.removed, 1.5, dashed=True))
        elif any(state in THERE for state in before) and after in ("absent", "returned", "left"):
            painter.setPen(_pen(tokens.line2, 1.5, dashed=True))
        else:
            return
        painter.drawLine(start, end)

    @staticmethod
    def _mark(painter: QPainter, middle: QPointF, state: str) -> None:
        tokens = current()
        painter.setPen(Qt.PenStyle.NoPen)
        if state == "stands":
            painter.setBrush(tokens.ink)
            painter.drawEllipse(middle, _DOT, _DOT)
        elif state == "first":
            painter.setBrush(tokens.ink)
            painter.drawEllipse(middle, _DISC, _DISC)
        elif state in ("came", "returned"):
            painter.setBrush(tokens.added)
            painter.drawEllipse(middle, _DISC, _DISC)
            _sign(painter, middle, tokens.paper, upright=True)
        elif state == "left":
            box = QRectF(middle.x() - _BOX / 2, middle.y() - _BOX / 2, _BOX, _BOX)
            painter.setPen(QPen(tokens.removed, 1.5))
            painter.setBrush(tokens.paper)
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
            _sign(painter, middle, tokens.removed, upright=False)


def _pen(colour: QColor, wide: float, *, dashed: bool = False) -> QPen:
    """A pen that ends where the cell ends."""
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    return QPen(colour, wide, style, Qt.PenCapStyle.FlatCap)


def _sign(painter: QPainter, middle: QPointF, colour: QColor, *, upright: bool) -> None:
    painter.setPen(QPen(colour, 1.6))
    painter.drawLine(middle - QPointF(3, 0), middle + QPointF(3, 0))
    if upright:
        painter.drawLine(middle - QPointF(0, 3), middle + QPointF(0, 3))


class _DraftHeads(QHeaderView):
    """The names of the drafts over their columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(_HEAD)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(_DRAFT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens, grid = current(), self.parent()
        assert isinstance(grid, PhraseGrid)
        painter.fillRect(rect, tokens.paper)
        view = grid.grid.view
        if view is None:
            return
        draft = view.drafts[section]
        here = section == grid.currentIndex().column()
        font = fonts.serif(14, 600)
        painter.save()
        painter.setPen(tokens.ink)
        painter.setFont(font)
        room = QRectF(rect.x() + 4, rect.y() + 2, rect.width() - 8, 36)
        centre = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        low = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
        painter.drawText(room, low, short(draft.label, QFontMetricsF(font), room.width()))
        room = QRectF(rect.x() + 4, rect.y() + 39, rect.width() - 8, 18)
        painter.setFont(fonts.micro(600 if here else 400))
        painter.setPen(tokens.ink2)
        painter.drawText(room, centre, draft.day)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        beyond = self.length() - self.offset()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rest = self.width() - beyond
        painter.fillRect(QRect(0 if rtl else beyond, 0, rest, self.height()), current().paper)
        painter.end()


class _PhraseHeads(QHeaderView):
    """The phrases at the side of their rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setFixedWidth(_SIDE)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(_ROW)
        self.setSectionsClickable(True)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        beyond = self.length() - self.offset()
        painter.fillRect(QRect(0, beyond, self.width(), self.height() - beyond), current().paper)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens, grid = current(), self.parent()
        assert isinstance(grid, PhraseGrid)
        view = grid.grid.view
        if view is None:
            return
        row: PhraseRow = view.phrases[section]
        chosen = section == grid.currentIndex().row()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(rect, tokens.hover if chosen else tokens.paper)

        def place(x: float, top: float, width: float, height: float) -> QRectF:
            left = rect.right() - x - width if rtl else rect.x() + x
            return QRectF(left, rect.y() + top, width, height)

        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(tokens.ink2)
        painter.setFont(fonts.micro(600))
        painter.drawText(place(24, 0, 18, rect.height()), lead, row.letter or "“ ”")
        font = serif(14, 600 if chosen else 400)
        painter.setFont(font)
        painter.setPen(tokens.ink)
        room = rect.width() - 44 - 10
        text = QFontMetricsF(font).elidedText(row.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place(44, 2, room, 19), lead, text)
        small = fonts.micro(400)
        painter.setFont(small)
        painter.setPen(tokens.ink2)
        who = QFontMetricsF(small).elidedText(row.who, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place(44, 20, room, 15), lead, who)
        painter.restore()


class PhraseGrid(QTableView):
    """`phrase_chosen(int)`; `draft_looked_at(int)` when one goes to another draft, `draft_wanted(int)` at Enter or a
    double click on its mark."""

    phrase_chosen = Signal(int)
    draft_wanted = Signal(int)
    draft_looked_at = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = PhraseGridModel(self)
        self._following = False
        self.setModel(self.grid)
        self.setHorizontalHeader(_DraftHeads(self))
        self.setVerticalHeader(_PhraseHeads(self))
        self.setItemDelegate(_Marks(self))
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        """The drafts share the room there is."""
        count = max(1, self.grid.columnCount())
        each = (self.viewport().width() - 16) // count
        self.horizontalHeader().setDefaultSectionSize(max(_DRAFT, min(_DRAFT_WIDE, each)))

    def show_line(self, view: LineView) -> None:
        """Another paragraph."""
        self._following = True
        self.grid.show_line(view)
        self._spread()
        self._following = False

    def states(self, row: int) -> tuple[str, ...]:
        """The states of a phrase in all drafts."""
        return self.grid.view.phrases[row].states if self.grid.view is not None else ()

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


def short(label: str, metrics: QFontMetricsF, room: float) -> str:
    """A name in a narrow column: of a symbol its end, which tells it from others; else what two lines hold."""
    if metrics.horizontalAdvance(label) <= room:
        return label
    parts = label.split("/")
    while len(parts) > 1 and " " not in label:
        parts = parts[1:]
        if metrics.horizontalAdvance("/".join(parts)) <= room:
            return "/".join(parts)
    return metrics.elidedText(label, Qt.TextElideMode.ElideRight, 1.8 * room)
