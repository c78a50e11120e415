"""What the fields and the content controls of a Word file show, and which of them show nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from models.word.fields import Field, fields_in
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.field_codes import said_by_simple
from models.word.seldom import each, seldom
from models.word.signs import SHOWN

_CONTROLS = (w("sdt"), w("customXml"))
_TAB, _TABS = w("tab"), w("tabs")
seldom(*_CONTROLS)


def fields_with_room(root: etree._Element) -> Iterator[Field]:
    """The fields of a part that have room for something to show; of others the code has the words."""
    for one in fields_in(root, *SHOWN):
        if one.separated and not (one.is_simple and said_by_simple(one.frame[0])):
            one.shown = _signs(one.shown)
            yield one


def controls_in(root: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """The content controls of a part, and custom XML, with what each shows."""
    for control in list(each(root, *_CONTROLS)):
        yield control, _signs(control.iter(*SHOWN))


def _signs(nodes: Iterable[etree._Element]) -> list[etree._Element]:
    """What shows something: the places of tabs, which paragraphs have among their properties, show nothing."""
    return [node for node in nodes if node.tag != _TAB or (above := node.getparent()) is None or above.tag != _TABS]


def hollow(package: Package, parts: Iterable[str]) -> int:
    """How many fields and controls of some parts show nothing, though they have the room."""
    roots = [package.root(name) for name in parts]
    fields = sum(not one.shown for root in roots for one in fields_with_room(root))
    return fields + sum(not shown for root in roots for _, shown in controls_in(root))
