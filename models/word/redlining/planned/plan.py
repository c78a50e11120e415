"""From a comparison to a plan for one Word tree: what stays in its place, what goes, what comes, what moves."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from models.comparison.change import Comparison
from models.comparison.words.marked import Words
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable

Cell = tuple[int, int, int]
Fits = Callable[[int, int], bool]
"""Whether an old paragraph may be a new one where it stands, by their places."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Old paragraphs that become new ones where they stand; both are runs of neighbours, neither is empty.

    `told` are the words, or gives them once they are asked for: they may still be worked out on another core.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    told: Words | Callable[[], Words]

    @property
    def words(self) -> Words:
        """The difference of the two texts, paragraphs joined by a line feed."""
        return self.told() if callable(self.told) else self.told

    def mark_of(self, at: int) -> int:
        """The old paragraph whose mark a new one most likely gets, by its place among them: the last gets the last."""
        return self.old[-1] if at == len(self.new) - 1 else self.old[min(at, len(self.old) - 1)]


@dataclass
class Plan:
    """Every old paragraph stands in one edit, in `deleted` or in `moved`; every new one in an edit, added or moved.

    Those `boxed` are added with the drawing they stand in. Edits `anew` are of what goes where it stood and comes
    elsewhere as it would be there, so that another paragraph can stay in its place: their paragraphs stand among the
    deleted, the inserted or in another edit as well.
    """

    edits: list[Edit] = field(default_factory=list)
    deleted: list[int] = field(default_factory=list)
    inserted: list[int] = field(default_factory=list)
    moved: list[Edit] = field(default_factory=list)
    boxed: list[int] = field(default_factory=list)
    anew: list[Edit] = field(default_factory=list)

    def let_go(self, edit: Edit) -> None:
        """Let the paragraphs of an edit go where they stood and come where they are to stand."""
        try:
            self.edits.remove(edit)
        except ValueError:
            self.moved.remove(edit)
        self.deleted += edit.old
        self.inserted += edit.new


def plan(comparison: Comparison, neighbours: Sequence[bool], readable_words: bool) -> Plan:
    """The plan for a comparison; `neighbours[i]` says whether old paragraph i is followed at once by i + 1 in the tree.

    Splits and merges of paragraphs that are no neighbours become an edit of the likest pair beside insertions and
    deletions, and so do those of which a part stayed; neighbours that all moved, split or joined there, are one move.
    """
    made = Plan()
    still: list[Edit] = []
    several: list[Edit] = []
    for number, change in enumerate(comparison.changes):
        if not change.old or not change.new:
            made.deleted += change.old
            made.inserted += change.new
            continue
        late = readable_words and len(change.words) > 1
        edit = Edit(change.old, change.new, partial(_readable, comparison, number) if late else change.words)
        single = len(change.old) == len(change.new) == 1
        if not single and change.moved:
            several.append(edit)
            continue
        if not single and not _in_one_piece(edit, neighbours):
            edit = _pair(comparison, edit, made, readable_words)
        (made.moved if change.moved else still).append(edit)
    places = sorted(edit.old[0] for edit in still), sorted(edit.new[0] for edit in still)
    for edit in several:
        if _in_one_piece(edit, neighbours) and _stays(edit.old[0], edit.new[0], places):
            still.append(edit)  # one that moved to another part of the text and nowhere else
            continue
        stays = any(_stays(old, new, places) for old in edit.old for new in edit.new)
        if not stays and _moved_whole(comparison, edit, neighbours):
            made.moved.append(edit)
            continue
        # What another paragraph joined, or half of which went, may have stayed itself.
        edit = _pair(comparison, edit, made, readable_words, places)
        (still if _stays(edit.old[0], edit.new[0], places) else made.moved).append(edit)
    kept = _in_order(still)
    made.edits = [edit for at, edit in enumerate(still) if at in kept]
    for at, edit in enumerate(still):
        if at not in kept:
            whole = len(edit.new) == 1 == len(edit.old) or _moved_whole(comparison, edit, neighbours)
            made.moved.append(edit if whole else _pair(comparison, edit, made, readable_words))
    for one in (made.deleted, made.inserted):
        one.sort()
    return made


def _readable(comparison: Comparison, number: int) -> Words:
    return comparison.readable_words[number]


def _in_one_piece(edit: Edit, neighbours: Sequence[bool]) -> bool:
    olds = all(b == a + 1 and neighbours[a] for a, b in pairwise(edit.old))
    return olds and all(b == a + 1 for a, b in pairwise(edit.new))


def _moved_whole(comparison: Comparison, edit: Edit, neighbours: Sequence[bool]) -> bool:
    """Whether neighbours stand elsewhere as neighbours, none of them in a table."""
    olds, news = comparison.old.paragraphs, comparison.new.paragraphs
    cells = [olds[at].cell for at in edit.old] + [news[at].cell for at in edit.new]
    return _in_one_piece(edit, neighbours) and not any(cells)


Places = tuple[Sequence[int], Sequence[int]]
"""Where what stays stands, old and new, in order."""


def _stays(old: int, new: int, places: Places) -> bool:
    return bisect(places[0], old) == bisect(places[1], new)


def _pair(comparison: Comparison, edit: Edit, made: Plan, readable_words: bool, places: Places | None = None) -> Edit:
    """The pair of a group that shares most words, first of all one that stays; the rest is deleted and inserted."""
    found: tuple[tuple[bool, int], int, int, Words] | None = None
    for old in edit.old:
        for new in edit.new:
            words = word_diff(comparison.old.paragraphs[old].text, comparison.new.paragraphs[new].text)
            shared = sum(len(text) for op, text in words if op == "equal")
            likest = shared > 0 and places is not None and _stays(old, new, places), shared
            if found is None or likest > found[0]:
                found = (likest, old, new, words)
    assert found is not None
    _, old, new, words = found
    made.deleted += [one for one in edit.old if one != old]
    made.inserted += [one for one in edit.new if one != new]
    return Edit((old,), (new,), readable(words) if readable_words else words)


def _in_order(edits: Sequence[Edit]) -> set[int]:
    """The places of the edits of the heaviest chain that runs forward on both sides: the others have moved."""
    order = sorted(range(len(edits)), key=lambda at: edits[at].old)
    if all(edits[a].new[-1] < edits[b].new[0] and edits[a].old[-1] < edits[b].old[0] for a, b in pairwise(order)):
        return set(order)
    chains = _Chains(max(edit.new[-1] for edit in edits) + 1)
    for rank, at in enumerate(order):  # no two share an old paragraph, so each one ends before the next begins
        edit = edits[at]
        chains.add(rank, edit.new[0], edit.new[-1], 1 + sum(len(text) for _, text in edit.words))
    return {order[rank] for rank in chains.heaviest()}


class _Chains:
    """The heaviest chain that ends with each of some stretches; those on end go forward in what they cover."""

    def __init__(self, size: int) -> None:
        """For stretches of places below `size`."""
        # The best of the chains that end below a place, as a tree of prefixes: weight, and the earlier one of equals.
        self._below = [(0, 1)] * (size + 1)
        self._before: list[int] = []
        self._best = (0, 1)

    def add(self, rank: int, first: int, last: int, weight: int) -> None:
        """Add the next stretch, from `first` to `last`; ranks are counted from 0."""
        found = (0, 1)
        at = first
        while at > 0:
            found = max(found, self._below[at])
            at -= at & -at
        self._before.append(-found[1])
        here = (found[0] + weight, -rank)
        self._best = max(self._best, here)
        at = last + 1
        while at < len(self._below):
            self._below[at] = max(self._below[at], here)
            at += at & -at

    def heaviest(self) -> Iterator[int]:
        """The ranks of the heaviest chain, the last one first."""
        rank = -self._best[1]
        while rank >= 0:
            yield rank
            rank = self._before[rank]
