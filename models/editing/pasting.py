"""Paragraphs put in: pasted from elsewhere, or cut here and put back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.comparison.sources import is_ibid
from models.draft import Footnote, Kind, Paragraph, Run, tidy_runs
from models.draft.numbering import has_suffix
from models.editing.before_mark import make_way
from models.editing.deleting import close_gaps, step_delete
from models.editing.edit import Caret, Entry, Selection
from models.editing.ibid import without_source
from models.editing.joining import with_space
from models.editing.pasted_cells import numbered_tables, placed_in_table, stands_alone
from models.editing.pasted_structure import (
    go_on_as_before,
    goes_on_from_words,
    is_begun_anew,
    is_counted,
    open_first,
    set_openings,
    with_own_heads,
)
from models.editing.places import block_end, depth, fitting, is_item, is_quote
from models.editing.runs import Runs, cut, joined, length, shown
from models.editing.settling import settle
from models.editing.step import Step
from models.editing.working import WorkingText

CameFrom = Sequence[tuple[int, ...]]


def insert_paragraphs(
    working: WorkingText,
    selection: Selection,
    paragraphs: Sequence[Paragraph],
    footnotes: Iterable[Footnote] = (),
    came_from: CameFrom | None = None,
    *,
    openings: bool = False,
    apart: bool = False,
) -> None:
    """Paragraphs in the place of what is selected; kind text means: no structure of its own.

    The first joins the paragraph of the caret where it has no structure or the caret is inside words. Others keep
    their kind; numbers are computed, bis and ter stay. Notes get ids of their own, a source that is there already
    is cited again. `came_from`, one for each paragraph, holds for what is nowhere else in the text now; a paragraph
    whose words were all cut continues nothing any longer once they stand elsewhere. `openings`: what came in roman
    letters throughout gets its openings and its organ's line in italics. `apart`: what comes are whole words, and a
    space parts them from the words they come to stand beside. Cells of a table stay cells, in a table of their own.
    """
    if not paragraphs:
        return
    with working.step("Paste", selection) as step:
        step_delete(step, selection)
        paragraphs = with_own_heads(working, step.selection.head, paragraphs)
        notes = _notes(step, paragraphs, footnotes)
        present = {origin for entry in working.entries if entry.length for origin in entry.came_from}
        new = []
        for at, paragraph in enumerate(numbered_tables(step, paragraphs)):
            origins = came_from[at] if came_from is not None and at < len(came_from) else ()
            kept = tuple(o for o in origins if o not in present and 0 <= o < len(working.original))
            present.update(kept)
            counts_on = at > 0 and goes_on_from_words(paragraphs[at - 1], paragraph)
            new.append(_entry(step, paragraph, notes, kept, counts_on))
        _release(step, {origin for entry in new for origin in entry.came_from})
        begun = {entry.key for entry in working.entries if entry.length}
        fresh, counted = is_begun_anew(working, step.selection.head), is_counted(working, step.selection.head)
        _put(step, new, apart=apart)
        if fresh:
            open_first(step, begun)
        if counted and all(one.kind is Kind.TEXT and one.cell is None for one in paragraphs):
            go_on_as_before(step, len(paragraphs))
        if openings:
            set_openings(step, begun)
        # Whole paragraphs are written already, though the caret stands behind the last.
        head = step.selection.head
        last = step.working.entries[head.position]
        whole = last.key not in begun and last.paragraph.kind is not Kind.TEXT and head.place == last.length > 0
        # One that was empty and took words that have no structure is still being written.
        whole = whole and paragraphs[-1].kind is not Kind.TEXT
        settle(step, writing=not whole)
        if whole:
            step.caret(head.position, step.working.entries[head.position].length)


def _release(step: Step, origins: set[int]) -> None:
    """Let empty paragraphs continue no longer what pasted ones continue."""
    if not origins:
        return
    for position, entry in enumerate(step.working.entries):
        if not entry.length and not origins.isdisjoint(entry.came_from):
            step.put(position, replace(entry, came_from=tuple(o for o in entry.came_from if o not in origins)))


def _entry(
    step: Step, paragraph: Paragraph, notes: dict[int, int], came_from: tuple[int, ...], counts_on: bool
) -> Entry:
    runs = tidy_runs(
        replace(run, footnote=notes[run.footnote]) if run.footnote is not None else run
        for run in paragraph.runs
        if run.footnote is None or run.footnote in notes
    )
    level = max(paragraph.level, 1) if paragraph.kind is Kind.SUBPARAGRAPH else 0
    printed = has_suffix(paragraph.number) or counts_on
    label = paragraph.set_label if has_suffix(paragraph.set_label) else None
    kept = Paragraph(paragraph.kind, runs, level, paragraph.number if printed else None, label, paragraph.cell)
    return step.new(kept, came_from, printed=printed)


def _notes(step: Step, paragraphs: Sequence[Paragraph], footnotes: Iterable[Footnote]) -> dict[int, int]:
    """The ids here of the notes that pasted paragraphs cite, by their ids there."""
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
            if same is None or (_stands_for_another(note) and same in cited):
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


def _put(step: Step, new: list[Entry], *, apart: bool) -> None:
    entries = step.working.entries
    if not entries:
        step.replace(0, 0, new)
        step.caret(len(new) - 1, new[-1].length)
        return
    at = fitting(step.selection.head, entries)
    new = placed_in_table(step, at, new)
    entries = step.working.entries
    here = entries[at.position]
    elsewhere = new[0].paragraph.cell != here.paragraph.cell
    loose = new[0].paragraph.kind is Kind.TEXT and not elsewhere
    inside = 0 < at.place < here.length
    if len(new) == 1 and (loose or inside) and not elsewhere:
        _inline(step, at, new[0], apart=apart)
    elif not here.length and not loose and not (elsewhere and _is_held(entries, at.position)):
        _among(step, at.position, at.position + 1, new)
    elif loose or inside:
        _around(step, at, new, apart=apart)
    elif at.place == 0:
        _among(step, at.position, at.position, new)
    else:
        after = at.position + 1
        if not is_item(new[0]) and not is_quote(new[0]) and depth(new[0]) is not None:
            after = block_end(entries, at.position)
        _among(step, after, after, new)


def _is_held(entries: Sequence[Entry], position: int) -> bool:
    """Whether a paragraph is a cell among others of its table."""
    return entries[position].paragraph.cell is not None and not stands_alone(entries, position)


def _inline(step: Step, at: Caret, new: Entry, *, apart: bool) -> None:
    """Words into the words of a paragraph; an empty one that continues nothing continues what they continued."""
    way = make_way(step.working, Selection(at, at), new.text)
    here, place = step.working.entries[at.position], way.start.place
    head, tail = cut(here.paragraph.runs, 0, place), cut(here.paragraph.runs, way.end.place)
    runs = _between(head, new.paragraph.runs, tail) if apart else joined(head, new.paragraph.runs)
    step.put(at.position, replace(here.with_runs(joined(runs, tail)), came_from=_joined_origins(here, new)))
    step.caret(at.position, length(runs))


def _between(head: Runs, new: Runs, tail: Runs) -> Runs:
    """Words behind others and before others, up to these: one space on either side, where none is there yet."""
    words = shown(new)
    first = len(words) - len(words.lstrip()) if shown(head)[-1:].isspace() else 0
    last = len(words.rstrip()) if shown(tail)[:1].isspace() else len(words)
    new = cut(new, first, max(first, last))
    return with_space(joined(with_space(head, new), new), tail)


def _joined_origins(here: Entry, new: Entry) -> tuple[int, ...]:
    own = here.came_from if here.length else ()
    return (*own, *(origin for origin in new.came_from if origin not in own)) or here.came_from


def _around(step: Step, at: Caret, new: list[Entry], *, apart: bool) -> None:
    """The first joins what is before the caret, the last what is after it if it has no structure of its own."""
    here = step.working.entries[at.position]
    runs = here.paragraph.runs
    head, tail = cut(runs, 0, at.place), cut(runs, at.place)
    parts = [here.with_runs(head), *new]
    if new[0].paragraph.cell == here.paragraph.cell:
        begun = with_space(head, new[0].paragraph.runs) if apart else head
        first = here.with_runs(joined(begun, new[0].paragraph.runs))
        parts = [replace(first, came_from=_joined_origins(here.with_runs(head), new[0])), *new[1:]]
    caret = Caret(at.position + len(parts) - 1, new[-1].length)
    if tail:
        last = new[-1]
        if last.paragraph.kind is Kind.TEXT and last.paragraph.cell == here.paragraph.cell:
            words = with_space(last.paragraph.runs, tail) if apart else last.paragraph.runs
            caret = Caret(caret.position, length(words))
            kind = replace(here.paragraph, number=None, set_label=None, runs=joined(words, tail))
            origins = (*here.came_from, *(o for o in last.came_from if o not in here.came_from))
            parts[-1] = Entry(last.key, kind, origins)
        else:
            kind = replace(here.paragraph, number=None, set_label=None, runs=tail)
            parts.append(step.new(kind, here.came_from))
    step.replace(at.position, at.position + 1, parts)
    for position in range(at.position + 1, at.position + len(parts) + 1):
        _fit(step, position)
    step.selection = Selection(caret, caret)


def _among(step: Step, start: int, end: int, new: list[Entry]) -> None:
    """Whole paragraphs among the others."""
    step.replace(start, end, new)
    for position in range(start, start + len(new) + 1):
        _fit(step, position)
    caret = Caret(start + len(new) - 1, length(new[-1].paragraph.runs))
    step.selection = Selection(caret, caret)


def _fit(step: Step, position: int) -> None:
    """Raise a pasted list that begins deeper than its place allows."""
    entries = step.working.entries
    if position < len(entries) and is_item(entries[position]):
        close_gaps(step, position)
