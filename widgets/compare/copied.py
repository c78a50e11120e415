"""What is copied from a comparison: marked as HTML, as it reads in plain words, as paragraphs for a text of ours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from models.clipboard.own import MIME, to_own
from models.draft import Draft, Paragraph


def mime_of(html: str, plain: str, paragraphs: Sequence[Paragraph] = (), draft: Draft | None = None) -> QMimeData:
    """All forms at once; `paragraphs` are those of `draft` that are pasted into a working text."""
    mime = QMimeData()
    mime.setHtml(html)
    mime.setText(plain)
    if paragraphs and draft is not None:
        cited = dict.fromkeys(note for paragraph in paragraphs for note in paragraph.footnotes)
        notes = [draft.note[note] for note in cited if note in draft.note]
        mime.setData(MIME, to_own(paragraphs, notes))
    return mime


def as_it_reads(paragraphs: Sequence[Paragraph]) -> str:
    """The words alone."""
    return "\n".join(paragraph.text for paragraph in paragraphs)
