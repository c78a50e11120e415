"""The footnotes of what is in sight, below a short rule at the foot of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.draft import Draft, Footnote
from models.draft.directions import note_way
from models.draft.paragraph import is_raised
from widgets.paper.block import Block
from widgets.paper.pieces import Piece, Pieces, tidy
from widgets.paper.type import TextType, sized
from widgets.text.dots import paint_dots
from widgets.text.shown import Shown, ShownDraft
from widgets.theme import fonts
from widgets.theme.focus import Ringed
from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import current, theme_changed

RULE = 120.0
_PAD, _ABOVE_FIRST, _GAP, _BELOW = 10.0, 8.0, 4.0, 12.0
_MARK, _RAISED, _INDENT = 10 / 13, 4 / 13, 22 / 13
"""How large the marks are, how far above the line, and how far behind them the words begin, in the size of the
letters."""
_LONG, _KEPT = 60, 34
_MOST = 0.4
_DOTS_BELOW = 0.08
"""How far below the boxes of words their dots are, in the size of the letters."""


class Notes(Ringed, QWidget):
    """The notes stand over the lower end of the text; long ones are folded until they are opened.

    `laid_out()` when their height changed by opening or folding one; `note_wanted(int)` when one is clicked that may
    be written.
    """

    laid_out = Signal()
    note_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None, ground: str = "paper") -> None:
        super().__init__(parent)
        self._ground = ground
        """The token role of what they stand on."""
        self._text: Shown = ShownDraft(Draft())
        self._type = TextType(13, 18)
        self._column = (0.0, 400.0)
        self._shown: tuple[int, ...] = ()
        self._open: set[int] = set()
        self.writable = False
        self.written: int | None = None
        """The note that is being written: an editor lies over it."""
        self._found: Mapping[int, Sequence[tuple[int, int]]] = {}
        self._here: tuple[int, int, int] | None = None
        self._misspelt: Mapping[int, Sequence[tuple[int, int]]] = {}
        self._blocks: dict[tuple[int, bool], Block] = {}
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setProperty("help", "footnotes")
        speak_as(self, Role.Note)
        self.setAccessibleName("Footnotes of the text in sight")
        theme_changed.connect(self._forget)
        self.hide()

    def show_text(self, text: Shown, kind: TextType) -> None:
        """The notes of another text, or in other letters."""
        if text is not self._text:
            self._open.clear()
        self._text, self._type = text, kind
        self._shown = ()
        self._forget()

    def refresh(self) -> None:
        """The notes read otherwise now."""
        self._shown = ()
        self._forget()

    def show_found(
        self, found: Mapping[int, Sequence[tuple[int, int]]], here: tuple[int, int, int] | None = None
    ) -> None:
        """Mark places that were found, by note, in code points; `here` (note, start, end) is the one gone to."""
        if (found, here) != (self._found, self._here):
            self._found, self._here = found, here
            self._forget()
            self.laid_out.emit()

    def show_misspelt(self, misspelt: Mapping[int, Sequence[tuple[int, int]]]) -> None:
        """Have dots under words, by note, from where to where in code points."""
        if misspelt != self._misspelt:
            self._misspelt = misspelt
            self.update()

    @property
    def needed(self) -> int | None:
        """The note that has to be on the screen: it is written, or what was found in it is gone to."""
        return self.written if self.written is not None else self._here[0] if self._here is not None else None

    def set_column(self, start: float, width: float) -> None:
        """Where the text's column lies inside this widget."""
        if (start, width) != self._column:
            self._column = start, width
            self._forget()

    @property
    def shown(self) -> tuple[int, ...]:
        """Ids of the notes on the screen."""
        return self._shown

    def height_of(self, notes: Sequence[int]) -> float:
        """The height these notes would take."""
        if not notes:
            return 0.0
        return self._head() + sum(self._block(note).height + _GAP for note in notes) + _BELOW

    def fits(self, notes: Sequence[int], page: float) -> bool:
        """Whether these notes leave most of a page to the text."""
        return self.height_of(notes) <= page * _MOST

    def show_notes(self, notes: Sequence[int]) -> None:
        """Show these."""
        if tuple(notes) != self._shown:
            self._shown = tuple(notes)
            texts = [found for note in notes if (found := self._text.note(note))]
            self.setAccessibleDescription("\n".join(f"{note.mark} {note.text}" for note in texts))
            self.update()
        self.setVisible(bool(notes))

    def toggle(self, note: int) -> None:
        """Open a long note or fold it again."""
        self._open.symmetric_difference_update({note})
        self.laid_out.emit()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._forget()

    @property
    def _indent(self) -> float:
        return _INDENT * self._type.size

    @staticmethod
    def _head() -> float:
        return _PAD + _ABOVE_FIRST

    def _forget(self, _tokens: object = None) -> None:
        self._blocks.clear()
        self.update()

    def _block(self, note: int) -> Block:
        key = note, note in self._open or note == self.written or note in self._found
        if key not in self._blocks:
            found = self._text.note(note) or Footnote(note, "?")
            width = max(80.0, self._column[1] - self._indent)
            way = note_way(found.text, self.isRightToLeft())
            self._blocks[key] = Block(
                _pieces(found, key[1]), self._type, width, colour=current().ink2, right_to_left=way
            )
        return self._blocks[key]

    def _places(self) -> list[tuple[int, float]]:
        # The widget may be taller than its notes, to cover a line of the text that it would cut.
        places, top = [], self.height() - self.height_of(self._shown) + self._head()
        for note in self._shown:
            places.append((note, top))
            top += self._block(note).height + _GAP
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), getattr(tokens, self._ground))
        start, width = self._column
        mark_font, sign_font = (sized(fonts.micro(500), part * self._type.size) for part in (_MARK, 1.0))
        for number, (note, top) in enumerate(self._places()):
            block = self._block(note)
            right_to_left = block.right_to_left
            if number == 0:
                rule = start + width - RULE if right_to_left else start
                painter.fillRect(round(rule), round(top - _ABOVE_FIRST), round(RULE), 1, tokens.ink2)
            found = self._text.note(note)
            mark = found.mark if found else "?"
            painter.setFont(mark_font if is_raised(mark) else sign_font)
            painter.setPen(tokens.ink2)
            at = start + width - self._indent + 6 if right_to_left else start
            rise = _RAISED * self._type.size if is_raised(mark) else 0.0
            painter.drawText(QPointF(at, top + block.first_baseline - rise), mark)
            if note != self.written:
                corner = QPointF(start if right_to_left else start + self._indent, top)
                self._paint_found(painter, note, block, corner)
                block.paint(painter, corner)
                self._paint_misspelt(painter, note, block, corner)
        painter.end()

    def _paint_misspelt(self, painter: QPainter, note: int, block: Block, corner: QPointF) -> None:
        seen = self._seen(note)
        for first, last in self._misspelt.get(note, ()):
            for box in block.boxes(first, last) if last <= seen else ():
                box.translate(corner)
                paint_dots(painter, box.left(), box.right(), box.bottom() + self._type.size * _DOTS_BELOW)

    def _seen(self, note: int) -> int:
        """How many letters of a note are to be seen: all, if it is not folded."""
        found = self._text.note(note)
        words = found.text if found is not None else ""
        return len(" ".join(words.split(" ")[:_KEPT])) if _is_long(found) and note not in self._open else len(words)

    def _paint_found(self, painter: QPainter, note: int, block: Block, corner: QPointF) -> None:
        tokens = current()
        for first, last in self._found.get(note, ()):
            here = (note, first, last) == self._here
            for box in block.boxes(first, last):
                box.translate(corner)
                painter.fillRect(box, tokens.sel if here else tokens.found)
                # The ground alone is hardly seen without colours.
                thick, colour = (2, tokens.ink) if here else (1, tokens.ink3)
                painter.fillRect(QRectF(box.left(), box.bottom() - thick, box.width(), thick), colour)

    def place_of(self, note: int) -> QRectF:
        """Where the words of a note stand; nowhere if it is not on the screen."""
        start, width = self._column
        for shown, top in self._places():
            if shown == note:
                block = self._block(note)
                left = start if block.right_to_left else start + self._indent
                return QRectF(left, top, max(80.0, width - self._indent), block.height)
        return QRectF()

    @property
    def kind(self) -> TextType:
        """The letters of the notes."""
        return self._type

    def _chip_under(self, point: QPointF) -> int | None:
        start, _ = self._column
        for note, top in self._places():
            block = self._block(note)
            left = start if block.right_to_left else start + self._indent
            if block.chip_at(point - QPointF(left, top)) is not None:
                return note
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        note = self._chip_under(event.position())
        if note is None or self.writable:
            note = next((n for n, top in reversed(self._places()) if event.position().y() >= top), None)
            if self.writable and note is not None:
                self.note_wanted.emit(note)
                return
            if note not in self._open:
                return
        assert note is not None
        self.toggle(note)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = self._chip_under(event.position()) is not None
        over = any(self.place_of(note).contains(event.position()) for note in self._shown) if self.writable else False
        shapes = Qt.CursorShape
        self.setCursor(shapes.IBeamCursor if over else shapes.PointingHandCursor if hand else shapes.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            long = {note for note in self._shown if _is_long(self._text.note(note))}
            self._open = self._open - long if long <= self._open else self._open | long
            self.laid_out.emit()
            self.update()
        elif event.key() == Qt.Key.Key_Escape:
            self.parentWidget().setFocus(Qt.FocusReason.OtherFocusReason)  # type: ignore[union-attr]
        # What is not for the notes is not for the text below them either: it would be written there.

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on; the text around the notes would keep it for its levels."""
        return bool(QWidget.focusNextPrevChild(self.window(), forward))


def _is_long(note: Footnote | None) -> bool:
    return note is not None and len(note.text.split()) > _LONG


def _pieces(note: Footnote, is_open: bool) -> Pieces:
    whole = tidy(Piece(run.text, run.italic, run.bold, run.underline) for run in note.runs)
    if is_open or not _is_long(note):
        return whole
    kept: list[Piece] = []
    left = _KEPT
    for piece in whole:
        words = piece.text.split(" ")
        if len(words) > left:
            kept.append(Piece(" ".join(words[:left]).rstrip() + "… ", piece.italic, piece.bold, piece.underline))
            break
        kept.append(piece)
        left -= len(words)
    hidden = len(note.text.split()) - _KEPT
    return (*kept, Piece("", fold=note.id, words=hidden))
