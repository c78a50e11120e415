"""The last paragraph of a text, cell or note: its mark can never go, so the change is shown on the one before.

Word keeps the last mark whatever is accepted or rejected. A deleted last paragraph therefore has its text deleted and
the mark of the paragraph before it; an inserted one has the mark before it inserted. Its own look changes with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from models.word.markup import BLOCKS, block_after, block_before, element
from models.word.namespaces import w
from models.word.redlining.letters.revision_marks import (
    By,
    Stamp,
    ends_section,
    forget_mark,
    forget_number_change,
    former_look,
    look_of,
    marked_by,
    paragraph_properties,
    same_look,
    set_look,
    sign_mark,
    take_mark,
    tracked_mark,
)
from models.word.resolving.joining import PLACE, cells_of, drop, unwrap
from models.word.resolving.kept_tags import MARK, has_kept_mark

GONE = ("del", "moveFrom")
COME = ("ins", "moveTo")
_WITH_ROW = ("ins", "del")  # marks that Word tracks with the row or cell they stand in
_MANY = 10_000  # steps: each takes a paragraph off the stretch


def settle_ends(root: etree._Element, stamp: Stamp) -> None:
    """Put right the ends of all containers under an element where a last mark is tracked."""
    for container in list(root.iter(w("body"), w("tc"), w("txbxContent"), w("footnote"), w("endnote"))):
        if container.tag == w("tc") and row_goes_or_comes(container):
            blocks = _blocks(container)
            if blocks and blocks[-1].tag == w("p") and tracked_mark(blocks[-1]) not in _WITH_ROW:
                forget_mark(blocks[-1])  # what moved
            continue
        for table in container.findall(w("tbl")):
            for _ in range(_MANY):
                if not _settle(_before(table), stamp, may_stay=False):
                    break
        for _ in range(_MANY):
            if not _settle(_blocks(container), stamp, may_stay=True):
                break


def _before(table: etree._Element) -> list[etree._Element]:
    """The paragraphs right before a table: the mark of the last one has no paragraph to join."""
    found: list[etree._Element] = []
    before = block_before(table)
    while before is not None and before.tag == w("p"):
        found.append(before)
        before = block_before(before)
    return found[::-1]


def row_goes_or_comes(cell: etree._Element) -> bool:
    """Whether a cell, or its whole row, is tracked as inserted or deleted."""
    row = cell.getparent()
    own = [*_children(cell, "tcPr"), *(_children(row, "trPr") if row is not None else ())]
    return any(child.tag in (w("ins"), w("del"), w("cellIns"), w("cellDel")) for child in own)


def _children(holder: etree._Element, name: str) -> list[etree._Element]:
    found = holder.find(w(name))
    return [] if found is None else list(found)


def _blocks(container: etree._Element) -> list[etree._Element]:
    return [child for child in container if child.tag in BLOCKS]


def _settle(blocks: Sequence[etree._Element], stamp: Stamp, may_stay: bool) -> bool:
    """One step towards a last mark that is not tracked; whether another one is needed.

    `may_stay`: where nothing before it can take the change, the last paragraph stays, empty.
    """
    if not blocks or blocks[-1].tag != w("p"):
        return False
    last = blocks[-1]
    mark = tracked_mark(last)
    if mark is None:
        return False
    first = len(blocks) - 1
    kinds = GONE if mark in GONE else COME
    while first and blocks[first - 1].tag == w("p"):
        if ends_section(blocks[first - 1]):
            break
        if tracked_mark(blocks[first - 1]) not in kinds:
            break
        first -= 1
    if first == 0 or blocks[first - 1].tag != w("p") or ends_section(blocks[first - 1]):
        if may_stay:
            forget_mark(last)
        return False
    before = blocks[first - 1]
    if kinds is COME and has_kept_mark(before):
        last.set(MARK, before.attrib.pop(MARK))  # what stood at the end is there now, with its change in the file
    if tracked_mark(before) is not None:
        melt(before, blocks[first], stamp)
        return True
    shift(before, last, mark in GONE, stamp)
    return False


def shift(before: etree._Element, last: etree._Element, goes: bool, stamp: Stamp) -> None:
    """Pass the tracked marks of a stretch that goes or comes on to the paragraph before each, so its last one is free.

    Whose change it is goes along: where two delegations add paragraphs at the end, each can be taken without the other.
    """
    stretch = [before]
    while stretch[-1] is not last:
        following = block_after(stretch[-1])
        assert following is not None
        stretch.append(following)
    authors = [marked_by(one) for one in stretch[1:]]
    forget_mark(last)
    for one, by in zip(stretch[1:-1], authors[1:], strict=True):
        sign_mark(one, by)
    with stamp.signed(next((by for by in authors if by is not None), None)):
        stamp.mark(before, "del" if goes else "ins")
    with stamp.signed(authors[-1]):
        if goes:
            look, former = look_of(before), former_look(last)
        else:
            look, former = look_of(last), former_look(before)
            if same_look(look, forget_number_change(deepcopy(former))):
                look = former  # the number that another put in stays his at both ends: no look changes
            take_mark(last, before)
        _set_change(last, look, former, stamp)


def melt(before: etree._Element, after: etree._Element, stamp: Stamp) -> None:
    """Make one paragraph of an inserted and a deleted one that stand beside each other: its mark stays throughout.

    Where the two look unlike, what comes stands first, with its number, and what goes on a line of its own. The break
    between them is inserted and deleted at once: it is in neither text. With a date there is none: LibreOffice opens
    what the same hand inserts and deletes as what stays.
    """
    come, gone = (before, after) if tracked_mark(before) in COME else (after, before)
    look, former = look_of(come), former_look(gone)
    contents = [[child for child in one if child.tag != w("pPr")] for one in (before, after)]
    by = marked_by(come)
    if not same_look(look, former) and all(contents):
        contents = [contents[before is not come], contents[before is come]]
        if by is not None and by[1] is None:
            with stamp.signed(by):
                contents.insert(1, [stamp.change("ins", stamp.change("del", element("r", element("br"))))])
    for child in (child for content in contents for child in content):
        after.append(child)
    parent = before.getparent()
    assert parent is not None
    parent.remove(before)
    forget_mark(after)
    if after is come:
        take_mark(after, gone)
    with stamp.signed(by):
        _set_change(after, look, former, stamp)


def _set_change(paragraph: etree._Element, look: etree._Element, former: etree._Element, stamp: Stamp) -> None:
    if same_look(look_of(paragraph), look) and same_look(former_look(paragraph), former):
        return  # a change of looks that it has already is another's
    set_look(paragraph, look)
    if not same_look(look_of(paragraph), former):
        paragraph_properties(paragraph).append(stamp.change("pPrChange", former))


def track_rows(root: etree._Element, stamp: Stamp, deleted: set[etree._Element]) -> None:
    """Track rows of tables all of whose paragraphs are deleted as deleted, and such cells of other rows.

    A cell that another inserted goes altogether: the schema allows one change of a cell, and it stands in neither text.
    """
    for row in list(root.iter(w("tr"))):
        paragraphs = list(row.iter(w("p")))
        if not paragraphs:
            continue
        if all(paragraph in deleted for paragraph in paragraphs):
            properties = _properties(row, "trPr")
            with stamp.signed(_deleted_by(paragraphs)):
                _before_change(properties, stamp.change("del"), w("trPrChange"))
            continue
        for cell in list(cells_of(row)):
            inside = list(cell.iter(w("p")))
            if inside and all(paragraph in deleted for paragraph in inside):
                properties = _properties(cell, "tcPr")
                if properties.find(w("cellIns")) is not None:
                    if next(cell.iter(w("moveFrom")), None) is None:
                        for anchor in list(cell.iter(f"{PLACE}start")):
                            unwrap(anchor)  # of what others deleted in it
                        drop(cell)
                    continue
                with stamp.signed(_deleted_by(inside)):
                    _before_change(properties, stamp.change("cellDel"), w("tcPrChange"))


def _properties(holder: etree._Element, name: str) -> etree._Element:
    """The properties of a row or a cell, made where there are none."""
    found, exceptions = holder.find(w(name)), holder.find(w("tblPrEx"))
    if found is None:
        found = element(name)
        holder.insert(0, found) if exceptions is None else exceptions.addnext(found)
    return found


def _deleted_by(paragraphs: Sequence[etree._Element]) -> By | None:
    return next((by for by in map(marked_by, paragraphs) if by is not None), None)


def _before_change(properties: etree._Element, node: etree._Element, change: str) -> None:
    found = properties.find(change)
    if found is None:
        properties.append(node)
    else:
        found.addprevious(node)
