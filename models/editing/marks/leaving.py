"""A paragraph that the caret leaves: it is given the mark it lacks, as part of what was written there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.editing.edit import Caret, Edit, Entry, Selection
from models.editing.marks.duties import Duties, Duty
from models.editing.marks.language_marks import marks_for
from models.editing.marks.language_memory import joins_in, language
from models.editing.marks.list_joins import giver_before, join_as_it_is, written_over
from models.editing.marks.paragraph_end import tidied
from models.editing.marks.punctuation import goes_on, in_its_language, may_end, with_end, without_join
from models.editing.places import fitting
from models.editing.references.before import had_words, stood_before, was_written
from models.editing.step import Step
from models.editing.typed.before_mark import caret_there, typed_there
from models.editing.undo import GaveWay
from models.editing.working import WorkingText


def leave(working: WorkingText, position: int, selection: Selection) -> None:
    """Give a paragraph that was just written in the mark it lacks, as part of the last step.

    Nothing happens where the last steps did not write in it, or where this very mark was undone and no paragraph has
    come, gone or moved since. Where something was just undone it waits: what can be done again is not lost by going.
    """
    if working.punctuates and 0 <= position < len(working.entries) and was_written(working, position):
        working.undo_list.owes.add(working.entries[position].key)
    if working.undo_list.last_undone is None:
        give_owed(working, selection)


def owe(working: WorkingText, key: int | None) -> None:
    """Have a paragraph given its mark when the next one is left, or the text goes out: the last step was done elsewhere
    and took the caret from it, as where another paragraph was dragged."""
    position = next((at for at, entry in enumerate(working.entries) if entry.key == key), None)
    if position is not None and working.punctuates and was_written(working, position, elsewhere=1):
        working.undo_list.owes.add(working.entries[position].key)


def give_owed(working: WorkingText, selection: Selection) -> None:
    """Give those paragraphs the marks they lack that were left, as where the text goes out.

    What the writer typed at the end of one, where the caret is still there, as when the text is kept, is known: it is
    back where he goes on behind it.
    """
    given, last, owes = working.given_on_leaving, working.undo_list.last, working.undo_list.owes
    if not owes or last is None:
        return
    left = [at for at, entry in enumerate(working.entries) if entry.key in owes]
    owes.clear()
    due: dict[int, Entry] = {}
    for position in left:
        entry = working.entries[position]
        if entry.key not in given or not _undone(working, given[entry.key]):
            due.update(_due(working, position, written=True))
    if not due:
        return
    here = selection.head.position if selection.empty and selection.head.position in left else None
    entry = working.entries[here or 0]
    typed = typed_there(working, entry, due.get(here, entry), selection.head.place) if here is not None else None
    working.undo_list.own_mark = None
    with working.undo_list.keeping_undone(), working.step(last.words, selection) as step:
        behind = () if selection.empty else _at_their_ends(working, due)
        step.put_all(due)
        carets = [_ends(working, caret) if caret in behind else caret for caret in (selection.anchor, selection.head)]
        step.selection = Selection(*(fitting(caret, working.entries) for caret in carets))
        new = working.entries[here or 0]
        if here is not None and (stands := caret_there(entry, new, selection.head.place, typed)) is not None:
            step.caret(here, stands)
    edit = working.undo_list.join_last()
    given.update((working.entries[at].key, edit) for at in left if at in due)
    if typed is not None:
        working.undo_list.gave_way = GaveWay(entry.key, step.selection, *typed)


def _at_their_ends(working: WorkingText, positions: Iterable[int]) -> list[Caret]:
    """Behind their last letters: what is selected from there on, or up to there, has the mark that comes, too."""
    return [_ends(working, Caret(at)) for at in positions]


def _ends(working: WorkingText, caret: Caret) -> Caret:
    return Caret(caret.position, working.entries[caret.position].length)


def finish(step: Step, position: int) -> None:
    """Give a paragraph that the caret leaves by Enter the mark it lacks, as part of the step."""
    working = step.working
    if working.punctuates:
        step.put_all(dict(_due(working, position, written=was_written(working, position))))


def _due(working: WorkingText, position: int, *, written: bool) -> list[tuple[int, Entry]]:
    """What changes as a paragraph is left: that, and the one that ended the text before it."""
    duties = Duties(working.entries, working.stretches)
    return [*_due_there(working, duties, position, written), *_ends_no_more(working, duties, position)]


def _ends_no_more(working: WorkingText, duties: Duties, position: int) -> Iterator[tuple[int, Entry]]:
    """The paragraph before one that has words now and had none while the text ended before it, or while a colon was
    yet to introduce what is written there; and the one that gives its "and" to it."""
    entries = working.entries
    entry, at = entries[position], next((at for at in range(position - 1, -1, -1) if entries[at].length), None)
    if at is None or not entry.length:
        return
    before, due = entries[at], duties.due(at)
    if due is None or not may_end(before):
        return
    giver = giver_before(duties, at) if due.penultimate and not before.end.join else None
    ended = (before.end.mark, due.mark) == (".", ";") or (before.end.mark == due.mark and giver is not None)
    if ended and any(entries[at].length for at in range(position + 1, len(entries))):
        return
    introduces = before.end.mark == ":" != due.mark
    if (ended or introduces) and any(not old.length for old in stood_before(working, entry)):
        join = duties.end(giver).join if giver is not None else ""
        yield at, with_end(working, before, due, in_its_language(working, before, join) or "")
        if giver is not None:
            yield giver, without_join(working, giver)


def _due_there(working: WorkingText, duties: Duties, position: int, written: bool) -> list[tuple[int, Entry]]:
    """The paragraph with the mark it ought to have, and with it the one that gives its "and" to it; none where it has
    it, or where none can be set."""
    duty = duties.due(position)
    if duty is None:
        return []
    entry = _tidied(working, working.entries[position], duty) if written else working.entries[position]
    mark = entry.end.mark
    if not may_end(entry, left=True) or mark == ":" or goes_on(working, duties, position, duty):
        return []
    if entry.end.join and mark == "," != duty.mark and not (duty.penultimate or duty.keeps):
        return []  # "to meet, and": the sentence goes on
    giver = giver_before(duties, position) if duty.penultimate and not entry.end.join else None
    if giver is not None and not _begun_here(working, entry):
        giver = None  # what stands there from the first, or was cut from what stood there, had none
    changed = [(position, entry)]
    if mark != duty.mark or giver is not None:
        join = entry.end.join if duty.keeps else join_as_it_is(duties, position) or ""
        if duty.penultimate and not join:
            given = duties.end(giver).join if giver is not None else ""
            join = entry.end.join or given or written_over(working, entry, duty)
        new = with_end(working, entry, duty, in_its_language(working, entry, join) or "")
        changed = [(position, _tidied(working, new, duty) if written else new)]
    if giver is not None:
        changed.append((giver, without_join(working, giver)))
    return [(at, new) for at, new in changed if new != working.entries[at]]


def _begun_here(working: WorkingText, entry: Entry) -> bool:
    """Whether a paragraph was written from its first word on."""
    return not had_words(working, entry) and any(not old.length for old in stood_before(working, entry))


def _tidied(working: WorkingText, entry: Entry, duty: Duty) -> Entry:
    """A paragraph that was just written in without what writing before its mark left there; where no "and" stands
    behind that mark, one is the last of its words."""
    joins = joins_in(working, entry.text) if duty.penultimate or duty.keeps else ()
    runs = tidied(entry.paragraph.runs, marks_for(entry.text, language(working)), joins)
    return entry if runs == entry.paragraph.runs else entry.with_runs(runs)


def _undone(working: WorkingText, given: Edit) -> bool:
    """Whether a step is no longer among those done, and only writing has been done since."""
    later = [edit for edit in working.undo_list.done if edit.at >= given.at]
    return given not in later and all(edit.joins for edit in later)
