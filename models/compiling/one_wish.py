"""Which words of several files are one wish: the same of one delegation, before or after it amended them itself.

So it is where a wish came in its own file, and again in compilations that others marked: in each it is cut otherwise,
and what stood side by side in two wishes may stand there in one piece.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from models.compiling.stretches import Sign, Stretch, What, Wish, come, is_words, says, stretches_of
from models.draft import Draft, Paragraph
from models.proposals.proposal import Point, Proposal

Ranks = Mapping[str, Sequence[int]]
"""The ranks of the edits of a proposal in each file it came in."""

At = tuple[str, int]
"""An edit: the key of its proposal, and its number there."""


@dataclass(eq=False)
class _Part:
    """What comes at one place by a stretch, as which signs it is `known`, and in whose names it is not, `left`."""

    stretch: Stretch
    items: list[_Item]
    at: Point
    known: dict[_Item, Sign] = field(default_factory=dict)
    left: Set[str] = frozenset()

    @property
    def start(self) -> Point:
        return self.stretch.span[0] if self.at == self.stretch.span[1] else self.at


@dataclass(eq=False)
class _Item:
    """A sign as one file has it, and of which edit it is there; `own` where one adds it to his own words."""

    what: What
    said: object
    of: At
    own: bool = False
    gone: bool = False
    sign: Sign | None = None

    def again(self) -> _Item:
        return _Item(self.what, self.said, self.of, self.own, self.gone)


class OneWish:
    """The wishes by what they put in: `signs` has those of each edit, `again` what is asked for once more, by names;
    `joined` are the keys of the proposals of which some is, be it in part.

    `own` are those in which one amends what he asks for himself, by the key of that: they are part of it.
    """

    def __init__(
        self,
        was: Mapping[str, Proposal],
        names: Mapping[str, Set[str]],
        files: Mapping[str, Ranks],
        signed: Collection[str],
        draft: Draft,
    ) -> None:
        self.was, self.names, self.files, self._signed = was, names, files, signed
        self._lengths = {at: len(one.text) for at, one in enumerate(draft.paragraphs)}
        self.signs: dict[At, list[Sign]] = {}
        self.behind: dict[At, Sign | None] = {}
        self.again: set[tuple[str, str, int]] = set()
        self.joined: set[str] = set()
        self.hosts = {one.against for one in was.values()}
        self.own = {key: [*self._own(key)] for key in was if key in self.hosts}
        self._there: dict[tuple[int | None, int], list[Wish]] = {}
        self.part_of = {part: key for key, own in self.own.items() if key not in _all(self.own) for part in own}
        self._done = set[str]()

        def first(key: str) -> int:
            """What several ask for in one name goes before where it is amended: that has them all."""
            return -len(names[key]) if key in self.hosts and len(names[key]) > 1 else 0

        for key in sorted(was, key=first):
            self._place(key)

    def rank(self, at: At, file: str) -> int:
        """The rank of an edit in a file."""
        key, n = at
        edits, ranks = self.was[key].edits, self.files[key].get(file, ())
        return ranks[n] if len(ranks) == len(edits) else edits[n].rank

    def _own(self, key: str) -> list[str]:
        """What amends a proposal of those who ask for it, and so on."""
        found = []
        for other, one in self.was.items():
            words = all(is_words(edit) and not edit.gone and edit.come for edit in one.edits)
            if one.against == key and self.names[other] >= self.names[key] and words and not one.footnotes:
                found += [other, *self._own(other)]
        return found

    def _place(self, key: str) -> None:
        key = self.part_of.get(key, key)
        if key in self._done:
            return
        self._done.add(key)
        one = self.was[key]
        if one.against is not None and one.against in self.was:
            self._place(one.against)
        notes = {note.id: note.text for note in one.footnotes}
        stretches = [*stretches_of(one)]
        items = [
            [_Item(what, says(what, notes), (key, n)) for n in stretch.numbers for what in come(one.edits[n])]
            for stretch in stretches
        ]
        for own in self.own.get(key, ()):
            self._amend(own, items)
        pairs = zip(stretches, items, strict=True)
        parts = [part for stretch, its in pairs for part in self._parts(stretch, its) if part.items]
        for n in range(len(one.edits)):
            signs = self.signs.get(self._beside(key, n) or (key, n))
            self.behind[key, n] = signs[-1] if signs else None
        for part in parts:
            self._find(key, part)
        if _is_one(one) and any(part.left for part in parts):
            for part in parts:
                part.left, part.known = self.names[key], {}
        self.joined |= {key} if any(part.known for part in parts) else set()
        for part in parts:
            self._take(key, part, [other for other in parts if other.stretch is part.stretch])

    def _parts(self, stretch: Stretch, items: list[_Item]) -> Iterator[_Part]:
        """What comes at the end of a paragraph, and what begins a new one behind it: that stands before the next."""
        at = stretch.span[1]
        first = next((n for n, item in enumerate(items) if isinstance(item.what, Paragraph)), len(items))
        ends = stretch.of.place.note is None and 0 < at.offset == self._lengths.get(at.paragraph)
        if ends and first < len(items) - 1:
            yield _Part(stretch, items[:first], at)
            yield _Part(stretch, [*items[first + 1 :], items[first]], Point(at.paragraph + 1, 0))
        else:
            yield _Part(stretch, items, at)

    def _amend(self, key: str, items: Sequence[list[_Item]]) -> None:
        """Set what one does to his own words into them."""
        one = self.was[key]
        for its in items:
            for item in its:
                item.gone |= item.of[0] == one.against and item.of[1] in one.strikes
        for n, edit in enumerate(one.edits):
            beside = self._beside(key, n)
            for its in items:
                at = max((at + 1 for at, item in enumerate(its) if item.of == beside), default=0)
                if at:
                    its[at:at] = [_Item(what, says(what, {}), (key, n), own=True) for what in come(edit)]

    def _beside(self, key: str, n: int) -> At | None:
        """The edit of what it amends that one stands behind, or the first of them where it stands before all."""
        host = self.was[key].against
        if host is None or host not in self.was:
            return None
        file = next((file for file in self.files[key] if file in self.files[host]), "")
        every = [(host, at) for at, edit in enumerate(self.was[host].edits) if edit.come]
        before = [at for at in every if self.rank(at, file) <= self.rank((key, n), file) + 1]
        return next(iter(before[-1:] or every), None)

    # What is there already

    def _find(self, key: str, part: _Part) -> None:
        """In whose names it is there, and as which signs; it may be there as it is before its own amend it, or after.

        In a compilation it may be there in part, the rest being of files that were left aside.
        """
        part.left = self.names[key]
        before, after = [item for item in part.items if not item.own], [item for item in part.items if not item.gone]
        for items in (before, after):
            while items and part.left:
                known = _known(items, self._near(key, part, part.left), key in self._signed)
                if len(known) < len(items):
                    break
                part.left = {name for name in part.left if any(name not in sign.wish.names for sign in known.values())}
                part.known = part.known or known
        if key in self._signed and part.left == self.names[key]:
            near = [wish for wish in self._near(key, part, part.left) if wish.names >= part.left]
            part.known = _known(before, near, in_pieces=True)

    def _near(self, key: str, part: _Part, names: Set[str]) -> list[Wish]:
        """The wishes that may be the same: of other files, at one place; in the names of all where it is amended."""
        behind, found = self.behind[key, part.stretch.numbers[0]], []
        for wish in self._there.get((part.stretch.of.place.note, part.at.paragraph), ()):
            if {key, wish.stays.of.key}.isdisjoint(self._signed):
                beside = part.stretch.goes == wish.stays.goes and behind is wish.behind
            else:  # there what comes and what goes may stand apart, where others ask for something too
                beside = part.start <= wish.at and wish.start <= part.at
            in_names = self.names[key] <= wish.names if key in self.hosts else bool(names & wish.names)
            if beside and in_names and not wish.files & self.files[key].keys():
                found.append(wish)
        return sorted(found, key=lambda wish: wish.behind is not behind)

    # What is taken in

    def _take(self, key: str, part: _Part, beside: Sequence[_Part]) -> None:
        """Take it in as part of what is there in some names, in the others as a wish of its own."""
        items, stretch = part.items, part.stretch
        names = self.names[key] - part.left
        if names and part.left:  # in some names alone
            self._set_in([item.again() for item in items], self._wish(key, part, part.left))
        for item in items:
            item.sign = part.known.get(item)
        some = bool(part.known)  # what one adds to his own words is of the wish that these are of
        for known, its in groupby(items, key=lambda item: bool(names) or item.sign is not None or (some and item.own)):
            if not known:
                self._set_in([*its], self._wish(key, part, part.left))
        self._set_in(items, next(item.sign.wish for item in items if item.sign is not None))
        whole = all(other.known and not other.left for other in beside)
        for name in names:
            if all(name not in other.left for other in beside):
                self.again |= {(name, key, n) for n in stretch.numbers}
        for at, of in groupby(items, key=lambda item: item.of):
            signs = [item.sign for item in of if item.sign is not None]
            self.signs.setdefault(at, []).extend(signs)
            signs[0].wish.begin.add(signs[0])
        for wish in {item.sign.wish for item in items if item.sign is not None}:
            wish.files |= self.files[key].keys()
            wish.shared |= bool(part.known or self.own.get(key))
            wish.amended |= key in self.hosts
            wish.parted |= not whole and any(other.known for other in beside)

    def _wish(self, key: str, part: _Part, names: Set[str]) -> Wish:
        new = Wish(part.stretch, part.start, part.at, names, self.behind[key, part.stretch.numbers[0]], set())
        self._there.setdefault((part.stretch.of.place.note, part.at.paragraph), []).append(new)
        return new

    def _set_in(self, items: Sequence[_Item], wish: Wish) -> None:
        """Set signs that are new behind those they stand behind, and note what the wishes read here."""
        last: Sign | None = None
        there = {item.sign for item in items}
        for new, its in groupby(items, key=lambda item: item.of if item.sign is None else None):
            run = [*its]
            if new is not None:
                wish = last.wish if last is not None else wish
                at = wish.signs.index(last) + 1 if last is not None else 0
                again = wish.signs[at : at + len(run)]
                if not run[0].own or there & {*again} or [one.said for one in again] != [one.said for one in run]:
                    again = [Sign(item.what, item.said, wish) for item in run]
                    wish.signs[at:at] = again
                for item, sign in zip(run, again, strict=True):
                    item.sign = sign
            last = run[-1].sign
        for item in items:
            assert item.sign is not None
            item.sign.gone |= item.gone and item.sign.wish.names <= self.names[item.of[0]]
        for one in {item.sign.wish for item in items if item.sign is not None}:
            here = [item for item in items if item.sign is not None and item.sign.wish is one]
            for part in ([item for item in here if not item.own], [item for item in here if not item.gone]):
                reading = [item.sign for item in part if item.sign is not None]
                if reading and reading not in one.readings:
                    one.readings.append(reading)


def _all(found: Mapping[str, Sequence[str]]) -> set[str]:
    return {key for own in found.values() for key in own}


def _known(items: Sequence[_Item], wishes: Sequence[Wish], in_pieces: bool) -> dict[_Item, Sign]:
    """Which of what comes are signs of some wishes: each as a whole, or, too, in the pieces that a file has it in."""
    parts = [reading for wish in wishes for reading in wish.readings]
    parts += [piece for wish in wishes for one in wish.readings for piece in _pieces(one, wish.begin) if in_pieces]
    parts.sort(key=len, reverse=True)
    found: dict[_Item, Sign] = {}
    at = 0
    while at < len(items):
        said = [item.said for item in items[at : at + len(parts[0])]] if parts else []
        part = next((part for part in parts if [sign.said for sign in part] == said[: len(part)]), [])
        found |= zip(items[at:], part, strict=False)
        parts = [one for one in parts if not {*part} & {*one}] if part else parts
        at += len(part) or 1
    return found


def _pieces(signs: Sequence[Sign], begin: Set[Sign]) -> Iterator[list[Sign]]:
    cuts = [n for n, sign in enumerate(signs) if sign in begin and n]
    for first, last in pairwise([0, *cuts, len(signs)]):
        yield [*signs[first:last]]


def _is_one(one: Proposal) -> bool:
    """Whether it is one with another as a whole or not at all: a move, or rows."""
    return one.kind == "move" or any(edit.ends_come and edit.come[0].cell is not None for edit in one.edits)
