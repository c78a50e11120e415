"""What matching sees of a paragraph: its words, without numbers of paragraphs, brackets, case, quotes and spacing."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from models.comparison.tokens import SCRIPTS, WORD
from models.draft import Paragraph, bracket_characters

_PLAIN_WORDS = re.compile(r"[^\W_]+")
_WORDS = re.compile(WORD)
_SCRIPTS = re.compile(SCRIPTS)
_UNSEEN = {ord(character): None for character in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0640"} | {ord("’"): "'"}


@dataclass(frozen=True, slots=True)
class Profile:
    """A paragraph's words in small letters, and the key by which equals are found.

    A paragraph without words (an ornament, a row of dots) has its characters as key; an empty one has no key.
    """

    words: tuple[str, ...]
    key: str
    kind: str = ""

    @property
    def blank(self) -> bool:
        """Whether the paragraph is empty."""
        return not self.key


def profile(paragraph: Paragraph) -> Profile:
    """The profile of a paragraph."""
    text = paragraph.text
    words = words_of(text)
    kind = f"{paragraph.kind} {paragraph.level}"
    return Profile(words, " ".join(words) if words else "".join(text.split()), kind)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as matching sees them: small letters, NFC, no brackets."""
    if "[" in text or "]" in text:
        offsets = {offset for offset, _ in bracket_characters(text)}
        text = "".join([character for offset, character in enumerate(text) if offset not in offsets])
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_UNSEEN)
        if _SCRIPTS.search(text):
            return tuple(_WORDS.findall(text.casefold()))
    return tuple(_PLAIN_WORDS.findall(text.casefold()))


class Weights:
    """How much each word and each pair of neighbouring words says, by how few paragraphs hold it."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        distinct = {profile.key: profile.words for profile in profiles}
        self._holders: Counter[str] = Counter()
        for words in distinct.values():
            self._holders.update(set(words))
        self._number = max(len(distinct), 1)
        self._known: dict[str, float] = {}
        self._features: dict[str, frozenset[str]] = {}
        self._mass: dict[str, float] = {}

    def weight(self, feature: str) -> float:
        """The weight of a word, or of two joined by a space."""
        known = self._known.get(feature)
        if known is None:
            parts = feature.split(" ")
            known = sum(log(1 + self._number / max(self._holders[part], 1)) for part in parts) / len(parts)
            self._known[feature] = known
        return known

    def features(self, words: tuple[str, ...], key: str | None = None) -> frozenset[str]:
        """The words and pairs of neighbouring words of a text."""
        if key is None:
            return _features(words)
        found = self._features.get(key)
        if found is None:
            found = self._features[key] = _features(words)
        return found

    def of(self, profile: Profile) -> frozenset[str]:
        """The features of a paragraph."""
        return self.features(profile.words or (profile.key,), profile.key)

    def mass(self, features: Iterable[str]) -> float:
        """The weights of some features together."""
        return sum(map(self.weight, features))

    def mass_of(self, profile: Profile) -> float:
        """The weights of all features of a paragraph."""
        mass = self._mass.get(profile.key)
        if mass is None:
            mass = self._mass[profile.key] = self.mass(self.of(profile))
        return mass

    def dice(self, one: Profile, two: Profile) -> float:
        """Weighted Dice of two paragraphs: 0 nothing shared, 1 the same features."""
        if one.key == two.key:
            return 1.0
        total = self.mass_of(one) + self.mass_of(two)
        return 2 * self.mass(self.of(one) & self.of(two)) / total if total else 0.0


def _features(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words).union(map(" ".join, zip(words, words[1:], strict=False)))
