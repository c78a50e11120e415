"""A paragraph with its phrases: each over a line with its letter, the chosen one on a ground of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from models.draft.directions import is_right_to_left
from models.draft.first_letter import with_capital
from widgets.lineage.view import DraftHead, PhraseRow
from widgets.paper import type as letters
from widgets.paper.block import Block
from widgets.paper.pieces import Piece, Pieces
from widgets.theme import tokens as appearance
from widgets.theme.focus import Ringed
from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import theme_changed

_WIDE, _PAD = 760, 6
_FROM_THE_RIGHT, _NO_BREAK = "\u200f", "\u2060"


class PhraseText(Ringed, QWidget):
    """`phrase_chosen(int)` when a phrase is pressed, or gone to by left and right."""

    phrase_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._words: Pieces = ()
        self._phrases: tuple[PhraseRow, ...] = ()
        self._drafts: tuple[DraftHead, ...] = ()
        self._chosen = 0
        self._block: Block | None = None
        self.setMaximumWidth(_WIDE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        speak_as(self, Role.StaticText, "The paragraph")
        theme_changed.connect(self._forget)

    def show_text(self, words: Pieces, phrases: Sequence[PhraseRow], drafts: Sequence[DraftHead]) -> None:
        """Show another paragraph with its phrases."""
        self._words, self._phrases, self._drafts, self._chosen = words, tuple(phrases), tuple(drafts), 0
        self.setAccessibleName("The paragraph: " + "".join(one.text for one in words if not one.note))
        self._forget()

    def choose(self, at: int) -> None:
        """Show a phrase as chosen."""
        self._chosen = at
        if 0 <= at < len(self._phrases):
            self.setAccessibleDescription(told(self._phrases[at], self._drafts))
        self.update()

    def _pieces(self) -> Pieces:
        """The words cut where phrases end, with the letter of each behind it; the place is the number of a phrase."""
        bounds = [(row.start, row.end, at) for at, row in enumerate(self._phrases) if row.letter]
        made: list[Piece] = []
        place = 0
        # A letter would run with the digits before it, which are read from the left; and it is to begin no line.
        apart = _FROM_THE_RIGHT if is_right_to_left("".join(one.text for one in self._words)) else ""
        apart += _NO_BREAK
        for piece in self._words:
            if piece.note:
                made.append(piece)
                continue
            rest = piece.text
            while rest:
                inside = next((one for one in bounds if one[0] <= place < one[1]), None)
                ahead = [one[0] for one in bounds if one[0] > place]
                end = inside[1] if inside is not None else min(ahead, default=place + len(rest))
                part, rest = rest[: end - place], rest[end - place :]
                number = inside[2] if inside is not None else None
                made.append(Piece(part, piece.italic, piece.bold, piece.underline, place=number))
                place += len(part)
                if inside is not None and place == inside[1]:
                    made.append(Piece(apart + self._phrases[inside[2]].letter, note=True))
        return tuple(made)

    def _laid(self) -> Block:
        if self._block is None:
            self._block = Block(self._pieces(), letters.INLINE, float(max(80, self.width())))
        return self._block

    def _forget(self, _tokens: object = None) -> None:
        self._block = None
        height = round(self._laid().height + 2 * _PAD)
        if self.minimumHeight() != height:
            self.setFixedHeight(height)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, block = appearance.current(), self._laid()
        painter = QPainter(self)
        chosen = self._chosen_boxes(block)
        for box in chosen:
            painter.fillRect(box.translated(0, _PAD), tokens.sel)
        for at, row in enumerate(self._phrases):
            if not row.letter:
                continue
            for box in block.place_boxes(at):
                line = box.translated(0, _PAD)
                painter.fillRect(QRectF(line.left(), line.bottom(), line.width(), 1), tokens.line2)
        for box in chosen:
            line = box.translated(0, _PAD)
            painter.fillRect(QRectF(line.left(), line.bottom(), line.width(), 2), tokens.ink)
        block.paint(painter, QPointF(0, _PAD))
        painter.end()

    def _chosen_boxes(self, block: Block) -> list[QRectF]:
        if not 0 <= self._chosen < len(self._phrases):
            return []
        row = self._phrases[self._chosen]
        if row.letter:
            return block.place_boxes(self._chosen)
        shift = self._shift
        return block.boxes(shift(row.start), shift(row.end)) if row.end > row.start else []

    def _shift(self, place: int) -> int:
        """A place of the paragraph as the laid out pieces count, letters and note marks among them."""
        at = told = 0
        for piece in self._pieces():
            if piece.note:
                told += len(piece.text)
                continue
            if at + len(piece.text) >= place:
                return told + place
            at += len(piece.text)
        return told + place

    def _at(self, point: QPointF) -> int | None:
        return self._laid().place_at(point - QPointF(0, _PAD))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if at is not None:
            self.phrase_chosen.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), told(self._phrases[at], self._drafts) if at is not None else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._phrases:
            by = 1 if event.key() == Qt.Key.Key_Right else -1
            self.phrase_chosen.emit(max(0, min(len(self._phrases) - 1, self._chosen + by)))
        else:
            super().keyPressEvent(event)


def told(row: PhraseRow, drafts: Sequence[DraftHead]) -> str:
    """Where words came from and went: "Delegation B, in Rev.1. Left in L.50. Came back in 80/143"; and who had proposed
    it."""
    words = [with_capital(row.who)]
    ways = {"left": "Left in", "returned": "Came back in"}
    for at, (state, draft) in enumerate(zip(row.states, drafts, strict=True)):
        if state in ways:
            words.append("; ".join(filter(None, (f"{ways[state]} {draft.label}", row.said(at)))))
    return ". ".join(words)
