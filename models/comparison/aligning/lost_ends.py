"""What gave its end to a neighbour is known by its opening, and is no half of that neighbour.

"Urges States to act, and to report annually …" lost its second clause to the next paragraph, which holds most of its
words now. Where a new paragraph beside them says the opening that was left behind, that one is it.
"""

from __future__ import annotations

from rapidfuzz.distance import Prefix

from models.comparison.aligning.matching import Matching
from models.comparison.words.features import Profile

FEWEST = 4
"""So many words of an opening are the same at least."""
OPENING = 0.8
"""So large a share of the words of the free paragraph opens the other, in order from the first."""
HELD = 0.6
"""Where the neighbour holds so many of these words in order, the opening went there with the end."""


def pair_by_openings(matching: Matching) -> None:
    """Take the outer pieces of splits and merges out where a free neighbour says how they open."""
    _take_out(matching, split=False)
    _take_out(matching, split=True)


def _take_out(matching: Matching, split: bool) -> None:
    # The whole is the old one of a split, and the new one of a merge; free are paragraphs beside it.
    wholes, pieces = (matching.old, matching.new) if split else (matching.new, matching.old)
    parts = matching.to_new if split else matching.to_old
    for whole, run in enumerate(parts):
        if len(run) < 2:
            continue
        for piece, beside in ((run[0], whole - 1), (run[-1], whole + 1)):
            left = tuple(at for at in run if at != piece)
            old, new = (beside, piece) if split else (piece, beside)
            if not 0 <= beside < len(parts) or parts[beside] or not matching.same_kind(old, new):
                continue
            if not matching.may(old, new) or ((whole, piece) if split else (piece, whole)) in matching.bound:
                continue
            if _opens(wholes[beside], pieces[piece]) and not _holds(matching, wholes[whole], wholes[beside]):
                matching.pair(*(((whole,), left) if split else (left, (whole,))))
                matching.pair_two(old, new)
                break


def _opens(one: Profile, other: Profile) -> bool:
    """Whether a paragraph says how another one opens, and hardly more."""
    same = Prefix.similarity(one.words, other.words)
    return same >= FEWEST and same >= OPENING * len(one.words)


def _holds(matching: Matching, whole: Profile, opening: Profile) -> bool:
    return matching.weights.in_order(opening, whole) >= HELD * len(opening.words)
