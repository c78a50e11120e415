"""All pages of a draft in the layout of United Nations Headquarters, or of Geneva, to be printed; in points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QPainter

from models.circulation.typesetting import USUAL, Typesetting
from models.draft import Draft
from models.draft.draft_mark import running_mark
from models.draft.masthead import masthead
from models.word.writing.measures import LEADING, Measures, measures_of
from widgets.export.page_ink import IN_INK, PageInk
from widgets.export.painted_page import PaintedPage
from widgets.export.sheet import Sheet
from widgets.export.sheet_lines import notes_by_id, sheet_lines
from widgets.paper.block import Block
from widgets.paper.pieces import Piece

_LINES_LEFT = 6  # of the text on a page that notes fill


class _Kept(PageInk):
    """Keeps what is put on each page, to be painted when all are known."""

    def __init__(self, measures: Measures, *, right_to_left: bool) -> None:
        # Where letters are larger in a PDF's own measure than on the page, PDFium takes two of them for one.
        super().__init__(QPainter(), IN_INK, right_to_left=right_to_left, fine=1.0, measures=measures, to_be_read=True)
        self.pages: list[list[Callable[[], None]]] = [[]]

    def put(self, block: Block, left: float, top: float, part: tuple[int, int] | None = None) -> None:
        whole = part or (0, block.lines)
        self.pages[-1].append(partial(super().put, block, left, top, whole))

    def rule(self, top: float, thick: float, left: float | None = None, wide: float | None = None) -> None:
        self.pages[-1].append(partial(super().rule, top, thick, left, wide))

    def paint(self, painter: QPainter, number: int) -> None:
        """A page, counted from 0."""
        self._painter = painter
        for put in self.pages[number]:
            put()


class PrintedPages(PaintedPage):
    """A draft on its pages; `head` runs at the head from the second on, beside the symbol where it has one."""

    def __init__(self, draft: Draft, head: str, *, draft_mark: bool, setting: Typesetting = USUAL) -> None:
        sheet = Sheet(list(sheet_lines(draft, None)), {}, draft_mark, IN_INK, setting, notes_by_id(draft))
        self._kept = _Kept(measures_of(setting.paper), right_to_left=sheet.right_to_left)
        super().__init__(QPainter(), sheet, self._kept)
        self._head = masthead(draft).symbol or head
        self.paint()
        self._set_folios()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._kept.pages)

    def paint_page(self, painter: QPainter, number: int) -> None:
        """A page, counted from 0; the painter's units are points."""
        painter.save()
        # A narrower paper takes from the edges.
        painter.translate((self._sheet.setting.paper.width - self._of.page_width) / 2, 0)
        self._kept.paint(painter, number)
        painter.restore()

    def _turn(self) -> float:
        self._foot.paint()
        self._kept.pages.append([])
        number = len(self._kept.pages)
        inner = running_mark(self._spoken) if self._sheet.draft_mark else ""
        self._at_the_sides(number, self._of.printed_head, self._head, inner)
        self._kept.rule(self._of.printed_rule, 0.5)
        self._fresh = True
        self._foot.hold_overleaf(self._of.printed_top + _LINES_LEFT * LEADING)
        return self._of.printed_top

    def _at_the_sides(self, number: int, top: float, outer: str, inner: str) -> None:
        """Words on the outer side of a page, and others across from them."""
        look = replace(self._ink.looks["AdrefRunningHead"], before=0, after=0, tabs=(), right=self._of.width / 4)
        for words, far in ((outer, number % 2 == 1), (inner, number % 2 == 0)):
            if words:
                self._kept.at_edge((Piece(words),), look, top, far=far, grey=words is inner)

    def _set_folios(self) -> None:
        """The folio, "2/8" or "2", on the outer side, but for the first page."""
        pages = self._kept.pages
        for number in range(2, len(pages) + 1):
            self._kept.pages = [pages[number - 1]]
            folio = f"{number}/{len(pages)}" if self._of.of_all_pages else str(number)
            self._at_the_sides(number, self._foot.bottom + self._of.printed_folio, folio, "")
        self._kept.pages = pages
