"""The alignment of two drafts: anchors, then gaps in order, splits and merges before and after, then moves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from models.comparison.aligning.absorbed import pair_absorbed
from models.comparison.aligning.anchors import anchor
from models.comparison.aligning.contained import pair_contained, pair_grown
from models.comparison.aligning.gaps import gaps, pair_blanks, pair_by_place, pair_in_order
from models.comparison.aligning.headings import pair_headings, pair_titles, part_annexes
from models.comparison.aligning.lost_ends import pair_by_openings
from models.comparison.aligning.matching import Matching
from models.comparison.aligning.moves import pair_moves
from models.comparison.aligning.openers import pair_chapeaux, pair_openers
from models.comparison.aligning.pure_splits import pair_pure
from models.comparison.aligning.splits import extend_pairs, pair_across, pair_splits_and_merges, together
from models.comparison.aligning.uncrossed import uncross
from models.comparison.change import Pair
from models.comparison.words.chain import heaviest_chain
from models.comparison.words.features import Profile

EARLY, LATE = 0.35, 0.15
"""A suggested pair is taken first where it is so much alike, and at least so much where nothing better was found."""


def align(
    old: Sequence[Profile],
    new: Sequence[Profile],
    pairs: Sequence[Pair] = (),
    progress: Callable[[float], None] | None = None,
    kinds: tuple[Sequence[str], Sequence[str]] | None = None,
    given: Sequence[Pair] = (),
    whole: bool = False,
    apart: Collection[tuple[int, int]] = (),
    rooms: tuple[Sequence[str], Sequence[str]] | None = None,
) -> Matching:
    """Which paragraphs belong together; `progress` is told a share of the work from 0 to 1 and may raise.

    What is `apart` is never paired (-1 for any paragraph), binding pairs excepted. Where their words leave a choice,
    paragraphs of the same of the `kinds` are preferred, and those of different `rooms` ("": none is known) are no pair.
    What is `given` belongs together. Where all stay `whole` nothing is split or merged.
    """
    tell = progress or (lambda share: None)
    matching = Matching(old, new, kinds)
    bind(matching, [pair for pair in pairs if pair.binding])
    matching.apart, matching.rooms = frozenset(apart), rooms
    matching.bound = frozenset((pair.old, pair.new) for pair in pairs if pair.binding)
    _suggest(matching, given, 0.0)
    spine = anchor(matching)
    if not whole:
        pair_pure(matching)
    hints = [pair for pair in pairs if not pair.binding]
    _suggest(matching, hints, EARLY, whole)
    spine = _spine(matching, spine)
    tell(0.3)
    between = gaps(matching, spine)
    for number, gap in enumerate(between):
        if gap[0] and gap[1]:
            if not whole:
                pair_splits_and_merges(matching, gap)
            pair_in_order(matching, gap)
        if number % 64 == 0:
            tell(0.3 + 0.4 * number / len(between))
    if not whole:
        pair_across(matching, between)
        extend_pairs(matching)
    tell(0.8)
    _suggest(matching, hints, LATE, whole)
    pair_moves(matching)
    if not whole:
        extend_pairs(matching)
    pair_by_place(matching)
    pair_chapeaux(matching)
    uncross(matching)
    if not whole:
        pair_contained(matching)
        pair_openers(matching)
        pair_absorbed(matching)
        pair_grown(matching)
        pair_by_openings(matching)
    pair_headings(matching)
    pair_titles(matching)
    pair_blanks(matching)
    part_annexes(matching)
    matching.bounded |= matching.out_of_work
    tell(1.0)
    return matching


def bind(matching: Matching, pairs: Sequence[Pair]) -> None:
    """Obey the pairs given by hand; pairs that share a paragraph make a split or a merge.

    A pair between two paragraphs that both have another partner would make a group of many to many, which no change
    can tell. Such pairs are dropped, the least alike first, then those farthest from their place, until none is left:
    each paragraph keeps a partner. Which act came last is settled before, where the lineage is read.
    """
    ends = sorted({(p.old, p.new) for p in pairs if 0 <= p.old < len(matching.old) and 0 <= p.new < len(matching.new)})
    to_new: dict[int, list[int]] = {}
    to_old: dict[int, list[int]] = {}
    for i, j in ends:
        to_new.setdefault(i, []).append(j)
        to_old.setdefault(j, []).append(i)
    between = [(i, j) for i, j in ends if len(to_new[i]) > 1 and len(to_old[j]) > 1]
    between.sort(key=lambda p: (matching.weights.dice(matching.old[p[0]], matching.new[p[1]]), -abs(p[0] - p[1])))
    for i, j in between:
        if len(to_new[i]) > 1 and len(to_old[j]) > 1:
            to_new[i].remove(j)
            to_old[j].remove(i)
    for i, news in to_new.items():
        if not matching.to_new[i]:
            matching.pair(to_old[news[0]] if len(news) == 1 else (i,), news)


def _spine(matching: Matching, spine: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spine with bound pairs that keep the order."""
    known, to_old = dict(spine), matching.to_old
    held = [
        (i, news[0], matching.old[i].length / 2)
        for i, news in enumerate(matching.to_new)
        if len(news) == 1 and known.get(i) != news[0] and len(to_old[news[0]]) == 1
    ]
    return heaviest_chain([(i, j, matching.old[i].length + 1.0) for i, j in spine] + held) if held else spine


def _suggest(matching: Matching, pairs: Sequence[Pair], least: float, whole: bool = False) -> None:
    """Take suggested pairs of which nothing is taken yet, if they are so much alike at the `least`.

    Those of one paragraph with several are a split or a merger, where all of these together are liker than any alone.
    """
    sizes = len(matching.old), len(matching.new)
    inside = [(pair.old, pair.new) for pair in pairs if 0 <= pair.old < sizes[0] and 0 <= pair.new < sizes[1]]
    to_new: dict[int, list[int]] = {}
    to_old: dict[int, list[int]] = {}
    for i, j in inside:
        to_new.setdefault(i, []).append(j)
        to_old.setdefault(j, []).append(i)
    for i, j in inside:
        olds, news = to_old[j], to_new[i]
        if not whole and (len(olds) > 1) != (len(news) > 1):
            _suggest_several(matching, olds if len(news) == 1 else [i], news if len(olds) == 1 else [j], least)
        free = not (matching.to_new[i] or matching.to_old[j])
        if free and matching.weights.dice(matching.old[i], matching.new[j]) >= least:
            matching.pair_two(i, j)


def _suggest_several(matching: Matching, olds: Sequence[int], news: Sequence[int], least: float) -> None:
    if any(matching.to_new[i] for i in olds) or any(matching.to_old[j] for j in news):
        return
    weights, ones, others = matching.weights, [matching.old[i] for i in olds], [matching.new[j] for j in news]
    one, parts = (ones[0], others) if len(ones) == 1 else (others[0], ones)
    likeness = together(weights, one, parts)
    if likeness >= least and likeness > max(weights.dice(one, part) for part in parts):
        matching.pair(olds, news)
