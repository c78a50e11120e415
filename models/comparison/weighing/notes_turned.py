"""Notes of the masthead that are paragraphs of one draft and footnotes of the other: they came and went in form alone.

A Word file may have "* On behalf of a group." as its last line, and so may drafts that are kept, where a text that is
read has it as a footnote.
"""

from __future__ import annotations

from models.draft import Draft, Kind, Paragraph
from models.draft.asterisk_notes import is_asterisks, lettered

Said = tuple[str | None, str]
"""The mark of a note and its words."""


def notes_turned(old: Draft, new: Draft) -> frozenset[Said]:
    """The notes that one draft has as a paragraph alone, and the other as a footnote alone."""
    (lines, notes), (other_lines, other_notes) = (_notes_of(draft) for draft in (old, new))
    return frozenset((lines - notes) & (other_notes - other_lines) | (other_lines - other_notes) & (notes - lines))


def _notes_of(draft: Draft) -> tuple[set[Said], set[Said]]:
    lines = {said_in(line) for line in draft.paragraphs if line.kind is Kind.SPONSOR_NOTE}
    return lines, {(note.mark, note.text.strip()) for note in draft.footnotes if is_asterisks(note.mark)}


def said_in(line: Paragraph) -> Said:
    """The mark and the words of a note that is a paragraph."""
    return line.number, line.text.strip()


def with_letters(line: Paragraph, draft: Draft, turned: frozenset[Said]) -> tuple[str, tuple[int, ...]]:
    """What a line of the masthead says, with the marks of such notes as letters, and the other notes it cites."""
    notes = {note.id: note for note in draft.footnotes if (note.mark, note.text.strip()) in turned}
    runs = lettered(line.runs, notes)
    return "".join([run.text for run in runs]), tuple([run.footnote for run in runs if run.footnote is not None])
