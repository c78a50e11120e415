"""Where the reader is on the pages and what stands beside and over them, told for another time and there again."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.shell.focusing import Focusing
from app.shell.going import Going
from app.shell.pages import Pages
from app.shell.windows import Open
from app.text.masthead_form import MastheadForm
from app.text.side_by_side import SideBySide
from models.editing.edit import Selection
from widgets.paper.zoom import STEPS


class ReaderOnPages(QObject):
    """`moved()` when the reader is elsewhere on a page, or something else is beside or over it; the caret of a working
    text is known by that."""

    moved = Signal()

    def __init__(
        self, pages: Pages, going: Going, focusing: Focusing, form: MastheadForm, side_by_side: SideBySide
    ) -> None:
        super().__init__(going)
        self._pages, self._going = pages, going
        self._focusing, self._form, self._side_by_side = focusing, form, side_by_side
        for changed in (focusing.changed, side_by_side.changed, pages.dossier.chosen):
            changed.connect(self.moved)
        text = pages.text.sheet
        for came in (text.paragraph_chosen, text.verticalScrollBar().valueChanged):
            came.connect(self._read_on)
        text.zoomed.connect(self.moved)
        pages.text.panels.turned.connect(self.moved)
        self._seen_at = -1
        """What was told last of where one looks in the text that is written."""
        self._compared_zoom = 1.0
        """How large the letters of the texts compared are to be once their page is made."""
        pages.when_made("compare", self._follow_compare)
        pages.when_made("merge", self._follow_merge)
        pages.when_made("ledger", self._follow_ledger)

    def _follow_compare(self) -> None:
        compare = self._pages.compare
        for view in (compare.view, compare.pane.view):
            view.verticalScrollBar().valueChanged.connect(self.moved)
        compare.view.entry_chosen.connect(self.moved)
        compare.pane.moved_on.connect(self.moved)
        compare.zoomed.connect(self.moved)
        self._size_compared()

    def _follow_merge(self) -> None:
        self._pages.merge.walk.went.connect(self.moved)

    def _follow_ledger(self) -> None:
        self._pages.ledger.moved.connect(self.moved)

    def _read_on(self, _place: int) -> None:
        seen = self._looks_away()
        if self._pages.text.sheet.working is None or seen != self._seen_at:
            self._seen_at = seen
            self.moved.emit()

    def _looks_away(self) -> int:
        """The first paragraph in sight of the text that is written; -1 where its caret is in sight."""
        sheet = self._pages.text.sheet
        at = sheet.reader_at() if sheet.working is not None else -1
        return at if at != sheet.chosen() else -1

    def with_places(self, now: Open) -> Open:
        """What is open, with where the reader is in it and what stands around it."""
        now = replace(
            now,
            chosen=self._pages.dossier.choice or "",
            beside=self._side_by_side.node or "",
            alone=self._focusing.on,
            form=self._form.in_front,
            seen_at=self._looks_away(),
            panels=self._pages.text.panels.wanted,
            zoom=self._pages.text.sheet.zoom,
            compared_zoom=self._pages.compare.view.zoom if self._pages.made("compare") else self._compared_zoom,
        )
        if now.read:
            now = replace(now, read_at=self._pages.text.sheet.reader_at())
        reader = self._pages.compare.reader_at() if now.compared else None
        if reader is not None:
            places = [number for place in reader.places for number in place]
            now = replace(now, compared_at=places, compared_chosen=reader.chosen)
        now = replace(now, inline=self._pages.made("compare") and self._pages.compare.inline)
        if now.place == "merge" and (item := self._pages.merge.walk.item) is not None:
            now = replace(now, merged_at=item.key)
        row = self._row(now.place)
        return replace(now, row=row) if row is not None else now

    def _row(self, place: str) -> int | None:
        if place == "returned":
            return self._pages.returned.rows.row_at_keys()
        if place == "ledger":
            return self._pages.ledger.row_at_top
        return self._pages.lineage.phrase_at if place == "lineage" else None

    def size_as_it_was(self, was: Open) -> None:
        """Have the letters as large as they were, on each page, and beside the text what stood there."""
        self._pages.text.panels.want(was.panels)
        if was.zoom in STEPS:
            self._pages.text.set_zoom(was.zoom)
        if was.compared_zoom in STEPS:
            self._compared_zoom = was.compared_zoom
            self._size_compared()

    def size_letters(self, zoom: float) -> None:
        """Have the letters of all texts as large as that."""
        self._pages.text.set_zoom(zoom)
        self._compared_zoom = zoom
        self._size_compared()

    def _size_compared(self) -> None:
        if self._pages.made("compare"):
            self._pages.compare.set_zoom(self._compared_zoom)

    def choose(self, was: Open) -> None:
        """Choose the draft that was chosen in the open dossier."""
        self._pages.dossier.choose(was.chosen)

    def set_beside(self, was: Open) -> None:
        """Have beside the text what stood there, which can come before the text."""
        if was.beside:
            self._side_by_side.show(was.beside)

    def stand_in_front(self, was: Open) -> None:
        """Be again where one was on the page in front, with what was over it."""
        self._stand_on_page(was)
        if was.alone:
            self._focusing.begin()
        if was.form:
            self._form.open()

    def _stand_on_page(self, was: Open) -> None:
        if was.place == "compare":
            self.stand_in_comparison(was)
        elif was.place == "merge":
            self._pages.merge.walk.go_to(was.merged_at)
        elif was.place == "returned" and 0 <= was.row < len(self._pages.returned.rows.rows):
            self._pages.returned.rows.go_to(was.row)
        elif was.place == "lineage" and was.row >= 0:
            self._pages.lineage.look_at_phrase(was.row)
        elif was.place == "ledger" and 0 <= was.row < len(self._pages.ledger.rows):
            self._pages.ledger.look_at_row(was.row)
        elif was.place == "text" and was.read and was.read_at >= 0:
            self._pages.text.show_place(Selection.at(was.read_at))
        elif was.place == "text" and was.writes and was.seen_at >= 0:
            self._pages.text.sheet.look_at(was.seen_at)

    def stand_in_comparison(self, was: Open) -> None:
        """Be again where one was in the texts compared, whether their page is in front or behind another."""
        if was.inline:
            self._pages.compare.show_inline()
        places = tuple(zip(was.compared_at[::2], was.compared_at[1::2], strict=False))
        self._pages.compare.stand_at(places, chosen=was.compared_chosen)
