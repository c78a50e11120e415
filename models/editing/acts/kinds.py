"""What a paragraph is, set by key."""

from __future__ import annotations

from models.draft import Kind, Paragraph
from models.editing.acts.levels import deepest_there
from models.editing.acts.settling import settle
from models.editing.edit import Entry, Selection
from models.editing.marks.punctuation import unmark
from models.editing.places import (
    FIRST_KIND,
    HEADS,
    Entries,
    block_end,
    closed_gaps,
    depth,
    entry_of_kind,
    is_item,
    list_before,
    positions,
    shifted,
)
from models.editing.step import Step
from models.editing.table_cells import StaysInTable, in_cell, may_leave, out_of_table
from models.editing.typed.openings import with_opening_there, without_opening
from models.editing.working import WorkingText

WORDS = {
    Kind.MASTHEAD: "masthead line",
    Kind.ENACTING: "organ's line",
    Kind.PREAMBULAR: "PP",
    Kind.OPERATIVE: "OP",
    Kind.SUBPARAGRAPH: "subparagraph",
    Kind.SECTION: "section",
    Kind.HEADING: "heading",
    Kind.ANNEX: "annex",
    Kind.QUOTE: "quote",
    Kind.SPONSOR_NOTE: "asterisk note",
    Kind.CLOSING: "closing line",
    Kind.TEXT: "text",
}
"""Kinds as the user reads them."""

_IN_CELLS = (Kind.TEXT, Kind.HEADING, Kind.QUOTE)


def set_kind(working: WorkingText, selection: Selection, kind: Kind, level: int = 0) -> None:
    """Let the selected paragraphs be of a kind; `level` is of subparagraphs, 0: as deep as the one before.

    A PP or OP gets its opening in italics; text and headings lose the italics that were the opening's alone. What
    stands in a table has no place in the resolution, save behind what the last cell holds: there it comes after the
    table. Raises StaysInTable.
    """
    with working.step(f"Make it {_article(WORDS[kind])}", selection) as step:
        if not working.entries:
            # Nothing is written yet: what is typed next is of that kind.
            step.replace(0, 0, [step.new(Paragraph(FIRST_KIND))])
        wanted = positions(selection, working.entries)
        unmark(step, wanted, kind)
        for position in wanted:
            if in_cell(working.entries[position]) and kind not in _IN_CELLS:
                if not may_leave(working.entries, position):
                    continue
                step.put(position, out_of_table(working.entries, position))
            step_kind(step, position, kind, level)
        if wanted and kind not in _IN_CELLS and all(in_cell(working.entries[position]) for position in wanted):
            raise StaysInTable(
                f"The cells of a table hold text; write {_article(WORDS[kind])} before or after the table."
            )
        settle(step)


def _article(words: str) -> str:
    return words if words == "text" else f"an {words}" if words[0] in "aeiouO" else f"a {words}"


def step_kind(step: Step, position: int, kind: Kind, level: int = 0) -> None:
    """One paragraph of another kind, as part of a step; its subparagraphs stay below it."""
    entries = step.working.entries
    entry = entries[position]
    own, end = depth(entry), block_end(entries, position)
    if kind is Kind.SUBPARAGRAPH:
        level = min(level or _level_there(step, position), deepest_there(entries, position))
    changed = _marked(entries, position, entry_of_kind(entry, kind, level))
    now = depth(changed)
    below = entries[position + 1 : end]
    if own is not None and now is not None and own != now:
        below = [shifted(item, now - own) if is_item(item) else item for item in below]
    step.replace(position, end, [changed, *below])
    raised = closed_gaps(step.working.entries, position + 1)
    if raised:
        step.replace(position + 1, position + 1 + len(raised), raised)


def _level_there(step: Step, position: int) -> int:
    """As deep as the list goes on: the level it has, else that of the item before, else the first."""
    entries = step.working.entries
    if is_item(entries[position]):
        return entries[position].paragraph.level
    before = list_before(entries, position)
    return max(depth(entries[before]) or 1, 1) if before is not None else 1


def _marked(entries: Entries, position: int, changed: Entry) -> Entry:
    entry = entries[position]
    if changed is entry:
        return entry
    if changed.paragraph.kind in HEADS:
        return with_opening_there(changed, entries, position)
    if entry.paragraph.kind in HEADS and not is_item(changed) and changed.paragraph.kind is not Kind.QUOTE:
        return without_opening(changed)
    return changed
