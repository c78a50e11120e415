"""What each paragraph of the working text is known to be of two drafts that are compared."""

from __future__ import annotations

from collections.abc import Iterable

from models.comparison.change import Comparison
from models.draft import Draft, Run
from models.editing.working import WorkingText
from models.taking.having import having
from models.taking.placed import Known, Origin, same
from models.taking.sources_kept import InFull
from models.taking.union import union


def known_places(working: WorkingText, text: Draft, comparison: Comparison) -> Known:
    """Which paragraph of the drafts each paragraph of the working text, which is `text` now, stands for.

    First counts where changes of this comparison put it, then what it came from in the base, where that is one of the
    drafts. A text that is one of them to the letter is that one. Of a text that was taken up again nobody knows which
    changes are in it until the next one is put in.
    """
    put_in: dict[int, Origin] = {}
    taken = False
    for edit in working.undo_list.done:
        if edit.placed is not None and edit.placed.between(comparison.old, comparison.new):
            put_in.update(edit.placed.at)
            taken = True
    drafts = comparison.old, comparison.new
    if not taken:
        for side in (0, 1):
            if same(text, drafts[side]):
                return [(side, at) for at in range(len(text.paragraphs))]
    sides = [side for side in (0, 1) if working.all_known and same(working.base, drafts[side])]
    base = sides[0] if sides else None
    known: list[Origin | None] = []
    for entry in working.entries:
        origin = put_in.get(entry.key)
        if origin is None and base is not None and len(entry.came_from) == 1:
            origin = base, entry.came_from[0]
        known.append(origin)
    return known


def written_in_full(working: WorkingText) -> InFull:
    """The notes of the text that say in full what "Ibid." means in the draft they were taken from."""
    found: dict[int, tuple[tuple[Run, ...], tuple[Run, ...]]] = {}
    for edit in working.undo_list.done:
        if edit.placed is not None:
            found.update(edit.placed.in_full)
    return found


def came_with(working: WorkingText, comparison: Comparison, asked: Iterable[int], refused: bool) -> str:
    """What was taken, or refused, when changes came along that are asked for only now: "OP2"; "" where nothing was."""
    numbers, act = set(asked), "Refuse " if refused else "Take "
    for edit in reversed(working.undo_list.done):
        if edit.placed is None or not edit.placed.between(comparison.old, comparison.new):
            continue
        if edit.words.startswith(act) and numbers <= edit.placed.brought:
            return edit.words.removeprefix(act)
    return ""


def taken(working: WorkingText, comparison: Comparison) -> frozenset[int]:
    """The changes of a comparison that the working text has as the new draft has them, by number, as a reader sees it.

    Of a text of which nobody knows what its paragraphs are of the two drafts, none.
    """
    text = working.draft()
    return having(text, union(comparison), known_places(working, text, comparison))
