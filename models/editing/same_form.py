"""Whether a paragraph is as it was in the base; a number that follows from where its section stands is no other one."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from models.editing.edit import Entry
from models.editing.section_numbers import Going, numbered_by_place
from models.editing.stretches import Stretches
from models.editing.working import WorkingText


class SameForm:
    """Asked of entries of one working text and those of its base that they continue."""

    def __init__(self, working: WorkingText) -> None:
        self._working = working
        self._known: tuple[int, dict[int, Going | None]] | None = None

    def holds(self, entry: Entry, old: Entry) -> bool:
        """Whether all but the notes it cites is as it was."""
        new, base = entry.paragraph, old.paragraph
        if new == base and entry.printed == old.printed:
            return True
        going, went = self.by_place.get(entry.key), self._old_by_place.get(old.key)
        if going != went and going is not None and went is not None:
            return False  # a section that counts anew, or no longer
        return self._number(entry) == self._old_number(old) and replace(new, number=None) == replace(base, number=None)

    @property
    def by_place(self) -> dict[int, Going | None]:
        """The first paragraphs of sections that have their number by where that stands, by key."""
        standing = self._working.standing
        if self._known is None or self._known[0] != standing:
            self._known = standing, numbered_by_place(self._working.stretches)
        return self._known[1]

    @cached_property
    def _old_by_place(self) -> dict[int, Going | None]:
        return numbered_by_place(Stretches(self._working.original))

    def _number(self, entry: Entry) -> str | bool | None:
        """The number that is its own; False where it counts by its place."""
        return entry.paragraph.number if entry.printed and entry.key not in self.by_place else False

    def _old_number(self, old: Entry) -> str | bool | None:
        return old.paragraph.number if old.printed and old.key not in self._old_by_place else False
