"""Paragraphs put in: pasted from elsewhere, or cut here and put back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from models.draft import Footnote, Kind, Paragraph, tidy_runs
from models.draft.numbering import form_of, has_suffix
from models.editing.acts.deleting import step_delete, step_make_room
from models.editing.acts.set_numbers import counted_again
from models.editing.acts.settling import settle
from models.editing.edit import PASTING, Caret, Entry, Selection
from models.editing.marks.duties import Duties
from models.editing.marks.leaving import finish
from models.editing.pasted.come_back import as_they_went
from models.editing.pasted.copied import Extent
from models.editing.pasted.pasted_cells import numbered_tables
from models.editing.pasted.pasted_in import Ends, put_in, with_numbers_in_words
from models.editing.pasted.pasted_notes import put_notes
from models.editing.pasted.pasted_signs import go_on_with_signs
from models.editing.pasted.pasted_structure import (
    closing_by_place,
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
from models.editing.runs import Runs
from models.editing.step import Step
from models.editing.table_cells import in_cell
from models.editing.typed.list_forms import follow_forms
from models.editing.working import WorkingText
from models.reading.letter_around import greets, of_letter, plain_letter

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
    written: Sequence[Runs | None] = (),
) -> Sequence[int]:
    """Paragraphs in the place of what is selected; kind text means: no structure of its own. Gives the keys of those in
    which each stands now.

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
    to mean nothing here. `written`: the words of each with its number, where that is one of them; it stays so in a
    sentence, and in a cell.
    """
    if not paragraphs:
        return ()
    with working.step(PASTING, selection) as step:
        step.selection = selection  # it may be part of a step that stands elsewhere
        (step_delete if _parts(working, selection.start, paragraphs, extent) else step_make_room)(step, selection)
        lines, paragraphs = _as_there(working, step.selection.head, paragraphs, extent)
        ends = Ends.of(paragraphs, extent, ended=ended)
        if extent is None and (introduces(paragraphs) or greets(paragraphs)):
            ends = ends._replace(first=False)
        paragraphs = with_numbers_in_words(working, step.selection.head, paragraphs, written, ends)
        leads = leads.to_numbered(paragraphs) if leads is not None and any(written) else leads
        known = set(working.notes)
        notes = put_notes(step, paragraphs, footnotes, apart=extent is not None)
        new = _entries(step, paragraphs, extent, notes, came_from or ())
        _release(step, new)
        before = _Before.of(working, step.selection.head)
        put_in(step, new, ends, apart=apart)
        if before.fresh and not ends.known:
            stays = of_letter(paragraphs) | {at for at, one in enumerate(paragraphs) if one.kind is Kind.SUBPARAGRAPH}
            holders = _holders(step, new, before.joined)
            open_first(step, before.begun, {key for at, key in enumerate(holders) if at in stays})
        if before.counted and not ends.known and lines and paragraphs[0].kind in (Kind.TEXT, Kind.SUBPARAGRAPH):
            go_on_as_before(step, len(paragraphs), before.counted if ends.ended else None)
        if openings:
            set_openings(step, before.begun)
        if extent is None:
            go_on_with_signs(step, new)
        follow_forms(step)
        go_with_their_numbers(step, new, paragraphs)
        _leave(step, before, ends, {entry.key for entry in new}, wrote_text=paragraphs[-1].kind is Kind.TEXT)
        holders = _holders(step, new, before.joined)
        _remember_join(working, new[-1], holders[-1])
        step.joined.update((entry.key, one) for entry, one in zip(new, holders, strict=True) if entry.key != one)
        if leads is not None:
            bring(step, leads, holders, notes, {note for note in notes.values() if note not in known})
        if extent is not None:
            _tell_counted(step, new, paragraphs, extent.printed)
        return holders


class _Before(NamedTuple):
    """The text that paragraphs are pasted into, as it stands without them.

    `begun`: the keys of the paragraphs with words. `joined`: that of the paragraph at the caret, -1 in an empty text.
    `fresh`: it is yet to be told what it is. `counted`: it, where it is counted. `writes`: it is being written.
    """

    begun: set[int]
    joined: int
    fresh: bool
    counted: Paragraph | None
    writes: bool

    @classmethod
    def of(cls, working: WorkingText, at: Caret) -> _Before:
        entries = working.entries
        return cls(
            {entry.key for entry in entries if entry.length},
            entries[at.position].key if entries else -1,
            is_begun_anew(working, at),
            counted_as(working, at),
            _writes_there(working, at),
        )


def _as_there(
    working: WorkingText, at: Caret, paragraphs: Sequence[Paragraph], extent: Extent | None
) -> tuple[bool, Sequence[Paragraph]]:
    """Whether all that is pasted came as words alone, and what it is there; what was copied here is what it was."""
    if extent is None:
        paragraphs = closing_by_place(working, at, with_own_heads(working, at, plain_letter(paragraphs)))
        paragraphs = words_in_cell(working, at, paragraphs)
    lines = all(map(is_line, paragraphs))
    return lines, kinds_by_place(working, at, paragraphs) if extent is None else paragraphs


def _entries(
    step: Step, paragraphs: Sequence[Paragraph], extent: Extent | None, notes: dict[int, int], came_from: CameFrom
) -> list[Entry]:
    """What is put in, with origins that are nowhere else in the text now, the numbers that stand, and their forms."""
    working = step.working
    present = {origin for entry in working.entries if entry.length for origin in entry.came_from}
    alone = not any(entry.length for entry in working.entries)
    goes_on = count_goes_on(working, step.selection.head)
    new, printed = [], stay_printed(paragraphs, extent, alone=alone, goes_on=goes_on)
    for at, paragraph in enumerate(numbered_tables(step, paragraphs)):
        origins = came_from[at] if at < len(came_from) else ()
        kept = tuple(o for o in origins if o not in present and 0 <= o < len(working.original))
        present.update(kept)
        new.append(_entry(step, paragraph, notes, kept, printed[at]))
    _know_forms(step, new, paragraphs)
    return as_they_went(step, new)


def _leave(step: Step, before: _Before, ends: Ends, came: Collection[int], *, wrote_text: bool) -> None:
    """Finish what is no longer written, settle the text, and leave the caret behind what came.

    `came`: the keys of what was put in; `wrote_text`: its last paragraph came without structure.
    """
    # Whole paragraphs are written already, though the caret stands behind the last.
    entries, head = step.working.entries, step.selection.head
    last = entries[head.position]
    whole = last.key not in before.begun and last.paragraph.kind is not Kind.TEXT and head.place == last.length > 0
    # One that was empty and took words that have no structure is still being written.
    whole = whole and (ends.known or not wrote_text)
    writes = before.writes and before.joined != last.key
    there = next((at for at, entry in enumerate(entries) if writes and entry.key == before.joined), None)
    if there is not None:
        finish(step, there)
    # A text that was empty reads as what came into it, up to its end; what came from elsewhere may lack its marks.
    entries = step.working.entries
    stays = [ends.known or bool(one.end.mark) for one in entries[:-1]] if not before.begun else []
    fresh = () if ends.known else came
    cut = [at for at, one in enumerate(entries) if one.key in fresh and _runs_on(step.working, at)]
    settle(step, writing=not whole, but=[*cut, *(at for at, stay in enumerate(stays) if stay)])
    if whole:
        step.caret(head.position, step.working.entries[head.position].length)


def _remember_join(working: WorkingText, last: Entry, key: int) -> None:
    """Keep the "and" in mind that the last of what came ended in and does not where nothing stands behind it yet:
    what is pasted item by item has it again before the next."""
    stands = next((entry for entry in working.entries if entry.key == key), None)
    if last.end.join and stands is not None and not stands.end.join:
        working.joins_pasted[key] = last.end.join


def _runs_on(working: WorkingText, position: int) -> bool:
    """Whether a paragraph ends in an "and" that it was copied up to: none of its kind goes on behind it, and the list
    it came into has no other."""
    entry, behind = working.entries[position], working.entries[position + 1 : position + 2]
    if not entry.end.join or any(one.paragraph.kind is entry.paragraph.kind for one in behind):
        return False
    if entry.end.mark != ";":
        return entry.end.mark == "," and entry.paragraph.kind is not Kind.PREAMBULAR
    if entry.paragraph.kind is not Kind.SUBPARAGRAPH:
        return False  # what ends is a part of the text
    duties = Duties(working.entries, working.stretches)
    ends = (duties.end(duties.last_leaf(at)).join for at in duties.siblings(position) if at != position)
    return bool(behind) and not any(ends)


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


def _holders(step: Step, new: Sequence[Entry], joined: int) -> list[int]:
    """The keys of the paragraphs in which what came stands: the first and the last of it may in what was there."""
    entries, keys = step.working.entries, [entry.key for entry in new]
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
            if entry.key in keys:
                entry = replace(entry, key=step.working.fresh_key())
                if is_item(entry) and not has_suffix(entry.paragraph.number):  # it is counted as any new one
                    entry = replace(entry, paragraph=replace(entry.paragraph, number=None), printed=False)
            step.put(position, replace(entry, came_from=tuple(o for o in entry.came_from if o not in origins)))


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
