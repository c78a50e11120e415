"""Paragraphs with their marks for the clipboard: HTML that Word understands, and plain text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from widgets.paper.pieces import Mark, Piece, Pieces


def as_html(paragraphs: Sequence[Pieces]) -> str:
    """Insertions and deletions as `ins` and `del`."""
    return "".join(f"<p>{''.join(map(_html, pieces))}</p>" for pieces in paragraphs)


def as_plain(paragraphs: Sequence[Pieces]) -> str:
    """The words as they read now: what is gone is left out, and so are the marks of notes."""
    return "\n".join(
        "".join(piece.text for piece in pieces if piece.mark is not Mark.REMOVED and not piece.note)
        for pieces in paragraphs
    )


def _html(piece: Piece) -> str:
    text = escape(piece.text, quote=False)
    for wanted, tag in (
        (piece.italic, "i"),
        (piece.bold, "b"),
        (piece.underline, "u"),
        (piece.note, "sup"),
        (piece.mark is Mark.ADDED, "ins"),
        (piece.mark is Mark.REMOVED, "del"),
    ):
        if wanted:
            text = f"<{tag}>{text}</{tag}>"
    return text
