"""A picture of the first page in the form that was chosen, painted from the draft by Adref itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from models.circulation.typesetting import USUAL, Typesetting
from models.comparison.change import Comparison
from models.draft import Draft, Kind
from models.draft.directions import runs_right_to_left
from models.draft.draft_mark import draft_mark, running_mark
from models.reading.language import language
from models.word.writing.measures import measures_of
from widgets.export.choices import Beside
from widgets.export.columns_page import paint_columns
from widgets.export.page_ink import IN_INK
from widgets.export.painted_page import PaintedPage
from widgets.export.sheet import Sheet
from widgets.export.sheet_lines import NoteLines, SheetLine, by_hand, notes_by_id, page_full, rows_of, sheet_lines
from widgets.paper.block import Block
from widgets.paper.pieces import Piece, Pieces
from widgets.paper.type import TextType
from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import LIGHT, current, theme_changed

_A4 = QSizeF(595.0, 842.0)
_PAGES = ("tracked", "marked", "clean", "columns", "drafts")
_CAPTIONS = {
    "tracked": "The first page; line breaks may differ",
    "marked": "The first page; line breaks may differ",
    "clean": "The first page; line breaks may differ",
    "columns": "The first page; line breaks may differ",
    "drafts": "The first page; line breaks may differ",
    "pdf": "The first page of the file",
    "printed": "The first page of the file",
    "html": "What it says; each browser sets it its own way",
    "markdown": "How the file begins, letter by letter",
    "akn": "How it reads; the file holds its structure, not its looks",
}
_OWN_FILE = "How it will read; the file keeps the layout of the other one"
_OWN_CLEAN = "How it will read; the file keeps the layout of its own Word file"
_MIRRORED = "How it will read; Word sets the masthead from right to left"
OF_THE_FILE = ("pdf", "printed", "html", "markdown")
"""Forms of which whoever writes the file paints its first page."""
_MASTHEADS = ("tracked", "marked", "clean")
_FLOW, _FLOW_TITLE = TextType(14, 19), TextType(18, 24)
_MARGIN, _GAP, _NUMBER = 60.0, 9.0, 26.0


@dataclass(frozen=True)
class Page:
    """What is to be seen: a draft, what it is compared with, the form by its key, the draft's mark, both names.

    `own_file` says that the changes go into a Word file of the other text's own, whose layout is not Adref's; `columns`
    are several drafts side by side, called by the user's `labels` for them or not. `profile` is whom it is for.
    """

    draft: Draft
    comparison: Comparison | None = None
    form: str = "clean"
    draft_mark: bool = True
    names: tuple[str, str] = ("Old text", "New text")
    own_file: bool = False
    setting: Typesetting = USUAL
    columns: Beside | None = None
    labels: bool = True
    profile: str = ""

    def mark_in(self, draft: Draft) -> str:
        """The mark at the head of a page in the language of a draft; "" where it is left out."""
        return draft_mark(language(draft)) if self.draft_mark else ""

    @property
    def short_mark(self) -> str:
        """The same in short, over a page to read: what compares is in English."""
        spoken = "en" if self.comparison is not None else language(self.draft)
        return running_mark(spoken) if self.draft_mark else ""


class Preview(QWidget):
    """The first page; `caption_changed(str)` says how near it comes to the file.

    `picture_wanted(Page, QSize)` asks whoever writes the file for its first page, which `show_picture` is given.
    """

    caption_changed = Signal(str)
    picture_wanted = Signal(object, QSize)

    def __init__(self) -> None:
        super().__init__()
        self._page = Page(Draft())
        self._picture = QPixmap()
        self._asked = QSize()
        speak_as(self, Role.Graphic)
        self.setAccessibleName("First page")
        theme_changed.repaint(self)

    def show_page(self, page: Page) -> None:
        """Another draft, comparison or form."""
        if page != self._page or self._picture.isNull():
            self._page = page
            self._picture = QPixmap()
            self._asked = QSize()
            self.caption_changed.emit(self.caption)
            self.update()

    def show_picture(self, page: Page, picture: QImage) -> None:
        """The first page of the file, if that is still what is shown."""
        if page == self._page:
            self._picture = QPixmap.fromImage(picture)
            self.update()

    @property
    def caption(self) -> str:
        """How near the picture comes to what goes out."""
        if self._page.form == "tracked" and self._page.own_file:
            return _OWN_FILE
        if self._page.form == "clean" and self._page.own_file:
            return _OWN_CLEAN
        if self._page.form in _MASTHEADS and runs_right_to_left(self._page.draft):
            return _MIRRORED
        return _CAPTIONS.get(self._page.form, "")

    def make_ready(self) -> QRect:
        """Have the picture for the place the page has, or ask for it; gives that place."""
        size = self._size()
        scale = min(self.width() / size.width(), self.height() / size.height())
        wide, high = size.width() * scale, size.height() * scale
        place = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high).toRect()
        ratio = self.devicePixelRatioF()
        wanted = (place.toRectF().size() * ratio).toSize()
        if self._picture.size() == wanted:
            return place
        if self._page.form not in OF_THE_FILE:
            self._picture = self._paint_picture(place.toRectF().size(), scale, ratio)
        elif self._asked != wanted:
            self._asked = wanted
            self.picture_wanted.emit(self._page, wanted)
        return place

    def paintEvent(self, event: QPaintEvent) -> None:
        place = self.make_ready()
        painter = QPainter(self)
        if self._page.form in OF_THE_FILE:
            painter.fillRect(place, LIGHT.paper)
        painter.drawPixmap(place, self._picture)
        painter.setPen(current().line2)
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()

    def _size(self) -> QSizeF:
        """The page in points."""
        paper = self._page.setting.paper
        if self._page.form in (*_PAGES, "pdf", "printed"):
            upright = QSizeF(paper.width, paper.height)
            return upright.transposed() if self._page.form in ("columns", "drafts") else upright
        return _A4

    def _paint_picture(self, size: QSizeF, scale: float, ratio: float) -> QPixmap:
        picture = QPixmap((size * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        # Paper is white in the dark too: this is what will be printed.
        picture.fill(LIGHT.paper)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        page = self._page
        if page.form == "columns" and page.comparison is not None:
            both, paper = page.comparison, page.setting.paper
            turned = runs_right_to_left(both.old, both.new)
            paint_columns(painter, page.names, rows_of(both), page.mark_in(both.new), paper, turned=turned)
        elif page.form == "drafts" and page.columns is not None:
            heads = page.columns.labels if page.labels else page.columns.names
            rows, paper, turned = page.columns.rows, page.setting.paper, page.columns.turned
            paint_columns(painter, heads, rows, page.mark_in(page.draft), paper, remarks=False, turned=turned)
        elif page.form in _PAGES:
            lines = page_full(sheet_lines(page.draft, page.comparison))
            notes = NoteLines(page.comparison) if page.comparison is not None else {}
            by_id = notes_by_id(page.draft) if page.comparison is None else {}
            if page.form == "marked":
                lines = by_hand(lines)
            tokens = IN_INK if page.form in ("marked", "clean") else LIGHT
            painter.translate((page.setting.paper.width - measures_of(page.setting.paper).page_width) / 2, 0)
            PaintedPage(painter, Sheet(lines, notes, page.draft_mark, tokens, page.setting, by_id)).paint()
        else:
            _Flow(painter, page_full(sheet_lines(page.draft, page.comparison)), page.short_mark).paint()
        painter.end()
        return picture


class _Flow:
    """Paragraph under paragraph, numbers hung in the margin: a page to read."""

    def __init__(self, painter: QPainter, lines: list[SheetLine], draft_mark: str) -> None:
        self._painter, self._lines, self._draft_mark = painter, lines, draft_mark

    def paint(self) -> None:
        """From the top of the page to its foot."""
        width, end = _A4.width() - 2 * _MARGIN, _A4.height() - _MARGIN
        top = _MARGIN
        if self._draft_mark:
            self._put((Piece(self._draft_mark),), _MARGIN, 30, width, TextType(11, 14), quiet=True)
        for line in self._lines:
            if top > end:
                break
            title = line.role in ("title", "organ")
            indent = 24.0 * line.paragraph.level + _NUMBER
            if line.number:
                self._put((Piece(line.number),), _MARGIN + indent - _NUMBER, top, _NUMBER * 2, _FLOW, quiet=True)
            heading = line.paragraph.kind in (Kind.SECTION, Kind.HEADING, Kind.ANNEX)
            kind = _FLOW_TITLE if title else _FLOW
            quiet = line.paragraph.kind is Kind.MASTHEAD and not title
            top += self._put(
                line.pieces, _MARGIN + indent, top, width - indent, kind, bold=title or heading, quiet=quiet
            )
            top += _GAP if not quiet else _GAP / 3

    def _put(
        self,
        pieces: Pieces,
        left: float,
        top: float,
        width: float,
        kind: TextType,
        *,
        bold: bool = False,
        quiet: bool = False,
    ) -> float:
        # At their own size: letters laid out larger and scaled down are thickened by Qt until brackets are blots.
        colour = LIGHT.ink3 if quiet else None
        block = Block(pieces, kind, width, bold=bold, tokens=LIGHT, colour=colour)
        shown = kind.lead * max(0.0, (_A4.height() - _MARGIN - top) // kind.lead)
        self._painter.save()
        self._painter.setClipRect(QRectF(0, top - 2, _A4.width(), shown + 3))
        block.paint(self._painter, QPointF(left, top))
        self._painter.restore()
        return block.height
