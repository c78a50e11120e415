"""The compare page: counts and list of changes, the two drafts, the map; N and P go through the changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent

from models.comparison.change import Comparison
from models.telling.sorts import Weight
from widgets.compare.changes.arrangement import Arrangement
from widgets.compare.changes.names import Names
from widgets.compare.changes.row_order import RowOrder
from widgets.compare.pairing.rows import End
from widgets.compare.parts import CompareParts
from widgets.compare.what_is_shown import WhatIsShown
from widgets.paper.zoom import stepped
from widgets.paper.zoom_keys import step_of_key, step_of_wheel
from widgets.theme.focus import take_keyboard_from
from widgets.theme.tokens import Measures

if TYPE_CHECKING:
    from models.comparison.columns import Columns

_LIST_FROM, _TWO_COLUMNS_FROM = 960, 900


class ComparePage(WhatIsShown):
    """Two drafts compared, or several in columns."""

    def __init__(self, parts: CompareParts | None = None) -> None:
        super().__init__(parts)
        self._two_columns = True
        self._names = (("", ""), ("", ""))
        self._connect()

    def _connect(self) -> None:
        self.panel.shown_changed.connect(self._show_only)
        self.list.entry_chosen.connect(lambda entry: self.view.go_to(entry))
        self.list.activated.connect(lambda _index: self.view.setFocus())
        self.panel_button.toggled.connect(self.panel.setVisible)
        self.view.entry_chosen.connect(self._follow)
        self.forms.chosen.connect(self._choose_form)
        self.filter.shown_changed.connect(self._filter_columns)
        self.pane.moved_on.connect(self._show_count)
        self.back.clicked.connect(self.previous_change)
        self.next.clicked.connect(self.next_change)
        for panel in (self.in_words, self.to_look_at):
            panel.closed.connect(lambda: self.reading.setFocus())
        self.view.place_chosen.connect(self._show_count)
        self.pairing.left.connect(self.end_pairing)
        self.pairing.form_wanted.connect(self._form_after_pairing)
        self.same.all_wanted.connect(self._show_all)
        self.same.housekeeping_wanted.connect(lambda: self.filters.box(Weight.HOUSEKEEPING).setChecked(True))

    # What is shown

    def show_comparison(
        self,
        comparison: Comparison | Arrangement,
        old_title: str,
        old_subtitle: str,
        new_title: str,
        new_subtitle: str,
        *,
        again: bool = False,
        doubts: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show a comparison from its beginning, or, where the same texts are compared `again`, where the reader is.

        So too where they stood in columns: in another form of the page one is at the paragraph one was at.
        `doubts` are what was not sure in the files that were read for it: of which file, and a line for each matter.
        """
        arrangement = comparison if isinstance(comparison, Arrangement) else Arrangement(comparison)
        again = again and self._arrangement is not None and not self._several
        self._tell_no_more()
        reader = None if again else self.reader_at()
        if not again:
            self.doubts.tell(doubts)
        self._arrangement = arrangement
        self._names = ((old_title, old_subtitle), (new_title, new_subtitle))
        if self.pairs and again:
            self.pairing.show_texts(arrangement, self._names, None, again=True)
        elif self.pairs:
            # Other texts: what was chosen in the former ones is nowhere in them.
            self._modes.setCurrentIndex(0)
            self.pairing_changed.emit()
        self._several = False
        self.heads.old.show_name(old_title, old_subtitle)
        self.heads.new.show_name(new_title, new_subtitle)
        self.panel.show_arrangement(arrangement, again=again)
        self.two.show_arrangement(arrangement, Names(old_title, new_title), self.shown, again=again)
        self._fit()
        self._choose_page()
        if reader is not None:
            self.two.stay_with(reader)
        self._show_count()
        self.status_changed.emit()

    def show_columns(
        self, columns: Columns | RowOrder, titles: Sequence[tuple[str, str]], *, again: bool = False
    ) -> None:
        """Show several drafts in columns: the title of each and where it is from; `again` the reader stays there."""
        self._tell_no_more()
        reader = None if again else self.reader_at()
        self.doubts.clear()
        self._several = True
        self._modes.setCurrentIndex(0)
        # First the page, for its width: the columns are laid out once.
        self._stack.setCurrentWidget(self.pane)
        self._fit()
        self.pane.show_columns(columns if isinstance(columns, RowOrder) else RowOrder(columns), titles, again=again)
        self._choose_page()
        if reader is not None:
            self.pane.stay_with(reader)
        self._show_count()
        self.status_changed.emit()

    def _tell_no_more(self) -> None:
        for panel in (self.in_words, self.to_look_at):
            panel.tell_no_more()

    def _choose_form(self, place: int) -> None:
        """Two drafts and several are different things to show: who has the drafts brings them."""
        if place == 2:
            if not self._several:
                self.forms.choose(0 if self._two_columns else 1)
                self.columns_wanted.emit()
            return
        self._two_columns = place == 0
        if self._several:
            self.pair_wanted.emit(-1)
        else:
            self._fit()

    @property
    def inline(self) -> bool:
        """Whether two drafts are shown in one text, where that was chosen."""
        return not self._two_columns

    def show_inline(self) -> None:
        """Show two drafts in one text; several stay in their columns."""
        self._two_columns = False
        self._fit()

    def _filter_columns(self) -> None:
        self.pane.show_only(self.filter.shown)
        self._choose_page()
        self._show_count()

    # Pairing by hand

    def pair_by_hand(self) -> None:
        """Begin to pair, the current paragraph first, at the height where it is; without one the first unpaired."""
        if self._arrangement is None or self._several:
            return
        end, place = self.two.current_end()
        take_keyboard_from(self)
        self._modes.setCurrentIndex(1)
        self.pairing.show_texts(self._arrangement, self._names, end, place=place)
        self.pairing.view.setFocus()
        self.status_changed.emit()
        self.pairing_changed.emit()

    def end_pairing(self) -> None:
        """Back to the comparison, at the paragraph that was chosen."""
        held = self.pairing.view.held
        take_keyboard_from(self)
        self._modes.setCurrentIndex(0)
        if held is not None and self._arrangement is not None:
            self.two.go_to_end(End(held.old, held.here[0]))
        self.reading.setFocus()
        self.status_changed.emit()
        self.pairing_changed.emit()

    def _form_after_pairing(self, place: int) -> None:
        self.end_pairing()
        self._choose_form(place)

    def show_words(self, told: Sequence[tuple[str, str]]) -> None:
        """Show what changed in sentences: of each comparison what it is of, and what is said."""
        self.in_words.open(told, self.tell)

    def _follow(self, entry: int) -> None:
        assert self._arrangement is not None
        self.list.follow(self.two.place_among(self._arrangement.changes(self.shown), entry))
        self._show_count()

    def _show_count(self) -> None:
        self.take.setEnabled(self.differs)
        if self._several:
            changes = self.pane.changes
            self.bar.tell_count(self.pane.count_words(changes))
        elif self._arrangement is not None:
            changes = self._arrangement.changes(self.shown)
            self.bar.tell_count(self.two.count_words(changes))
        else:
            return
        for button in (self.back, self.next):
            button.setEnabled(bool(changes))

    def _show_only(self) -> None:
        if self._arrangement is None:
            return
        self.two.show_only(self.shown)
        self.list.show_arrangement(self._arrangement, self.shown)
        if self.view.current is not None:
            self._follow(self.view.current)
        self._choose_page()
        self._show_count()
        self.status_changed.emit()

    def _choose_page(self) -> None:
        if self._several:
            hidden = self.pane.hides_all
            if hidden and self.pane.view.order is not None:
                self.same.show_hidden_in_columns(self.pane.view.order, self.pane.view.shown)
            self._stack.setCurrentWidget(self.same if hidden else self.pane)
            return
        assert self._arrangement is not None
        arrangement, shown = self._arrangement, self.shown
        same = not arrangement.changes_of_substance and not shown.weights - {Weight.SUBSTANCE}
        hides = arrangement.weights[Weight.SUBSTANCE] or arrangement.weights[Weight.HOUSEKEEPING]
        if same:
            self.same.show_arrangement(arrangement)
        elif hides and all(row.fold for row in arrangement.rows(shown, ())):
            self.same.show_hidden(arrangement, shown)
            same = True
        self._stack.setCurrentIndex(1 if same else 0)

    def _show_all(self) -> None:
        if self._several:
            self.filter.clear()
        else:
            self.panel.show_all()
        self.reading.setFocus()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_no_more()
        self._fit()

    def _fit(self) -> None:
        """The larger letters and list of a wide window; one column and no list in a narrow one."""
        width = self.width()
        wide = width >= Measures.WIDE_WINDOW
        self.panel.set_wide(wide)
        self.panel.setVisible(not self._several and (width >= _LIST_FROM or self.panel_button.isChecked()))
        narrow = width < _TWO_COLUMNS_FROM
        inline = narrow or not self._two_columns
        self.bar.show_for(several=self._several, inline=inline, narrow=narrow, list_hidden=width < _LIST_FROM)
        self.pane.view.set_wide(wide)
        self.view.set_wide(wide)
        self.view.set_inline(inline)
        # Other places of words are seen in one column than in two.
        self._show_count()

    def wheelEvent(self, event: QWheelEvent) -> None:
        step = step_of_wheel(event)
        if step is not None:
            self.set_zoom(stepped(self.view.zoom, step))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        keys, step = Qt.Key, step_of_key(event)
        if step is not None:
            self.set_zoom(stepped(self.view.zoom, step))
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return step is not None
        acts: dict[Qt.Key, Callable[[], object]] = {
            keys.Key_N: self.next_change,
            keys.Key_P: self.previous_change,
            keys.Key_M: self.view.jump_to_other_end,
            keys.Key_Escape: self.reading.setFocus,
            keys.Key_BracketLeft: lambda: self.view.fold_current(opened=False),
            keys.Key_BracketRight: lambda: self.view.fold_current(opened=True),
        }
        act = acts.get(keys(event.key()))
        if act is None or self.pairs:
            return False
        act()
        return True
