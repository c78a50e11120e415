"""What a delegation asks for in several files, once: all that amends it hangs on the one that stays.

That others amend it cuts what comes with it in pieces, in each file others: what stays is cut wherever one of them is.
What a delegation amends of its own words is part of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from models.compiling.decided import Decided
from models.compiling.one_wish import OneWish, Ranks
from models.compiling.order_of_files import in_order_of_files
from models.compiling.signs import IN_ONE_ORDER, At, Sign, as_edit, goes_of, signs_of
from models.draft import Draft
from models.proposals.proposal import Edit, Proposal
from models.proposals.tracked.within_new import comes_whole

ByPerson = Mapping[str, Mapping[str, Sequence[Proposal]]]
"""Wishes by the names of delegations, and of each by its persons."""

_ROOM = 8
"""From the rank of one sign to that of the next."""


def amended_once(
    draft: Draft, wishes: ByPerson, files: Sequence[Ranks], signed: Set[str], before: Set[str], decided: Decided
) -> dict[str, dict[str, list[Proposal]]]:
    """The wishes on a draft, what came in several files once in a name.

    `files` are those that came back, in their order; `signed` are the keys of what is signed as a compilation has it.
    What stands twice in one file is meant twice. The keys in `before` are of what somebody asks for otherwise now: it
    is left out, and tells where others stand; so is what is `decided`, with what files have of it.
    """
    found = _found(draft, wishes, files, signed, before, decided)
    once = _Once(found) if found.is_woven else None
    was = found.was if once is not None else in_order_of_files(found.was, found.names, files)
    left: dict[str, dict[str, list[Proposal]]] = {}
    for name, people in wishes.items():
        for person, own in people.items():
            asked = [was[one.key] for one in own if one.key not in found.before]
            if asked := asked if once is None else [*once.left(name, asked)]:
                left.setdefault(name, {})[person] = asked
    return left


def asked_again(
    draft: Draft, wishes: ByPerson, files: Sequence[Ranks], signed: Set[str], before: Set[str], decided: Decided
) -> dict[str, tuple[str, ...]]:
    """The keys of wishes that others hold already, with the keys of those; as `amended_once` is asked."""
    found = _found(draft, wishes, files, signed, before, decided)
    strike: dict[Sign, str] = {}
    again: dict[str, tuple[str, ...]] = {}
    open_now = [key for key in found.was if key not in decided.when]
    for key in sorted(open_now, key=lambda key: (key in before, key in signed)):
        one = found.was[key]
        first = [sign.of[0] for n in range(len(one.edits)) for sign in found.signs.get((key, n), ())]
        for sign in found.taken_out(key):
            if sign.comes:
                first += found.decided_of(key, sign) or [strike.setdefault(sign, key)]
        if first and key not in first:
            again[key] = tuple(dict.fromkeys(first))
    return again


def _found(
    draft: Draft, wishes: ByPerson, files: Sequence[Ranks], signed: Set[str], before: Set[str], decided: Decided
) -> OneWish:
    every: dict[str, Proposal] = {}
    names: dict[str, set[str]] = {}
    for name, people in wishes.items():
        for one in (one for own in people.values() for one in own):
            every[one.key] = one
            names.setdefault(one.key, set()).add(name)
    return OneWish(every, names, files, signed, draft, before | decided.when.keys(), decided)


@dataclass(frozen=True)
class _Piece:
    """What comes side by side, or an edit about no words that come, as an edit; `names` are those it is asked in."""

    edit: Edit
    signs: Sequence[Sign]

    @property
    def names(self) -> Set[str]:
        return self.signs[0].names


class _Once:
    def __init__(self, found: OneWish) -> None:
        self.found = found
        self.struck: dict[Sign, set[str]] = {}
        for key in found.was:
            for sign in found.takes_out(key) if key not in {*found.own, *found.before} else ():
                self.struck.setdefault(sign, set()).add(key)
        self.pieces: dict[str, list[_Piece]] = {}
        before = 0
        for signs in found.woven():
            for piece in self._cut(signs, before):
                self.pieces.setdefault(piece.signs[0].stays, []).append(piece)
            before += len(signs)
        self._cuts = found.joined
        self.now: dict[str, list[tuple[Proposal, Sequence[_Piece]]]] = {}
        self.there: dict[Sign, tuple[str, int]] = {}  # in which proposal, and which edit of it, each is now
        for key in found.was:
            self._make(key)
        self.hosts = {one.against for own in self.now.values() for one, _ in own}
        self._struck: dict[str, dict[str | None, set[int]]] = {}

    def _cut(self, signs: Sequence[Sign], before: int) -> Iterator[_Piece]:
        """The signs of a paragraph in pieces, with their ranks, where so many signs stand before it."""
        runs: list[tuple[int, list[Sign]]] = []
        for rank, sign in enumerate(signs, before + 1):
            if sign.gone or not sign.asked:
                continue
            if runs and self._goes_on(runs[-1][1][-1], sign):
                runs[-1][1].append(sign)
            else:
                runs.append((IN_ONE_ORDER + rank * _ROOM, [sign]))
        for rank, own in runs:
            edit = as_edit(own) if own[0].comes else goes_of(own[0])
            yield _Piece(replace(edit, rank=rank), own)

    def _goes_on(self, one: Sign, other: Sign) -> bool:
        if not (one.comes and other.comes) or one.of != other.of or one.names != other.names:
            return False
        return one.spot == other.spot and one.behind is other.behind and self.struck.get(one) == self.struck.get(other)

    def _make(self, key: str) -> None:
        """A proposal as it is now, what it amends being made before: one for each of those."""
        if key in self.now:
            return
        self.now[key] = []
        one, host = self.found.was[key], self.found.was[key].against
        its = self.pieces.get(key, [])
        for n in range(len(self.found.was[host].edits) if host is not None and host in self.found.was else 0):
            for sign in self.found.signs.get((host or "", n), ()):
                self._make(sign.stays)
        hung: dict[str | None, list[_Piece]] = {}
        for piece in self._whole(one, its):
            hung.setdefault(self._host(one, piece.signs[0]), []).append(piece)
        strikes: dict[str | None, set[int]] = {}
        for sign in self.found.takes_out(key) if key not in self.found.own else ():
            if sign.comes and sign in self.there:
                now, number = self.there[sign]
                strikes.setdefault(now, set()).add(number)
        for n, against in enumerate(dict.fromkeys([*hung, *strikes]) or [host]):
            own, pieces = f"{key} {n}" if n else key, hung.get(against, [])
            struck = tuple(sorted(strikes.get(against, ())))
            edits = tuple(piece.edit for piece in pieces)
            # Cut in pieces, as a compilation has it where others amend it, it is no move of whole paragraphs any more.
            whole = any(edit.come for edit in edits) and all(comes_whole(edit) for edit in edits if edit.come)
            kind = one.kind if one.kind != "move" or whole else "reword"
            made = replace(one, kind=kind, key=own, against=against, edits=edits, strikes=struck)
            self.now[key].append((made, pieces))
            self.there |= {sign: (own, number) for number, piece in enumerate(pieces) for sign in piece.signs}

    def _whole(self, one: Proposal, pieces: Sequence[_Piece]) -> Iterator[_Piece]:
        """The pieces of a proposal, those of an edit that is as it was as one again."""
        by_edit: dict[At, list[_Piece]] = {}
        for piece in pieces:
            by_edit.setdefault(piece.signs[0].of, []).append(piece)
        for (key, n), own in by_edit.items() if self._cuts else sorted(by_edit.items()):
            signs = [sign for piece in own for sign in piece.signs]
            every = [*signs_of(one, n, own[0].names)] if key == one.key else []
            as_it_was = len(signs) == len(every) and signs[-1].spot == every[-1].spot
            once = sum(piece.signs[0].comes for piece in own) < 2 and all(piece.names == own[0].names for piece in own)
            if not self._cuts or (as_it_was and once and (len(own) == 1 or not self.struck.keys() & {*signs})):
                yield _Piece(replace(one.edits[n], rank=own[-1].edit.rank), signs)
            else:
                yield from own

    def _host(self, one: Proposal, sign: Sign) -> str | None:
        """What a sign amends now: that has the words it stands behind; none where all of these were taken back. Within
        what is open no more it has no ground."""
        behind = sign.root.behind
        if one.against is None or behind is None:
            return one.against
        if behind in self.there:
            return self.there[behind][0]
        if not behind.asked and behind.stays in self.found.decided:
            key, n = behind.root.of
            return None if behind is self.found.signs[key, n][-1] else key
        return next((other.key for other, pieces in self.now.get(behind.stays, ()) if pieces), None)

    def left(self, name: str, own: Sequence[Proposal]) -> Iterator[Proposal]:
        """What one asks for in a name, without what is asked for there once more."""
        struck = self._struck.setdefault(name, {})
        for was in own:
            for one, pieces in self.now[was.key] if was.key not in self.found.own else ():
                is_decided = self.found.decided and not any(name in piece.names for piece in pieces)
                edits = () if is_decided else tuple(self._left(name, one, pieces))
                known = struck.setdefault(one.against, set())
                if edits or not (was.edits or was.strikes) or not known.issuperset(one.strikes):
                    yield replace(one, edits=edits)
                known.update(one.strikes)

    def _left(self, name: str, one: Proposal, pieces: Sequence[_Piece]) -> Iterator[Edit]:
        for piece in pieces:
            if name in piece.names:
                yield piece.edit
            elif one.key in self.hosts:  # which of its edits others strike is told by their numbers
                yield Edit(piece.edit.start, piece.edit.start, rank=piece.edit.rank)
