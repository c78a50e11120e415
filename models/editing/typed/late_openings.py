"""An opening that is one only once a typing error was put right, or that took the place of another: it is seen when
the paragraph is left."""

from __future__ import annotations

from itertools import islice

from models.draft import Kind
from models.editing.acts.settling import settle
from models.editing.edit import ITALIC, Edit, Entry, Selection
from models.editing.places import HEADS
from models.editing.references.before import had_words, stood_before
from models.editing.runs import Runs, cut, marked, place_of
from models.editing.table_cells import in_cell
from models.editing.typed.openings import begins_italic, italic_opening, opening_places, without_rest
from models.editing.typed.typed_lines import meeting_left
from models.editing.typed.typed_structure import kind_by, number_by_opening, step_opening
from models.editing.working import WorkingText
from models.reading.literals import end_mark
from models.reading.openings import WORD, Opening, opening, words_begin

_FAR = 120
"""No opening, with what stands behind it, is longer."""
_STEPS = 500
"""So many steps are looked back at, one a word: the keys wait for it."""


def open_left(working: WorkingText, position: int, selection: Selection) -> bool:
    """Give a paragraph that was just written in the italics of its opening, and the kind it tells.

    Nothing happens but where the last steps wrote the opening over other words ("Decdes to meet", another verb) or
    nothing else was written, and never twice for one opening of a paragraph, so that what was undone stays undone.
    """
    if not 0 <= position < len(working.entries) or working.undo_list.last_undone is not None:
        return False
    entry = working.entries[position]
    known, places = italic_opening(entry.text), opening_places(entry.paragraph.runs)
    given = entry.key, entry.text[: known.end].lstrip() if known is not None else ""
    if in_cell(entry) or given in working.opened_on_leaving:
        return False
    if meeting_left(working, position, selection):
        working.opened_on_leaving.add(given)
        return True
    words = entry.text
    if not had_words(working, entry) and number_by_opening(
        working, position, entry.length, words, words, stays=selection
    ):
        # "OP2 Requests" alone, which nothing that was typed has ended.
        working.opened_on_leaving.add(given)
        return True
    if known is None or places is None:
        return False
    own = entry.paragraph.kind
    bare = _is_bare(working, entry) or _ends_as_no_title(working, entry)
    kind = kind_by(working, position, known, whole=True) if bare else _kind_written(working, position, known)
    if kind is None:
        return False
    runs = marked(entry.paragraph.runs, *places, italic=True)
    runs = runs if bare else without_rest(runs, places[1])
    if kind is own and runs == entry.paragraph.runs:
        return False
    with working.undo_list.keeping_undone(), working.step(f"Opening {given[1]}", selection) as step:
        step.put(position, entry.with_runs(runs))
        step_opening(step, position, kind, places)
        if kind is not own:
            settle(step)
    # Only now: in haste the step may have been left undone.
    working.opened_on_leaving.add(given)
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


def _ends_as_no_title(working: WorkingText, entry: Entry) -> bool:
    """Whether a new line of a masthead ends with a comma, as its paragraphs below do and no title does."""
    return entry.paragraph.kind is Kind.MASTHEAD and not had_words(working, entry) and end_mark(entry.text) == ","


def _was_ended(entry: Entry) -> bool:
    """Whether an opening and something behind it stood there: it was looked at then."""
    known = opening(entry.text)
    return known is not None and known.end < len(entry.text)


def _kind_written(working: WorkingText, position: int, known: Opening) -> Kind | None:
    """What a paragraph is whose opening the last steps wrote over words that were none, or over one in italics; None
    where they did not. What was typed at its end does not count, it was looked at then.

    A verb tells the kind that took the place of a whole word; what stood in the base and is put right keeps its own.
    """
    entry = newer = working.entries[position]
    own, now = entry.paragraph.kind, entry.text[: known.end]
    over = whole = roman = False
    before_it = islice(stood_before(working, entry), _STEPS)
    for old, edit in zip(before_it, reversed(working.undo_list.done), strict=False):
        if old.paragraph.kind is not own:
            break
        if _begin_alike(old, newer):
            newer = old
            continue
        if edit.words.startswith(ITALIC) and _beginning(old, known) != _beginning(newer, known):
            return None  # they are as somebody set them
        before = italic_opening(old.text)
        if _begins_small(old) and not _begins_small(entry):
            before = None  # words of a sentence
        whole = whole or _takes_first_word(old, newer, edit)
        if old.length and (before is None or old.text[: before.end] != now):
            over = over or not entry.text.startswith(old.text.rstrip())
        over = over or (begins_italic(old) and not begins_italic(newer))
        if over and before is not None:
            if begins_italic(old):
                return (kind_by(working, position, known, whole=True) if whole and own in HEADS else None) or own
            roman = True
        newer = old
    if not over or roman:
        return None
    if had_words(working, entry):
        return own if own in HEADS else None
    return kind_by(working, position, known, whole=True)


def _begin_alike(old: Entry, new: Entry) -> bool:
    """Whether a paragraph begins as it did before, as after nearly every step."""
    one, two = old.paragraph.runs[:1], new.paragraph.runs[:1]
    if old.text[:_FAR] != new.text[:_FAR] or [run.marks for run in one] != [run.marks for run in two]:
        return False
    ends = {min(len(run.text), _FAR) for run in (*one, *two)}
    return len(ends) == 1


def _begins_small(entry: Entry) -> bool:
    return entry.text[words_begin(entry.text) :][:1].islower()


def _beginning(entry: Entry, known: Opening) -> Runs:
    """A paragraph up to the first letter behind an opening."""
    return cut(entry.paragraph.runs, 0, place_of(entry.paragraph.runs, known.end) + 2)


def _takes_first_word(old: Entry, new: Entry, edit: Edit) -> bool:
    """Whether a step wrote over the whole first word of a paragraph, or took it out."""
    word = WORD.search(old.text, words_begin(old.text))
    if word is None:
        return False
    selected = edit.before
    if not selected.empty and selected.start.position == selected.end.position:
        first, last = (place_of(old.paragraph.runs, offset) for offset in word.span())
        return selected.start.place <= first and last <= selected.end.place
    return new.text.lstrip() == f"{old.text[: word.start()]}{old.text[word.end() :]}".lstrip()
