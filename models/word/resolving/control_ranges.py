"""Controls that come or go: a range around the start of one and another around its end (ISO/IEC 29500-1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from models.word.markup import element
from models.word.namespaces import w

_RANGES = {w("del"): "Del", w("moveFrom"): "MoveFrom", w("ins"): "Ins", w("moveTo"): "MoveTo"}


def set_ranges(control: etree._Element, change: etree._Element, identity: Callable[[], int]) -> None:
    """Track the start and the end of a control as a change is, which what stands between them is not.

    `identity` gives an id for each.
    """
    name = f"customXml{_RANGES[str(change.tag)]}Range"
    inner = control.find(w("sdtContent")) if control.tag == w("sdt") else control
    before = control.getprevious()
    if inner is None or (before is not None and before.tag == w(f"{name}Start")):
        return
    signed = {key: value for key in ("author", "date") if (value := change.get(w(key))) is not None}
    opens, closes = (element(f"{name}Start", id=str(identity()), **signed) for _ in range(2))
    control.addprevious(opens)
    at = 1 if len(inner) and inner[0].tag == w("customXmlPr") else 0
    inner.insert(at, element(f"{name}End", id=opens.get(w("id")) or ""))
    inner.append(closes)
    control.addnext(element(f"{name}End", id=closes.get(w("id")) or ""))
