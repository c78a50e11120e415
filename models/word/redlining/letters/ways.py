"""Which way a paragraph runs in a redline: as its words do, and where they run as before, as it ran before."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from models.draft import Draft
from models.draft.directions import holds_right_to_left, way_in
from models.word.markup import child_of, element, style_of
from models.word.namespaces import w
from models.word.property_order import in_order

_BIDI = w("bidi")


def turned(look: etree._Element, draft: Draft, text: str, model: str | None) -> etree._Element:
    """A copy of a look that runs as some words of a draft do, where they run otherwise than those of its model.

    A style may turn a paragraph too, so what it has of its own is taken back in words.
    """
    made, way = deepcopy(look), way_in(draft, text)
    if model is not None and way_in(draft, model) == way:
        return made
    own = child_of(made, _BIDI)
    if own is not None and not way:
        own.set(w("val"), "0")
    elif own is None and way:
        made.append(element("bidi"))
        in_order(made)
    return made


def still_turned(look: etree._Element, draft: Draft, text: str, stood: etree._Element, before: str) -> etree._Element:
    """A look for a paragraph that stays, which `stood` and read otherwise before: in another kind's, it runs as it did.

    The look itself where that is so already.
    """
    own, former = child_of(look, _BIDI), child_of(stood, _BIDI)
    if look is stood or (own is None and former is None and not holds_right_to_left(text)):
        return look
    if way_in(draft, text) != way_in(draft, before):
        return turned(look, draft, text, None)
    if former is None and (own is None or style_of(look) != style_of(stood)):
        return look
    made = deepcopy(look)
    for one in made.findall(_BIDI):
        made.remove(one)
    if former is not None:
        made.append(deepcopy(former))
        in_order(made)
    return made
