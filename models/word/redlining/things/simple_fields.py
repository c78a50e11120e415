"""Fields that are elements around their text, which no change can hold, written as runs, which one can."""

from __future__ import annotations

from lxml import etree

from models.word.markup import element
from models.word.namespaces import XML, w
from models.word.resolving.kept_tags import PIECE

_SIMPLE, _DATA = w("fldSimple"), w("fldData")


def fields_as_runs(holder: etree._Element) -> None:
    """Write all such fields under an element as runs."""
    for simple in list(holder.iter(_SIMPLE)):
        field_as_runs(simple)


def field_as_runs(simple: etree._Element) -> list[etree._Element]:
    """Write one as runs where it stands; those that frame its text, which stays as it is."""
    code = element("instrText")
    code.text = simple.get(w("instr"))
    code.set(f"{{{XML}}}space", "preserve")
    begin = element("fldChar", simple.find(_DATA), fldCharType="begin")
    for name in ("fldLock", "dirty"):
        if (said := simple.get(w(name))) is not None:
            begin.set(w(name), said)
    marks = [begin, code, element("fldChar", fldCharType="separate"), element("fldChar", fldCharType="end")]
    frame = [element("r", mark) for mark in marks]
    made = [*frame[:3], *simple, frame[3]]
    tags = simple.get(PIECE)
    for node in made:
        if tags is not None:
            node.set(PIECE, f"{tags} {node.get(PIECE) or ''}".rstrip())
        simple.addprevious(node)
    parent = simple.getparent()
    assert parent is not None
    parent.remove(simple)
    return frame
