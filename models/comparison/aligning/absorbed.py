"""What went into a paragraph that is not its neighbour, and what came out of one: merged and split, and moved as well.

Only where what a paragraph gained, or lost, is nearly the whole of another that is gone, or new, word for word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import LCSseq, Postfix, Prefix

from models.comparison.aligning.gaps import by_rare_words
from models.comparison.aligning.matching import Matching
from models.comparison.aligning.weights import Weights
from models.comparison.words.features import Profile

FEWEST, SHORT = 5, 8
"""So many words a paragraph has at least to be known again in another; of fewer than SHORT all are there."""
ORDERED, SAID = 0.8, 0.7
"""So large a share of its words, in order, and of what its features weigh is what the other one gained or lost."""
FILLED = 0.6
"""So large a share of what the other one gained or lost is of that paragraph."""
ACROSS = 0.95
"""And of those of the preamble to be known again in the operative part, or the other way."""
SMALL = 4_096
"""Up to so many pairs all are looked at."""
MOST = 8
"""A paragraph of so many parts gets no more."""


def pair_absorbed(matching: Matching) -> None:
    """Let free paragraphs join a pair elsewhere that gained, or lost, their words."""
    for split in (False, True):
        _join(matching, split)


def _join(matching: Matching, split: bool) -> None:
    alone = _long(matching.free_new(), matching.new) if split else _long(matching.free_old(), matching.old)
    if not alone:
        return
    # The whole is the old one of a split, and the new one of a merge.
    wholes, pieces = (matching.old, matching.new) if split else (matching.new, matching.old)
    parts = matching.to_new if split else matching.to_old
    # What a hand paired is paired so, as in `extend_pairs`.
    by_hand = {ends[not split] for ends in matching.bound}
    others = [at for at, here in enumerate(parts) if here and at not in by_hand and wholes[at] is not pieces[here[0]]]
    grown = [at for at in others if _longer(wholes[at], [pieces[i] for i in parts[at]])]
    if not grown:
        return
    found = []
    rests: dict[int, tuple[str, ...]] = {}
    in_order = matching.weights.in_order
    for piece, whole in _candidates(matching, alone, grown, split):
        # Known soonest, and for most pairs that is all.
        if in_order(pieces[piece], wholes[whole]) < ORDERED * len(pieces[piece].words):
            continue
        old, new = (whole, piece) if split else (piece, whole)
        if len(parts[whole]) < MOST and _of_one_text(matching, old, new) and matching.may(old, new):
            if whole not in rests:
                rests[whole] = _rest(matching.weights, wholes[whole], [pieces[i] for i in parts[whole]])
            share = _share(matching.weights, pieces[piece], rests[whole])
            if share and (share >= ACROSS or matching.one_part(old, new)):
                found.append((-share, piece, whole))
    taken: set[int] = set()
    for _, piece, whole in sorted(found):
        here = parts[whole]
        back = matching.to_old if split else matching.to_new
        if whole in taken or back[piece]:
            continue
        if any(len(back[other]) > 1 for other in here) and not _let_go(matching, piece, whole, split):
            continue
        taken.add(whole)
        run = (*here, piece)
        matching.pair(*(((whole,), run) if split else (run, (whole,))))
        matching.joined[split].add(piece)


def _let_go(matching: Matching, piece: int, whole: int, split: bool) -> bool:
    """Whether the one part of a paragraph gives up what else it is paired with, for a piece that says more than that.

    A paragraph that was split while one of its pieces took another in whole is no group of one to several: told is
    where most of the words went.
    """
    parts, back = (matching.to_new, matching.to_old) if split else (matching.to_old, matching.to_new)
    pieces, others = (matching.new, matching.old) if split else (matching.old, matching.new)
    (part, *more), held = parts[whole], [at for at in back[parts[whole][0]] if at != whole]
    ends = {(at, part) if split else (part, at) for at in held}
    mass_of = matching.weights.mass_of
    if more or not matching.bound.isdisjoint(ends):
        return False
    if mass_of(pieces[piece]) <= sum([mass_of(others[at]) for at in held]):
        return False
    back[part] = (whole,)
    for at in held:
        parts[at] = ()
        matching.joined[not split].discard(at)
    return True


def _long(places: Sequence[int], profiles: Sequence[Profile]) -> list[int]:
    return [at for at in places if profiles[at].length >= FEWEST]


def _longer(whole: Profile, parts: Sequence[Profile]) -> bool:
    """Whether a paragraph has so many words more than its parts that another may have come into it."""
    return whole.length - sum([part.length for part in parts]) >= FEWEST - 1


def _candidates(matching: Matching, alone: list[int], grown: list[int], split: bool) -> Iterable[tuple[int, int]]:
    if len(alone) * len(grown) <= SMALL:
        return [(piece, whole) for piece in alone for whole in grown]
    pairs = by_rare_words(matching, grown, alone) if split else by_rare_words(matching, alone, grown)
    return [(new, old) for old, new in pairs] if split else pairs


def _of_one_text(matching: Matching, old: int, new: int) -> bool:
    """Whether both are paragraphs of the body, or of one kind."""
    return matching.same_kind(old, new) or (matching.in_body(old) and matching.in_body(new, new=True))


def _rest(weights: Weights, whole: Profile, parts: Sequence[Profile]) -> tuple[str, ...]:
    """The words of a paragraph that none of its parts has, in order."""
    words = tuple([word for part in parts for word in part.words])
    start = Prefix.similarity(whole.words, words)
    end = min(Postfix.similarity(whole.words, words), min(len(whole.words), len(words)) - start)
    middle = whole.words[start : len(whole.words) - end]
    there = words[start : len(words) - end]
    if not there or not weights.affords(len(middle) * len(there)):
        return middle
    left: list[str] = []
    for op in LCSseq.opcodes(middle, there):
        if op.tag == "delete":
            left += middle[op.src_start : op.src_end]
    return tuple(left)


def _share(weights: Weights, piece: Profile, rest: tuple[str, ...]) -> float:
    """How large a share of a paragraph's words stand in this rest in order; 0 where it is too little of either."""
    if len(piece.words) < FEWEST or not weights.affords(len(piece.words) * len(rest)):
        return 0.0
    same = LCSseq.similarity(piece.words, rest)
    short = len(piece.words) < SHORT
    if same < (1.0 if short else ORDERED) * len(piece.words) or same < (ORDERED if short else FILLED) * len(rest):
        return 0.0
    own = weights.of(piece)
    if weights.mass(own.held_by(rest)) < SAID * weights.mass(own):
        return 0.0
    return same / len(piece.words)
