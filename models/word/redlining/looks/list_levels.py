"""Looks within lists, at other levels of them and without them, and how far they are indented."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from models.draft import Kind, Paragraph
from models.draft.numbering import has_suffix
from models.word.markup import child_of, element, style_of, whole
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.reading.appearance import ON
from models.word.reading.list_numbers import ListNumbers
from models.word.redlining.letters.revision_marks import forget_number_change
from models.word.styles import inherited
from models.word.writing.lists import in_list
from models.word.writing.looks import all_looks, indents, measures_in

_DEEPER = 567  # twentieths of a point, one centimetre
_NEVER_COPIED = frozenset(map(w, ("framePr", "pageBreakBefore", "cnfStyle", "divId")))
_KINDS = (Kind.OPERATIVE, Kind.SUBPARAGRAPH)


def at_its_level(
    look: etree._Element, old: Paragraph, new: Paragraph, numbers: ListNumbers, styles: Mapping[str, int]
) -> etree._Element | None:
    """The look of an old paragraph at the level of a new one, where its list has a number for that; else None.

    `numbers` are the lists of the file, `styles` the left indents of its styles.
    """
    if old.kind not in _KINDS or new.kind not in _KINDS or new.number is None or has_suffix(new.number):
        return None
    place = numbers.place(look, style_of(look))
    deeper = _depth(new) - _depth(old)
    if place is None or not place[0].isdecimal() or place[1] + deeper < 0:
        return None
    level = numbers.level(place[0], place[1] + deeper)
    if level is None:
        return None
    if level.style is not None and level.style in styles:
        return element("pPr", element("pStyle", val=level.style))
    made = in_list(look, int(place[0]), place[1] + deeper)
    own = child_of(made, w("ind"))
    if level.indented and own is not None:
        made.remove(own)
    elif not level.indented and old.kind is Kind.SUBPARAGRAPH and deeper > 0:
        indent(made, deeper, styles)
    return made


def _depth(paragraph: Paragraph) -> int:
    return paragraph.level if paragraph.kind is Kind.SUBPARAGRAPH else 0


def indent(look: etree._Element, levels: int, styles: Mapping[str, int]) -> None:
    """Indent a look by some levels more, so that its level is seen beside that of its model."""
    own = child_of(look, w("ind"))
    before = _left(own)
    if before is None:
        before = styles.get(style_of(look) or "", 0)
    if own is None:
        own = element("ind")
        look.append(own)
        in_order(look)
    own.set(w("start") if own.get(w("start")) is not None else w("left"), str(before + levels * _DEEPER))


def _left(indent: etree._Element | None) -> int | None:
    return None if indent is None else whole(indent.get(w("start")) or indent.get(w("left")))


def left_indents(styles: etree._Element | None) -> dict[str, int]:
    """The left indents in effect of all styles by id, in twentieths of a point; "" stands for no style named."""
    if styles is None:
        return {}
    own: dict[str, int] = {}
    based: dict[str, str] = {}
    names: dict[str, int] = {}
    for style in styles.iterchildren(w("style")):
        name, below = style.get(w("styleId")) or "", child_of(style, w("basedOn"))
        names[name] = 0
        if below is not None:
            based[name] = below.get(w("val")) or ""
        if (left := _left(style.find(f"{w('pPr')}/{w('ind')}"))) is not None:
            own[name] = left
        if style.get(w("default")) in ON and style.get(w("type")) == "paragraph":
            names[""], based[""] = 0, name
    return names | inherited(own, based)


def without_list(look: etree._Element, styles: Mapping[str, int]) -> etree._Element:
    """A copy of a look that no list numbers; `styles` are the left indents of the styles of its file."""
    copy = deepcopy(look)
    for child in copy.findall(w("numPr")):
        copy.remove(child)
    copy.append(element("numPr", element("numId", val=0)))
    known = all_looks(measures_in(styles)).get(style_of(copy) or "")
    if known is not None and child_of(copy, w("ind")) is None:
        copy.append(indents(known))
    return in_order(copy)


def without_place(look: etree._Element) -> etree._Element:
    """A copy of a look without what belongs to the place of the paragraph that has it."""
    made = deepcopy(look)
    for child in [child for child in made if child.tag in _NEVER_COPIED]:
        made.remove(child)
    return forget_number_change(made)


def is_of_a_list(paragraph: Paragraph) -> bool:
    """Whether a paragraph has a number and is of no kind that has one, as an empty line of a list."""
    return paragraph.kind is Kind.TEXT and paragraph.number is not None and not has_suffix(paragraph.number)


def as_item(paragraph: Paragraph) -> Paragraph:
    """A paragraph as the lists of a file count it: an empty line of a list as what stands at its level."""
    if not is_of_a_list(paragraph):
        return paragraph
    return replace(paragraph, kind=Kind.SUBPARAGRAPH if paragraph.level else Kind.OPERATIVE)
