"""All pages of a draft in the layout of United Nations Headquarters, to be printed; measures are in points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QPainter

from models.circulation.typesetting import USUAL, Typesetting
from models.draft import Draft
from models.draft.masthead import masthead
from models.word.writing import layout
from models.word.writing.looks import OTHER_LOOKS
from widgets.export.headquarters import Headquarters
from widgets.export.page_ink import IN_INK, PageInk
from widgets.export.sheet import Sheet
from widgets.export.sheet_lines import notes_by_id, sheet_lines
from widgets.paper.block import Block
from widgets.paper.pieces import Piece

_HEAD_TOP = layout.HEAD_TOP - 4  # above the draft mark of the first page: so Adref knows its own heads again
_RULE, _TEXT_TOP = 36.0, 54.0
_LINES_LEFT = 6  # of the text on a page that notes fill
_FOLIO_TOP = 16.0  # from the lowest line of the page's text
_RUNNING, _FOLIO = OTHER_LOOKS["AdrefRunningHead"][1], OTHER_LOOKS["AdrefFolio"][1]


class _Kept(PageInk):
    """Keeps what is put on each page, to be painted when all are known."""

    def __init__(self, *, right_to_left: bool) -> None:
        # Where letters are larger in a PDF's own measure than on the page, PDFium takes two of them for one.
        super().__init__(QPainter(), IN_INK, right_to_left=right_to_left, fine=1.0)
        self.pages: list[list[Callable[[], None]]] = [[]]

    def put(self, block: Block, left: float, top: float, part: tuple[int, int] | None = None) -> None:
        whole = part or (0, block.lines)
        self.pages[-1].append(partial(super().put, block, left, top, whole))

    def rule(self, top: float, thick: float, left: float = layout.EDGE, wide: float = layout.WIDTH) -> None:
        self.pages[-1].append(partial(super().rule, top, thick, left, wide))

    def paint(self, painter: QPainter, number: int) -> None:
        """A page, counted from 0."""
        self._painter = painter
        for put in self.pages[number]:
            put()


class PrintedPages(Headquarters):
    """A draft on its pages; `head` runs at the head from the second on, beside the symbol where it has one."""

    def __init__(self, draft: Draft, head: str, *, draft_mark: bool, setting: Typesetting = USUAL) -> None:
        sheet = Sheet(list(sheet_lines(draft, None)), {}, draft_mark, IN_INK, setting, notes_by_id(draft))
        self._kept = _Kept(right_to_left=sheet.right_to_left)
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
        painter.translate((self._sheet.setting.paper.width - layout.PAGE_WIDTH) / 2, 0)
        self._kept.paint(painter, number)
        painter.restore()

    def _turn(self) -> float:
        self._foot.paint()
        self._kept.pages.append([])
        number = len(self._kept.pages)
        self._at_the_sides(number, _HEAD_TOP, self._head, layout.DRAFT_MARK_RUNNING if self._sheet.draft_mark else "")
        self._kept.rule(_RULE, 0.5)
        self._fresh = True
        self._foot.hold_overleaf(_TEXT_TOP + _LINES_LEFT * layout.LEADING)
        return _TEXT_TOP

    def _at_the_sides(self, number: int, top: float, outer: str, inner: str) -> None:
        """Words on the outer side of a page, and others across from them."""
        for words, right in ((outer, number % 2 == 1), (inner, number % 2 == 0)):
            if not words:
                continue
            look = replace(_RUNNING, before=0, after=0, tabs=(), right=layout.WIDTH / 4)
            block = self._kept.block((Piece(words),), look, grey=words is inner)
            at = layout.PAGE_WIDTH - layout.EDGE - self._kept.wide(block) if right else layout.EDGE
            self._kept.put(block, at, top, (0, 1))

    def _set_folios(self) -> None:
        """The folio "2/8" on the outer side, but for the first page."""
        pages = self._kept.pages
        for number in range(2, len(pages) + 1):
            self._kept.pages = [pages[number - 1]]
            self._at_the_sides(number, self._foot.bottom + _FOLIO_TOP, f"{number}/{len(pages)}", "")
        self._kept.pages = pages
