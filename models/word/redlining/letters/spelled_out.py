"""Fields that are one element with nothing in it, written as marks and a code: these are runs, which can be struck."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from models.word.markup import element
from models.word.namespaces import XML, w
from models.word.package import Package
from models.word.reading.field_codes import look_of_simple, said_by_simple
from models.word.showing import SIMPLE


def spell_out(package: Package, part: str) -> None:
    """Write the fields of a part with marks that say by their code what they show; it is the same to Word."""
    if any(said_by_simple(simple) for simple in package.root(part).iter(SIMPLE)):
        for simple in list(package.edit(part).iter(SIMPLE)):
            if said_by_simple(simple):
                _spell_out(simple)


def _spell_out(simple: etree._Element) -> None:
    deleted = next(simple.iterancestors(w("del")), None) is not None
    code, look = element("delInstrText" if deleted else "instrText"), look_of_simple(simple)
    code.text = simple.get(w("instr"))
    code.set(f"{{{XML}}}space", "preserve")
    for content in (element("fldChar", fldCharType="begin"), code, element("fldChar", fldCharType="end")):
        simple.addprevious(element("r", deepcopy(look), content))
    for child in list(simple):
        if child.tag not in (w("r"), w("fldData")):
            simple.addprevious(child)  # a bookmark
    parent = simple.getparent()
    if parent is not None:
        parent.remove(simple)
