"""What cannot stand together though no words of it clash: it is tied, so that it is asked about as one.

Brackets over several paragraphs that lost a partner or hold something else than on their side, and headings of which
each side left something else, and both together nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from models.draft import Draft, Kind, labels
from models.draft.brackets import Bracket
from models.draft.divisions import HEADINGS
from models.merging.conflict import Row
from models.merging.order.belonging import NO_HEAD, due, head_of
from models.merging.order.brackets_across import amiss, pairs_across
from models.merging.order.sections_kept import Sections
from models.merging.order.under_headings import places_of, same, seats
from models.merging.pairs.blocks import Gone
from models.merging.pairs.clusters import Tie, consecutive
from models.merging.sheet import Sheet, on_sides
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.telling import telling_words

_MOST = 60
"""So many paragraphs at most are asked about as one."""


FORMS = "shape", "kind", "moved", "deleted"
"""What asks what a paragraph is, or whether and where it stands."""


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
    found = _Lists(sheet, draft, gone)
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


def items_told(sheet: Sheet, draft: Draft, gone: Sequence[Gone]) -> list[str]:
    """What there is to say of items that came under another paragraph, a sentence each, or none, a sentence a run.

    Nothing of what is asked about in one question with what it stands under: it may well stand elsewhere then.
    """
    lists = _Lists(sheet, draft, gone)
    strays = ((head, [at for at in items if not lists.is_open(at, head)]) for head, items in lists.strays().items())
    found = {head: items for head, items in strays if items}
    names = labels(draft) if found else ()
    runs = ((head, run) for head, items in found.items() for run in ([items] if head >= 0 else _runs(items)))
    return [_told(names, head, run) for head, run in runs]


class _Lists:
    """What each item stands under in the merged text and on each side, by the rows of that."""

    def __init__(self, sheet: Sheet, draft: Draft, gone: Sequence[Gone]) -> None:
        self._sheet, self._draft = sheet, draft
        self.row_of = {at: number for number, row in enumerate(sheet.rows) for at in row.merged}
        self._forms = {one.key for one in sheet.conflicts if one.kind in FORMS}
        self._open = {one.key for one in sheet.conflicts if one.kind in FORMS and one.choice is None}
        self._unsure = {one.key for one in sheet.conflicts if one.choice is None}
        self._back = {one.key for one in sheet.conflicts if one.choice is not None and one.choice.way == "base"}
        self._items = [at for at, one in enumerate(draft.paragraphs) if one.kind is Kind.SUBPARAGRAPH]
        self._on = on_sides(sheet) if self._items else []
        self._rows = [seats(sheet, gone, side) for side in (BASE, OURS, THEIRS)] if self._items else []

    def strays(self, way: int | None = None) -> dict[int, list[int]]:
        """The items that came under another paragraph, by that; NO_HEAD where it is none.

        One that a side put under another is to stand there; where something is asked it may stand as either has it,
        or as the side has it that had its `way`.
        """
        found: dict[int, list[int]] = {}
        for at in self._items:
            head = head_of(self._draft, at)
            now = self.row_of.get(head, NO_HEAD)
            base, own = self._head(BASE, at), [self._head(side, at) for side in (OURS, THEIRS)]
            if {*own} == {None}:
                own = [base, base]  # neither has it as an item: it is one as it was
            rows = {self.row_of[at], now} | {one for one in own if one is not None}
            asked = {key for row in rows - {NO_HEAD} for key in self._sheet.rows[row].conflicts}
            wanted = own if asked else due(base, own)
            if way is not None and not asked.isdisjoint(self._forms) and own[way - 1] is not None:
                wanted = [own[way - 1]]
            if now == base and not asked.isdisjoint(self._forms & self._back):
                continue  # what it stands under is answered to be as it was
            if {*own} != {None} and now not in wanted:
                found.setdefault(head, []).append(at)
        return found

    def is_open(self, at: int, head: int) -> bool:
        """Whether it is still asked, in one question, what an item is and the paragraph over it, now or on a side.

        Or what a side has it under, which is shown as one with what stands elsewhere till that is answered.
        """
        rows, over = self._sheet.rows, self.row_of.get(head, NO_HEAD)
        asked = self._open.intersection(rows[self.row_of[at]].conflicts)
        heads = [rows[row] for row in {over, *self.meant(at)} - {NO_HEAD}]
        if any(not asked.isdisjoint(row.conflicts) for row in heads):
            return True
        meant = [rows[row] for row in self.meant(at) - {NO_HEAD, over}]
        return any(len(row.merged) > 1 and not self._unsure.isdisjoint(row.conflicts) for row in meant)

    def are_beside(self, rows: Collection[int]) -> bool:
        """Whether some rows stand side by side, and nothing between them, in the base and on each side."""
        places = [sorted(at for at, row in one.items() if row in rows) for one in self._rows]
        return all(consecutive(tuple(one)) for one in places)

    def is_made(self, number: int) -> bool:
        """Whether a side moved a row of the base, or deleted it or made something else of it."""
        row = self._sheet.rows[number]
        kinds = [
            (one.kind, one.level)
            for side in (BASE, OURS, THEIRS)
            for one in (self._sheet.sides[side].draft.paragraphs[at] for at in places_of(row, side))
        ]
        asked = not self._forms.isdisjoint(row.conflicts)
        return bool(row.base) and (bool(row.moved) or asked or not row.merged or len({*kinds}) > 1)

    def meant(self, at: int) -> set[int]:
        """The rows of what the sides have an item under."""
        return {row for side in (OURS, THEIRS) if (row := self._head(side, at)) is not None}

    def _head(self, side: int, at: int) -> int | None:
        """The row of what a side has a paragraph under, None where that is no item there, or under several."""
        place = self._on[side][at]
        places = places_of(self._sheet.rows[self.row_of[at]], side) if place is None else (place,)
        found = {self._over(side, one, at) for one in places}
        return found.pop() if len(found) == 1 else None

    def _over(self, side: int, place: int, at: int) -> int | None:
        """The row of what a side has over a place where a paragraph stands there, None where that is no item."""
        draft = self._sheet.sides[side].draft
        if draft.paragraphs[place].kind is not Kind.SUBPARAGRAPH:
            return None
        if side != BASE and (base := self._head(BASE, at)) is not None and base >= 0:
            row = self._sheet.rows[base]
            if row.merged and not places_of(row, side):
                return base  # who struck the head did not put the item elsewhere
        return self._rows[side].get(head_of(draft, place), NO_HEAD)


def _runs(items: Sequence[int]) -> Iterator[Sequence[int]]:
    """Places in order, those that follow one another together."""
    start = 0
    for at in range(1, len(items) + 1):
        if not consecutive(tuple(items[at - 1 : at + 1])) or at == len(items):
            yield items[start:at]
            start = at


def _told(names: Sequence[str | None], head: int, items: Sequence[int]) -> str:
    first, last = names[items[0]] or "An item", names[items[-1]]
    several = len(items) > 1 and last is not None
    which = f"{first} {'and' if len(items) == 2 else 'to'} {last} stand" if several else f"{first} stands"
    under = "no paragraph" if head < 0 else names[head] or "another paragraph"
    them, belong = ("them", "they belong") if several else ("it", "it belongs")
    return f"{which} under {under} now, where neither text has {them}: look where {belong}."
