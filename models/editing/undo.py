"""The one list of what can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.editing.edit import Edit, Selection, compressed
from models.editing.remembered import Remembered

_PAUSE = 3.0
_MOST = 10_000


class UndoList:
    """Steps done, and steps undone that can be done again. Typing that goes on is one step a word."""

    def __init__(self) -> None:
        self._done: list[Edit] = []
        self._undone: list[Edit] = []
        self._closed = False
        self.written_to: Selection | None = None
        """Up to where the writer has just written; None where something else was done, or the paragraph was left."""

    def copy(self) -> UndoList:
        """The same list, which goes on by itself."""
        made = UndoList()
        made._done, made._undone, made._closed = list(self._done), list(self._undone), self._closed
        made.written_to = self.written_to
        return made

    def add(self, edit: Edit) -> None:
        """A step was done; what was undone before it is given up."""
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last is not None and not self._closed and _goes_on(last, edit):
            splices, notes = compressed((*last.splices, *edit.splices)), last.notes + edit.notes
            # Written out: `replace` takes far longer, and this is done at every letter.
            self._done[-1] = Edit(
                last.words,
                splices,
                notes,
                last.before,
                edit.after,
                last.joins,
                edit.at,
                last.told,
                remembered=_in_both(last, edit),
            )
        else:
            self._done.append(edit)
            del self._done[:-_MOST]
        self._closed = False
        self.written_to = edit.after if edit.joins else None

    def join_last(self) -> Edit:
        """Make the last two steps one, under the name of the first; gives it. What is typed next is its own step."""
        two, one = self._done.pop(), self._done.pop()
        splices = compressed((*one.splices, *two.splices))
        notes, known = one.notes + two.notes, _in_both(one, two)
        self._done.append(replace(one, splices=splices, notes=notes, after=two.after, at=two.at, remembered=known))
        self._closed = True
        self.written_to = None
        return self._done[-1]

    def close(self) -> None:
        """What is typed next is a step of its own."""
        self._closed = True

    def back(self) -> Edit | None:
        """The step to turn round now, moved to those that can be done again."""
        if not self._done:
            return None
        self._closed, self.written_to = True, None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def forth(self) -> Edit | None:
        """The step to do again now."""
        if not self._undone:
            return None
        self._closed, self.written_to = True, None
        self._done.append(self._undone.pop())
        return self._done[-1]

    def forget_undone(self) -> None:
        """What was undone cannot be done again: nobody is to know of it."""
        self._undone.clear()

    @property
    def done(self) -> Sequence[Edit]:
        """The steps that can be undone, the last at the end."""
        return self._done

    @property
    def last(self) -> Edit | None:
        """The step that would be undone."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Edit | None:
        """The step that would be done again."""
        return self._undone[-1] if self._undone else None

    @property
    def steps(self) -> int:
        """How many steps can be undone."""
        return len(self._done)


def _in_both(one: Edit, two: Edit) -> tuple[Remembered, Remembered] | None:
    """What references meant before two steps, and after them."""
    if one.remembered is None or two.remembered is None:
        return one.remembered or two.remembered
    return one.remembered[0], two.remembered[1]


def _goes_on(last: Edit, edit: Edit) -> bool:
    return bool(edit.joins) and last.joins == edit.joins and last.after == edit.before and edit.at - last.at < _PAUSE
