"""A merge laid out line by line with some answers, and the lines as paragraphs of a draft."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import and_, or_

from models.draft import Draft, Footnote, Kind, Paragraph, Run, tidy_runs
from models.draft.numbering import Count, later_numbers, sole_operatives
from models.merging.conflict import Choice, Row
from models.merging.counting import CONTINUED, START, GoingOn, List, first_values, is_bis
from models.merging.order.as_it_was import as_it_was
from models.merging.order.at_one_place import Met
from models.merging.order.ordering import ordered
from models.merging.order.own_places import headings_of, in_own_places
from models.merging.order.places import put
from models.merging.pairs.blocks import Block, Doubt, Gone
from models.merging.plan import Plan
from models.merging.sheet import Line, Sheet, Sides, on_sides, put_block
from models.merging.sides import BASE, NAMES, OURS, Traits
from models.merging.tables.cell_counts import count_cells
from models.merging.told.edits import all_in_pieces
from models.merging.words.streams import runs_of

_STEP = 2000
"""So many blocks are laid out before it is asked whether that is still wanted."""


def laid_out(plan: Plan, choices: Mapping[str, Choice], step: Callable[[], object] = lambda: None) -> tuple[Sheet, Met]:
    """The lines of the merged text as they are with these answers, and what both sides put at one place."""
    rows = plan.where.rows
    placed = [number for place in plan.places.values() for number in place.blocks]
    elsewhere = frozenset(str(cell) for number in placed for cell in rows.cells.get(number, (number,)))
    sheet = Sheet(plan.sides, choices, elsewhere=elsewhere, tied={key: one for one in plan.tied for key in one.keys})
    blocks, where = plan.blocks, plan.where

    def place(number: int) -> str:
        return _whose_place(sheet, "words:0" if number in where.hung else "moved", number)

    met: Met = []
    order = in_own_places(blocks, plan.gone, plan.sides, where, ordered(blocks, plan.sides, where, place, met), met)
    order = where.belonging.put(order, where.torn | where.hung)
    if plan.places:
        headings = headings_of(blocks, plan.sides)
        ways = {number: _whose_place(sheet, one.kind, number) for number, one in plan.places.items()}
        order = put(blocks, headings, order, where, plan.places, ways.__getitem__)
    asked = {number: "deleted" for number, one in enumerate(blocks) if isinstance(one.content, Doubt)}
    asked |= dict.fromkeys(where.hung, "words:0")
    back = [number for number, kind in asked.items() if _whose_place(sheet, kind, number) == "base"]
    stay = [number for number in where.torn if blocks[number].line is not None and place(number) == "base"]
    order = as_it_was(blocks, plan.sides, where, order, back, stay)
    lost = _behind(blocks, plan.gone, order)
    for one in lost.get(None, ()):
        sheet.rows.append(_lost(one))
    for done, number in enumerate(order):
        if done % _STEP == 0:
            step()
        put_block(sheet, number, blocks[number], where, plan.places)
        for one in lost.get(number, ()):
            sheet.rows.append(_lost(one))
    count_cells(sheet, blocks, plan.tables, where.rows)
    return sheet, met


def _whose_place(sheet: Sheet, kind: str, number: int) -> str:
    """Whose place was chosen for a block: "ours", "theirs", "base" or "" """
    whole = sheet.choices.get(str(number))
    return whole.way if whole else sheet.answer(f"{number}:{kind}")[0]


def _behind(blocks: Sequence[Block], gone: Sequence[Gone], order: Sequence[int]) -> dict[int | None, list[Gone]]:
    """What is gone, by the block behind which it stood."""
    by_line = sorted((block.places[BASE][0], number) for number, block in enumerate(blocks) if block.places[BASE])
    placed = set(order)
    found: dict[int | None, list[Gone]] = {}
    at, last = 0, None
    for one in sorted(gone, key=lambda one: one.base):
        while at < len(by_line) and by_line[at][0] < one.base[0]:
            if by_line[at][1] in placed:
                last = by_line[at][1]
            at += 1
        found.setdefault(last, []).append(one)
    return found


def _lost(gone: Gone) -> Row:
    kind = "both" if len(gone.by) > 1 else NAMES[gone.by[0]]
    return Row(kind, gone.base, (), (), ())


def as_draft(sheet: Sheet, ids: Mapping[str, int], notes: tuple[Footnote, ...]) -> Draft:
    """The lines of a sheet as a draft; `ids` are those of its notes by key."""
    paragraphs = [as_paragraph(sheet.sides, line, ids) for line in sheet.lines]
    return Draft(_numbered(sheet, paragraphs, [line.traits for line in sheet.lines]), notes)


def bare(sheet: Sheet) -> Draft:
    """The lines of a sheet as a draft in which no note says anything."""
    return as_draft(sheet, defaultdict(int), ())


def _numbered(sheet: Sheet, paragraphs: Sequence[Paragraph], traits: Sequence[Traits]) -> tuple[Paragraph, ...]:
    """The paragraphs with the numbers that follow from their places.

    One that stands alone in its part has none, unless all who have it print one. In a section in which the count goes
    on it does so whichever paragraph comes first in it now; the count of mere texts goes on over all but where it
    begins, and does not begin twice where each side has another that comes first.
    """
    count, alone = Count(), sole_operatives(paragraphs)
    going = GoingOn(texts={its: first - 1 for its, first in first_values(sheet.sides[BASE].draft).items()})
    begun = _begun(sheet)
    going.begin(begun.get(START, ()))
    typed_twice = {pair for side in sheet.sides for pair in pairwise(map(_text_number, side.draft.paragraphs))}
    further = any(side.going_on for side in sheet.sides)
    bis = any(side.behind_own for side in sheet.sides)
    first = any(side.alone_with_number for side in sheet.sides)
    on = on_sides(sheet) if alone or further or bis or first else []
    for at in list(alone):
        places = [(side.draft, place[at]) for side, place in zip(sheet.sides, on, strict=True)]
        if all(place is None or draft.paragraphs[place].number is not None for draft, place in places):
            alone.discard(at)
    suffixed = _Suffixed(sheet.sides)
    found: list[Paragraph] = []
    for at, (paragraph, one) in enumerate(zip(paragraphs, traits, strict=True)):
        number = paragraph.number
        if one.counted or (first and at not in alone and _was_alone(sheet.sides, paragraph, [its[at] for its in on])):
            number = count.number(paragraph, at in alone)
        elif bis and number is not None and is_bis(paragraph):
            number = suffixed.behind(count.operative, number, [place[at] for place in on])
        elif number is not None and number.startswith(CONTINUED):
            number = going.next(paragraph)
        elif found and (pair := (_text_number(found[-1]), _text_number(paragraph))) not in typed_twice:
            number = (going.next(paragraph) if pair[0] == pair[1] else None) or number
        numbered = paragraph if number == paragraph.number else replace(paragraph, number=number)
        last = count.operative
        count.pass_by(numbered)
        if further and one.kind is Kind.SECTION and _goes_on(sheet.sides, [place[at] for place in on]):
            count.operative = last
        elif one.kind in (Kind.SECTION, Kind.ANNEX, Kind.ENACTING):
            suffixed.begin()
        going.pass_by(numbered)
        going.begin(begun.get(at, ()), numbered)
        found.append(numbered)
    return tuple(found)


def _begun(sheet: Sheet) -> dict[int, list[Mapping[List, int | None]]]:
    """What counts begin behind a paragraph of the merged text, and before the first, on each side."""
    under = [side.beginnings.under for side in sheet.sides]
    found: dict[int, list[Mapping[List, int | None]]] = {START: [one.get(START, {}) for one in under]}
    for row in sheet.rows if any(under) else ():
        for side, places in enumerate((row.base, row.ours, row.theirs)):
            for at, place in enumerate(places):
                if row.merged and place in under[side]:
                    line = row.merged[at if len(places) == len(row.merged) else -1]
                    found.setdefault(line, [{}, {}, {}])[side] = under[side][place]
    return found


def _text_number(paragraph: Paragraph) -> str | None:
    """The number of a mere text that is no cell."""
    return paragraph.number if paragraph.kind is Kind.TEXT and paragraph.cell is None else None


class _Suffixed:
    """The numbers with a suffix so far, "5 bis", which is "6 bis" where what it stands behind on its side is 6 now."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides[OURS:]
        self._having: dict[str, list[bool]] = {}
        self._given: set[str] = set()  # numbers that were others
        self._printed = {side.draft.paragraphs[at].number for side in self._sides for at in side.behind_own}

    def begin(self) -> None:
        """Begin a part of which the numbers are its own."""
        self._having, self._given = {}, set()

    def behind(self, value: int, printed: str, places: Sequence[int | None]) -> str:
        """The number of what stands behind a number, at some place on each side.

        Of two that one side has the second has the next suffix, "5 bis" behind "4 bis" being "4 ter" where 5 is gone;
        of both sides it is asked which has it.
        """
        has = [(side, at) for side, at in zip(self._sides, places[OURS:], strict=True) if at is not None]
        # A side on which it is counted has nothing to say of a suffix that the other one gave it.
        own = [(side, at) for side, at in has if is_bis(side.draft.paragraphs[at])]
        if not value or not own or not all(at in side.behind_own for side, at in own):
            return printed  # before all others, too, as it was set: there is no "0 bis"
        having = [place is not None for place in places[OURS:]]
        number = _with_value(value, printed)
        if (number != printed or number in self._given) and any(map(and_, having, self._having.get(number, ()))):
            free = (one for one in later_numbers(number) if one not in self._having and one not in self._printed)
            number = next(free, printed)
        if number != printed:
            self._given.add(number)
        # Its own number is not free where the answer to a question gave it another one.
        for one in {number, *(_with_value(value, side.draft.paragraphs[at].number or "") for side, at in own)}:
            self._having[one] = [*map(or_, having, self._having.get(one, having))]
        return number


def _with_value(value: int, number: str) -> str:
    return re.sub(r"\d+", str(value), number, count=1)


def _was_alone(sides: Sides, paragraph: Paragraph, places: Sequence[int | None]) -> bool:
    """Whether a number is printed only where its paragraph is the only one of its part: beside others it is counted."""
    printed = [
        place in side.alone_with_number
        for side, place in zip(sides, places, strict=True)
        if place is not None and side.traits(place).number == paragraph.number
    ]
    return paragraph.kind is Kind.OPERATIVE and paragraph.set_label is None and bool(printed) and all(printed)


def _goes_on(sides: Sides, places: Sequence[int | None]) -> bool:
    """Whether the count goes on in a section that stands at some place on each side: as the side has it that set it.

    In one that is new it does so if it does on either side; where nobody can tell, as it is the first wherever it
    stands, as it does in all others of a side that has it; of the others where no such side has one that tells.
    """
    has = [side for side, place in zip(sides, places, strict=True) if place is not None]
    base, *own = (
        None if place is None or place in side.untold else place in side.going_on
        for side, place in zip(sides, places, strict=True)
    )
    known = [one for one in own if one is not None]
    if base is None:
        asked = sides if all(side.tells_nothing for side in has) else has
        return any(known) if known else any(side.goes_on_throughout for side in asked)
    return next((one for one in known if one != base), base)


def cites(sides: Sides, line: Line) -> Iterator[str]:
    """The keys of the notes that a line cites, in order."""
    if line.whole is None:
        yield from (cell.note for cell in line.cells if cell.note is not None)
    else:
        side, at = line.whole
        yield from (sides[side].key(note) for note in sides[side].draft.paragraphs[at].footnotes)


def as_paragraph(sides: Sides, line: Line, ids: Mapping[str, int]) -> Paragraph:
    """A line as a paragraph, with the number of its traits."""
    traits = line.traits
    if line.whole is None:
        runs = runs_of(line.cells, ids)
    else:
        side, at = line.whole
        runs = [
            replace(run, footnote=ids[sides[side].key(run.footnote)]) if run.footnote is not None else run
            for run in sides[side].draft.paragraphs[at].runs
        ]
    runs = [*all_in_pieces(runs, line.edits)]
    if line.before or line.after:
        runs = [Run(line.before), *runs, Run(line.after)]
    return Paragraph(traits.kind, tidy_runs(runs), traits.level, traits.number, traits.set_label, line.cell)
