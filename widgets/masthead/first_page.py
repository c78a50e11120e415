"""The first page as it will print, following the fields; a click on a line of it goes to its field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from models.circulation.typesetting import LETTER, Paper, Typesetting
from models.draft import Draft
from models.masthead.form import fields_of
from models.masthead.parts import MastheadFields
from models.word.writing.looks import Look
from models.word.writing.measures import measures_of
from widgets.export.page_ink import FINE, IN_INK, PageInk
from widgets.export.painted_page import PaintedPage
from widgets.export.sheet import Sheet
from widgets.export.sheet_lines import notes_by_id, page_full, sheet_lines
from widgets.paper.block import Block
from widgets.paper.pieces import Pieces
from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import LIGHT, current, theme_changed

_WAIT = 40
"""Milliseconds that keys are gathered before the page is painted again."""


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """Words on the page: where a stretch of them stands, line by line and in points, and whether it is in the body."""

    text: str
    boxes: Callable[[int, int], tuple[QRectF, ...]]
    in_body: bool


class _Placing(PageInk):
    """Paints what is put on the page and keeps where each piece of text went."""

    def __init__(self, painter: QPainter, sheet: Sheet) -> None:
        paper = sheet.setting.paper
        measures = measures_of(paper)
        super().__init__(painter, sheet.tokens, right_to_left=sheet.right_to_left, measures=measures)
        self._aside = (paper.width - measures.page_width) / 2  # a narrower paper takes from the edges
        painter.translate(self._aside, 0)
        self.placed: list[PlacedWords] = []
        self._texts: dict[int, str] = {}
        self._kept: list[Block] = []

    def block(
        self,
        pieces: Pieces,
        look: Look,
        *,
        number: str = "",
        grey: bool = False,
        text: bool = False,
        note: bool = False,
    ) -> Block:
        made = super().block(pieces, look, number=number, grey=grey, text=text, note=note)
        self._texts[id(made)] = "".join(piece.text for piece in pieces)
        self._kept.append(made)  # so that no id is given twice
        return made

    def put(self, block: Block, left: float, top: float, part: tuple[int, int] | None = None) -> None:
        first, last = (place * block.lead for place in part or (0, block.lines))
        across = self.across(block)

        def boxes(start: int, end: int) -> tuple[QRectF, ...]:
            return tuple(
                QRectF(self._aside + left + box.left() * across, top + (box.top() - first) / FINE,
                       box.width() * across, box.height() / FINE)
                for box in block.boxes(start, end)
                if first <= box.center().y() < last
            )  # fmt: skip

        self.placed.append(PlacedWords(self._texts.get(id(block), ""), boxes, self.in_body))
        super().put(block, left, top, part)


class FirstPage(QWidget):
    """The page; `field_clicked(str)` names the field whose line was clicked. The last good picture is kept."""

    field_clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._draft, self._paper = Draft(), LETTER
        self._picture = QImage()
        self._placed: list[PlacedWords] = []
        self._fields = MastheadFields()
        self._field = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT)
        self._later.timeout.connect(self._paint_page)
        speak_as(self, Role.Graphic)
        self.setAccessibleName("First page as it will print")
        self.setMinimumWidth(240)
        theme_changed.repaint(self)

    def show_draft(self, draft: Draft) -> None:
        """Another text; painted when the keys rest for a moment."""
        if draft != self._draft:
            self._draft = draft
            self._later.start()

    def show_paper(self, paper: Paper) -> None:
        """Another paper, on which another house may set it."""
        if paper != self._paper:
            self._paper = paper
            self._later.start()

    def mark(self, field: str) -> None:
        """Tint the line of a field, or of none."""
        if field != self._field:
            self._field = field
            self.update()

    def places_of(self, field: str) -> tuple[QRectF, ...]:
        """Where a field stands on the page, line by line and in points."""
        value = getattr(self._fields, field, "")
        found = [words for words in self._placed if value and _is_of(field, value, words)]
        if field == "symbol" and len(found) == 2:
            # Its first letter is larger, and reaches below the line the others stand on.
            large, small = (words.boxes(0, len(words.text)) for words in found)
            if large and small:
                return (QRectF(large[0].topLeft(), small[-1].bottomRight()),)
        return tuple(box for words in found for box in words.boxes(*_stretch(value, words.text)))

    def field_at(self, place: QPointF) -> str:
        """The field that stands at a place of the widget, or on its line; "" where none does."""
        page, scale = self._page()
        point = QPointF((place.x() - page.left()) / scale, (place.y() - page.top()) / scale)
        for lines in (self.places_of, self._lines_of):
            for name in _CLICKED:
                if any(one.adjusted(-6, -2, 6, 2).contains(point) for one in lines(name)):
                    return name
        return ""

    def _lines_of(self, field: str) -> tuple[QRectF, ...]:
        value = getattr(self._fields, field, "")
        found = [words for words in self._placed if value and _is_of(field, value, words)]
        return tuple(box for words in found for box in words.boxes(0, len(words.text)))

    def _page(self) -> tuple[QRectF, float]:
        room, paper = QRectF(self.rect()).adjusted(24, 16, -24, -16), self._paper
        scale = max(min(room.width() / paper.width, room.height() / paper.height), 0.05)
        wide, high = paper.width * scale, paper.height * scale
        left = round(room.left() + (room.width() - wide) / 2)
        return QRectF(left, room.top(), round(wide), round(high)), scale

    def _paint_page(self) -> None:
        page, scale = self._page()
        ratio = self.devicePixelRatioF()
        picture = QImage((page.size() * ratio).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        picture.setDevicePixelRatio(ratio)
        picture.fill(LIGHT.paper)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        lines = page_full(sheet_lines(self._draft, None))
        setting = Typesetting(self._paper)
        sheet = Sheet(lines, {}, draft_mark=False, tokens=IN_INK, setting=setting, by_id=notes_by_id(self._draft))
        placing = _Placing(painter, sheet)
        PaintedPage(painter, sheet, placing).paint()
        painter.end()
        self._picture, self._placed = picture, placing.placed
        self._fields = fields_of(self._draft)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        name = self.field_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else ""
        if name:
            self.field_clicked.emit(name)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        page, scale = self._page()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.ground)
        # Paper is white in the dark too: this is what will be printed.
        painter.fillRect(page, LIGHT.paper)
        if not self._picture.isNull():
            painter.drawImage(page, self._picture)
        painter.setPen(tokens.line2)
        painter.drawRect(page.adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for place in self.places_of(self._field):
            at = QRectF(place.topLeft() * scale + page.topLeft(), place.size() * scale).adjusted(-2, -1, 2, 1)
            painter.fillRect(at, LIGHT.tint_bracketed or LIGHT.found)
            painter.fillRect(QRectF(at.left(), at.bottom() - 1.5, at.width(), 1.5), LIGHT.bracketed)
        painter.end()


_CLICKED = (
    "symbol", "date", "distribution", "language", "original", "organ", "session", "committee",
    "agenda_item", "agenda_title", "sponsor_line", "title", "sponsor_note",
)  # fmt: skip
_LONG = ("agenda_title", "sponsor_line", "title", "sponsor_note")


def _is_of(field: str, value: str, words: PlacedWords) -> bool:
    """Whether words on the page are those of a field; the symbol's first letter is painted apart."""
    bare = " ".join(words.text.split())
    if not bare or words.in_body is not (field == "sponsor_note"):
        return False
    if field == "symbol":
        return bare.rstrip(" *") in (value[:1], value[1:].rstrip(" *")) or value in bare
    if field in _LONG:
        return bare == value or (len(bare) > 8 and bare in value) or bare.endswith(f" {value}")
    return value in bare[: len(value) + 60]


def _stretch(value: str, text: str) -> tuple[int, int]:
    """Where a value stands in words of which it is a part; all of them where it is not found in one piece."""
    start = text.rfind(value)
    return (start, start + len(value)) if start >= 0 else (0, len(text))
