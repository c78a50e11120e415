"""Tracked changes of properties: the change forgotten, or the former properties put back."""

from __future__ import annotations

from lxml import etree

from models.word.namespaces import w

# What a record of former properties does not hold, and so stays as it is when they come back.
_STAYS = {
    w("rPrChange"): (w("ins"), w("del"), w("moveFrom"), w("moveTo")),
    w("pPrChange"): (w("rPr"), w("sectPr")),
    w("sectPrChange"): (w("headerReference"), w("footerReference")),
    w("trPrChange"): (w("ins"), w("del")),
    w("tcPrChange"): (w("cellIns"), w("cellDel"), w("cellMerge")),
}
_FIRST = (w("headerReference"), w("footerReference"), w("ins"), w("del"), w("moveFrom"), w("moveTo"))
_NEVER_FORMER = (w("cellIns"), w("cellDel"), w("cellMerge"), w("ins"), w("del"))


def restore_former(change: etree._Element, *, reject: bool) -> None:
    """Take out a record of changed properties; when it is rejected, the former ones take their place."""
    properties = change.getparent()
    if properties is None:
        return
    properties.remove(change)
    if not reject or change.tag == w("numberingChange") or not len(change):
        return
    former = change[0]
    stays = _STAYS.get(str(change.tag), ())
    for child in list(properties):
        if child.tag not in stays:
            properties.remove(child)
    at = sum(child.tag in _FIRST for child in properties)
    for offset, child in enumerate(child for child in list(former) if child.tag not in (*stays, *_NEVER_FORMER)):
        properties.insert(at + offset, child)
    for name in list(properties.attrib):
        del properties.attrib[name]
    properties.attrib.update(former.attrib)
