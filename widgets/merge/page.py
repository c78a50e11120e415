"""The merge page: what clashes, one paragraph after another; what is settled can be asked again, nothing is silent."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.draft.directions import runs_right_to_left
from widgets.merge.answer_row import AnswerRow
from widgets.merge.answers import Answers
from widgets.merge.bar import MergeBar
from widgets.merge.columns import SideName
from widgets.merge.counts import MergeCounts, sums
from widgets.merge.foot import MergeFoot
from widgets.merge.item_list import ItemList
from widgets.merge.laid import Laid, is_behind, unanswered
from widgets.merge.nothing_clashes import NothingClashes
from widgets.merge.page_keys import acts
from widgets.merge.pane import MergePane
from widgets.merge.table import MergeTable
from widgets.merge.told import Decided
from widgets.merge.told_list import ToldList
from widgets.merge.walk import Walk
from widgets.paper import type as letters
from widgets.shell.status_bar import Item as Fact
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.saying import say
from widgets.theme.surfaces import Surface
from widgets.theme.tokens import Measures

_BASE_FROM, _LIST_FROM = 1180, 760
_LATE = 500
"""Milliseconds after which it is said that the text does not follow an answer at once."""


class MergePage(QWidget):
    """Three texts and what becomes of them; `walk` is where one is in them.

    `keep_wanted()` when all is settled and the result is to be kept, `others_wanted()` for three other texts,
    `layout_wanted()` when the text is to be laid out with the answers there are: `take_layout` takes it;
    `answered()` after each answer, `status_changed()` when `status()` says something else.
    """

    keep_wanted = Signal()
    others_wanted = Signal()
    layout_wanted = Signal()
    answered = Signal()
    status_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.walk = Walk(self)
        self._laid: Laid | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE)
        self.counts, self.list = MergeCounts(), ItemList()
        self.pane, self.answer_row = MergePane(), AnswerRow()
        self.bar, self.told, self.foot = MergeBar(), ToldList(), MergeFoot()
        self._build()
        self._order()
        self._connect()

    # Building

    def _build(self) -> None:
        across = laid_across(self)
        self._side = Surface("panel", "trailing")
        self._side.setFixedWidth(Measures.CHANGE_LIST)
        column = laid_down(self._side, margins=(0, 0, 1, 0))
        column.addWidget(self.counts)
        column.addWidget(self.list, 1)
        across.addWidget(self._side)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self.bar)
        self._stack = QStackedWidget()
        page = Surface("paper")
        over = laid_down(page)
        over.addWidget(self.pane.area, 1)
        self.pane.put_under(self.answer_row)
        self._stack.addWidget(page)
        self._stack.addWidget(NothingClashes())
        main.addWidget(self._stack, 1)
        main.addWidget(self.told)
        main.addWidget(self.foot)
        across.addLayout(main, 1)

    def _order(self) -> None:
        """Tab goes as one reads: list, bar, sides, result, answers, foot."""
        row, bar = self.answer_row, self.bar
        order: tuple[QWidget, ...] = (
            *(self.list, bar.others, bar.back, bar.next, self.pane.columns.show_base),
            *(part for side in self.pane.columns.sides for part in (side.words, side.aside)),
            *(self.pane.result, *row.buttons, self.told.fold, self.told.list, *self.foot.buttons),
        )
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        walk, row = self.walk, self.answer_row
        self.list.item_chosen.connect(walk.go_to)
        self.bar.back.clicked.connect(lambda: self.step(-1))
        self.bar.next.clicked.connect(lambda: self.step(1))
        self.bar.others.clicked.connect(self.others_wanted)
        self.pane.result.place_pressed.connect(walk.go_to_place)
        row.answered.connect(walk.answer)
        row.answered_whole.connect(walk.answer_whole)
        row.asked_again.connect(walk.ask_again)
        walk.went.connect(self._show_item)
        walk.changed.connect(self._show_changed)
        walk.answered.connect(self.answered)
        walk.did.connect(lambda words: say(self, words))
        self._late.timeout.connect(self.pane.say_behind)
        self.told.paragraph_wanted.connect(walk.go_to)
        self.foot.rest.clicked.connect(self.leave_the_rest)
        self.foot.keep.clicked.connect(self._keep)

    # What is shown

    @property
    def table(self) -> MergeTable | None:
        """The merge that is shown."""
        return self.walk.table

    @property
    def answers(self) -> Answers:
        """What was answered in it."""
        return self.walk.answers

    def show_merge(
        self,
        table: MergeTable,
        names: tuple[SideName, SideName, SideName],
        answers: Answers | None = None,
        laid: Laid | None = None,
    ) -> None:
        """Show another merge, from its first conflict that is not settled.

        `answers` are those given before, `laid` the text as it was laid out last, else as it was found.
        """
        walk = self.walk
        walk.begin(table, answers)
        self._laid = laid or unanswered(table)
        self.bar.show_names(names)
        self.counts.show_table(table)
        self.pane.columns.show_names(names)
        self.pane.set_mirrored(runs_right_to_left(*table.drafts))
        self.list.show_table(table, walk.choices)
        self.told.show_told(())
        self._stack.setCurrentIndex(0 if table.items else 1)
        shown = walk.first_left or next(iter(table.items), None)
        if shown is not None:
            walk.go_to(shown.key)
        else:
            self._show_state()

    def take_layout(self, table: MergeTable, laid: Laid) -> None:
        """The text of a merge laid out as it was wanted; where that is behind already, the next is wanted."""
        if self.walk.shows(table):
            self._laid = laid
        self._show_result()

    def take_told(self, table: MergeTable, found: Decided) -> None:
        """What a merge decided by itself with the answers there are; all is called by the numbers that it speaks of."""
        if not self.walk.shows(table):
            return
        self.told.show_told(found.told)
        if self.table is not None and self.walk.take_names(found.called):
            self.list.take_names(self.table)
            self._show_result()
            if not self.answer_row.is_writing:
                self._show_answers()

    def _show_item(self) -> None:
        item, table = self.walk.item, self.table
        if item is None or table is None:
            return
        self._stack.setCurrentIndex(0)
        self.answer_row.setVisible(self.walk.asks)
        self.list.follow(item.key)
        self.pane.go_to(table, item)
        self._show_place()
        QTimer.singleShot(0, self.pane, self.pane.show_place)
        self._show_state()

    def _show_changed(self) -> None:
        self._show_place()
        self._show_state()
        self.pane.show_place()

    def _show_place(self) -> None:
        self._show_result()
        self._show_answers()

    def _show_answers(self) -> None:
        item, table, choices = self.walk.item, self.table, self.walk.choices
        if item is not None and table is not None:
            self.answer_row.show_place(table, item, None if item.whole(choices) else self.walk.place, choices)

    def _show_result(self) -> None:
        walk, table, laid = self.walk, self.table, self._laid
        if walk.item is None or table is None or laid is None:
            return
        self.pane.show_result(table, walk.item, walk.place, walk.choices, laid)
        if not is_behind(table, walk.item, walk.choices, laid):
            self._late.stop()
            return
        if not self._late.isActive():
            self._late.start()
        self.layout_wanted.emit()

    def _show_state(self) -> None:
        table, choices = self.table, self.walk.choices
        if table is None:
            return
        self.list.answer(choices)
        at = next((at for at, one in enumerate(table.conflicts, 1) if one is self.walk.item), None)
        self.bar.show_place(at, len(table.conflicts))
        self.foot.show_left(self.walk.left, sum(choice.way == "both" for choice in choices.values()))
        self.status_changed.emit()

    # What the window asks

    @property
    def reading(self) -> QWidget:
        """What has the keyboard first."""
        return self.list if self.table is not None and self.table.items else self.foot.keep

    @property
    def parts(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self.list, self.pane.result, self.answer_row, self.told.fold, self.foot.rest, self.foot.keep]

    def step(self, way: int) -> None:
        """To the next (1) or previous (-1) place that is not settled, behind the last to the first again."""
        if self.complete:
            say(self, "All is settled")
        elif self.walk.step(way):
            self.bar.say_round(way)
            say(self, self.bar.count.text())

    def leave_the_rest(self) -> None:
        """Leave what is not settled as alternatives in brackets; what cannot be left so is gone to."""
        left = self.walk.leave_the_rest()
        if left:
            self.foot.say_not_left(left)

    def undo(self) -> None:
        """Take the last answer back."""
        self.answers.stack.undo()

    def redo(self) -> None:
        """Give it again."""
        self.answers.stack.redo()

    @property
    def can_undo(self) -> tuple[bool, bool]:
        """Whether an answer can be taken back, and whether one can be given again."""
        return self.answers.stack.canUndo(), self.answers.stack.canRedo()

    @property
    def complete(self) -> bool:
        """Whether nothing is left to be settled."""
        return self.table is not None and self.walk.left == 0

    def _keep(self) -> None:
        if self.complete:
            self.keep_wanted.emit()

    def status(self) -> tuple[list[Fact], list[Fact]]:
        """What counts here, for the status bar."""
        table = self.table
        if table is None:
            return [], []
        keys = [Fact("N next open conflict, P previous, Ctrl Z undo")] if table.asked else []
        return [Fact(words) for words in sums(table, self.walk.left)], keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= Measures.WIDE_WINDOW
        self._side.setVisible(self.width() >= _LIST_FROM)
        self._side.setFixedWidth(320 if wide else Measures.CHANGE_LIST)
        self.pane.columns.set_narrow(self.width() < _BASE_FROM)
        self.answer_row.set_room(self.height())
        self.told.set_room(self.height())
        kinds = (letters.COLUMNS_WIDE, letters.INLINE_WIDE) if wide else (letters.COLUMNS, letters.INLINE)
        self.pane.set_kinds(*kinds)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        act = None if held else acts(self).get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()
