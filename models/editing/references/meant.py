"""What references meant before a step, and what of it no longer leads there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from models.comparison.references.cited_ranges import taken_in
from models.comparison.references.unfollowed import Says
from models.draft.mentions import Mention
from models.editing.edit import Entry
from models.editing.references.before import Before
from models.editing.references.come_apart import ComeApart
from models.editing.references.referring_notes import NoteEntry, as_entry, note_of
from models.editing.references.remembered import Gone, Keys, Known, Parted, Range, renamed, signs_of
from models.editing.references.targets import Targets
from models.editing.runs import same_end, same_start, shown

if TYPE_CHECKING:
    from models.editing.step import Step

Place = tuple[int, int]
"""Which reference of a paragraph, and which part of it."""


class Meant:
    """What references meant before a step."""

    def __init__(self, step: Step, before: Before, lost: Known, back: Mapping[int, Gone]) -> None:
        """`back` are the paragraphs that the step put in and that had gone before, by their new keys."""
        self._before, self._entries, self._original = before, before.entries, step.working.original
        self.targets = Targets(before.entries, before.stretches)
        self.back, self._brought = back, step.brought.referring
        self._parted = step.working.remembered.parted
        self._apart = ComeApart(step, before)
        has = step.working.has
        self.joined = {key: both for key, both in step.joined.items() if has(both) and not has(key)}
        """Of paragraphs that were joined the key of both by that of the one that gave it up."""
        self.now = {one.entry.key: key for key, one in back.items()} | self.joined
        """The new keys of what came back or was joined, by the old ones."""
        self.lost = {at: held.renamed(self.now) for at, held in lost.items()} if self.now else lost
        self._lost_before: set[tuple[int, Place]] = set()
        self._in_words: set[tuple[int, Place]] = set()
        self.unlisted: dict[int, set[Place]] = {}
        """By the keys of paragraphs the references to "4 (a)" that meant an item which was joined to others since."""
        self.ranges: dict[int, set[Range]] = {}
        """By the keys of paragraphs that went, the ranges that took each in."""
        self._splices = tuple(step.splices)
        self._left = {entry.key: entry for splice in step.splices for entry in splice.new}
        self._notes = {change.id: change.old for change in reversed(step.notes)}
        touched = {entry.key for splice in step.splices for entry in splice.old}
        places = sorted(before.within[key] for key in touched if key in before.within)
        self._changed = [at for at in places if self._entries[at].mentions or self._entries[at].unfollowed]

    def of(self, entry: Entry, now: int | None) -> list[Keys]:
        """For each reference of a paragraph as it stands after the step, or of a note, what its parts meant before.

        `now` is where it stands, or is cited first; None where nobody cites it.
        """
        at = self._stood(entry.key, now)
        return [self._one(entry, at, number, mention) for number, mention in enumerate(entry.mentions)]

    def parted(self, entry: Entry, now: int | None) -> list[Parted | None]:
        """For each of the same references what is known of its ranges, where they were parted before."""
        if not self._parted:
            return [None] * len(entry.mentions)
        at = self._stood(entry.key, now)
        return [self._was_parted(entry, at, number) for number in range(len(entry.mentions))]

    def _was_parted(self, entry: Entry, at: int | None, number: int) -> Parted | None:
        back = self.back.get(entry.key)
        found = None if back or isinstance(entry, NoteEntry) else self.same_place(entry, at, number, _followed)
        old, number = (self._entries[found[0]], found[1]) if found is not None else (entry, number)
        known = self._parted.get(back.entry.key if back is not None else old.key)
        return known.of(signs_of(old.mentions)).get(number) if known is not None else None

    def of_gone(self, entry: Entry, at: int) -> list[Keys]:
        """The same of a paragraph that the step took out, by where it stood."""
        return [self._one(entry, at, number, mention) for number, mention in enumerate(entry.mentions)]

    def of_base(self, entry: Entry) -> list[Keys]:
        """What each reference of a paragraph that reads as in the base meant there."""
        base = Targets(self._original)
        at = entry.came_from[0]
        return [
            tuple(None if one is None else self._original[one].key for one in base.resolve(at, mention, inside=True))
            for mention in entry.mentions
        ]

    def was_there(self, key: int) -> bool:
        """Whether a paragraph was in the text before the step."""
        return key in self._keys

    def came_back(self, *keys: int | None) -> bool:
        """Whether one of some paragraphs had gone before, or came with what it refers to."""
        return any(key in self.back or key in self._brought for key in keys)

    def may_have_turned(self, *positions: int) -> bool:
        """Whether paragraphs may stand in another order than before: outside of what the step changed they do not."""
        return any(self._before.start <= at < self._before.end for at in positions)

    def stood(self, key: int, now: int, others: Iterable[tuple[int | None, int]]) -> tuple[int, list[int]] | None:
        """Where a paragraph and others stood before, each given by its key and where it stands; None if one did not."""
        here = self._stood(key, now)
        found = [None if one is None else self._before.position(one, at) for one, at in others]
        if here is None or None in found:
            return None
        return here, [at for at in found if at is not None]

    def _stood(self, key: int, now: int | None) -> int | None:
        """Where a paragraph stood before, or a note was cited first."""
        note = note_of(key)
        if note is not None:
            return self.targets.citing(note)
        return None if now is None else self._before.position(key, now)

    def note_before(self, note: int, now: NoteEntry) -> NoteEntry | None:
        """How a note read before the step that refers to paragraphs `now`; None where it did not."""
        return as_entry(self._notes[note]) if note in self._notes else now

    def in_its_words(self, key: int, place: Place) -> bool:
        """Whether a reference of a paragraph, to 4 (a), meant what stood in the words of paragraph 4."""
        return (key, place) in self._in_words

    def was_lost(self, key: int, place: Place) -> bool:
        """Whether a reference of a paragraph did not lead where it should before already."""
        return (key, place) in self._lost_before

    def taken_in(self, one: Range, units: Iterable[Keys], now: Mapping[int, int]) -> list[int] | None:
        """The keys of the paragraphs that a range took in, be it parted: those alone, and the ends of what are ranges.

        `now` tells where each stands after. Those that it took in before they went are among them where they came back.
        """
        keys: list[int] = []
        for unit in units:
            places = [at for key in unit if key is not None and (at := self._place(key, now.get(key))) is not None]
            if len(places) < len(unit):
                return None
            found = taken_in(lambda at: self._entries[at].paragraph, *places) if len(unit) > 1 else places
            if found is None:
                return None
            keys += [self._entries[at].key for at in found]
        for key in keys:
            if key not in now:
                self.ranges.setdefault(key, set()).add(one)
        return keys + [key for key, gone in self.back.items() if one in gone.ranges]

    def _place(self, key: int, now: int | None) -> int | None:
        return self._before.within.get(key) if now is None else self._before.position(key, now)

    @cached_property
    def _keys(self) -> frozenset[int]:
        return frozenset(entry.key for entry in self._entries)

    @cached_property
    def fresh(self) -> frozenset[int]:
        """The keys of paragraphs that came with the step."""
        came = {entry.key for splice in self._splices for entry in splice.new}
        return frozenset(key for key in came if key not in self._before.within)

    def _one(self, entry: Entry, at: int | None, number: int, mention: Mention) -> Keys:
        back = self.back.get(entry.key)
        if back is not None and signs_of(back.entry.mentions) == signs_of(entry.mentions):
            return renamed((back.meant[number],), self.now)[0]
        if isinstance(entry, NoteEntry):
            return self._of_note(entry, at, number, mention)
        found = self.same_place(entry, at, number, _followed)
        if found is None:
            return self._as_brought(entry, at, number, mention)
        at, old_number = found
        return self._said_by(self._entries[at], at, old_number, entry.key, number)

    def _of_note(self, entry: NoteEntry, at: int | None, number: int, mention: Mention) -> Keys:
        was = self.note_before(-1 - entry.key, entry)
        if was is not None and signs_of(was.mentions) == signs_of(entry.mentions):
            if at is not None and was.may_be_of_another(was.mentions[number], self._entries[at]):
                return (None,) * len(mention.items)
            if at is not None:
                return self._said_by(was, at, number, entry.key, number)
            held = self.lost.get(was.key)
            if held is not None:
                return held.of(signs_of(was.mentions)).get(number, (None,) * len(mention.items))
        return self._as_brought(entry, None, number, mention)

    def _as_brought(self, entry: Entry, at: int | None, number: int, mention: Mention) -> Keys:
        """What a reference means that came with what was pasted; those that stood in the paragraph are none of them."""
        known = self._brought.get(entry.key)
        if known is not None:
            own = [
                one
                for one in range(len(entry.mentions))
                if isinstance(entry, NoteEntry) or self.same_place(entry, at, one, _followed) is None
            ]
            signs = signs_of(entry.mentions)
            keys = known.of(tuple(signs[one] for one in own)).get(own.index(number))
            if keys is not None and len(keys) == len(mention.items):
                return keys
        return (None,) * len(mention.items)

    def _said_by(self, old: Entry, at: int, old_number: int, key_now: int, number: int) -> Keys:
        """What a reference meant as it was said before from a position; `number` is that of it after the step."""
        mention = old.mentions[old_number]
        positions = self.targets.resolve(at, mention, inside=not isinstance(old, NoteEntry))
        (keys,) = renamed([tuple(None if at is None else self._entries[at].key for at in positions)], self.joined)
        keys = self._apart.named(old, old_number, keys)
        held = self.lost.get(old.key)
        lost = held.of(signs_of(old.mentions)).get(old_number) if held is not None else None
        for part, (position, item) in enumerate(zip(positions, mention.items, strict=True)):
            if item.number is None or not item.letters or position is None:
                continue
            in_words, place = self.targets.in_its_words(position, item), (key_now, (number, part))
            if in_words and lost is not None and lost[part] == self._entries[position].key:
                self.unlisted.setdefault(key_now, set()).add((number, part))
                self._lost_before.add(place)
            elif in_words and (lost is None or lost[part] is None):
                self._in_words.add(place)
            elif self._entries[position].key in self.joined:
                self.unlisted.setdefault(key_now, set()).add((number, part))
        if lost is not None:
            meant = [key if was is None else was for was, key in zip(lost, keys, strict=True)]
            # After undoing it may have led there again before the step.
            self._lost_before.update(
                (key_now, (number, part)) for part, (was, key) in enumerate(zip(meant, keys, strict=True)) if was != key
            )
            keys = tuple(meant)
        return self._apart.meant(old, old_number, keys)

    def same_place(
        self, entry: Entry, at: int | None, number: int, of: Callable[[Entry], Sequence[Says]]
    ) -> tuple[int, int] | None:
        """Where a reference stood before: in the same paragraph, at `at`, or in one that was divided or joined; `of`
        gives those of a paragraph among which it is the one of this number."""
        one = of(entry)[number]
        if at is not None:
            old = self._entries[at]
            if old is entry or [*map(_known_by, of(old))] == [*map(_known_by, of(entry))]:
                return at, number
        own = [at] if at is not None else []
        begins = _words(self._entries[at]) if at is not None else ""
        for places in (own, [place for place in self._changed if place not in own]):
            found = [
                (place, old_number)
                for place in places
                for old_number, other in enumerate(of(self._entries[place]))
                if _is_same(_words(self._entries[place]), other, _words(entry), one, begins)
                and (place in own or not self._stays(place, other, of))
            ]
            if len(found) > 1:
                # Others like it stand there, too: it is the one before which the same words stand.
                before = _words(entry)[: one.start].lstrip()
                alike = [
                    (place, old_number)
                    for place, old_number in found
                    if _words(self._entries[place])[: of(self._entries[place])[old_number].start].lstrip() == before
                ]
                return alike[0] if len(alike) == 1 else None
            if found:
                return found[0]
        return None

    def _stays(self, place: int, one: Says, of: Callable[[Entry], Sequence[Says]]) -> bool:
        """Whether a reference is still where it stood, so that another like it is a copy."""
        old = self._entries[place]
        new = self._left.get(old.key)
        return new is not None and any(_is_same(_words(old), one, _words(new), other) for other in of(new))


def _words(entry: Entry) -> str:
    return shown(entry.paragraph.runs)


def _followed(entry: Entry) -> Sequence[Says]:
    return entry.mentions


def unfollowed(entry: Entry) -> Sequence[Says]:
    """The references of a paragraph that no figure follows."""
    return [one.says for one in entry.unfollowed]


def _known_by(one: Says) -> object:
    """What a reference is known by: not by where it stands."""
    return signs_of([one]) if isinstance(one, Mention) else one[:3]


def _is_same(old: str, one: Says, new: str, other: Says, begins: str = "") -> bool:
    """Whether two references are one that was carried along: the same words, and the words before them go on alike.

    `begins` are the words that the paragraph of the new one had before: what is left of them may stand before it, where
    a deletion joined the two, and a letter that was typed over what went.
    """
    if _known_by(one) != _known_by(other) or old[one.start : one.end] != new[other.start : other.end]:
        return False
    left, right = old[: one.start].lstrip(), new[: other.start].lstrip()
    if left == right and old == begins:
        return True
    after, later = old[one.end :][:12], new[other.end :][:12]
    alike = max(min(len(after), len(later)) - 1, 0)  # the last sign may be punctuation that followed
    if after[:alike] != later[:alike]:
        return False
    joined = same_start(begins, right) + same_end(left, right)
    return left.endswith(right) or right.endswith(left) or joined >= len(right) - 1
