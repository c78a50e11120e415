"""The words of a paragraph with marks, as tall as they need; long ones can be opened."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.paper.block import Block
from widgets.paper.pieces import Mark, Pieces
from widgets.paper.type import TextType
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.focus import Ringed
from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import theme_changed

_TYPE = TextType(14.5, 21)
_SPOKEN = {Mark.ADDED: "added", Mark.REMOVED: "removed"}


class MarkedWords(Ringed, QWidget):
    """Paints pieces, at most `most` lines until a click or Enter opens it; `laid_out()` when its height changed."""

    laid_out = Signal()

    def __init__(self, most: int = 10) -> None:
        super().__init__()
        self._most, self._pieces, self._open = most, (), False  # type: tuple[int, Pieces, bool]
        self._block: Block | None = None
        self._right_to_left: bool | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        # The keyboard comes here for short words too, so that a screen reader says what changed.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        speak_as(self, Role.StaticText)
        theme_changed.connect(self._forget)

    def show_pieces(self, pieces: Pieces, right_to_left: bool | None = None) -> None:
        """Show other words, which run as most of their letters do unless said; the same are not laid out again."""
        if (pieces, right_to_left) == (self._pieces, self._right_to_left):
            return
        self._pieces, self._right_to_left, self._open = pieces, right_to_left, False
        self.setAccessibleName(spoken(pieces))
        self._forget()

    def _forget(self, _tokens: object = None) -> None:
        self._block = None
        self._fit()
        self.update()

    def _laid(self) -> Block:
        if self._block is None or self._block.width != float(self.width()):
            self._block = Block(self._pieces, _TYPE, float(max(60, self.width())), right_to_left=self._right_to_left)
        return self._block

    @property
    def _long(self) -> bool:
        return self._laid().lines > self._most + 2

    def _fit(self) -> None:
        block = self._laid()
        height = block.height
        if self._long:
            height = (block.height if self._open else block.lead * self._most) + 20
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._long else Qt.CursorShape.ArrowCursor)
        if self.height() != round(height + 3) or self.minimumHeight() != round(height + 3):
            self.setFixedHeight(round(height + 3))
            self.laid_out.emit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, block = appearance.current(), self._laid()
        painter = QPainter(self)
        painter.save()
        if self._long and not self._open:
            painter.setClipRect(0, 0, self.width(), round(block.lead * self._most))
        block.paint(painter, QPointF(0, 0))
        painter.restore()
        if self._long:
            words = "Less" if self._open else f"{block.lines - self._most} more lines"
            painter.setFont(fonts.small(500))
            painter.setPen(tokens.ink2)
            place = self.rect().adjusted(0, self.height() - 21, 0, 0)
            painter.setLayoutDirection(self.layoutDirection())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()

    def _turn(self) -> None:
        if self._long:
            self._open = not self._open
            self._fit()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._turn()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._long:
            self._turn()
            return
        super().keyPressEvent(event)


def spoken(pieces: Pieces) -> str:
    """The words as a screen reader says them: "Decides [added: to meet]"."""
    parts = []
    for piece in pieces:
        if piece.note:
            parts.append(f" (footnote {piece.text}) ")
            continue
        said = _SPOKEN.get(piece.mark)
        parts.append(f" ({said}: {piece.text.strip()}) " if said and piece.text.strip() else piece.text)
    return " ".join("".join(parts).split())
