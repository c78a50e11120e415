"""New words that say which text they were written for, of which no two are alike."""

from __future__ import annotations

from random import Random
from typing import Self


class SidedWords:
    """Words of so many letters, behind them "b" for the base or the letter of a side, and a number."""

    def __init__(self, chance: Random, letters: int) -> None:
        self.chance = chance
        self._letters, self._side, self._last = letters, "b", 0

    def some(self, many: int) -> list[str]:
        self._last += many
        sounds = ["".join(self.chance.choices("bdfgklmnprstv", k=self._letters)) for _ in range(many)]
        return [f"{one}{self._side}{self._last - number}" for number, one in enumerate(sounds)]

    def of(self, side: str) -> Self:
        """The same, the words to come being of another text."""
        self._side = side
        return self
