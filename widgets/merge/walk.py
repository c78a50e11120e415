"""The way through a merge: which paragraph one is at, which place of it, and what is answered there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from models.merging import Choice
from widgets.merge.answers import Answers
from widgets.merge.table import Choices, Item, MergeTable


class Walk(QObject):
    """`went()` to another paragraph, `changed()` when the place or the answers are others, `answered()` after each.

    `did(str)` says what was answered here.
    `item` is the paragraph one is at, `place` the number of its conflict that is being decided, None where none is.
    """

    went = Signal()
    changed = Signal()
    answered = Signal()
    did = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: MergeTable | None = None
        self.item: Item | None = None
        self.place: int | None = None
        self._left: tuple[int, ...] = ()
        self.answers = self._listening(Answers(self))

    def begin(self, table: MergeTable, answers: Answers | None = None) -> None:
        """Another merge, with the answers given before; no paragraph of it is gone to."""
        self.answers.changed.disconnect(self._changed)
        self.answers.stack.indexChanged.disconnect(self._tell)
        self.table, self.item, self.place = table, None, None
        self.answers = self._listening(answers if answers is not None else Answers(self))

    def shows(self, table: MergeTable) -> bool:
        """Whether it is the same merge, whatever its paragraphs are called."""
        return self.table is not None and table.merge is self.table.merge

    def take_names(self, called: Mapping[str, str]) -> bool:
        """What the paragraphs are called by their keys; whether anything is called otherwise now."""
        if self.table is None or called == self.table.called:
            return False
        self.table = self.table.naming(called)
        self.item = self.table.item(self.item.key) if self.item is not None else None
        return True

    def _listening(self, answers: Answers) -> Answers:
        answers.changed.connect(self._changed)
        answers.stack.indexChanged.connect(self._tell)
        return answers

    @property
    def choices(self) -> Choices:
        """The answers so far."""
        return self.answers.choices

    @property
    def left(self) -> int:
        """How many conflicts are not settled."""
        return self.table.open(self.choices) if self.table is not None else 0

    @property
    def asks(self) -> bool:
        """Whether something can be answered where one is."""
        return self.table is not None and self.item in self.table.items

    @property
    def first_left(self) -> Item | None:
        """The first conflict that is not settled."""
        conflicts = self.table.conflicts if self.table is not None else ()
        return next((one for one in conflicts if not one.settled(self.choices)), None)

    # Going about

    def go_to(self, key: str, place: int | None = None) -> None:
        """To an item: a place, else its first that is not settled; or to a row in which nothing is asked."""
        item = self.table.item(key) if self.table is not None else None
        if item is None:
            return
        self.item = item
        self._left = left = item.left(self.choices)
        self.place = place if place is not None else left[0] if left else 0 if item.conflicts else None
        self.went.emit()

    def step(self, way: int) -> bool:
        """To the next (1) or previous (-1) place that is not settled; whether that was round the end.

        What is settled the list and its arrows go to.
        """
        conflicts = self.table.conflicts if self.table is not None else ()
        places = [(at, place) for at, item in enumerate(conflicts) for place in item.left(self.choices)]
        if not places:
            return False
        here = next((at for at, one in enumerate(conflicts) if one is self.item), None)
        if here is None:
            beyond = places[::way]
        else:
            stands = (here, self.place or 0)
            beyond = [one for one in places[::way] if (one > stands if way > 0 else one < stands)]
        at, place = (beyond or places[::way])[0]
        self.go_to(conflicts[at].key, place)
        return not beyond

    def go_to_place(self, number: int) -> None:
        """To a place of the paragraph."""
        if self.item is not None and 0 <= number < len(self.item.conflicts):
            self.place = number
            self.changed.emit()

    def step_place(self, way: int) -> None:
        """To the next (1) or previous (-1) place of the paragraph."""
        self.go_to_place((self.place or 0) + way)

    # Answering

    def answer(self, choice: Choice) -> None:
        """Settle the place that is being decided."""
        item, place = self.item, self.place
        if item is None or place is None or item.whole(self.choices):
            return
        if self.answers.settle(item, place, choice):
            self.did.emit(self.answers.stack.undoText())

    def answer_whole(self, way: str) -> None:
        """Take the whole paragraph as one side has it, or all its places in brackets."""
        if self.item is not None and self.asks and self.answers.settle_whole(self.item, way):
            self.did.emit(self.answers.stack.undoText())

    def ask_again(self) -> None:
        """Take back what was answered here."""
        if self.item is not None and self.answers.ask_again(self.item):
            self.did.emit("Asked again")

    def leave_the_rest(self) -> int:
        """Leave what is not settled as alternatives in brackets; how many cannot be left so, the first is gone to."""
        if self.table is not None:
            self.answers.leave_open(self.table.conflicts)
        first = self.first_left
        if first is not None:
            self.go_to(first.key)
        return self.left

    def _changed(self, key: str) -> None:
        """Something was answered, taken back, or done again: at the paragraph it is about."""
        if self.table is None:
            return
        if key and (self.item is None or key != self.item.key):
            self.go_to(key)
        if self.item is not None and self.item.conflicts:
            # What was answered stays in sight; what is asked again is gone to.
            left = self.item.left(self.choices)
            asked = [place for place in left if place not in self._left]
            if asked and self.place not in asked:
                self.place = asked[0]
            self._left = left
        self.changed.emit()

    def _tell(self, _index: int) -> None:
        self.answered.emit()
