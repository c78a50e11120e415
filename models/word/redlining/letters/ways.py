"""Which way a paragraph runs in a redline: as its words do, and where they run as before, as it ran before."""

from __future__ import annotations

from copy import copy, deepcopy
from unicodedata import bidirectional

from lxml import etree

from models.draft import Draft
from models.draft.directions import holds_right_to_left, is_right_to_left, way_in
from models.word.markup import child_of, element, style_of
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.reading.appearance import switched_on
from models.word.redlining.letters.atoms import Marks
from models.word.redlining.letters.revision_marks import set_marks

_BIDI, _RTL = w("bidi"), w("rtl")
_MARKS = frozenset(map(w, ("b", "bCs", "i", "iCs")))
_Properties = etree._Element | None


def turned(look: etree._Element, draft: Draft, text: str, model: str | None) -> etree._Element:
    """A copy of a look that runs as some words of a draft do, where they run otherwise than those of its model.

    A style may turn a paragraph too, so what it has of its own is taken back in words.
    """
    made, way = deepcopy(look), way_in(draft, text)
    before = None if model is None else way_in(draft, model)
    if before != way:
        turn(made, way, before)
    return made


def turn(look: etree._Element, way: bool, before: bool | None) -> None:
    """Let a `w:pPr` run from right to left, or not; `before` is how its model runs, None where there is none."""
    own = child_of(look, _BIDI)
    if own is not None and not way:
        own.set(w("val"), "0")
    elif own is None and (way or before):
        look.append(element("bidi", **({} if way else {"val": 0})))
        in_order(look)


def letters_turned(properties: etree._Element | None, text: str, way: bool | None, marks: Marks | None) -> _Properties:
    """The `w:rPr` of new letters, whose model may run otherwise: Arabic ones from right to left, Latin ones not.

    Figures and signs alone run as their paragraph does, and as their model where that `way` is not known. Of letters
    from right to left Word takes other `marks` than of those that are not, so they are said anew.
    """
    wanted = _way_of_letters(text, way)
    own = child_of(properties, _RTL) if properties is not None else None
    if wanted is None or wanted == (own is not None and switched_on(own)):
        return properties
    made = element("rPr") if properties is None else copy(properties)
    for one in made.findall(_RTL):
        made.remove(one)
    if marks is not None and (any(marks) or any(child.tag in _MARKS for child in made)):
        set_marks(made, marks)
    if wanted:
        made.append(element("rtl"))
    return in_order(made) if len(made) else None


def _way_of_letters(text: str, way: bool | None) -> bool | None:
    if holds_right_to_left(text):
        return True if way or is_right_to_left(text) else way
    return False if any(bidirectional(sign) == "L" for sign in text) else way


def still_turned(look: etree._Element, draft: Draft, text: str, stood: etree._Element, before: str) -> etree._Element:
    """A look for a paragraph that stays, which `stood` and read otherwise before: in another kind's, it runs as it did.

    The look itself where that is so already.
    """
    if look is stood:
        return look
    own, former = child_of(look, _BIDI), child_of(stood, _BIDI)
    if own is None and former is None and not holds_right_to_left(text):
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
