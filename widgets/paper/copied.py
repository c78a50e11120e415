"""Paragraphs with their marks for the clipboard: HTML that Word, LibreOffice and mail programs understand, and signs
for what takes letters alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from models.forms.inline_marks import marked, raised, signed
from models.forms.spoken import spoken
from widgets.paper.pieces import Piece, Pieces


def as_html(paragraphs: Sequence[Pieces]) -> str:
    """Insertions underlined and deletions struck, in colour."""
    said = spoken("".join(piece.text for piece in pieces) for pieces in paragraphs)
    return "".join(f"<p{said}>{inline_html(pieces)}</p>" for pieces in paragraphs)


def as_signed(paragraphs: Sequence[Pieces]) -> str:
    """Insertions and deletions between signs, a paragraph on each line."""
    return "\n".join(
        signed((piece.mark.value, raised(piece.text) if piece.note else piece.text) for piece in pieces)
        for pieces in paragraphs
    )


Cells = Sequence[Sequence[Sequence[Pieces]]]
"""Rows of a table, their cells, and the paragraphs of each."""


def table_html(rows: Cells) -> str:
    """Rows of a table with hairlines; Word and LibreOffice make a table of it."""
    said = spoken("".join(piece.text for piece in pieces) for line in rows for cell in line for pieces in cell)
    lines = ("".join(f"<td valign='top'>{'<br>'.join(map(inline_html, cell))}</td>" for cell in line) for line in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table{said} border='1' style='border-collapse:collapse' cellpadding='4' cellspacing='0'>{body}</table>"


def table_signed(rows: Cells) -> str:
    """The same in letters: a row on each line, a bar between its cells."""
    return "\n".join(" | ".join(as_signed(cell).replace("\n", " ") for cell in line) for line in rows)


def inline_html(pieces: Pieces) -> str:
    """The words of one paragraph, marked in the same way."""
    return "".join(map(_html, pieces))


def _html(piece: Piece) -> str:
    text = escape(piece.text, quote=False)
    for wanted, tag in ((piece.italic, "i"), (piece.bold, "b"), (piece.underline, "u"), (piece.note, "sup")):
        if wanted:
            text = f"<{tag}>{text}</{tag}>"
    return marked(piece.mark.value, text)
