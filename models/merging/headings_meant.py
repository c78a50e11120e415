"""References to articles, and to what else has a typed number, in a merged text: they mean what they meant on the side
that wrote them, as those to paragraphs do (`places_meant`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from models.draft import Draft, Kind, labels
from models.draft.named_parts import NamedPart, may_name_heading, named_headings
from models.draft.typed_numbers import TypedNumber, typed_numbers
from models.merging.called import quoted
from models.merging.conflict import Row
from models.merging.edits import Edit
from models.merging.meanings import Meant, Torn, beside, lives_on, meant_by
from models.merging.sheet import Sheet
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.typed_alike import Counts, Heading, printed

Headings = dict[tuple[str, str], int]
"""Where the heading of each sort and figure stands; those that stand twice are left out."""


def follow(sheet: Sheet, draft: Draft, known: Counts | None) -> list[str]:
    """Edits the lines of a sheet so; what there is to say of that. `draft` is the merged text with its numbers."""
    found = [*typed_numbers(draft)]
    if not found:
        return []
    following = _Following(sheet, draft, known, found)
    return [one for row in sheet.rows for at in row.merged for one in following.told(row, at)]


class _Following:
    def __init__(
        self, sheet: Sheet, draft: Draft, known: Counts | None, found: Sequence[tuple[int, TypedNumber]]
    ) -> None:
        self._sheet, self._draft, self._names = sheet, draft, labels(draft)
        self._figures = {at: (typed.figure, draft.paragraphs[at].text[: typed.end].strip()) for at, typed in found}
        self._now = _headings((at, typed.sort, typed.figure) for at, typed in found)
        self._there = [_headings(printed(sheet, side, known)) for side in (BASE, OURS, THEIRS)]
        self._lives = [dict(lives_on(sheet, side)) for side in (BASE, OURS, THEIRS)]

    def told(self, row: Row, at: int) -> Iterator[str]:
        """Edits one line."""
        line = self._sheet.lines[at]
        text = line.text(self._sheet.sides)
        if line.traits.kind is Kind.HEADING or not may_name_heading(text):
            return
        named = [*named_headings(text)]
        here = self._names[at] or quoted(text)
        for number, one in enumerate(named):
            now = self._now.get(_name(one))
            want = self._wanted(row, at, text, named, number, now)
            if want is None or (not isinstance(want, Torn) and now in want):
                continue
            said = f"{one.sort.capitalize()} {one.sign.text}"
            if isinstance(want, Torn):
                yield f"{here} says {said}, by which each side meant another {one.sort}."
            elif not want:
                yield f"{here} says {said}; the {one.sort} it meant is gone."
            else:
                figure, called = self._figures.get(min(want), (one.sign.text, said))
                line.edits.append(Edit(one.sign.start, one.sign.end, figure))
                yield f"{here} says {called}, not {said}: the {one.sort} it means has another number."

    def _wanted(
        self, row: Row, at: int, text: str, named: Sequence[NamedPart], number: int, now: int | None
    ) -> Meant | Torn | None:
        """What a reference meant; None where nobody can say, or where it means that still."""
        wrote, meant = [], list[Meant | None]()
        whole = self._sheet.lines[at].whole
        for side, places in enumerate((row.base, row.ours, row.theirs)):
            its = (whole[1],) if whole is not None and whole[0] == side else places
            one = self._same(side, its, text, named, number)
            there = self._there[side].get(_name(one)) if one is not None else None
            wrote.append(one is not None and one.sign.text == named[number].sign.text)
            meant.append(None if there is None else self._lives[side].get(there, frozenset()))
        return meant_by(wrote, meant, now)

    def _same(
        self, side: int, places: Sequence[int], text: str, named: Sequence[NamedPart], number: int
    ) -> NamedPart | None:
        """The same reference on a side, whatever its figure."""
        one, found = named[number], []
        for place in places:
            other = self._sheet.sides[side].draft.paragraphs[place].text
            there = [*named_headings(other)]
            if len(places) == 1 and [part.sort for part in there] == [part.sort for part in named]:
                return there[number]
            found += [part for part in there if part.sort == one.sort and beside(text, one.sign, other, part.sign)]
        return found[0] if len(found) == 1 else None


def _headings(found: Iterable[Heading]) -> Headings:
    each = [((sort, figure), at) for at, sort, figure in found]
    often = Counter(name for name, _ in each)
    return {name: at for name, at in each if often[name] == 1}


def _name(one: NamedPart) -> tuple[str, str]:
    figure = one.sign.text.upper()
    return f"{one.sort} {'1' if figure.isdigit() else 'A'}", figure
