"""Paragraphs of the working text with something to look at are marked on the sheet as long as it is so."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from weakref import ref

from models.editing.edit import Edit
from models.editing.references.to_look_at import looked_over
from models.editing.working import WorkingText
from widgets.writing.mirror import MANY
from widgets.writing.sheet import WritingSheet

_PIECE = 0.004
"""Seconds of looking after which a key may come."""


class LookingOver:
    """Looks where an edit may have made a difference, a moment after the last key, piece by piece."""

    def __init__(self, sheet: WritingSheet, found: Callable[[], object] = lambda: None) -> None:
        """`found` is called when there is something else to look at than before."""
        self._sheet, self._found_other = sheet, found
        self._known: ref[WorkingText] | None = None
        """The text that was looked over; it is not held back when it goes."""
        self._standing = -1
        self._written = True
        self._looking: Iterator[dict[int, str]] | None = None
        self._found: dict[int, str] = {}
        """What is found while it is being looked for, and so far."""
        self._then: Callable[[], object] = lambda: None
        """What waits for all of it."""
        sheet.edited.connect(self._edited)

    def _edited(self, edit: Edit) -> None:
        # Most keys are in a paragraph that refers to nothing, and leave all others as they were. Of very many some
        # refer, and to find one would hold up the act.
        self._written = self._written or bool(
            self._looking is not None
            or edit.notes
            or self._sheet.warned
            or edit.reach > MANY
            or [
                True
                for splice in edit.splices
                for entry in (*splice.old, *splice.new)
                if entry.paragraph.footnotes or entry.may_refer
            ]
        )
        self._looking, self._then = None, lambda: None

    def look_and(self, then: Callable[[], object]) -> None:
        """Look at once, and do something when all is found, unless something is written before."""
        self._then = then
        self.look()
        if self._looking is None:
            self._end()

    def look(self) -> None:
        """Mark what there is to look at now."""
        working = self._sheet.working
        if working is None:
            return
        known = self._known is not None and self._known() is working
        if self._written or not known or self._standing != working.standing:
            self._known, self._standing, self._written = ref(working), working.standing, False
            self._looking, self._found = looked_over(working), {}
            self._look_on()

    def _look_on(self) -> None:
        if self._known is None or self._known() is not self._sheet.working:
            self._looking, self._then = None, lambda: None
        if self._looking is None:
            return
        until = time.perf_counter() + _PIECE
        for found in self._looking:
            self._found = found
            if time.perf_counter() > until:
                self._sheet.pause.ask(self._look_on, 0)
                return
        self._looking = None
        if self._found != self._sheet.warned:
            self._sheet.warn_of(self._found)
            self._found_other()
        self._end()

    def _end(self) -> None:
        then, self._then = self._then, lambda: None
        then()
