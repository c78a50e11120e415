"""The order the schema wants the properties of runs and paragraphs in (ISO/IEC 29500-1, 17.3.1 and 17.3.2)."""

from __future__ import annotations

from lxml import etree

from models.word.namespaces import w

RUN_ORDER = (
    "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike",
    "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color",
    "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign",
    "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange",
)  # fmt: skip
PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
)  # fmt: skip
_ADDED = "{http://schemas.microsoft.com/office/word/"
_RUN = {w(name): at for at, name in enumerate(RUN_ORDER)}
_PARAGRAPH = {w(name): at for at, name in enumerate(PARAGRAPH_ORDER)}


def in_order(properties: etree._Element) -> etree._Element:
    """Sort the children of a `w:rPr` or `w:pPr` as the schema wants them; unknown ones keep to their neighbour.

    What later versions of Word added to the looks of a run (`w14:`) stands behind all of them, before their record.
    """
    if len(properties) < 2:
        return properties
    order = _PARAGRAPH if properties.tag == w("pPr") else _RUN
    keyed, last = [], -1
    for at, child in enumerate(properties):
        added = order is _RUN and str(child.tag).startswith(_ADDED)
        last = order[w("oMath")] if added else order.get(str(child.tag), last)
        keyed.append((last, at, child))
    if [at for _, at, _ in sorted(keyed, key=lambda one: one[:2])] != [at for _, at, _ in keyed]:
        properties[:] = [child for _, _, child in sorted(keyed, key=lambda one: one[:2])]
    return properties


def looks_of_end(paragraph: etree._Element) -> etree._Element:
    """The looks of the end of a paragraph, made in their place where it has none."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    looks = properties.find(w("rPr"))
    if looks is None:
        looks = etree.Element(w("rPr"))
        after = next((one for one in properties if one.tag in (w("sectPr"), w("pPrChange"))), None)
        properties.append(looks) if after is None else after.addprevious(looks)
    return looks
