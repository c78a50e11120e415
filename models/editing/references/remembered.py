"""What is known of a text at one moment that its words do not say: what its references and "Ibid." meant where they no
longer lead there, and which paragraphs the user took elsewhere.

It is a value: each step carries it as it was before and as it is after, so that it is undone, done again, journaled and
kept with the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import count
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from models.comparison.references.listed import Links
from models.draft.mentions import Mention

if TYPE_CHECKING:
    from models.editing.edit import Entry

Keys = tuple[int | None, ...]
"""For each part of a reference the key of the paragraph meant, None where it means none, or nothing need be known."""
Signs = tuple[object, ...]
"""What tells the references of a paragraph from others, one for each: values of JSON, but tuples for lists."""
Kept = TypeVar("Kept")
ELSEWHERE = -1
"""What a reference meant that came from another text, and was not copied with it."""
MOST_GONE = 1_000
"""So many paragraphs that went are remembered, the last ones."""


class Held(NamedTuple):
    """Of a paragraph, or a note: what its references are known by, and what some of them meant, by which they are."""

    signs: Signs
    meant: Mapping[int, Keys]

    def of(self, signs: Signs) -> Mapping[int, Keys]:
        """What is known of the references of the same paragraph as it reads now, whatever other words it has."""
        return _carried(self.signs, self.meant, signs)

    def renamed(self, now: Mapping[int, int]) -> Held:
        """The same with other keys of paragraphs."""
        return Held(self.signs, dict(zip(self.meant, renamed(self.meant.values(), now), strict=True)))


Known = Mapping[int, Held]
"""By the key of the paragraph, or of the note as an entry."""


class Parted(NamedTuple):
    """A reference whose ranges, or some of them, were parted: for each of its parts which range that is of, None for
    none, and by what links it was typed."""

    ranges: Keys
    links: Links


class AllParted(NamedTuple):
    """The same of a paragraph, or a note: what its references are known by, and those that were parted."""

    signs: Signs
    parted: Mapping[int, Parted]

    def of(self, signs: Signs) -> Mapping[int, Parted]:
        """Those of the same paragraph as it reads now."""
        return _carried(self.signs, self.parted, signs)


def _carried(was: Signs, known: Mapping[int, Kept], signs: Signs) -> Mapping[int, Kept]:
    """What is known of references by their numbers, by the numbers that they have now."""
    if signs == was:
        return known
    blocks = SequenceMatcher(None, was, signs, autojunk=False).get_matching_blocks()
    now = {old + by: new + by for old, new, size in blocks for by in range(size)}
    return {now[number]: one for number, one in known.items() if number in now}


Range = tuple[int, int, int]
"""A range that is cited: the key of the paragraph, or of the note, that does, which of its references, and which range
of that."""


class Gone(NamedTuple):
    """A paragraph that went, the keys of what each of its references meant, its new key if it came back, and the ranges
    that took it in."""

    entry: Entry
    meant: tuple[Keys, ...]
    back: int | None = None
    ranges: frozenset[Range] = frozenset()

    def renamed(self, now: Mapping[int, int]) -> Gone:
        """The same with other keys of paragraphs."""
        ranges = frozenset((now.get(key, key), number, part) for key, number, part in self.ranges)
        return Gone(self.entry, renamed(self.meant, now), now.get(self.entry.key, self.back), ranges)


@dataclass(frozen=True, slots=True)
class AllGone:
    """The paragraphs that went, the last first: each step adds to what was before it."""

    last: Gone | None = None
    before: AllGone | None = field(default=None, repr=False)
    size: int = 0

    def __iter__(self) -> Iterator[Gone]:
        """The last ones, each once."""
        at: AllGone | None = self
        seen: set[int] = set()
        for _ in range(MOST_GONE):
            if at is None or at.last is None:
                return
            if at.last.entry.key not in seen:
                seen.add(at.last.entry.key)
                yield at.last
            at = at.before

    def and_then(self, went: Iterable[Gone]) -> AllGone:
        """These, and more that went."""
        found = self
        if found.size > 2 * MOST_GONE:  # what is too long ago is let go
            found = AllGone.of(tuple(self)[::-1])
        for one in went:
            found = AllGone(one, found, found.size + 1)
        return found

    @classmethod
    def of(cls, went: Iterable[Gone]) -> AllGone:
        """Those that went, the last one at the end."""
        return cls().and_then(went)


@dataclass(frozen=True, slots=True)
class Remembered:
    """All of it.

    `lost` are references whose figures follow, `parted` those whose ranges are lists since, and `astray` those that no
    figure follows; `ibids` gives by its id which
    note an "Ibid." meant, None for none; `named` are references to notes that are gone, with their ids; `moved` the
    paragraphs that were taken to another place, each with a number that rises from step to step.
    """

    lost: Known = field(default_factory=dict)
    parted: Mapping[int, AllParted] = field(default_factory=dict)
    astray: Known = field(default_factory=dict)
    ibids: Mapping[int, int | None] = field(default_factory=dict)
    named: Known = field(default_factory=dict)
    moved: Mapping[int, int] = field(default_factory=dict)
    gone: AllGone = field(default=AllGone(), compare=False)

    def and_moved(self, keys: Iterable[int]) -> Remembered:
        """This, and that these paragraphs were taken elsewhere after all others."""
        number = max(self.moved.values(), default=0) + 1
        return replace(self, moved={**self.moved, **dict.fromkeys(keys, number)})

    def and_back(self, keys: Iterable[int]) -> Remembered:
        """This, and that these paragraphs were put back where they belong."""
        own = set(keys)
        moved = {key: number for key, number in self.moved.items() if key not in own}
        return self if len(moved) == len(self.moved) else replace(self, moved=moved)

    @property
    def keys(self) -> Iterator[int]:
        """The keys of all paragraphs that are known of, those that are gone too."""
        yield from self.moved
        yield from (key for known in (self.named, self.parted) for key in known if key >= 0)
        for known in (self.lost, self.astray):
            yield from (key for key in known if key >= 0)
            meant = (keys for held in known.values() for keys in held.meant.values())
            yield from (key for keys in meant for key in keys if key not in (None, ELSEWHERE))

    def as_kept(self, keys: Iterable[int]) -> Remembered:
        """The same of the draft that a text is kept as, whose paragraphs have these keys now, and no words of others;
        there all stand where they belong.

        There the key of a paragraph is its position; those that are gone have keys behind the last.
        """
        now = {key: position for position, key in enumerate(keys)}
        length = len(now)
        free = count(length)
        now.update({key: next(free) for key in sorted({*self.keys} - now.keys())})
        lost, astray = (
            {now.get(key, key): held.renamed(now) for key, held in one.items() if now.get(key, -1) < length}
            for one in (self.lost, self.astray)
        )
        named = {now.get(key, key): held for key, held in self.named.items() if now.get(key, -1) < length}
        parted = {now.get(key, key): one for key, one in self.parted.items() if now.get(key, -1) < length}
        return Remembered(lost, parted, astray, self.ibids, named)

    def __bool__(self) -> bool:
        """Whether anything is known that a text has when it is taken up again."""
        return bool(self.lost or self.parted or self.astray or self.ibids or self.named or self.moved)


NOTHING_KNOWN = Remembered()


def renamed(meant: Iterable[Keys], now: Mapping[int, int]) -> tuple[Keys, ...]:
    """What references meant, with the new keys of those that came back."""
    return tuple(tuple(None if key is None else now.get(key, key) for key in keys) for keys in meant)


def signs_of(mentions: Iterable[Mention]) -> Signs:
    """What references whose figures follow are known by: not by where they stand."""
    return tuple(
        (mention.part, mention.reach, tuple(tuple(sign.text for sign in item.signs) for item in mention.items))
        for mention in mentions
    )


def words_of(entry: Entry) -> Signs:
    """What references that no figure follows are known by."""
    return tuple(one.words for one in entry.unfollowed)


def as_written(remembered: Remembered, entries: Iterable[Entry]) -> Remembered:
    """What is known, as paragraphs read after a step that wrote in them: who writes a reference anew, means it."""
    lost, parted, astray = dict(remembered.lost), dict(remembered.parted), dict(remembered.astray)
    for entry in entries:
        key = entry.key
        if key in lost:
            lost[key] = Held(signs := signs_of(entry.mentions), lost[key].of(signs))
        if key in parted:
            parted[key] = AllParted(signs := signs_of(entry.mentions), parted[key].of(signs))
        if key in astray:
            astray[key] = Held(words := words_of(entry), astray[key].of(words))
    known = replace(remembered, lost=lost, parted=parted, astray=astray)
    return known if known != remembered else remembered
