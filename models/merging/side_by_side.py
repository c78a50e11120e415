"""What was asked as one and taken from a side stands side by side, be there others between on that side: it is told."""

from __future__ import annotations

from collections.abc import Iterator

from models.draft import Draft, labels
from models.merging.called import quoted
from models.merging.clusters import consecutive
from models.merging.sheet import Sheet
from models.merging.sides import NAMES


def follow(sheet: Sheet, draft: Draft) -> Iterator[str]:
    """A sentence for each answer by which paragraphs, or rows of a table, came together that do not stand so there."""
    for one in sheet.conflicts:
        if one.kind != "shape" or one.choice is None or one.row is None or one.choice.way not in NAMES:
            continue
        row = sheet.rows[one.row]
        if consecutive((row.base, row.ours, row.theirs)[NAMES.index(one.choice.way)]):
            continue
        paragraphs = [draft.paragraphs[at] for at in row.merged]
        firsts = [at for at, its in zip(row.merged, paragraphs, strict=True) if its.cell is None or not its.cell[2]]
        if len(firsts) > 1:
            names = labels(draft)
            first, last = (names[at] or quoted(draft.paragraphs[at].text) for at in (firsts[0], firsts[-1]))
            said = f"{first} {'and' if len(firsts) == 2 else 'to'} {last} stand side by side now"
            yield f"{said}, and the text they are taken from has others between them: look where they belong."
