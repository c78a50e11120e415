"""What a paragraph of a merge is asked about that is none of its words: its footnote, its place, its kind, its number.

It stands under the words of each side, so that what clashes can be read there and not in the answers alone.
"""

from __future__ import annotations

from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.merging import Conflict
from models.merging.sides import BASE, NAMES
from widgets.merge.result import Paragraphs
from widgets.merge.sentences import said, side_text
from widgets.merge.table import Item, MergeTable
from widgets.paper.pieces import Mark, Piece, Pieces

_NBSP = "\u00a0"
_MARKS = {"equal": Mark.NONE, "insert": Mark.ADDED, "delete": Mark.REMOVED}


def aside_pieces(table: MergeTable, item: Item, side: int) -> Paragraphs:
    """What a side has of it, 0 the base; ours (1) and theirs (2) are marked against the base."""
    if item.row is None:
        return ()
    return tuple(found for one in item.conflicts if (found := _aside(table, item, one, side)))


def _aside(table: MergeTable, item: Item, conflict: Conflict, side: int) -> Pieces:
    if conflict.kind == "footnote":
        own, old = (_note(table, item, conflict, one) for one in (side, BASE))
        lead = Piece(f"{conflict.label}{_NBSP}{_NBSP}", mark=Mark.SIDE)
        if side == BASE or not old:
            return (lead, Piece(own)) if own else ()
        return (lead, *(Piece(text, mark=_MARKS[op]) for op, text in readable(word_diff(old, own))))
    if conflict.kind not in ("moved", "kind", "number", "reference"):
        return ()
    text, before = side_text(conflict, NAMES[side]), conflict.base
    if not text:
        return ()
    shown = f"means {said(conflict, NAMES[side])}" if conflict.kind == "reference" else text
    return (Piece(shown, mark=Mark.ADDED if side != BASE and text != before else Mark.NONE),)


def _note(table: MergeTable, item: Item, conflict: Conflict, side: int) -> str:
    """All that the footnote says on a side: that of the paragraph in which the words stand; else the words alone."""
    row = table.rows[item.row or 0]
    words, draft = side_text(conflict, NAMES[side]), table.drafts[side]
    for at in (row.base, row.ours, row.theirs)[side]:
        for note in draft.paragraphs[at].footnotes:
            found = draft.note.get(note)
            if found is not None and words in found.text:
                return found.text
    return words
