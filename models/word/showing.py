"""What the fields and the content controls of a Word file show, and which of them show nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.field_codes import said_by_simple
from models.word.seldom import each, seldom
from models.word.signs import SHOWN

SIMPLE = w("fldSimple")
"""A field that is an element around its text."""
_CHARACTER, _TYPE = w("fldChar"), w("fldCharType")
_CODES = (w("instrText"), w("delInstrText"))
_CONTROLS = (w("sdt"), w("customXml"))
seldom(SIMPLE, _CHARACTER, *_CONTROLS)


@dataclass(slots=True)
class Field:
    """A field as it stands in a text: what frames it (one element, or its marks and codes), and what it shows."""

    frame: list[etree._Element]
    shown: list[etree._Element] = field(default_factory=list)
    separated: bool = False


def fields_in(root: etree._Element) -> Iterator[Field]:
    """The fields of a part that have room for something to show, each once it has ended."""
    for simple in list(each(root, SIMPLE)):
        if not said_by_simple(simple):  # else its code has the words, and nothing stands in it
            yield Field([simple], list(simple.iter(*SHOWN)))
    if next(each(root, _CHARACTER), None) is None:
        return
    within: list[Field] = []
    for node in list(root.iter(_CHARACTER, *_CODES, *SHOWN)):
        kind = node.get(_TYPE) if node.tag == _CHARACTER else None
        if kind == "begin":
            within.append(Field([node]))
        elif not within:
            continue
        elif node.tag == _CHARACTER:
            within[-1].frame.append(node)
            if kind == "separate":
                within[-1].separated = True
            elif kind == "end" and (ended := within.pop()).separated:
                yield ended
        elif node.tag in _CODES:
            within[-1].frame.append(node)
        else:
            for one in within:
                if one.separated:
                    one.shown.append(node)


def controls_in(root: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """The content controls of a part, and custom XML, with what each shows."""
    for control in list(each(root, *_CONTROLS)):
        yield control, list(control.iter(*SHOWN))


def hollow(package: Package, parts: Iterable[str]) -> int:
    """How many fields and controls of some parts show nothing, though they have the room."""
    roots = [package.root(name) for name in parts]
    fields = sum(not one.shown for root in roots for one in fields_in(root))
    return fields + sum(not shown for root in roots for _, shown in controls_in(root))
