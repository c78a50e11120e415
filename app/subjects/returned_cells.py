"""Where proposals stand in tables, as their rows on a page say it: by the names of row and column. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from models.draft import Draft
from models.draft.cell_names import CellNames, row_words
from models.proposals.laid.rendering import Row
from models.proposals.proposal import Proposal

_New = tuple[str, tuple[int, ...]]
"""A new row: the key of the proposal that makes it, and which of the rows of its file it is."""


class CellsAsked:
    """The cells that proposals on a text are about, in old rows and in new ones."""

    def __init__(self, ground: Draft, proposals: Iterable[Proposal]) -> None:
        self._names = CellNames(ground)
        self._there = {one.key: one for one in proposals}
        self._made = {
            (key, one.cell[:2])
            for key, proposal in self._there.items()
            for edit in proposal.edits
            for one, after in pairwise(edit.come)
            if one.cell is not None and one.cell != after.cell
        }

    def of(self, rows: Sequence[Row]) -> Iterator[str | None]:
        """What the cell of each of some rows of marked words is called; a new line is in that of what follows."""
        new = [self._new(row) for row in rows]
        texts: dict[_New, list[str]] = {}
        for row, made in zip(rows, new, strict=True):
            if made is not None:
                texts.setdefault(made, []).append(_left(row))
        found: list[str | None] = []
        behind: int | None = None
        for row, made in zip(reversed(rows), reversed(new), strict=True):
            behind = row.base if row.base is not None else behind
            if row.paragraph.cell is None or made is not None:
                found.append(f"the new row “{row_words(texts[made])}”" if made is not None else None)
            else:
                found.append(self._names.name([behind]) if behind is not None else None)
        yield from reversed(found)

    def _new(self, row: Row) -> _New | None:
        """The new row that what comes stands in, or makes."""
        if row.base is not None or row.paragraph.cell is None:
            return None
        for proposal in row.end.by:
            at = (_host(proposal, self._there), row.paragraph.cell[:2])
            if at in self._made:
                return at
        return None


def _host(proposal: Proposal, there: Mapping[str, Proposal]) -> str:
    """The key of what a proposal amends in the end, its own where that is nothing."""
    while (host := there.get(proposal.against or "")) is not None:
        proposal = host
    return proposal.key


def _left(row: Row) -> str:
    return "".join(piece.text for piece in row.pieces if piece.op != "delete" and not piece.struck_by)
