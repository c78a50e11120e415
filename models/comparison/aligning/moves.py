"""Moves: what is left on both sides and alike, wherever it stands, if nothing else is as much alike."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Sequence

from models.comparison.aligning.gaps import by_rare_words
from models.comparison.aligning.matching import Matching
from models.comparison.aligning.openers import verb_of
from models.comparison.aligning.weights import tells
from models.comparison.words.features import Profile
from models.draft.dates import MONTH_NUMBERS

FAR, NEAR = 0.62, 0.40
"""Least likeness of a paragraph moved far, and of one that passed only a few others."""
NEARBY = 6
"""Passing so many paragraphs is near."""
MARGIN = 0.05
"""So much liker than the runner-up must the other end of a move be."""
SHORT, IN_ORDER = 12, 0.95
"""Paragraphs of so many words are alike also by their words in order, which count a little less."""
LOOSELY = 0.3
"""What shares fewer words in order is not weighed."""
SURE = 0.8
"""So alike, a pair needs no margin: among near-duplicates the likest is still the best guess."""
BETTER = 0.15
"""So much liker than a pair that kept the order must a sure move be to break it."""
MUCH_BETTER = 0.22
"""So much liker than a poor pair that it breaks must a move be that is not sure."""
LONE, LONE_WORDS = 0.45, 20
"""So alike is far enough for a paragraph of so many words, where nothing else is half as much alike."""
FEWEST_WORDS = 2
CITING = 20
"""What has no more words may do nothing but cite."""
_CITED = MONTH_NUMBERS.keys() | {
    "decision", "decisions", "statement", "statements", "president", "report", "reports", "document", "documents",
    "letter", "letters", "annex", "s", "res", "prst", "pv", "add", "rev", "corr", "sa", "résolution", "résolutions",
    "décision", "resolución", "resoluciones", "decisión", "su", "года", "свою", "от", "резолюцию", "резолюции",
}  # fmt: skip
"""What a citation of any document may hold beside its numbers."""
SMALL, ALL_SHORT = 1_024, 16_384
"""Up to so many pairs all are looked at; and up to so many of short paragraphs."""


def pair_moves(matching: Matching) -> None:
    """Pair free paragraphs that are alike and no longer in order."""
    _pair_equals(matching)
    pairs = _candidates(matching)
    if not pairs:
        return
    expected = _expected(matching)
    scored = []
    by_old: defaultdict[int, dict[str, float]] = defaultdict(dict)
    by_new: defaultdict[int, dict[str, float]] = defaultdict(dict)
    for i, j, same in _loosely_alike(matching, pairs):
        likeness = _likeness(matching, i, j, same, NEAR if _is_near(matching, expected, i, j) else FAR - MARGIN)
        if likeness >= NEAR and matching.may(i, j) and matching.may_move(i, likeness == 1):
            scored.append((likeness, i, j))
            # Paragraphs of the same words are no rivals of one another.
            by_old[i][matching.new[j].key] = by_new[j][matching.old[i].key] = likeness
    # The pair itself stands in both lists, so three tell whether there is another.
    most_old = {i: sorted(rivals.values())[-3:] for i, rivals in by_old.items()}
    most_new = {j: sorted(rivals.values())[-3:] for j, rivals in by_new.items()}
    for likeness, i, j in sorted(set(scored), key=lambda item: (-item[0], abs(expected[item[1]] - item[2]), item[1:])):
        near = _is_near(matching, expected, i, j)
        if (matching.to_new[i] or matching.to_old[j]) and not _breaks(matching, i, j, likeness, near):
            continue
        if likeness < (NEAR if near else FAR):
            continue
        others = [x for x in most_old[i] + most_new[j] if x > likeness - MARGIN]
        if likeness < SURE and len(others) > 2 and not near:
            continue
        matching.pair_two(i, j)
    _pair_lone(matching, pairs)


def _pair_lone(matching: Matching, pairs: list[tuple[int, int]]) -> None:
    """Pair long paragraphs that are left on both sides, of which nothing else is half as much like the other."""
    dice = matching.weights.dice
    alike: dict[tuple[int, int], float] = {}
    for i, j in pairs:
        if not (matching.to_new[i] or matching.to_old[j]) and matching.may(i, j):
            one, two = matching.old[i], matching.new[j]
            if len(one.words) >= LONE_WORDS <= len(two.words) and (likeness := dice(one, two, LONE)) >= LONE:
                alike[i, j] = likeness
    if not alike:
        return
    of_old: defaultdict[int, set[int]] = defaultdict(set)
    of_new: defaultdict[int, set[int]] = defaultdict(set)
    for i, j in pairs:
        of_old[i].add(j)
        of_new[j].add(i)
    for (i, j), likeness in sorted(alike.items(), key=lambda item: (-item[1], item[0])):
        rivals = [(i, new) for new in of_old[i] - {j}] + [(old, j) for old in of_new[j] - {i}]
        alone = all(dice(matching.old[old], matching.new[new], likeness / 2) < likeness / 2 for old, new in rivals)
        if alone and not (matching.to_new[i] or matching.to_old[j]):
            matching.pair_two(i, j)


def _breaks(matching: Matching, old: int, new: int, likeness: float, near: bool) -> bool:
    """Whether a move frees its ends from pairs that little but their place speaks for."""
    if likeness >= SURE:
        return matching.give_way(old, new, likeness - BETTER)
    return likeness >= (NEAR if near else FAR) and matching.give_way(old, new, 0.0, likeness - MUCH_BETTER)


def _is_near(matching: Matching, expected: list[int], old: int, new: int) -> bool:
    """Whether a paragraph passed a few others only, or is the one of its kind."""
    return abs(expected[old] - new) <= NEARBY or (matching.is_sole(old) and matching.is_sole(new, new=True))


def _candidates(matching: Matching) -> list[tuple[int, int]]:
    """Pairs that may be moves: of what is free, or has a partner where it stands that may give way."""
    gone = [at for at in matching.free_old() if matching.may_move(at, same=True)]
    come = [at for at in matching.free_new() if len(matching.new[at].words) >= FEWEST_WORDS]
    olds = sorted({*gone, *(i for i, _ in matching.weak | matching.poor if matching.may_move(i, same=True))})
    news = sorted({*come, *(j for _, j in matching.weak if len(matching.new[j].words) >= FEWEST_WORDS)})
    pairs = _among(matching, olds, news)
    long = [at for at in gone if not _is_short(matching.old[at])]
    pairs += _among(matching, long, sorted({j for _, j in matching.loose} - set(news)))
    if len(olds) * len(news) > SMALL:
        # What is short has no rare words.
        short = [i for i in gone if _is_short(matching.old[i])], [j for j in come if _is_short(matching.new[j])]
        if len(short[0]) * len(short[1]) <= ALL_SHORT:
            pairs += [(i, j) for i in short[0] for j in short[1]]
    return pairs


def _among(matching: Matching, olds: list[int], news: list[int]) -> list[tuple[int, int]]:
    if len(olds) * len(news) <= SMALL:
        return [(i, j) for i in olds for j in news]
    return by_rare_words(matching, olds, news)


def _is_short(profile: Profile) -> bool:
    return len(profile.words) <= SHORT


def _pair_equals(matching: Matching) -> None:
    """Pair free paragraphs of the same words, in the order in which they stand: no other could be more alike."""
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for j in matching.free_new():
        places[matching.new[j].key].append(j)
    once: set[str] | None = None
    for i in matching.free_old():
        same = places.get(matching.old[i].key)
        if not same:
            continue
        if len(matching.old[i].words) == 1 and once is None:
            once = _said_once(matching.old) & _said_once(matching.new)
        if (matching.may_move(i, same=True) or matching.old[i].key in (once or ())) and matching.pair_two(i, same[0]):
            same.popleft()


def _said_once(profiles: Sequence[Profile]) -> set[str]:
    """The words that are all that one paragraph says, and no other: "(d) Energy;" is known again anywhere."""
    short = [profile for profile in profiles if profile.length <= 2]  # which is known without taking them apart
    times = Counter(profile.key for profile in short if len(profile.words) == 1)
    return {word for word, often in times.items() if often == 1 and word.isalpha()}


def _loosely_alike(matching: Matching, pairs: list[tuple[int, int]]) -> list[tuple[int, int, int | None]]:
    """The pairs without most of those that `_likeness` finds to have too few words in order, told much sooner.

    With each, how many words come in the same order, where that is known by then.
    """
    by_old: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        by_old[i].append(j)
    return [
        (i, news[at], same)
        for i, news in by_old.items()
        for at, same in matching.weights.alike_in_order(matching.old[i], [matching.new[j] for j in news], LOOSELY)
    ]


def _likeness(matching: Matching, old: int, new: int, same: int | None, least: float) -> float:
    """How alike two paragraphs are; short ones of one kind by their words in order, if so they are more.

    What is below `least` may be 0: so far away it is no move and hinders none.
    """
    one, two = matching.old[old], matching.new[new]
    if _cite_others(one, two):
        return 0.0
    longer = max(len(one.words), len(two.words), 1)
    if same is None:
        same = matching.weights.in_order(one, two, unknown=longer)
    in_order = same / longer
    if in_order < LOOSELY:
        return 0.0
    likeness = matching.weights.dice(one, two, least)
    if _is_short(one) and matching.same_kind(old, new):
        # One word replaced in a line of five takes four of nine features with it.
        return max(likeness, IN_ORDER * in_order)
    return likeness


def _expected(matching: Matching) -> list[int]:
    """Where on the new side each old paragraph would stand by its paired neighbour before it."""
    found, last = [], -1
    for partners in matching.to_new:
        if partners:
            last = partners[0]
        found.append(last + 1)
    return found


def _cite_others(one: Profile, two: Profile) -> bool:
    """Whether two paragraphs have nothing in common but that both cite something, and less than half of its figures.

    "Recalling its resolution 58/217 of 23 December 2003" did not go where another resolution is recalled now.
    """
    if not len(one.words) <= CITING >= len(two.words):
        return False
    figures = [{word for word in side.words if word[0].isdecimal()} for side in (one, two)]
    if 2 * len(figures[0] & figures[1]) >= min(map(len, figures)):
        return False
    verbs = {word for side in (one, two) for word in verb_of(side).split()}
    common = {*one.words} & {*two.words} - figures[0] - verbs
    return not any(tells(word) and word not in _CITED for word in common)
