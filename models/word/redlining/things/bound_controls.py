"""Content controls whose words changed: what fills them when the file is opened lets go of them, so the words stay."""

from __future__ import annotations

from lxml import etree

from models.word.namespaces import w
from models.word.redlining.letters.deleted_content import holds_changes


def let_go(root: etree._Element, first: int) -> None:
    """Take the bindings off the controls of a text that hold changes of ours, whose ids count from `first`, in place.

    Word fills a control from its part of custom XML, or from the properties of the file, when it opens it (ISO/IEC
    29500-1, 17.5.2.6), and what says that it shows its hint lets the words go at the first click (17.5.2.39).
    """
    for properties in root.iter(w("sdtPr")):
        control = properties.getparent()
        signs = [*properties.iterchildren("{*}dataBinding"), *properties.iterchildren(w("showingPlcHdr"))]
        if signs and control is not None and holds_changes(control, first):
            for sign in signs:
                properties.remove(sign)
