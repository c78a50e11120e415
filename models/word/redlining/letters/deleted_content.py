"""All that a paragraph holds shown as deleted, and neighbouring changes joined into one."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from models.word.fields import FRAME, fields_in
from models.word.markup import child_of, element
from models.word.namespaces import DELETED, INS_OR_DEL, m, w
from models.word.reading.alternatives import ALTERNATIVES
from models.word.reading.drawings import DRAWN
from models.word.reading.drop_caps import drop_cap_of
from models.word.redlining.letters.revision_marks import Stamp
from models.word.signs import NOTE_NUMBERS, NOTED

WRAPPERS = tuple(
    w(name) for name in ("hyperlink", "sdt", "sdtContent", "smartTag", "fldSimple", "customXml", "dir", "bdo")
)
"""Elements around runs within a paragraph."""

CONTENT = (w("r"), m("oMath"), m("oMathPara"), ALTERNATIVES)
"""What a change can stand around in a paragraph; contents given twice it takes as a whole."""
_PAGES = ("page", "column")


def delete_content(
    paragraph: etree._Element, stamp: Stamp, spared: set[etree._Element], keep_drawings: bool = False
) -> None:
    """Wrap all that a paragraph holds as deleted, its drop cap too; runs that hold a spared paragraph (in a box) stay.

    So does the number a note begins with: it goes with its place in the text, and where it is marked as well,
    LibreOffice shows the words behind it as if they stayed. `keep_drawings`: what stands beside the words stays too,
    drawings, breaks of pages and places of comments.
    """
    frame = [node for run in open_frames(paragraph) for node in run if node.tag in FRAME]
    frames = {alone(node) for node in frame}  # words may stand in the same run
    frames |= {alone(one) for one in list(paragraph.iter(*NOTE_NUMBERS))}
    if keep_drawings:
        frames |= {alone(one) for one in [*drawings(paragraph), *_anchored(paragraph)]}
    for node in list(content_nodes(paragraph)):
        twice = node.tag == ALTERNATIVES and frames.issuperset(node.iter(w("r")))
        if node in frames or twice or any(inner in spared for inner in node.iter(w("p"))):
            continue
        stamp.wrap(node, "del")
    if (initial := drop_cap_of(paragraph)) is not None:
        delete_content(initial, stamp, spared)


def drawings(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The drawings, and the breaks of pages and columns, that stand in the runs of a paragraph and are not deleted.

    Those with text of their own are left out.
    """
    for run in paragraph.iter(w("r")):
        if next(run.iterancestors(w("p")), None) is not paragraph or is_gone(run, paragraph):
            continue
        for child in run:
            drawn = child.tag in DRAWN or (child.tag == ALTERNATIVES and next(child.iter(*DRAWN), None) is not None)
            if breaks_page(child) or (drawn and next(child.iter(w("p")), None) is None):
                yield child


def breaks_page(node: etree._Element) -> bool:
    """Whether an element of a run is the break of a page or a column."""
    return node.tag == w("br") and node.get(w("type")) in _PAGES


def _anchored(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The breaks of pages and columns and the places of comments of a paragraph that are not deleted."""
    for one in list(paragraph.iter(w("br"), w("commentReference"))):
        run = one.getparent()
        own = next(one.iterancestors(w("p")), None) is paragraph and run is not None and run.tag == w("r")
        line = one.tag == w("br") and not breaks_page(one)
        if own and not line and not is_gone(one, paragraph):
            yield one


def holds_more_than_words(paragraph: etree._Element) -> bool:
    """Whether a paragraph holds a drawing, an object, a break of a page, a comment's place or that of a note."""
    if any(not is_gone(one, paragraph) for one in paragraph.iter(*DRAWN, *NOTED)):
        return True
    return next(_anchored(paragraph), None) is not None


def is_gone(node: etree._Element, paragraph: etree._Element) -> bool:
    """Whether an element of a paragraph is deleted or moved away."""
    for above in node.iterancestors():
        if above is paragraph:
            return False
        if above.tag in DELETED:
            return True
    return False


def alone(child: etree._Element) -> etree._Element:
    """The run of a drawing, with whatever else it held in runs of its own."""
    run = child.getparent()
    assert run is not None
    for side in (list(child.itersiblings(preceding=True))[::-1], list(child.itersiblings())):
        rest = [one for one in side if one.tag != w("rPr")]
        if not rest:
            continue
        other = run_like(run)
        run.addprevious(other) if side and side[-1].getnext() is child else run.addnext(other)
        other.extend(rest)
    return run


def run_like(run: etree._Element) -> etree._Element:
    """A run that looks like another and holds nothing."""
    own = child_of(run, w("rPr"))
    made = element("r", None if own is None else deepcopy(own))
    made.attrib.update(run.attrib)
    return made


def content_nodes(holder: etree._Element) -> Iterator[etree._Element]:
    for child in holder:
        if child.tag in CONTENT:
            yield child
        elif child.tag in WRAPPERS:
            yield from content_nodes(child)


def open_frames(paragraph: etree._Element) -> set[etree._Element]:
    """Runs that frame a field which reaches beyond the paragraph: without them the file would be broken."""
    nodes = set(paragraph.iter(*FRAME))
    for one in fields_in(paragraph):
        nodes.difference_update(one.frame)
    if not nodes:
        return set()
    return {run for node in paragraph.iter(*FRAME) if (run := node.getparent()) is not None}


def can_move(paragraph: etree._Element) -> bool:
    """Whether a paragraph can be shown as moved: it holds text, no open field, and no paragraphs of a text box."""
    inner = next((node for node in paragraph.iter(w("p")) if node is not paragraph), None)
    return inner is None and not open_frames(paragraph) and next(content_nodes(paragraph), None) is not None


def holds_changes(root: etree._Element, first: int) -> bool:
    """Whether a tree has tracked insertions or deletions of ours, whose ids count from `first`."""
    return any(id_of(change) >= first for change in root.iter(*INS_OR_DEL))


def join_changes(root: etree._Element, first: int) -> None:
    """Join neighbouring insertions, and neighbouring deletions, of one paragraph into one; ids below `first` stay."""
    for change in list(root.iter(*INS_OR_DEL)):
        before = change.getprevious()
        if before is None or before.tag != change.tag or (parent := change.getparent()) is None:
            continue  # as most, of which nothing else is asked
        if parent.tag == w("rPr"):
            continue
        if any(id_of(one) < first for one in (before, change)):
            continue
        if (before.get(w("author")), before.get(w("date"))) == (change.get(w("author")), change.get(w("date"))):
            before.extend(list(change))
            parent.remove(change)


def id_of(change: etree._Element) -> int:
    """The id of a tracked change, 0 where it is no number that others count on."""
    value = change.get(w("id")) or ""
    return int(value) if value.isdigit() and len(value) < 10 else 0
