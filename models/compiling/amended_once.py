"""What a delegation asks for in several files, once: all that amends it hangs on the one that stays.

So it is where a wish came in its own file, and again in a compilation that others marked. That they amend it cuts what
comes with it in pieces, in each file others: what stays is cut wherever one of them is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from models.compiling.stretches import Stretch, is_words, stretches_of
from models.proposals.proposal import Edit, Proposal

ByPerson = Mapping[str, Mapping[str, Sequence[Proposal]]]
"""Wishes by the names of delegations, and of each by its persons."""

_ROOM, _SIGN = 1 << 36, 1 << 12
"""Between two ranks, and between two signs of what comes with an edit."""


def amended_once(
    wishes: ByPerson, files: Mapping[str, Set[str]], signed: Set[str]
) -> dict[str, dict[str, list[Proposal]]]:
    """The wishes, what came in several files once in a name.

    `files` are those that each proposal came in, by its key; `signed` are the keys of those signed as a compilation
    has them: there what comes and what goes may stand apart, where others ask for something too. What stands twice in
    one file is meant twice. Moves, rows, and what is amended itself are one with another as a whole or not at all.
    """
    found = {name: {person: list(own) for person, own in people.items()} for name, people in wishes.items()}
    every = {one.key: one for people in found.values() for own in people.values() for one in own}
    once = _Once(found, every, files, signed)
    level = [one.key for one in every.values() if one.against not in every]
    once.join(level)
    once.cut()
    amended = {*level}
    while level := [one.key for one in every.values() if one.against in amended]:
        once.join(level)
        amended = {*level}
    return once.left()


class _Once:
    def __init__(
        self,
        wishes: dict[str, dict[str, list[Proposal]]],
        was: Mapping[str, Proposal],
        files: Mapping[str, Set[str]],
        signed: Set[str],
    ) -> None:
        self.wishes, self.was, self.files, self.signed = wishes, was, files, signed
        self.now = {**was}
        self.amended = {one.against for one in was.values()}
        self.names: dict[str, set[str]] = {}
        for name, people in wishes.items():
            for one in (one for own in people.values() for one in own):
                self.names.setdefault(one.key, set()).add(name)
        self.stretches: dict[str, list[Stretch]] = {}
        self.without = set[tuple[str, str, int]]()  # which edits are not asked for once more: name, key and number
        self.same: dict[Stretch, Stretch] = {}

    def join(self, level: Sequence[str]) -> None:
        """Find what is asked for again: what is amended stays, and else what came first."""
        there: dict[int, list[Stretch]] = {}
        own = {key: list(stretches_of(self.was[key], self.files.get(key, frozenset()))) for key in level}
        self.stretches |= own

        def first(key: str) -> tuple[bool, int, int]:
            amended = key in self.amended
            return not amended, -len(self.names[key]) * amended, -len(own[key]) * amended

        for key in sorted(level, key=first):
            found = self._found(key, [one for one in own[key] if one.like is not None], there)
            for one in own[key]:
                for stays in found.get(one, ()):
                    stays.joined.append(one)
                    stays.files |= one.files
                    self.same[one] = stays
                    for name in self.names[key] & self.names[stays.of.key]:
                        self.without |= {(name, key, number) for number in one.numbers}
                if one not in found and one.like is not None:
                    there.setdefault(one.span[0].paragraph, []).append(one)

    def _found(
        self, key: str, own: Sequence[Stretch], there: Mapping[int, Sequence[Stretch]]
    ) -> dict[Stretch, list[Stretch]]:
        found: dict[Stretch, list[Stretch]] = {}
        amended, names = key in self.amended, self.names[key]
        taken = set[Stretch]()
        for one in own:
            left = set(names)
            for stays in there.get(one.span[0].paragraph, ()):
                theirs = self.names[stays.of.key]
                shared = names <= theirs if amended else bool(left & theirs)
                if not shared or stays in taken or one.files & stays.files or not self._alike(one, stays):
                    continue
                found.setdefault(one, []).append(stays)
                taken.add(stays)
                left -= theirs
                if amended or not left:
                    break
        hosts = {stays.of.key for stays in taken}
        if amended and (self.was[key].against is not None or len(hosts) > 1):
            return {}
        return found if len(found) == len(own) or not (amended or _is_one(self.was[key])) else {}

    def _alike(self, one: Stretch, other: Stretch) -> bool:
        if {one.of.key, other.of.key} & self.signed:
            beside = one.span[0] <= other.span[1] and other.span[0] <= one.span[1]
        else:
            beside = one.goes == other.goes
        return beside and self._said(one) == self._said(other)

    def _said(self, one: Stretch) -> object:
        """What it asks for, in however many pieces, and where."""
        at = (one.of.place.note, self.now[one.of.key].against, self._place(one.of, one.edits[0]))
        return at, one.says()

    def _place(self, one: Proposal, edit: Edit) -> tuple[Stretch, int] | None:
        """In which words of another, and where in them, an edit of what amends that puts in something."""
        before = [two for two in self.stretches.get(one.against or "", ()) if two.rank <= edit.rank + 1]
        if not before:
            return None
        here = max(before, key=lambda two: two.rank)
        return self.same.get(here, here), here.places()[sum(two.rank < edit.rank for two in here.edits)]

    def cut(self) -> None:
        """Cut what stays where one that was joined to it is amended, and hang on it what amends that."""
        recut = {stays for one, stays in self.same.items() if one.of.key in self.amended}
        if not recut:
            return
        for key, one in self.now.items():
            self.now[key] = replace(one, edits=tuple(replace(edit, rank=edit.rank * _ROOM) for edit in one.edits))
        pieces: dict[Stretch, list[tuple[int, int]]] = {}  # the place of each piece, and its number
        for key in {one.of.key for one in recut}:
            edits: list[Edit] = []
            for stretch in self.stretches[key]:
                made = list(stretch.cut() if stretch in recut else stretch.pieces())
                pieces[stretch] = [(place, len(edits) + n) for n, (place, _) in enumerate(made)]
                for place, edit in made:
                    behind = max(place, 0) * _SIGN + _SIGN // 2 if stretch in recut else 0
                    edits.append(replace(edit, rank=edit.rank * _ROOM + behind))
            self.now[key] = replace(self.now[key], edits=tuple(edits))
        for key, one in self.was.items():
            own = self.stretches.get(one.against or "", ())
            if any(self.same.get(stretch, stretch) in pieces for stretch in own):
                self.now[key] = self._hung(one, own, pieces, recut)

    def _hung(
        self,
        one: Proposal,
        own: Sequence[Stretch],
        pieces: Mapping[Stretch, Sequence[tuple[int, int]]],
        recut: Set[Stretch],
    ) -> Proposal:
        """What amends a proposal, amending what stays of that; `own` are the stretches of the one it amends."""
        strikes: set[int] = set()
        for stretch in own:
            there = pieces[self.same.get(stretch, stretch)]
            for number, (start, end) in zip(stretch.numbers, pairwise(stretch.places()), strict=True):
                if number in one.strikes:
                    strikes |= {n for place, n in there if start <= place < end}
        edits = []
        for was, edit in zip(one.edits, self.now[one.key].edits, strict=True):
            found = self._place(one, was)
            if found is not None and found[0] in recut:
                stays, place = found
                turn = min(max(was.rank - own[0].rank, 0), _SIGN // 2 - 1)
                edit = replace(edit, rank=stays.rank * _ROOM + place * _SIGN + turn)
            edits.append(edit)
        host = self.same.get(own[0], own[0]).of.key
        return replace(self.now[one.key], against=host, strikes=tuple(sorted(strikes)), edits=tuple(edits))

    def left(self) -> dict[str, dict[str, list[Proposal]]]:
        """The wishes without what is asked for once more."""
        found: dict[str, dict[str, list[Proposal]]] = {}
        for name, people in self.wishes.items():
            again = {key for own_name, key, _ in self.without if own_name == name}
            every = [self.now[one.key] for own in people.values() for one in own]
            gone = {_goes(one, edit) for one in every if one.key not in again for edit in one.edits}
            struck: dict[str | None, set[int]] = {}
            for person, own in people.items():
                for one in (self.now[one.key] for one in own):
                    edits = tuple(self._edits(name, one, gone) if one.key in again else one.edits)
                    known = struck.setdefault(one.against, set())
                    if edits or not (one.edits or one.strikes) or not known.issuperset(one.strikes):
                        found.setdefault(name, {}).setdefault(person, []).append(replace(one, edits=edits))
                    known.update(one.strikes)
        return found

    def _edits(self, name: str, one: Proposal, gone: Set[object]) -> Iterator[Edit]:
        """What is left of a proposal of which something is asked for once more; `gone` is what goes by others."""
        for n, edit in enumerate(one.edits):
            left = replace(edit, come=()) if (name, one.key, n) in self.without else edit
            takes = (left.gone or left.gone_notes) and left.look is None
            if left.come or not is_words(left) or (takes and _goes(one, left) not in gone):
                yield left


def _goes(one: Proposal, edit: Edit) -> object:
    return one.place.note, edit.start, edit.end, edit.gone, edit.gone_notes


def _is_one(one: Proposal) -> bool:
    return one.kind == "move" or any(edit.ends_come and edit.come[0].cell is not None for edit in one.edits)
