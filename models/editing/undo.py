"""The one list of what can be undone."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from models.editing.acts.few_splices import compressed
from models.editing.edit import Edit, Entry, Selection, Splice
from models.editing.references.remembered import Remembered
from models.editing.splice_effects import same_keys

if TYPE_CHECKING:
    from models.editing.working import WorkingText

_PAUSE = 3.0
_MOST = 10_000
_WRITING = ("typing", "deleting")
COMPLETING = "completing"
"""The sort of step that writes an opening out, and a space after it."""


class GaveWay(NamedTuple):
    """What a writer had typed at the end of a paragraph, by its key, that gave way to the mark due while he was there.

    `at` is his caret then, behind the mark where that was one of his own, else before it; `behind` is what came behind
    his mark, or, where it is "", what stood before the end.
    """

    key: int
    at: Selection
    mark: str
    behind: str


class UndoList:
    """Steps done, and steps undone that can be done again. Typing that goes on is one step a word."""

    def __init__(self) -> None:
        self._done: list[Edit] = []
        self._undone: list[Edit] = []
        self._closed = False
        self.own_mark: tuple[int, str] | None = None
        """The paragraph, by key, in which the caret is, and the mark at its end that the writer typed there himself."""
        self.gave_way: GaveWay | None = None
        """What is there again where he goes on with nothing done since."""
        self.owes: set[int] = set()
        """Keys of the paragraphs that were written and left, and have not been given their mark yet."""

    def copy(self) -> UndoList:
        """The same list, which goes on by itself."""
        made = UndoList()
        made._done, made._undone, made._closed = list(self._done), list(self._undone), self._closed
        made.own_mark, made.gave_way, made.owes = self.own_mark, self.gave_way, set(self.owes)
        return made

    def go_on(self, before: UndoList, keys: Mapping[int, int]) -> None:
        """The caret stays where it is in a text that reads as another; `keys` are its paragraphs, by those of that."""
        if before.own_mark is not None and before.own_mark[0] in keys:
            self.own_mark = keys[before.own_mark[0]], before.own_mark[1]
        if before.gave_way is not None and before.gave_way.key in keys:
            self.gave_way = before.gave_way._replace(key=keys[before.gave_way.key])

    def add(self, edit: Edit) -> None:
        """A step was done; what was undone before it is given up."""
        self._undone.clear()
        self.gave_way = None
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

    def join_last(self) -> Edit:
        """Make the last two steps one, under the name of the first; gives it. What is typed next is its own step."""
        two, one = self._done.pop(), self._done.pop()
        splices = compressed((*one.splices, *two.splices))
        notes, known = one.notes + two.notes, _in_both(one, two)
        self._done.append(replace(one, splices=splices, notes=notes, after=two.after, at=two.at, remembered=known))
        self._closed = True
        return self._done[-1]

    @contextmanager
    def keeping_undone(self) -> Iterator[None]:
        """A step done inside, by which paragraphs only read otherwise where they stand, lets all that was undone be
        done again: on these paragraphs as they read then."""
        undone, before = list(self._undone), self.last
        yield
        edit = self.last
        if not undone or edit is None or edit is before or edit.notes or edit.remembered:
            return
        if all(same_keys(splice) for splice in edit.splices):
            self._undone = [_done_upon(edit, one) for one in undone]

    def close(self) -> None:
        """What is typed next is a step of its own."""
        self._closed = True

    def back(self) -> Edit | None:
        """The step to turn round now, moved to those that can be done again."""
        if not self._done:
            return None
        self._closed, self.gave_way = True, None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def forth(self) -> Edit | None:
        """The step to do again now."""
        if not self._undone:
            return None
        self._closed, self.gave_way = True, None
        self._done.append(self._undone.pop())
        return self._done[-1]

    def wrote(self, here: Selection, entries: Sequence[Entry]) -> None:
        """Something was written up to the caret: a mark that ends the paragraph right before it is the writer's own."""
        if here.empty and here.head.position < len(entries):
            entry = entries[here.head.position]
            if entry.ends_before(here.head.place) and entry.end.mark:
                self.own_mark = entry.key, entry.end.mark

    def went_to(self, here: Selection, entries: Sequence[Entry]) -> None:
        """Undoing or doing again brought the caret here; what was written up to it then was written so."""
        for edit in reversed(self._done):
            if edit.after == here and edit.joins in _WRITING:
                self.wrote(here, entries)
            if edit.after != here or edit.joins or edit.before != here:
                return  # other steps that left the caret where it was, as of italics, are passed over

    def came_to(self, position: int, entries: Sequence[Entry]) -> None:
        """The caret stands in a paragraph: how another one ends is settled."""
        key = entries[position].key if position < len(entries) else None
        if self.own_mark and self.own_mark[0] != key:
            self.own_mark = None
        if self.gave_way and self.gave_way.key != key:
            self.gave_way = None

    def completes_to(self, here: Selection) -> bool:
        """Whether what was done last wrote an opening out up to here."""
        last = self.last
        return last is not None and last.joins == COMPLETING and last.after == here

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


def turn_back(working: WorkingText, edit: Edit, words: str, before: Selection, after: Selection) -> None:
    """Undo a step by a step of its own, which `words` name and which can be undone as any other.

    The step is the last, or what it left stands as it did. `after` is selected then, `before` once it is undone.
    """
    edit = replace(edit.turned(), words=words, before=before, after=after, at=time.monotonic())
    working.undo_list.add(edit)
    working._apply(edit)


def _in_both(one: Edit, two: Edit) -> tuple[Remembered, Remembered] | None:
    """What references meant before two steps, and after them."""
    if one.remembered is None or two.remembered is None:
        return one.remembered or two.remembered
    return one.remembered[0], two.remembered[1]


def _done_upon(edit: Edit, undone: Edit) -> Edit:
    """A step that can be done again after another one: paragraphs that this has changed stand in it as they are now."""
    now = {old.key: (old, new) for one in edit.splices for old, new in zip(one.old, one.new, strict=True)}

    def read(entries: Sequence[Entry]) -> tuple[Entry, ...]:
        both = ((entry, *now.get(entry.key, (None, entry))) for entry in entries)
        return tuple([new if entry == old else entry for entry, old, new in both])

    return replace(undone, splices=tuple(Splice(one.start, read(one.old), read(one.new)) for one in undone.splices))


def _goes_on(last: Edit, edit: Edit) -> bool:
    return bool(edit.joins) and last.joins == edit.joins and last.after == edit.before and edit.at - last.at < _PAUSE
