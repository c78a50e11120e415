"""Tab and Shift+Tab: one level deeper, one level up; what belongs to a paragraph goes with it."""

from __future__ import annotations

from models.draft import DraftError, Kind
from models.editing.acts.settling import settle
from models.editing.edit import Entry, Selection
from models.editing.places import (
    DEEPEST,
    Entries,
    block_end,
    closed_gaps,
    depth,
    entry_of_kind,
    head_of,
    is_item,
    list_before,
    part_kind,
    positions,
    shifted,
    with_blocks,
)
from models.editing.step import Step
from models.editing.typed.openings import with_opening_there, without_opening
from models.editing.working import WorkingText


class NoDeeper(DraftError):
    """What is selected stands as deep as it can."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing went deeper: a paragraph goes one level below the one before it in its list, "
            f"and {DEEPEST} levels at most."
        )


class NoHigher(DraftError):
    """What is selected stands as high as it can."""

    def __init__(self) -> None:
        super().__init__("Nothing went up: only subparagraphs do, and no PP or OP stands higher than another.")


def deeper(working: WorkingText, selection: Selection) -> None:
    """Tab: OP3 becomes (c) of OP2, (c) becomes (ii) of (b); never deeper than one below the paragraph before.

    Raises NoDeeper where something has a level and nothing may go.
    """
    with working.step("One level deeper", selection) as step:
        wanted = positions(selection, working.entries)
        if not step_levels(step, wanted, 1) and _have_levels(working.entries, wanted):
            raise NoDeeper
        settle(step)


def shallower(working: WorkingText, selection: Selection) -> None:
    """Shift+Tab: (i) becomes (a)'s sibling, (a) becomes an OP, or a PP under a PP.

    Raises NoHigher where something has a level and nothing may go.
    """
    with working.step("One level up", selection) as step:
        wanted = positions(selection, working.entries)
        if not step_levels(step, wanted, -1) and _have_levels(working.entries, wanted):
            raise NoHigher
        settle(step)


def _have_levels(entries: Entries, wanted: range) -> bool:
    return any(depth(entries[position]) is not None for position in wanted)


def step_levels(step: Step, wanted: range, by: int) -> bool:
    """Paragraphs and what belongs to them one level deeper or up, as part of a step; whether they may go."""
    entries = step.working.entries
    if not wanted:
        return False
    whole = with_blocks(entries, wanted)
    changed = _deeper(entries, whole) if by > 0 else _up(entries, whole, wanted)
    if changed:
        step.replace(whole.start, whole.stop, changed)
        raised = closed_gaps(step.working.entries, whole.stop)
        if raised:
            step.replace(whole.stop, whole.stop + len(raised), raised)
    return bool(changed)


def _deeper(entries: Entries, whole: range) -> list[Entry]:
    """The paragraphs one level deeper, or none where the first cannot go deeper."""
    movable = [position for position in whole if depth(entries[position]) is not None]
    if not movable or any(depth(entries[position]) == DEEPEST for position in movable):
        return []
    first = movable[0]
    above = list_before(entries, first)
    if above is None or not _fits_under(entries, above, first):
        return []
    outcome = list(entries[: whole.start])
    for position in whole:
        outcome.append(_one_deeper(outcome, entries[position]))
    return outcome[whole.start :]


def _fits_under(entries: Entries, above: int, position: int) -> bool:
    """Whether a paragraph may go one deeper after the one above it: a PP under a PP, an OP under an OP."""
    own, over = depth(entries[position]), depth(entries[above])
    assert own is not None
    assert over is not None
    if own > over:
        return False
    if own == 0:
        head = head_of(entries, above)
        return head is not None and entries[head].paragraph.kind is entries[position].paragraph.kind
    return True


def _one_deeper(before: list[Entry], entry: Entry) -> Entry:
    own = depth(entry)
    if own is None:
        return entry
    above = list_before(before, len(before))
    if above is None or (depth(before[above]) or 0) < own:
        return entry
    below = entry_of_kind(entry, Kind.SUBPARAGRAPH, own + 1)
    return below if own else without_opening(below)


def _up(entries: Entries, whole: range, wanted: range) -> list[Entry]:
    """The paragraphs one level up, or none where all that are wanted stand highest.

    The items of a PP or OP, which stays, go only where they are wanted themselves.
    """
    items = [position for position in wanted if is_item(entries[position])]
    if not items:
        return []
    going = {below for position in items for below in range(position, block_end(entries, position))}
    outcome = list(entries[: whole.start])
    for position in whole:
        entry = entries[position]
        if position not in going or not is_item(entry):
            outcome.append(entry)
        elif (depth(entry) or 1) > 1:
            outcome.append(shifted(entry, -1))
        else:
            head = entry_of_kind(entry, _head_kind(outcome, entries, position))
            outcome.append(with_opening_there(head, entries, position))
    return outcome[whole.start :]


def _head_kind(outcome: list[Entry], entries: Entries, position: int) -> Kind:
    """What a subparagraph of the first level is when it leaves the list: PP or OP, as the paragraph it was of."""
    head = head_of(outcome, position - 1) if position else None
    return outcome[head].paragraph.kind if head is not None else part_kind(entries, position)


def deepest_there(entries: Entries, position: int) -> int:
    """The deepest level a subparagraph may have at a position."""
    above = list_before(entries, position)
    return min((depth(entries[above]) or 0) + 1, DEEPEST) if above is not None else 1
