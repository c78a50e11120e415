"""What stands in the cells of drafts in columns: paragraphs, each marked against the column before it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.comparison.change import Change
from models.comparison.words.marked import Words
from models.draft import Draft
from widgets.compare.changes.chosen import shown_words
from widgets.paper.marked import marked
from widgets.paper.pieces import Pieces

if TYPE_CHECKING:
    from models.comparison.columns import Columns


@dataclass(frozen=True, slots=True)
class CellPart:
    """The paragraphs of one change in a cell, and how many stretches of them can be folded."""

    change: Change | None
    positions: tuple[int, ...]
    pieces: list[Pieces]
    folds: int


def cell_parts(
    columns: Columns, rows: Iterable[int], column: int, *, opened: Collection[int] = (), fold: bool = True
) -> list[CellPart]:
    """The paragraphs of a cell change by change, of some rows one after another; folds are counted through all."""
    draft, before = columns.drafts[column], columns.drafts[column - 1]
    parts: list[CellPart] = []
    for number, positions in stretches(columns, rows, column):
        change = columns.comparisons[column - 1].changes[number] if number is not None else None
        parts.append(_part(change, positions, before if change is not None else draft, draft, opened, fold, parts))
    return parts


def stretches(columns: Columns, rows: Iterable[int], column: int) -> Iterator[tuple[int | None, tuple[int, ...]]]:
    """The paragraphs of a cell by the change they are of, counted in the comparison with the column before; None where
    they are of none."""
    for row in rows:
        cell = columns.rows[row].cells[column]
        found = [(number, columns.comparisons[column - 1].changes[number].new) for number in cell.changes]
        told = {at for _, positions in found for at in positions}
        yield from ((None, (at,)) for at in cell.positions if at not in told)
        yield from ((number, positions) for number, positions in found if positions)


def as_before(change: Change, *, housekeeping: bool) -> bool:
    """Whether nothing of a change is to be seen; `housekeeping`: whether that counts."""
    return change.weight is None or (change.weight == "housekeeping" and not housekeeping)


def is_taken(columns: Columns, rows: Iterable[int], column: int, taken: Collection[int]) -> bool:
    """Whether all that differs in a cell from the column before is among changes, by number, that are taken."""
    if not column or not taken:
        return False
    changes = columns.comparisons[column - 1].changes
    here = [number for row in rows for number in columns.rows[row].cells[column].changes]
    differing = [number for number in here if changes[number].weight is not None]
    return bool(differing) and all(number in taken for number in differing)


def _part(
    change: Change | None,
    positions: tuple[int, ...],
    before: Draft,
    draft: Draft,
    opened: Collection[int],
    fold: bool,
    others: Sequence[CellPart],
) -> CellPart:
    first = sum(part.folds for part in others)
    new = [draft.paragraphs[at] for at in positions]
    old = [before.paragraphs[at] for at in change.old] if change is not None else new
    quiet = change is not None and change.weight == "housekeeping"
    if change is None:
        words: Words = (("equal", "\n".join(paragraph.text for paragraph in new)),)
    else:
        words = shown_words(change)
    open_here = [number - first for number in opened if number >= first]
    made = marked(words, old, new, (before, draft), opened=open_here, fold=fold, quiet=quiet)
    pieces = [
        tuple(piece if piece.fold is None else replace(piece, fold=piece.fold + first) for piece in paragraph)
        for paragraph in made.inline
    ]
    return CellPart(change, positions, pieces, made.folds)
