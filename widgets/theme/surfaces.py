"""Grounds, hairlines and words that follow the theme."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QShowEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QStyle, QWidget

from widgets.theme import icons
from widgets.theme import tokens as appearance
from widgets.theme.cut import cut_in, whole_symbols
from widgets.theme.tips import shows_tip
from widgets.theme.tokens import Measures, Tokens, theme_changed

_LONG_WORD = 160
"""Pixels; a longer word does not say how wide a label must be at least."""
_WORD = re.compile(r"\S+")
_OTHER_SIZE = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)
"""What may happen to a label that makes its words wider or higher."""


class Surface(QWidget):
    """A ground in a token role, with hairlines at the edges named in `edges` (top, bottom, leading, trailing)."""

    def __init__(self, ground: str = "panel", edges: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground, self._edges = ground, tuple(edges.split())
        self._card: tuple[str, ...] = ()
        # All of it is painted: where something on it changes, nothing below it is.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme_changed.repaint(self)

    def set_edges(self, edges: str) -> None:
        """Other edges have hairlines."""
        self._edges = tuple(edges.split())
        self.update()

    def lie_in_card(self, edges: str) -> None:
        """The edges named are those of a card: where two of them meet, its round corner stays free."""
        self._card = tuple(edges.split())
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, not self._card)
        self.update()

    def _keep_corners_free(self, painter: QPainter) -> None:
        radius = float(Measures.RADIUS_POPOVER - 2)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = ("trailing", "leading") if rtl else ("leading", "trailing")
        beyond = [0.0 if edge in self._card else radius for edge in (left, "top", right, "bottom")]
        path = QPainterPath()
        rect = QRectF(self.rect()).adjusted(-beyond[0], -beyond[1], beyond[2], beyond[3])
        path.addRoundedRect(rect, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        if self._card:
            self._keep_corners_free(painter)
        ground: QColor = getattr(tokens, self._ground) or tokens.paper
        painter.fillRect(self.rect(), ground)
        right, bottom = self.width() - 1, self.height() - 1
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for edge in self._edges:
            if edge in ("top", "bottom"):
                painter.fillRect(0, 0 if edge == "top" else bottom, self.width(), 1, tokens.line)
            else:
                painter.fillRect(0 if (edge == "leading") != rtl else right, 0, 1, self.height(), tokens.line)
        painter.end()


class Words(QLabel):
    """A label in a token role; `lines` breaks it, otherwise it is cut with an ellipsis where room is short.

    A word longer than a line, as the names of files are, is broken where the line ends and widens nothing; no line ends
    within the symbol of a document that fits on one.
    """

    def __init__(
        self, text: str, font: QFont, role: str = "ink", *, lines: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._measured, self._widest = "", 0
        self._heights: dict[tuple[int, int, int], int] = {}
        self.setFont(font)
        self._role, self._lines = role, lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(lines)
        self._wanted = self.alignment()
        self._align()
        self._dressed: Tokens | None = None
        theme_changed.connect(self._other_theme)

    def _other_theme(self, _tokens: object) -> None:
        # Most words there are lie on pages and panels that are not shown, and wait until they are.
        if self.isVisible():
            self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress()

    def _dress(self) -> None:
        tokens = appearance.current()
        if tokens is self._dressed:
            return
        self._dressed = tokens
        palette = QPalette(self.palette())
        colour: QColor = getattr(tokens, self._role)
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        palette.setColor(QPalette.ColorRole.Text, colour)
        self.setPalette(palette)

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """At which edge the words stand: in a mirrored window at the other one, whatever way they run."""
        self._wanted = alignment
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        if event.type() in _OTHER_SIZE:
            self._measured, self._widest = "", 0
            self._heights.clear()

    def _align(self) -> None:
        # Qt would go by the direction of the words: English labels of a mirrored window, and Arabic names in one that
        # is not, stood far from what they name. Longer Arabic texts keep their own side.
        way = self.layoutDirection()
        if way == Qt.LayoutDirection.RightToLeft or not self._lines:
            super().setAlignment(QStyle.visualAlignment(way, self._wanted) | Qt.AlignmentFlag.AlignAbsolute)
        else:
            super().setAlignment(self._wanted)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self._lines:
            long = self._has_long_word(_LONG_WORD)
            return QSize(min(hint.width(), _LONG_WORD), hint.height()) if long else hint
        return QSize(min(hint.width(), 24), hint.height())

    def heightForWidth(self, width: int) -> int:
        if not self._lines:
            return super().heightForWidth(width)
        self._measure()
        inside = self.contentsRect()
        asked = width, self.width() - inside.width(), self.height() - inside.height()
        if (height := self._heights.get(asked)) is None:
            height = self._heights[asked] = self._height_for(*asked)
        return height

    def _height_for(self, width: int, across: int, high: int) -> int:
        if not self._breaks(width - across):
            return super().heightForWidth(width)
        return ceil(self._laid(width - across).boundingRect().height()) + high

    def _measure(self) -> None:
        """How wide the widest word is; what is known of other words is known no more.

        Layouts ask for the same heights again and again, one for each that they lie in.
        """
        if (text := self.text()) != self._measured:
            self._heights.clear()
            metrics = self.fontMetrics()
            self._widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
            self._measured = text

    def _breaks(self, room: int) -> bool:
        """Whether Qt would leave a word wider than the room there is whole, or break a symbol; with marks in them words
        are left to it."""
        return self._has_long_word(room) or self._whole(room) != self.text()

    def _has_long_word(self, room: int) -> bool:
        if self.textFormat() is not Qt.TextFormat.PlainText:
            return False
        self._measure()
        return self._widest > room

    def _fits(self, word: str, room: int) -> bool:
        return self.fontMetrics().horizontalAdvance(word) <= room

    def _whole(self, room: int) -> str:
        """The text, each symbol in it whole that fits on a line."""
        text = self.text()
        if "/" not in text or self.textFormat() is not Qt.TextFormat.PlainText:
            return text
        return _WORD.sub(lambda one: whole_symbols(one[0]) if self._fits(one[0], room) else one[0], text)

    def _laid(self, room: int) -> QTextLayout:
        layout = QTextLayout(self._whole(room).replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment())
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # else that of the program, of whatever words
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, room))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def shortened(self, room: float) -> str:
        """What is seen of a line that has no more room than so many pixels."""
        return cut_in(QFontMetricsF(self.font()), self.text(), room)

    def paintEvent(self, event: QPaintEvent) -> None:
        text, room = self.text(), self.contentsRect().width()
        if self._lines and self._breaks(room):
            painter = QPainter(self)
            painter.setPen(getattr(appearance.current(), self._role))
            laid = self._laid(room)
            tall = QSize(room, ceil(laid.boundingRect().height()))
            place = QStyle.alignedRect(Qt.LayoutDirection.LeftToRight, self.alignment(), tall, self.contentsRect())
            laid.draw(painter, place.topLeft().toPointF())
            painter.end()
            return
        if self._lines or self.fontMetrics().horizontalAdvance(text) <= room:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(getattr(appearance.current(), self._role))
        painter.drawText(self.contentsRect(), int(self.alignment()), self.shortened(room))
        painter.end()


class WholeWords(Words):
    """A sentence that is told whole where the pointer rests."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            return shows_tip(self, event, self.text()) or super().event(event)
        return super().event(event)


class Sign(QWidget):
    """An icon in a token role, for beside words; it has no name of its own."""

    def __init__(self, icon: str, role: str = "ink2", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._role, self._size = icon, role, size
        self.setFixedSize(size, size)
        theme_changed.repaint(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.paint(painter, self.rect().toRectF(), self._icon, getattr(appearance.current(), self._role))
        painter.end()
