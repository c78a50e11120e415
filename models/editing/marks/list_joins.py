"""The "and" before the last item of a list, PP or OP: which paragraph has it now, and which should."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from models.editing.edit import TYPING, Entry
from models.editing.marks.duties import Duties, Duty
from models.editing.marks.language_marks import is_or
from models.editing.places import HEADS, is_item
from models.editing.references.before import Before, stood_before
from models.editing.working import WorkingText

_MANY = 3


def join_of(
    duties: Duties, position: int, duty: Duty | None, old: Duties, was_at: Callable[[int, int], int | None]
) -> str | None:
    """The "and" a paragraph should have: the one its list had after the last but one before the step.

    `was_at` gives where a paragraph stood then, by its key and where it stands in `duties`.
    """
    head = duties.head_of_close(position) if duty is not None and duty.penultimate else None
    if head is None:
        return None
    if not duties.is_item(head):
        return _join_beside(duties, position, head, old, was_at)
    seen: set[int] = set()
    for item in duties.group(head):
        was = was_at(duties.key(item), item)
        if was is None or old.kind(was) is not duties.kind(item):
            continue
        if was in seen and old.is_item(was):
            continue  # its list has been gone through
        for other in reversed(old.group(was)):
            word = old.end(old.last_leaf(other)).join if other not in seen else ""
            if word and _same_list(duties, head, old, other):
                return word
            seen.add(other)
    return None


def _join_beside(
    duties: Duties, position: int, head: int, old: Duties, was_at: Callable[[int, int], int | None]
) -> str | None:
    """The "and" of PPs or OPs: the one behind the last but one, or behind one that was the last and is no longer."""
    now, last = duties.siblings(head), duties.last_two(head)[:1]
    keys = {duties.key(at) for at in now}
    in_list = {duties.key(at) for at in duties.group(position) if at != position} if duties.is_item(position) else ()
    seen: set[int] = set()
    for one in reversed(now):
        was = was_at(duties.key(one), one)
        if was is None or old.kind(was) is not duties.kind(head):
            continue
        for number, other in enumerate(old.last_two(was)):
            leaf = old.last_leaf(other)
            word = old.end(leaf).join
            if not word or other in seen or old.key(leaf) in in_list:
                continue  # of a list that has grown it stays the "and"
            seen.add(other)
            if number == 0 and old.key(other) in map(duties.key, last):
                continue
            then = {old.key(at) for at in old.siblings(other)}
            if 2 * len(keys & then) > min(len(keys), len(then)):
                return word
    return None


def gave_away(duties: Duties, position: int, old: Duties, was: int) -> bool:
    """Whether a PP or OP stood where the "and" of all of them does, and no longer does so, and another can have it, or
    it went over to the other part, where nobody misses it."""
    if is_last_but_one(duties, position):
        return False
    if old.kind(was) is not duties.kind(position):
        return {old.kind(was), duties.kind(position)} == {*HEADS} and is_last_but_one(old, was)
    ended = old.next_beside(was) is None and duties.next_beside(position) is not None
    return (ended or is_last_but_one(old, was)) and _is_taken(duties, position)


def is_last_but_one(duties: Duties, position: int) -> bool:
    """Whether the "and" of all is due behind a PP or OP, also where nobody is sure of its mark."""
    due = duties.due(position)
    return due.penultimate if due is not None else duties.is_penultimate(position)


def _is_taken(duties: Duties, position: int) -> bool:
    """Whether the last but one of the PPs or OPs can end in their "and", as what a quotation follows cannot, or none
    is there."""
    leaves = [*map(duties.last_leaf, duties.last_two(position)[1:])]
    dues = (duties.due(leaf) for leaf in leaves if duties.end(leaf).sound)
    return not leaves or any(due is not None and due.penultimate for due in dues)


def linked_otherwise(duties: Duties, position: int) -> bool:
    """Whether a paragraph ends in a word that links it to the next while the last but one ends in one of another sense:
    "to go; or", "to meet; and", "to eat" stays so, as with either alone it would say something else."""
    word, head = duties.end(position).join, duties.head_of_close(position)
    if not word or head is None:
        return False
    last_two = (duties.items(head) or [])[:-3:-1] if duties.is_item(head) else duties.last_two(head)
    if head in last_two:
        return False
    own = (duties.end(duties.last_leaf(at)).join for at in last_two[1:])
    return any(other and is_or(other) is not is_or(word) for other in own)


def join_as_it_is(duties: Duties, position: int) -> str | None:
    """The "and" a paragraph should have in its list as that stands."""
    return join_of(duties, position, duties.due(position), duties, lambda _key, at: at)


def join_of_gone(duties: Duties, position: int, old: Duties, gone: Iterable[tuple[int, str]]) -> str | None:
    """The "and" of a list whose last item but one was emptied and is gone now."""
    head = duties.head_of_close(position)
    if head is None:
        return None
    fitting = (word for at, word in gone if old.kind(at) is duties.kind(head) and _same_list(duties, head, old, at))
    return next(fitting, None)


def enders_before(duties: Duties, position: int) -> Iterator[int]:
    """The paragraphs that end the items before one, or the PPs or OPs, the nearest first; only those with words."""
    head = duties.head_of_close(position)
    items = duties.siblings(head) if head is not None else []
    for at in reversed(items[: items.index(head)] if head in items else []):
        leaf = duties.last_leaf(at)
        if not duties.is_empty(leaf):
            yield leaf


def giver_before(duties: Duties, position: int) -> int | None:
    """The paragraph that ends the item before one, where that one still has the "and" of the list; or the one before
    that, where between them stands what was the last while this one was yet to be written."""
    head = duties.head_of_close(position)
    after = [at for at in duties.siblings(head) if at > head] if head is not None else []
    is_last = all(duties.is_empty(duties.last_leaf(at)) for at in after)
    for leaf in islice(enders_before(duties, position), 2 if is_last else 1):
        if duties.end(leaf).join:
            return leaf
    return None


def written_over(working: WorkingText, entry: Entry, duty: Duty) -> str:
    """The "and" that a paragraph had before its end was written anew; none where it was only taken away, or where it
    was the last word for a moment while more was written: "In May, and not in June"."""
    for old in stood_before(working, entry):
        ends = old.end.join and old.end.mark == duty.mark
        if ends and not old.text.startswith(entry.text) and not entry.text.startswith(old.text.rstrip()):
            return old.end.join
    return ""


def emptied_and_gone(working: WorkingText, before: Before) -> list[tuple[int, str]]:
    """Where paragraphs stood that went after their words were taken out, and the "and" they had before."""
    empty = {key: at for key, at in before.within.items() if not before.entries[at].length}
    for entry in working.entries[before.start : before.end] if empty else ():
        empty.pop(entry.key, None)
    found: list[tuple[int, str]] = []
    if len(empty) > _MANY:
        return found  # by one of many emptied nobody means the "and"
    for at in empty.values():
        stood = stood_before(working, before.entries[at])
        word = next((one.end.join for one in stood if one.end.join), "")
        if word:
            found.append((at, word))
    return found


def before_item_to_write(working: WorkingText, before: Before) -> frozenset[int]:
    """The position of the paragraph before an item that is yet to be written and went up from its list in a step, where
    that paragraph ends in an "and": it was typed before that item, whatever list it is of, "(ii) ...; and", "(c)"."""
    entries, head = working.entries, _emptied(working, before)
    was = before.position(entries[head].key, head) if head is not None else None
    if not head or not was:
        return frozenset()
    above, old, level = entries[head - 1], before.entries[was], entries[head].paragraph.level
    went_up = is_item(entries[head]) and is_item(old) and level < old.paragraph.level
    linked = went_up and above.paragraph.level > level and above.end.join and above == before.entries[was - 1]
    return frozenset((head - 1,)) if linked and _typed_there(working, above) else frozenset()


def _typed_there(working: WorkingText, entry: Entry) -> bool:
    """Whether a paragraph had the "and" it ends in before the last step that changed it, or had it by writing."""
    for edit in reversed(working.undo_list.done):
        for splice in edit.splices:
            if any(new.key == entry.key for new in splice.new):
                old = next((old for old in splice.old if old.key == entry.key), None)
                return edit.words == TYPING or (old is not None and old.text.rstrip().endswith(entry.end.join))
    return True


def _emptied(working: WorkingText, before: Before) -> int | None:
    """Where the only paragraph without words stands among those a step changed."""
    empty = [at for at in range(before.start, before.end) if not working.entries[at].length]
    return empty[0] if len(empty) == 1 else None


def _same_list(duties: Duties, item: int, old: Duties, other: int) -> bool:
    """Whether an item stands in the list another stood in: under the same paragraph, or among most of the same."""
    one, two = duties.parent(item), old.parent(other)
    if (one is None) == (two is None) and (one is None or two is None or duties.key(one) == old.key(two)):
        return True
    now, then = ({d.key(at) for at in d.group(place)} for d, place in ((duties, item), (old, other)))
    return 2 * len(now & then) > len(now)
