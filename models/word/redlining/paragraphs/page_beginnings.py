"""Paragraphs that begin a page by themselves, in the new draft's own file or in the old one: tracked as a look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from models.word.archive import says
from models.word.markup import child_of, element
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.reading.appearance import switched_on
from models.word.redlining.letters.revision_marks import By, Stamp, look_of, set_look, tracked_mark
from models.word.redlining.things.things import NewThings

_BEFORE = w("pageBreakBefore")
_COMES = ("ins", "moveTo")


def settle_beginnings(source: NewThings, placed: Mapping[int, etree._Element], by: Sequence[By], stamp: Stamp) -> None:
    """Let each paragraph begin a page where it does in the new draft's own file, and only there.

    `placed` are the elements of new paragraphs, `by` tells by whom the change of each is. What comes as a whole has it
    with its mark; of what stays, the former look is kept as a tracked change.
    """
    for new, node in placed.items():
        like = source.element(new)
        if like is None or begins_page(node) == begins_page(like):
            continue
        look = look_of(node)
        for own in look.findall(_BEFORE):
            look.remove(own)
        if begins_page(like):
            look.append(element("pageBreakBefore"))
            in_order(look)
        if tracked_mark(node) in _COMES:
            set_look(node, look)
            continue
        with stamp.signed(by[new]):
            stamp.change_look(node, look)


def may_begin_pages(*files: bytes) -> bool:
    """Whether paragraphs of any of some files may begin a page by themselves."""
    return any(says(data, b"pageBreakBefore") for data in files)


def begins_page(paragraph: etree._Element) -> bool:
    """Whether a paragraph's own properties let it begin a page."""
    own = child_of(paragraph, w("pPr"))
    found = child_of(own, _BEFORE) if own is not None else None
    return found is not None and switched_on(found)
