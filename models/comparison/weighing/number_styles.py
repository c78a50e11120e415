"""Levels that only the style of a typed number tells: where nothing says how deep a text stands, "(b)" is no "2."."""

from __future__ import annotations

from collections.abc import Sequence

from models.draft import Draft, Kind, Paragraph
from models.draft.alphabets import alphabet_of
from models.draft.numbering import SUFFIX, from_letters, from_roman

_TEXT = Kind.TEXT
_ROMAN_STARTS = "ivx"


class NumberStyles:
    """The styles of the numbers that stand before mere text, on both sides."""

    def __init__(self, old: Draft, new: Draft) -> None:
        self._old, self._new = _styles(old.paragraphs), _styles(new.paragraphs)
        self._used = frozenset(self._old.values()), frozenset(self._new.values())

    def differ(self, old: int, new: int) -> bool:
        """Whether two paragraphs have numbers of two styles, and with that stand at two levels.

        Where one style took the place of another throughout, every list is where it was.
        """
        one, two = self._old.get(old), self._new.get(new)
        if one is None or two is None or one == two:
            return False
        return two in self._used[0] or one in self._used[1]


def _styles(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """By position "figures", "figures." for "1.2", "letters", "romans", these two also in capitals, or the alphabet."""
    found: dict[int, str] = {}
    last = {"letters": 0, "romans": 0, "LETTERS": 0, "ROMANS": 0}
    for at, paragraph in enumerate(paragraphs):
        if paragraph.kind is not _TEXT or not paragraph.number:
            continue
        bare = SUFFIX.sub("", paragraph.number).strip(" ().-–—、（）")
        letter, roman = from_letters(bare) if bare.isascii() else None, from_roman(bare)
        if bare.replace(".", "").isdecimal():
            found[at] = f"figures{'.' * bare.count('.')}"
        elif letter is None and roman is None:
            found[at] = (alphabet_of(bare) if bare else None) or "signs"
        else:
            letters, romans = ("LETTERS", "ROMANS") if bare.isupper() else ("letters", "romans")
            follows = letter is not None and 1 < letter == last[letters] + 1
            goes_on = roman is not None and roman == last[romans] + 1
            is_roman = letter is None or (roman is not None and not follows and (goes_on or bare[0] in _ROMAN_STARTS))
            found[at] = romans if is_roman else letters
            last[found[at]] = (roman if is_roman else letter) or 0
            if not is_roman:
                last[romans] = 0
    return found
