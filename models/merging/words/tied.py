"""Clashes at several places that are one question, and what each side has there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.merging.conflict import Choice


@dataclass(frozen=True, slots=True)
class Tied:
    """The keys of clashes that one answer settles, the first of which is asked; base, ours and theirs there."""

    keys: tuple[str, ...]
    texts: tuple[str, str, str]
    ways: tuple[str, ...]
    """How it may be settled: nobody writes the words of two places as one."""
    kind: str = "clause"
    by: str = ""
    """ "ours" or "theirs" where that side deleted all of it."""

    def choice(self, choices: Mapping[str, Choice]) -> Choice | None:
        """Its answer; where a whole row in which one of them stands was taken, that."""
        whole = (choices.get(key.partition(":")[0]) for key in self.keys)
        return next((one for one in whole if one is not None), None) or choices.get(self.keys[0])
