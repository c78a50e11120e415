"""Paragraphs with their marks for the clipboard: HTML that Word, LibreOffice and mail programs understand, and signs
for what takes letters alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from models.forms.inline_marks import marked, raised, signed
from widgets.paper.pieces import Piece, Pieces


def as_html(paragraphs: Sequence[Pieces]) -> str:
    """Insertions underlined and deletions struck, in colour."""
    return "".join(f"<p>{inline_html(pieces)}</p>" for pieces in paragraphs)


def as_signed(paragraphs: Sequence[Pieces]) -> str:
    """Insertions and deletions between signs, a paragraph on each line."""
    return "\n".join(
        signed((piece.mark.value, raised(piece.text) if piece.note else piece.text) for piece in pieces)
        for pieces in paragraphs
    )


def inline_html(pieces: Pieces) -> str:
    """The words of one paragraph, marked in the same way."""
    return "".join(map(_html, pieces))


def _html(piece: Piece) -> str:
    text = escape(piece.text, quote=False)
    for wanted, tag in ((piece.italic, "i"), (piece.bold, "b"), (piece.underline, "u"), (piece.note, "sup")):
        if wanted:
            text = f"<{tag}>{text}</{tag}>"
    return marked(piece.mark.value, text)
