"""What the fields and the content controls of a Word file show, and which of them show nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.field_codes import said_by_simple
from models.word.seldom import each, seldom
from models.word.signs import SHOWN

SIMPLE = w("fldSimple")
"""A field that is an element around its text."""
INSTRUCTIONS = (w("instrText"), w("delInstrText"))
"""The pieces of the codes of other fields."""
_CHARACTER, _TYPE, _INSTRUCTION = w("fldChar"), w("fldCharType"), w("instr")
_CONTROLS = (w("sdt"), w("customXml"))
seldom(SIMPLE, _CHARACTER, *_CONTROLS)


@dataclass(slots=True)
class Field:
    """A field as it stands in a text: what frames it (one element, or its marks and pieces of code), what it shows, and
    what stands in its code that would be shown elsewhere."""

    frame: list[etree._Element]
    shown: list[etree._Element]
    in_code: Sequence[etree._Element] = ()

    @property
    def instruction(self) -> str:
        """What its code says."""
        code = takewhile(lambda one: one.get(_TYPE) != "separate", self.frame)
        simple = self.frame[0].get(_INSTRUCTION)
        return simple or "".join(one.text or "" for one in code if one.tag in INSTRUCTIONS)

    @property
    def has_room(self) -> bool:
        """Whether there is a place for what it shows: the codes of some say it."""
        if self.frame[0].tag == SIMPLE:
            return not said_by_simple(self.frame[0])
        return any(one.get(_TYPE) == "separate" for one in self.frame)


def fields_in(root: etree._Element) -> Iterator[Field]:
    """The fields of a part, each once it has ended."""
    if next(each(root, SIMPLE, _CHARACTER), None) is None:
        return
    within: list[tuple[list[etree._Element], list[int]]] = []  # what frames each, and how much was shown at its marks
    shown: list[etree._Element] = []
    for node in list(root.iter(SIMPLE, _CHARACTER, *INSTRUCTIONS, *SHOWN)):
        kind = node.get(_TYPE) if node.tag == _CHARACTER else None
        if node.tag == SIMPLE:
            yield Field([node], list(node.iter(*SHOWN)))
        elif kind == "begin":
            within.append(([node], [len(shown)]))
        elif not within:
            continue
        elif node.tag == _CHARACTER:
            frame, (begun, *separated) = within[-1]
            frame.append(node)
            if kind == "separate":
                within[-1][1].append(len(shown))
            elif kind == "end":
                within.pop()
                result = separated[0] if separated else len(shown)
                yield Field(frame, shown[result:], shown[begun:result])
        elif node.tag in INSTRUCTIONS:
            within[-1][0].append(node)
        else:
            shown.append(node)


def controls_in(root: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """The content controls of a part, and custom XML, with what each shows."""
    for control in list(each(root, *_CONTROLS)):
        yield control, list(control.iter(*SHOWN))


def hollow(package: Package, parts: Iterable[str]) -> int:
    """How many fields and controls of some parts show nothing, though they have the room."""
    roots = [package.root(name) for name in parts]
    fields = sum(one.has_room and not one.shown for root in roots for one in fields_in(root))
    return fields + sum(not shown for root in roots for _, shown in controls_in(root))
