"""The "and" before the last item of a list: which paragraph has it now, and which should."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from models.editing.edit import Entry
from models.editing.marks.duties import Duties, Duty
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


def giver_before(duties: Duties, position: int) -> int | None:
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


def _same_list(duties: Duties, item: int, old: Duties, other: int) -> bool:
    """Whether an item stands in the list another stood in: under the same paragraph, or among most of the same."""
    one, two = duties.parent(item), old.parent(other)
    if (one is None) == (two is None) and (one is None or two is None or duties.key(one) == old.key(two)):
        return True
    now, then = ({d.key(at) for at in d.group(place)} for d, place in ((duties, item), (old, other)))
    return 2 * len(now & then) > len(now)
