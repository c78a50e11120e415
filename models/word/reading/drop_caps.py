"""Initials set as paragraphs of their own, which belong to the words of the next one."""

from __future__ import annotations

from lxml import etree

from models.word.markup import block_after, block_before, child_of
from models.word.namespaces import w

_P, _PPR, _FRAME, _DROP = w("p"), w("pPr"), w("framePr"), w("dropCap")


def is_drop_cap(paragraph: etree._Element) -> bool:
    """Whether a paragraph holds the first letters of the paragraph behind it, set in a frame beside its lines."""
    first = paragraph[0] if len(paragraph) else None
    frame = child_of(first, _FRAME) if first is not None and first.tag == _PPR else None
    if frame is None or frame.get(_DROP) not in ("drop", "margin"):
        return False
    after = block_after(paragraph)
    return after is not None and after.tag == _P and not is_drop_cap(after)


def drop_cap_of(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph that holds the first letters of another, if there is one."""
    before = block_before(paragraph)
    return before if before is not None and before.tag == _P and is_drop_cap(before) else None
