"""What lies between anchors: the best pairing that keeps the order, by the rare words paragraphs share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from rapidfuzz.distance import Indel, LCSseq, Prefix

from models.comparison.aligning.matching import Matching
from models.comparison.aligning.openers import verb_of
from models.comparison.aligning.stock_phrases import share_a_stock_phrase
from models.comparison.aligning.weights import Feature
from models.comparison.words.chain import heaviest_chain
from models.comparison.words.features import Profile, words_of
from models.comparison.words.subsequence import CELLS, encoded
from models.draft.brackets import CLOSING, OPENING

LEAST = 0.22
"""Least similarity of two paragraphs that keep their order between the same anchors."""
SAME_KIND = 0.02
"""So much liker are two paragraphs of one kind."""
OTHERWISE = 0.36
"""And of two that are of different levels and open with other verbs: an item and a paragraph about the same thing; or
one of the preamble and one that is not, which would have moved."""
STEM = 3
"""So many letters at least have two forms of one verb in common."""
TAKEN_OFF = 0.2
"""Taken off each likeness, so that two poor pairs weigh no more than a good one."""
WEAK, POOR, LOOSE = 0.3, 0.42, 0.9
"""A pair less alike than WEAK gives way to a sure move, one less than LOOSE to a paragraph gone that is much liker, and
one less than POOR to any that is."""
DENSE = 4_096
"""Up to so many pairs in a gap all are compared; above, only pairs that share rare words."""
RAREST, POSTINGS = 16, 48
"""So many features of a paragraph are looked up, the rarest first, none that more paragraphs hold."""
CANDIDATES = 6
"""So many candidates are compared for a paragraph of a large gap."""
SHORT, LETTERS = 12, 0.6
"""Paragraphs of so many words at most are paired at their place if so large a share of their letters is the same, or
if one holds all words of the other."""
IN_ORDER, ALONE = 0.4, 0.3
"""So large a share of the longer one's words, in order, are the same in two paragraphs at one place; and in the only
two that are left there. The opening that both share says nothing."""
FEWEST = 3
"""So many words has a paragraph at the least that is there whole, in order, in the only one left at its place."""
SAYS = 0.1
"""So alike they are by weight too: boilerplate in common says nothing."""
FEW = 400
"""Up to so many pairs at one place are compared word by word."""
PLAIN = 0.7
"""Two paragraphs of a gap that share so many words in order need no weighing."""
BAND = 2
"""So many places to each side of its own is a paragraph of a large gap compared, whatever it shares."""
EQUALS = 400_000_000
"""Above so many pairs of equal paragraphs in one gap they are paired in order of occurrence."""

Gap = tuple[list[int], list[int]]


def gaps(matching: Matching, spine: Sequence[tuple[int, int]]) -> list[Gap]:
    """Free old and new positions between each two pairs of the spine, where both or one side has some."""
    found: list[Gap] = []
    last_old, last_new = 0, 0
    for i, j in [*spine, (len(matching.old), len(matching.new))]:
        if last_old < i or last_new < j:
            olds = [at for at in range(last_old, i) if not matching.to_new[at]]
            news = [at for at in range(last_new, j) if not matching.to_old[at]]
            if olds or news:
                found.append((olds, news))
        last_old, last_new = i + 1, j + 1
    return found


def pair_in_order(matching: Matching, gap: Gap) -> None:
    """Pair the free paragraphs of a gap that best keep their order."""
    for part in _parts(matching, gap):
        _pair_part(matching, part)


def _parts(matching: Matching, gap: Gap) -> list[Gap]:
    """A large gap cut at equal paragraphs first; a small one as it is."""
    olds, news = gap
    if len(olds) * len(news) <= DENSE:
        return [gap]
    codes: dict[str, str] = {}
    sides = [
        "".join([codes.setdefault(profiles[at].key, chr(0x100 + len(codes))) for at in places])
        for profiles, places in ((matching.old, olds), (matching.new, news))
    ]
    if len(olds) * len(news) > EQUALS:
        matching.bounded = True
        return [gap]
    spine = []
    for op in LCSseq.opcodes(sides[0], sides[1]):
        if op.tag == "equal":
            for step in range(op.src_end - op.src_start):
                i, j = olds[op.src_start + step], news[op.dest_start + step]
                if not matching.old[i].blank and matching.pair_two(i, j):
                    spine.append((i, j))
    if not spine:
        return [gap]
    return _between(olds, news, spine)


def _pair_part(matching: Matching, gap: Gap, depth: int = 0) -> None:
    olds = [at for at in gap[0] if not matching.to_new[at] and not matching.old[at].blank]
    news = [at for at in gap[1] if not matching.to_old[at] and not matching.new[at].blank]
    dense = len(olds) * len(news) <= DENSE
    pairs: Iterable[tuple[int, int]]
    if dense:
        pairs = [(i, j) for i in olds for j in news]
    else:
        matching.bounded = True
        pairs = sorted({*by_rare_words(matching, olds, news), *_diagonal(olds, news)})
    scored: dict[tuple[int, int], float] = {}
    for i, j in pairs:
        likeness = _likeness(matching, i, j)
        if matching.same_kind(i, j):
            likeness += SAME_KIND
        elif LEAST <= likeness < OTHERWISE and _is_otherwise(matching, i, j):
            continue
        if likeness >= LEAST and matching.may(i, j):
            scored[i, j] = likeness - TAKEN_OFF
    pairs_in_order = _best_in_order(matching, scored)
    for i, j in pairs_in_order:
        matching.pair_two(i, j)
        if scored[i, j] < WEAK - TAKEN_OFF:
            matching.weak.add((i, j))
        if scored[i, j] < LOOSE - TAKEN_OFF and len(matching.new[j].words) > SHORT:
            matching.loose.add((i, j))
            if scored[i, j] < POOR - TAKEN_OFF:
                matching.poor.add((i, j))
    if not dense and pairs_in_order and depth < 3:
        for part in _between(olds, news, pairs_in_order):
            _pair_part(matching, part, depth + 1)


def _best_in_order(matching: Matching, scored: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs that best keep the order, without those that share a stock phrase alone."""
    while True:
        chain = heaviest_chain([(i, j, weight) for (i, j), weight in scored.items()])
        poor = [(pair, scored[pair] < WEAK - TAKEN_OFF) for pair in chain if scored[pair] < POOR - TAKEN_OFF]
        apart = [pair for pair, weak in poor if share_a_stock_phrase(matching, *pair, weak=weak)]
        if not apart:
            return chain
        matching.apart |= frozenset(apart)
        for pair in apart:
            del scored[pair]


def _is_otherwise(matching: Matching, old: int, new: int) -> bool:
    """Whether two paragraphs are of different levels and open with other verbs, or one alone is of the preamble and
    they do so whatever the form: "Recalling" and "Recalls" are one."""
    verbs = verb_of(matching.old[old]), verb_of(matching.new[new])
    if not matching.same_level(old, new):
        return verbs[0] != verbs[1]
    return not (matching.one_part(old, new) or _one_in_form(*verbs))


def _one_in_form(one: str, two: str) -> bool:
    """Whether two verbs begin with the same letters, at least half of those of the shorter one: "taking", "takes"."""
    same = Prefix.similarity(one, two)
    return same >= STEM and 2 * same >= min(len(one.split(" ")[0]), len(two.split(" ")[0]))


def _likeness(matching: Matching, old: int, new: int) -> float:
    """How alike two paragraphs of a gap are: by words in order where that says enough, else by weight."""
    one, two, weights = matching.old[old], matching.new[new], matching.weights
    in_order = weights.in_order(one, two) / max(len(one.words), len(two.words), 1)
    return in_order if in_order >= PLAIN else weights.dice(one, two, LEAST - 2 * SAME_KIND)


def _diagonal(olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs at about the same share of the way through a large gap: where nothing rare is shared, place must do."""
    found = []
    for number, i in enumerate(olds):
        middle = number * len(news) // len(olds)
        found += [(i, news[at]) for at in range(max(0, middle - BAND), min(len(news), middle + BAND + 1))]
    return found


def _between(olds: Sequence[int], news: Sequence[int], kept: Sequence[tuple[int, int]]) -> list[Gap]:
    """The parts of a gap before, between and after pairs that keep the order, where both sides have some."""
    parts = []
    rest_old, rest_new = iter([*olds, -1]), iter([*news, -1])
    for i, j in [*kept, (-1, -1)]:
        part = list(iter(rest_old.__next__, i)), list(iter(rest_new.__next__, j))
        if part[0] and part[1]:
            parts.append(part)
    return parts


def by_rare_words(matching: Matching, olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    """For each old position the new ones that share most of its rarest features, at most CANDIDATES.

    Near-duplicates share nearly everything; which of them it is shows in the few words that only one or two have.
    """
    weights = matching.weights
    asked = set(chain.from_iterable([_features(matching.old[i]) for i in olds]))
    holders: defaultdict[Feature, list[int]] = defaultdict(list)
    for j in news:
        for feature in asked.intersection(_features(matching.new[j])):
            holders[feature].append(j)
    few = {feature: len(places) for feature, places in holders.items() if len(places) <= POSTINGS}
    found = []
    for i in olds:
        # In the order of the text, not of a set: among equally rare ones the first are taken.
        held = dict.fromkeys(filter(few.__contains__, _features(matching.old[i])))
        shared: defaultdict[int, int] = defaultdict(int)
        # Sorted, not by heapq: of so few that is several times as fast.
        for feature in sorted(held, key=few.__getitem__)[:RAREST]:
            says = weights.weight(feature)
            for j in holders[feature]:
                shared[j] += says
        best = sorted([(-says, j) for j, says in shared.items()])
        found += [(i, j) for _, j in best[:CANDIDATES]]
    return found


def _features(profile: Profile) -> Iterator[Feature]:
    """The words of a paragraph and its pairs of neighbouring words, in order."""
    return chain(profile.words, pairwise(profile.words))


def pair_by_place(matching: Matching) -> None:
    """Pair what is left at one place, by the pairs as they are now: by weight, then by its order of words and letters.

    A move shows that other paragraphs stand side by side; and there rare words need not decide. So "Two" and "Two1",
    "Nested" and "Nexted" belong together, and a clause of which every other word was replaced.
    """
    if not matching.free_old() or not matching.free_new():
        return
    for olds, news in gaps(matching, _spine(matching)):
        olds = [at for at in olds if not matching.old[at].blank]
        news = [at for at in news if not matching.new[at].blank]
        if olds and news:
            pair_in_order(matching, (olds, news))
            for part in _between(olds, news, [(i, matching.to_new[i][0]) for i in olds if matching.to_new[i]]):
                if len(part[0]) * len(part[1]) <= FEW:
                    _pair_here(matching, part)


def _pair_here(matching: Matching, gap: Gap) -> None:
    olds, news = gap
    least = ALONE if len(olds) == len(news) == 1 else IN_ORDER
    scored = []
    for i in olds:
        for j in news:
            if matching.same_kind(i, j) and matching.may(i, j):
                likeness = _alike_here(matching, i, j, least)
                if likeness:
                    scored.append((i, j, likeness))
    for i, j in heaviest_chain(scored):
        matching.pair_two(i, j)


def _alike_here(matching: Matching, old: int, new: int, least: float) -> float:
    """How alike two paragraphs at one place are by their words in order, short ones by letters too; 0 if too little."""
    one, two = matching.old[old], matching.new[new]
    if not matching.weights.affords(len(one.words) * len(two.words)):
        return 0.0
    if least == ALONE and _emptied(one.text, two.text):
        return IN_ORDER
    opening = next((at for at, (a, b) in enumerate(zip(one.words, two.words, strict=False)) if a != b), 0)
    fewest = min(len(one.words), len(two.words))
    if least == ALONE and opening and fewest >= FEWEST and matching.weights.in_order(one, two) == fewest:
        return 1.0
    likeness = LCSseq.normalized_similarity(*encoded(one.words[opening:], two.words[opening:]))
    if likeness >= least and matching.weights.dice(one, two, SAYS) >= SAYS:
        return likeness
    if len(one.words) <= SHORT and len(two.words) <= SHORT:
        if len(one.key) * len(two.key) > CELLS:
            matching.bounded = True
            return 0.0
        letters = Indel.normalized_similarity(one.key, two.key)
        words = set(one.words), set(two.words)
        if letters >= LETTERS or (words[0] and words[1] and (words[0] <= words[1] or words[1] <= words[0])):
            return letters
    return 0.0


def _emptied(*texts: str) -> bool:
    """Whether two texts stand in brackets, and one of them says nothing: "[Invites donors to give;]", and "[...]"."""
    bare = [text.strip(_AROUND_BRACKETS) for text in texts]
    return all(bare) and all(map(_in_brackets, bare)) and not all(words_of(text) for text in bare)


def _in_brackets(text: str) -> bool:
    """Whether one pair of brackets holds all of a text."""
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign in OPENING) - (sign in CLOSING)
        if depth <= 0:
            return at > 0 and at == len(text) - 1
    return False


_AROUND_BRACKETS = " \u00a0,;."


def _spine(matching: Matching) -> list[tuple[int, int]]:
    """The pairs that keep the order, empty paragraphs left out."""
    return heaviest_chain(
        [
            (i, j, matching.old[i].length + 0.5)
            for i, partners in enumerate(matching.to_new)
            for j in partners
            if not matching.old[i].blank
        ]
    )


def pair_blanks(matching: Matching) -> None:
    """Pair empty paragraphs in order, each within the same two paired neighbours; they anchor nothing themselves.

    So are headings that say their number alone, if what stands under them did not pair them.
    """
    if not any(matching.old[at].blank for at in matching.free_old()):
        return
    for olds, news in gaps(matching, _spine(matching)):
        blank: defaultdict[str, list[int]] = defaultdict(list)
        for j in news:
            if matching.new[j].blank:
                blank[matching.new[j].key].append(j)
        left = {key: iter(places) for key, places in blank.items()}
        for i in olds:
            found = next(left.get(matching.old[i].key, iter(())), None) if matching.old[i].blank else None
            if found is not None:
                matching.pair_two(i, found)
