"""The pages of the window, and how each of them takes what it is to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from app.subjects.came_back import CameBack
from app.subjects.compared import Compared, InColumns
from app.subjects.line_of import LineOf
from app.subjects.open_text import OpenText
from app.subjects.sides import Side
from app.subjects.three_sides import ThreeSides
from models.reading.reading import ReadingWarning
from widgets.dossier.page import DossierPage
from widgets.start.page import StartPage
from widgets.writing.page import TextPage

if TYPE_CHECKING:
    from widgets.compare.page import ComparePage
    from widgets.compare.parts import CompareParts
    from widgets.ledger.page import LedgerPage
    from widgets.lineage.page import LineagePage
    from widgets.merge.page import MergePage
    from widgets.returned.page import ReturnedPage

_Page = TypeVar("_Page", bound=QWidget)


@dataclass(frozen=True)
class Pages:
    """The pages of the window. Those that are not always needed are made, and wired, when they are first asked for."""

    start: StartPage
    dossier: DossierPage
    text: TextPage
    _serve: dict[str, list[Callable[[], object]]] = field(default_factory=dict, repr=False)

    @cached_property
    def compare(self) -> ComparePage:
        """Two texts compared, or several in columns."""
        from widgets.compare.page import ComparePage

        return self._served("compare", ComparePage(self.compare_parts))

    @cached_property
    def compare_parts(self) -> CompareParts:
        """What that page is put together from, which can be made before it."""
        from widgets.compare.parts import CompareParts

        return CompareParts()

    @property
    def makes_compare(self) -> tuple[Callable[[], object], ...]:
        """What makes that page: each in a turn of its own, for in one it would hold the window up."""
        return (
            lambda: self.compare_parts.pairing,
            lambda: (self.compare_parts.panel, self.compare_parts.two, self.compare_parts.pane),
            lambda: (self.compare_parts.same, self.compare_parts.bar),
            lambda: self.compare,
        )

    @cached_property
    def merge(self) -> MergePage:
        """Two texts merged."""
        from widgets.merge.page import MergePage

        return self._served("merge", MergePage())

    @cached_property
    def lineage(self) -> LineagePage:
        """A paragraph through the drafts."""
        from widgets.lineage.page import LineagePage

        return self._served("lineage", LineagePage())

    @cached_property
    def returned(self) -> ReturnedPage:
        """A Word file that came back."""
        from widgets.returned.page import ReturnedPage

        return self._served("returned", ReturnedPage())

    @cached_property
    def ledger(self) -> LedgerPage:
        """What a Word file holds beside its text."""
        from widgets.ledger.page import LedgerPage

        return self._served("ledger", LedgerPage())

    def when_made(self, place: str, serve: Callable[[], object]) -> None:
        """Call `serve` once the page of a place is made, before anybody has it."""
        self._serve.setdefault(place, []).append(serve)

    def _served(self, place: str, page: _Page) -> _Page:
        self.__dict__[place] = page  # those who serve ask for it
        for serve in self._serve.pop(place, ()):
            serve()
        return page

    def made(self, place: str) -> bool:
        """Whether the page of a place is there already."""
        return place in self.__dict__

    def make(self, place: str) -> None:
        """Have the page of a place made."""
        self.named(place)

    def named(self, place: str) -> QWidget:
        """The page of a place."""
        page: QWidget = getattr(self, place)
        return page

    def first_in(self, place: str) -> QWidget:
        """Where the work of a page is, for the keyboard."""
        start, dossier = self.start, self.dossier
        if place in ("compare", "merge", "lineage", "returned", "ledger"):
            made: ComparePage | MergePage | LineagePage | ReturnedPage | LedgerPage = getattr(self, place)
            return made.reading
        targets: dict[str, QWidget] = {
            "start": start.list if start.rows.rowCount() else start.new_button,
            "dossier": dossier.first,
            "text": self.text.sheet,
        }
        return targets[place]

    def show_side(self, side: Side, doubts: Sequence[ReadingWarning]) -> None:
        """Show a draft to be read, and what reading its file was not sure of."""
        self.text.show_draft(side.draft, side.title, side.line, doubts, ready=side.ready)

    def show_working(self, text: OpenText, *, stays: bool) -> None:
        """Show a working text; one that reads as the text before `stays` where it is, on another ground."""
        page, base = self.text, text.parent.label if text.parent else ""
        ready = text.take_ready()
        if stays and ready is not None and text.changes is not None:
            page.stand_on(text.text, base=base, changes=text.changes, ready=ready)
        else:
            page.show_working(text.text, base=base, selection=text.selection, changes=text.changes, ready=ready)

    def show_compared(self, both: Compared, *, again: bool = False) -> None:
        """Show two texts and what changed; compared `again`, the page stays where the reader is."""
        old, new = both.old, both.new
        self.compare.show_comparison(
            both.arranged or both.comparison,
            old.title,
            old.line,
            new.title,
            new.line,
            again=again,
            doubts=both.doubts,
        )

    def show_columns(self, several: InColumns, *, again: bool = False) -> None:
        """Show texts in columns; compared `again`, the page stays where the reader is."""
        titles = [(side.title, side.line) for side in several.sides]
        self.compare.show_columns(several.order or several.columns, titles, again=again)

    def show_merged(self, three: ThreeSides) -> None:
        """Show three texts and what becomes of them, with the answers given before."""
        from widgets.merge.columns import SideName

        base, ours, theirs = (SideName(side.title, side.line) for side in (three.base, three.ours, three.theirs))
        self.merge.show_merge(three.table, (base, ours, theirs), three.answers, three.laid)
        three.answers = self.merge.answers

    def show_returned(self, came: CameBack, *, again: bool = False) -> None:
        """Show the file that came back; `again` after something was said of it, the page stays where the reader is."""
        self.returned.show_file(came.view(), came.delegations, again=again)

    def show_line(self, line: LineOf) -> None:
        """Show the lineage of a paragraph."""
        self.lineage.show_line(line.view)
