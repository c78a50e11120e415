"""What matching sees of a paragraph: its words, without numbers of paragraphs, brackets, case, quotes and spacing."""

from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import chain, pairwise
from math import log
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from models.comparison.subsequence import Codes
from models.comparison.tokens import SCRIPTS, Chunks, is_word, tokens
from models.draft import bracket_characters

_PUNCTUATION = dict.fromkeys(map(ord, string.punctuation), " ")
_PLAIN_WORDS = re.compile(r"[^\W_]+")
_UNSEEN = {ord(character): None for character in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0640"} | {ord("’"): "'"}
KEPT = 256
"""The features of so many paragraphs are kept."""
LETTERS = 8
"""Where words are not written apart, so many characters count as one."""
# Where one of these stands the plain pattern for words does not do.
_SCRIPTS = re.compile(f"[{SCRIPTS}\u0640\u200b\u2060\ufeff]")


class Profile:
    """A paragraph's text as matching sees it; equal texts of one comparison share one profile.

    Words and key are worked out when first asked for: most paragraphs are known again by their text alone.
    """

    __slots__ = ("_key", "_words", "blank", "code", "length", "mass", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.blank = not text or text.isspace()
        """Whether the paragraph is empty."""
        self.length = max(text.count(" ") + text.count("-") + 1, len(text) // LETTERS)
        """About how many words there are."""
        self._words: tuple[str, ...] | None = None
        self._key: str | None = None
        self.code = ""
        """The words as the weights of its comparison write them, once they did: one character for each."""
        self.mass = -1
        """What all its features weigh together, once that was asked."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words in small letters."""
        if self._words is None:
            self._words = words_of(self.text)
        return self._words

    @property
    def key(self) -> str:
        """What equals have in common: the words; where there are none (an ornament) the characters."""
        if self._key is None:
            self._key = " ".join(self.words) if self.words else "".join(self.text.split())
        return self._key


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as matching sees them: small letters, NFC, no brackets."""
    try:
        return tuple(_chunks.of(text.split(" ")))
    except _WhollyRead:
        return wholly_read(text)


class _WhollyRead(Exception):
    """What a stretch between two spaces says depends on the whole text."""


def _chunk(chunk: str) -> tuple[str, ...]:
    if "[" in chunk or "]" in chunk or not chunk.isprintable():
        raise _WhollyRead
    if not chunk.isascii() and _SCRIPTS.search(chunk.casefold()):
        raise _WhollyRead
    return wholly_read(chunk)


_chunks = Chunks(_chunk)


def wholly_read(text: str) -> tuple[str, ...]:
    """The same, taken from the whole text at once."""
    if "[" in text or "]" in text:
        offsets = {offset for offset, _ in bracket_characters(text)}
        text = "".join([character for offset, character in enumerate(text) if offset not in offsets])
    text = text.casefold()
    if not text.isascii():
        # Most texts hold nothing else beyond ASCII, and splitting is several times as fast as searching.
        for mark in "’“”–—‘":
            text = text.replace(mark, " ")
    if text.isascii():
        return tuple(text.translate(_PUNCTUATION).split())
    if not _SCRIPTS.search(text):
        return tuple(_PLAIN_WORDS.findall(text))
    text = unicodedata.normalize("NFC", text).translate(_UNSEEN)
    return tuple([word for word in tokens(text.casefold()).words if is_word(word)])


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


class Features(NamedTuple):
    """The words of a text, and its pairs of neighbouring words: in two sets, which is half as large as one of both."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @staticmethod
    def of(words: tuple[str, ...]) -> Features:
        """The features of a text of these words."""
        return Features(frozenset(words), frozenset(pairwise(words)))

    def __and__(self, other: Features) -> Features:
        return Features(self.words & other.words, self.pairs & other.pairs)

    def without(self, other: Features) -> Features:
        """The features that the other text does not have."""
        return Features(self.words - other.words, self.pairs - other.pairs)


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
        distinct = {profile.key: profile.words for profile in profiles}
        holders = Counter(chain.from_iterable(map(set, distinct.values())))
        self._weight = _Weight(holders, max(len(distinct), 1))
        self._features: dict[Profile, Features] = {}
        self._shared: dict[tuple[Profile, Profile], int] = {}
        self._codes = Codes()

    def in_order(self, piece: Profile, whole: Profile) -> int:
        """How many words of one paragraph come in the same order in the other."""
        return LCSseq.similarity(piece.code or self._coded(piece), whole.code or self._coded(whole))

    def _coded(self, profile: Profile) -> str:
        profile.code = self._codes.of(profile.words)
        return profile.code

    def of(self, profile: Profile) -> Features:
        """The features of a paragraph."""
        found = self._features.get(profile)
        if found is None:
            # They are large: those of a gap are needed together, and few of them again.
            if len(self._features) >= KEPT:
                self._features.clear()
            found = self._features[profile] = Features.of(profile.words or (profile.key,))
        return found

    def weight(self, feature: str | tuple[str, str]) -> int:
        """The weight of a word or of two neighbours."""
        if isinstance(feature, str):
            return self._weight[feature]
        return (self._weight[feature[0]] + self._weight[feature[1]]) // 2

    def mass(self, features: Features) -> int:
        """The weights of some features together."""
        weight = self._weight
        return self._words(features.words) + sum([weight[a] + weight[b] for a, b in features.pairs]) // 2

    def _words(self, words: Iterable[str]) -> int:
        return sum(map(self._weight.__getitem__, words))

    def mass_of(self, profile: Profile) -> int:
        """The weights of all features of a paragraph."""
        if profile.mass < 0:
            profile.mass = self.mass_of_words(profile.words or (profile.key,))
        return profile.mass

    def mass_of_words(self, words: tuple[str, ...]) -> int:
        """The weights of the features of a text; a pair that stands twice counts twice."""
        # So no pair has to be looked up that nothing else shares.
        weights = [*map(self._weight.__getitem__, words)]
        pairs = 2 * sum(weights) - weights[0] - weights[-1] if len(words) > 1 else 0
        return self._words(set(words)) + pairs // 2

    def shared(self, one: Profile, two: Profile) -> int:
        """The weights of the features that two paragraphs share."""
        mass = self._shared.get((one, two))
        if mass is None:
            mass = self._shared[one, two] = self._shared[two, one] = self.mass(self.of(one) & self.of(two))
        return mass

    def dice(self, one: Profile, two: Profile) -> float:
        """Weighted Dice of two paragraphs: 0 nothing shared, 1 the same features."""
        if one is two or one.key == two.key:
            return 1.0
        total = self.mass_of(one) + self.mass_of(two)
        return 2 * self.shared(one, two) / total if total else 0.0
