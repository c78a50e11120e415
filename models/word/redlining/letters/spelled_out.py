"""Fields that are one element with nothing in it, written as marks and a code: these are runs, which can be struck."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from models.word.fields import SIMPLE
from models.word.markup import element
from models.word.namespaces import XML, w
from models.word.reading.field_codes import look_of_simple, said_by_simple
from models.word.redlining.letters.deleted_content import id_of

_CHANGES = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))


class SpelledOut(NamedTuple):
    """A field spelled out: the element it was, and what stands in its place, its runs and what it held beside words."""

    simple: etree._Element
    runs: list[etree._Element]
    held: list[etree._Element]

    def put_back(self, first: int) -> None:
        """Let it be the element it was, where no change of ours, whose ids count from `first`, touched it."""
        pieces = [*self.runs, *self.held]
        if any(before.getnext() is not after for before, after in pairwise(pieces)):
            return
        if any(id_of(change) >= first for change in self.runs[0].iterancestors(*_CHANGES)):
            return
        self.runs[0].addprevious(self.simple)
        self.simple.extend(self.held)
        for run in self.runs:
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)


def spell_out(roots: Iterable[etree._Element]) -> list[SpelledOut]:
    """Write the fields of some parts with marks that say by their code what they show; it is the same to Word."""
    return [_spelled(simple) for root in roots for simple in list(root.iter(SIMPLE)) if said_by_simple(simple)]


def _spelled(simple: etree._Element) -> SpelledOut:
    deleted = next(simple.iterancestors(w("del")), None) is not None
    code, look = element("delInstrText" if deleted else "instrText"), look_of_simple(simple)
    code.text = simple.get(w("instr"))
    code.set(f"{{{XML}}}space", "preserve")
    marks = (element("fldChar", fldCharType="begin"), code, element("fldChar", fldCharType="end"))
    spelled = SpelledOut(
        simple,
        [element("r", deepcopy(look), content) for content in marks],
        [child for child in simple if child.tag not in (w("r"), w("fldData"))],  # a bookmark
    )
    for piece in (*spelled.runs, *spelled.held):
        simple.addprevious(piece)
    parent = simple.getparent()
    assert parent is not None
    parent.remove(simple)
    return spelled
