"""Paragraphs that had been joined and come apart again: what each reference meant of them, the base tells."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from models.comparison.references.said import form_of
from models.editing.edit import Entry
from models.editing.references.before import Before
from models.editing.references.referring_notes import NoteEntry, as_entry, note_of
from models.editing.references.remembered import Keys
from models.editing.references.targets import Targets

if TYPE_CHECKING:
    from models.editing.step import Step


class ComeApart:
    """The paragraphs of the base that stood joined before a step and stand alone after it.

    While they were one, references to each of them named that one; which they meant is known where they stood in the
    base, in the same form.
    """

    def __init__(self, step: Step, before: Before) -> None:
        self._working = step.working
        self._alone: dict[int, dict[int, int]] = {}
        """By the key of what was joined, and the place of each in the base: its key now."""
        were = [before.entries[at] for at in before.within.values() if len(before.entries[at].came_from) > 1]
        if not were:
            return
        heirs: dict[int, list[Entry]] = {}
        for entry in step.working.entries[before.start : before.end]:
            for origin in entry.came_from:
                heirs.setdefault(origin, []).append(entry)
        for was in were:
            now = {origin: heirs.get(origin, []) for origin in was.came_from}
            alone = {
                origin: one[0].key for origin, one in now.items() if len(one) == 1 and one[0].came_from == (origin,)
            }
            if alone:
                self._alone[was.key] = alone

    def meant(self, old: Entry, number: int, keys: Keys) -> Keys:
        """What a reference meant as it was said before, `keys` by what is known without the base."""
        if not any(key in self._alone for key in keys):
            return keys
        in_base = self._in_base(old, number)
        if len(in_base) != len(keys):
            return keys
        return tuple(
            self._alone[key].get(origin, key) if origin is not None and key in self._alone else key
            for origin, key in zip(in_base, keys, strict=True)
        )

    def _in_base(self, old: Entry, number: int) -> tuple[int | None, ...]:
        """What the parts of a reference named in the base, as places there; nothing where it did not stand in it."""
        first: Entry | None
        note = note_of(old.key)
        if note is not None:
            first = as_entry(self._working.base.note.get(note))
            at = self._base.citing(note)
        else:
            at = old.came_from[0] if len(old.came_from) == 1 else None
            first = None if at is None else self._working.original[at]
        if first is None or at is None or [*map(form_of, first.mentions)] != [*map(form_of, old.mentions)]:
            return ()
        return self._base.resolve(at, first.mentions[number], inside=not isinstance(first, NoteEntry))

    @cached_property
    def _base(self) -> Targets:
        return Targets(self._working.original)
