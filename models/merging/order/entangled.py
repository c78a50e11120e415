"""What cannot stand together though no words of it clash: it is tied, so that it is asked about as one.

Brackets over several paragraphs that lost a partner or hold something else than on their side, and headings of which
each side left something else, and both together nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from models.draft import Draft, Kind
from models.draft.brackets import Bracket
from models.draft.divisions import HEADINGS
from models.merging.conflict import Row
from models.merging.order.belonging import NO_HEAD
from models.merging.order.brackets_across import amiss
from models.merging.order.lists import Lists
from models.merging.order.sections_kept import Sections
from models.merging.order.under_headings import places_of, same
from models.merging.pairs.blocks import Gone
from models.merging.pairs.clusters import Tie
from models.merging.pairs.held_in_brackets import pairs_across
from models.merging.sheet import Sheet, on_sides
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.telling import telling_words

_MOST = 60
"""So many paragraphs at most are asked about as one."""


def bracket_knots(sheet: Sheet, draft: Draft) -> Iterator[Tie]:
    """The paragraphs that brackets tie together which are not as on a side; `draft` has nothing open."""
    found = amiss(sheet, draft)
    if not found:
        return
    on = on_sides(sheet)
    number_of = {at: number for number, row in enumerate(sheet.rows) for at in row.merged}
    rows = [_rows(sheet, side) for side in range(len(sheet.sides))]
    held = [_held(side.brackets) for side in sheet.sides]
    for one in found:
        own = set[int]()
        for side in (BASE, OURS, THEIRS):
            for end in {on[side][one.first], on[side][one.last]} - {None}:
                for first, last in held[side].get(end or 0, ()):
                    own |= {rows[side][at] for at in range(first, last + 1) if at in rows[side]}
        now = {number_of[at] for at in range(one.first, one.last + 1)}
        # Where far too much came between them only what they held is asked about.
        yield from [*_tie(sheet, own | now)] or _tie(sheet, own or now)


def _rows(sheet: Sheet, side: int) -> Mapping[int, int]:
    """The row of each paragraph of a side."""
    return {at: number for number, row in enumerate(sheet.rows) for at in places_of(row, side)}


def _held(found: Sequence[Bracket]) -> Mapping[int, Sequence[tuple[int, int]]]:
    """By paragraph the brackets that hold it, by their first and their last."""
    held: dict[int, list[tuple[int, int]]] = {}
    for first, last in sorted(pairs_across(found)):
        for at in range(first, min(last, first + _MOST) + 1):
            held.setdefault(at, []).append((first, last))
    return held


def may_knot(sheet: Sheet) -> bool:
    """Whether brackets may come apart: over several paragraphs, or round what is several on a side."""
    if any(pairs_across(side.brackets) for side in sheet.sides):
        return True
    having = [{at for one in side.brackets for at, _ in filter(None, (one.start, one.end))} for side in sheet.sides]
    return any(
        not having[side].isdisjoint(places_of(row, side)) and max(map(len, (row.base, row.ours, row.theirs))) > 1
        for row in sheet.rows
        for side in (BASE, OURS, THEIRS)
    )


def _tie(sheet: Sheet, numbers: set[int], also: AbstractSet[int] = frozenset()) -> Iterator[Tie]:
    """A tie of some rows, of the new items behind the last of them, and of what is gone of the base."""
    last = max(numbers)
    while last + 1 < len(sheet.rows) and _is_new_item(sheet, sheet.rows[last + 1]):
        last += 1
        numbers.add(last)
    rows = [sheet.rows[number] for number in sorted(numbers)]
    base = tuple(sorted({at for row in rows for at in row.base} | also))
    there = [tuple(at for row in rows if not row.base for at in places_of(row, side)) for side in (OURS, THEIRS)]
    if base and len(base) <= _MOST:
        yield Tie(base, (there[0], there[1]), rival=True)


def renamed(sections: Sections, sheet: Sheet) -> Iterator[Tie]:
    """The headings that one side made other ones while the other put something under them, or keeps what it struck."""
    texts = [side.draft.paragraphs for side in sheet.sides]
    for row in sheet.rows:
        for at in row.merged:
            heading = sheet.rows[sections.now(at)[-1]] if sections.now(at) else row
            places = (heading.base, heading.ours, heading.theirs)
            if heading is row or heading.conflicts or any(len(one) != 1 for one in places):
                continue
            said = [{*telling_words(texts[side][one[0]].text)} for side, one in enumerate(places)]
            for side, other in ((OURS, THEIRS), (THEIRS, OURS)):
                few = 2 * len(said[BASE] & said[other]) < min(map(len, said))
                keeps = bool(row.conflicts and places_of(row, side)) and not places_of(row, other)
                keeps = keeps and same(sections.now(at), sections.meant(side, at) or ())
                if few and said[side] == said[BASE] and (keeps or sections.has_put(side, at)):
                    yield Tie(heading.base, ((), ()), rival=True)


def _is_new_item(sheet: Sheet, row: Row) -> bool:
    return bool(row.merged) and not row.base and sheet.lines[row.merged[0]].traits.kind is Kind.SUBPARAGRAPH


def list_knots(sheet: Sheet, draft: Draft, gone: Sequence[Gone], side: int | None) -> Iterator[Tie]:
    """The items that came under another paragraph, with what each side has them under, be it gone.

    `side` is the one that has its way in the sheet, if anything is asked there.
    """
    found = Lists(sheet, draft, gone)
    for head, at in ((head, at) for head, items in found.strays(side).items() for at in items):
        rows = {found.row_of[at], *found.meant(at)} - {NO_HEAD}
        made = [row for row in sorted({*rows, found.row_of.get(head, NO_HEAD)}) if row >= 0 and found.is_made(row)]
        lost = [row for row in made if not sheet.rows[row].merged]
        as_one = {*rows} if lost else {*made}
        if len(as_one) > 1 and found.are_beside(as_one):
            also = {line for row in lost for line in sheet.rows[row].base}
            yield from _tie(sheet, {row for row in as_one if sheet.rows[row].merged}, also)
        elif made:  # each has its own place: of what lies between nothing is asked
            yield Tie(tuple(at for row in made for at in sheet.rows[row].base), ((), ()), rival=True, apart=True)
        elif len(rows) > 1:
            yield from _tie(sheet, rows)


def emptied(sections: Sections, sheet: Sheet, gone: Sequence[Gone]) -> Iterator[Tie]:
    """The headings under which each side left something and both together nothing, with what was deleted there."""
    paragraphs = sheet.sides[BASE].draft.paragraphs
    lost = {at for one in gone for at in one.base}
    for line in sections.empty():
        row = next(row for row in sheet.rows if line in row.merged)
        if row.base:
            end = row.base[-1] + 1
            while end in lost and paragraphs[end].kind not in HEADINGS:
                end += 1
            if end > row.base[-1] + 1:
                yield Tie((*row.base, *range(row.base[-1] + 1, end)), ((), ()), rival=True)
