"""Whether words with proposals are in the text with some of these, and in the one with all."""

from __future__ import annotations

from collections.abc import Set

from models.proposals.laid.rendering import Piece


def state(piece: Piece, before: Set[str]) -> tuple[bool, bool]:
    """Whether words, or an end, are in the text with the proposals `before`, and in the one with all of them."""
    earlier = any(proposal.key in before for proposal in piece.by)
    if piece.op == "insert":
        was = earlier and not any(proposal.key in before for proposal in piece.struck_by)
        return was, not piece.struck_by
    return not (piece.op == "delete" and earlier), piece.op == "equal"
