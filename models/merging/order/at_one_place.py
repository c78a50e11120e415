"""What both sides put at one place, in an order that does not depend on whose side is whose; and it is told.

Each side's stays together in its own order. A heading begins a section of its own: what the other side put behind the
paragraph before it stands before the heading.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from models.draft import Draft, Kind, Paragraph, labels
from models.draft.cell_names import cell_name
from models.draft.divisions import HEADINGS
from models.merging.conflict import Row
from models.merging.pairs.blocks import Block, Gone, first_paragraph
from models.merging.pairs.clusters import Sides
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.tables.rows_as_one import Rows
from models.merging.words.called import quoted, words_of

_PHASES = {Kind.MASTHEAD: 1, Kind.SPONSOR_NOTE: 1, Kind.ENACTING: 2, Kind.PREAMBULAR: 3, Kind.CLOSING: 6}
_ITEMS, _OTHERS, _SECTIONS = 0, 4, 5
_BODY = (Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE)
Met = list[tuple[int, int]]
"""The first blocks of two runs, one of each side, that nothing but a rule puts in order."""


def by_phase(
    blocks: Sequence[Block], sides: Sides, rows: Rows, ours: Sequence[int], theirs: Sequence[int], met: Met
) -> list[int]:
    """Two runs without anything in common: phase by phase, in each what was moved first, then by the alphabet."""
    if not ours or not theirs:
        return [*ours, *theirs]
    phases: dict[int, tuple[list[int], list[int]]] = {}
    for side, run in ((OURS, ours), (THEIRS, theirs)):
        phase = 0
        for number in run:
            phase = max(phase, _phase(sides, side, blocks[number]))
            phases.setdefault(phase, ([], []))[side - 1].append(number)

    def rank(run: Sequence[int]) -> list[tuple[bool, int, list[tuple[str, Kind]]]]:
        firsts = [[first_paragraph(sides, blocks[one]) for one in rows.cells.get(n, (n,))] for n in run]
        said = [[(text, kind) for kind, text in cells] for cells in firsts]
        return [(blocks[n].line is None, blocks[n].line or 0, cells) for n, cells in zip(run, said, strict=True)]

    found: list[int] = []
    for phase in sorted(phases):
        runs = sorted((run for run in phases[phase] if run), key=rank)
        if len(runs) == 2:
            moved, new = (blocks[run[0]] for run in runs)
            known = zip(moved.starts, new.starts, strict=True)
            if new.line is None and any(one is not None and two is not None and one > two for one, two in known):
                runs.reverse()
            met += _firsts(rows, runs[0], runs[1])
        for run in runs:
            found += run
    return found


def _firsts(rows: Rows, one: Sequence[int], two: Sequence[int]) -> Met:
    """The first of each of two runs: of rows that come into one table, and of all else, a new table among it."""
    firsts: tuple[dict[object, int], dict[object, int]] = {}, {}
    tables = [{rows.table.get(number) for number in run} for run in (one, two)]
    for run, found in ((one, firsts[0]), (two, firsts[1])):
        for number in run:
            table = rows.table.get(number)
            inside = table is not None and (table[0] == BASE or all(table in own for own in tables))
            found.setdefault(table if inside else None, number)
    return [(first, firsts[1][table]) for table, first in firsts[0].items() if table in firsts[1]]


def _phase(sides: Sides, side: int, block: Block) -> int:
    kind, _ = first_paragraph(sides, block)
    if kind in HEADINGS and block.places[side]:
        before = sides[side].draft.paragraphs[: block.places[side][0]]
        return _SECTIONS if any(one.kind in _BODY for one in before) else _OTHERS
    return _ITEMS if kind is Kind.SUBPARAGRAPH else _PHASES.get(kind, _OTHERS)


def follow(sides: Sides, rows: Sequence[Row], draft: Draft, met: Met) -> list[str]:
    """What there is to say of the order of what both sides put at one place."""
    by_key = {row.key: row for row in rows if row.merged}
    names = labels(draft)
    told = []
    for pair in met:
        found = sorted((by_key[str(number)] for number in pair if str(number) in by_key), key=lambda row: row.merged)
        if len(found) == 2 and all(_in_order(draft.paragraphs[row.merged[0]], row) for row in found):
            places = [row.merged[0] for row in found]
            tables = [cell[0] if (cell := draft.paragraphs[at].cell) else None for at in places]
            rows_of_one = tables[0] is not None and tables[0] == tables[1]
            one, two = (
                names[at]
                or _in_table(draft, row, not rows_of_one)
                or quoted(words_of(sides, row, draft.paragraphs[at]))
                for row, at in zip(found, places, strict=True)
            )
            between = "rows" if rows_of_one else "paragraphs"
            stood = [row for row in found if row.base and not row.moved]
            if len(stood) == 1:
                new, old = (two, one) if stood == found[:1] else (one, two)
                told.append(
                    f"One side put in {new} where the other has {old}: look at the order, and whether both are meant."
                )
                continue
            told.append(f"Both sides put in something between the same {between}, {one} and {two}: look at the order.")
    return told


def _in_order(paragraph: Paragraph, row: Row) -> bool:
    """Whether the place of a paragraph is worth telling: lines of the masthead have theirs.

    A heading about which something is asked is looked at for that.
    """
    return paragraph.kind is not Kind.MASTHEAD and (row.kind != "conflict" or paragraph.kind not in HEADINGS)


def _in_table(draft: Draft, row: Row, whole: bool) -> str | None:
    """What the row of a table is called, or the `whole` table; None of what stands in none, or is asked about."""
    cell, upto = draft.paragraphs[row.merged[0]].cell, 1 if whole else 2
    if cell is None or row.kind == "conflict":
        return None
    return cell_name(draft, [n for n, one in enumerate(draft.paragraphs) if (one.cell or ())[:upto] == cell[:upto]])


Gap = tuple[int, int]
"""The paragraph of the base before it and the one behind it, by their places there."""
Gaps = Mapping[int, Gap]


def gaps(blocks: Sequence[Block], gone: Sequence[Gone], side: int, moved: Collection[int]) -> Gaps:
    """The gap of each block on a side (0 ours, 1 theirs) that the side moved or put in."""
    stands: list[tuple[int, int, int | None]] = []
    for number, block in enumerate(blocks):
        start = block.starts[side]
        if start is not None:
            line = block.places[BASE][0] if block.places[BASE] and number not in moved else -1
            stands.append((start, line, number))
    stands += [(one.stood[side][0], one.base[0], None) for one in gone if one.stood[side]]
    stands.sort(key=lambda one: one[0])
    before = [*_rising([line for _, line, _ in stands])]
    # Seen from the end the lines fall; what does not was moved.
    last = 1 + max((line for _, line, _ in stands), default=0)
    behind = [last - line for line in _rising([last - line if line >= 0 else -1 for _, line, _ in reversed(stands)])]
    behind.reverse()
    return {number: (before[at], behind[at]) for at, (_, _, number) in enumerate(stands) if number is not None}


def _rising(lines: Sequence[int]) -> Iterator[int]:
    """For each place the highest line before it, -1 for none."""
    most = -1
    for line in lines:
        yield most
        most = max(most, line)


def by_gap(
    ours: Sequence[int],
    theirs: Sequence[int],
    gaps: tuple[Gaps, Gaps],
    items: Collection[int],
    together: Callable[[Sequence[int], Sequence[int]], list[int]],
) -> list[int]:
    """Two runs by their gaps, each in its order; `together` puts what stands in one gap in order.

    Items come first, for they belong under what stands before.
    """
    rest = [_parts(run, gaps[side], items) for side, run in enumerate((ours, theirs))]
    found: list[int] = []
    while rest[0] and rest[1]:
        heads = rest[0][0], rest[1][0]
        first = [(heads[side][0] not in items, gaps[side].get(heads[side][0], (-1, -1))) for side in (0, 1)]
        if first[0] == first[1]:
            found += together(rest[0].pop(0), rest[1].pop(0))
        else:
            found += rest[0 if first[0] < first[1] else 1].pop(0)
    return found + [number for run in rest for part in run for number in part]


def _parts(run: Sequence[int], gaps: Gaps, items: Collection[int]) -> list[list[int]]:
    """A run cut where the gap changes; an item that does not come first stays with what it stands under."""
    parts: list[list[int]] = []
    for number in run:
        first = parts[-1][0] in items if parts else False
        other = not parts or gaps.get(number) != gaps.get(parts[-1][-1])
        if not parts or (first and number not in items) or (other and (first or number not in items)):
            parts.append([number])
        else:
            parts[-1].append(number)
    return parts


def in_turn(
    left: Sequence[int],
    its: Sequence[int],
    rank: Mapping[int, int],
    under: Mapping[int, Sequence[int]],
    items: Collection[int],
) -> list[int]:
    """What stayed at a place and the rest of it: those that have a rank by that, each with what stands behind it.

    What comes first in the rest stands behind what stayed there before all others, and, unless it is an item itself,
    behind what both sides have `under` that.
    """
    parts: list[list[int]] = [[one] for one in left] + [[]]
    for number in its:
        if number in rank:
            parts.append([number])
        else:
            parts[-1].append(number)
    first = len(left)
    ranks = [rank.get(part[0], -1) if part else -1 for part in parts]
    others = min(ranks[first + 1 :], default=len(rank))
    head = max((at for at in range(first) if ranks[at] < others), key=ranks.__getitem__, default=None)
    if head is not None:
        own = under.get(left[head], ()) if not (parts[first] and parts[first][0] in items) else ()
        ranks[first] = max([ranks[head], *(rank[number] for number in {*own}.intersection(its))])
    turns = sorted(range(len(parts)), key=lambda at: (ranks[at], at == first))
    return [number for at in turns for number in parts[at]]
