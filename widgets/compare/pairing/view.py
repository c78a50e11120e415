"""Pairing paragraphs with keys and mouse: ends are chosen, and what is to be said of them is asked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication

from widgets.compare.pairing.choice import PairingRows
from widgets.compare.pairing.drag import Drag, paint_drag
from widgets.compare.pairing.picture import Press
from widgets.compare.pairing.rows import End, Held, Pairs
from widgets.theme.roles import Role, speak_as


class PairingView(PairingRows):
    """`pair_wanted()` asks to pair the chosen ends, `gone_wanted()` to say that the chosen paragraph was deleted or is
    new; `left()` tells that the reader is done."""

    pair_wanted = Signal()
    gone_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._drag = Drag(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        speak_as(self, Role.Document, "Pairing by hand")

    def show_pairs(self, pairs: Pairs, end: End | None, place: float | None = None) -> None:
        """Show two texts; what is dragged is let go."""
        self._drag.end()
        super().show_pairs(pairs, end, place)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        number = self.number_at(event.position())
        if number is not None:
            self._drag.begin(number, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag.move(event.position()):
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        press = self._press_at(event.position())
        hot = (press[0], press[1].does) if press is not None else None
        if hot != self._hot:
            self._hot = hot
            self.viewport().update()
        row = self.row_under(event.position().y())
        shape = Qt.CursorShape.ArrowCursor
        if press is not None or (row is not None and self.rows[row].fold):
            shape = Qt.CursorShape.PointingHandCursor
        elif self.number_at(event.position()) is not None:
            shape = Qt.CursorShape.OpenHandCursor
        elif self.end_at(event.position()) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        more = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        dragged, onto = self._drag.end(), self.end_at(event.position())
        if dragged is not None:
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            if onto is not None and onto.old != dragged.old:
                self._join(dragged, onto, more=more)
            return
        row, press = self.row_under(event.position().y()), self._press_at(event.position())
        if press is not None:
            self._pressed(press[1], more=more)
        elif row is not None and self.rows[row].fold:
            self.toggle_fold(row)
        elif row is not None and (chip := self._chip_at(row, event.position())) is not None:
            self._open_chip(row, chip)
        elif onto is not None:
            self._click(onto, more=more)

    def _join(self, dragged: End, onto: End, *, more: bool) -> None:
        """A number was dropped on a paragraph of the other side: they are paired, or with Ctrl it is one end more."""
        if self._end != dragged or (self.held is not None and not more):
            before = self.held
            self.held = Held(dragged.old, (dragged.position,), ())
            if more and before is not None and before.has(dragged):
                self.held = before
            self.candidates = ()
            self._keeping_place(before, dragged)
            self._ask()
        self.choose_other(onto.position, more=more)
        if not more:
            self.pair_wanted.emit()

    def _pressed(self, press: Press, *, more: bool) -> None:
        if press.does == 0:
            self.pair_wanted.emit()
        else:
            self.choose_digit(press.does, more=more)

    def _click(self, end: End, *, more: bool) -> None:
        held = self.held
        if held is None or (end.old == held.old and not more):
            if held is None or not held.has(end):
                self.choose(end)
        elif end.old == held.old:
            self.choose_more(end.position)
        elif more or not held.has(end):
            self.choose_other(end.position, more=more)

    def _chip_at(self, row: int, place: QPointF) -> int | None:
        return self.made(row).picture.chip_at(self._inside(row, place))

    def _open_chip(self, row: int, chip: int) -> None:
        self._chips.setdefault(self.rows[row].change, set()).symmetric_difference_update({chip})
        self.redraw(row)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave and self._hot is not None:
            self._hot = None
            self.viewport().update()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drag.begun and self.pairs is not None:
            paint_drag(self, self._drag)

    # Keys

    def event(self, event: QEvent) -> bool:
        # Enter, Del and the digits are this page's own while the keyboard is here.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    @staticmethod
    def _is_own(event: QKeyEvent) -> bool:
        keys = Qt.Key
        own = (keys.Key_N, keys.Key_P, keys.Key_Delete, keys.Key_Backspace, keys.Key_BracketLeft, keys.Key_BracketRight)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        # With Ctrl a digit is a second end here, and no page to go to.
        digit = keys.Key_1 <= event.key() <= keys.Key_9
        return (digit and held in (_NO_KEY, _CTRL)) or (event.key() in own and held == _NO_KEY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return
        more = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        others = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ControlModifier)
        if others or not self._key(event.key(), more):
            super().keyPressEvent(event)

    def _key(self, key: int, more: bool) -> bool:
        keys, bar = Qt.Key, self.verticalScrollBar()
        if keys.Key_1 <= key <= keys.Key_9:
            return self.choose_digit(key - keys.Key_0, more=more)
        if more:
            return False
        if key in (keys.Key_Return, keys.Key_Enter):
            self.pair_wanted.emit()
        elif key in (keys.Key_Delete, keys.Key_Backspace):
            self.gone_wanted.emit()
        elif key == keys.Key_Escape:
            if self._drag.end() is None:
                self.left.emit()
            self.viewport().update()
        elif key in (keys.Key_N, keys.Key_P):
            self.step(1 if key == keys.Key_N else -1)
        elif key in (keys.Key_Down, keys.Key_Up):
            self._walk(1 if key == keys.Key_Down else -1)
        elif key in (keys.Key_Left, keys.Key_Right):
            self.turn()
        elif key in (keys.Key_BracketLeft, keys.Key_BracketRight):
            self.open_folds(key == keys.Key_BracketRight)
        elif key in (keys.Key_Home, keys.Key_End):
            bar.setValue(0 if key == keys.Key_Home else bar.maximum())
        else:
            return False
        return True

    def _walk(self, way: int) -> None:
        """To the paragraph of the next row, on the same side where it has one there."""
        row = self._chosen_row()
        at = (-1 if way > 0 else len(self.rows)) if row is None else row
        old = self.held.old if self.held is not None else True
        while 0 <= (at := at + way) < len(self.rows):
            line = self.rows[at]
            there = line.olds if old else line.news
            if not line.fold and (line.olds or line.news):
                # Of the cells of a row each has its turn.
                which = -1 if way < 0 and line.in_table else 0
                other = line.news if old else line.olds
                self.choose(End(old, there[which]) if there else End(not old, other[which]))
                return

    def _copy(self) -> None:
        if self.held is not None and self.pairs is not None:
            old = self.held.old
            texts = [self.pairs.paragraph(End(old, at)).text for at in self.held.here]
            QApplication.clipboard().setText("\n".join(texts))


_NO_KEY, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
