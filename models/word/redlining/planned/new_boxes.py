"""Text boxes that only the new draft's own Word file has: each comes whole, with the drawing it is and all it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from models.comparison.change import Comparison
from models.word.namespaces import w
from models.word.reading.alternatives import ALTERNATIVES
from models.word.redlining.planned.plan import Plan
from models.word.redlining.planned.text_boxes import Boxes, box_around
from models.word.signs import NOTED

_P, _R, _TABLE = w("p"), w("r"), w("tbl")
_FLOWS_ON = "{*}linkedTxbx"  # text that flows from a box into another one, which may stay behind
_FLOWS = re.compile(r"mso-next-textbox:#([^;]*);?")
"""How the style of an older program's box says the same: many name their own shape."""


class NewBox(NamedTuple):
    """A drawing with boxes in the new draft's own file: the new paragraph it hangs on, and those that it says."""

    drawing: etree._Element
    anchor: int
    said: range


def new_boxes(
    comparison: Comparison, theirs: Callable[[int], etree._Element | None], as_text: Collection[int]
) -> list[NewBox]:
    """The drawings with boxes of the new draft's own file that could come whole, in order.

    `theirs` gives the element of a new paragraph there. What says a paragraph that is to come `as_text` could not.
    """
    every = _boxes_of(comparison, theirs)
    return [one for one in every if _stands_alone(one) and not any(new in as_text for new in one.said)]


def take_new_boxes(
    made: Plan, could: Sequence[NewBox], boxes: Boxes | None, is_in_new_cell: Callable[[int], bool]
) -> list[NewBox]:
    """Those of the drawings that come whole; what they say goes from what is inserted into `made.boxed`.

    `boxes` tell what stands in a box that the old file has too. What was in the text, and is in a new one now, goes.
    """
    found: list[NewBox] = []
    edit_of = {new: edit for edit in (*made.edits, *made.moved) for new in edit.new}
    for one in could:
        edits = {id(edit): edit for new in one.said if (edit := edit_of.get(new)) is not None}.values()
        stays = boxes is not None and any(new in boxes for new in one.said)
        apart = any(not set(one.said).issuperset(edit.new) for edit in edits)
        if stays or apart or (is_in_new_cell(one.anchor) and next(one.drawing.iter(_TABLE), None) is not None):
            continue
        for edit in edits:
            made.let_go(edit)
        found.append(one)
        made.boxed += one.said
    if found:
        boxed = set(made.boxed)
        made.deleted.sort()
        made.inserted = sorted(at for at in made.inserted if at not in boxed)
    return found


def _boxes_of(comparison: Comparison, theirs: Callable[[int], etree._Element | None]) -> Iterator[NewBox]:
    """The drawings with boxes of the new file whose paragraphs all follow what they hang on."""
    places: dict[etree._Element, int] = {}
    said: dict[etree._Element, list[int]] = {}
    for new in range(len(comparison.new.paragraphs)):
        node = theirs(new)
        if node is None:
            return
        places[node] = new
        if (drawing := _drawing_around(node)) is not None:
            said.setdefault(drawing, []).append(new)
    for drawing, every in said.items():
        run = drawing.getparent()
        anchor = places.get(next(run.iterancestors(_P))) if run is not None else None
        if anchor is not None and anchor < every[0] and every == list(range(every[0], every[-1] + 1)):
            yield NewBox(drawing, anchor, range(every[0], every[-1] + 1))


def _drawing_around(node: etree._Element) -> etree._Element | None:
    """What stands in a run and holds the outermost box around a paragraph; None of a run that is given twice itself."""
    if box_around(node) is None:
        return None
    above = list(node.iterancestors())
    runs = [at for at, one in enumerate(above) if one.tag == _R]
    if not runs or any(one.tag == ALTERNATIVES for one in above[runs[-1] :]):
        return None
    return above[runs[-1] - 1]


def _stands_alone(one: NewBox) -> bool:
    """Whether a drawing can come without anything else: no note hangs in it, and its text flows into no other one."""
    drawing = one.drawing
    if next(drawing.iter(*NOTED, _FLOWS_ON), None) is not None:
        return False
    for box in drawing.iter("{*}textbox"):
        flow, shape = _FLOWS.search(box.get("style") or ""), box.getparent()
        if flow is not None and (shape is None or shape.get("id") != flow[1]):
            return False
    return True


def keep_to_itself(copy: etree._Element) -> None:
    """Let the boxes of a drawing, in place, name no shape that their text flows into: ids are others here."""
    for box in copy.iter("{*}textbox"):
        if (style := box.get("style")) is not None:
            box.set("style", _FLOWS.sub("", style))


def standing_there(node: etree._Element | None, anchor: etree._Element) -> etree._Element | None:
    """The drawing that a paragraph before or behind a new box stands in, if it hangs on the same one."""
    drawing = _drawing_around(node) if node is not None else None
    return drawing if drawing is not None and anchor in drawing.iterancestors(_P) else None
