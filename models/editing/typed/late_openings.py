"""An opening that is one only once a typing error was put right: it is seen when the paragraph is left."""

from __future__ import annotations

from models.editing.acts.settling import settle
from models.editing.edit import Entry, Selection
from models.editing.places import HEADS
from models.editing.references.before import had_words, stood_before
from models.editing.runs import all_marked
from models.editing.table_cells import in_cell
from models.editing.typed.openings import italic_opening, opening_places
from models.editing.typed.typed_structure import kind_by, number_by_opening, step_opening
from models.editing.working import WorkingText
from models.reading.openings import opening


def open_left(working: WorkingText, position: int, selection: Selection) -> bool:
    """Give a paragraph that was just written in the italics of its opening, and a new one the kind it tells.

    Nothing happens but where the last steps wrote the opening out of other words ("Decdes to meet") or nothing else was
    written, and never twice to one paragraph, so that what was undone stays undone.
    """
    if not 0 <= position < len(working.entries) or working.undo_list.last_undone is not None:
        return False
    entry = working.entries[position]
    if in_cell(entry) or entry.key in working.opened_on_leaving:
        return False
    words = entry.text
    if not had_words(working, entry) and number_by_opening(
        working, position, entry.length, words, words, stays=selection
    ):
        # "OP2 Requests" alone, which nothing that was typed has ended.
        working.opened_on_leaving.add(entry.key)
        return True
    if not _is_bare(working, entry) and not _put_right(working, entry):
        return False
    runs = entry.paragraph.runs
    known, places = italic_opening(entry.text), opening_places(runs)
    if known is None or places is None:
        return False
    own = entry.paragraph.kind
    # What stood in the base is what it was there.
    there = own if own in HEADS else None
    kind = there if had_words(working, entry) else kind_by(working, position, known, whole=True)
    if kind is None or (kind is own and all_marked(runs, *places, "italic")):
        return False
    words = f"Opening {entry.text[: known.end].lstrip()}"
    with working.undo_list.keeping_undone(), working.step(words, selection) as step:
        step_opening(step, position, kind, places)
        if kind is not own:
            settle(step)
    # Only now: in haste the step may have been left undone.
    working.opened_on_leaving.add(entry.key)
    return True


def _is_bare(working: WorkingText, entry: Entry) -> bool:
    """Whether a new paragraph is its opening alone, which nothing that was typed has ended."""
    known = opening(entry.text)
    return (
        known is not None
        and not had_words(working, entry)
        and not any(sign.isalnum() for sign in entry.text[known.end :])
        and not any(_was_ended(old) for old in stood_before(working, entry))
    )


def _was_ended(entry: Entry) -> bool:
    """Whether an opening and something behind it stood there: it was looked at then."""
    known = opening(entry.text)
    return known is not None and known.end < len(entry.text)


def _put_right(working: WorkingText, entry: Entry) -> bool:
    """Whether one of the last steps made a known opening of words that were none; what was typed at their end does
    not count, it was looked at then."""
    if opening(entry.text) is None:
        return False
    for old in stood_before(working, entry):
        if old.paragraph.kind is not entry.paragraph.kind:
            return False
        if old.length and opening(old.text) is None and not entry.text.startswith(old.text.rstrip()):
            return True
    return False
