"""Paragraphs of pieces, painted one under the other as wide as there is room; places in them can be pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.paper.block import Block
from widgets.paper.pieces import Mark, Pieces
from widgets.paper.type import TextType
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.focus import Ringed
from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import Measures, theme_changed

_SPOKEN = {Mark.ADDED: "added", Mark.REMOVED: "removed", Mark.CLASH: "not settled"}


class Paragraphs(Ringed, QWidget):
    """Shows paragraphs in some letters; with `presses` the mouse shows that places can be pressed.

    `place_pressed(int)` for a place under the mouse, `fold_pressed()` for a stretch that is
    folded. `chosen` is the place that is being decided.
    """

    place_pressed = Signal(int)
    fold_pressed = Signal()

    def __init__(self, kind: TextType, name: str, *, presses: bool = False) -> None:
        super().__init__()
        self._kind, self._presses, self._name = kind, presses, name
        self._paragraphs: tuple[Pieces, ...] = ()
        self._instead = ""
        self._blocks: list[Block] | None = None
        self._chosen: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        speak_as(self, Role.StaticText, name)
        theme_changed.connect(self._forget)

    def show_paragraphs(self, paragraphs: Sequence[Pieces], instead: str = "", chosen: int | None = None) -> None:
        """Show other paragraphs; `instead` are words where there are none, `chosen` the place that is being decided."""
        self._paragraphs, self._instead, self._chosen = tuple(paragraphs), instead, chosen
        words = "\n".join(spoken(pieces) for pieces in self._paragraphs) or instead
        self.setAccessibleName(f"{self._name}: {words}")
        self._forget()

    @property
    def lead(self) -> int:
        """How far apart its lines stand."""
        return round(self._kind.lead)

    def set_kind(self, kind: TextType) -> None:
        """Other letters."""
        if kind != self._kind:
            self._kind = kind
            self._forget()

    def _forget(self, _tokens: object = None) -> None:
        self._blocks = None
        self._fit()
        self.update()

    def _laid(self) -> list[Block]:
        if self._blocks is None:
            width = float(max(80, self.width()))
            self._blocks = [Block(pieces, self._kind, width) for pieces in self._paragraphs]
        return self._blocks

    def _tops(self) -> list[float]:
        tops, top = [], 0.0
        for block in self._laid():
            tops.append(top)
            top += block.height + Measures.PARAGRAPH_GAP
        return tops

    def _fit(self) -> None:
        height = self._height_of(self._laid())
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)

    def _height_of(self, blocks: Sequence[Block]) -> int:
        height = sum(block.height for block in blocks) + Measures.PARAGRAPH_GAP * max(0, len(blocks) - 1)
        return round(max(height, self._kind.lead) + 4)

    def height_at(self, width: int) -> int:
        """How high the paragraphs are at another width."""
        if width == self.width():
            return self._height_of(self._laid())
        return self._height_of([Block(pieces, self._kind, float(max(80, width))) for pieces in self._paragraphs])

    def first_mark(self, words: str) -> float | None:
        """How far down the first marked piece with these words lies, else the first marked one at all."""
        found: float | None = None
        for top, block, pieces in zip(self._tops(), self._laid(), self._paragraphs, strict=True):
            at = 0
            for piece in pieces:
                end = at + len(piece.text)
                if piece.mark is not Mark.NONE and piece.text.strip():
                    boxes = block.boxes(at, end)
                    y = top + boxes[0].center().y() if boxes else top
                    if words and words in piece.text:
                        return y
                    found = y if found is None else found
                at = end
        return found

    def place_box(self, place: int) -> QRectF:
        """Where a place lies in the widget; a null rectangle where it does not."""
        found = QRectF()
        for top, block in zip(self._tops(), self._laid(), strict=True):
            for box in block.place_boxes(place):
                found = found.united(box.translated(0, top))
        return found

    def sizeHint(self) -> QSize:
        return QSize(240, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        if not self._paragraphs:
            painter.setFont(fonts.ui())
            painter.setPen(tokens.ink2)
            flags = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            painter.setLayoutDirection(self.layoutDirection())
            # On the line on which words would stand.
            painter.drawText(QRectF(0, 0, self.width(), self._kind.lead), flags, self._instead)
        for top, block in zip(self._tops(), self._laid(), strict=True):
            block.paint(painter, QPointF(0, top))
            if self._chosen is not None:
                self._underline(painter, block, top)
        painter.end()

    def _underline(self, painter: QPainter, block: Block, top: float) -> None:
        """The place that is being decided: ink under its line."""
        assert self._chosen is not None
        for box in block.place_boxes(self._chosen):
            place = box.translated(0, top)
            painter.fillRect(QRectF(place.left(), place.bottom(), place.width(), 2), appearance.current().ink)

    def _place_at(self, point: QPointF) -> int | None:
        for top, block in zip(self._tops(), self._laid(), strict=True):
            found = block.place_at(point - QPointF(0, top))
            if found is not None:
                return found
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place is not None:
            self.place_pressed.emit(place)
        if self._fold_at(event.position()):
            self.fold_pressed.emit()
            return
        super().mousePressEvent(event)

    def _fold_at(self, point: QPointF) -> bool:
        pairs = zip(self._tops(), self._laid(), strict=True)
        return any(block.chip_at(point - QPointF(0, top)) is not None for top, block in pairs)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._fold_at(event.position()) or (self._presses and self._place_at(event.position()) is not None)
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)


def spoken(pieces: Pieces) -> str:
    """The words as a screen reader says them: "by (not settled: July | June)"."""
    parts = []
    for piece in pieces:
        said = _SPOKEN.get(piece.mark)
        text = piece.text.strip()
        if piece.note:
            parts.append(f" (footnote {piece.text}) ")
        elif piece.mark in (Mark.SIDE, Mark.COUNT):
            parts.append(f" {text}: " if piece.mark is Mark.SIDE else f" place {text} ")
        else:
            parts.append(f" ({said}: {text}) " if said and text else piece.text)
    return " ".join("".join(parts).split())
