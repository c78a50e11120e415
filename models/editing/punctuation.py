"""End punctuation that follows paragraphs as they come, go and move: always undoable, never far from the act."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from models.draft import Kind
from models.editing.before import Before, stood_before, was_written
from models.editing.before_mark import caret_there, typed_there
from models.editing.duties import Duties, Duty
from models.editing.edit import Edit, Entry, Selection
from models.editing.language_marks import marks_for, same_sense
from models.editing.language_memory import joins_in, language
from models.editing.list_joins import (
    emptied_and_gone,
    giver_before,
    join_as_it_is,
    join_of,
    join_of_gone,
    written_over,
)
from models.editing.openings import opening_places
from models.editing.paragraph_end import ended, tidied
from models.editing.places import fitting
from models.editing.runs import cut, length, marked, replaced
from models.editing.step import Step
from models.editing.undo import GaveWay
from models.editing.working import WorkingText

_REACH = 3
_ENDS = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
_PARTS = (Kind.SECTION, Kind.HEADING)
_UNMARKED = (Kind.HEADING, Kind.SECTION, Kind.ANNEX)


def follow(step: Step, positions: Iterable[int], but: int | Collection[int] | None = None) -> None:
    """Set the end punctuation of paragraphs that were written or whose place in their list changed in this step.

    `positions` are those the act is about, as they stand now; their neighbours are found. What stands at `but`, where
    the caret is, stays as it is. So does a paragraph whose duty is what it was before the step, its end untouched.
    """
    working = step.working
    if not working.punctuates:
        return
    entries = working.entries
    kept = frozenset(() if but is None else (but,) if isinstance(but, int) else but)
    before = Before(step)
    duties, old_duties = Duties(entries, working.stretches), Duties(before.entries, before.stretches)
    gone = emptied_and_gone(working, before)
    wanted = _around(duties, _seeds(step, positions), len(entries))
    changes: dict[int, Entry] = {}
    for at in sorted(wanted):
        if duties.ends_well(at):
            continue  # as nearly all do
        entry = entries[at]
        duty = duties.due(at) if may_end(entry) else None
        if duty is None:
            continue
        if duty.mark == ";" and _ends_part(entries, at) and _full_stop_stood(entries, at, before, old_duties):
            duty = Duty(".")
        old = before.position(entry.key, at)
        join = entry.end.join if duty.keeps else join_of(duties, at, duty, old_duties, before.position)
        if join is None and duty.penultimate:
            join = join_of_gone(duties, at, old_duties, gone)
        join = _in_its_language(working, entry, join)
        if at in kept:
            # The caret writes there; only the "and" of a list comes or goes that has it there now, or no longer.
            untouched = old is not None and _same_tail(before.entries[old], entry)
            was = join_as_it_is(old_duties, old) if old is not None and untouched and not duty.keeps else join
            comes, goes = join and not was and not entry.end.join, was and was == entry.end.join and not join
            if untouched and entry.end.mark and (comes or goes):
                changes[at] = with_end(working, entry, Duty(entry.end.mark), join or "")
            continue
        if join is None and old is None and duty.penultimate and _is_new(duties, at, before):
            join = entry.end.join  # it came with the word, and stands where the word belongs
        if entry.end.mark == duty.mark and entry.end.join == (join or ""):
            continue
        if old is not None and _same_tail(before.entries[old], entry):
            old_duty = old_duties.due(old)
            same = old_duty is not None and old_duty.mark == duty.mark
            ended_part = entry.end.mark == "." and _ended(before.entries, old) and not _ended(entries, at)
            if same and not ended_part and (duty.keeps or (join or "") == (join_as_it_is(old_duties, old) or "")):
                continue
        changes[at] = with_end(working, entry, duty, join or "")
    head = step.selection.head
    if head.position in changes and step.selection == Selection.at(head.position, entries[head.position].length):
        step.caret(head.position, changes[head.position].length)
    step.put_all(changes)


def leave(working: WorkingText, position: int, selection: Selection) -> None:
    """Give a paragraph that was just written in the mark it lacks, as part of the last step.

    Nothing happens where the last steps did not write in it, or where this very mark was undone and no paragraph has
    come, gone or moved since. Where something was just undone it waits: what can be done again is not lost by going.
    """
    if working.punctuates and 0 <= position < len(working.entries) and was_written(working, position):
        working.undo_list.owes.add(working.entries[position].key)
    if working.undo_list.last_undone is None:
        give_owed(working, selection)


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
        step.put_all(due)
        step.selection = Selection(*(fitting(caret, working.entries) for caret in (selection.anchor, selection.head)))
        new = working.entries[here or 0]
        if here is not None and (stands := caret_there(entry, new, selection.head.place, typed)) is not None:
            step.caret(here, stands)
    edit = working.undo_list.join_last()
    given.update((working.entries[at].key, edit) for at in left if at in due)
    if typed is not None:
        working.undo_list.gave_way = GaveWay(entry.key, step.selection, *typed)


def unmark(step: Step, positions: Iterable[int], kind: Kind) -> None:
    """Take the marks that their place gave paragraphs, before they become of a kind that ends without one.

    A quotation and a text may well end so, and lose none that the base had there.
    """
    working = step.working
    if not working.punctuates or kind in _ENDS:
        return
    duties = Duties(working.entries, working.stretches)
    changes: dict[int, Entry] = {}
    for position in positions:
        entry, duty = working.entries[position], duties.of(position)
        end, runs = entry.end, entry.paragraph.runs
        stood = kind not in _UNMARKED and any(working.original[old].end.mark == end.mark for old in entry.came_from)
        if duty is not None and end.mark == duty.mark and end.sound and not stood:
            changes[position] = entry.with_runs(replaced(runs, end.start, end.stop, cut(runs, *end.notes)))
    step.put_all(changes)


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
    """The paragraph before the last one, which has words now and had none while the text ended before it."""
    entries = working.entries
    entry, at = entries[position], next((at for at in range(position - 1, -1, -1) if entries[at].length), None)
    if at is None or not entry.length or any(entries[at].length for at in range(position + 1, len(entries))):
        return
    before, due = entries[at], duties.due(at)
    ended = before.end.mark == "." and due is not None and due.mark == ";" and may_end(before)
    if ended and due is not None and any(not old.length for old in stood_before(working, entry)):
        yield at, with_end(working, before, due, "")


def _due_there(working: WorkingText, duties: Duties, position: int, written: bool) -> list[tuple[int, Entry]]:
    """The paragraph with the mark it ought to have, and with it the one that gives its "and" to it; none where it has
    it, or where none can be set."""
    duty = duties.due(position)
    if duty is None:
        return []
    entry = _tidied(working, working.entries[position], duty) if written else working.entries[position]
    mark = entry.end.mark
    if not may_end(entry, left=True) or mark == ":":
        return []
    if entry.end.join and mark == "," != duty.mark and not (duty.penultimate or duty.keeps):
        return []  # "to meet, and": the sentence goes on
    giver = giver_before(duties, position) if duty.penultimate and not entry.end.join else None
    changed = [(position, entry)]
    if mark != duty.mark or giver is not None:
        join = entry.end.join if duty.keeps else join_as_it_is(duties, position) or ""
        if duty.penultimate and not join:
            join = entry.end.join or written_over(working, entry, duty)
        given = with_end(working, entry, duty, _in_its_language(working, entry, join) or "")
        changed = [(position, _tidied(working, given, duty) if written else given)]
    if giver is not None:
        gives = working.entries[giver]
        changed.append((giver, with_end(working, gives, Duty(gives.end.mark), "")))
    return [(at, new) for at, new in changed if new != working.entries[at]]


def _tidied(working: WorkingText, entry: Entry, duty: Duty) -> Entry:
    """A paragraph that was just written in without what writing before its mark left there; where no "and" stands
    behind that mark, one is the last of its words."""
    joins = joins_in(working, entry.text) if duty.penultimate or duty.keeps else ()
    runs = tidied(entry.paragraph.runs, marks_for(entry.text, language(working)), joins)
    return entry if runs == entry.paragraph.runs else entry.with_runs(runs)


def _in_its_language(working: WorkingText, entry: Entry, join: str | None) -> str | None:
    """The "and" of a list as a paragraph of it says that: the one it has, else that of its language."""
    own = entry.end.join
    if not join or join == own:
        return join
    return own if own and same_sense(own, join) else marks_for(entry.text, language(working)).joining(join)


def with_end(working: WorkingText, entry: Entry, duty: Duty, join: str) -> Entry:
    """A paragraph with the mark of its duty and an "and"; the same where nothing may be put there."""
    paragraph = entry.paragraph
    marks = marks_for(paragraph.text, language(working))
    runs = ended(paragraph.runs, duty.mark, join, marks)
    if runs == paragraph.runs:
        return entry
    opening = opening_places(paragraph.runs)
    if opening is not None and opening[1] == entry.end.start:
        runs = marked(runs, opening[1], length(runs), italic=False)  # it is no part of the opening
    return entry.with_runs(runs)


def may_end(entry: Entry, *, left: bool = False) -> bool:
    """Whether a mark may be set: never where a paragraph ends in anything but a mark, a word or a closing sign."""
    return entry.end.sound or (left and entry.end.quoted)


def _ends_part(entries: Sequence[Entry], position: int) -> bool:
    """Whether a section or heading stands behind a paragraph, before which a full stop may stand too."""
    return position + 1 < len(entries) and entries[position + 1].paragraph.kind in _PARTS


def _ended(entries: Sequence[Entry], position: int) -> bool:
    """Whether a full stop may stand at the end of a paragraph for where it stands."""
    return _ends_part(entries, position) or _ends_text(entries, position)


def _ends_text(entries: Sequence[Entry], position: int) -> bool:
    """Whether only paragraphs without words stand behind one, before which a full stop may stand (`end_text`)."""
    return position + 1 < len(entries) and not any(entries[at].length for at in range(position + 1, len(entries)))


def _full_stop_stood(entries: Sequence[Entry], position: int, before: Before, old_duties: Duties) -> bool:
    """Whether another paragraph ended the part before the heading behind this one, with the full stop of a part."""
    heading = before.position(entries[position + 1].key, position + 1)
    if not heading:
        return False
    stood, old_duty = before.entries[heading - 1], old_duties.of(heading - 1)
    return (
        stood.key != entries[position].key and stood.end.mark == "." and old_duty is not None and old_duty.mark == ";"
    )


def _same_tail(old: Entry, new: Entry) -> bool:
    return old.paragraph.runs == new.paragraph.runs or (old.end.mark, old.end.join) == (new.end.mark, new.end.join)


def _seeds(step: Step, positions: Iterable[int]) -> set[int]:
    """Where the step changed something, as positions in the text as it is now."""
    seeds: set[int] = set()
    for splice in step.splices:
        grown = len(splice.new) - len(splice.old)
        end = splice.start + len(splice.old)
        if grown:
            seeds = {at + grown if at >= end else min(at, splice.start + len(splice.new)) for at in seeds}
        seeds.update(range(splice.start - 1, splice.start + len(splice.new) + 1))
    return seeds | set(positions)


def _around(duties: Duties, seeds: Collection[int], count: int) -> set[int]:
    """The paragraphs whose duty can depend on those where something changed."""
    near = {at + step for at in seeds for step in range(-_REACH, _REACH + 1) if 0 <= at + step < count}
    lists: set[int] = set()
    above: set[int] = set()
    parents: set[int] = set()
    for at in near:
        if duties.stands_among(at, near):
            lists.add(at)  # all in its list are in those of the ones around it
            continue
        lists.update(duties.group(at))
        parent = duties.parent(at) if duties.is_item(at) else None
        while parent is not None and parent not in parents:
            parents.add(parent)
            above.update(duties.group(parent))
            parent = duties.parent(parent) if duties.is_item(parent) else None
    return near | parents | lists | {duties.last_leaf(item) for item in lists | above}


def _is_new(duties: Duties, position: int, before: Before) -> bool:
    """Whether the whole paragraph or item whose end this is came with the step, and with it the "and" of its list."""
    head = duties.head_of_close(position)
    return head is not None and before.position(duties.key(head), head) is None


def _undone(working: WorkingText, given: Edit) -> bool:
    """Whether a step is no longer among those done, and only writing has been done since."""
    later = [edit for edit in working.undo_list.done if edit.at >= given.at]
    return given not in later and all(edit.joins for edit in later)
