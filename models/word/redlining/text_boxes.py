"""Paragraphs of text boxes in a plan: a box is read behind the paragraph it hangs on, and what stays in it stays there.

Where that paragraph goes, or comes to stand elsewhere than before what the box says, the box goes whole, and what it
said comes as text.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from models.word.namespaces import w
from models.word.redlining.plan import Edit, Plan

_BOX, _P = w("txbxContent"), w("p")


def keep_in_boxes(made: Plan, nodes: Sequence[etree._Element], *, strictly: bool) -> None:
    """Let paragraphs of a box stay only where the paragraph it hangs on stays before them; `strictly`: just before."""
    boxes: dict[etree._Element, list[int]] = {}
    for at, node in enumerate(nodes):
        box = next(node.iterancestors(_BOX), None)
        if box is not None:
            boxes.setdefault(box, []).append(at)
    if not boxes:
        return
    position = {node: at for at, node in enumerate(nodes)}
    for box, inside in boxes.items():  # as they are read, so that one within another comes later
        anchor = next((position[one] for one in box.iterancestors(_P) if one in position), None)
        held = [edit for edit in made.edits if not set(edit.old).isdisjoint(inside)]
        first = min((edit.new[0] for edit in held), default=None)
        above = next((edit for edit in made.edits if anchor in edit.old), None)
        apart = any(not set(edit.old) <= set(inside) for edit in held)
        if first is not None and (apart or not _stands_before(above, first, strictly)):
            for edit in held:
                made.edits.remove(edit)
                made.deleted += edit.old
                made.inserted += edit.new
    made.deleted.sort()
    made.inserted.sort()


def _stands_before(above: Edit | None, first: int, strictly: bool) -> bool:
    if above is None:
        return False
    return above.new[-1] == first - 1 if strictly else above.new[-1] < first
