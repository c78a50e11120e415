"""The buttons of Adref, painted from the tokens alone, so that they look alike on every style.

`Button` is quiet (a hairline), ink (the one strong thing of a page) or plain; `IconButton` stands in bars. All of them
show a ring when the keyboard brought the focus.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance
from widgets.theme.focus import Ringed
from widgets.theme.key_hints import key_width, key_words, paint_key
from widgets.theme.tips import shows_tip
from widgets.theme.tokens import Measures, theme_changed

_OWN_WAY, _OWN_WAY_ENDS = "\u2068", "\u2069"
"""Around words that run their own way in a mirrored window: the stop of "Keep this draft…" stays at their end."""
_EDGE = 11.0
"""Between the edge of a button and its words."""
_WITH_KEYS = re.compile(r"(.+) \((.+)\)")


class PressedByEnter(Ringed, QAbstractButton):
    """A button that Enter presses, as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class Painted(PressedByEnter):
    """What our buttons share: hover, size, the focus ring, repainting with the theme."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_changed.repaint(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)


class Button(Painted):
    """A button with words, an icon and a key hint where given. `form` is quiet, ink, plain or place."""

    def __init__(
        self,
        words: str,
        *,
        form: str = "quiet",
        icon: str | None = None,
        key: str = "",
        leading: bool = False,
        height: int = Measures.CONTROL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._form, self._sign, self._leading, self._height = form, icon, leading, height
        self._key = key_words(key) if key else ""
        if form == "place":
            self.setCheckable(True)
            # One of several, to a screen reader too.
            self.setAutoExclusive(True)

    def become(self, form: str) -> None:
        """Take another form, as where something else is the one strong thing of the page."""
        if form != self._form:
            self._form = form
            self.update()

    def nextCheckState(self) -> None:
        """A place shows where one is: the page says so, not the click."""
        if self._form != "place":
            super().nextCheckState()

    @property
    def _font(self) -> QFont:
        return fonts.ui(500)

    def event(self, event: QEvent) -> bool:
        """Words that are shortened are told whole where the pointer rests, if nothing else is."""
        if isinstance(event, QHelpEvent) and self.width() < self.sizeHint().width():
            return shows_tip(self, event, self.text()) or super().event(event)
        return super().event(event)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._font).horizontalAdvance(self.text()) + (22 if self._form == "place" else 26)
        width += self._sign_room
        if self._key:
            width += key_width(self._key) + 5
        return QSize(round(width + 0.5), self._height)

    def minimumSizeHint(self) -> QSize:
        # Words that begin at the leading edge may be shortened by a layout; others are when nothing else gives way.
        hint = self.sizeHint()
        return QSize(80, hint.height()) if self._leading else hint

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Ground, border and words."""
        tokens = appearance.current()
        over, down = self.underMouse() and self.isEnabled(), self.isDown()
        if self._form == "ink":
            ground = tokens.ink3 if down else tokens.ink2 if over else tokens.ink
            return (ground if self.isEnabled() else _faint(tokens.ink, 0.38)), None, tokens.on_accent
        words = tokens.ink if self.isEnabled() else _faint(tokens.ink, 0.45)
        if self._form == "place":
            if self.isChecked():
                # The ground alone is hardly told from what lies around it.
                return tokens.sel, tokens.ctl, words
            return (tokens.hover if over else None), None, tokens.ink2
        if self._form == "plain":
            return (tokens.sel if down else tokens.hover if over else None), None, words
        return (tokens.sel if down else tokens.hover if over else tokens.paper), tokens.line2, words

    @property
    def _sign_room(self) -> int:
        """What the sign takes, with the gap to the words where there are any."""
        return (26 if self.text() else 16) if self._sign else 0

    @property
    def _border(self) -> float:
        """How wide the border is, where there is one."""
        return 1.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, border, words = self._colours()
        place = QRectF(self.rect())
        radius = Measures.RADIUS_CONTROL if self.height() < 36 else Measures.RADIUS_CARD
        width = self._border
        painter.setPen(QPen(border, width) if border else Qt.PenStyle.NoPen)
        painter.setBrush(ground if ground else Qt.BrushStyle.NoBrush)
        inset = width / 2 if border else 0.0
        painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), radius, radius)
        self._paint_words(painter, place, words)
        painter.end()

    def _paint_words(self, painter: QPainter, place: QRectF, colour: QColor) -> None:
        tokens = appearance.current()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        metrics = QFontMetricsF(self._font)
        advance = metrics.horizontalAdvance(self.text())
        content = advance + self._sign_room
        start = _EDGE if self._leading or self._key else max(_EDGE, (place.width() - content) / 2)
        room = place.width() - 2 * start - (key_width(self._key) + 10 if self._key else 0) - self._sign_room

        def mirrored(x: float, width: float) -> float:
            return place.width() - x - width if rtl else x

        if self._sign:
            icons.paint(painter, QRectF(mirrored(start, 16), place.center().y() - 8, 16, 16), self._sign, colour)
            start += 26
        painter.setPen(colour)
        painter.setFont(self._font)
        words = self.text()
        if advance > room + 1:
            # What is done stands at the beginning, and at the end of a file's name what kind of file it is.
            side = Qt.TextElideMode.ElideRight if self._leading or self._key else Qt.TextElideMode.ElideMiddle
            words = metrics.elidedText(words, side, room)
            advance = metrics.horizontalAdvance(words)
            if side == Qt.TextElideMode.ElideMiddle:
                start += (room - advance) / 2
        line = QRectF(mirrored(start, advance + 2), 0, advance + 2, place.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, f"{_OWN_WAY}{words}{_OWN_WAY_ENDS}")
        if self._key:
            width = key_width(self._key)
            box = QRectF(mirrored(place.width() - width - 10, width), place.center().y() - 9, width, 18)
            quiet = self._form != "ink"
            paint_key(painter, box, self._key, tokens.ink2 if quiet else colour, tokens.line2 if quiet else tokens.ink3)


class IconButton(Painted):
    """A sign in a bar, 32 px square; its words are its tool tip and its accessible name."""

    def __init__(self, icon: str, words: str, *, size: int = Measures.ICON_BAR) -> None:
        super().__init__("")
        self._sign, self._size, self._role = icon, size, "ink2"
        self.setToolTip(words)

    def setToolTip(self, words: str) -> None:
        """Words with the keys in brackets after them; the keys are said after the name, and not as part of it."""
        named = _WITH_KEYS.fullmatch(words)
        super().setToolTip(words if named else "")
        self.setAccessibleName(named[1] if named else words)
        self.setAccessibleDescription(named[2] if named else "")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            return shows_tip(self, event, self.accessibleName()) or super().event(event)
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(Measures.ICON_BUTTON, Measures.ICON_BUTTON)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked()):
            # What is on has a frame: its ground alone is hardly told from what lies around it.
            painter.setPen(QPen(tokens.ctl, 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.sel if self.isDown() or self.isChecked() else tokens.hover)
            inset = 0.5 if self.isChecked() else 0.0
            ground = place.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ground, Measures.RADIUS_CONTROL, Measures.RADIUS_CONTROL)
        self._paint_sign(painter, place)
        painter.end()

    def _paint_sign(self, painter: QPainter, place: QRectF) -> None:
        tokens, side = appearance.current(), self._size
        colour: QColor = getattr(tokens, self._role) if self.isEnabled() else _faint(tokens.ink)
        box = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
        icons.paint(painter, box, self._sign, colour, mirrored=_flips(self, self._sign))


def _faint(colour: QColor, strength: float = 0.25) -> QColor:
    """The colour of what cannot be used now: fainter on every ground, in high contrast too."""
    faint = QColor(colour)
    faint.setAlphaF(strength)
    return faint


def _flips(widget: QWidget, sign: str) -> bool:
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft and sign in (
        "arrow-left",
        "arrow-right",
        "caret-left",
        "caret-right",
    )
