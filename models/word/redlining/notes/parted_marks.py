"""Marks of notes that come beside others get room between them, so that 1 and 2 are not seen as 12."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from copy import copy
from itertools import pairwise

from lxml import etree

from models.word.markup import child_of, element, twips
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.redlining.letters.revision_marks import Stamp
from models.word.signs import NOTED
from models.word.writing.written_notes import BETWEEN_MARKS

_P, _R, _RPR, _SPACING = w("p"), w("r"), w("rPr"), w("spacing")

_GONE = w("del"), w("moveFrom")
_FIELD, _CODE = w("fldChar"), w("instrText")
_UNSEEN = frozenset((_RPR, _FIELD, _CODE, w("lastRenderedPageBreak")))


def part_marks(made: Collection[etree._Element], stamp: Stamp) -> None:
    """Give a mark of a note room behind it where another follows at once, and either came with the redline.

    `made` are the runs of the places that came. The former look of a mark that stood already is tracked.
    """
    known = set(made)
    for paragraph in dict.fromkeys(_paragraphs(made)):
        for (one, is_mark), (following, also) in pairwise(_shown(paragraph)):
            if is_mark and also and not known.isdisjoint((one, following)):
                _part(one, stamp, None if one in known else following)


def _paragraphs(runs: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The paragraphs that runs stand in; those of an attempt that was given up stand in none."""
    for run in runs:
        if (paragraph := next(run.iterancestors(_P), None)) is not None:
            yield paragraph


def _stands_in(run: etree._Element, paragraph: etree._Element) -> bool:
    """Whether a run is one of a paragraph itself, and stays when its changes are accepted."""
    for above in run.iterancestors():
        if above is paragraph:
            return True
        if above.tag in _GONE or above.tag == _P:
            return False
    return False


def _shown(paragraph: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """The runs of a paragraph that show something, and whether that is the mark of a note, or cites one again."""
    code, cites = "", False
    for run in paragraph.iter(_R):
        if not _stands_in(run, paragraph):
            continue
        for part in run:
            if part.tag == _CODE:
                code += part.text or ""
            elif part.tag == _FIELD:
                cites = part.get(w("fldCharType")) == "separate" and code.split()[:1] == ["NOTEREF"]
                code = "" if part.get(w("fldCharType")) == "begin" else code
        if any(part.tag not in _UNSEEN for part in run):
            yield run, cites or any(part.tag in NOTED for part in run)


def _part(mark: etree._Element, stamp: Stamp, comes: etree._Element | None) -> None:
    """Give a mark room behind it, in the name of the one that `comes` behind it where it stood already."""
    look = child_of(mark, _RPR)
    if look is None:
        look = element("rPr")
        mark.insert(0, look)
    if child_of(look, _SPACING) is not None or child_of(look, w("rPrChange")) is not None:
        return
    former = copy(look)
    look.append(element("spacing", val=twips(BETWEEN_MARKS)))
    in_order(look)
    change = next(comes.iterancestors(w("ins"), w("moveTo")), None) if comes is not None else None
    if change is not None:
        with stamp.signed((change.get(w("author")) or "", change.get(w("date")))):
            look.append(stamp.change("rPrChange", former))
