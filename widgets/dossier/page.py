"""The dossier page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from widgets.dossier.away import AwayLine
from widgets.dossier.draft_view import DraftHeads, DraftView
from widgets.dossier.drafts import ROW, DraftList, DraftRow
from widgets.dossier.inspector import Inspector
from widgets.dossier.nothing_yet import NothingYet
from widgets.dossier.telling import Event
from widgets.dossier.timeline import Timeline
from widgets.dossier.working import WorkingRow, WorkingRows
from widgets.theme.controls import Button
from widgets.theme.focus import tab_through
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.segments import Segments
from widgets.theme.surfaces import Surface

_DRAWER = 900
"""Under this width of the page the inspector goes."""


class DossierPage(QWidget):
    """Shows `DraftRow`s, newest first; signals carry ids, `compare_asked` the older draft first,
    `columns_asked` a list, the oldest first.

    `branch_asked` writes on from a kept draft, `restore_asked` puts its text into the working text; `continue_asked`
    and `discard_asked` name a `WorkingRow`; `timeline_wanted()` asks for `show_events`,
    `merge_asked()` to merge what is chosen, `returned_asked()` to look at the files that came back.
    """

    add_asked = Signal()
    paste_asked = Signal()
    new_asked = Signal()
    read_asked = Signal(str)
    compare_asked = Signal(str, str)
    columns_asked = Signal(list)
    export_asked = Signal(str)
    chosen = Signal(str)
    amend_given = Signal(str, object)
    branch_asked = Signal(str)
    restore_asked = Signal(str)
    merge_asked = Signal()
    returned_asked = Signal()
    continue_asked = Signal(str)
    discard_asked = Signal(str)
    timeline_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.drafts = DraftList(self)
        self.inspector = Inspector()
        self.list = DraftView(self.drafts)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._timeline())
        nothing = NothingYet()
        self.open_button, self.paste_button, _ = nothing.buttons
        for button, asked in zip(nothing.buttons, (self.add_asked, self.paste_asked, self.new_asked), strict=True):
            button.clicked.connect(asked)
        self._pages.addWidget(nothing)
        line = laid_across(self)
        line.addWidget(self._pages, 1)
        line.addWidget(self.inspector)
        self.inspector.compare_asked.connect(self.compare_asked)
        self.inspector.columns_asked.connect(self.columns_asked)
        self.inspector.read_asked.connect(self.read_asked)
        self.inspector.export_asked.connect(self.export_asked)
        self.inspector.branch_asked.connect(self.branch_asked)
        self.inspector.restore_asked.connect(self.restore_asked)
        self.inspector.merge_asked.connect(self.merge_asked)
        self.inspector.returned_asked.connect(self.returned_asked)
        self.inspector.amend_asked.connect(self.amend)
        self.inspector.amend_given.connect(self.amend_given)
        self.inspector.amending_ended.connect(self._amended)
        self.list.read_asked.connect(self._read)
        self.list.compare_wanted.connect(self.inspector.compare)
        self.list.doubleClicked.connect(self._read)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.selectionModel().selectionChanged.connect(lambda _on, _off: self._inspect())
        self.drafts.dataChanged.connect(lambda _first, _last: self._inspect())
        self.show_rows(())

    def _timeline(self) -> QWidget:
        ground = Surface("paper")
        column = laid_down(ground)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 0)
        self.views = Segments(("Drafts", "What was done"))
        self.views.part(0).setAccessibleName("Drafts")
        self.views.part(1).setAccessibleName("What was done, by whom and when")
        self.views.chosen.connect(self.show_view)
        head.addWidget(self.views)
        head.addStretch(1)
        self.add_button = Button("Add files…", icon="plus")
        self.add_button.clicked.connect(self.add_asked)
        head.addWidget(self.add_button)
        column.addLayout(head)
        self.working = WorkingRows()
        self.working.continue_asked.connect(self.continue_asked)
        self.working.discard_asked.connect(self.discard_asked)
        self.away = AwayLine()
        self.away.compare_asked.connect(self.compare_asked)
        drafts = QWidget()
        under = laid_down(drafts)
        under.addWidget(DraftHeads())
        under.addWidget(self.working)
        under.addWidget(self.list, 1)
        self.timeline = Timeline()
        self.timeline.draft_chosen.connect(self._go_to)
        self._views = QStackedWidget()
        self._views.addWidget(drafts)
        self._views.addWidget(self.timeline)
        column.addSpacing(4)
        column.addWidget(self.away)
        column.addWidget(self._views, 1)
        return ground

    def show_rows(self, rows: Sequence[DraftRow], choose: str | None = None) -> None:
        """Show other drafts; choose one of them, or the newest."""
        self.drafts.show_rows(rows)
        self._choose_page()
        self._fit()
        if rows:
            places = [row.id for row in rows]
            self.choose(choose if choose in places else places[0])

    def set_writable(self, writable: bool) -> None:
        """Say whether the dossier can be written."""
        self.inspector.set_writable(writable)
        self.add_button.setVisible(writable)

    def show_working(self, rows: Sequence[WorkingRow]) -> None:
        """Show the texts being written, the latest first."""
        self.working.show_rows(rows)
        tab_through(self.add_button, *(button for line in self.working.lines for button in line.buttons))
        # One strong thing on the page: to go on writing, if there is anything to go on with.
        self.inspector.lead(not rows)
        self._choose_page()

    def _choose_page(self) -> None:
        wanted = 0 if self.drafts.rows or self.working.lines else 1
        if wanted != self._pages.currentIndex():
            focus = self.window().focusWidget()
            held = focus is not None and self._pages.isAncestorOf(focus)
            self._pages.setCurrentIndex(wanted)
            if held:
                self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def first(self) -> QWidget:
        """Where the work of the page is, for the keyboard."""
        if self.drafts.rows:
            return self.list
        return self.working.lines[0].continue_button if self.working.lines else self.open_button

    def show_events(self, events: Sequence[Event]) -> None:
        """Show what was done, by whom and when."""
        self.timeline.show_events(events)

    def show_view(self, view: int) -> None:
        """The drafts (0), or what was done (1)."""
        self.views.choose(view)
        self._views.setCurrentIndex(view)
        if view == 1:
            self.timeline_wanted.emit()
            self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, draft: str) -> None:
        self.show_view(0)
        self.choose(draft)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def learn(self, draft: str, summary: str, brackets: int, unmatched: int = 0) -> None:
        """Fill in what has been found out about a draft."""
        self.drafts.learn(draft, summary, brackets, unmatched)

    def choose(self, draft: str) -> None:
        """Put the choice on a draft."""
        for at, row in enumerate(self.drafts.rows):
            if row.id == draft:
                self.list.selectionModel().setCurrentIndex(
                    self.drafts.index(at, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                self.list.scrollTo(self.drafts.index(at, 0))

    @property
    def choice(self) -> str | None:
        """Id of the draft the inspector shows."""
        rows = self._selected()
        return rows[0].id if rows else None

    @property
    def two_chosen(self) -> tuple[str, str] | None:
        """Ids of the two drafts that are chosen, the older first; None where it is not two."""
        rows = self._selected()
        return (rows[1].id, rows[0].id) if len(rows) == 2 else None

    def _selected(self) -> list[DraftRow]:
        """The chosen drafts, newest first."""
        places = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.drafts.rows[at] for at in places]

    def _inspect(self) -> None:
        rows, everything = self._selected(), self.drafts.rows
        if len(rows) > 1:
            self.inspector.show_several(rows, everything)
        elif rows:
            self.inspector.show_draft(rows[0], self._before(rows[0]), everything)
            self.chosen.emit(rows[0].id)

    def _before(self, row: DraftRow) -> DraftRow | None:
        """The draft a draft came from; for one that came from none here, the one below it."""
        for parent in row.parents:
            for other in self.drafts.rows:
                if other.id == parent:
                    return other
        below = self.drafts.rows.index(row) + 1
        return self.drafts.rows[below] if below < len(self.drafts.rows) else None

    def _read(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, DraftRow):
            self.read_asked.emit(row.id)

    def _menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        row = index.data(ROW)
        if not isinstance(row, DraftRow):
            return
        menu = QMenu(self)
        if len(self._selected()) > 1:
            menu.addAction(self.inspector.compare_button.text()).triggered.connect(self.inspector.compare)
            menu.addSeparator()
        menu.addAction("Read").triggered.connect(lambda: self.read_asked.emit(row.id))
        if len(self.drafts.rows) > 1:
            menu.addMenu(self.inspector.others(menu))
        if self.inspector.writable:
            menu.addAction("Merge with…").triggered.connect(self.merge_asked)
            menu.addAction("Write on from here").triggered.connect(lambda: self.branch_asked.emit(row.id))
            menu.addAction("Restore this text").triggered.connect(lambda: self.restore_asked.emit(row.id))
            menu.addAction("Amend label, date or note…").triggered.connect(self.amend)
        menu.addAction("Export…").triggered.connect(lambda: self.export_asked.emit(row.id))
        menu.popup(self.list.viewport().mapToGlobal(place))

    def amend(self) -> None:
        """Let what is said of the chosen draft be said otherwise, beside the list."""
        if len(self._selected()) == 1 and self.inspector.writable:
            self.inspector.show()
            self.inspector.amend()

    def _amended(self) -> None:
        self._fit()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        amending = self.inspector.form.isVisibleTo(self.inspector)
        self.inspector.setVisible(bool(self.drafts.rows) and (self.width() >= _DRAWER or amending))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
