"""What both sides put at one place, in an order that does not depend on whose side is whose; and it is told.

Each side's stays together in its own order. A heading begins a section of its own: what the other side put behind the
paragraph before it stands before the heading.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.draft import Draft, Kind, Paragraph, labels
from models.merging.blocks import Block, first_paragraph
from models.merging.clusters import Sides
from models.merging.conflict import Row
from models.merging.sides import OURS, THEIRS
from models.merging.tables.rows_as_one import Rows

_PHASES = {Kind.MASTHEAD: 1, Kind.SPONSOR_NOTE: 1, Kind.ENACTING: 2, Kind.PREAMBULAR: 3, Kind.CLOSING: 6}
_ITEMS, _OTHERS, _SECTIONS = 0, 4, 5
_HEADINGS = (Kind.SECTION, Kind.HEADING, Kind.ANNEX)
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
            met.append((runs[0][0], runs[1][0]))
        for run in runs:
            found += run
    return found


def _phase(sides: Sides, side: int, block: Block) -> int:
    kind, _ = first_paragraph(sides, block)
    if kind in _HEADINGS and block.places[side]:
        before = sides[side].draft.paragraphs[: block.places[side][0]]
        return _SECTIONS if any(one.kind in _BODY for one in before) else _OTHERS
    return _ITEMS if kind is Kind.SUBPARAGRAPH else _PHASES.get(kind, _OTHERS)


def follow(rows: Sequence[Row], draft: Draft, met: Met) -> list[str]:
    """What there is to say of the order of what both sides put at one place."""
    by_key = {row.key: row for row in rows if row.merged}
    names = labels(draft)
    told = []
    for pair in met:
        found = sorted((by_key[str(number)] for number in pair if str(number) in by_key), key=lambda row: row.merged)
        if len(found) == 2 and all(_in_order(draft.paragraphs[row.merged[0]], row) for row in found):
            one, two = (names[row.merged[0]] or _quoted(draft.paragraphs[row.merged[0]].text) for row in found)
            told.append(f"Both sides put in something between the same paragraphs, {one} and {two}: look at the order.")
    return told


def _in_order(paragraph: Paragraph, row: Row) -> bool:
    """Whether the place of a paragraph is worth telling: lines of the masthead have theirs, and rows are told apart.

    A heading about which something is asked is looked at for that.
    """
    if paragraph.kind in (Kind.MASTHEAD, Kind.SPONSOR_NOTE) or paragraph.cell is not None:
        return False
    return row.kind != "conflict" or paragraph.kind not in _HEADINGS


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return f"“{text[:40].rstrip()}{'…' if len(text) > 40 else ''}”"
