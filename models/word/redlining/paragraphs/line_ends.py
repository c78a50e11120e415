"""Ends of lines in a redline: where a change at the end of a paragraph runs on over the marks behind it."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from models.word.markup import block_after, block_before
from models.word.namespaces import m, w
from models.word.redlining.letters.revision_marks import Stamp, ends_section, tracked_mark
from models.word.redlining.paragraphs.container_ends import COME, GONE, shift
from models.word.redlining.things.moved_paragraph import PLACES
from models.word.resolving.kept_tags import has_kept_mark
from models.word.signs import NOTED

_NO_LETTERS = tuple(map(w, ("rPr", "commentReference", "lastRenderedPageBreak")))


def settle_line_ends(root: etree._Element, stamp: Stamp) -> None:
    """Let a change at the end of a text run on over the marks after it.

    "; and" inserted at the end of a paragraph, and a new paragraph after it, are one insertion in Word: the mark of the
    first is inserted, the last mark of the stretch is the old one. LibreOffice joins the two whatever the file says.
    """
    holders = [change.getparent() for change in root.iter(w("ins"), w("del"))]
    for paragraph in dict.fromkeys(one for one in holders if one is not None and one.tag == w("p")):
        if tracked_mark(paragraph) is not None or has_kept_mark(paragraph) or ends_section(paragraph):
            continue
        last = next((one for one in reversed(paragraph) if not _says_nothing(one)), paragraph[-1])
        kind = etree.QName(last).localname if last.tag in (w("ins"), w("del")) else ""
        end = _end_of_stretch(paragraph, kind) if kind else paragraph
        if end is paragraph and paragraph.find(w("ins")) is not None:
            # Where the very last paragraph is another's and looks otherwise, it would be shown as the deleted one was.
            kind, end = "del", _end_of_stretch(paragraph, "del")
            if end is not paragraph and not _changes_its_look_at_the_end(end.getnext()):
                continue
        if end is not paragraph:
            shift(paragraph, end, kind == "del", stamp)


def _end_of_stretch(paragraph: etree._Element, kind: str) -> etree._Element:
    """The last of the paragraphs right behind one that are inserted, or deleted, as a whole; else the paragraph."""
    end, following = paragraph, paragraph.getnext()
    while following is not None and _is_all(following, kind):
        end, following = following, following.getnext()
    return end


def _changes_its_look_at_the_end(paragraph: etree._Element | None) -> bool:
    if paragraph is None or paragraph.tag != w("p") or block_after(paragraph) is not None:
        return False
    return paragraph.find(f"{w('pPr')}/{w('pPrChange')}") is not None


def settle_first_note(root: etree._Element, stamp: Stamp) -> None:
    """Keep the mark of the paragraph that holds the first note of a text, and track the one before it instead.

    The same two texts; but LibreOffice reads all notes of a file at the place of the first and loses the change of that
    paragraph's own mark: an empty paragraph would stay behind.
    """
    reference = next(root.iter(*NOTED), None)
    paragraph = next(reference.iterancestors(w("p")), None) if reference is not None else None
    mark = tracked_mark(paragraph) if paragraph is not None else None
    if paragraph is None or mark not in ("ins", "del"):  # a move stays whole
        return
    if mark == "ins" and (following := paragraph.getnext()) is not None and _is_all(following, mark):
        return  # with another new one behind it, it would join the lines around both, as above
    _free(paragraph, stamp)


def _free(paragraph: etree._Element, stamp: Stamp) -> bool:
    """Take the change off a paragraph's mark and put it on that before the stretch it ends; whether it has none now."""
    mark = tracked_mark(paragraph)
    if mark is None:
        return True
    kinds = GONE if mark in GONE else COME
    before: etree._Element | None = paragraph
    while before is not None and before.tag == w("p") and tracked_mark(before) in kinds:
        if not _holds_only(before, kinds):
            return False
        before = block_before(before)
    if (
        before is None
        or before.tag != w("p")
        or has_kept_mark(before)
        or ends_section(before)
        or ends_section(paragraph)
    ):
        return False
    if not _free(before, stamp):
        return False
    shift(before, paragraph, mark in GONE, stamp)
    return True


def _holds_only(paragraph: etree._Element, kinds: Sequence[str]) -> bool:
    """Whether all that a paragraph holds goes, or all of it comes."""
    around = {w(kind) for kind in kinds}
    return all(any(above.tag in around for above in run.iterancestors()) for run in paragraph.iter(w("r"), m("oMath")))


def _is_all(paragraph: etree._Element, kind: str) -> bool:
    """Whether a paragraph is inserted, or deleted, with its mark and all it holds."""
    if paragraph.tag != w("p") or tracked_mark(paragraph) != kind:
        return False
    return all(child.tag in (w("pPr"), w(kind)) or _says_nothing(child) for child in paragraph)


def _says_nothing(node: etree._Element) -> bool:
    """Whether what stands in a paragraph is a place there, or a run without letters: that of a comment too."""
    return node.tag in PLACES or (node.tag == w("r") and all(child.tag in _NO_LETTERS for child in node))
