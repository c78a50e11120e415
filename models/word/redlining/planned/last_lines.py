"""The last line of a text or a text box beside a table: what ends it before is what ends it afterwards.

Word keeps the mark of that line whatever is accepted or rejected, and no mark before a table joins what stands behind
it. Where the table goes with the lines behind it, or comes with some, the line that comes to be the last is written
into the last one; else an empty line would stay that only one of the two texts has. Of a text that ends in a content
control one stays: the control keeps its own last line, and what is tracked cannot take the control from around it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence

from lxml import etree

from models.comparison.change import Comparison
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.word.markup import block_after, block_before
from models.word.namespaces import w
from models.word.redlining.letters.commented import comments_of, comments_within
from models.word.redlining.letters.deleted_content import can_move, content_nodes
from models.word.redlining.letters.revision_marks import ends_section
from models.word.redlining.planned.plan import Edit, Fits, Plan
from models.word.redlining.planned.text_boxes import BOX, Boxes
from models.word.resolving.kept_tags import holds_kept

_BODY, _CONTROLS = w("body"), (w("sdt"), w("customXml"))
_PERMITTED = (w("permStart"), w("permEnd"))
_GO_TO = tuple(map(w, ("instrText", "fldSimple", "hyperlink")))


def pair_last(
    made: Plan,
    comparison: Comparison,
    nodes: Sequence[etree._Element],
    boxes: Boxes | None,
    is_new_table: Callable[[int], bool],
    fits: Fits,
    readable_words: bool,
    plainly: Container[int],
) -> None:
    """Pair the last old line of the text, and of each box, with the last new one where a table would part them.

    What stayed goes with all it holds and comes anew, those new paragraphs aside that are to come `plainly`.
    `is_new_table` says of a new paragraph whether the table it stands in comes as a whole.
    """
    news, boxed = comparison.new.paragraphs, set(made.boxed)
    new_in: dict[etree._Element | None, list[int]] = {}  # by their boxes, None for the text
    for new in range(len(news)):
        if new not in boxed:
            new_in.setdefault((boxes or {}).get(new), []).append(new)
    free = {*made.inserted, *(new for edit in made.moved for new in edit.new)}
    gone = {nodes[old] for old in (*made.deleted, *(old for edit in made.moved for old in edit.old))}
    for at, node in enumerate(nodes):
        holder = node.getparent()
        if holder is None or holder.tag not in (_BODY, BOX) or block_after(node) is not None:
            continue
        own = None if holder.tag == _BODY else holder
        there = new_in.get(own)
        if not there or news[there[-1]].cell is not None:
            continue
        last = there[-1]
        came = last in free and _comes_behind_table(there, free, lambda new: news[new].cell is not None, is_new_table)
        if not (came or _goes_behind_table(node, gone)) or not fits(at, last):
            continue
        leaving = [edit for edit in (*made.edits, *made.moved) if at in edit.old or last in edit.new]
        if any(at in edit.old and last in edit.new for edit in leaving):
            continue
        olds = [nodes[old] for edit in leaving for old in edit.old]
        whole = all(map(_can_come_anew, olds))
        plain = any(new in plainly for edit in leaving for new in edit.new)
        if own is None and (not whole or (plain and any(map(comments_of, olds)))):
            continue  # it is worse to lose a comment or a bookmark than to have an empty line
        for edit in leaving:
            made.let_go(edit)
            if whole and not any(new in plainly for new in edit.new):
                made.anew.append(edit)
            free.update(edit.new)
            gone.update(nodes[old] for old in edit.old)
        made.deleted.remove(at)
        made.inserted.remove(last)
        made.deleted.sort()
        made.inserted.sort()
        words = word_diff(comparison.old.paragraphs[at].text, news[last].text)
        made.edits.append(Edit((at,), (last,), readable(words) if readable_words else words))


def _can_come_anew(paragraph: etree._Element) -> bool:
    """Whether all that a paragraph holds can stand in a copy of it beside it, its notes and comments made anew.

    The name of a bookmark may stand in a file once, and the words of a text box would be in it twice. A comment on
    several lines, or a part of the text that some may write in, has an end elsewhere.
    """
    if holds_kept(paragraph) or ends_section(paragraph) or next(paragraph.iter(*_PERMITTED), None) is not None:
        return False
    if comments_of(paragraph) != comments_within([paragraph]):
        return False
    names = {one.get(w("name")) or "" for one in paragraph.iter(w("bookmarkStart"))}
    some = next(content_nodes(paragraph), None) is not None
    return (can_move(paragraph) or not some) and not _lead_somewhere(names, paragraph)


def _lead_somewhere(names: set[str], paragraph: etree._Element) -> bool:
    """Whether a bookmark has a name that somebody gave it, or that a link or a field of the text goes to."""
    if any(not name.startswith("_") for name in names):
        return True
    found = "".join(
        one.text or one.get(w("instr")) or one.get(w("anchor")) or "" for one in paragraph.getroottree().iter(*_GO_TO)
    )
    return any(name in found for name in names)


def _comes_behind_table(
    there: Sequence[int], free: set[int], in_cell: Callable[[int], bool], is_new_table: Callable[[int], bool]
) -> bool:
    """Whether the last lines of a place come right behind a table that does."""
    before = next((new for new in reversed(there) if new not in free or in_cell(new)), None)
    return before is not None and in_cell(before) and is_new_table(before)


def _goes_behind_table(node: etree._Element, gone: set[etree._Element]) -> bool:
    """Whether the last lines of a place go, and a table stands right before them, or a control that goes with them."""
    if node not in gone:
        return False
    before = next((one for one in _before(node) if one not in gone), None)
    if before is None:
        return False
    return before.tag == w("tbl") or (before.tag in _CONTROLS and all(one in gone for one in before.iter(w("p"))))


def _before(node: etree._Element) -> Iterator[etree._Element]:
    """The blocks before one, the next one first."""
    before = block_before(node)
    while before is not None:
        yield before
        before = block_before(before)
