"""How much the words of a paragraph say, and how alike two paragraphs are by what they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from math import log
from typing import NamedTuple

from rapidfuzz.distance import LCSseq
from rapidfuzz.process import extract

from models.comparison.words.features import Profile
from models.comparison.words.subsequence import Codes

KEPT = 4_096
"""The features of so many paragraphs are kept."""
LONG, MOST_CELLS = 1_000_000, 1_000_000_000
"""Two paragraphs with more pairs of words than LONG, a thousand each, are long; of such there is an end to the work."""

# What any text of this kind is full of, so that a draft of three paragraphs need not show it: each counts as if so many
# paragraphs more held it. Also in small drafts "Requests the Secretary-General to" then says little.
_FUNCTION = (
    "the of to and in for a an on by with its at as from that or be is are this which their it all other in also"
    " further la le les des de du et en à l d el los las y por para con que и в на по с к"
)
_BOILERPLATE = (
    "requests encourages welcomes invites urges calls upon decides recalls reaffirms recognizes stresses notes takes"
    " note emphasizes recalling reaffirming recognizing noting welcoming stressing emphasizing taking secretary general"
    " member states united nations assembly resolution resolutions paragraph report countries international development"
)
_EXPECTED = dict.fromkeys(_BOILERPLATE.split(), 12) | dict.fromkeys(_FUNCTION.split(), 40)
_PRIOR = 40


Feature = str | tuple[str, str]
"""A word, or two neighbouring words."""


class Features(NamedTuple):
    """The words of a text, and its pairs of neighbouring words: in two sets, which is half as large as one of both."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @staticmethod
    def of(words: tuple[str, ...]) -> Features:
        """The features of a text of these words."""
        return Features(frozenset(words), frozenset(pairwise(words)))

    # Of the other text no sets are made: of most it is asked once what they share.

    def held_by(self, words: tuple[str, ...]) -> Features:
        """The features that a text of these words has too."""
        return Features(self.words.intersection(words), self.pairs.intersection(pairwise(words)))

    def without(self, texts: Iterable[tuple[str, ...]]) -> Features:
        """The features that none of some texts of these words has."""
        words, pairs = self
        for text in texts:
            words, pairs = words.difference(text), pairs.difference(pairwise(text))
        return Features(words, pairs)


class _Weight(dict[str, int]):
    """Weights of words, worked out when first asked for.

    Whole numbers: the order of a set changes from run to run, and a sum of fractions with it.
    """

    def __init__(self, holders: Counter[str], number: int) -> None:
        super().__init__()
        self._holders, self._number = holders, number
        self._known: dict[int, int] = {}

    def __missing__(self, word: str) -> int:
        holders = self._holders.get(word, 1) + _EXPECTED.get(word, 0)
        whole = self._known.get(holders)
        if whole is None:
            whole = self._known[holders] = round(1000 * log(1 + (self._number + _PRIOR) / holders))
        self[word] = whole
        return whole


class Weights:
    """How much each word and each pair of neighbouring words says, by how few paragraphs hold it.

    A pair weighs half of what both words do.
    """

    def __init__(self, profiles: Iterable[Profile]) -> None:
        distinct = {profile.key: profile for profile in profiles}.values()
        self._words = {profile: frozenset(profile.said) for profile in distinct}
        holders = Counter(chain.from_iterable([words for one, words in self._words.items() if one.words]))
        self._weight = _Weight(holders, max(len(distinct), 1))
        self._pairs: dict[Profile, frozenset[tuple[str, str]]] = {}
        self._shared: dict[tuple[Profile, Profile], int] = {}
        self._codes = Codes()
        self._in_order: dict[tuple[Profile, Profile], int] = {}
        self._left = MOST_CELLS
        self.bounded = False
        """Whether words of long paragraphs were not looked at in their order, because there were too many."""

    def code(self, profile: Profile) -> str:
        """The words of a paragraph, one character for each."""
        if not profile.code:
            profile.code = self._codes.of(profile.words)
        return profile.code

    def in_order(self, piece: Profile, whole: Profile, unknown: int = 0) -> int:
        """How many words of one paragraph come in the same order in the other; `unknown` where that is too much work.

        Paragraphs of thousands of words are each looked at once, and only so many of them.
        """
        one, two = piece.code or self.code(piece), whole.code or self.code(whole)
        if piece.length * whole.length <= LONG:  # asked for most pairs, so without looking at the words
            return LCSseq.similarity(one, two)
        known = self._in_order.get((piece, whole))
        if known is None:
            if not self.affords(len(one) * len(two)):
                return unknown
            known = self._in_order[piece, whole] = self._in_order[whole, piece] = LCSseq.similarity(one, two)
        return known

    def alike_in_order(self, one: Profile, others: Sequence[Profile], share: float) -> list[tuple[int, int | None]]:
        """Which of the others may have such a share of the words of the first in their order, and how many these are.

        What is long may; of that it is not known.
        """
        most = LONG // max(one.length, 1)
        code = one.code or self.code(one)
        codes = [(other.code or self.code(other)) if other.length <= most else None for other in others]
        least = max(1, int(share * len(code)))
        alike = extract(code, codes, scorer=LCSseq.similarity, limit=None, score_cutoff=least)
        known: dict[int, int | None] = {at: int(same) for _, same, at in alike}
        return sorted((known | {at: None for at, other in enumerate(codes) if other is None}).items())

    def affords(self, cells: int) -> bool:
        """Whether so many more pairs of words may be looked at for their order; then they count as looked at."""
        if cells > LONG:
            if cells > self._left:
                self.bounded = True
                return False
            self._left -= cells
        return True

    def of(self, profile: Profile) -> Features:
        """The features of a paragraph."""
        return Features(self._words_in(profile), self._pairs_in(profile))

    # Sets are large: those of a gap are needed together, and few of them again.

    def _words_in(self, profile: Profile) -> frozenset[str]:
        found = self._words.get(profile)
        if found is None:
            if len(self._words) >= KEPT:
                self._words.clear()
            found = self._words[profile] = frozenset(profile.said)
        return found

    def _pairs_in(self, profile: Profile) -> frozenset[tuple[str, str]]:
        found = self._pairs.get(profile)
        if found is None:
            if len(self._pairs) >= KEPT:
                self._pairs.clear()
            found = self._pairs[profile] = frozenset(pairwise(profile.words))
        return found

    def weight(self, feature: Feature) -> int:
        """The weight of a word or of two neighbours."""
        if isinstance(feature, str):
            return self._weight[feature]
        return (self._weight[feature[0]] + self._weight[feature[1]]) // 2

    def mass(self, features: Features) -> int:
        """The weights of some features together."""
        return self._mass_of_words(features.words) + self._mass_of_pairs(features.pairs)

    def _mass_of_words(self, words: Iterable[str]) -> int:
        return sum(map(self._weight.__getitem__, words))

    def _mass_of_pairs(self, pairs: Iterable[tuple[str, str]]) -> int:
        return sum(map(self._weight.__getitem__, chain.from_iterable(pairs))) // 2

    def mass_of(self, profile: Profile) -> int:
        """The weights of all features of a paragraph; a pair that stands twice counts twice."""
        if profile.mass < 0:
            words = profile.said
            profile.mass, profile.repeated = self._masses(words, self._words_in(profile))
        return profile.mass

    def mass_of_words(self, words: tuple[str, ...]) -> int:
        """The same of a text of these words."""
        return self._masses(words, set(words))[0]

    def _masses(self, words: tuple[str, ...], distinct: Iterable[str]) -> tuple[int, int]:
        """What the features of a text weigh, and what its words that stood in it before."""
        # A pair counts as often as it stands, so none has to be looked up.
        weights = [*map(self._weight.__getitem__, words)]
        every, once = sum(weights), self._mass_of_words(distinct)
        pairs = 2 * every - weights[0] - weights[-1] if len(words) > 1 else 0
        return once + pairs // 2, every - once

    def shared(self, one: Profile, two: Profile) -> int:
        """The weights of the features that two paragraphs share."""
        mass = self._shared.get((one, two))
        return self._share(one, two, 0) if mass is None else mass

    def _share(self, one: Profile, two: Profile, least: float) -> int:
        """The same, worked out; 0 where it is certainly less than `least`."""
        mass = self._mass_of_words(self._words_in(one) & self._words_in(two))
        # A pair that both hold is one of words that both hold, and a word stands in two pairs each time: all pairs
        # weigh no more than these words as often as they stand. Most paragraphs of a gap are told apart by that.
        if 2 * mass + min(one.repeated, two.repeated) < least:
            return 0
        mass += self._mass_of_pairs(self._pairs_in(one) & self._pairs_in(two))
        self._shared[one, two] = self._shared[two, one] = mass
        return mass

    def said_by_words(self, piece: Profile, whole: Profile) -> tuple[int, float]:
        """How many words a paragraph has that not every text is full of, and how large a share of what they weigh
        stands in the other one, in whatever order."""
        own = self._words_in(piece).difference(_EXPECTED)
        mass = self._mass_of_words(own)
        return len(own), self._mass_of_words(self._words_in(whole).intersection(own)) / mass if mass else 0.0

    def dice(self, one: Profile, two: Profile, least: float = 0.0) -> float:
        """Weighted Dice of two paragraphs: 0 nothing shared, 1 the same features; what is below `least` may be 0."""
        if one is two:
            return 1.0
        masses = self.mass_of(one), self.mass_of(two)
        if masses[0] == masses[1] and one.key == two.key:
            return 1.0
        total = masses[0] + masses[1]
        mass = self._shared.get((one, two))
        if mass is None:
            mass = self._share(one, two, least * total / 2)
        return 2 * mass / total if total else 0.0


def tells(word: str) -> bool:
    """Whether a word is none of those that any text of this kind is full of."""
    return word not in _EXPECTED
