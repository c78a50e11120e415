"""A paragraph that moved: the old place as `w:moveFrom`, a copy at the new one as `w:moveTo`, in named ranges."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from models.word.markup import element, take_out
from models.word.namespaces import INS_OR_DEL, w
from models.word.redlining.letters.deleted_content import CONTENT, WRAPPERS, alone
from models.word.redlining.letters.revision_marks import Stamp, by_of, tracked_mark
from models.word.redlining.things.simple_fields import fields_as_runs
from models.word.signs import NOTED

_NO_DATE = "1980-01-01T00:00:00Z"  # Word leaves it out; the schema asks a range of a move, and nothing else, for one
_MOVE = "adref-move"  # a mark while the file is made, gone before it is written
PLACES = tuple(
    w(name)
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "proofErr",
    )
)  # fmt: skip
"""What may stand only once in a file, or only in its own place."""
_IDS = frozenset(f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}" for name in ("paraId", "textId"))


def move_from(paragraph: etree._Element, name: str, stamp: Stamp) -> None:
    """Show all of a paragraph as moved away but what is struck there; its end goes as the last of its words.

    LibreOffice forgets of an end that moved behind struck words that it moved.
    """
    fields_as_runs(paragraph)
    nodes = list(_movable(paragraph))
    for node in nodes:
        if not stamp.is_by(node, "del"):
            stamp.wrap(node, "moveFrom").set(_MOVE, name)
    stamp.mark(paragraph, "del" if nodes and stamp.is_by(nodes[-1], "del") else "moveFrom")


def strip_places(copy: etree._Element, stamp: Stamp, but: Collection[etree._Element] = ()) -> None:
    """Take from a copy what may stand only once in a file, `but` some: bookmarks, comments, ids of drawings."""
    for node in list(copy.iter(*PLACES)):
        if node not in but:
            take_out(node)
    fields_as_runs(copy)
    for node in list(copy.iter(w("commentReference"))):
        run = node.getparent()
        if run is not None and run not in but:
            take_out(alone(node) if run.tag == w("r") else run)  # the words of such a run stay
    for node in copy.iter():
        for name in _IDS.intersection(node.attrib):
            del node.attrib[name]
    for node in copy.iter("{*}docPr"):
        node.set("id", str(stamp.identity()))


def move_to(copy: etree._Element, name: str, stamp: Stamp) -> None:
    """Show an edited copy as moved here: what is struck stands within the move, what comes by the same hand beside it.

    Such is Word's own form. LibreOffice forgets, as soon as it saves a file, that what follows an insertion within a
    move moved. What the same hand struck within a move that has a date it opens as words that stay: with a date they
    are struck where they stood, and only the others come. Where an insertion ends a paragraph beside a move that is
    rejected, it leaves an empty paragraph behind.
    """
    for change in list(copy.iter(w("rPrChange"), w("pPrChange"))):
        take_out(change)
    if stamp.by[1] is not None:
        for node in list(_movable(copy)):
            if stamp.is_by(node, "del"):
                take_out(node)
    nodes = list(_movable(copy))
    last = max((at for at, node in enumerate(nodes) if node.tag != w("ins")), default=0)
    for node in (node for at, node in enumerate(nodes) if at > last or not stamp.is_by(node, "ins")):
        wrapper = stamp.change("moveTo")
        wrapper.set(_MOVE, name)
        node.addprevious(wrapper)
        wrapper.append(node)
    stamp.mark(copy, "moveTo")


def come_anew(copy: etree._Element, stamp: Stamp) -> None:
    """Show what an edited copy holds as inserted; what is struck there stays out."""
    for change in list(copy.iter(w("rPrChange"), w("pPrChange"))):
        take_out(change)
    for node in list(_movable(copy)):
        if node.tag == w("del"):
            take_out(node)
        elif node.tag != w("ins"):
            stamp.wrap(node, "ins")


def _movable(holder: etree._Element) -> Iterator[etree._Element]:
    for child in holder:
        if child.tag in (*CONTENT, *INS_OR_DEL):
            yield child
        elif child.tag in WRAPPERS:
            yield from _movable(child)


def drop_references(copy: etree._Element) -> None:
    """Take out the old places of notes from a copy: they hang at the old place, and a note hangs at one place only."""
    for reference in list(copy.iter(*NOTED)):
        deletion = next((above for above in reference.iterancestors() if above.tag == w("del")), None)
        run = reference.getparent()
        if deletion is None or run is None:
            if next(reference.iterancestors(w("ins")), None) is None:
                take_out(reference)  # of no note
            continue
        take_out(run)
        if not len(deletion):
            take_out(deletion)


def set_ranges(root: etree._Element, stamp: Stamp) -> None:
    """Put the named ranges around moved text, once everything stands where it will be."""
    found: dict[tuple[str, str], list[etree._Element]] = {}
    for node in root.iter(w("moveFrom"), w("moveTo")):
        name = node.get(_MOVE)
        if name is not None:
            found.setdefault((etree.QName(node).localname, name), []).append(node)
            del node.attrib[_MOVE]
    for (kind, name), nodes in found.items():
        with stamp.signed(by_of(nodes[0])):
            start = stamp.change(f"{kind}RangeStart")
        start.set(w("name"), name)
        if start.get(w("date")) is None:
            start.set(w("date"), _NO_DATE)
        end = element(f"{kind}RangeEnd", id=start.get(w("id")) or "")
        first, last = _top(nodes[0]), _top(nodes[-1])
        first.addprevious(start)
        paragraph = last.getparent()
        if paragraph is not None and tracked_mark(paragraph) == kind:
            paragraph.addnext(end)
        else:
            last.addnext(end)


def _top(node: etree._Element) -> etree._Element:
    """The element that holds a node directly inside its paragraph."""
    while (parent := node.getparent()) is not None and parent.tag != w("p"):
        node = parent
    return node
