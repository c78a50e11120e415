"""What a delegation asks for in several files, once: all that amends it hangs on the one that stays.

That others amend it cuts what comes with it in pieces, in each file others: what stays is cut wherever one of them is.
What a delegation amends of its own words is part of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from models.compiling.one_order import one_order
from models.compiling.one_wish import At, OneWish, Ranks
from models.compiling.stretches import Sign, is_words, stretches_of
from models.draft import Draft
from models.proposals.proposal import Edit, Proposal

ByPerson = Mapping[str, Mapping[str, Sequence[Proposal]]]
"""Wishes by the names of delegations, and of each by its persons."""

_ROOM = 8
"""From the rank of one sign to that of the next."""


def amended_once(
    draft: Draft, wishes: ByPerson, files: Mapping[str, Ranks], signed: Set[str]
) -> dict[str, dict[str, list[Proposal]]]:
    """The wishes on a draft, what came in several files once in a name.

    `files` are those that each proposal came in, by its key, in the order they were kept; `signed` are the keys of
    those signed as a compilation has them. What stands twice in one file is meant twice.
    """
    every: dict[str, Proposal] = {}
    names: dict[str, set[str]] = {}
    for name, people in wishes.items():
        for one in (one for own in people.values() for one in own):
            every[one.key] = one
            names.setdefault(one.key, set()).add(name)
    now = {key: _by_itself(every[key], signed) for key in files if key in every}
    found = OneWish(now, names, files, signed, draft)
    if not found.joined and not found.part_of and now == every:
        return {name: {person: [*own] for person, own in people.items()} for name, people in wishes.items()}
    return _Once(found).left(wishes)


def _by_itself(one: Proposal, signed: Set[str]) -> Proposal:
    """What a compilation has was there before the words that somebody puts in round it there."""
    return replace(one, against=None) if one.key in signed and one.against not in {None, *signed} else one


class _Once:
    def __init__(self, found: OneWish) -> None:
        self.found = found
        self.order = self._order()
        self.now: dict[str, list[_Now]] = {}
        self.there: dict[Sign | At, tuple[str, int]] = {}  # in which proposal, and which edit of it, each is now
        for key in found.was:
            self._make(key)
        self.hosts = {now.one.against for own in self.now.values() for now in own}

    def _order(self) -> dict[Sign | At, int]:
        """The rank of each sign, and of each edit that puts in nothing."""
        by_file: dict[str, list[tuple[int, list[Sign | At], object]]] = {}
        for key, one in self.found.was.items():
            for file in self.found.files[key] or [key]:
                for n, edit in enumerate(one.edits):
                    signs: list[Sign | At] = [*self.found.signs.get((key, n), [])] or [(key, n)]
                    spot = one.place.note, edit.start.paragraph
                    by_file.setdefault(file, []).append((self.found.rank((key, n), file), signs, spot))
        spots: dict[object, dict[str, list[Sign | At]]] = {}
        for file, own in by_file.items():
            for _, signs, at in sorted(own, key=lambda one: one[0]):
                spots.setdefault(at, {}).setdefault(file, []).extend(signs)
        return {one: at * _ROOM for there in spots.values() for at, one in enumerate(one_order(there.values()), 1)}

    def _make(self, key: str) -> None:
        """A proposal as it is now, what it amends being made before: one for each of those."""
        one, host = self.found.was[key], self.found.was[key].against
        if key in self.now or key in self.found.part_of:
            return
        self.now[key] = []
        if host is not None and host in self.found.was:
            self._make(self.found.part_of.get(host, host))
            for n in range(len(self.found.was[host].edits)):
                for sign in self.found.signs.get((host, n), ()):
                    self._make(sign.wish.stays.of.key)
        hung: dict[str | None, list[tuple[At, Sequence[Sign], Edit]]] = {}
        strikes: dict[str | None, set[int]] = {}
        for at in ((host or "", n) for n in one.strikes):
            signs: Sequence[Sign | At] = self.found.signs.get(at) or [at]
            for now, number in (self.there[each] for each in signs if each in self.there):
                strikes.setdefault(now, set()).add(number)
        for at, its, edit in self._edits(one):
            hung.setdefault(self._host(one, at), []).append((at, its, edit))
        for n, against in enumerate(dict.fromkeys([*hung, *strikes]) or [host]):
            edits, own = hung.get(against, []), f"{key} {n}" if n else key
            asked = tuple(edit for _, _, edit in edits)
            struck = tuple(sorted(strikes.get(against, ())))
            self.now[key].append(
                _Now(
                    key, replace(one, key=own, against=against, edits=asked, strikes=struck), [at for at, _, _ in edits]
                )
            )
            for number, (at, its, _) in enumerate(edits):
                self.there[at] = own, number
                self.there |= {sign: (own, number) for sign in its if sign.wish.stays.of.key == key}

    def _edits(self, one: Proposal) -> Iterator[tuple[At, Sequence[Sign], Edit]]:
        """The edits of a proposal, each with what it puts in, cut as all files together have them."""
        for stretch in stretches_of(one):
            signs = {n: self.found.signs.get((one.key, n), []) for n in stretch.numbers}
            own = {sign.wish: None for its in signs.values() for sign in its if sign.wish.stays.of is one}
            at = one.key, next((n for n, its in signs.items() if its), stretch.numbers[0])
            if not any(wish.cut for wish in own):
                for n, its in signs.items():
                    edit = replace(one.edits[n], rank=self.order[its[0] if its else (one.key, n)])
                    yield (one.key, n), its, self._moved(edit, (one.key, n))
                continue
            if taken := stretch.taken:
                yield at, (), replace(taken, rank=self.order[signs[at[1]][0]] - 1)
            for wish in own:
                for its, piece in wish.pieces():
                    yield at, its, self._moved(replace(piece, rank=self.order[its[0]]), at)

    def _moved(self, edit: Edit, at: At) -> Edit:
        """What stands in words of another, where these stand now."""
        behind = self.found.behind.get(at)
        if behind is None or edit.gone or edit.start != edit.end or edit.start == behind.wish.at:
            return edit
        return replace(edit, start=behind.wish.at, end=behind.wish.at, notes_before=0) if behind.wish.cut else edit

    def _host(self, one: Proposal, at: At) -> str | None:
        """What an edit amends now: that has the words it stands behind; none where these were taken back."""
        behind = self.found.behind.get(at)
        if one.against is None or behind is None:
            return one.against
        return next((self.there[sign][0] for sign in behind.wish.signs if sign in self.there), None)

    def left(self, wishes: ByPerson) -> dict[str, dict[str, list[Proposal]]]:
        """The wishes without what is asked for once more."""
        found: dict[str, dict[str, list[Proposal]]] = {}
        for name, people in wishes.items():
            made = {person: [now for one in own for now in self.now.get(one.key, ())] for person, own in people.items()}
            first = [now.one for own in made.values() for now in own if now.key not in self.found.joined]
            gone = {_goes(one, edit) for one in first for edit in one.edits}
            struck: dict[str | None, set[int]] = {}
            for person, own in made.items():
                for now in own:
                    one = replace(now.one, edits=tuple(self._left(name, now, gone)))
                    known, was = struck.setdefault(one.against, set()), self.found.was[now.key]
                    if one.edits or not (was.edits or was.strikes) or not known.issuperset(one.strikes):
                        found.setdefault(name, {}).setdefault(person, []).append(one)
                    known.update(one.strikes)
        return found

    def _left(self, name: str, now: _Now, gone: set[object]) -> Iterator[Edit]:
        """What is left of a proposal of which something is asked for once more; `gone` is what goes already."""
        for edit, at in zip(now.one.edits, now.of, strict=True):
            left = replace(edit, come=()) if (name, *at) in self.found.again else edit
            takes = (left.gone or left.gone_notes) and left.look is None
            again = now.key in self.found.joined and is_words(left) and not left.come
            if not again or (takes and _goes(now.one, left) not in gone):
                yield left
            elif now.one.key in self.hosts:  # which of its edits others strike is told by their numbers
                yield Edit(left.start, left.start, rank=left.rank)
            gone |= {_goes(now.one, left)} if takes else set()


@dataclass(frozen=True)
class _Now:
    """A proposal, by its key before, or what of it amends one of others, and of which edit each of its edits is."""

    key: str
    one: Proposal
    of: Sequence[At]


def _goes(one: Proposal, edit: Edit) -> object:
    return one.place.note, edit.start, edit.end, edit.gone, edit.gone_notes
