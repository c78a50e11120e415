"""The ring around the control the keyboard came to: 2 px, 2 px away, over everything."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from widgets.theme import tokens as appearance
from widgets.theme.hands import brought_by_keys, keys_last
from widgets.theme.tokens import Measures

BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_AWAY = 4


def show_ring(widget: QWidget, reason: Qt.FocusReason) -> None:
    """Put the ring of the widget's window around it if the keyboard brought the focus. Call in focusInEvent."""
    ring = _ring_of(widget)
    if brought_by_keys(reason):
        ring.go_to(widget)
        _scroll_to(widget)


def put_ring_around(widget: QWidget) -> None:
    """Put the ring around a widget that shows it whoever brought the keyboard."""
    _ring_of(widget).go_to(widget)


def take_keyboard_from(part: QWidget) -> None:
    """Leave nothing of a part with the keyboard, for whoever hides it and puts that elsewhere.

    Qt would take it to the next thing in order as the part is hidden, and have it read aloud.
    """
    focus = part.focusWidget()
    if focus is not None:
        focus.clearFocus()


def _ring_of(widget: QWidget) -> FocusRing:
    window = widget.window()
    return window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly) or FocusRing(window)


def _scroll_to(widget: QWidget) -> None:
    """Bring a widget into sight: Qt does so only where the keyboard goes on within an area that scrolls."""
    at = widget.parentWidget()
    while at is not None and not at.isWindow():
        if isinstance(at, QScrollArea) and (inner := at.widget()) is not None and inner.isAncestorOf(widget):
            at.ensureWidgetVisible(widget)
        at = at.parentWidget()


class Ringed(QWidget if TYPE_CHECKING else object):  # type: ignore[misc]
    """Named before the class of a widget: the ring comes to it when the keyboard does."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        show_ring(self, event.reason())
        super().focusInEvent(event)


class FocusRing(QWidget):
    """The one ring of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self._whole = QRectF()
        """All of the ring in its own pixels, where a part of it is scrolled out of sight too."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def go_to(self, widget: QWidget) -> None:
        """Stay around this widget until it loses the focus or hides."""
        self._leave()
        self._around = widget
        # Where a parent moves, as in a scrolled panel, the widget moves without an event of its own.
        at: QWidget | None = widget
        while at is not None and at is not self.window():
            at.installEventFilter(self)
            self._watched.append(at)
            at = at.parentWidget()
        self._place()
        self.show()
        self.raise_()

    def leave(self, widget: QWidget) -> None:
        """Go away, unless the ring has gone to another widget since or this one has the focus."""
        if self._around is widget and not (isValid(widget) and widget.hasFocus()):
            self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide) and watched is self._around:
            self._leave()
        return False

    def _leave(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._around = None
        self.hide()

    def _place(self) -> None:
        if self._around is not None and isValid(self._around):
            corner = self._around.mapTo(self.window(), QPoint(0, 0))
            whole = QRect(corner, self._around.size()).adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)
            shown = QRect(whole)
            for over in self._watched:
                area = over.parentWidget()
                if isinstance(area, QAbstractScrollArea) and area.viewport() is over:
                    top = over.mapTo(self.window(), QPoint(0, 0)).y()
                    shown.setTop(max(shown.top(), top))
                    shown.setBottom(min(shown.bottom(), top + over.height() - 1))
            self._whole = QRectF(whole.translated(-shown.topLeft()))
            self.setGeometry(shown)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(appearance.current().focus, 2))
        radius = Measures.RADIUS_CONTROL + 3
        painter.drawRoundedRect(self._whole.adjusted(1, 1, -1, -1), radius, radius)
        painter.end()


def tab_through(start: QWidget, *later: QWidget) -> None:
    """Let Tab go from a widget to those that were made later and stand behind it: Qt puts them behind all others."""
    for before, after in pairwise((start, *later)):
        QWidget.setTabOrder(before, after)


_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QAbstractSpinBox)


def ring_fields() -> None:
    """Put the ring around a field that has the keyboard, however it came; a box only where no press brought it.

    Which it is is asked here: a widget that a signal tells may be half taken down, as where a window closes.
    """
    now = QApplication.focusWidget()
    if isinstance(now, Ringed) or not isinstance(now, _FIELDS) or (isinstance(now, QLineEdit) and not now.hasFrame()):
        return
    if isinstance(now, QLineEdit | QPlainTextEdit) or not QApplication.mouseButtons():
        put_ring_around(now)
        if keys_last():
            _scroll_to(now)


def point_at(widget: QWidget, milliseconds: int = 2000) -> None:
    """Put the ring of the widget's window around it for a while, to show where it is."""
    ring = _ring_of(widget)
    ring.go_to(widget)
    _scroll_to(widget)
    QTimer.singleShot(milliseconds, ring, lambda: ring.leave(widget))
