"""One row for all places of a returned file where signs or spaces alone were changed without tracking. No Qt."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.proposals.untracked.untracked import Untracked, told_together
from models.telling.figures import counted
from widgets.paper.pieces import Mark, Piece, tidy
from widgets.returned.view import ReturnedRow

_SHOWN = 12  # kinds of changes, the most frequent first


def with_signs_of(row: ReturnedRow, found: Sequence[Untracked]) -> ReturnedRow:
    """The row of the first of some places, standing for all: where they are, and which sign became which how often."""
    (says,) = told_together(one.sentence for one in found)
    pieces = tidy(tuple(_pieces(Counter(pair for one in found for pair in _changed(one)))))
    return replace(row, says=says, label=None, paragraph=None, pieces=pieces, places=len(found))


def _changed(one: Untracked) -> Iterator[tuple[str, str]]:
    """What went and what came, place by place of the words."""
    gone = come = ""
    for op, text in (*one.words, ("equal", "")):
        if op == "delete":
            gone += text
        elif op == "insert":
            come += text
        elif gone or come:
            yield gone, come
            gone = come = ""


def _pieces(kinds: Counter[tuple[str, str]]) -> Iterator[Piece]:
    for at, ((gone, come), times) in enumerate(kinds.most_common(_SHOWN)):
        yield Piece("; " if at else "")
        yield Piece(_named(gone), mark=Mark.REMOVED)
        yield Piece(" " if gone and come else "")
        yield Piece(_named(come), mark=Mark.ADDED)
        yield Piece(f", {counted(times, 'time')}")
    if len(kinds) > _SHOWN:
        yield Piece(f"; and {counted(len(kinds) - _SHOWN, 'other change')}")


def _named(signs: str) -> str:
    """Signs as one can see them: by their names, where they show nothing."""
    if signs.strip().isprintable() and signs == signs.strip():
        return signs
    return ", ".join(
        unicodedata.name(sign, "line end").lower() if not sign.isprintable() or sign.isspace() else sign
        for sign in signs
    )
