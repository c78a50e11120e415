"""Numbers typed in headings and before mere text that are others now, and whether that follows from their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from models.comparison.weighing.own_clauses import is_clause, of_another_text
from models.comparison.weighing.rules import Span
from models.draft import Draft, Kind
from models.draft.late_pattern import late_pattern
from models.draft.opening_numbers import counted_numbers, opening_number
from models.draft.typed_numbers import TypedNumber, of_one_sort

_FIGURE = late_pattern(r"(?<![\w.])\d{1,3}(?:\.\d{1,3})*(?!\.?\d)")
"""What may be the number of a paragraph: 4, 1.2."""


class TypedAnew:
    """The typed numbers of two drafts; `to_new` gives the new paragraphs an old one lives on in."""

    def __init__(self, old: Draft, new: Draft, to_new: Mapping[int, Sequence[int]]) -> None:
        self._old, self._new, self._to_new = old, new, to_new

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
        mere = self._old.paragraphs[i].kind is Kind.TEXT
        divides = one.of_division and not mere
        if not divides and (i not in self._counts[0] or self._counts[0][i] != self._counts[1].get(j)):
            return None
        if not divides and self._names_another(numbers):
            return None
        if mere and not self._is_own_clause(i, j, numbers):
            return None
        return (one.start, one.end), (two.start, two.end)

    def alone(self, i: int, j: int) -> bool:
        """Whether two texts differ in such numbers alone, or in none."""
        one, two = self._old.paragraphs[i].text, self._new.paragraphs[j].text
        if one == two or (places := self.following(i, j)) is None:
            return one == two
        (start, end), (begin, stop) = places
        return (one[:start], one[end:]) == (two[:begin], two[stop:])

    def _numbers(self, i: int, j: int) -> tuple[TypedNumber, TypedNumber] | None:
        """The numbers of two paragraphs of one kind if they are others, of one sort."""
        one, two = self._old.paragraphs[i], self._new.paragraphs[j]
        if one.kind is not two.kind or (first := opening_number(one)) is None:
            return None
        second = opening_number(two)
        if second is None or not of_one_sort(first.sort, second.sort) or first.figure == second.figure:
            return None
        return first, second

    def _is_own_clause(self, i: int, j: int, numbers: tuple[TypedNumber, TypedNumber]) -> bool:
        """Whether mere text is a clause of the draft, in a count from 1, under what it was under.

        An article quoted from elsewhere, an amount or a name with another number says something else.
        """
        begins_with_1 = self._counts[0][i].rpartition(".")[2] == "1"
        if not begins_with_1 or self._of_another_text or not all(is_clause(number.rest) for number in numbers):
            return False
        over = [number.figure.rpartition(".")[0] for number in numbers]
        return over[0] == over[1] or self._is_same(i, j, over[0], over[1])

    def _is_same(self, i: int, j: int, was: str, now: str) -> bool:
        """Whether what has one number before an old paragraph is what has another one before a new one."""
        one, two = _last_of(self._old, i, was), _last_of(self._new, j, now)
        return one is not None and two is not None and two in self._to_new.get(one, ())

    @cached_property
    def _of_another_text(self) -> bool:
        return of_another_text(self._old, self._counts[0]) or of_another_text(self._new, self._counts[1])

    def _names_another(self, numbers: tuple[TypedNumber, TypedNumber]) -> bool:
        """Whether a text names a paragraph by its number, "under 1.1", and another one, or none, on the new side."""
        said = [number.rest.casefold() for number in numbers]
        now = set(_FIGURE.findall(said[1]))
        for figure in _FIGURE.findall(said[0]):
            for word, at in self._called.get(figure, ()):
                if word in said[0] and now.isdisjoint(self._figures_now(at)):
                    return True
        return False

    def _figures_now(self, at: int) -> Iterator[str]:
        """The typed numbers of what an old paragraph is now."""
        for place in self._to_new.get(at, ()):
            typed = opening_number(self._new.paragraphs[place])
            if typed is not None:
                yield typed.figure

    @cached_property
    def _called(self) -> Mapping[str, list[tuple[str, int]]]:
        """By figure the old paragraphs with such a typed number, each with the word before it, "" for "1.2"."""
        found: dict[str, list[tuple[str, int]]] = {}
        for at, paragraph in enumerate(self._old.paragraphs):
            typed = opening_number(paragraph)
            if typed is not None:
                found.setdefault(typed.figure, []).append((typed.sort[:-1].strip(". "), at))
        return found

    @cached_property
    def _counts(self) -> tuple[Mapping[int, str], Mapping[int, str]]:
        """The paragraphs whose typed numbers are counted, old and new, each with that its count begins with."""
        return counted_numbers(self._old, doubled=True), counted_numbers(self._new, doubled=True)


def _last_of(draft: Draft, before: int, figure: str) -> int | None:
    """The last paragraph before another one that has a number."""
    for at in range(before - 1, -1, -1):
        typed = opening_number(draft.paragraphs[at])
        if (typed.figure if typed is not None else draft.paragraphs[at].number) == figure:
            return at
    return None
