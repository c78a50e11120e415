"""Fields that are elements around their text, which no change can hold, written as runs, which one can."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from models.word.fields import SIMPLE
from models.word.markup import element, take_out
from models.word.namespaces import INS_OR_DEL, XML, w
from models.word.reading.field_codes import look_of_simple, said_by_simple
from models.word.redlining.letters.deleted_content import id_of
from models.word.resolving.kept_tags import PIECE

_DATA = w("fldData")


def fields_as_runs(holder: etree._Element) -> None:
    """Write all such fields under an element as runs."""
    for simple in list(holder.iter(SIMPLE)):
        field_as_runs(simple)


def field_as_runs(simple: etree._Element) -> list[etree._Element]:
    """Write one as runs where it stands; those that frame its text, which stays as it is."""
    begin = element("fldChar", simple.find(_DATA), fldCharType="begin")
    for name in ("fldLock", "dirty"):
        if (said := simple.get(w(name))) is not None:
            begin.set(w(name), said)
    marks = [begin, _code(simple), element("fldChar", fldCharType="separate"), element("fldChar", fldCharType="end")]
    frame = [element("r", mark) for mark in marks]
    made = [*frame[:3], *simple, frame[3]]
    tags = simple.get(PIECE)
    for node in made:
        if tags is not None:
            node.set(PIECE, f"{tags} {node.get(PIECE) or ''}".rstrip())
        simple.addprevious(node)
    take_out(simple)
    return frame


class SpelledOut(NamedTuple):
    """A field spelled out: the element it was, and what stands in its place, its runs and what it held beside words."""

    simple: etree._Element
    runs: list[etree._Element]
    held: list[etree._Element]
    was: list[etree._Element]
    """All it held, in order."""

    def put_back(self, first: int) -> None:
        """Let it be the element it was, where no change of ours, whose ids count from `first`, touched it."""
        pieces = [*self.runs, *self.held]
        if any(before.getnext() is not after for before, after in pairwise(pieces)):
            return
        if any(id_of(change) >= first for change in self.runs[0].iterancestors(*INS_OR_DEL)):
            return
        self.runs[0].addprevious(self.simple)
        self.simple.extend(self.was)
        for run in self.runs:
            take_out(run)


def spell_out(roots: Iterable[etree._Element]) -> list[SpelledOut]:
    """Write the fields of some parts whose codes say what they show as marks and code; it is the same to Word."""
    return [_spelled(simple) for root in roots for simple in list(root.iter(SIMPLE)) if said_by_simple(simple)]


def _spelled(simple: etree._Element) -> SpelledOut:
    look = look_of_simple(simple)
    marks = (element("fldChar", fldCharType="begin"), _code(simple), element("fldChar", fldCharType="end"))
    runs = [element("r", deepcopy(look), mark) for mark in marks]
    was = list(simple)
    spelled = SpelledOut(simple, runs, [child for child in was if child.tag not in (w("r"), _DATA)], was)  # a bookmark
    for piece in (*spelled.runs, *spelled.held):
        simple.addprevious(piece)
    take_out(simple)
    return spelled


def _code(simple: etree._Element) -> etree._Element:
    """The code of such a field as an element: of one that is deleted, it is, too."""
    deleted = next(simple.iterancestors(w("del")), None) is not None
    code = element("delInstrText" if deleted else "instrText")
    code.text = simple.get(w("instr"))
    code.set(f"{{{XML}}}space", "preserve")
    return code
