"""A picture of the first page in the form that was chosen, painted from the draft by Adref itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.comparison.change import Comparison
from models.comparison.readable import readable
from models.draft import Draft, Kind, Paragraph
from models.draft.masthead import masthead_roles
from widgets.paper.block import Block
from widgets.paper.pieces import Mark, Piece, Pieces, marked, plain
from widgets.paper.type import TextType
from widgets.theme.tokens import LIGHT, current, theme_changed

PAGE = (794.0, 1123.0)
"""A4 at 96 dots to the inch."""
_FACES = ["Liberation Serif", "Times New Roman", "Source Serif 4", "Noto Sans Arabic"]
_TEXT, _SMALL, _TITLE = TextType(14, 18), TextType(13, 17), TextType(17, 22)
_LEFT, _RIGHT, _TOP, _BOTTOM = 120.0, 110.0, 84.0, 84.0
_GAP, _COLUMN_GAP = 10.0, 24.0


@dataclass(frozen=True, slots=True)
class _Laid:
    """Paragraphs of one row: in columns there are two."""

    texts: tuple[tuple[Pieces, Paragraph], ...]
    kind: TextType
    bold: bool = False


class Preview(QWidget):
    """The first page; what cannot be painted here (headers, the draft mark's exact place) is left to Word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft()
        self._comparison: Comparison | None = None
        self._form = "clean"
        self._draft_mark = True
        self.setAccessibleName("First page")
        theme_changed.connect(self._repaint)

    def _repaint(self, _tokens: object) -> None:
        self.update()

    def show_page(self, draft: Draft, comparison: Comparison | None, form: str, draft_mark: bool) -> None:
        """Another draft, comparison or form."""
        self._draft, self._comparison, self._form, self._draft_mark = draft, comparison, form, draft_mark
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / PAGE[0], self.height() / PAGE[1])
        place = QRectF((self.width() - PAGE[0] * scale) / 2, 0, PAGE[0] * scale, PAGE[1] * scale)
        # Paper is white in the dark too: this is what will be printed.
        painter.fillRect(place, LIGHT.paper)
        painter.setPen(tokens.line2)
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.translate(place.topLeft())
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(1.5, 1.5, PAGE[0] - 3, PAGE[1] - _BOTTOM))
        if self._draft_mark:
            self._paint_draft_mark(painter)
        top = _TOP
        for row in self._rows():
            if top > PAGE[1] - _BOTTOM:
                break
            top += self._paint_row(painter, row, top) + _GAP
        painter.end()

    def _paint_draft_mark(self, painter: QPainter) -> None:
        font = QFont()
        font.setFamilies(_FACES)
        font.setPixelSize(15)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(LIGHT.ink3)
        painter.drawText(QRectF(_LEFT, 40, PAGE[0] - _LEFT - _RIGHT, 24), int(Qt.AlignmentFlag.AlignRight), "DRAFT")

    def _paint_row(self, painter: QPainter, row: _Laid, top: float) -> float:
        count = len(row.texts)
        width = (PAGE[0] - _LEFT - _RIGHT - (count - 1) * _COLUMN_GAP) / count
        tall = 0.0
        for number, (pieces, paragraph) in enumerate(row.texts):
            if not pieces:
                continue
            left = _LEFT + number * (width + _COLUMN_GAP)
            indent = 34.0 * paragraph.level
            printed = self._with_number(pieces, paragraph)
            block = Block(printed, row.kind, width - indent, bold=row.bold, faces=tuple(_FACES), tokens=LIGHT)
            block.paint(painter, QPointF(left + (0 if block.right_to_left else indent), top))
            tall = max(tall, block.height)
        return tall

    @staticmethod
    def _with_number(pieces: Pieces, paragraph: Paragraph) -> Pieces:
        if paragraph.number is None:
            return pieces
        stop = "." if paragraph.kind is Kind.OPERATIVE else ""
        return (Piece(f"{paragraph.number}{stop}\u2003"), *pieces)

    def _rows(self) -> Iterator[_Laid]:
        comparison = self._comparison if self._form != "clean" else None
        if comparison is None:
            roles = masthead_roles(self._draft)
            for position, paragraph in enumerate(self._draft.paragraphs):
                yield self._row(((plain(paragraph, self._draft), paragraph),), paragraph, roles.get(position))
            return
        roles = masthead_roles(comparison.new)
        drafts = comparison.old, comparison.new
        for change in comparison.changes:
            old = [comparison.old.paragraphs[at] for at in change.old]
            new = [comparison.new.paragraphs[at] for at in change.new]
            words = marked(readable(change.words), old, new, drafts, fold=False)
            role = roles.get(change.new[0]) if change.new else None
            if self._form == "columns":
                for number in range(max(len(old), len(new))):
                    left = (words.old[number], old[number]) if number < len(old) else ((), Paragraph(Kind.TEXT))
                    right = (words.new[number], new[number]) if number < len(new) else ((), Paragraph(Kind.TEXT))
                    yield self._row((left, right), (new or old)[0], role)
                continue
            for pieces, paragraph in zip(words.inline, new or old, strict=False):
                shown = pieces if self._form != "marked" else _by_hand(pieces)
                yield self._row(((shown, paragraph),), paragraph, role)

    @staticmethod
    def _row(texts: tuple[tuple[Pieces, Paragraph], ...], paragraph: Paragraph, role: str | None) -> _Laid:
        if role in ("title", "organ"):
            return _Laid(texts, _TITLE, bold=True)
        heading = paragraph.kind in (Kind.SECTION, Kind.HEADING, Kind.ANNEX)
        return _Laid(texts, _SMALL if paragraph.kind is Kind.MASTHEAD else _TEXT, bold=heading)


def _by_hand(pieces: Pieces) -> Pieces:
    """New words bold, as marks in fixed letters are; the strokes stay."""
    return tuple(replace(piece, bold=True) if piece.mark is Mark.ADDED else piece for piece in pieces)
