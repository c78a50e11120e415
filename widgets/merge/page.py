"""The merge page: what clashes, one paragraph after another; what is settled can be asked again, nothing is silent."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.merging import Choice
from models.telling.figures import counted
from widgets.merge.answer_row import AnswerRow
from widgets.merge.answers import Answers
from widgets.merge.bar import MergeBar
from widgets.merge.columns import SideName
from widgets.merge.counts import MergeCounts
from widgets.merge.foot import MergeFoot
from widgets.merge.item_list import ItemList
from widgets.merge.nothing_clashes import NothingClashes
from widgets.merge.pane import MergePane
from widgets.merge.table import Item, MergeTable
from widgets.paper import type as letters
from widgets.shell.status_bar import Item as Fact
from widgets.theme.saying import say
from widgets.theme.surfaces import Surface
from widgets.theme.tokens import Measures

_BASE_FROM, _LIST_FROM = 1180, 760
_LOW = 480


class MergePage(QWidget):
    """Three texts and what becomes of them.

    `keep_wanted()` when all is settled and the result is to be kept, `others_wanted()` for three other texts,
    `answered()` after each answer, `status_changed()` when `status()` says something else.
    """

    keep_wanted = Signal()
    others_wanted = Signal()
    answered = Signal()
    status_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: MergeTable | None = None
        self.answers = Answers(self)
        self._names = (SideName(""), SideName(""), SideName(""))
        self._item: Item | None = None
        self._place: int | None = None
        self.counts, self.list = MergeCounts(), ItemList()
        self.pane, self.answer_row = MergePane(), AnswerRow()
        self.bar, self.foot = MergeBar(), MergeFoot()
        self.facts, self.count, self.others = self.bar.facts, self.bar.count, self.bar.others
        self.back, self.next = self.bar.back, self.bar.next
        self.says, self.rest, self.keep = self.foot.says, self.foot.rest, self.foot.keep
        self._build()
        self._order()
        self._connect()

    # Building

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._side = Surface("panel", "trailing")
        self._side.setFixedWidth(Measures.CHANGE_LIST)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.counts)
        column.addWidget(self.list, 1)
        across.addWidget(self._side)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self.bar)
        self._stack = QStackedWidget()
        page = Surface("paper")
        over = QVBoxLayout(page)
        over.setContentsMargins(0, 0, 0, 0)
        over.setSpacing(0)
        over.addWidget(self.pane, 1)
        over.addWidget(self.answer_row)
        self._stack.addWidget(page)
        self._stack.addWidget(NothingClashes())
        main.addWidget(self._stack, 1)
        main.addWidget(self.foot)
        across.addLayout(main, 1)

    def _order(self) -> None:
        """Tab goes as one reads: list, bar, sides, result, answers, foot."""
        row = self.answer_row
        order: tuple[QWidget, ...] = (
            *(self.list, self.others, self.back, self.next, self.pane.columns.show_base),
            *(side.words for side in self.pane.columns.sides),
            *(self.pane.result, row.ours, row.theirs, row.before, row.by_hand),
            *(row.all_ours, row.all_theirs, row.both, row.again, self.rest, self.keep),
        )
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self.list.item_chosen.connect(self.go_to)
        self.back.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.others.clicked.connect(self.others_wanted)
        self.pane.result.place_pressed.connect(self.go_to_place)
        self.answer_row.answered.connect(self.answer)
        self.answer_row.answered_whole.connect(self.answer_whole)
        self.answer_row.asked_again.connect(self.ask_again)
        self.answers.changed.connect(self._changed)
        self.answers.stack.indexChanged.connect(self._tell)
        self.rest.clicked.connect(self.leave_the_rest)
        self.keep.clicked.connect(self._keep)

    # What is shown

    def show_merge(
        self, table: MergeTable, names: tuple[SideName, SideName, SideName], answers: Answers | None = None
    ) -> None:
        """Show another merge, from its first conflict that is not settled; `answers` are those given before."""
        self.answers.changed.disconnect(self._changed)
        self.answers.stack.indexChanged.disconnect(self._tell)
        self.table, self._names, self._item, self._place = table, names, None, None
        self.answers = answers if answers is not None else Answers(self)
        self.answers.changed.connect(self._changed)
        self.answers.stack.indexChanged.connect(self._tell)
        self.bar.show_names(names)
        self.counts.show_table(table)
        self.pane.columns.show_names(names)
        self.list.show_table(table, self.answers.choices)
        self._stack.setCurrentIndex(0 if table.items else 1)
        first = next((one for one in table.conflicts if not one.settled(self.answers.choices)), None)
        shown = first or next(iter(table.items), None)
        if shown is not None:
            self.go_to(shown.key)
        self._show_state()

    def go_to(self, key: str) -> None:
        """To an item: its first place that is not settled."""
        if self.table is None:
            return
        self._item = item = next(one for one in self.table.items if one.key == key)
        left = item.left(self.answers.choices)
        self._place = left[0] if left else (0 if item.conflicts else None)
        self.list.follow(key)
        self.pane.go_to(self.table, item)
        self._show_item()
        QTimer.singleShot(0, self.pane, self.pane.show_place)
        self._show_state()

    def _show_item(self) -> None:
        item, table, choices = self._item, self.table, self.answers.choices
        if item is not None and table is not None:
            self.pane.show_result(table, item, self._place, choices)
            self.answer_row.show_place(item, None if item.whole(choices) else self._place, choices)

    def _show_state(self) -> None:
        table = self.table
        if table is None:
            return
        choices = self.answers.choices
        left, number = table.open(choices), len(table.conflicts)
        self.list.answer(choices)
        at = next((at for at, one in enumerate(table.conflicts, 1) if one is self._item), None)
        self.bar.show_place(at, number)
        self.foot.show_left(left, sum(choice.way == "both" for choice in choices.values()))
        self.status_changed.emit()

    def _changed(self, key: str) -> None:
        """Something was answered, taken back, or done again."""
        table = self.table
        if table is None:
            return
        if key and (self._item is None or key != self._item.key):
            self.go_to(key)
        if self._item is not None and self._item.conflicts:
            left = self._item.left(self.answers.choices)
            if left and self._place not in left:
                self._place = next((at for at in left if at > (self._place or 0)), left[0])
        self._show_item()
        self._show_state()
        self.pane.show_place()

    def _tell(self, _index: int) -> None:
        self.answered.emit()

    # Going about

    def step(self, way: int) -> None:
        """To the next (1) or previous (-1) conflict."""
        table = self.table
        if table is None or not table.conflicts:
            return
        keys = [one.key for one in table.conflicts]
        here = keys.index(self._item.key) if self._item is not None and self._item.key in keys else -1
        at = here + way if here >= 0 else (0 if way > 0 else len(keys) - 1)
        if 0 <= at < len(keys):
            self.go_to(keys[at])

    def go_to_place(self, number: int) -> None:
        """To a place of the paragraph."""
        if self._item is not None and 0 <= number < len(self._item.conflicts):
            self._place = number
            self._show_item()
            self.pane.show_place()

    def _step_place(self, way: int) -> None:
        self.go_to_place((self._place or 0) + way)

    @property
    def reading(self) -> QWidget:
        """What has the keyboard first."""
        return self.list if self.table is not None and self.table.items else self.keep

    @property
    def parts(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self.list, self.pane.result, self.answer_row, self.rest, self.keep]

    # Answering

    def answer(self, choice: Choice) -> None:
        """Settle the place that is being decided."""
        item, place = self._item, self._place
        if item is None or place is None or item.whole(self.answers.choices):
            return
        if self.answers.settle(item, place, choice):
            say(self, self.answers.stack.undoText())

    def answer_whole(self, way: str) -> None:
        """Take the whole paragraph as one side has it, or all its places in brackets."""
        if self._item is not None and self.answers.settle_whole(self._item, way):
            say(self, self.answers.stack.undoText())

    def ask_again(self) -> None:
        """Take back what was answered here."""
        if self._item is not None and self.answers.ask_again(self._item):
            say(self, "Asked again")

    def leave_the_rest(self) -> None:
        """Leave what is not settled as alternatives in brackets; what cannot be left so is gone to."""
        table = self.table
        if table is None:
            return
        self.answers.leave_open(table.conflicts)
        first = next((one for one in table.conflicts if not one.settled(self.answers.choices)), None)
        if first is not None:
            self.go_to(first.key)
            self.foot.say_not_left(table.open(self.answers.choices))

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
        return self.table is not None and self.table.open(self.answers.choices) == 0

    def _keep(self) -> None:
        if self.complete:
            self.keep_wanted.emit()

    # The frame

    def status(self) -> tuple[list[Fact], list[Fact]]:
        """What counts here, for the status bar."""
        table = self.table
        if table is None:
            return [], []
        number, left = len(table.conflicts), table.open(self.answers.choices)
        counts = table.counts
        facts = [Fact(f"{counted(number, 'conflict')}, {number - left} settled" if number else "No conflict")]
        by_itself = counts.one_side + counts.combined
        facts.append(Fact(f"{counted(by_itself, 'paragraph')} merged without a question"))
        return facts, [Fact("N next conflict, P previous, Ctrl Z undo")] if number else []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= Measures.WIDE_WINDOW
        self._side.setVisible(self.width() >= _LIST_FROM)
        self._side.setFixedWidth(320 if wide else Measures.CHANGE_LIST)
        self.pane.columns.set_narrow(self.width() < _BASE_FROM)
        self.answer_row.set_low(self.height() < _LOW)
        if wide:
            self.pane.set_kinds(letters.COLUMNS_WIDE, letters.INLINE_WIDE)
        else:
            self.pane.set_kinds(letters.COLUMNS, letters.INLINE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        keys = Qt.Key
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        acts: dict[Qt.Key, Callable[[], object]] = {
            keys.Key_N: lambda: self.step(1),
            keys.Key_P: lambda: self.step(-1),
            keys.Key_1: lambda: self.answer(Choice("ours")),
            keys.Key_2: lambda: self.answer(Choice("theirs")),
            keys.Key_0: lambda: self.answer(Choice("base")),
            keys.Key_W: self.answer_row.write,
            keys.Key_O: lambda: self.answer_whole("ours"),
            keys.Key_T: lambda: self.answer_whole("theirs"),
            keys.Key_B: lambda: self.answer_whole("both"),
            keys.Key_Delete: self.ask_again,
            keys.Key_Left: lambda: self._step_place(-1),
            keys.Key_Right: lambda: self._step_place(1),
            keys.Key_Escape: self.reading.setFocus,
        }
        act = acts.get(keys(event.key()))
        if act is None:
            return False
        act()
        return True
