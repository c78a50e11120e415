"""To which cells of a table its style gives a look of their own, and how letters look in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from models.word.leaving.unseen.grounds import PLAIN, Letters, fill_of, letters_of
from models.word.namespaces import w
from models.word.reading.appearance import OFF

WORN: Mapping[str, int] = {"firstRow": 0x20, "lastRow": 0x40, "firstCol": 0x80, "lastCol": 0x100}
"""The names of the cells that a table may show in a look of their own, with their bits in `w:tblLook`."""
_ATTRIBUTES = {"firstCol": "firstColumn", "lastCol": "lastColumn"}
_LOOK, _SHD, _STYLE = w("rPr"), w("shd"), f"{w('tblPr')}/{w('tblStyle')}"
_BITS = re.compile("[0-9A-Fa-f]{1,8}")


def style_worn(table: etree._Element) -> str:
    """The id of a table's style, "" where it names none."""
    named = table.find(_STYLE)
    return (named.get(w("val")) or "") if named is not None else ""


def pieces_of(table: etree._Element, part: str) -> list[etree._Element]:
    """The rows or cells of a table to which its style gives the look of a part, "" for all that no name in WORN has.

    None where the table does not show that look.
    """
    if part not in WORN:
        return [table]
    look = table.find(f"{w('tblPr')}/{w('tblLook')}")
    if look is not None:
        own, bits = look.get(w(_ATTRIBUTES.get(part, part))), look.get(w("val")) or ""
        if own in OFF if own is not None else _BITS.fullmatch(bits) and not int(bits, 16) & WORN[part]:
            return []
    rows = table.findall(w("tr"))
    if part.endswith("Row"):
        return rows[:1] if part == "firstRow" else rows[-1:]
    cells = (row.findall(w("tc")) for row in rows)
    return [cell for own in cells for cell in (own[:1] if part == "firstCol" else own[-1:])]


def letters_in_tables(styles: etree._Element | None, worn: Iterable[str]) -> dict[str, dict[str, Letters]]:
    """How letters look in the parts of tables of the styles that are `worn`, by style and part, the ground of the cells
    with it.

    The parts stand in the order in which later ones go before (ISO/IEC 29500-1, 17.7.6).
    """
    asked = {name for name in worn if name}
    every = {
        style.get(w("styleId")) or "": style
        for style in (styles.iter(w("style")) if styles is not None and asked else ())
        if style.get(w("type")) == "table"
    }
    found: dict[str, dict[str, Letters]] = {}
    for name in sorted(asked & every.keys()):
        whole: dict[str, Letters] = {}
        seen: dict[str, etree._Element] = {}
        one = name
        while one in every and one not in seen:
            seen[one] = every[one]
            below = every[one].find(w("basedOn"))
            one = (below.get(w("val")) or "") if below is not None else ""
        for style in reversed(seen.values()):
            whole |= {part: look.over(whole.get(part, PLAIN)) for part, look in _looks(style).items()}
        if whole:
            places = list(WORN)
            found[name] = dict(sorted(whole.items(), key=lambda pair: places.index(pair[0]) if pair[0] in WORN else -1))
    return found


def _looks(style: etree._Element) -> dict[str, Letters]:
    """What a style says of the letters in the parts of a table, "" for all of it."""
    parts = [("", style), *((part.get(w("type")) or "", part) for part in style.iterchildren(w("tblStylePr")))]
    return {part: look for part, node in parts if (look := _letters(node)) != PLAIN}


def letters_of_cells(root: etree._Element, known: Mapping[str, Mapping[str, Letters]]) -> dict[etree._Element, Letters]:
    """How letters look in the cells of a text whose tables have such styles."""
    found: dict[etree._Element, Letters] = {}
    for table in root.iter(w("tbl")) if known else ():
        for part, look in known.get(style_worn(table), {}).items():
            for piece in pieces_of(table, part):
                cells = [piece] if piece.tag == w("tc") else [
                    cell for row in ([piece] if piece.tag == w("tr") else piece.findall(w("tr")))
                    for cell in row.findall(w("tc"))
                ]  # fmt: skip
                found |= {cell: look.over(found.get(cell, PLAIN)) for cell in cells}
    return found


def _letters(style: etree._Element) -> Letters:
    fills = (fill_of(style.find(f"{w(holder)}/{_SHD}")) for holder in ("pPr", "tcPr", "tblPr"))
    return letters_of(style.find(_LOOK)).over(Letters(ground=next((fill for fill in fills if fill is not None), None)))
