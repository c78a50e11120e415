"""End punctuation that follows paragraphs as they come, go and move: always undoable, never far from the act."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from models.draft import Kind
from models.editing.before import Before, stood_before
from models.editing.duties import Duties, Duty
from models.editing.edit import Edit, Entry, Selection
from models.editing.language_marks import marks_for
from models.editing.language_memory import language
from models.editing.paragraph_end import ended
from models.editing.step import Step
from models.editing.working import WorkingText

_REACH = 3
_TYPED = (",", ";", ".")


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
    gone = _emptied_and_gone(working, before)
    wanted = _around(duties, _seeds(step, positions), len(entries))
    changes: dict[int, Entry] = {}
    for at in sorted(wanted):
        entry = entries[at]
        duty = _duty(duties, at) if _may_end(entry) else None
        if duty is None:
            continue
        old = before.position(entry.key, at)
        join = _join(duties, at, duty, old_duties, before.position)
        if join is None and duty.penultimate:
            join = _join_of_gone(duties, at, old_duties, gone)
        if at in kept:
            # The caret writes there; only the "and" of a list comes or goes that has it there now, or no longer.
            untouched = old is not None and _same_tail(before.entries[old], entry)
            was = _join_as_it_was(old_duties, old) if old is not None and untouched else None
            comes, goes = join and not was and not entry.end.join, was and was == entry.end.join and not join
            if untouched and entry.end.mark and (comes or goes):
                changes[at] = _ended(working, entry, Duty(entry.end.mark), join or "")
            continue
        if join is None and old is None and duty.penultimate and _is_new(duties, at, before):
            join = entry.end.join  # it came with the word, and stands where the word belongs
        if old is not None and _same_tail(before.entries[old], entry):
            old_duty = _duty(old_duties, old)
            same = old_duty is not None and old_duty.mark == duty.mark
            if same and (join or "") == (_join_as_it_was(old_duties, old) or ""):
                continue
        changes[at] = _ended(working, entry, duty, join or "")
    head = step.selection.head
    if head.position in changes and step.selection == Selection.at(head.position, entries[head.position].length):
        step.caret(head.position, changes[head.position].length)
    step.put_all(changes)


def leave(working: WorkingText, position: int, selection: Selection) -> None:
    """Give a paragraph that was just written in the mark it lacks, as part of the step that wrote it.

    Nothing happens where the last step did not touch it, where something was just undone, or where this very mark was
    undone and no paragraph has come, gone or moved since.
    """
    if not working.punctuates or not 0 <= position < len(working.entries):
        return
    entry, last = working.entries[position], working.undo_list.last
    if last is None or working.undo_list.next_forth is not None or not _was_written(working, entry.key):
        return
    given = working.given_on_leaving
    if entry.key in given and _undone(working, given[entry.key]):
        return
    due = _due(working, position)
    if not due:
        return
    with working.step(last.words, selection) as step:
        for at, new in due:
            step.put(at, new)
    given[entry.key] = working.undo_list.join_last()


def finish(step: Step, position: int) -> None:
    """Give a paragraph that the caret leaves by Enter the mark it lacks, as part of the step."""
    working = step.working
    if working.punctuates:
        for at, new in _due(working, position):
            step.put(at, new)


def _due(working: WorkingText, position: int) -> list[tuple[int, Entry]]:
    """The paragraph with the mark it ought to have, and with it the one that gives its "and" to it; none where it has
    it, or where none can be set."""
    entry, duties = working.entries[position], Duties(working.entries, working.stretches)
    duty, mark = _duty(duties, position), entry.end.mark
    if duty is None or not _may_end(entry, left=True) or mark == ":":
        return []
    giver = _giver(duties, position) if duty.penultimate and not entry.end.join else None
    if mark == duty.mark and giver is None:
        return []
    join = _join(duties, position, duty, duties, _as_now) or ""
    if duty.penultimate and not join:
        join = entry.end.join or _written_over(working, entry)
    changed = [(position, _ended(working, entry, duty, join))]
    if giver is not None:
        gives = working.entries[giver]
        changed.append((giver, _ended(working, gives, Duty(gives.end.mark), "")))
    return [(at, new) for at, new in changed if new != working.entries[at]]


def _giver(duties: Duties, position: int) -> int | None:
    """The paragraph that ends the item before one, where that one still has the "and" of the list."""
    head = duties.head_of_close(position)
    items = duties.group(head) if head is not None else []
    at = items.index(head) if head in items else 0
    while at > 0:
        at -= 1
        leaf = duties.last_leaf(items[at])
        if duties.end(leaf).join:
            return leaf
        if not duties.is_empty(leaf):
            break
    return None


def _written_over(working: WorkingText, entry: Entry) -> str:
    """The "and" that a paragraph had before its end was written anew; none where it was only taken away."""
    olds = stood_before(working, entry)
    return next((old.end.join for old in olds if old.end.join and not old.text.startswith(entry.text)), "")


def _ended(working: WorkingText, entry: Entry, duty: Duty, join: str) -> Entry:
    paragraph = entry.paragraph
    marks = marks_for(paragraph.text, language(working))
    runs = ended(paragraph.runs, duty.mark, join, marks)
    return entry if runs == paragraph.runs else entry.with_runs(runs)


def _may_end(entry: Entry, *, left: bool = False) -> bool:
    """Whether a mark may be set: never where a paragraph ends in anything but a mark, a word or a closing sign."""
    return entry.end.sound or (left and entry.end.quoted)


def _same_tail(old: Entry, new: Entry) -> bool:
    if old.paragraph.runs == new.paragraph.runs:
        return True
    return (old.end.mark, old.end.join) == (new.end.mark, new.end.join)


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
    found: set[int] = set()
    near = {at + step for at in seeds for step in range(-_REACH, _REACH + 1) if 0 <= at + step < count}
    parents: set[int] = set()
    for at in near:
        found.add(at)
        lists: Sequence[int] = duties.group(at)
        found.update(duties.last_leaf(item) for item in lists)
        found.update(lists)
        parent = duties.parent(at) if duties.is_item(at) else None
        while parent is not None and parent not in parents:
            parents.add(parent)
            found.update(duties.last_leaf(item) for item in duties.group(parent))
            parent = duties.parent(parent) if duties.is_item(parent) else None
    return found | parents


def _as_now(_key: int, position: int) -> int:
    return position


def _duty(duties: Duties, position: int) -> Duty | None:
    """What a paragraph should end with. The "and" waits before an item that is yet to be written."""
    duty = duties.of(position)
    if duty is None or duty.penultimate or duty.mark == ":":
        return duty
    after = position + 1
    while after <= position + _REACH and duties.is_empty(after) and duties.head_of_close(after) == after:
        empty = duties.of(after)
        if empty is not None and empty.penultimate:
            waits = duties.head_of_close(position) in duties.group(after)
            return Duty(duty.mark, penultimate=True) if waits else duty
        after += 1
    return duty


def _is_new(duties: Duties, position: int, before: Before) -> bool:
    """Whether the whole paragraph or item whose end this is came with the step, and with it the "and" of its list."""
    head = duties.head_of_close(position)
    return head is not None and before.position(duties.key(head), head) is None


def _emptied_and_gone(working: WorkingText, before: Before) -> list[tuple[int, str]]:
    """Where paragraphs stood that went after their words were taken out, and the "and" they had before."""
    empty = {key: at for key, at in before.within.items() if not before.entries[at].length}
    for entry in working.entries[before.start : before.end] if empty else ():
        empty.pop(entry.key, None)
    found: list[tuple[int, str]] = []
    if len(empty) > _REACH:
        return found  # by one of many emptied nobody means the "and"
    for at in empty.values():
        stood = stood_before(working, before.entries[at])
        word = next((one.end.join for one in stood if one.end.join), "")
        if word:
            found.append((at, word))
    return found


def _join_of_gone(duties: Duties, position: int, old: Duties, gone: Iterable[tuple[int, str]]) -> str | None:
    """The "and" of a list whose last item but one was emptied and is gone now."""
    head = duties.head_of_close(position)
    if head is None:
        return None
    fitting = (word for at, word in gone if old.kind(at) is duties.kind(head) and _same_list(duties, head, old, at))
    return next(fitting, None)


def _join_as_it_was(duties: Duties, position: int) -> str | None:
    return _join(duties, position, _duty(duties, position), duties, _as_now)


def _join(
    duties: Duties, position: int, duty: Duty | None, old: Duties, was_at: Callable[[int, int], int | None]
) -> str | None:
    """The "and" a paragraph should have: the one its list had after the last but one before the step.

    `was_at` gives where a paragraph stood then, by its key and where it stands in `duties`.
    """
    head = duties.head_of_close(position) if duty is not None and duty.penultimate else None
    if head is None:
        return None
    seen: set[int] = set()
    for item in duties.group(head):
        was = was_at(duties.key(item), item)
        if was is None or old.kind(was) is not duties.kind(item):
            continue
        if was in seen and old.is_item(was):
            continue  # its list has been gone through
        for other in old.group(was):
            word = old.end(old.last_leaf(other)).join if other not in seen else ""
            if word and _same_list(duties, head, old, other):
                return word
            seen.add(other)
    return None


def _same_list(duties: Duties, item: int, old: Duties, other: int) -> bool:
    """Whether an item stands in the list another stood in: under the same paragraph, or among most of the same."""
    if duties.kind(item) is Kind.OPERATIVE:
        return True
    one, two = duties.parent(item), old.parent(other)
    if (one is None) == (two is None) and (one is None or two is None or duties.key(one) == old.key(two)):
        return True
    now, then = ({d.key(at) for at in d.group(place)} for d, place in ((duties, item), (old, other)))
    return 2 * len(now & then) > len(now)


def _was_written(working: WorkingText, key: int) -> bool:
    """Whether the last step that changed paragraphs changed this one; the words of its notes may come after."""
    for edit in reversed(working.undo_list.done):
        if edit.splices:
            return any(entry.key == key and entry not in splice.old for splice in edit.splices for entry in splice.new)
    return False


def _undone(working: WorkingText, given: Edit) -> bool:
    """Whether a step is no longer among those done, and only writing has been done since."""
    later = [edit for edit in working.undo_list.done if edit.at >= given.at]
    return given not in later and all(edit.joins for edit in later)
