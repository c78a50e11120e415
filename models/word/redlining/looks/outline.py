"""The outline level of a new paragraph, where its look would make of it what it is not in the new draft."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from models.draft import Draft, Kind, Paragraph
from models.reading.extent import reads_as_heading
from models.word.markup import child_of, element, style_of
from models.word.property_order import in_order
from models.word.reading.appearance import Styles
from models.word.reading.headings import BODY_TEXT, OUTLINE, told_level

_OF_A_RESOLUTION = frozenset((Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE))


def tells_headings(draft: Draft) -> bool:
    """Whether the words of a text alone tell its headings: those of a resolution do."""
    return any(paragraph.kind in _OF_A_RESOLUTION for paragraph in draft.paragraphs)


def with_outline(look: etree._Element, paragraph: Paragraph, styles: Styles, by_words: bool) -> etree._Element:
    """A look that has a heading read as one of its level, and text as text; itself where it does.

    `by_words`: the words tell headings of the first level.
    """
    if paragraph.kind not in (Kind.HEADING, Kind.TEXT) or not reads_as_heading(paragraph):
        return look
    style, said = style_of(look), child_of(look, OUTLINE)
    if style in styles.ours:
        return look
    told = styles.heading(style) if said is None else told_level(said)
    told = BODY_TEXT if told is None else told
    wanted = paragraph.level if paragraph.kind is Kind.HEADING else BODY_TEXT
    if told == wanted or (wanted == 0 and told == BODY_TEXT and by_words):
        return look
    made = deepcopy(look)
    for one in made.findall(OUTLINE):
        made.remove(one)
    made.append(element("outlineLvl", val=wanted))
    return in_order(made)
