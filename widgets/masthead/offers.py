"""What may be meant in a field: a list under it that is no window and never has the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from models.draft.directions import is_right_to_left
from widgets.paper.rows import Index, RowList, paint_bar
from widgets.theme.saying import say
from widgets.theme.tokens import current

_ROWS, _FRAME, _GAP, _EDGE = 9, 1, 1, 8
"""Rows in sight at most, pixels of the frame, between field and list, and between list and the side of the window."""
_WIDEST = 880
"""Pixels of a list at most: titles of agenda items may be longer than the window is wide."""
_ROOM = 28
"""Pixels of a row that are not its words, the scroll bar among them."""
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS - 1,
    Qt.Key.Key_PageUp: 1 - _ROWS,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAVING = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class _Row(QStyledItemDelegate):
    """A row stands where the field has it: Arabic at the right."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        room = option.rect.width() - _ROOM
        if room > 0:
            # Subitems begin alike, and end with what they are.
            option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideMiddle, room)
        across = is_right_to_left(index.data()) or option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if across else Qt.AlignmentFlag.AlignLeft
        option.displayAlignment = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_bar(painter, option)


class Offers(RowList):
    """Lies over the window of `line`, which gives it its keys; `taken(str)` tells what was chosen.

    As a window it would be given the keyboard by X11 and have it taken away again, each some letters too late.
    """

    taken = Signal(str)
    _watched: Sequence[QObject] = ()
    """What the field lies in, and the window: the list looks at them while it is shown."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(f"Offered: {line.accessibleName()}", "raised", line.window())
        self._line = line
        self._values = QStringListModel(self)
        self.setModel(self._values)
        self.setItemDelegate(_Row(self))
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)  # it has room round the scroll bar too
        self.setLineWidth(_FRAME)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._take)
        self.hide()

    def open(self, values: Sequence[str], chosen: str = "") -> None:
        """Show what may be meant, one of it chosen where it is there."""
        self._values.setStringList(list(values))
        self.setLayoutDirection(self._line.layoutDirection())
        self._place()
        self.show()
        self.raise_()
        if chosen in values:
            self.setCurrentIndex(self._values.index(values.index(chosen)))

    def takes_key(self, event: QKeyEvent) -> bool:
        """Whether a key of the field was for the list alone; Tab takes what is chosen and is the field's too."""
        if not self.isVisible() or event.modifiers() & ~_PLAIN:
            return False
        key, index = Qt.Key(event.key()), self.currentIndex()
        if key in _STEPS:
            self._step(_STEPS[key])
            return True
        if key in _LEAVING:
            self.hide()
            if index.isValid() and key != Qt.Key.Key_Escape and index.data() != self._line.text():
                self.taken.emit(index.data())
                return key in _ENTER
        return key == Qt.Key.Key_Escape

    def _step(self, by: int) -> None:
        rows, row = self._values.rowCount(), self.currentIndex().row()
        # Between the last and the first none is chosen: what was typed is meant.
        row = (row + 1 + by) % (rows + 1) - 1 if abs(by) == 1 else max(0, min(row + by, rows - 1))
        index = self._values.index(row) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        # The focus stays in the field, so that nobody else would say which row is chosen.
        say(self, index.data() or "")

    def _take(self, index: QModelIndex) -> None:
        self.hide()
        self.taken.emit(index.data())

    def _place(self) -> None:
        """Under the field, or over it where there is more room; as wide as it, or as its longest words up to 880."""
        window, values, field = self._line.window(), self._values.stringList(), self._field()
        words = ceil(max(map(QFontMetricsF(self.font()).horizontalAdvance, values))) + _ROOM + 2 * _FRAME
        wide = min(max(field.width(), min(words, _WIDEST)), window.width() - 2 * _EDGE)
        left = field.right() + 1 - wide if self.isRightToLeft() else field.left()
        left = max(_EDGE, min(left, window.width() - _EDGE - wide))
        high = min(len(values), _ROWS) * self.sizeHintForRow(0) + 2 * _FRAME
        below, above = window.height() - field.bottom() - 1 - _GAP, field.top() - _GAP
        under = high <= below or below >= above
        high = min(high, below if under else above)
        self.setGeometry(left, field.bottom() + 1 + _GAP if under else field.top() - _GAP - high, wide, high)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        watched: list[QObject] = []
        above: QWidget | None = self._line
        while above is not None:
            watched.append(above)
            above = above.parentWidget()
        self._watched = (*watched, self._line.window().windowHandle())
        for each in self._watched:
            each.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for each in self._watched:
            if isValid(each):  # a window that is let go hides the list, and is half gone by then
                each.removeEventFilter(self)
        self._watched = ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list goes where its field goes, and away when the mouse is used elsewhere."""
        if watched not in self._watched:
            return super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif watched is self._watched[-1] and (
            isinstance(event, QWheelEvent)
            or (isinstance(event, QMouseEvent) and event.type() is not QEvent.Type.MouseMove)
        ):
            place = event.position().toPoint()
            in_field = isinstance(event, QMouseEvent) and self._field().contains(place)
            if not in_field and not self.geometry().contains(place):
                self.hide()
        return False

    def _field(self) -> QRect:
        return QRect(self._line.mapTo(self._line.window(), QPoint()), self._line.size())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.Paint:  # the style draws no frame
            painter = QPainter(self)
            painter.setPen(current().ctl)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()
        return done
