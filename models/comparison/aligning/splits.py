"""Splits and merges: one paragraph that became several, or several that became one, by containment."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import and_, or_

from models.comparison.aligning.gaps import Gap
from models.comparison.aligning.matching import Matching
from models.comparison.aligning.weights import Features, Weights
from models.comparison.words.features import Profile

CONTAINED = 0.55
"""So much of the weight of a piece must come from the whole."""
LOOSELY = 0.45
"""So many of its words at least, whatever they weigh."""
WHOLE = 0.5
"""So like the whole must all its pieces together be."""
GAIN = 0.06
"""So much liker the whole must the pieces together be than the likest piece alone."""
GROWN, COVERED = 0.3, 0.15
"""A piece beside a pair may have grown or be written anew: so much of it, or of what the others leave of the whole,
must be the same then; and it belongs there without any gain where it covers so much of the whole."""
SEAM = 2
"""So many words of its neighbour must go on where a piece ends that is known by its very words."""
PASSED = 2
"""So many new paragraphs may stand between the pieces of a split."""
ACROSS = 4
"""So many paragraphs that moved past them may stand between a whole and its pieces."""
LONGEST = 30
"""A run of pieces is looked for no further than so many paragraphs."""
DENSE = 4_096


def pair_splits_and_merges(matching: Matching, gap: Gap) -> None:
    """Find splits and merges among the free paragraphs of a gap, before any of them is paired one to one."""
    olds = [at for at in gap[0] if not matching.to_new[at] and not matching.old[at].blank]
    news = [at for at in gap[1] if not matching.to_old[at] and not matching.new[at].blank]
    if not olds or not news or len(olds) + len(news) < 3 or len(olds) * len(news) > DENSE:
        return
    splits = _runs(matching, matching.old, olds, matching.new, news)
    merges = _runs(matching, matching.new, news, matching.old, olds)
    found = [(-score, "split", whole, run) for whole, run, score in splits]
    found += [(-score, "merge", whole, run) for whole, run, score in merges]
    for _, kind, whole, run in sorted(found):
        old, new = ((whole,), run) if kind == "split" else (run, (whole,))
        free = not any(matching.to_new[at] for at in old) and not any(matching.to_old[at] for at in new)
        if free and all(_of_one_part(matching, i, j) for i in old for j in new):
            matching.pair(old, new)


def pair_across(matching: Matching, gaps: Sequence[Gap]) -> None:
    """Find splits and merges of what stands before an anchor on one side and behind it on the other: it is that which
    moved."""
    for (olds, news), (more_olds, more_news) in pairwise(gaps):
        if olds and more_news and _near(matching.to_new, olds[-1], more_news[0]):
            pair_splits_and_merges(matching, (olds, more_news))
        if news and more_olds and _near(matching.to_old, news[-1], more_olds[0]):
            pair_splits_and_merges(matching, (more_olds, news))


def _near(partners: Sequence[tuple[int, ...]], before: int, behind: int) -> bool:
    """Whether only a few stand between what is before an anchor on one side, and what is behind it on the other."""
    here = partners[before + 1] if before + 1 < len(partners) else ()
    return bool(here) and behind - here[0] <= ACROSS


def _runs(
    matching: Matching, wholes: Sequence[Profile], whole_at: list[int], pieces: Sequence[Profile], piece_at: list[int]
) -> list[tuple[int, tuple[int, ...], float]]:
    """Runs of neighbouring pieces that together are a whole: (whole, pieces, likeness)."""
    weights = matching.weights
    keys = {wholes[at].key for at in whole_at}
    found = []
    fit = {at for at in piece_at if pieces[at].key not in keys}
    if len(fit) < 2:
        return []
    for whole in whole_at:
        likest = -1.0
        run: list[int] = []
        # A piece alone is no split; most are, and nothing more has to be weighed. Nor is one looked at whose neighbours
        # are none: of each two every second tells it.
        may_hold = [False] * len(piece_at)
        for each in (range(1, len(piece_at), 2), range(0, len(piece_at), 2)):
            for number in each:
                if piece_at[number] in fit and (number % 2 or True in may_hold[max(number - 1, 0) : number + 2]):
                    may_hold[number] = _may_hold(weights, wholes[whole], pieces[piece_at[number]])
        if not any(map(and_, may_hold, may_hold[1:])):
            continue
        neighbours = map(or_, [False, *may_hold[:-1]], [*may_hold[1:], False])
        for at, may in [*zip(piece_at, map(and_, may_hold, neighbours), strict=True), (-1, False)]:
            held = may and _holds(weights, wholes[whole], pieces[at])
            if held and len(run) < LONGEST:
                run.append(at)
                continue
            matching.bounded |= held
            best = _best_run(weights, wholes[whole], pieces, run) if len(run) > 1 else None
            if best is not None and best[1] >= WHOLE:
                if likest < 0:
                    likest = max(weights.dice(wholes[whole], pieces[at], WHOLE - 2 * GAIN) for at in piece_at)
                if best[1] >= likest + GAIN:
                    found.append((whole, best[0], best[1]))
            run = []
    return found


def _holds(weights: Weights, whole: Profile, piece: Profile) -> bool:
    """Whether enough of the weight of a piece comes from the whole."""
    return weights.shared(piece, whole) >= CONTAINED * weights.mass_of(piece)


def _may_hold(weights: Weights, whole: Profile, piece: Profile) -> bool:
    """Whether a piece is smaller, and enough of its words come in their order in the whole.

    That is known much sooner than what they weigh.
    """
    if weights.mass_of(piece) >= weights.mass_of(whole):
        return False
    return weights.in_order(piece, whole, unknown=len(piece.words)) >= LOOSELY * len(piece.words)


def _best_run(
    weights: Weights, whole: Profile, pieces: Sequence[Profile], run: list[int]
) -> tuple[tuple[int, ...], float] | None:
    """The run without the pieces at its ends that bring nothing of the whole that is not in the others."""
    words = tuple([word for at in run for word in pieces[at].words])
    # A whole of as many words as a book is as like as that to none of its runs, and each is weighed against all of it.
    if (2 - WHOLE) * weights.mass_of_words(words) < WHOLE * weights.mass_of(whole):
        return None
    best, score = run, together(weights, whole, [pieces[at] for at in run])
    while len(best) > 1:
        ends = ((best[0], best[1:]), (best[-1], best[:-1]))
        gains = [score - together(weights, whole, [pieces[at] for at in part]) for _, part in ends]
        # What one of many pieces brings is little of the whole: that it is that piece's own is enough.
        idle = [
            (gain, part)
            for gain, (end, part) in zip(gains, ends, strict=True)
            if gain <= 0 or (gain < GAIN / 3 and not _brings(weights, whole, [pieces[at] for at in part], pieces[end]))
        ]
        if not idle:
            return tuple(best), score
        gain, best = min(idle)
        score -= gain
    return None


def together(weights: Weights, whole: Profile, pieces: Sequence[Profile]) -> float:
    """How like a whole its pieces are when read as one text: weighted Dice."""
    if len(pieces) == 1:
        return weights.dice(whole, pieces[0])
    words = tuple([word for piece in pieces for word in piece.words])
    total = weights.mass_of(whole) + weights.mass_of_words(words)
    return 2 * weights.mass(weights.of(whole).held_by(words)) / total if total else 0.0


def extend_pairs(matching: Matching) -> None:
    """Let free neighbours of a pair join it where they hold what the pair lost or gained."""
    _extend(matching, matching.old, matching.new, matching.to_new, matching.to_old, split=True)
    _extend(matching, matching.new, matching.old, matching.to_old, matching.to_new, split=False)


def _extend(
    matching: Matching,
    wholes: Sequence[Profile],
    pieces: Sequence[Profile],
    to_pieces: list[tuple[int, ...]],
    to_wholes: list[tuple[int, ...]],
    split: bool,
) -> None:
    weights = matching.weights
    # What a hand paired is paired so: nothing joins it, its partner of before least of all.
    by_hand = {ends[0 if split else 1] for ends in matching.bound}
    for at, partners in enumerate(to_wholes):
        if partners or pieces[at].blank or not pieces[at].words:
            continue
        offers: list[tuple[float, int, int]] = []
        for step in (-1, 1):
            neighbour = _neighbour(pieces, to_wholes, at, step)
            if neighbour is None or len(to_wholes[neighbour]) != 1:
                continue
            whole = to_wholes[neighbour][0]
            if whole in by_hand or len(to_pieces[whole]) >= LONGEST or _same(wholes[whole], pieces[neighbour]):
                continue
            if not _of_one_part(matching, *((whole, at) if split else (at, whole))):
                continue
            have = [pieces[i] for i in to_pieces[whole]]
            score = _joins(weights, wholes[whole], have, pieces[at], step)
            if score and len(have) == 1 and _is_no_piece(weights, wholes[whole], have[0]):
                # Two titles are a pair whatever they say, and no half of anything: they give way to what is alike.
                ends, held = ((i, j) if split else (j, i) for i, j in ((whole, at), (whole, to_pieces[whole][0])))
                if weights.dice(wholes[whole], pieces[at]) >= WHOLE and matching.may(*ends):
                    matching.part(*held)
                    matching.pair_two(*ends)
                    offers.clear()
                    break
                continue
            if score:
                offers.append((score, -step, whole))
        if offers:
            _, _, whole = max(offers)
            run = (*to_pieces[whole], at)
            matching.pair(*(((whole,), run) if split else (run, (whole,))))


def _is_no_piece(weights: Weights, whole: Profile, one: Profile) -> bool:
    """Whether a paragraph holds hardly a word of the one it is paired with."""
    return weights.shared(one, whole) < COVERED * min(weights.mass_of(one), weights.mass_of(whole))


def _same(one: Profile, two: Profile) -> bool:
    return one is two or one.key == two.key


def _neighbour(pieces: Sequence[Profile], to_wholes: Sequence[tuple[int, ...]], at: int, step: int) -> int | None:
    """The next paired paragraph on one side; blanks are passed over, and a few free ones (one was put in between)."""
    passed = 0
    at += step
    while 0 <= at < len(pieces) and passed <= PASSED:
        if to_wholes[at] and not pieces[at].blank:
            return at
        passed += not pieces[at].blank
        at += step
    return None


def _joins(weights: Weights, whole: Profile, have: Sequence[Profile], piece: Profile, step: int) -> float:
    """How well a piece fits what the others leave of the whole; 0 where it does not belong."""
    if _at_the_edge(whole.words, have, piece.words, step):
        return together(weights, whole, have) + GAIN
    left = max(len(whole.words) - sum([len(one.words) for one in have]), 0)
    if weights.in_order(piece, whole) < LOOSELY * min(len(piece.words), max(left, 1)):
        return 0.0
    shared = _brings(weights, whole, have, piece)
    if not shared:
        return 0.0
    before = together(weights, whole, have)
    order = [piece, *have] if step > 0 else [*have, piece]
    after = together(weights, whole, order)
    covers = shared >= COVERED * weights.mass_of(whole)
    return after if after >= before + (0.0 if covers else GAIN) else 0.0


def _brings(weights: Weights, whole: Profile, have: Sequence[Profile], piece: Profile) -> int:
    """How much a piece holds of what the others leave of the whole; 0 where it is too little of either."""
    others = [one.said for one in have]
    rest = Features.of(whole.said).without(others)
    shared = weights.mass(rest.held_by(piece.said))
    if not shared:
        return 0  # as of most, for nearly all of a whole is in its pair
    own = Features.of(piece.said).without(others)
    return shared if shared >= GROWN * min(weights.mass(own), weights.mass(rest)) else 0


def _at_the_edge(whole: tuple[str, ...], have: Sequence[Profile], piece: tuple[str, ...], step: int) -> bool:
    """Whether the whole begins with the very words of a piece and goes on like the next, or ends so.

    A short line that was joined to a long paragraph weighs too little to be known in any other way.
    """
    size = len(piece)
    if step > 0:
        beside = have[0].words[:SEAM]
        return whole[: size + SEAM] == piece + beside and beside != piece[:SEAM]
    beside = have[-1].words[-SEAM:]
    return whole[-size - SEAM :] == beside + piece and beside != piece[-SEAM:]


def _of_one_part(matching: Matching, old: int, new: int) -> bool:
    """Whether two paragraphs may be of one part of the text: not the last of the preamble and the first decision.

    Those stand side by side and are no halves of one. What goes on in small letters where a paragraph was cut is mere
    text, of whichever part.
    """
    return matching.one_part(old, new) or not (matching.in_body(old) and matching.in_body(new, new=True))
