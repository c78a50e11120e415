"""A long act done on a copy of the text, in whatever thread; what it comes to is taken over as the steps it made.

A copy costs little, since paragraphs and stretches never change, and the text goes on being read meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from models.awaited import ask
from models.draft import DraftError, Paragraph
from models.draft.once import worked_out
from models.editing.edit import Edit
from models.editing.marks import language_memory
from models.editing.working import WorkingText

Given = TypeVar("Given")


class WrittenMeanwhile(DraftError):
    """The text has changed since something about it was worked out, or asked for."""

    def __init__(self) -> None:
        super().__init__("The text has changed meanwhile, and nothing was done; do it again.")


class Rehearsal:
    """An act on one text, which is copied now; nothing of the text changes before `take`."""

    def __init__(self, working: WorkingText) -> None:
        self._working, self._version = working, working.version
        self._copy = working.copy()
        language_memory.carry(working, self._copy)
        self._edits: list[Edit] = []
        self._copy.listeners.append(self._edits.append)

    def act(self, act: Callable[[WorkingText], Given]) -> Given:
        """Do the act on the copy, and work out what those who listen will ask; its errors come from here."""
        given = act(self._copy)
        if self._edits:
            _look_ahead(self._copy, self._edits)
        return given

    @property
    def coming(self) -> Iterator[Paragraph]:
        """The paragraphs that its steps put in the place of others."""
        return (entry.paragraph for edit in self._edits for splice in edit.splices for entry in splice.new)

    def take(self) -> None:
        """Let the text read as the copy does, and tell who listens; in the thread of the text.

        Errors: WrittenMeanwhile where the text was written meanwhile; it stays as it is then.
        """
        working = self._working
        if working.version != self._version:
            raise WrittenMeanwhile
        if self._edits:
            language_memory.carry(self._copy, working)
            working.take_over(self._copy, self._edits)


def _look_ahead(working: WorkingText, edits: list[Edit]) -> None:
    """Have known of the text what is worked out when it is first asked for."""
    for part in working.stretches.parts:
        ask()
        part.know()
    if working.entries:
        working.label(len(working.entries) - 1)
    for edit in edits:
        for splice in edit.splices:
            ask()
            worked_out(splice.cites_otherwise, splice.regroups)
