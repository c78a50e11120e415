"""Which ends of paragraphs each strikes of a text that is laid out with all that comes in it.

Taken alone, a delegation strikes words that are told; which ends of paragraphs it strikes with them is free where
several stand side by side with nothing between them that stays. They are chosen so that its text is exact, and that the
text of all together has neither paragraphs run together that nobody joins nor empty ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from models.compiling.joint_wishes import names_in
from models.compiling.laid_out import Part
from models.compiling.standing import WITH


@dataclass
class _Gap:
    """A stretch between words that one keeps: how many ends it wants there, which it sees, and which others put in."""

    wanted: int = 0
    seen: list[Part] = field(default_factory=list)
    of_others: list[Part] = field(default_factory=list)

    def settle(self, name: str) -> None:
        """Let one strike as many ends as are too many, or share in as many of others as it has too few."""
        too_many = len(self.seen) - self.wanted
        # What one put in itself it strikes only where the last end of the text, which cannot go, is left to it.
        for one in sorted(self.seen, key=lambda one: (bool(one.stands), name not in one.struck)):
            if too_many > 0 and not one.fixed:
                one.chosen.add(name)
                too_many -= 1
        for one in self.of_others:
            if too_many < 0 and one.new:
                one.share(name)
                too_many += 1


class Ends:
    """Chooses which ends of paragraphs each strikes; `parts` say what stands where, and hold what is chosen."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.names = sorted({name for part in parts for owner in (*part.struck, part.owner) if owner
                             for piece in owner.split(WITH) for name in names_in(piece)})  # fmt: skip
        self.gaps: dict[str, list[_Gap]] = {name: list(self._gaps(name)) for name in self.names}

    def settle(self) -> None:
        """Choose, so that each has its own text, and that of all together is whole."""
        for name in self.names:
            for gap in self.gaps[name]:
                gap.settle(name)
        for first, between in self._together():
            left = self.parts[first - 1] if first else None
            after = first + len(between)
            right = self.parts[after] if after < len(self.parts) else None
            ends = [part for part in between if part.end is not None and not part.gone]
            strikers = {name for part in between for name in (*part.chosen, *(part.struck if part.end is None else ()))}
            if strikers and ends:
                owners = {
                    name for part in (left, right) if part is not None and part.owner for name in names_of(part.owner)
                }
                wanted = self._wanted(first, between)
                self._mend(ends, wanted, sorted(strikers), sorted(strikers | owners))
        for part in self.parts:
            if part.new and part.parted_by and names_of(part.stands) <= part.chosen:
                # Nobody alone wants the end that came: it is the one that is there where all are taken.
                part.stands, part.shared = WITH.join(part.parted_by), True
                part.chosen, part.parted_by = set(), ()

    def run_on(self) -> dict[int, set[str]]:
        """Who joins a paragraph, called by the end it has in the file, to words before it: there its number goes.

        Of what came in another's name, and begins a line where all is taken, it stays: who joins what stands around it
        sees none of it.
        """
        found: dict[int, set[str]] = {}
        first = set(self._first_of_lines())
        for name in self.names:
            words = joined = seen = False
            there: bool | None = None  # whether what is there of the paragraph is joined to words before it
            for part in self.parts:
                seen = seen or part.seen_by(name, part.stands if part.end is not None else None)
                if there is None and not part.gone:
                    there = joined
                if part.end is None:
                    words = words or _there(part, name)
                    continue
                if not part.gone:
                    if there and (seen or part.end not in first):
                        found.setdefault(part.end, set()).add(name)
                    seen, there = False, None
                struck = name in (part.struck if part.gone else part.chosen)
                passed = not part.seen_by(name, part.stands)  # another's, and one's words run on over it
                joined = words and (struck or (joined and passed))
                words = words and (struck or passed)
        return found

    def made_lines(self) -> dict[int, set[str]]:
        """The paragraphs that begin a line where all is taken, by their ends, and whose changes stand before each.

        Who joins such a one to others strikes its number, and yet it has to have one where all is taken.
        """
        found: dict[int, set[str]] = {}
        first = set(self._first_of_lines())
        since: set[str] = set()  # whose changes stand behind the last words that stay
        begun: set[str] | None = None
        for part in self.parts:
            if part.end is None and not (part.struck or part.gone):
                begun = since | names_of(part.owner) if begun is None else begun
                since = set()
                continue
            since |= {*part.struck, *part.chosen, *part.together, *part.parted_by, *names_of(part.stands or part.owner)}
            if part.end is not None and not part.gone:
                if begun is not None and part.end in first:
                    found[part.end] = begun
                begun = None
        return found

    def _first_of_lines(self) -> Iterator[int]:
        """The ends of those paragraphs before which no words stand in their line where all is taken."""
        before = words = False
        for part in self.parts:
            if part.end is None:
                words = words or not (part.struck or part.gone)
            elif not part.gone:
                if not before:
                    yield part.end
                before = (before or words) and bool(part.struck_as) and not part.parted_by
                words = False

    def _gaps(self, name: str) -> Iterator[_Gap]:
        gap = _Gap()
        for part in self.parts:
            if part.end is not None:
                gap.wanted += _there(part, name)
                if part.gone and name in part.struck:
                    continue
                (gap.seen if part.seen_by(name, part.stands) else gap.of_others).append(part)
            elif _there(part, name):
                yield gap
                gap = _Gap()
        yield gap

    def _together(self) -> Iterator[tuple[int, list[Part]]]:
        """What stands in the text of all: from where each stretch between words that stay is, and what is in it."""
        first = 0
        between: list[Part] = []
        for at, part in enumerate(self.parts):
            if part.end is not None or part.struck:
                between.append(part)
            else:
                yield first, between
                first, between = at + 1, []
        yield first, between

    def _wanted(self, first: int, between: Sequence[Part]) -> int:
        """How many ends are wanted between two pieces in the text of all.

        Where one delegation joins them, or what it has of the words they are part of, as many as others put in there;
        else as many as those have who have both.
        """
        after = first + len(between)
        lines = list(self._left_empty(first, between))
        if after == len(self.parts):
            return max(1, self._kept_by_all(between, lines)) if first else 1
        if not first:
            return 0
        left, right = self.parts[first - 1], self.parts[after]
        found = [int(any(part.end is not None and WITH in part.owner and not part.struck for part in between))]
        both = False
        for name in ("", *self.names):
            emptied = self._emptied(name, between)
            here = [part for part in between if _there(part, name) and part not in emptied]
            count = sum(part.end is not None for part in here)
            put = sum(_is_put_between(part, name) for part in between)
            if not count and name and any(part.end is not None and part.seen_by(name) for part in between):
                before, behind = reversed(self.parts[:first]), iter(self.parts[after:])
                if _in_one_row(name, before) and _in_one_row(name, behind):
                    return put
            if _there(left, name) and _there(right, name):
                both = True
                # Who sets other words for those before which another divides keeps his own apart there, too.
                found.append(max(min(count, 1), min(put, 1), self._kept_by_all(here, lines)))
        return max(found) if both else max(1, self._kept_by_all(between, lines))

    def _left_empty(self, first: int, between: Sequence[Part]) -> Iterator[Part]:
        """The ends of lines between two pieces whose words one strikes who leaves an end before and one behind."""
        for name in self.names:
            begin: int | None = None  # where the words of a line begin, once an end before it is there
            for at, part in enumerate(between):
                if part.end is None or (begin is not None and not part.seen_by(name)):
                    continue
                words = [one for one in between[begin:at] if not one.owner and one.end is None] if begin else []
                alone = bool(words) and not part.struck and all(name in one.struck for one in words)
                if alone and self._begins_at(name, first + (begin or 0)):
                    yield part
                begin = at + 1

    def _begins_at(self, name: str, at: int) -> bool:
        """Whether what one has behind a place begins a line: an end it leaves stands before, and none of its words."""
        before = (self.parts[place] for place in range(at - 1, -1, -1))
        last = next((part for part in before if _there(part, name)), None)
        return last is None or last.end is not None

    @staticmethod
    def _kept_by_all(here: Sequence[Part], lines: Sequence[Part]) -> int:
        """How many of the ends `here` nobody strikes: all, or one and the empty lines, where words stand there too.

        `lines` are the ends of those that are left empty.
        """
        kept = [part for part in here if part.end is not None and not part.struck]
        if all(part.end is not None for part in here):
            return len(kept)
        empty = sum((one.end is not None or two in lines) and two in kept for one, two in pairwise(here))
        return min(len(kept), 1 + empty)

    @staticmethod
    def _emptied(name: str, between: Sequence[Part]) -> list[Part]:
        """Ends before and behind words that one strikes, and others the ends: nobody wants these.

        The end before them is wanted where the words go with their own end: nothing is left there that is joined.
        """
        found: list[Part] = []
        words = stays = False
        last: Part | None = None
        for part in between:
            if part.end is None:
                words = words or (not part.owner and name in part.struck)
                stays = stays or _there(part, name)
                continue
            emptied = words and not stays
            here = [part, *((last,) if last is not None and name not in part.struck else ())] if emptied else []
            found += (one for one in here if not one.owner and one.struck and name not in one.struck)
            words, stays, last = False, False, part
        return found

    def _mend(self, ends: Sequence[Part], wanted: int, strikers: Sequence[str], all_of_them: Sequence[str]) -> None:
        stay = [one for one in ends if not one.chosen]
        while len(stay) < wanted and (other := self._freed(ends)) is not None:
            stay.append(other)
        if len(stay) < wanted and len(all_of_them) > 1:
            ends[-1].parted_by = tuple(all_of_them)
        for one in stay:
            if len(stay) <= wanted:
                break
            if not one.fixed and self._taken(one, strikers):
                stay = [other for other in stay if other is not one]

    def _freed(self, ends: Sequence[Part]) -> Part | None:
        """An end that stays now, because who struck it strikes another instead that goes anyway."""
        for one in ends:
            if not one.chosen:
                continue
            instead = {name: self._other(name, one, struck=True) for name in one.chosen}
            if all(instead.values()):
                for name, other in instead.items():
                    assert other is not None
                    other.chosen.add(name)
                one.chosen.clear()
                return one
        return None

    def _other(self, name: str, one: Part, *, struck: bool) -> Part | None:
        """Another end of the same stretch of one delegation that others strike, and it does or does not."""
        for gap in self.gaps[name]:
            if one in gap.seen:
                for other in gap.seen:
                    if other is one or other.fixed or other.stands:
                        continue
                    if struck and other.chosen and name not in other.chosen and other.chosen != one.chosen:
                        return other
                    if not struck and name in other.chosen and len(other.chosen) > 1:
                        return other
        return None

    def _taken(self, one: Part, strikers: Sequence[str]) -> bool:
        """Let an end go in the text of all that each by itself may keep."""
        if one.stands:
            others = [name for name in strikers if not one.seen_by(name, one.stands)]
            one.chosen.update(others[:1])
            return bool(others)
        for name in self.names:
            if (other := self._other(name, one, struck=False)) is not None:
                other.chosen.discard(name)
                one.chosen.add(name)
                return True
        if len(strikers) > 1:
            one.together = tuple(strikers)
            return True
        return False


def names_of(owner: str) -> set[str]:
    """Each of those in whose names something stands."""
    return {name for part in owner.split(WITH) for name in names_in(part)} if owner else set()


def _is_put_between(part: Part, name: str) -> bool:
    """Whether it is the end of a paragraph that others put in and nobody takes out: who joins two leaves it there."""
    return part.end is not None and bool(part.owner) and not part.gone and not part.struck and not part.seen_by(name)


def _in_one_row(name: str, parts: Iterable[Part]) -> bool:
    """Whether words that one has come before any end of a paragraph, others' words being passed over."""
    for part in parts:
        if part.end is not None:
            return False
        if not part.struck and _there(part, name):
            return True
    return False


def _there(part: Part, name: str) -> bool:
    """Whether a part is in the text of one delegation alone, or in the base ("")."""
    return part.seen_by(name) and name not in part.struck if name else not part.owner
