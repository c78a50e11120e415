"""Paragraphs that had been joined and come apart again: what each reference meant of them is known from before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from models.draft import Footnote
from models.draft.mention import without_signs
from models.draft.mentions import Mention
from models.editing.edit import Entry
from models.editing.references.before import Before
from models.editing.references.referring_notes import NoteEntry, as_entry, note_of
from models.editing.references.remembered import Keys, signs_of
from models.editing.references.targets import Targets
from models.editing.runs import shown

if TYPE_CHECKING:
    from models.editing.step import Step

_Places = tuple[int | None, ...]
_MOST_SPLICES = 50
"""An act that replaced more in one step was not one that joined two paragraphs."""
_BEFORE = 40
"""So many letters before a reference tell it from others of its paragraph."""


class ComeApart:
    """The paragraphs that stood joined before a step and stand alone after it.

    While they were one, references to each of them named that one; which they meant is known where they stood before
    the act that joined them, if that was the last one, or in the base, as many of them and in the same way.
    """

    def __init__(self, step: Step, before: Before) -> None:
        self._grounds = [one for one in (_last(step, before), _base(step, before)) if one is not None]

    def meant(self, old: Entry, number: int, keys: Keys) -> Keys:
        """What a reference meant as it was said before, `keys` by what is known without all this."""
        for ground in self._grounds:
            known = {place for key in keys for place in ground.alone.get(key, ())}
            places = ground.places(old, number) if known else ()
            if known.intersection(places):
                return ground.meant(old, number, keys, places)
        return keys

    def named(self, old: Entry, number: int, keys: Keys) -> Keys:
        """What a reference named, `keys` by the text before the step: a paragraph may have had items only while it was
        joined to another, and "4 (a)", which named none, named one of them for as long.
        """
        for ground in self._grounds:
            keys = ground.named(old, number, keys)
        return keys


class _Ground:
    """A state of the text in which paragraphs stood alone that were joined since, and come apart now."""

    def __init__(
        self,
        entries: Sequence[Entry],
        notes: Mapping[int, Footnote],
        alone: Mapping[int | None, Mapping[int | None, int]],
        *,
        by_key: bool,
    ) -> None:
        self._entries, self._notes, self._by_key = entries, notes, by_key
        self.alone = alone
        """By the key of what was joined, and the place of each here: its key now."""

    @cached_property
    def _targets(self) -> Targets:
        return Targets(self._entries)

    @cached_property
    def _where(self) -> dict[int, int]:
        return {entry.key: at for at, entry in enumerate(self._entries)}

    def places(self, old: Entry, number: int) -> _Places:
        """What the parts of a reference named here; nothing where it did not stand here."""
        first, stood = self._first(old)
        found = [(at, one, mention) for at, one in zip(stood, first, strict=True) for mention in one.mentions]
        if _ways(*first) == _ways(old):
            found = found[number : number + 1]
        elif len(first) > 1:
            # Where one ended words of the other may stand beside a reference now, and leave open whose it is.
            found = [each for each in found if _is_said_alike(*each[1:], old, old.mentions[number])]
        if len(found) != 1:
            return ()
        ((at, one, mention),) = found
        return self._targets.resolve(at, mention, inside=not isinstance(one, NoteEntry))

    def named(self, old: Entry, number: int, keys: Keys) -> Keys:
        """What a reference named that reads as it did here, and named nothing that was not here; `keys` as it reads."""
        places = self.places(old, number) if self._by_key else ()
        first, _ = self._first(old)
        if not places or signs_of([one for entry in first for one in entry.mentions]) != signs_of(old.mentions):
            return keys
        alone = {place: key for joined in self.alone.values() for place, key in joined.items()}
        return tuple(
            key if key is None or key in self.alone else None if place is None else alone.get(place, key)
            for key, place in zip(keys, places, strict=True)
        )

    def _first(self, old: Entry) -> tuple[Sequence[Entry], Sequence[int]]:
        """What refers as it read here, and where: several paragraphs where it is they that were joined."""
        note = note_of(old.key)
        if note is not None:
            first, at = as_entry(self._notes.get(note)), self._targets.citing(note)
            return ([], []) if first is None or at is None else ([first], [at])
        if not self._by_key:
            stood = list(old.came_from) if len(old.came_from) == 1 or old.key in self.alone else []
        elif old.key in self.alone:
            stood = sorted(place for place in self.alone[old.key] if place is not None)
        else:
            stood = [at for at in [self._where.get(old.key)] if at is not None]
        return [self._entries[at] for at in stood], stood

    def meant(self, old: Entry, number: int, keys: Keys, here: _Places) -> Keys:
        """What a reference meant whose parts named some places `here`."""
        places = here if len(here) == len(keys) else (None,) * len(keys)
        named = {place for key, place in zip(keys, places, strict=True) if place in self.alone.get(key, {})}
        # A list that was set in another order, or had been a range, names it in another place.
        left = () if any(item.ranges for item in old.mentions[number].items) else {*here} - named
        return tuple(self._one(key, place, left) for key, place in zip(keys, places, strict=True))

    def _one(self, key: int | None, place: int | None, left: Collection[int | None]) -> int | None:
        """What a part meant that named what was joined: what it named here, else all that is left of that."""
        alone = self.alone.get(key, {})
        if place in alone:
            return alone[place]
        found = [alone[one] for one in left if one in alone]
        return found[0] if len(found) == 1 else key


def _base(step: Step, before: Before) -> _Ground | None:
    """The base, where what came from several of its paragraphs stands as these again."""
    were = [before.entries[at] for at in before.within.values() if len(before.entries[at].came_from) > 1]
    if not were:
        return None
    heirs: dict[int, list[Entry]] = {}
    for entry in step.working.entries[before.start : before.end]:
        for origin in entry.came_from:
            heirs.setdefault(origin, []).append(entry)
    found: dict[int | None, dict[int | None, int]] = {}
    for was in were:
        now = {origin: heirs.get(origin, []) for origin in was.came_from}
        alone: dict[int | None, int] = {
            origin: one[0].key for origin, one in now.items() if len(one) == 1 and one[0].came_from == (origin,)
        }
        if alone:
            found[was.key] = alone
    return _Ground(step.working.original, step.working.base.note, found, by_key=False) if found else None


def _last(step: Step, before: Before) -> _Ground | None:
    """The text before the last act, where that joined two paragraphs which this step divides into the same two."""
    last = step.working.undo_list.last
    now = step.working.entries[before.start : before.end]
    parted = [(one, two) for one, two in pairwise(now) if two.key not in before.within]
    if last is None or not parted or len(last.splices) > _MOST_SPLICES:
        return None
    if all(len(splice.old) <= len(splice.new) for splice in last.splices):
        return None
    entries = list(before.entries)
    for splice in reversed(last.splices):
        entries[splice.start : splice.start + len(splice.new)] = splice.old
    keys = {entry.key for splice in last.splices for entry in splice.old}
    stood = {entry.key: at for at, entry in enumerate(entries) if entry.key in keys}
    found: dict[int | None, dict[int | None, int]] = {}
    for one, two in parted:
        at = stood.get(one.key)
        if at is None or one.key not in before.within or at + 1 >= len(entries):
            continue
        was = entries[at + 1]
        reads_alike = _words(one) == _words(entries[at]) and _words(two) == _words(was)
        if was.key in stood and was.key not in before.within and reads_alike:
            found[one.key] = {at: one.key, at + 1: two.key}
    notes = {**step.working.notes, **{change.id: change.old for change in last.notes if change.old is not None}}
    return _Ground(entries, notes, found, by_key=True) if found else None


def _words(entry: Entry) -> str:
    """What a paragraph reads but for the mark it ends in and the figures and letters of its references."""
    return without_signs(shown(entry.paragraph.runs)[: entry.end.start], entry.mentions).strip()


def _ways(*entries: Entry) -> list[object]:
    """In which way paragraphs refer, each time; a range may have become a list."""
    return _ways_of([mention for entry in entries for mention in entry.mentions])


def _ways_of(mentions: Sequence[Mention]) -> list[object]:
    return [(mention.part, mention.reach) for mention in mentions]


def _is_said_alike(one: Entry, mention: Mention, other: Entry, second: Mention) -> bool:
    """Whether two references of two paragraphs are of one way and stand behind the same words."""
    before, words = (
        without_signs(shown(entry.paragraph.runs)[: said.start], entry.mentions)
        for entry, said in ((one, mention), (other, second))
    )
    return _ways_of([mention]) == _ways_of([second]) and before != "" and words.endswith(before[-_BEFORE:])
