"""An older draft restored: the whole text becomes that draft again, as one step that touches only what differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.comparison.change import Pair
from models.comparison.words.chain import heaviest_chain
from models.draft import Draft
from models.editing import places
from models.editing.edit import Caret, Entry, Selection
from models.editing.entries import entries_of
from models.editing.runs import same_end, same_start, shown
from models.editing.step import Step
from models.editing.working import WorkingText


def entries_from(draft: Draft, pairs: Iterable[Pair]) -> list[Entry]:
    """The paragraphs of a draft as entries; `pairs` say which paragraph of the base lives on as which of them."""
    origins: dict[int, list[int]] = {}
    for pair in pairs:
        origins.setdefault(pair.new, []).append(pair.old)
    return [
        replace(entry, came_from=tuple(sorted(origins.get(position, ()))))
        for position, entry in enumerate(entries_of(draft))
    ]


def restore(
    working: WorkingText, draft: Draft, wanted: Sequence[Entry], selection: Selection, *, then: Selection | None = None
) -> None:
    """Let the text read as another draft, of which `wanted` are the `entries_from`; their keys mean nothing yet.

    The caret stays in its words, unless it is said where it is `then`.
    """
    before = tuple(working.entries)
    with working.step("Restore this draft", selection) as step:
        step.exact = True
        # Its references mean what they say.
        working.remembered = replace(working.remembered, lost={}, parted={}, astray={})
        for note in draft.footnotes:
            step.set_note(note.id, note)
        become(step, _with_keys(step, wanted))
        step.selection = carried(before, working, selection) if then is None else fitting(working, then)


def _with_keys(step: Step, wanted: Sequence[Entry]) -> list[Entry]:
    """The entries under the keys of the paragraphs they are: the same origin, the same words best; else fresh ones."""
    free: dict[tuple[int, ...], list[Entry]] = {}
    for entry in step.working.entries:
        free.setdefault(entry.came_from, []).append(entry)
    used = {entry.key for entry in step.working.entries}
    found: list[Entry] = []
    for entry in wanted:
        candidates = free.get(entry.came_from, [])
        same = [one for one in candidates if one.paragraph == entry.paragraph and one.printed == entry.printed]
        # A new paragraph is no other new paragraph unless it reads like it.
        taken = same[0] if same else candidates[0] if candidates and entry.came_from else None
        if taken is None:
            key = _key(step, entry, used)
            used.add(key)
            found.append(replace(entry, key=key))
        else:
            candidates.remove(taken)
            found.append(taken if same else replace(entry, key=taken.key))
    return found


def _key(step: Step, entry: Entry, used: set[int]) -> int:
    """A base paragraph that was gone has its own key again."""
    own = step.working.original[entry.came_from[0]].key if len(entry.came_from) == 1 else None
    return own if own is not None and own not in used else step.working.fresh_key()


def become(step: Step, wanted: Sequence[Entry]) -> None:
    """Let the text be other entries, as a step that touches only what differs."""
    for start, end, new in replacements(list(step.working.entries), wanted):
        step.replace(start, end, new)


def replacements(entries: Sequence[Entry], wanted: Sequence[Entry]) -> list[tuple[int, int, Sequence[Entry]]]:
    """What stands between the entries that stay as they are, from the last to the first: (start, end, what comes)."""
    found: list[tuple[int, int, Sequence[Entry]]] = []
    start, tail = 0, 0
    most = min(len(entries), len(wanted))
    while start < most and entries[start] is wanted[start]:
        start += 1
    while tail < most - start and entries[-1 - tail] is wanted[-1 - tail]:
        tail += 1
    old_end, new_end = len(entries) - tail, len(wanted) - tail
    at_of = {entries[at].key: at for at in range(start, old_end)}
    pairs = [
        (at_of[entry.key], at, 1.0)
        for at, entry in enumerate(wanted[start:new_end], start)
        if entry.key in at_of and entries[at_of[entry.key]] == entry
    ]
    for old, new in reversed([(start - 1, start - 1), *heaviest_chain(pairs)]):
        if (old + 1, new + 1) != (old_end, new_end):
            found.append((old + 1, old_end, wanted[new + 1 : new_end]))
        old_end, new_end = old, new
    return found


def fitting(working: WorkingText, selection: Selection) -> Selection:
    """The selection, or as near to it as the text still reaches."""
    return Selection(*(places.fitting(caret, working.entries) for caret in (selection.anchor, selection.head)))


def carried(before: Sequence[Entry], after: WorkingText, selection: Selection) -> Selection:
    """The selection in the words it was in where a text had other entries before; as near as they still are there."""
    at = {entry.key: position for position, entry in enumerate(after.entries)}

    def carry(caret: Caret) -> Caret:
        for position in range(caret.position, len(before)):
            entry = before[position]
            now = at.get(entry.key)
            if now is not None:
                place = _carried(entry, after.entries[now], caret.place) if position == caret.position else 0
                return Caret(now, place)
        return Caret(len(after.entries), 0)

    return fitting(after, Selection(carry(selection.anchor), carry(selection.head)))


def _carried(old: Entry, new: Entry, place: int) -> int:
    """Where a place of a paragraph is in what it reads now: before what is the same behind it, else behind the same."""
    was, now = shown(old.paragraph.runs), shown(new.paragraph.runs)
    if place <= same_start(was, now):
        return place
    behind = len(was) - place
    if behind <= same_end(was, now):
        return len(now) - behind
    return place
