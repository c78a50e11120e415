"""The fields of a Word text: what frames each, what it says, what it shows. All who ask for fields ask here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from models.word.namespaces import w
from models.word.seldom import each, seldom

SIMPLE = w("fldSimple")
"""A field that is an element around its text."""
INSTRUCTIONS = (w("instrText"), w("delInstrText"))
MARK = w("fldChar")
FRAME = (MARK, *INSTRUCTIONS)
"""The marks and codes of fields that stand among the runs of a text."""
_TYPE, _SAID = w("fldCharType"), w("instr")
_DEEP = 20  # fields within one another for which what they show is gathered: Word's own limit
seldom(SIMPLE, *FRAME)


@dataclass(slots=True, eq=False)
class Field:
    """A field as it stands in a text: what frames it (one element, or its marks and codes), and what it shows."""

    frame: list[etree._Element]
    codes: list[etree._Element] = field(default_factory=list)
    shown: list[etree._Element] = field(default_factory=list)
    separated: bool = False  # whether it has room for something to show

    @property
    def instruction(self) -> str:
        """What it says, from its pieces."""
        return said_by(self.codes)

    @property
    def is_simple(self) -> bool:
        """Whether it is one element around its text."""
        return self.frame[0].tag == SIMPLE


class OpenFields:
    """The fields that are open at a place of a text, the outermost first, as one goes through it."""

    def __init__(self) -> None:
        self.within: list[Field] = []

    def follow(self, node: etree._Element) -> Field | None:
        """Take the next mark or code in; the field that ends with it."""
        kind = node.get(_TYPE) if node.tag == MARK else None
        if kind == "begin":
            self.within.append(Field([node]))
        elif self.within:
            innermost = self.within[-1]
            innermost.frame.append(node)
            if kind == "end":
                return self.within.pop()
            if kind == "separate":
                innermost.separated = True
            elif kind is None and not innermost.separated:
                innermost.codes.append(node)
        return None


def fields_in(root: etree._Element, *shown: str) -> Iterator[Field]:
    """The fields of a part that end, each then, with the elements of some kinds it shows; simple ones at once."""
    if next(each(root, SIMPLE, MARK), None) is None:
        return
    open_fields = OpenFields()
    for node in list(root.iter(SIMPLE, *FRAME, *shown)):
        if node.tag == SIMPLE:
            yield Field([node], [node], list(node.iter(*shown)) if shown else [], separated=True)
        elif node.tag not in FRAME:
            for one in open_fields.within[-_DEEP:]:
                if one.separated:
                    one.shown.append(node)
        elif (ended := open_fields.follow(node)) is not None:
            yield ended


def closed_fields(root: etree._Element) -> dict[etree._Element, Field]:
    """The fields of a part that end, by where they begin and where they end: one without its end swallows no text."""
    return {mark: one for one in fields_in(root) for mark in (one.frame[0], one.frame[-1])}


def codes_in(root: etree._Element) -> Iterator[list[etree._Element]]:
    """The pieces of codes that stand between two marks of fields, in or out of any field; simple fields one by one."""
    now: list[etree._Element] = []
    for node in each(root, SIMPLE, *FRAME):
        if node.tag in INSTRUCTIONS:
            now.append(node)
            continue
        if now:
            yield now
        now = []
        if node.tag == SIMPLE:
            yield [node]
    if now:
        yield now


def instructions(root: etree._Element) -> Iterator[str]:
    """What the codes of a part say that say anything, whether or not their fields are whole."""
    return (said for pieces in codes_in(root) if (said := said_by(pieces)).strip())


def said_by(codes: list[etree._Element]) -> str:
    """What some pieces of a code say together."""
    return "".join([(one.get(_SAID) if one.tag == SIMPLE else one.text) or "" for one in codes])


def name_of(instruction: str) -> str:
    """The name of a field, with which its instruction begins, in capitals; nothing where it says nothing."""
    words = instruction.split(None, 1)
    return words[0].upper() if words else ""
