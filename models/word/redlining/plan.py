"""From a comparison to a plan for one Word tree: what stays in its place, what goes, what comes, what moves."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from models.comparison.change import Change, Comparison, Words
from models.comparison.words import readable, word_diff

Cell = tuple[int, int, int]
Fits = Callable[[Cell | None, Cell | None], bool]


@dataclass(frozen=True, slots=True)
class Edit:
    """Old paragraphs that become new ones where they stand; both are runs of neighbours, neither is empty."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    words: Words

    def mark_of(self, at: int) -> int:
        """The old paragraph whose mark a new one most likely gets, by its place among them: the last gets the last."""
        return self.old[-1] if at == len(self.new) - 1 else self.old[min(at, len(self.old) - 1)]


@dataclass
class Plan:
    """Every old paragraph stands in one edit, in `deleted` or in `moved`; every new one in an edit, added or moved."""

    edits: list[Edit] = field(default_factory=list)
    deleted: list[int] = field(default_factory=list)
    inserted: list[int] = field(default_factory=list)
    moved: list[Edit] = field(default_factory=list)


def plan(comparison: Comparison, neighbours: Sequence[bool], readable_words: bool) -> Plan:
    """The plan for a comparison; `neighbours[i]` says whether old paragraph i is followed at once by i + 1 in the tree.

    Splits and merges of paragraphs that are no neighbours become an edit of the likest pair beside insertions and
    deletions, and so do moves of several paragraphs at once.
    """
    made = Plan()
    still: list[Edit] = []
    for change in comparison.changes:
        if not change.old or not change.new:
            made.deleted += change.old
            made.inserted += change.new
            continue
        edit = Edit(change.old, change.new, readable(change.words) if readable_words else change.words)
        if change.moved or not _in_one_piece(edit, neighbours):
            edit = _likest(comparison, change, made, readable_words)
        (made.moved if change.moved else still).append(edit)
    kept = _in_order(still)
    made.edits = [edit for edit in still if edit in kept]
    for edit in still:
        if edit not in kept:
            made.moved.append(
                edit if len(edit.old) == len(edit.new) == 1 else _pair(comparison, edit, made, readable_words)
            )
    for one in (made.deleted, made.inserted):
        one.sort()
    return made


def pair_within(
    made: Plan, comparison: Comparison, holders: Sequence[object], fits: Fits, readable_words: bool
) -> None:
    """Pair deleted with inserted paragraphs where a cell, text box or text would be left without any.

    `holders[i]` is what old paragraph i stands in. Its paragraph cannot go, so the new one takes its place there where
    the cells of the two fit.
    """
    gone = set(made.deleted)
    kept = {holder for at, holder in enumerate(holders) if at not in gone}
    edits = sorted(made.edits, key=lambda edit: edit.old)
    olds, news = [edit.old[0] for edit in edits], [edit.new[0] for edit in edits]
    filled: set[object] = set()
    for at in list(made.deleted):
        if holders[at] in kept or holders[at] in filled:
            continue
        cell = comparison.old.paragraphs[at].cell
        for new in made.inserted:
            other = comparison.new.paragraphs[new].cell
            if bisect(olds, at) == bisect(news, new) and fits(cell, other):
                words = word_diff(comparison.old.paragraphs[at].text, comparison.new.paragraphs[new].text)
                made.edits.append(Edit((at,), (new,), readable(words) if readable_words else words))
                insort(olds, at)
                insort(news, new)
                made.deleted.remove(at)
                made.inserted.remove(new)
                filled.add(holders[at])
                break


def _in_one_piece(edit: Edit, neighbours: Sequence[bool]) -> bool:
    olds = all(b == a + 1 and neighbours[a] for a, b in pairwise(edit.old))
    return olds and all(b == a + 1 for a, b in pairwise(edit.new))


def _likest(comparison: Comparison, change: Change, made: Plan, readable_words: bool) -> Edit:
    if len(change.old) == len(change.new) == 1:
        return Edit(change.old, change.new, readable(change.words) if readable_words else change.words)
    return _pair(comparison, Edit(change.old, change.new, change.words), made, readable_words)


def _pair(comparison: Comparison, edit: Edit, made: Plan, readable_words: bool) -> Edit:
    """The pair of a group that shares most words; the rest goes to the deleted and the inserted."""
    found: tuple[int, int, int, Words] | None = None
    for old in edit.old:
        for new in edit.new:
            words = word_diff(comparison.old.paragraphs[old].text, comparison.new.paragraphs[new].text)
            shared = sum(len(text) for op, text in words if op == "equal")
            if found is None or shared > found[0]:
                found = (shared, old, new, words)
    assert found is not None
    _, old, new, words = found
    made.deleted += [one for one in edit.old if one != old]
    made.inserted += [one for one in edit.new if one != new]
    return Edit((old,), (new,), readable(words) if readable_words else words)


def _in_order(edits: Sequence[Edit]) -> set[Edit]:
    """The edits of the heaviest chain that runs forward on both sides: the others have moved."""
    order = sorted(edits, key=lambda edit: edit.old)
    if all(a.new[-1] < b.new[0] and a.old[-1] < b.old[0] for a, b in pairwise(order)):
        return set(order)
    best: list[tuple[int, int]] = []  # weight, index before
    for at, edit in enumerate(order):
        weight, before = 0, -1
        for earlier in range(at):
            one = order[earlier]
            if one.new[-1] < edit.new[0] and one.old[-1] < edit.old[0] and best[earlier][0] > weight:
                weight, before = best[earlier][0], earlier
        best.append((weight + 1 + sum(len(text) for _, text in edit.words), before))
    at = max(range(len(order)), key=lambda index: best[index][0])
    kept = set()
    while at >= 0:
        kept.add(order[at])
        at = best[at][1]
    return kept
