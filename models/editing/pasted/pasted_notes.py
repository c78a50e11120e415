"""The notes of what is pasted: one with a source that is cited here already is cited again, others are new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.comparison.references.sources import is_ibid
from models.draft import Footnote, Paragraph, Run, tidy_runs
from models.editing.notes.ibid import without_source
from models.editing.step import Step


def put_notes(
    step: Step, paragraphs: Sequence[Paragraph], footnotes: Iterable[Footnote], *, apart: bool
) -> dict[int, int]:
    """The ids here of the notes that pasted paragraphs cite, by those there; `apart`: two there are two here."""
    working = step.working
    pasted = {note.id: note for note in footnotes}
    cited = set(working.cited())
    known = {_source(note): note.id for note in reversed(working.notes.values()) if _source(note)}
    ids: dict[int, int] = {}
    for paragraph in paragraphs:
        for note_id in paragraph.footnotes:
            note = pasted.get(note_id)
            if note is None or note_id in ids:
                continue
            same = known.get(_source(note))
            if apart and note.id in working.notes and _source(working.notes[note.id]) == _source(note) is not None:
                same = note.id
            one_more = (_stands_for_another(note) and same in cited) or (apart and same in ids.values())
            if same is None or one_more:
                same = working.fresh_note()
                step.set_note(same, Footnote(same, note.mark, tidy_runs(_plain(note.runs))))
                if is_ibid(note.text) and not ids:
                    without_source(working, same)
                if _source(note):
                    known[_source(note)] = same
            cited.add(same)
            ids[note_id] = same
    return ids


def _plain(runs: Iterable[Run]) -> list[Run]:
    """The runs of a note; a note holds no notes."""
    return [run for run in runs if run.footnote is None]


def _source(note: Footnote) -> tuple[str, str] | None:
    """What makes a note the same note: its words, and a mark that is no number."""
    words = " ".join(note.text.split())
    return (words, "" if note.mark.isdigit() else note.mark) if words else None


def _stands_for_another(note: Footnote) -> bool:
    """Whether a note means the one before it, so that it cannot be cited again from elsewhere."""
    return note.text.strip().casefold().startswith(("ibid", "idem", "id."))
