"""What each paragraph of the working text is known to be of two drafts that are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.comparison.change import Comparison
from models.draft import Draft
from models.editing.placed import InFull, Known, Origin, Placed, TakenBefore, same
from models.editing.working import WorkingText
from models.taking.having import having
from models.taking.union import union


def known_places(working: WorkingText, text: Draft, comparison: Comparison) -> Known:
    """Which paragraph of the drafts each paragraph of the working text, which is `text` now, stands for.

    First counts where changes of this comparison put it, then what it came from in the base, where that is one of the
    drafts. A text that is one of them to the letter is that one. Of a text that an older Adref wrote nobody knows which
    changes are in it until the next one is put in.
    """
    put_in: dict[int, Origin] = {}
    taken = [placed for placed in _placed(working) if placed.between(comparison)]
    for placed in taken:
        put_in.update(placed.at)
    drafts = comparison.old, comparison.new
    if not taken:
        for side in (0, 1):
            if same(text, drafts[side]):
                return to_the_letter(text, side)
    base = side_of_base(working, comparison)
    known: list[Origin | None] = []
    for entry in working.entries:
        origin = put_in.get(entry.key)
        if origin is None and base is not None and len(entry.came_from) == 1:
            origin = base, entry.came_from[0]
        known.append(origin)
    return known


def to_the_letter(text: Draft, side: int) -> Known:
    """The same of a text that is one of the drafts."""
    return [(side, at) for at in range(len(text.paragraphs))]


def side_of_base(working: WorkingText, comparison: Comparison) -> int | None:
    """On which of the two drafts the text was begun: 0 the old one, 1 the new one; None where on neither."""
    drafts = comparison.old, comparison.new
    return next((side for side in (0, 1) if working.taken_before.whole and same(working.base, drafts[side])), None)


def in_the_base(known: Known, base: int | None) -> dict[int, int]:
    """Which paragraphs, by their position, stand for one of the draft that the text was begun on, and for which."""
    return {at: origin[1] for at, origin in enumerate(known) if origin is not None and origin[0] == base}


def _placed(working: WorkingText) -> Iterator[Placed]:
    """What was put in, one after another."""
    yield from working.taken_before.placed
    yield from (edit.placed for edit in working.undo_list.done if edit.placed is not None)


def taken_so_far(working: WorkingText) -> TakenBefore:
    """What was put into a text, as it is known where it is taken up again."""
    return TakenBefore(tuple(_placed(working)), working.taken_before.whole)


def written_in_full(working: WorkingText, comparison: Comparison) -> InFull:
    """The notes of the text that say in full what "Ibid." means in the draft they were taken from.

    Each taking says of its two drafts which these are then; of others nobody could say it again.
    """
    found: InFull = {}
    for placed in _placed(working):
        if placed.between(comparison):
            found = placed.in_full
    return found


def came_with(working: WorkingText, comparison: Comparison, asked: Iterable[int], refused: bool) -> str:
    """What was taken, or refused, when changes came along that are asked for only now: "OP2"; "" where nothing was."""
    numbers, act = set(asked), "Refuse " if refused else "Take "
    for edit in reversed(working.undo_list.done):
        placed = edit.placed
        if placed is None or not placed.brought or not placed.between(comparison):
            continue
        if edit.words.startswith(act) and numbers <= placed.brought:
            return edit.words.removeprefix(act)
    return ""


def taken(working: WorkingText, comparison: Comparison) -> frozenset[int]:
    """The changes of a comparison that the working text has as the new draft has them, by number, as a reader sees it.

    Of a text of which nobody knows what its paragraphs are of the two drafts, none.
    """
    text = working.draft()
    known = known_places(working, text, comparison)
    return having(text, union(comparison), known, written_in_full(working, comparison))
