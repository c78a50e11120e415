"""The text as it was when a step began, and where each paragraph of now stood in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from models.editing.edit import Entry

if TYPE_CHECKING:
    from models.editing.edit import Edit
    from models.editing.step import Step
    from models.editing.stretches import Stretches
    from models.editing.working import WorkingText


class Before:
    """What a step began with.

    Outside the stretch of text that its splices cover together nothing changed but positions, all by the same count;
    so only the paragraphs within it are looked up by their key.
    """

    def __init__(self, step: Step) -> None:
        self.entries: list[Entry] = list(step.working.entries)
        self.stretches: Stretches = step.stretches_before
        for splice in reversed(step.splices):
            self.entries[splice.start : splice.start + len(splice.new)] = splice.old
        start = end = grown = 0
        for number, splice in enumerate(step.splices):
            by = len(splice.new) - len(splice.old)
            reached = splice.start + len(splice.old)
            start = min(start, splice.start) if number else splice.start
            end = (max(end, reached) if number else reached) + by
            grown += by
        self.start, self.end = start, end
        """From where to where, as positions are now, anything may be another."""
        self._grown = grown
        self.within = {self.entries[at].key: at for at in range(start, end - grown)}
        """By key: where the paragraphs stood that stood there."""

    def position(self, key: int, now: int) -> int | None:
        """Where a paragraph stood that has a key and stands at a position now; None where it was not there."""
        if self.start <= now < self.end:
            return self.within.get(key)
        return now if now < self.start else now - self._grown


def had_words(working: WorkingText, entry: Entry) -> bool:
    """Whether a paragraph, or what it came from, had words in the base."""
    return any(working.original[origin].length for origin in entry.came_from)


def stood_before(working: WorkingText, entry: Entry) -> Iterator[Entry]:
    """How a paragraph stood before each of the last steps, as long as they wrote in it."""
    for _, edit in _standing(working.undo_list.done):
        stood = None
        for splice in edit.splices:
            if any(new.key == entry.key for new in splice.new):
                stood = stood or next((old for old in splice.old if old.key == entry.key), None)
        if stood is None:
            return
        yield stood


def was_written(working: WorkingText, position: int, *, elsewhere: int = 0) -> bool:
    """Whether the last steps wrote in a paragraph; they may have moved it since, and written in its notes.

    `elsewhere`: how many of the very last are to have been done elsewhere, so that one that wrote in it says no.
    """
    key = working.entries[position].key
    for number, edit in _standing(working.undo_list.done):
        there = [(entry, splice) for splice in edit.splices for entry in splice.new if entry.key == key]
        if any(entry not in splice.old for entry, splice in there):
            return number >= elsewhere
        if edit.splices and not there and number >= elsewhere:
            return False
    return False


def _standing(done: Sequence[Edit]) -> Iterator[tuple[int, Edit]]:
    """The steps that were done, the last first, and how many came after each: but for one that the next has turned
    back, as Backspace turns Enter back, and for that."""
    at = len(done) - 1
    while at >= 0:
        divides = any(len(splice.old) != len(splice.new) for splice in done[at].splices)
        if at and divides and done[at].splices == done[at - 1].turned().splices:
            at -= 2
            continue
        yield len(done) - 1 - at, done[at]
        at -= 1
