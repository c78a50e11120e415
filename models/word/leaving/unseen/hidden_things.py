"""What a Word file hides beside letters, taken out: rows, tables and drawings, of heads and feet and of texts."""

from __future__ import annotations

from lxml import etree

from models.word.leaving.parts.emptied import drop
from models.word.leaving.unseen.hidden import (
    hidden_by_tables,
    hidden_drawings,
    hidden_rows,
    hiding_styles,
    is_hidden,
    says_shown,
)
from models.word.leaving.unseen.stretches import RUNS
from models.word.markup import element, take_out
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.alternatives import CHOSEN, is_known
from models.word.reading.appearance import switched_on
from models.word.relationships import BESIDE_TEXT, HEADS_AND_FEET
from models.word.resolving.joining import drop as drop_block

_THINGS = tuple(map(w, ("drawing", "pict", "object")))
_P, _TABLE, _ROW, _CELL = w("p"), w("tbl"), w("tr"), w("tc")
_AROUND = tuple(map(w, ("sdtContent", "sdt", "customXml")))


def drop_hidden_in_heads(package: Package) -> None:
    """Take out in place what is hidden in heads, feet and separators of notes, letters aside; no draft has any of it.

    Before the parts go that nothing names, so that a hidden picture goes with its place.
    """
    named = hiding_styles(package)
    for link in package.relationships():
        if link.kind not in BESIDE_TEXT or link.external or not package.has(link.target):
            continue
        root = package.root(link.target)
        places = (
            [root] if link.kind in HEADS_AND_FEET else [one for one in root if one.get(w("type"), "normal") != "normal"]
        )
        for place in places:
            if drop_hidden_things(place, named):
                package.edit(link.target)


def drop_hidden_things(root: etree._Element, named: set[str]) -> bool:
    """Take out in place the rows, tables and drawings that nobody sees; whether there were any."""
    tables = list(hidden_by_tables(root, named))
    signs = list(filter(switched_on, hidden_rows(root)))
    rows = [row for sign in signs if (row := next(sign.iterancestors(_ROW), None)) is not None]
    runs = [run for run in root.iter(*RUNS) if next(run.iter(*_THINGS), None) is not None and is_hidden(run, named)]
    drawings = list(hidden_drawings(root))
    for piece in tables:
        _drop_by_style(piece)
    for row in rows:
        _drop_block(row)
    for run in runs:
        take_out(run)
    for one in drawings:
        _drop_drawing(one)
    return bool(tables or rows or runs or drawings)


def _drop_by_style(piece: etree._Element) -> None:
    """Take out what the style of a table hides, but for the runs that say they are shown: the piece where none does."""
    runs = list(piece.iter(*RUNS))
    if any(map(says_shown, runs)):
        for run in runs:
            if not says_shown(run):
                take_out(run)
    elif piece.tag == _CELL:
        for child in [one for one in piece if one.tag != w("tcPr")]:
            drop_block(child)
        piece.append(element("p"))
    else:
        _drop_block(piece)


def _drop_block(block: etree._Element) -> None:
    """Take out a row or a table, with the table that is left without rows; what held it stays a valid place.

    So do ends of bookmarks that reach beyond it.
    """
    holder = block.getparent()
    if holder is None:
        return
    drop_block(block)
    if block.tag == _ROW:
        while (
            holder.tag in _AROUND and next(holder.iter(_ROW), None) is None and (up := holder.getparent()) is not None
        ):
            drop_block(holder)
            holder = up
        if holder.tag == _TABLE and not _has_rows(holder):
            _drop_block(holder)
    elif next(holder.iterchildren(_P), None) is None or (holder.tag == _CELL and holder[-1].tag != _P):
        holder.append(element("p"))


def _has_rows(holder: etree._Element) -> bool:
    return next(holder.iter(_ROW), None) is not None


def _drop_drawing(piece: etree._Element) -> None:
    """Take out a drawing, or a piece of a group, with what stands of it for older programs."""
    for choice in list(piece.iterancestors(CHOSEN)):
        for other in [*choice.itersiblings(), *choice.itersiblings(preceding=True)] if _is_chosen(choice) else []:
            take_out(other)
    holder = piece.getparent()
    if holder is None:
        return
    thing = next(piece.iterancestors(*_THINGS), None)
    alone = holder is thing or etree.QName(holder).localname == "graphicData"
    if thing is None or not alone or (thing.tag == w("pict") and len(_shapes(thing)) > 1):
        take_out(piece)
        return
    branch = thing.getparent()
    whole = branch.getparent() if branch is not None and _is_chosen(branch) else None
    drop(whole if whole is not None else thing)


def _is_chosen(branch: etree._Element) -> bool:
    """Whether an element is the branch of alternative contents that Word shows, and not the one for older programs."""
    above = branch.getparent()
    return above is not None and branch is next((one for one in above.iterchildren(CHOSEN) if is_known(one)), None)


def _shapes(pict: etree._Element) -> list[etree._Element]:
    return [one for one in pict if isinstance(one.tag, str) and etree.QName(one).localname != "shapetype"]
