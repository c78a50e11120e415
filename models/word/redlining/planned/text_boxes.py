"""Paragraphs of text boxes in a plan: a box is read behind the paragraph it hangs on, and what stays in it stays there.

Where that paragraph goes, or comes to stand elsewhere than before what its boxes say, a box goes whole, and what it
said comes as text. The new draft's own Word file tells which of its paragraphs stand in a box.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from lxml import etree

from models.word.namespaces import w
from models.word.reading.drawings import DRAWN
from models.word.redlining.planned.plan import Edit, Plan

BOX = w("txbxContent")
_P = w("p")
Boxes = Mapping[int, etree._Element]
"""For new paragraphs that stand in a box which the old file has too, that box there."""


def keep_in_boxes(
    made: Plan,
    nodes: Sequence[etree._Element],
    theirs: Callable[[int], etree._Element | None] | None,
    coming: Sequence[range] = (),
    *,
    strictly: bool,
) -> Boxes | None:
    """Let paragraphs of a box stay only in that box, and where the paragraph it hangs on stays before them.

    `theirs` gives the element of a new paragraph in its own file, None where there is none: then nobody knows what
    stands in a box, nor are boxes given. `coming` are the new paragraphs of drawings that could come whole.
    `strictly`: just before, and no box stays empty.
    """
    boxes: dict[etree._Element, list[int]] = {}
    for at, node in enumerate(nodes):
        if (box := box_around(node)) is not None:
            boxes.setdefault(box, []).append(at)
    pairs = None if theirs is None else _stay_in_theirs(made, nodes, theirs, coming)
    whole = {new for said in coming if pairs is not None and pairs.keys().isdisjoint(said) for new in said}
    position = {node: at for at, node in enumerate(nodes)}
    for box, inside in boxes.items():  # as they are read, so that one within another comes later
        anchor = next((position[one] for one in box.iterancestors(_P) if one in position), None)
        held = _held(made, inside)
        first = min((edit.new[0] for edit in held), default=None)
        above = next((edit for edit in made.edits if anchor in edit.old), None)
        apart = any(not set(edit.old) <= set(inside) for edit in held)
        own = None
        if pairs is not None and anchor is not None:
            own = whole | {new for new, old in pairs.items() if nodes[anchor] in old.iterancestors(_P)}
        if first is not None and (apart or not _stands_before(above, first, own, strictly)):
            for edit in held:
                made.let_go(edit)
            pairs = None if pairs is None else {new: old for new, old in pairs.items() if old is not box}
    drawn: dict[etree._Element | None, list[etree._Element]] = {}
    for box in boxes:
        drawn.setdefault(next(box.iterancestors(*DRAWN), None), []).append(box)
    for around in drawn.values():
        # From among several of one drawing a box cannot go alone: it stays, empty, or the drawing goes with them all.
        staying = [_held(made, boxes[box]) for box in around]
        stay = [bool(held) or box in (pairs or {}).values() for box, held in zip(around, staying, strict=True)]
        if all(stay) or (any(stay) and not strictly):
            continue
        for edit in (edit for held in staying for edit in held):
            made.let_go(edit)
        pairs = None if pairs is None else {new: old for new, old in pairs.items() if old not in around}
    made.deleted.sort()
    made.inserted.sort()
    return pairs


def _held(made: Plan, inside: Collection[int]) -> list[Edit]:
    return [edit for edit in made.edits if not set(edit.old).isdisjoint(inside)]


def box_around(node: etree._Element | None) -> etree._Element | None:
    """The innermost box that a paragraph stands in."""
    return None if node is None else next(node.iterancestors(BOX), None)


def _stay_in_theirs(
    made: Plan,
    nodes: Sequence[etree._Element],
    theirs: Callable[[int], etree._Element | None],
    coming: Sequence[range],
) -> dict[int, etree._Element]:
    """Let go whatever stands in another box than before, or in one on one side only; what is new of each box too.

    No box of a drawing stays where another of it is new and it could come whole.
    """
    votes: Counter[tuple[etree._Element, etree._Element]] = Counter()
    for edit in made.edits:
        old, new = box_around(nodes[edit.old[0]]), box_around(theirs(edit.new[0]))
        if old is not None and new is not None:
            votes[old, new] += 1 + sum(len(text) for op, text in edit.words if op == "equal")
    same: dict[etree._Element, etree._Element] = {}
    for (old, new), _ in votes.most_common():
        if new not in same and old not in same.values():
            same[new] = old
    every = [one for edit in (*made.edits, *made.moved) for one in edit.new] + made.inserted
    found: dict[int, etree._Element] = {}
    for one in every:
        box = box_around(theirs(one))
        if box is not None and box in same:
            found[one] = same[box]
    for said in coming:
        if not found.keys() >= set(said):
            found = {new: old for new, old in found.items() if new not in said}
    for edit in list(made.edits):
        here = {box_around(nodes[old]) for old in edit.old}
        if len(here) > 1 or {found.get(new) for new in edit.new} != here:
            made.let_go(edit)
    return found


def _stands_before(above: Edit | None, first: int, own: set[int] | None, strictly: bool) -> bool:
    """Whether what a box hangs on comes before its first line that stays; `own` is all that stands in boxes there."""
    if above is None:
        return False
    between = range(above.new[-1] + 1, first)
    if strictly:
        return above.new[-1] == first - 1
    return above.new[-1] < first and (own is None or own.issuperset(between))
