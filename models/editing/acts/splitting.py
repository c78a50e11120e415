"""Enter: the right next paragraph."""

from __future__ import annotations

import re
from dataclasses import replace

from models.draft import Kind, Paragraph
from models.draft.numbering import value_of
from models.editing.acts.deleting import DIVIDED, step_make_room
from models.editing.acts.kinds import step_kind
from models.editing.acts.levels import step_levels
from models.editing.acts.linked_parts import unlinked
from models.editing.acts.parted import parts_come_from
from models.editing.acts.settling import settle
from models.editing.edit import Caret, Entry, Selection
from models.editing.marks.leaving import finish
from models.editing.places import (
    DEEPEST,
    FIRST_KIND,
    HEADS,
    Entries,
    block_end,
    depth,
    fitting,
    head_of,
    is_item,
    part_kind,
    preamble_follows,
)
from models.editing.runs import NOTE_MARK, Runs, cut, marked, replaced, shown
from models.editing.step import Step
from models.editing.table_cells import ends_table, kind_after, may_leave, out_of_table
from models.editing.typed.late_openings import open_left
from models.editing.typed.openings import opening_places
from models.editing.typed.typed_lines import step_organ, step_organ_left
from models.editing.typed.typed_sections import section_left
from models.editing.typed.typed_structure import is_annex_heading
from models.editing.working import WorkingText
from models.reading.literals import end_mark
from models.reading.organs import is_enacting

_ENDS = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
_END_ALONE = re.compile(rf"{NOTE_MARK}*[,;.،؛，；。、]?{NOTE_MARK}*")
_SPACE = re.compile(r"\s*")
_NOT_FIRST = re.compile(r"\s*(?:[,;.،؛，；。、]\s+)?")
"""What is left out behind the place where a paragraph is divided: a mark only where words follow it."""
_SAME = (Kind.MASTHEAD, Kind.CLOSING, Kind.TEXT, Kind.QUOTE)


def new_paragraph(working: WorkingText, selection: Selection) -> None:
    """Enter: a paragraph of the right kind after this one, before it at its start, or this one cut in two.

    Empty, a subparagraph goes one level up, the last PP becomes the first OP, an OP stays as it is.
    """
    left: int | None = None
    linked: frozenset[int] = frozenset()
    if selection.empty and selection.head.place:
        open_left(working, selection.head.position, selection)
        here = fitting(selection.head, working.entries)
        selection = Selection(here, here)
    with working.step(DIVIDED, selection) as step:
        step_make_room(step, selection)
        at, trimmed = _trimmed(step, fitting(step.selection.head, working.entries))
        if trimmed is None:
            step.replace(0, 0, [step.new(Paragraph(FIRST_KIND)), step.new(Paragraph(FIRST_KIND))])
            step.caret(1, 0)
        elif not selection.empty and not trimmed.length:
            step.caret(at.position, 0)  # what is left of paragraphs selected whole is the one to write in
        elif 0 < at.place < trimmed.length:
            linked = _split(step, at, trimmed)
        else:
            step.put(at.position, trimmed)
            left = _beside(step, at)
        settle(step, linked=linked)
        if left is not None:
            finish(step, left)


def _beside(step: Step, at: Caret) -> int | None:
    """A paragraph behind one, or before it; gives the position of one that ends with that, and is left behind."""
    entries = step.working.entries
    headed = False
    if at.place == entries[at.position].length:
        _annex(step, at.position)
        step_organ_left(step, at.position)
        headed = section_left(step.working, at.position)
    if headed:
        _after(step, at.position)
    elif not entries[at.position].length:
        _leave_empty(step, at.position)
    elif at.place == 0:
        _before(step, at.position)
    else:
        _after(step, at.position)
        return at.position
    return None


def _trimmed(step: Step, at: Caret) -> tuple[Caret, Entry | None]:
    """Where a paragraph is to be divided, and how it reads, once the spaces around the place are gone, and behind it
    the marks that end what stands before: no paragraph begins with them."""
    if not step.working.entries:
        return at, None
    entry = step.working.entries[at.position]
    if not at.place:
        return at, entry
    signs = shown(entry.paragraph.runs)
    start, end = len(signs[: at.place].rstrip()), at.place
    if not start:
        return at, entry
    ruled = step.working.punctuates and entry.paragraph.kind in _ENDS
    behind = "".join(signs[at.place :].split()) if ruled else ""
    joined = entry.end.join and at.place >= entry.end.start and not signs[entry.end.stop :].strip()
    if behind and (joined or _END_ALONE.fullmatch(behind)):
        # No paragraph is an end mark, an "and" or the mark of a note alone.
        return Caret(at.position, len(signs)), entry
    rest = (_NOT_FIRST if ruled else _SPACE).match(signs, at.place)
    end = rest.end() if rest is not None else at.place
    if (start, end) == (at.place, at.place):
        return at, entry
    return Caret(at.position, start), entry.with_runs(replaced(entry.paragraph.runs, start, end, ()))


def _annex(step: Step, position: int) -> None:
    """A new line that says "Annex II" and nothing else is the heading of an annex."""
    entry = step.working.entries[position]
    if entry.paragraph.kind is not Kind.ANNEX and not entry.came_from and is_annex_heading(entry.text):
        step_kind(step, position, Kind.ANNEX)


def _leave_empty(step: Step, position: int) -> None:
    """Enter where nothing is written: out of the list, out of the preamble."""
    entries = step.working.entries
    entry = entries[position]
    kind = entry.paragraph.kind
    if ends_table(entries, position):
        _leave_table(step, position)
        return
    if is_item(entry):
        step_levels(step, range(position, position + 1), -1)
    elif kind is Kind.PREAMBULAR:
        if not preamble_follows(entries, position + 1):
            step_kind(step, position, Kind.OPERATIVE)
    elif kind in (Kind.HEADING, Kind.SECTION, Kind.SPONSOR_NOTE, Kind.ENACTING):
        step_kind(step, position, part_kind(entries, position))
    elif kind in (Kind.QUOTE, Kind.ANNEX):
        step_kind(step, position, Kind.TEXT if kind is Kind.ANNEX else part_kind(entries, position))
    elif kind is not Kind.OPERATIVE:
        step.replace(position + 1, position + 1, [step.new(Paragraph(kind, cell=entry.paragraph.cell))])
        step.caret(position + 1, 0)
        return
    step.caret(position, 0)


def _leave_table(step: Step, position: int) -> None:
    """Enter in the last cell of a table where it is empty, or behind what it holds: a paragraph after the table."""
    entries = step.working.entries
    if may_leave(entries, position):
        step.put(position, out_of_table(entries, position))
        step.caret(position, 0)
    else:
        step.replace(position + 1, position + 1, [step.new(Paragraph(kind_after(entries, position)))])
        step.caret(position + 1, 0)


def _before(step: Step, position: int) -> None:
    """An empty paragraph of the same kind; the text keeps what it is."""
    entry = step.working.entries[position]
    step.replace(position, position, [step.new(_sibling(entry.paragraph))])
    step.caret(position + 1, 0)


def _after(step: Step, position: int) -> None:
    entries = step.working.entries
    before = entries[position]
    paragraph = replace(following(entries, position), cell=before.paragraph.cell)
    printed = _unnumbered(before, paragraph)
    step.replace(position + 1, position + 1, [step.new(paragraph, printed=printed)])
    step.caret(position + 1, 0)


def _unnumbered(before: Entry, paragraph: Paragraph) -> bool:
    """Whether the new one goes without number because its sibling does."""
    same = (before.paragraph.kind, before.paragraph.level) == (paragraph.kind, paragraph.level)
    return same and before.printed and before.paragraph.number == paragraph.number


def following(entries: Entries, position: int) -> Paragraph:
    """The empty paragraph that is to follow one."""
    entry = entries[position]
    kind = entry.paragraph.kind
    own = depth(entry)
    after = entries[position + 1] if position + 1 < len(entries) else None
    if own is not None:
        goes_deeper = after is not None and is_item(after) and (depth(after) or 0) > own
        if own < DEEPEST and (goes_deeper or end_mark(entry.text) == ":"):
            return Paragraph(Kind.SUBPARAGRAPH, level=own + 1)
        return _sibling(entry.paragraph, entry.printed)
    if kind is Kind.ENACTING:
        return Paragraph(Kind.PREAMBULAR)
    if kind is Kind.ANNEX:
        return Paragraph(Kind.HEADING if len(entry.text.split()) <= 2 else Kind.TEXT)
    if kind in (Kind.HEADING, Kind.SECTION, Kind.SPONSOR_NOTE):
        # The note stands at the foot of the first page, wherever that ends: the text goes on behind it.
        return Paragraph(part_kind(entries, position + 1))
    return Paragraph(kind if kind in _SAME else Kind.TEXT)


def _sibling(paragraph: Paragraph, printed: bool = False, runs: Runs = ()) -> Paragraph:
    """A paragraph beside one, of some words; without number, or with the same bullet, where the other has it so."""
    bullet = paragraph.number if paragraph.number and value_of(paragraph.number, paragraph.level) is None else None
    bullet = bullet if printed and bullet and not any(sign.isalnum() for sign in bullet) else None
    return Paragraph(paragraph.kind, runs, paragraph.level, bullet, cell=paragraph.cell)


def _split(step: Step, at: Caret, entry: Entry) -> frozenset[int]:
    """Cut in two, as it reads once it is trimmed: the part that holds letters of the base stays the paragraph, the
    first where both do; both come from where it came from then, while a part that was written beside the old words is
    a new paragraph. Gives where the first stands if a word behind its mark links it to the second."""
    linked = False
    runs = entry.paragraph.runs
    found = opening_places(runs)
    rest = cut(runs, at.place)
    if found and found[0] < at.place < found[1]:
        rest = marked(rest, 0, found[1] - at.place, italic=False)
    second = _sibling(entry.paragraph, entry.printed, rest)
    if entry.paragraph.kind is Kind.ENACTING:
        second = Paragraph(Kind.PREAMBULAR, rest)
    one, two = parts_come_from(step, at, entry)
    if not one and two and second.kind is entry.paragraph.kind:
        first = _sibling(entry.paragraph, entry.printed, cut(runs, 0, at.place))
        parts = [step.new(first, printed=_unnumbered(entry, first)), entry.with_runs(rest)]
    else:
        kept = entry.part(cut(runs, 0, at.place), one)
        parts = [kept, step.new(second, two, printed=_unnumbered(entry, second))]
    if step.working.punctuates and entry.paragraph.kind in _ENDS:
        *parts, linked = unlinked(step.working, at.position, *parts)
    # What was selected across two paragraphs joined them where they are divided now: the other's words stand behind.
    if any(map(str.isalnum, parts[1].text)):
        step.joined = {key: parts[1].key if both == entry.key else both for key, both in step.joined.items()}
    step.replace(at.position, at.position + 1, parts)
    step.caret(at.position + 1, 0)
    if not one and parts[0].paragraph.kind in HEADS and is_enacting(parts[0].text):
        step_organ(step, at.position)
    _as_item(step, at.position)
    return frozenset({at.position} if linked else ())


def _as_item(step: Step, position: int) -> None:
    """What is cut off after a colon begins the list, as after Enter at its end."""
    entries = step.working.entries
    first, second = entries[position], entries[position + 1]
    own = depth(first)
    if own is None or end_mark(first.text) != ":" or own >= DEEPEST or own != depth(second):
        return
    if block_end(entries, position + 1) > position + 2 or head_of(entries, position + 1) is None:
        return
    step_kind(step, position + 1, Kind.SUBPARAGRAPH, own + 1)
    step.caret(position + 1, 0)
