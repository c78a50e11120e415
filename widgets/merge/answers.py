"""What was answered in a merge: each answer can be taken back by itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from models.merging import Choice
from widgets.merge.table import Item, rows_of

_EITHER = ("ours", "theirs", "base")


class Answers(QObject):
    """The answers so far, by the key of a conflict or of a row; `changed(key)` names the item they are about.

    `given` are answers from before: each can be asked again, but they are no acts to be undone.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None, given: Mapping[str, Choice] | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[str, Choice] = dict(given or {})
        self.stack = QUndoStack(self)

    def settle(self, item: Item, number: int, choice: Choice) -> bool:
        """Settle one conflict of an item; False where it cannot be settled so."""
        conflict = item.conflicts[number]
        if choice.way not in conflict.choices:
            return False
        return self._do(item, self._words(choice.way), {conflict.key: choice}, clear=(item.key, *rows_of(conflict)))

    def settle_whole(self, item: Item, way: str) -> bool:
        """A whole paragraph as one side has it, or "both": each of its places as two alternatives in brackets."""
        if way == "both":
            places = {one.key: Choice("both") for one in item.conflicts if "both" in one.choices}
            rows = (row for one in item.conflicts for row in rows_of(one))
            return bool(places) and self._do(item, self._words(way), places, clear=(item.key, *rows))
        if item.row is None:
            return self.settle(item, 0, Choice(way))
        if way not in _EITHER:
            return False
        return self._do(item, f"{self._words(way)}, the whole paragraph", {item.key: Choice(way)})

    def leave_open(self, items: tuple[Item, ...]) -> int:
        """Leave all that is not settled as alternatives in brackets, as one act; how many conflicts that settled."""
        places = {
            one.key: Choice("both")
            for item in items
            for at, one in enumerate(item.conflicts)
            if at in item.left(self.choices) and "both" in one.choices
        }
        if places:
            self.stack.push(_Answer(self, "Leave the rest as alternatives", {**self.choices, **places}, ""))
        return len(places)

    def ask_again(self, item: Item) -> bool:
        """Take back all answers to an item, as an act that can be undone itself."""
        keys = {item.key, *(key for one in item.conflicts for key in (one.key, *rows_of(one)))}
        left = {key: choice for key, choice in self.choices.items() if key not in keys}
        if len(left) == len(self.choices):
            return False
        self.stack.push(_Answer(self, "Ask again", left, item.key))
        return True

    def _do(self, item: Item, words: str, given: Mapping[str, Choice], clear: Collection[str] = ()) -> bool:
        after = {key: choice for key, choice in self.choices.items() if key not in clear or item.row is None}
        after |= given
        if after != self.choices:
            self.stack.push(_Answer(self, f"{item.label}: {words}" if item.label else words, after, item.key))
        return True

    @staticmethod
    def _words(way: str) -> str:
        return {
            "ours": "as ours has it",
            "theirs": "as theirs has it",
            "base": "as it was",
            "both": "both, in brackets",
            "written": "written by hand",
        }[way]


class _Answer(QUndoCommand):
    """One act: all answers before and after it."""

    def __init__(self, answers: Answers, words: str, after: dict[str, Choice], key: str) -> None:
        super().__init__(words)
        self._answers, self._before, self._after, self._key = answers, answers.choices, after, key

    def redo(self) -> None:
        self._answers.choices = self._after
        self._answers.changed.emit(self._key)

    def undo(self) -> None:
        self._answers.choices = self._before
        self._answers.changed.emit(self._key)
