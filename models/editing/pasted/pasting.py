"""Paragraphs put in: pasted from elsewhere, or cut here and put back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.comparison.references.sources import is_ibid
from models.draft import Footnote, Kind, Paragraph, Run, tidy_runs
from models.draft.numbering import form_of, has_suffix
from models.editing.acts.deleting import step_delete, step_make_room
from models.editing.acts.set_numbers import counted_again
from models.editing.acts.settling import settle
from models.editing.edit import PASTING, Caret, Entry, Selection
from models.editing.marks.leaving import finish
from models.editing.notes.ibid import without_source
from models.editing.pasted.come_back import as_they_went
from models.editing.pasted.copied import Extent
from models.editing.pasted.pasted_cells import numbered_tables
from models.editing.pasted.pasted_in import Ends, put_in
from models.editing.pasted.pasted_structure import (
    count_goes_on,
    counted_as,
    go_on_as_before,
    introduces,
    is_begun_anew,
    is_line,
    kinds_by_place,
    open_first,
    set_openings,
    stay_printed,
    with_own_heads,
    words_in_cell,
)
from models.editing.pasted.pasted_suffixes import go_with_their_numbers
from models.editing.places import HEADS, fitting, is_item
from models.editing.references.before import was_written
from models.editing.references.brought import Leads, bring
from models.editing.step import Step
from models.editing.table_cells import in_cell
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
    extent: Extent | None = None,
    ended: bool = False,
    leads: Leads | None = None,
) -> None:
    """Paragraphs in the place of what is selected; kind text means: no structure of its own.

    The first joins the paragraph of the caret where it has no structure or the caret is inside words. Others keep
    their kind; numbers are computed, bis and ter stay. Notes get ids of their own, a source that is there already
    is cited again. `came_from`, one for each paragraph, holds for what is nowhere else in the text now; a paragraph
    whose words were all cut continues nothing any longer once they stand elsewhere. `openings`: what came in roman
    letters throughout gets its openings and its organ's line in italics. `apart`: what comes are whole words, and a
    space parts them from the words they come to stand beside. Cells of a table stay cells, in a table of their own.
    `extent`: how far the selection reached that they were copied from. Then kinds are what they were there, text too;
    what was not selected from its beginning on joins the words before the caret, what was not selected to its end those
    behind it; and notes that were two stay two. How many printed numbers are counted now is told.
    `ended`: the last came with the end of its line. `leads`: where references led, so that they mean that, or are told
    to mean nothing here.
    """
    if not paragraphs:
        return
    with working.step(PASTING, selection) as step:
        step.selection = selection  # it may be part of a step that stands elsewhere
        (step_delete if _parts(working, selection.start, paragraphs, extent) else step_make_room)(step, selection)
        if extent is None:
            paragraphs = with_own_heads(working, step.selection.head, paragraphs)
            paragraphs = words_in_cell(working, step.selection.head, paragraphs)
        lines = all(map(is_line, paragraphs))
        if extent is None:
            paragraphs = kinds_by_place(working, step.selection.head, paragraphs)
        known = set(working.notes)
        notes = _notes(step, paragraphs, footnotes, apart=extent is not None)
        ends = Ends.of(paragraphs, extent, ended=ended)
        if extent is None and introduces(paragraphs):
            ends = ends._replace(first=False)
        present = {origin for entry in working.entries if entry.length for origin in entry.came_from}
        alone = not any(entry.length for entry in working.entries)
        goes_on = count_goes_on(working, step.selection.head)
        new, printed = [], stay_printed(paragraphs, extent, alone=alone, goes_on=goes_on)
        for at, paragraph in enumerate(numbered_tables(step, paragraphs)):
            origins = came_from[at] if came_from is not None and at < len(came_from) else ()
            kept = tuple(o for o in origins if o not in present and 0 <= o < len(working.original))
            present.update(kept)
            new.append(_entry(step, paragraph, notes, kept, printed[at]))
        _know_forms(step, new, paragraphs)
        new = as_they_went(step, new)
        _release(step, new)
        begun = {entry.key for entry in working.entries if entry.length}
        fresh, counted = is_begun_anew(working, step.selection.head), counted_as(working, step.selection.head)
        joined = working.entries[step.selection.head.position].key if working.entries else -1
        writes = _writes_there(working, step.selection.head)
        put_in(step, new, ends, apart=apart)
        if fresh and not ends.known:
            keys = _holders(step, [entry.key for entry in new], joined)
            came = zip(keys, paragraphs, strict=True)
            open_first(step, begun, {key for key, one in came if one.kind is Kind.SUBPARAGRAPH})
        if counted and not ends.known and lines and paragraphs[0].kind in (Kind.TEXT, Kind.SUBPARAGRAPH):
            go_on_as_before(step, len(paragraphs), counted if ends.ended else None)
        if openings:
            set_openings(step, begun)
        go_with_their_numbers(step, new, paragraphs)
        # Whole paragraphs are written already, though the caret stands behind the last.
        head = step.selection.head
        last = step.working.entries[head.position]
        whole = last.key not in begun and last.paragraph.kind is not Kind.TEXT and head.place == last.length > 0
        # One that was empty and took words that have no structure is still being written.
        whole = whole and (ends.known or paragraphs[-1].kind is not Kind.TEXT)
        writes = writes and joined != last.key
        there = next((at for at, entry in enumerate(step.working.entries) if writes and entry.key == joined), None)
        if there is not None:
            finish(step, there)
        # A text that was empty reads as what came into it, up to its end; what came from elsewhere may lack its marks.
        stays = [ends.known or bool(entry.end.mark) for entry in working.entries[:-1]] if alone else []
        settle(step, writing=not whole, but=[at for at, stay in enumerate(stays) if stay])
        if whole:
            step.caret(head.position, step.working.entries[head.position].length)
        holders = _holders(step, [entry.key for entry in new], joined)
        step.joined.update((entry.key, one) for entry, one in zip(new, holders, strict=True) if entry.key != one)
        if leads is not None:
            bring(step, leads, holders, notes, {note for note in notes.values() if note not in known})
        if extent is not None:
            _tell_counted(step, new, paragraphs, extent.printed)


def _parts(working: WorkingText, start: Caret, paragraphs: Sequence[Paragraph], extent: Extent | None) -> bool:
    """Whether what is pasted goes on no row and no list that is written over: rows of its own, a PP or an OP."""
    if not working.entries:
        return False
    here = working.entries[fitting(start, working.entries).position]
    if in_cell(here):
        return len({one.cell for one in paragraphs}) > 1
    whole = extent.begun if extent is not None else not all(map(is_line, paragraphs))
    return whole and is_item(here) and paragraphs[0].kind in HEADS


def _know_forms(step: Step, new: Sequence[Entry], paragraphs: Sequence[Paragraph]) -> None:
    """Items whose numbers are not in Latin letters, as "б)" and "（二）", count on in theirs."""
    for entry, one in zip(new, paragraphs, strict=True):
        item = one.kind is Kind.SUBPARAGRAPH and one.number is not None and not entry.printed
        form = form_of(one.number, entry.paragraph.level) if item and one.number else None
        if form is not None and form.alphabet not in ("", "figures"):
            step.forms[entry.key] = form


def _writes_there(working: WorkingText, at: Caret) -> bool:
    """Whether a paragraph is being written: the last steps wrote in it, or the caret stands behind its words."""
    if not working.entries:
        return False
    here = fitting(at, working.entries)
    length = working.entries[here.position].length
    return length > 0 and (here.place == length or was_written(working, here.position))


def _holders(step: Step, keys: Sequence[int], joined: int) -> list[int]:
    """The keys of the paragraphs in which what came stands: the first and the last of it may in what was there."""
    entries = step.working.entries
    here = {entry.key for entry in entries}
    last = entries[step.selection.head.position].key
    first = joined if joined in here else last
    return [key if key in here else first if key == keys[0] else last for key in keys]


def _tell_counted(step: Step, new: Sequence[Entry], paragraphs: Sequence[Paragraph], printed: Sequence[bool]) -> None:
    """Say how many of the pasted paragraphs had a number of their own and are counted now."""
    made = zip(new, paragraphs, printed, strict=True)
    given = {entry.key: one.number for entry, one, had in made if had and not entry.printed}
    if not given:
        return
    working = step.working
    there = ((entry.key, working.number(at)) for at, entry in enumerate(working.entries) if entry.key in given)
    count = sum(number not in (None, given[key]) for key, number in there)
    if count:
        step.told = counted_again(count)


def _release(step: Step, new: Sequence[Entry]) -> None:
    """Let empty paragraphs be, and continue, no longer what pasted ones are and continue."""
    keys, origins = {entry.key for entry in new}, {origin for entry in new for origin in entry.came_from}
    for position, entry in enumerate(step.working.entries):
        if not entry.length and (entry.key in keys or not origins.isdisjoint(entry.came_from)):
            key = step.working.fresh_key() if entry.key in keys else entry.key
            step.put(position, replace(entry, key=key, came_from=tuple(o for o in entry.came_from if o not in origins)))


def _entry(step: Step, paragraph: Paragraph, notes: dict[int, int], came_from: tuple[int, ...], printed: bool) -> Entry:
    runs = tidy_runs(
        replace(run, footnote=notes[run.footnote]) if run.footnote is not None else run
        for run in paragraph.runs
        if run.footnote is None or run.footnote in notes
    )
    level = max(paragraph.level, 1) if paragraph.kind is Kind.SUBPARAGRAPH else paragraph.level
    label = paragraph.set_label if has_suffix(paragraph.set_label) else None
    kept = Paragraph(paragraph.kind, runs, level, paragraph.number if printed else None, label, paragraph.cell)
    return step.new(kept, came_from, printed=printed)


def _notes(
    step: Step, paragraphs: Sequence[Paragraph], footnotes: Iterable[Footnote], *, apart: bool
) -> dict[int, int]:
    """The ids here of the notes that pasted paragraphs cite, by their ids there; `apart`: two there are two here."""
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
