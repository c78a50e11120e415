"""Deleting: letters, note marks, paragraphs; what is left of two paragraphs becomes one."""

from __future__ import annotations

import unicodedata

from models.draft import Paragraph
from models.editing.acts.joining import closed_up
from models.editing.acts.levels import step_levels
from models.editing.acts.settling import settle
from models.editing.edit import Caret, Entry, Selection
from models.editing.places import FIRST_KIND, closed_gaps, fitting, is_item
from models.editing.runs import cut, joined, replaced, shown
from models.editing.step import Step
from models.editing.table_cells import held_cells, in_cell, kind_after, table_around
from models.editing.undo import turn_back
from models.editing.working import WorkingText

_JOINER = "\u200d"
DIVIDED = "New paragraph"
"""What a step of Enter is called."""
TAKEN_OUT = "Delete"
"""What a step is called that does nothing but take out what is selected."""


def delete(working: WorkingText, selection: Selection) -> None:
    """Take out what is selected.

    Paragraphs selected whole go whole. What is left of the first and of the last becomes one paragraph: it is the
    first where any of that is left, and continues both only where something of both is left. Of a text that is
    selected whole an empty paragraph stays, which is what a new text begins with. A note whose last mark goes is no
    longer cited; it can be had back.
    """
    whole = _ends_whole(working, selection)
    with working.step(TAKEN_OUT, selection) as step:
        if step_delete(step, selection):
            settle(step, writing=not whole)


def _ends_whole(working: WorkingText, selection: Selection) -> bool:
    """Whether what is selected reaches from the end or the beginning of a paragraph to the end of another: nothing is
    being written there, and what is the last now ends as the last."""
    start, end = (fitting(caret, working.entries) for caret in (selection.start, selection.end))
    if start.position == end.position:
        return False
    first, last = working.entries[start.position], working.entries[end.position]
    return start.place in (0, first.length) and end.place == last.length


def make_room(working: WorkingText, selection: Selection) -> None:
    """Take out what words are about to be written over."""
    with working.step(TAKEN_OUT, selection) as step:
        if step_make_room(step, selection):
            settle(step)


def step_make_room(step: Step, selection: Selection) -> bool:
    """As `step_delete`, for words that take its place: of paragraphs selected whole the first stays, empty, since the
    words are a paragraph and no beginning of the next. A table that goes whole leaves no cell of it."""
    entries = step.working.entries
    start, end = fitting(selection.start, entries), fitting(selection.end, entries)
    last = end.position - (end.place == 0)
    whole = not start.place and start.position < end.position and end.place in (0, entries[end.position].length)
    if not whole or (start.position == 0 and end == Caret(len(entries) - 1, entries[-1].length)):
        return step_delete(step, selection)
    gone = entries[start.position : last + 1]
    table = table_around(entries, start.position)
    if in_cell(gone[0]) and table.start == start.position and table.stop <= last + 1:
        left = [step.new(Paragraph(kind_after(entries, last)))]
    else:
        left = [gone[0].with_runs(())]
        step.emptied.add(gone[0].key)
    if any(in_cell(entry) for entry in (gone[0], gone[-1])):
        left.extend(held_cells(entries, start.position, gone, left))
    step.replace(start.position, last + 1, left)
    close_gaps(step, start.position + len(left))
    step.caret(start.position, 0)
    return start.position < last


def step_delete(step: Step, selection: Selection) -> bool:
    """Take out what is selected as part of a step; whether paragraphs were joined or went."""
    entries = step.working.entries
    if selection.empty or not entries:
        return False
    start, end = fitting(selection.start, entries), fitting(selection.end, entries)
    if start == Caret(0, 0) and end == Caret(len(entries) - 1, entries[-1].length):
        # As in a new text, so that what is typed next is recognised.
        step.replace(0, len(entries), [step.new(Paragraph(FIRST_KIND))])
        step.caret(0, 0)
        return len(entries) > 1
    if start.position == end.position:
        entry = entries[start.position]
        step.put(start.position, entry.with_runs(replaced(entry.paragraph.runs, start.place, end.place, ())))
        step.caret(start.position, start.place)
        if start.place == 0 and end.place == entry.length:
            step.emptied.add(entry.key)
        return False
    _across(step, start, end)
    return True


def _across(step: Step, start: Caret, end: Caret) -> None:
    entries = step.working.entries
    first, last = entries[start.position], entries[end.position]
    stop = end.position + 1
    keeps_first = start.place > 0
    keeps_last = end.place < last.length or (end.place == 0 and not keeps_first)
    head = first.with_runs(cut(first.paragraph.runs, 0, start.place))
    tail = last.with_runs(cut(last.paragraph.runs, end.place))
    left: list[Entry]
    if keeps_first and keeps_last and first.paragraph.cell == last.paragraph.cell:
        if start.place == first.length and end.place == 0:
            # Nothing but the border between them was selected.
            head = closed_up(step.working, head, tail)
            start = Caret(start.position, head.length)
        left = [merged(step, head, tail)]
    else:
        left = [entry for entry, kept in ((head, keeps_first), (tail, keeps_last)) if kept]
    if any(in_cell(entry) for entry in (first, last)):
        held = held_cells(entries, start.position, entries[start.position : stop], left)
        left = [*left[:keeps_first], *held, *left[keeps_first:]] if held else left
    step.replace(start.position, stop, left)
    close_gaps(step, start.position)
    close_gaps(step, start.position + len(left))
    if left:
        step.caret(start.position, start.place)
    else:
        _caret_beside(step, start.position)


def _caret_beside(step: Step, position: int) -> None:
    """The caret where whole paragraphs were: at the beginning of the next one, else at the end of the last."""
    entries = step.working.entries
    if position < len(entries):
        step.caret(position, 0)
    else:
        step.caret(len(entries) - 1, entries[-1].length)


def merged(step: Step, first: Entry, last: Entry) -> Entry:
    """Two paragraphs as one: it is the first, and continues both where both have words; a new one before one of the
    base is that one. What referred to either refers to it."""
    came_from, key = first.came_from, first.key
    if last.length:
        key = last.key if last.came_from and not came_from else key
        came_from = (*first.came_from, *(origin for origin in last.came_from if origin not in first.came_from))
    if first.length and last.length:
        step.joined[first.key if key == last.key else last.key] = key
    runs = joined(first.paragraph.runs, last.paragraph.runs)
    return Entry(key, first.with_runs(runs).paragraph, came_from, first.printed)


def close_gaps(step: Step, position: int) -> None:
    """Raise subparagraphs that a deletion left deeper than one below what is before them."""
    raised = closed_gaps(step.working.entries, position)
    if raised:
        step.replace(position, position + len(raised), raised)


def delete_back(working: WorkingText, selection: Selection) -> None:
    """Backspace: what is selected, else the letter or note mark before.

    At the start of a paragraph as Word users know it: an empty paragraph goes, and an empty one before it; a
    subparagraph goes one level up; any other joins the paragraph before.
    """
    if not selection.empty:
        delete(working, selection)
        return
    at = fitting(selection.head, working.entries)
    if at.place:
        _letters(working, selection, at.position, _before(working.entries[at.position], at.place), at.place)
    elif working.entries:
        _back_at_start(working, selection, at.position)


def _back_at_start(working: WorkingText, selection: Selection, position: int) -> None:
    entries = working.entries
    empty_before = position > 0 and not entries[position - 1].length
    last = working.undo_list.last
    # What Enter has just divided is joined again, whatever it is.
    divided = position > 0 and last is not None and last.words == DIVIDED and last.after == selection
    if is_item(entries[position]) and entries[position].length and not empty_before and not divided:
        with working.step("One level up", selection) as step:
            step_levels(step, range(position, position + 1), -1)
            settle(step)
    elif position:
        if divided and last is not None and last.before.empty:
            # The spaces and marks are as they were.
            turn_back(working, last, "Join paragraphs", selection, last.before)
        else:
            _join(working, selection, position)


def delete_on(working: WorkingText, selection: Selection) -> None:
    """Del: what is selected, else the letter or note mark after; at the end the next paragraph joins this one."""
    if not selection.empty:
        delete(working, selection)
        return
    at = fitting(selection.head, working.entries)
    if not working.entries:
        return
    if at.place < working.entries[at.position].length:
        _letters(working, selection, at.position, at.place, _after(working.entries[at.position], at.place))
    elif at.position + 1 < len(working.entries):
        _join(working, selection, at.position + 1)


def _join(working: WorkingText, selection: Selection, position: int) -> None:
    """A paragraph and the one before become one; an empty one of the two goes. No cell of a table does."""
    first, last = working.entries[position - 1 : position + 1]
    if first.paragraph.cell != last.paragraph.cell:
        for at, empty, other in ((position, last, first), (position - 1, first, last)):
            if not empty.length and not in_cell(empty):
                with working.step("Delete", selection) as step:
                    step.replace(at, at + 1, [])
                    step.caret(position - 1, other.length if at == position else 0)
                    settle(step)
                return
        return
    with working.step("Join paragraphs" if first.length and last.length else "Delete", selection) as step:
        first = closed_up(working, first, last)
        one = merged(step, first, last) if first.length else last
        step.replace(position - 1, position + 1, [one])
        close_gaps(step, position - 1)
        close_gaps(step, position)
        step.caret(position - 1, first.length)
        # Where an empty one went nothing is being written, and what is the last now ends as the last.
        settle(step, writing=bool(last.length))


def _letters(working: WorkingText, selection: Selection, position: int, start: int, end: int) -> None:
    entry = working.entries[position]
    with working.step("Delete", selection, joins="deleting") as step:
        step.put(position, entry.with_runs(replaced(entry.paragraph.runs, start, end, ())))
        step.caret(position, start)


def _before(entry: Entry, place: int) -> int:
    """Where what Backspace takes begins: one code point, a sign that is joined of several whole."""
    signs = shown(entry.paragraph.runs)
    at = place - 1
    while at > 0 and (_is_selector(signs[at]) or signs[at] == _JOINER or signs[at - 1] == _JOINER):
        at -= 1
    return at


def _after(entry: Entry, place: int) -> int:
    """Where what Del takes ends: a letter with all that is set on it."""
    signs = shown(entry.paragraph.runs)
    at = place + 1
    while at < len(signs) and (
        unicodedata.combining(signs[at]) or _is_selector(signs[at]) or _JOINER in (signs[at], signs[at - 1])
    ):
        at += 1
    return at


def _is_selector(sign: str) -> bool:
    return "\ufe00" <= sign <= "\ufe0f" or "\U0001f3fb" <= sign <= "\U0001f3ff"
