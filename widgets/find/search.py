"""Search over every draft of the dossier: the field of the palette, and under it what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from models.telling.figures import counted
from widgets.find.search_rows import HELD_HIGH, OtherRow, SearchDelegate, SearchRow, SearchRows
from widgets.shell.bare_field import BareField
from widgets.shell.grouped_rows import ENTRY
from widgets.shell.popover import Popover
from widgets.shell.raised_panel import keeps_letter
from widgets.theme.saying import say

_DEBOUNCE = 80
_START = "Search the words of every draft here; quotation marks make a phrase."


class SearchPanel(Popover):
    """`wanted(text)` asks for results 80 ms after the last key; `gone_to(draft, position, words)` takes one."""

    wanted = Signal(str)
    gone_to = Signal(str, int, str)

    def __init__(self, parent: QWidget) -> None:
        rows = SearchRows()
        field = BareField("Search every draft", "Words in any draft of this dossier")
        super().__init__(
            parent,
            field,
            rows,
            SearchDelegate(),
            "Enter goes there, → shows the other drafts that have it, Esc closes",
        )
        rows.setParent(self)
        self.list.setAccessibleName("Places found in the drafts")
        self._rows = rows
        self._found: tuple[SearchRow, ...] = ()
        self._opened: SearchRow | None = None
        self.wait = QTimer(self)
        self.wait.setSingleShot(True)
        self.wait.setInterval(_DEBOUNCE)
        self.wait.timeout.connect(self._ask)
        self.list.viewport().installEventFilter(self)
        self.nothing.setText(_START)
        self.looked_for.connect(self.look)

    @property
    def query(self) -> str:
        """The words looked for."""
        return self.field.text().strip()

    @property
    def searches(self) -> bool:
        """Whether there are words to be looked for."""
        return bool(self.query)

    @property
    def takes_results(self) -> bool:
        """Whether results have a place to be shown in."""
        return True

    def look(self, _words: str) -> None:
        """Look for what is in the field now."""
        if self.searches:
            self.wait.start()
        else:
            self.wait.stop()
            self.show_results(self.query, ())

    def _ask(self) -> None:
        if self.query and self.isVisible() and self.takes_results:
            self.wanted.emit(self.query)

    def show_results(self, query: str, rows: Sequence[SearchRow], sentence: str = "", *, more: bool = False) -> None:
        """Show what was found for a query; an answer to words that have changed since is dropped.

        `sentence` says why there is nothing, where it is not that nothing was found; there is `more` where older drafts
        have the words in other wordings, which are not shown.
        """
        if query != self.query or not self.takes_results:
            return
        self.show_rows(rows)
        self.nothing.setText(sentence or (f"No draft here has “{query}”." if query else _START))
        # The same wording in an older draft is a place of that draft.
        found = [row.draft for row in rows] + [other.draft for row in rows for other in row.others]
        drafts = len(set(found))
        counts = f"{counted(len(found), 'place')} in {counted(drafts, 'draft')}"
        self.show_count((f"{counts}, and more" if more else counts) if rows else "")
        say(self.field, self.beside.text() or (self.nothing.text() if query else ""))
        self.choose_first()
        self.place()

    def show_rows(self, rows: Sequence[SearchRow]) -> None:
        """Show other rows, the drafts that have their wording not opened."""
        self._found, self._opened = tuple(rows), None
        self._show()

    def show_count(self, words: str) -> None:
        """Say beside the field how much there is; "" says nothing."""
        self.beside.setText(words)
        self.beside.setVisible(bool(words))

    def go_back(self) -> None:
        """To the page, as Esc does."""
        self.close_popover()

    def event(self, event: QEvent) -> bool:
        return keeps_letter(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()

    def _show(self) -> None:
        rows: list[tuple[str, object]] = []
        for row in self._found:
            rows.append((row.head, row))
            rows += [(row.head, other) for other in (row.others if row == self._opened else ())]
        self._rows.show_groups(rows)

    def _open(self, index: QModelIndex, *, opened: bool) -> bool:
        """Show the other drafts of a row, or hide them again; whether there was anything to show or to hide."""
        entry = index.data(ENTRY)
        row = self._opened if isinstance(entry, OtherRow) else entry
        if not isinstance(row, SearchRow) or not row.others or (row == self._opened) is opened:
            return False
        self._opened = row if opened else None
        self._show()
        at = next(at for at in range(self._rows.rowCount()) if self._rows.index(at, 0).data(ENTRY) == row)
        self.list.setCurrentIndex(self._rows.index(at, 0))
        say(self.list, f"{row.held}" if opened else row.snippet.text)
        self.place()
        return True

    def _held_at(self, event: QEvent) -> QModelIndex | None:
        """The row whose line of drafts a click is on."""
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return None
        point = event.position().toPoint()
        index = self.list.indexAt(point)
        row = index.data(ENTRY)
        held = isinstance(row, SearchRow) and bool(row.others)
        return index if held and self.list.visualRect(index).bottom() - point.y() < HELD_HIGH else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list.viewport() and (index := self._held_at(event)) is not None:
            return self._open(index, opened=index.data(ENTRY) != self._opened)
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.go_back()
                return True
            on, back = Qt.Key.Key_Right, Qt.Key.Key_Left
            if self.field.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                on, back = back, on
            at_end = self.field.cursorPosition() == len(self.field.text())
            asked = event.key() in (on, back) and at_end
            if asked and self._open(self.list.currentIndex(), opened=event.key() == on):
                return True
        return super().eventFilter(watched, event)

    def take(self, entry: object) -> None:
        assert isinstance(entry, SearchRow | OtherRow)
        row = self._opened if isinstance(entry, OtherRow) else entry
        self.gone_to.emit(entry.draft, entry.position, row.words if row is not None else "")
