"""Numbers typed in headings and before mere text that are others now, and whether that follows from their place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from models.comparison.weighing.rules import Span
from models.draft import Draft, Kind
from models.draft.opening_numbers import counted_numbers, opening_number
from models.draft.typed_numbers import TypedNumber


class TypedAnew:
    """The typed numbers of two drafts."""

    def __init__(self, old: Draft, new: Draft) -> None:
        self._old, self._new = old, new

    def anew(self, i: int, j: int) -> bool:
        """Whether two paragraphs have another typed number of the same sort; in mere text it is one if it follows."""
        numbers = self._numbers(i, j)
        return numbers is not None and (
            self._old.paragraphs[i].kind is not Kind.TEXT or self.following(i, j) is not None
        )

    def following(self, i: int, j: int) -> tuple[Span, Span] | None:
        """Where the numbers stand in both texts if they are others only since their place is.

        That of a division's heading is; of others, a phase or "1.2", where all of them are counted in both texts.
        """
        numbers = self._numbers(i, j)
        if numbers is None:
            return None
        one, two = numbers
        divides = one.of_division and self._old.paragraphs[i].kind is not Kind.TEXT
        if not divides and (i not in self._counts[0] or self._counts[0][i] != self._counts[1].get(j)):
            return None
        return (one.start, one.end), (two.start, two.end)

    def _numbers(self, i: int, j: int) -> tuple[TypedNumber, TypedNumber] | None:
        """The numbers of two paragraphs of one kind if they are others, of one sort."""
        one, two = self._old.paragraphs[i], self._new.paragraphs[j]
        if one.kind is not two.kind or (first := opening_number(one)) is None:
            return None
        second = opening_number(two)
        if second is None or first.sort != second.sort or first.figure == second.figure:
            return None
        return first, second

    @cached_property
    def _counts(self) -> tuple[Mapping[int, str], Mapping[int, str]]:
        """The paragraphs whose typed numbers are counted, old and new, each with that its count begins with."""
        return counted_numbers(self._old), counted_numbers(self._new)
