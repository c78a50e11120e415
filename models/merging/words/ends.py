"""How paragraphs end on a side: the last mark and the "and" follow from the place, and are no words of anybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.draft import Paragraph
from models.merging.sides import Side

if TYPE_CHECKING:
    from models.editing.marks.duties import Duties


def fits(side: Side, at: int) -> bool:
    """Whether a paragraph ends on a side as its place there demands; the last of a list may end in a full stop."""
    duty, end = side.duties.of(at), side.duties.end(at)
    if duty is None or not end.sound or not end.mark:
        return False
    if closes_list(side.duties, at) and end.mark == "." and not end.join:
        return True
    return duty.mark == end.mark and (duty.penultimate or not end.join)


def closes_list(duties: Duties, at: int) -> bool:
    """Whether a paragraph is the last item of its list."""
    items = duties.items(at) if duties.is_item(at) else None
    return bool(items) and items is not None and items[-1] == at


def says_the_same(before: Side, old: int, after: Side, new: int) -> bool:
    """Whether a paragraph of the base says the same in the same form on a side, whatever its number and its marks.

    What it ends with is not looked at where it ends as its place demands.
    """
    one, two = before.draft.paragraphs[old], after.draft.paragraphs[new]
    if (one.kind, one.level) != (two.kind, two.level):
        return False
    if [key for _, _, key in before.runs(old) if key] != [key for _, _, key in after.runs(new) if key]:
        return False
    if any(one.text.count(bracket) != two.text.count(bracket) for bracket in "[]"):
        return False  # one behind the last mark, which closes what stands before
    return one.text == two.text or (_without_end(one) == _without_end(two) and fits(after, new))


def _without_end(one: Paragraph) -> str:
    """The words of a paragraph, with the places of its notes, up to its last mark."""
    from models.editing.marks.paragraph_end import end_of
    from models.editing.runs import shown

    return shown(one.runs)[: end_of(one.runs).start].rstrip()
