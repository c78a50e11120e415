"""What is struck in a paragraph that moved, told as moved with it where the program that saved the file forgot that."""

from __future__ import annotations

from copy import copy

from lxml import etree

from models.word.namespaces import w

_MOVED, _STRUCK, _RUN = w("moveTo"), w("del"), w("r")


def tell_struck_in_moves(root: etree._Element) -> None:
    """Put what is struck in a paragraph that moved into the move: one that came mark and all, with nothing untracked.

    LibreOffice keeps of struck words at its end that they are struck, and no more: rejected, they would stay behind
    without their paragraph. No hand strikes there what did not come with the move.
    """
    for mark in root.iter(_MOVED):
        look = mark.getparent()
        properties = look.getparent() if look is not None and look.tag == w("rPr") else None
        paragraph = properties.getparent() if properties is not None and properties.tag == w("pPr") else None
        if paragraph is None or paragraph.find(_MOVED) is None or paragraph.find(_RUN) is not None:
            continue
        for struck in paragraph.findall(_STRUCK):
            moved = copy(mark)
            struck.addprevious(moved)
            moved.append(struck)
