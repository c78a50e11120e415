"""Where pasted paragraphs go: into the words of the paragraph at the caret, around them, or among the paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from models.draft import Kind, Paragraph
from models.editing.acts.deleting import close_gaps
from models.editing.acts.joining import with_space
from models.editing.edit import Caret, Entry, Selection
from models.editing.pasted.copied import Extent
from models.editing.pasted.pasted_cells import placed_in_table, stands_alone
from models.editing.places import AMONG_ITEMS, block_end, depth, fitting, head_of, is_item, is_quote, shifted
from models.editing.runs import Runs, cut, joined, length, shown
from models.editing.step import Step
from models.editing.table_cells import clear_of_tables
from models.editing.typed.before_mark import make_way
from models.editing.working import WorkingText


class Ends(NamedTuple):
    """How what is pasted joins what it is put beside: whether the first goes on from words before it, the last with
    those behind it. `known`: it was copied so; else what has no structure of its own joins, and is what it joins.
    `ended`: it came with the end of its line, and so is no part of words before which it is put, nor of a finished
    paragraph behind which it is put."""

    known: bool
    first: bool
    last: bool
    ended: bool

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], extent: Extent | None, *, ended: bool = False) -> Ends:
        """Of all words of one paragraph nobody knows whether they are meant as a paragraph."""
        if extent is None or (len(paragraphs) == 1 and extent.begun and not extent.ended):
            return cls(False, paragraphs[0].kind is Kind.TEXT, paragraphs[-1].kind is Kind.TEXT, ended)
        return cls(True, not extent.begun, not extent.ended, extent.ended)

    def join(self, at: Caret, here: Entry) -> bool:
        """Whether a paragraph with a caret in it becomes one with what is pasted there."""
        before, behind = at.place > 0, at.place < here.length
        if self.known:
            return (before and behind) or (self.first and before) or (self.last and behind)
        if not self.first:
            return before and at.place < here.end.start  # its mark alone is no words
        if not self.ended:
            return True
        # Behind the mark of what is finished a line is not more of it.
        ends = ".;," if here.paragraph.kind is Kind.PREAMBULAR else ".;"
        return before if behind else not here.end.mark or here.end.mark not in ends


def with_numbers_in_words(
    working: WorkingText, at: Caret, paragraphs: Sequence[Paragraph], written: Sequence[Runs | None], ends: Ends
) -> Sequence[Paragraph]:
    """Pasted paragraphs with the numbers that number nothing at a caret in their words, as they are `written`: that of
    the first where it goes on from words before it, and all of them in a cell of a table."""
    entries = working.entries
    if not entries or not any(written):
        return paragraphs
    at = fitting(at, entries)
    if _is_held(entries, at.position):
        return [
            replace(one, kind=Kind.TEXT, level=0, runs=runs, number=None, set_label=None)
            if runs and one.cell is None
            else one
            for one, runs in zip_longest(paragraphs, written[: len(paragraphs)])
        ]
    if written[0] and at.place and ends.join(at, entries[at.position]):
        return [replace(paragraphs[0], runs=written[0], number=None, set_label=None), *paragraphs[1:]]
    return paragraphs


def put_in(step: Step, new: list[Entry], ends: Ends, *, apart: bool) -> None:
    """Put pasted paragraphs in at the caret; `apart`: what comes are whole words, which a space parts from others."""
    entries = step.working.entries
    if not entries:
        step.replace(0, 0, new)
        step.caret(len(new) - 1, new[-1].length)
        return
    at = fitting(step.selection.head, entries)
    new = placed_in_table(step, at, new)
    entries = step.working.entries
    here = entries[at.position]
    elsewhere = new[0].paragraph.cell != here.paragraph.cell
    if elsewhere and not ends.known:
        ends = ends._replace(first=False)
    joins = ends.join(at, here)
    words = ends.first or not ends.ended  # no paragraph of its own
    if len(new) == 1 and joins and not elsewhere and not ends.known and words:
        _inline(step, at, new[0], apart=apart)
    elif not here.length and not joins and not (elsewhere and _is_held(entries, at.position)):
        _instead(step, at, new, _place_of(new, entries, at, ends))
    elif joins:
        _around(step, at, new, ends, apart=apart)
    else:
        place = _place_of(new, entries, at, ends)
        _among(step, place, place, new)


def _place_of(new: Sequence[Entry], entries: Sequence[Entry], at: Caret, ends: Ends) -> int:
    """Where whole paragraphs come to stand that are put in before or behind the paragraph at a caret.

    PPs and OPs come behind all that belongs to one, and behind the whole list where the caret is in one: what is left
    of it would else be theirs. What was copied here may have been the head of just that, and stands where it is put.
    """
    here, opens = entries[at.position], depth(new[0]) == 0
    if not (opens or ends.known or is_item(new[0]) or is_quote(new[0])):
        opens = 0 in map(depth, new)
    in_list = opens and is_item(here) and here.paragraph.cell is None and not ends.known
    if not opens or not (at.place or in_list):
        return at.position + (at.place > 0)
    head = head_of(entries, at.position) if in_list else None
    # What stands in a table above has no items behind that, and what a colon introduces may be a long table.
    first = head if head is not None and entries[head].paragraph.cell is None else at.position
    place = block_end(entries, first)
    return place if new[0].paragraph.cell is not None else clear_of_tables(entries, place)


def _is_held(entries: Sequence[Entry], position: int) -> bool:
    """Whether a paragraph is a cell among others of its table."""
    return entries[position].paragraph.cell is not None and not stands_alone(entries, position)


def _inline(step: Step, at: Caret, new: Entry, *, apart: bool) -> None:
    """Words into the words of a paragraph; an empty one that continues nothing continues what they continued."""
    way = make_way(step.working, Selection(at, at), new.text)
    here, place = step.working.entries[at.position], way.start.place
    head, tail = cut(here.paragraph.runs, 0, place), cut(here.paragraph.runs, way.end.place)
    runs = _between(head, new.paragraph.runs, tail) if apart else joined(head, new.paragraph.runs)
    step.put(at.position, replace(here.with_runs(joined(runs, tail)), came_from=_joined_origins(here, new)))
    step.caret(at.position, length(runs))


def _between(head: Runs, new: Runs, tail: Runs) -> Runs:
    """Words behind others and before others, up to these: one space on either side, where none is there yet."""
    words = shown(new)
    first = len(words) - len(words.lstrip()) if shown(head)[-1:].isspace() else 0
    last = len(words.rstrip()) if shown(tail)[:1].isspace() else len(words)
    new = cut(new, first, max(first, last))
    return with_space(joined(with_space(head, new), new), tail)


def _joined_origins(here: Entry, new: Entry) -> tuple[int, ...]:
    own = here.came_from if here.length else ()
    return (*own, *(origin for origin in new.came_from if origin not in own)) or here.came_from


def _around(step: Step, at: Caret, new: list[Entry], ends: Ends, *, apart: bool) -> None:
    """The first joins what is before the caret, the last what is after it where it joins words at all."""
    here = step.working.entries[at.position]
    runs = here.paragraph.runs
    head, tail = cut(runs, 0, at.place), cut(runs, at.place)
    parts = _below(here, new) if head else list(new)
    if (head or not ends.known) and new[0].paragraph.cell == here.paragraph.cell:
        begun = with_space(head, new[0].paragraph.runs) if apart else head
        first = here.with_runs(joined(begun, new[0].paragraph.runs))
        parts[0] = replace(first, came_from=_joined_origins(here.with_runs(head), new[0]))
    elif head or not ends.known:
        parts.insert(0, here.with_runs(head))
    caret = Caret(at.position + len(parts) - 1, parts[-1].length)
    if at.place == here.end.start and not (ends.last or ends.known):  # its mark alone is no paragraph
        if not parts[0].end.mark and len(parts) > 1:
            parts[0] = parts[0].with_runs(joined(parts[0].paragraph.runs, tail))
        tail = ()
    if tail:
        last = parts[-1]
        rest = replace(here.paragraph, number=None, set_label=None, runs=tail)
        if ends.last and last.paragraph.cell == here.paragraph.cell:
            words = with_space(last.paragraph.runs, tail) if apart else last.paragraph.runs
            caret = Caret(caret.position, length(words))
            kind = last.paragraph if ends.known else rest
            key = last.key if parts[0].key == here.key else here.key
            origins = (*here.came_from, *(o for o in last.came_from if o not in here.came_from))
            whole = replace(kind, runs=joined(words, tail))
            parts[-1] = Entry(key, whole, origins, last.printed and ends.known)
        else:
            parts.append(step.new(rest, here.came_from))
    step.replace(at.position, at.position + 1, parts)
    for position in range(at.position, at.position + len(parts) + 1):
        _fit(step, position)
    step.selection = Selection(caret, caret)


def _below(here: Entry, new: Sequence[Entry]) -> list[Entry]:
    """Pasted paragraphs whose first becomes one with an item: the items of it are below that item."""
    first = depth(new[0]) or 0
    by = (depth(here) or 0) - first if is_item(here) else 0
    rest = (at for at, one in enumerate(new) if at and (not is_item(one) or one.paragraph.level <= first))
    end = next(rest, len(new)) if by > 0 else 1
    return [new[0], *(shifted(one, by) for one in new[1:end]), *new[end:]]


def _among(step: Step, start: int, end: int, new: list[Entry]) -> None:
    """Whole paragraphs among the others."""
    step.replace(start, end, new)
    for position in range(start, start + len(new) + 1):
        _fit(step, position)
    caret = Caret(start + len(new) - 1, length(new[-1].paragraph.runs))
    step.selection = Selection(caret, caret)


def _instead(step: Step, at: Caret, new: list[Entry], place: int) -> None:
    """Whole paragraphs for an empty one, in its place, as one that is typed there; where several belong behind its
    list, `place`, it goes for them."""
    if len(new) == 1 or place <= at.position + 1:
        _among(step, at.position, at.position + 1, new)
        return
    step.replace(at.position, at.position + 1, [])
    _fit(step, at.position)
    _among(step, place - 1, place - 1, new)


def _fit(step: Step, position: int) -> None:
    """Raise a list that begins deeper than its place allows, and be it behind plain text."""
    entries = step.working.entries
    aside = (at >= 0 and entries[at].paragraph.kind in AMONG_ITEMS for at in (position - 1, position))
    if position < len(entries) and not all(aside):
        close_gaps(step, position)
