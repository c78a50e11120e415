"""Paragraphs that had been joined and come apart again: what each reference meant of them, the base tells."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

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
    base, as many of them and in the same way.
    """

    def __init__(self, step: Step, before: Before) -> None:
        self._working = step.working
        self._alone: dict[int | None, dict[int | None, int]] = {}
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
            alone: dict[int | None, int] = {
                origin: one[0].key for origin, one in now.items() if len(one) == 1 and one[0].came_from == (origin,)
            }
            if alone:
                self._alone[was.key] = alone

    def meant(self, old: Entry, number: int, keys: Keys) -> Keys:
        """What a reference meant as it was said before, `keys` by what is known without the base."""
        if not any(key in self._alone for key in keys):
            return keys
        in_base = self._in_base(old, number)
        places = in_base if len(in_base) == len(keys) else (None,) * len(keys)
        named = {origin for key, origin in zip(keys, places, strict=True) if origin in self._alone.get(key, {})}
        # A list that was set in another order, or had been a range, names it in another place.
        left = () if any(item.ranges for item in old.mentions[number].items) else {*in_base} - named
        return tuple(self._one(key, origin, left) for key, origin in zip(keys, places, strict=True))

    def _one(self, key: int | None, origin: int | None, left: Collection[int | None]) -> int | None:
        """What a part meant that named what was joined: what it named in the base, else all that is left of that."""
        alone = self._alone.get(key, {})
        if origin in alone:
            return alone[origin]
        found = [alone[one] for one in left if one in alone]
        return found[0] if len(found) == 1 else key

    def _in_base(self, old: Entry, number: int) -> tuple[int | None, ...]:
        """What the parts of a reference named in the base, as places there; nothing where it did not stand there."""
        first: Entry | None
        note = note_of(old.key)
        if note is not None:
            first = as_entry(self._working.base.note.get(note))
            at = self._base.citing(note)
        else:
            at = old.came_from[0] if len(old.came_from) == 1 else None
            first = None if at is None else self._working.original[at]
        if first is None or at is None or not _alike(first, old):
            return ()
        return self._base.resolve(at, first.mentions[number], inside=not isinstance(first, NoteEntry))

    @cached_property
    def _base(self) -> Targets:
        return Targets(self._working.original)


def _alike(one: Entry, other: Entry) -> bool:
    """Whether two paragraphs refer as often, each time in the same way; a range may have become a list."""
    ways = ([(mention.part, mention.reach) for mention in entry.mentions] for entry in (one, other))
    return next(ways) == next(ways)
