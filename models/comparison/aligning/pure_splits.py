"""Pure splits and merges: neighbours whose words, read on, are those of one paragraph on the other side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate, chain, islice

from models.comparison.aligning.matching import Matching
from models.comparison.words.features import Profile

FIRST = 4
"""A paragraph of fewer words is no whole; by so many that begin it wholes are looked up."""


def pair_pure(matching: Matching) -> None:
    """Pair free paragraphs with the free neighbours that are them to the word, wherever and of whatever kind these are.

    As with equals, nothing else may be said so on either side.
    """
    olds, news = matching.free_old(), matching.free_new()
    if not olds or not news or len(olds) + len(news) < 3:
        return
    for whole, run in _runs(matching.old, olds, matching.new, news):
        _pair(matching, (whole,), run)
    for whole, run in _runs(matching.new, news, matching.old, olds):
        _pair(matching, run, (whole,))


def _pair(matching: Matching, olds: Sequence[int], news: Sequence[int]) -> None:
    if not any(matching.to_new[at] for at in olds) and not any(matching.to_old[at] for at in news):
        matching.pair(olds, news, same=True)


def _runs(
    wholes: Sequence[Profile], whole_at: Sequence[int], pieces: Sequence[Profile], piece_at: Sequence[int]
) -> list[tuple[int, tuple[int, ...]]]:
    """Each whole with the run of pieces that is it, where no other whole or run says the same."""
    keys = Counter([wholes[at].key for at in whole_at])
    # By the words that begin them and by length: of drafts full of one phrase too each is looked up, none tried.
    begun: defaultdict[tuple[str, ...], dict[int, dict[str, int]]] = defaultdict(dict)
    for at in whole_at:
        key = wholes[at].key
        if keys[key] == 1 and len(wholes[at].words) >= FIRST:
            begun[wholes[at].words[:FIRST]].setdefault(len(key), {})[key] = at
    said = [at for at in piece_at if not pieces[at].blank]
    fit = [bool(pieces[at].words) and pieces[at].key not in keys for at in said]
    all_said = " ".join([pieces[at].key for at in said])
    ends = [*accumulate([len(pieces[at].key) + 1 for at in said])]
    behind = {end: number for number, end in enumerate(ends, 1)}
    free = set(said)
    found: dict[int, tuple[int, ...]] = {}
    for start, (fits, begins) in enumerate(zip(fit, [0, *ends], strict=False)):
        if not fits:
            continue
        opening = pieces[said[start]].words[:FIRST]
        if len(opening) < FIRST:
            words = chain.from_iterable([pieces[at].words for at in said[start : start + FIRST]])
            opening = tuple(islice(words, FIRST))
        for size, known in begun.get(opening, {}).items():
            stop = behind.get(begins + size + 1, 0)
            if stop <= start + 1 or not known:
                continue
            key = all_said[begins : begins + size]
            if key not in known or not all(fit[start:stop]):
                continue
            run = tuple(said[start:stop])
            # Nothing but blanks stands between them.
            if all(at in free or pieces[at].blank for at in range(run[0], run[-1])):
                if known[key] in found:
                    del found[known.pop(key)]
                else:
                    found[known[key]] = run
    return [*found.items()]
