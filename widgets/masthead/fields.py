"""The fields of the form: a line to write in, and one with a list to choose from; both offer what is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QStyle,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from models.draft.directions import is_right_to_left
from models.editing.stretch import STRAIGHT
from models.masthead.agenda import plain
from widgets.masthead.offers import Offers
from widgets.theme import fonts, icons
from widgets.theme.cut import cut_in
from widgets.theme.laid import laid_down
from widgets.theme.surfaces import Words
from widgets.theme.tokens import Measures, current, theme_changed
from widgets.theme.utf16 import letters_before, utf16

_GOING_BACK = ("edit-undo", "edit-redo")
"""What Qt's menu of a line undoes is undone in that line alone, and there is one list."""
_UNKNOWN = re.compile(r"_{2,}")
_CARET = 22
"""How wide and high the button with the caret is."""
_EDGE = 2
"""Pixels that Qt leaves on either side of the words of a line."""


class FieldLine(QLineEdit):
    """A line; what is not known yet (`__`) is tinted, several pasted lines are told as `lines_pasted(str)`.

    `longer(str)` tells what it holds once that is longer than the line, and "" once it is not; `taken(str)` which of
    what is offered was taken; `mark_printed()` that what is printed stands where a straight mark was typed.
    """

    taken = Signal(str)
    lines_pasted = Signal(str)
    longer = Signal(str)
    focused = Signal()
    mark_printed = Signal()

    def __init__(self, name: str, font: QFont | None = None) -> None:
        super().__init__()
        self._face, self._across = font or fonts.ui(), False
        self.setFont(self._face)
        self.setFixedHeight(Measures.CONTROL)
        self.setAccessibleName(name)
        self.setAcceptDrops(False)  # files are for the window
        self.printed: Callable[[str, int], str] = lambda words, at: words[at]
        """How a straight quotation mark is printed that was just typed at a place of some words."""
        self._values: tuple[str, ...] = ()
        self._meanings: Mapping[str, str] = {}
        self.offers: Offers | None = None
        """The list of what may be meant, once it was shown."""
        self.textEdited.connect(self._offer_like)
        self.textChanged.connect(self._follow_direction)
        self.textChanged.connect(self._tell_longer)
        self._longer = ""
        self._caret: QToolButton | None = None
        self._menu: QMenu | None = None
        theme_changed.connect(self._dress)

    def offer(self, values: Iterable[str] | Mapping[str, str], *, opens: bool = False) -> None:
        """What may be meant; with `opens` a caret at the edge shows all of it, as Alt+Down does everywhere.

        Of a mapping the keys are offered, and what is taken stands in the line as its value.
        """
        self._meanings = values if isinstance(values, Mapping) else {}
        self._values = tuple(dict.fromkeys(values))
        if opens and self._caret is None:
            self._caret = QToolButton(self)
            self._caret.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._caret.setCursor(Qt.CursorShape.ArrowCursor)
            self._caret.setAutoRaise(True)
            self._caret.setIconSize(QSize(14, 14))
            self._caret.setAccessibleName(f"Show all: {self.accessibleName()}")
            self._caret.clicked.connect(self._show_or_close)
            self._place_caret()
            self._dress(None)
        if self._caret is not None:
            self._caret.setVisible(bool(self._values))
            self.setTextMargins(0, 0, _CARET - 2 if self._values else 0, 0)

    def offered(self) -> tuple[str, ...]:
        """What may be meant."""
        return self._values

    def show_all(self) -> None:
        """Open the list of all that may be meant."""
        self.setFocus()
        self._open(self._values)

    def _show_or_close(self) -> None:
        if self.offers is not None and self.offers.isVisible():
            self._close()
        else:
            self.show_all()

    def _offer_like(self, text: str) -> None:
        """Offer what has the typed words in it, whatever marks it is printed with, if that is more than what stands."""
        like = plain(text)
        found = [value for value in self._values if like in plain(value)] if like else []
        found.sort(key=lambda value: not plain(value).startswith(like))
        self._open(found if self.hasFocus() and found != [text] else [])

    def _close(self) -> None:
        if self.offers is not None and isValid(self.offers):
            self.offers.hide()

    def _open(self, values: Sequence[str]) -> None:
        if not values:
            self._close()
            return
        if self.offers is None:
            self.offers = Offers(self)
            self.offers.taken.connect(self._take)
        self.offers.open(values, self.text())

    def _take(self, value: str) -> None:
        self.setText(self._meanings.get(value, value))
        self.taken.emit(value)

    def say(self, value: str) -> None:
        """Show a value that was not typed here; what stands already keeps its cursor."""
        if self.text() != value:
            self._close()
            end = _written_end(self.text(), value) if self.hasFocus() else 0
            self.setText(value)
            self.setCursorPosition(end)

    def _pasted(self, text: str) -> bool:
        several = len([line for line in text.splitlines() if line.strip()]) > 1
        if several:
            self.lines_pasted.emit(text)
        return several

    def _paste(self) -> None:
        if not self._pasted(QGuiApplication.clipboard().text()):
            self.paste()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and _goes_back(event):
                # There is one list of what can be undone, and it is that of the text.
                event.ignore()
                return False
            if event.type() is QEvent.Type.KeyPress and self.offers is not None and self.offers.takes_key(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _goes_back(event):
            event.ignore()
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.show_all()
            return
        before = self.text()
        super().keyPressEvent(event)
        if self.text() != before:  # Ctrl and a mark write none
            self._print_mark(event.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._print_mark(event.commitString())

    def _print_mark(self, typed: str) -> None:
        """A straight mark that was typed gives way to the one that is printed for it."""
        end, words = self.cursorPosition(), self.text()
        at = letters_before(words, end - 1) if end else 0
        if not typed or typed not in STRAIGHT or words[at : at + 1] != typed:
            return
        printed = self.printed(words, at)
        if printed != typed:
            self.setSelection(end - 1, 1)
            self.insert(printed)
            self.mark_printed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._menu = menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in _GOING_BACK:
                menu.removeAction(action)
            elif action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._close()
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._close()
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.home(False)  # what is longer than the line is read from its beginning

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_caret()
        self._tell_longer()

    def _tell_longer(self) -> None:
        text = self.text() if self.fontMetrics().horizontalAdvance(self.text()) > self._room().width() else ""
        if text != self._longer:
            self._longer = text
            self.longer.emit(text)

    def _inside(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)

    def _room(self) -> QRect:
        """Where the words of the line stand."""
        return self._inside().marginsRemoved(self.textMargins()).adjusted(_EDGE, 0, -_EDGE, 0)

    def _place_caret(self) -> None:
        if self._caret is not None:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._caret.ensurePolished()
            self._caret.setFixedSize(_CARET, _CARET)  # the style makes buttons as high as the line, and higher than it
            self._caret.move(4 if mirrored else self.width() - _CARET - 4, (self.height() - _CARET) // 2)

    def _follow_direction(self, text: str) -> None:
        """Arabic stands at the right, in letters whose height the line knows."""
        across = is_right_to_left(text)
        if across == self._across:
            return
        self._across = across
        face = QFont(self._face)
        if across:
            face.setFamilies(["Noto Sans Arabic", *self._face.families()])
            self.setAlignment(
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            )
        else:
            self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setFont(face)

    def _dress(self, _tokens: object) -> None:
        if self._caret is not None:
            self._caret.setIcon(icons.icon("caret-down"))
            self._place_caret()
        self.update()

    def _paint_cut(self) -> None:
        """As much as there is room for, and that it goes on."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.setFont(self.font())
        side = Qt.AlignmentFlag.AlignRight if self._across else Qt.AlignmentFlag.AlignLeft
        room = self._room()
        words = cut_in(QFontMetricsF(self.font()), self.text(), room.width())
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)
        painter.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._longer and not self.hasFocus():
            self._paint_cut()
            return
        super().paintEvent(event)
        found = list(_UNKNOWN.finditer(self.text()))
        if not found or is_right_to_left(self.text()):
            return
        tokens = current()
        cursor = self.cursorRect()
        metrics = self.fontMetrics()
        # Where the text begins is told by the cursor: the line may be scrolled.
        start = cursor.center().x() - metrics.horizontalAdvance(self.text()[: self.cursorPosition()])
        painter = QPainter(self)
        painter.setClipRect(self._inside())
        for match in found:
            left = start + metrics.horizontalAdvance(self.text()[: match.start()])
            wide = metrics.horizontalAdvance(match.group())
            place = QRectF(left, cursor.top() + 1, wide, cursor.height() - 2)
            if tokens.tint_bracketed is not None:
                tint = QColor(tokens.tint_bracketed)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                painter.fillRect(place.adjusted(-1, 0, 1, 0), tint)
            painter.setPen(tokens.bracketed)
            painter.setFont(self.font())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), match.group())
            painter.fillRect(QRectF(place.left(), place.bottom() - 2, wide, 2), tokens.bracketed)
        painter.end()


def _goes_back(event: QKeyEvent) -> bool:
    """Whether a key undoes or does again."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _written_end(old: str, new: str) -> int:
    """Where what another value has otherwise ends, in UTF-16 units: writing goes on there."""
    same = 0
    while same < min(len(old), len(new)) and old[-1 - same] == new[-1 - same]:
        same += 1
    return utf16(new[: len(new) - same])


class Labelled(QWidget):
    """A field under its small label; below it, wrapped, all it holds where that is longer, and a fact if there is one.

    `whole`: what it holds is shown nowhere else.
    """

    def __init__(self, words: str, field: FieldLine, *, fact: bool = False, whole: bool = True) -> None:
        super().__init__()
        column = laid_down(self, spacing=3)
        label = Words(words, fonts.small(), "ink2")
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
        self.whole = Words("", fonts.small(), "ink2", lines=True)
        self.whole.hide()
        column.addWidget(self.whole)
        if whole:
            field.longer.connect(self._show_whole)
        self.fact = Words("", fonts.small(), "ink3", lines=True) if fact else None
        if self.fact is not None:
            column.addWidget(self.fact)
        column.addStretch(1)

    def say_fact(self, words: str) -> None:
        """Show a fact under the field."""
        if self.fact is not None:
            self.fact.setText(words)

    def _show_whole(self, text: str) -> None:
        self.whole.setText(text)
        self.whole.setVisible(bool(text))


def tint_warned(field: QLineEdit, warned: bool) -> None:
    """Show that a value is not in the text: its ink is that of a warning, and the list below says why."""
    tokens = current()
    palette = QPalette(field.palette())
    palette.setColor(QPalette.ColorRole.Text, tokens.bracketed if warned else tokens.ink)
    field.setPalette(palette)
