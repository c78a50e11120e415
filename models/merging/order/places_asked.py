"""Places that are asked about, for what came to stand there contradicts what a side has.

Something stands under another heading than it was put under, or one side put it between two paragraphs that the other
moved apart, so that it may stay or go along.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from models.draft.divisions import HEADINGS
from models.merging.conflict import Row
from models.merging.order.belonging import head_of
from models.merging.order.own_places import BEGINNING, beside, chunks, new_of_one, put_by_one, standing
from models.merging.order.places import Beside, Place, Under
from models.merging.order.placing import Placing
from models.merging.order.sections_kept import Sections
from models.merging.order.under_headings import Headings, same
from models.merging.pairs.blocks import Block, Gone, first_paragraph
from models.merging.pairs.clusters import Sides
from models.merging.pairs.needed import Needed
from models.merging.sheet import Sheet
from models.merging.sides import OURS, THEIRS
from models.merging.words.called import neighbour


def parted(
    blocks: Sequence[Block], gone: Sequence[Gone], sides: Sides, where: Placing, order: Sequence[int]
) -> Iterator[Place]:
    """What one side put between two paragraphs that the other moved apart."""
    for side in (0, 1):
        mine, moved = new_of_one(blocks, where, side), where.moved[1 - side] - where.torn - where.hung
        if not mine or not moved:
            continue
        own = [*standing(blocks, gone, sides, where, side)]
        before = dict(zip(own[1:], own, strict=False))
        for chunk, behind in chunks(own, mine):
            first = before.get(chunk[0])
            if first is None or behind is None or _has_heading(blocks, sides, (first, behind, *chunk)):
                continue
            head = first
            while head in where.items and head in before and chunk[0] not in where.items:
                head = before[head]
            early = chunk[0] in where.belonging.early
            away = (
                head in moved and (head in where.belonging.early) == early,
                behind in moved and (behind in where.belonging.early) == early,
            )
            if not any(away) or (chunk[0] in where.items) != (behind in where.items):
                continue
            rest = [one for one in order if one not in {*chunk}]
            if beside(blocks, where, rest, first, behind) is None:
                yield _parted(blocks, sides, side, (*chunk,), (head, behind), away)


def _has_heading(blocks: Sequence[Block], sides: Sides, numbers: Sequence[int]) -> bool:
    return any(_is_heading(blocks, sides, one) for one in numbers)


def _is_heading(blocks: Sequence[Block], sides: Sides, number: int) -> bool:
    return number < 0 or first_paragraph(sides, blocks[number])[0] in HEADINGS


def _parted(
    blocks: Sequence[Block],
    sides: Sides,
    side: int,
    chunk: tuple[int, ...],
    ends: tuple[int, int],
    away: tuple[bool, bool],
) -> Place:
    """The question whether it stays beside the one or goes with the other; where both were moved, with which."""
    goes = 0 if away == (True, False) else 1
    stays = 1 - goes
    there = (ends[stays], stays == 0), (ends[goes], goes == 0)
    one, two = (_said(blocks, sides, whose, place) for whose, place in zip((side, 1 - side), there, strict=True))
    texts = ("", one, two) if side == 0 else ("", two, one)
    return Place("parted", chunk, texts, there if side == 0 else (there[1], there[0]))


def _said(blocks: Sequence[Block], sides: Sides, side: int, place: Beside) -> str:
    """ "after OP3": a place as people call it on a side (0 ours, 1 theirs)."""
    at = blocks[place[0]].starts[side] or 0
    return f"{'after' if place[1] else 'before'} {neighbour(sides, side + 1, at)}"


def under(
    sections: Sections,
    sheet: Sheet,
    blocks: Sequence[Block],
    gone: Sequence[Gone],
    where: Placing,
    order: Sequence[int],
) -> tuple[list[Place], Needed]:
    """What stands under a heading it was not put under; where that was deleted the heading is asked about instead.

    Of an item that is what it stood under: it goes with that.
    """
    found: list[Place] = []
    lost: set[tuple[int, int]] = set()
    old = {*sections.lost()}
    for _, meant in sections.outside():  # the annex that the other side deleted is asked about
        old.update(
            line for one in meant for head in one if not sheet.rows[head].merged for line in sheet.rows[head].base
        )
    row_of = {at: row for row in sheet.rows for at in row.merged}
    stood = {(side, at): one.base for one in gone for side in (OURS, THEIRS) for at in one.stood[side - 1]}
    for _, run in sections.strays():
        for at in run:
            row = row_of[at]
            number = int(row.key)
            own = [sections.meant(side, at) for side in (OURS, THEIRS)]
            deleted = {
                line
                for one in own
                for head in one or ()
                if not sheet.rows[head].merged
                for line in sheet.rows[head].base
            }
            if deleted:
                old |= deleted
                lost |= {
                    (side, place)
                    for side, places in ((OURS, row.ours), (THEIRS, row.theirs))
                    for place in places
                    if not row.base
                }
            elif number in where.items:
                for side, places in ((OURS, row.ours), (THEIRS, row.theirs)):
                    heads = {head_of(sheet.sides[side].draft, place) for place in places}
                    old.update(line for head in heads for line in stood.get((side, head), ()))
            elif number not in where.rows.riding and not any(number in one.blocks for one in found[-1:]):
                further = _under(sections, sheet, blocks, where, (at, number), own)
                # What is hung stands where the side has it whose form of it is taken, and that is asked.
                found += (one for one in further if not one.is_asked or number not in where.hung)
    empty = [at for at in sections.empty() if not row_of[at].base]
    old.update(line for at in empty for one in sections.had(at) for line in stood.get(one, ()))
    for at in (*empty, *sections.along()):
        row = row_of[at]
        if not row.base:
            lost |= {(side, one) for side, places in ((OURS, row.ours), (THEIRS, row.theirs)) for one in places}
    both = [*_moved_by_both(sections, sheet, blocks, where, row_of)]
    put = {one for side in (0, 1) for one in put_by_one(where, side) if not _is_heading(blocks, sheet.sides, one)}
    return [*_together(found, where, order, put), *both], Needed(frozenset(lost), frozenset(old))


def _moved_by_both(
    sections: Sections, sheet: Sheet, blocks: Sequence[Block], where: Placing, row_of: Mapping[int, Row]
) -> Iterator[Place]:
    """The sections of what each side moved to another place: the answer holds for them, too."""
    for at, row in row_of.items():
        number = int(row.key) if row.key else -1
        if number in where.torn - where.items and number not in where.rows.riding:
            own = [sections.meant(side, at) for side in (OURS, THEIRS)]
            known = [one is not None and all(sheet.rows[head].merged for head in one) for one in own]
            there = [_section(sheet, blocks, own[side] or (), number, side) if known[side] else None for side in (0, 1)]
            yield Place("moved", (number,), ("", "", ""), (there[0], there[1]))


def _together(found: Sequence[Place], where: Placing, order: Sequence[int], put: AbstractSet[int]) -> list[Place]:
    """Places asked about, those one that stand side by side, with their items, and of which the same is asked.

    What one side alone `put` between them goes along. A table is asked about as a whole or not at all.
    """
    rows = where.rows
    along = put - {number for one in found for number in one.blocks}
    leads = [number for number in order if number not in where.items | rows.riding | along]
    at = {number: place for place, number in enumerate(leads)}
    made: list[Place] = []
    for one in found:
        last = made[-1] if made else None
        if last is not None and last.texts == one.texts and at[one.blocks[0]] == at[last.blocks[-1]] + 1:
            first, end = order.index(last.blocks[0]), order.index(one.blocks[0])
            blocks = tuple(number for number in order[first : end + 1] if number not in rows.riding)
            made[-1] = replace(last, blocks=blocks)
        else:
            made.append(one)
    held = [({*one.blocks}, {rows.table[number] for number in one.blocks if number in rows.table}) for one in made]
    cut = [{of for number, of in rows.table.items() if of in tables and number not in its} for its, tables in held]
    return [one for one, torn in zip(made, cut, strict=True) if not torn]


def _under(
    sections: Sections,
    sheet: Sheet,
    blocks: Sequence[Block],
    where: Placing,
    of: tuple[int, int],
    own: Sequence[Headings | None],
) -> Iterator[Place]:
    at, number = of
    texts: list[str] = [""]
    there: list[Beside | Under | None] = []
    for side in (0, 1):
        heads = own[side]
        now = sections.now(at)
        if heads is None or same(heads, now):
            texts.append(sections.under(now, side + 1))
            there.append(None)
            continue
        texts.append(sections.under(heads, side + 1))
        there.append(_section(sheet, blocks, heads, number, side))
    mover = [side for side in (0, 1) if number in where.moved[side]]
    if texts[1] == texts[2] and len(mover) == 1:
        # Both have it under one heading, and it went along with what the other side put a new one over.
        texts[mover[0] + 1] = _said(blocks, sheet.sides, mover[0], _behind(blocks, mover[0], number))
        there[mover[0]] = None
    if texts[1] == texts[2] and None not in there:
        yield Place("agreed", (number,), (texts[0], texts[1], texts[2]), (there[0], there[1]))
    elif texts[1] != texts[2]:
        yield Place("under", (number,), (texts[0], texts[1], texts[2]), (there[0], there[1]))


def _behind(blocks: Sequence[Block], side: int, number: int) -> Beside:
    """The block that stands before another on a side."""
    own = blocks[number].starts[side] or 0
    before = [(start, one) for one, block in enumerate(blocks) if (start := block.starts[side]) is not None]
    return max(((start, one) for start, one in before if start < own), default=(0, number))[1], True


def _section(sheet: Sheet, blocks: Sequence[Block], heads: Headings, number: int, side: int) -> Under | None:
    """The section that something goes to as a side has it."""
    if blocks[number].starts[side] is None:
        return None
    return Under(int(sheet.rows[heads[-1]].key) if heads else BEGINNING, side)
