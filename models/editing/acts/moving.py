"""Paragraphs moved: past one neighbour with Alt and an arrow, or dragged."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from models.draft import Kind
from models.editing.acts.levels import deepest_there
from models.editing.acts.moved_parts import PartsOfMoved
from models.editing.acts.settling import settle
from models.editing.edit import Caret, Entry, Selection
from models.editing.places import (
    Entries,
    border_after,
    border_before,
    closed_gaps,
    depth,
    introduces_there,
    is_introduced,
    is_item,
    is_quote,
    may_be_introduced,
    positions,
    shifted,
    with_blocks,
)
from models.editing.step import Step
from models.editing.table_cells import StaysInTable, in_cell, same_table, table_around, with_tables
from models.editing.working import WorkingText

_PARTS = (Kind.HEADING, Kind.SECTION, Kind.ANNEX)


def move(working: WorkingText, selection: Selection, by: int) -> None:
    """The selected paragraphs and what belongs to them past |by| neighbours: up where `by` is below 0, else down.

    A subparagraph goes among its siblings and on into the neighbouring list; nothing comes to stand between a
    paragraph and its subparagraphs. From the preamble into the OPs, and back, is a step of its own, in which a PP
    becomes an OP where it stands. The selection moves along. Raises StaysInTable for a cell.
    """
    wanted = positions(selection, working.entries)
    if not wanted or not by:
        return
    if wanted.stop <= table_around(working.entries, wanted.start).stop and in_cell(working.entries[wanted.start]):
        raise StaysInTable("The cells of a table stay where they are; select what they say, cut it and paste it.")
    with working.step(f"Move {_name(working, wanted)}", selection) as step:
        group = with_tables(working.entries, with_blocks(working.entries, wanted))
        parts = PartsOfMoved(step, group)
        for _ in range(abs(by)):
            if parts.turned(group, by):
                continue
            before = _next_place(working.entries, group, -1 if by < 0 else 1)
            if before is None:
                break
            group = _carry(step, group, before)
            parts.follow(group)
        step.told = parts.told(group)
        settle(step, writing=False)


def move_to(working: WorkingText, first: int, last: int, before: int, selection: Selection | None = None) -> None:
    """Paragraphs `first` to `last` and what belongs to them to stand before another; the nearest place that fits.

    Among PPs an OP becomes a PP, and among OPs a PP an OP. A table is moved whole. A `selection` of them moves along;
    else the caret goes with the first.
    """
    entries = working.entries
    if not 0 <= first <= last < len(entries):
        return
    group = with_tables(entries, with_blocks(entries, range(first, last + 1)))
    before = min(max(before, 0), len(entries))
    if group.start <= before <= group.stop:
        return
    place = landing(entries, first, last, before)
    with working.step(f"Move {_name(working, range(first, last + 1))}", selection or Selection.at(first)) as step:
        if place is not None:
            parts = PartsOfMoved(step, group)
            group = _carry(step, group, place)
            parts.follow(group)
            step.told = parts.told(group)
        settle(step, writing=False)


def landing(entries: Entries, first: int, last: int, before: int) -> int | None:
    """Before which paragraph those from `first` to `last` come to stand where they are put before another: the nearest
    place that fits; None where they stay."""
    group = with_tables(entries, with_blocks(entries, range(first, last + 1)))
    before = min(max(before, 0), len(entries))
    if group.start <= before <= group.stop:
        return None
    fits = _fitting(entries, group)
    after = next(filter(fits, range(before, len(entries) + 1)), None)
    ahead = next(filter(fits, range(before, -1, -1)), None)
    places = (place for place in (after, ahead) if place is not None)
    nearest = min(places, key=lambda place: abs(place - before), default=None)
    return None if nearest is not None and group.start <= nearest <= group.stop else nearest


def _name(working: WorkingText, wanted: range) -> str:
    names = [name for name in (working.label(wanted.start), working.label(wanted.stop - 1)) if name]
    if len(wanted) == 1:
        return names[0] if names else "paragraph"
    return " to ".join(names) if len(names) == 2 else f"{len(wanted)} paragraphs"


def _next_place(entries: Entries, group: range, by: int) -> int | None:
    places: Iterable[int] = range(group.start - 1, -1, -1) if by < 0 else range(group.stop + 1, len(entries) + 1)
    return next(filter(_fitting(entries, group, strict=True), places), None)


def _fitting(entries: Entries, group: range, *, strict: bool = False) -> Callable[[int], bool]:
    """Whether a group may come to stand before a place; strict: a subparagraph keeps its level there."""
    opens, highest = introduces_there(entries, group.stop), _highest(entries, group)
    return lambda place: _fits(entries, group, place, opens=opens, highest=highest, strict=strict)


def _fits(entries: Entries, group: range, place: int, *, opens: bool, highest: int, strict: bool) -> bool:
    """`opens`: a colon of the group's own introduces what comes behind it; `highest`: its highest level."""
    if group.start < place < group.stop or same_table(entries, place):
        return False
    after = entries[place] if place < len(entries) else None
    if place == group.stop:
        after = None
    if after is not None and place not in (0, group.start) and _parts_introduced(entries, group, place, opens=opens):
        return False
    level = depth(entries[group.start])
    if level is not None and _is_above_organ(entries, place):
        return False
    own = is_item(entries[group.start])
    if not own or level is None:
        return after is None or not is_item(after) or place == group.start
    deepest = _deepest(entries, place)
    if deepest is None or (strict and level > deepest):
        return False
    if after is None or not is_item(after) or place == group.start:
        return True
    # An item that came to stand behind a higher one of the group, or behind a PP or OP, would be of its list.
    return (depth(after) or 1) <= min(deepest, highest)


def _highest(entries: Entries, group: range) -> int:
    """The highest level in a group, 0 for PP and OP, and where it ends with a heading: no list goes on behind one."""
    if entries[group[-1]].paragraph.kind in _PARTS:
        return 0
    return min((own for at in group if (own := depth(entries[at])) is not None), default=0)


def _parts_introduced(entries: Entries, group: range, place: int, *, opens: bool) -> bool:
    """Whether a group would part a quotation, or what a colon introduces, from what stands above it, or, where it
    `opens` what may follow with its own colon, come to introduce what it does not introduce now."""
    first, after = entries[group.start], entries[place]
    if is_quote(after) and not is_quote(first):
        return True
    if may_be_introduced(first) or not may_be_introduced(after):
        return False
    # No item stands among plain text that nothing introduces either.
    return opens or (is_item(first) and may_be_introduced(entries[place - 1])) or introduces_there(entries, place)


def _is_above_organ(entries: Entries, place: int) -> bool:
    """Whether what stands before a place is masthead, and the organ's line is still to come: no resolution is there."""
    if border_before(entries, place) not in (None, Kind.MASTHEAD):
        return False
    below = next((at for at in range(place, len(entries)) if entries[at].paragraph.kind is not Kind.MASTHEAD), place)
    return border_after(entries, below) is Kind.ENACTING


def _deepest(entries: Entries, place: int) -> int | None:
    """How deep a subparagraph may stand right before a place, or None where there is no list."""
    if not place:
        return None
    before = entries[place - 1]
    if depth(before) is None and not is_quote(before) and not is_introduced(entries, place - 1):
        return None
    return deepest_there(entries, place)


def _carry(step: Step, group: range, before: int) -> range:
    """The group taken out and put in before a place; gives where it is then."""
    entries = step.working.entries
    taken = list(entries[group.start : group.stop])
    step.moved.update(entry.key for entry in taken)
    if is_item(taken[0]) and (deepest := deepest_there(entries, before)) < (depth(taken[0]) or 1):
        taken = _raised(taken, deepest - (depth(taken[0]) or 1))
    if before < group.start:
        step.replace(before, group.stop, [*taken, *entries[before : group.start]])
        now = range(before, before + len(group))
    else:
        step.replace(group.start, before, [*entries[group.stop : before], *taken])
        now = range(before - len(group), before)
    for gap in (now.start, now.stop, group.start, group.stop):
        _close(step, gap)
    selection, by = step.selection, now.start - group.start
    step.selection = Selection(_along(selection.anchor, by), _along(selection.head, by))
    return now


def _raised(taken: list[Entry], by: int) -> list[Entry]:
    """The subparagraphs of the first list in a group, some levels higher."""
    kinds = (Kind.SUBPARAGRAPH, Kind.QUOTE, Kind.TEXT)
    end = next((at for at, entry in enumerate(taken) if entry.paragraph.kind not in kinds), len(taken))
    return [shifted(entry, by) if is_item(entry) and at < end else entry for at, entry in enumerate(taken)]


def _close(step: Step, position: int) -> None:
    if position < len(step.working.entries):
        raised = closed_gaps(step.working.entries, position)
        if raised:
            step.replace(position, position + len(raised), raised)


def _along(caret: Caret, by: int) -> Caret:
    return Caret(max(caret.position + by, 0), caret.place)
