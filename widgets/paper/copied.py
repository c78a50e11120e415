"""Paragraphs with their marks for the clipboard: HTML that Word, LibreOffice and mail programs understand."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from widgets.paper.pieces import Mark, Piece, Pieces

# LibreOffice goes on striking after the end of a `del`, to the end of the page: spans say it to all of them.
_MARKED = {
    Mark.ADDED: "color:#0b57a4;text-decoration:underline",
    Mark.REMOVED: "color:#ae2a20;text-decoration:line-through",
}


def as_html(paragraphs: Sequence[Pieces]) -> str:
    """Insertions underlined and deletions struck, in colour."""
    return "".join(f"<p>{''.join(map(_html, pieces))}</p>" for pieces in paragraphs)


def _html(piece: Piece) -> str:
    text = escape(piece.text, quote=False)
    for wanted, tag in ((piece.italic, "i"), (piece.bold, "b"), (piece.underline, "u"), (piece.note, "sup")):
        if wanted:
            text = f"<{tag}>{text}</{tag}>"
    style = _MARKED.get(piece.mark)
    return text if style is None else f'<span style="{style}">{text}</span>'
