"""Runs and tracked changes of which nothing is left go too: Word has no use for them, and some validators mind."""

from __future__ import annotations

from lxml import etree

from models.word.namespaces import INS_OR_DEL, w

_RUN, _LOOK = w("r"), w("rPr")


def drop_if_empty(node: etree._Element) -> None:
    """Take out a run with nothing but its look, and the tracked change around it if that was all it held."""
    parent = node.getparent()
    if parent is None:
        return
    empty_run = node.tag == _RUN and all(child.tag == _LOOK for child in node)
    if empty_run or (node.tag in INS_OR_DEL and not len(node) and parent.tag != _LOOK):
        parent.remove(node)
        drop_if_empty(parent)


def drop(node: etree._Element) -> None:
    """Take out a node, and what it leaves empty."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
        drop_if_empty(parent)


def drop_upwards(node: etree._Element) -> None:
    """Take out a node, and the lists of extensions around it that it leaves empty."""
    parent = node.getparent()
    drop(node)
    # To ask a paragraph of thousands of marks for its length is to count them.
    while parent is not None and etree.QName(parent).localname in ("imgProps", "ext", "extLst") and not len(parent):
        node, parent = parent, parent.getparent()
        drop(node)
