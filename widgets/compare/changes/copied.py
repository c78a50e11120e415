"""What is copied from a comparison: marked as HTML, as it reads in plain words, as paragraphs for a text of ours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from models.clipboard.own import MIME, to_own
from models.comparison.change import Comparison
from models.comparison.units import cell_places
from models.draft import Draft, Paragraph
from models.telling.rows import cell_lines
from widgets.compare.changes.changed_notes import MarkedNotes
from widgets.compare.changes.marked_changes import cells_marked, changed_words
from widgets.paper.copied import as_html, table_html
from widgets.paper.pieces import plain


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


def copied_changes(comparison: Comparison, numbers: Sequence[int]) -> QMimeData:
    """A paragraph, or the cells of a row of a table, with marks and as they read now; what is gone as it was."""
    changes, notes = [comparison.changes[number] for number in numbers], MarkedNotes(comparison)
    draft = comparison.new if any(change.new for change in changes) else comparison.old
    places = [at for change in changes for at in (change.new if draft is comparison.new else change.old)]
    paragraphs = [draft.paragraphs[at] for at in places]
    in_cells = not comparison.once(cell_places).cells.keys().isdisjoint(numbers)
    table = table_html(cells_marked(cell_lines(comparison, numbers), comparison)) if in_cells else ""
    html = f"{table}{as_html(changed_words(changes, comparison, notes, in_cells))}"
    read = [line for change in changes for line in notes.read(change)]
    return mime_of(html, "\n".join([as_it_reads(paragraphs, in_cells=in_cells), *read]), paragraphs, draft)


def copied_paragraphs(draft: Draft, paragraphs: Sequence[Paragraph], *, in_cells: bool) -> QMimeData:
    """Paragraphs, or the cells of a row of a table, of a draft that is compared with none."""
    words = [plain(paragraph, draft) for paragraph in paragraphs]
    html = table_html([[[one] for one in words]]) if in_cells else as_html(words)
    return mime_of(html, as_it_reads(paragraphs, in_cells=in_cells), paragraphs, draft)


def as_it_reads(paragraphs: Sequence[Paragraph], *, in_cells: bool = False) -> str:
    """The words alone; those of cells on one line, as spreadsheets take them."""
    return ("\t" if in_cells else "\n").join(paragraph.text for paragraph in paragraphs)
