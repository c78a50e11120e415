"""Drafts in columns with their names above and their map at the edge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.telling.figures import counted, figure
from widgets.compare.beside.change_map import ChangeMap
from widgets.compare.changes.arrangement import Shown
from widgets.compare.changes.chosen import Part, shown_in_column
from widgets.compare.changes.names import short_name
from widgets.compare.changes.row_order import RowOrder
from widgets.compare.columns.view import ColumnsView
from widgets.compare.drawn.heads import DraftName
from widgets.compare.reader_at import ReaderAt
from widgets.paper.direction import isolated
from widgets.shell.status_bar import Item
from widgets.theme.focus import tab_through
from widgets.theme.surfaces import Surface
from widgets.theme.tokens import current

_HEIGHT = 56
_END = 16


class ColumnHeads(Surface):
    """The names of the drafts over their columns; `wanted(int)` when one is pressed."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__("paper", "bottom")
        self.setFixedHeight(_HEIGHT)
        self._rest = QWidget(self)
        self._held_edge: int | None = None
        self.names: list[DraftName] = []

    def show_names(self, titles: Sequence[tuple[str, str]]) -> None:
        """Other drafts: the title of each, where it is from, and against which it is marked.

        That one stands before it, but where columns are scrolled another may be beside it, the first, which is held.
        """
        for name in self.names:
            name.hide()
            name.deleteLater()
        self.names = []
        for column, (title, line) in enumerate(titles):
            name = DraftName(f"Column {column + 1}", self._rest if column else self)
            before = titles[column - 1][0] if column else ""
            against = f"against {isolated(short_name(before, before))}" if column else ""
            name.show_name(title, ", ".join(filter(None, (line, against))))
            name.clicked.connect(lambda _checked=False, column=column: self.wanted.emit(column))
            name.show()
            self.names.append(name)

    def lie_over(self, view: ColumnsView) -> None:
        """Stand over the columns of the view."""
        if not self.names:
            return
        self._held_edge = view.held_edge
        self.update()
        first, lane = view.lane_place(0)
        rest = (0, round(first)) if view.mirrored else (round(lane), self.width() - round(lane))
        self._rest.setGeometry(rest[0], 0, rest[1], self.height() - 1)
        for column, name in enumerate(self.names):
            start, wide = view.lane_place(column)
            start -= rest[0] if column else 0
            number = round(view.lanes().number)
            lead = _END if view.mirrored else number
            name.setGeometry(round(start + lead), 7, round(wide - number - _END), 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._held_edge is not None:
            painter = QPainter(self)
            painter.fillRect(self._held_edge, 0, 2, self.height() - 1, current().line2)
            painter.end()


class ColumnsPane(QWidget):
    """Names, columns and map.

    Signals: `column_wanted(int)` to put another draft into a column or take it out, `pair_wanted(int)` for a column
    and the one before it, `moved_on()` when another row is the current one.
    """

    column_wanted = Signal(int)
    pair_wanted = Signal(int)
    moved_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heads, self.view, self.map = ColumnHeads(), ColumnsView(), ChangeMap()
        self.map.lie_beside(self, self.heads, self.view)
        self.heads.wanted.connect(self.column_wanted)
        self.view.laid_out.connect(lambda: self.heads.lie_over(self.view))
        self.view.row_chosen.connect(lambda _row: self.moved_on.emit())
        self.view.pair_wanted.connect(self.pair_wanted)

    def show_columns(self, order: RowOrder, titles: Sequence[tuple[str, str]], *, again: bool = False) -> None:
        """Show drafts in columns, the title of each and where it is from: from their beginning, or where one is."""
        self.heads.show_names(titles)
        tab_through(*self.heads.names, self.view)
        self.view.show_columns(order, [title for title, _ in titles], again=again)
        way = Qt.LayoutDirection.RightToLeft if self.view.mirrored else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(way)
        self.show_only(self.view.shown)
        self.heads.lie_over(self.view)

    def show_only(self, shown: Shown) -> None:
        """What is asked for, in the columns and on the map."""
        self.view.set_shown(shown)
        if (order := self.view.order) is not None:
            self.map.show_bands(order.sizes, order.bands(shown))

    def jump_to_place(self, column: int, position: int) -> None:
        """Go to the row that holds a paragraph of the draft in a column."""
        row = self._row_of(column, position)
        if row is not None:
            self._go_to(row, column)
            self.view.aim(self._cell(row, column).index(position))

    def _row_of(self, column: int, position: int) -> int | None:
        rows = self.view.order.columns.rows if self.view.order is not None else ()
        return next((at for at, one in enumerate(rows) if position in one.cells[column].positions), None)

    def _cell(self, row: int, column: int) -> tuple[int, ...]:
        """The paragraphs of a cell."""
        order = self.view.order
        return order.columns.rows[row].cells[column].positions if order is not None else ()

    def reader_at(self) -> ReaderAt | None:
        """Where the reader is in the drafts: in his column, else before it, else behind it."""
        view, order = self.view, self.view.order
        if order is None:
            return None
        drafts = order.columns.drafts
        first = view.current
        if first is None and view.scrolled and view.rows:
            first = view.rows[view.heights.at(view.scrolled)].first
        cells = order.columns.rows[first].cells if first is not None else ()
        near = (*range(view.column, -1, -1), *range(view.column + 1, len(drafts)))
        around = tuple((column, at) for column in near if cells for at in cells[column].positions[:1])
        return ReaderAt(drafts, (*view.stands_at()[:1], *around), view.current is not None)

    def stay_with(self, reader: ReaderAt) -> None:
        """Be where the reader was when the drafts were shown another way."""
        drafts = self.view.order.columns.drafts if self.view.order is not None else ()
        for column, at in reader.among(drafts):
            found = self._row_of(column, at)
            row = self.view.row_of(found) if found is not None else None
            if found is None or row is None:
                continue
            if reader.chosen:
                self._go_to(found, column)
                self.view.aim(self._cell(found, column).index(at))
            else:
                self.view.settle_at(row, 0)
            return

    def _go_to(self, row: int, column: int) -> None:
        self.view.go_to_cell(row, column)

    @property
    def changes(self) -> tuple[int, ...]:
        """The rows that N and P go through."""
        return self.view.order.changes(self.view.shown) if self.view.order is not None else ()

    @property
    def hides_all(self) -> bool:
        """Whether rows changed in substance, and none of all rows is shown."""
        order = self.view.order
        return order is not None and all(row.fold for row in self.view.rows) and bool(order.changes(Shown()))

    def count_words(self, changes: Sequence[int]) -> str:
        """ "3 of 16", or how many rows changed, of those that N and P go through."""
        order = self.view.order
        if order is None:
            return ""
        together = order.together[self.view.current] if self.view.current is not None else range(0)
        at = next((number for number, row in enumerate(changes, 1) if row in together), None)
        if at is not None:
            return f"{figure(at)} of {figure(len(changes))}"
        return counted(len(changes), "change")

    def status(self) -> tuple[list[Item], list[Item]]:
        """What the status bar says, left and right."""
        keys = "N next, P previous, T take, Left and Right change column, Enter opens two side by side"
        return [Item("Each cell is marked against the column before it")], [Item(keys)]

    def names(self) -> tuple[str, ...]:
        """What the drafts in the columns are called."""
        return tuple(name.text() for name in self.heads.names)

    def parts(self) -> tuple[Part, ...]:
        """What is shown, to copy or print it: each column against the one before it."""
        order, shown = self.view.order, self.view.shown
        if order is None:
            return ()
        names = self.names()
        return tuple(
            Part(comparison, shown_in_column(order, column, shown), names[column - 1], names[column])
            for column, comparison in enumerate(order.columns.comparisons, 1)
        )

    @property
    def differs(self) -> bool:
        """Whether any column differs from the one before it."""
        order = self.view.order
        return order is not None and any(one.differs for one in order.columns.comparisons)
