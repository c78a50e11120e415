"""Levels of list items by their sequence: "(i)" after "(h)" is a letter, after "(a)" it is roman."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count

from models.draft.alphabets import alphabet_of, value_in
from models.draft.numbering import ROMAN, from_letters, from_roman
from models.reading.literals import Literal

_ROMAN_STARTS = "ivx"
_CHINESE = ("chinese", "enclosed")
NO_LETTERS = ("figures", *_CHINESE)
"""What else than letters and roman numerals counts items."""


@dataclass(slots=True)
class Lists:
    """The lists open under one paragraph: the last place taken at each level.

    `style` is that of the paragraph's own number, "" where there is no paragraph yet; `alphabets` tells how each level
    counts: in one of NO_LETTERS, in "roman" numerals, or in letters, "". Levels: 1 "(a)", 2 "(i)", 3 "a.", 4 "i.".
    """

    style: str = "digit"
    last: dict[int, int] = field(default_factory=dict)
    style_at: dict[int, str] = field(default_factory=dict)
    alphabets: dict[int, str] = field(default_factory=dict)

    def enter(self, level: int, number: str) -> None:
        """An item at a level known beforehand, "(a)", "i) bis", "(أ)" or "㈠"."""
        value = next(part for part in re.split(r"\W+", number.lower()) if part)
        alphabet = "figures" if value.isdigit() else alphabet_of(value)
        roman = from_roman(value) if level in (2, 4) and alphabet is None else None
        place = roman or (value_in(alphabet, value) if alphabet else from_letters(value))
        counts = ROMAN if roman else alphabet if alphabet in NO_LETTERS else ""
        style = "quoted" if alphabet == "figures" else "paren" if number[0] in "(（" else "half"
        self._take(level, place or self.last.get(level, 0) + 1, style, counts or "")

    def nests(self, found: Literal) -> bool:
        """Whether digits are an item of a list here: "1)" under a paragraph numbered "1."."""
        return found.style == "digit-paren" and self.style == "digit"

    def level(self, found: Literal, following: Literal | None, hint: int) -> int:
        """The level of an item, which then counts as taken; `hint` is the level a file's own list gives, or 0."""
        value = found.value.lower()
        alphabet = "figures" if value.isdigit() else alphabet_of(value)
        if found.style == "bullet" or alphabet == "figures":
            own = found.style, alphabet or ""
            alike = [at for at, style in self.style_at.items() if style == found.style]
            # "(6)" amid letters goes on with them, as a "(b)" that was read so.
            known = [at for at in alike if self.alphabets[at] == own[1]] or (alike if alphabet and value != "1" else [])
            if found.style == "quoted" and self.style_at.get(hint, found.style) != found.style:
                hint = 0  # “’1‘” under “(أ)”, which a text sets as far in
            level = hint or next(iter(known), None) or max(self.last, default=0) + 1
            self._take(level, int(value) if alphabet else self.last.get(level, 0), *own)
            return level
        if alphabet in _CHINESE:
            return self._chinese(value, alphabet, found.style)
        letter, roman = value_in(alphabet, value) if alphabet else from_letters(value), from_roman(value)
        letters, romans = self._levels(found.style, hint, first=letter == 1)
        if roman is not None and (letter is None or self._is_roman(value, letter, roman, letters, romans, following)):
            self._take(romans, roman, found.style, ROMAN)
            return romans
        self._take(letters, letter or self.last.get(letters, 0) + 1, found.style)
        return letters

    def _chinese(self, value: str, alphabet: str, style: str) -> int:
        """ "㈠" begins a list under "(a)", as "(i)" does elsewhere, and "㈡" goes on in it."""
        place, deepest = value_in(alphabet, value) or 1, max(self.last, default=0)
        known = [level for level, used in self.alphabets.items() if used == alphabet]
        level = known[0] if known else deepest + 1 if place == 1 or not deepest else deepest
        self._take(level, place, style, alphabet)
        return level

    def _levels(self, style: str, hint: int, *, first: bool) -> tuple[int, int]:
        """The levels of letters and of roman numerals in a style; "a." right under a paragraph as the file has it, and
        where "(1)" or "（一）" has the level, "(a)" begins a list under that."""
        if style == "dot" and hint in (1, 2) and not set(self.style_at.values()) - {"dot"}:
            return 1, 2
        lettered = [self.style_at[at] for at, alphabet in self.alphabets.items() if alphabet not in NO_LETTERS]
        if style == "dot" or (style == "half" and lettered[:1] == ["paren"]):
            return 3, 4
        under = next(at for at in count(1) if self.alphabets.get(at) not in NO_LETTERS)
        if self.alphabets.get(under) == ROMAN:
            return under + 1, under
        if under == 1:
            return 1, 2
        return (under, under + 1) if first or under in self.last else (1, under)

    def _is_roman(
        self, value: str, letter: int, roman: int, letters: int, romans: int, following: Literal | None
    ) -> bool:
        """Decides "i", "v", "x", "c" and the like by what stands before and, where both fit, by what follows."""
        goes_on_letters = self.last.get(letters, 0) == letter - 1 and letter > 1
        goes_on_romans = self.last.get(romans, 0) == roman - 1
        if goes_on_letters and goes_on_romans:
            after = following.value.lower() if following else ""
            return from_roman(after) == roman + 1 and from_letters(after) != letter + 1
        if goes_on_letters or goes_on_romans:
            return goes_on_romans
        return value[0] in _ROMAN_STARTS

    def _take(self, level: int, place: int, style: str, alphabet: str = "") -> None:
        self.last = {at: value for at, value in self.last.items() if at < level} | {level: place}
        self.style_at = {at: used for at, used in self.style_at.items() if at < level} | {level: style}
        self.alphabets = {at: used for at, used in self.alphabets.items() if at < level} | {level: alphabet}
