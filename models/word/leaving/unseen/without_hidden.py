"""A Word file without what it hides: hidden letters, rows, tables and drawings, and the lines that held nothing else.

What a page shows stays as it was: a paragraph goes where its mark is hidden too, and a field keeps its code unless all
of it is hidden.
"""

from __future__ import annotations

from lxml import etree

from models.word.fields import FRAME, fields_in
from models.word.leaving.unseen.hidden import hides_mark, hiding_styles, is_hidden, unused_notes
from models.word.leaving.unseen.hidden_things import drop_hidden_things
from models.word.leaving.unseen.stretches import RUNS
from models.word.markup import take_out
from models.word.namespaces import m, w
from models.word.package import Package
from models.word.reading.formulas import EQUATIONS
from models.word.relationships import NOTES
from models.word.resolving.joining import drop, unwrap

_LOOKS = (w("rPr"), m("rPr"))
_AROUND = tuple(map(w, ("hyperlink", "fldSimple", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo")))
_LETTERS = (w("t"), m("t"))
_OF_EQUATIONS = etree.QName(m("r")).namespace
_OF_CONTROLS = tuple(map(w, ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData")))
_P, _SECTION = w("p"), f"{w('pPr')}/{w('sectPr')}"
_BLOCKS = tuple(map(w, ("p", "tbl", "sdt", "customXml")))


def drop_hidden(package: Package) -> bool:
    """Take out in place what the text and the notes of a file hide; whether anything was in that.

    Tracked changes are settled before. A note goes with its mark.
    """
    named = hiding_styles(package)
    notes = [(kind, part) for kind in NOTES if (part := package.related(kind)) is not None]
    text = package.edit(package.main)
    before = {note for kind, part in notes for note in unused_notes(package.edit(part), kind, text)}
    found = [_drop_from(root, named) for root in (text, *(package.edit(part) for _, part in notes))]
    for kind, part in notes:
        for note in unused_notes(package.edit(part), kind, text):
            if note not in before:
                take_out(note)
    return any(found)


def _drop_from(root: etree._Element, named: set[str]) -> bool:
    gone = drop_hidden_things(root, named)
    runs = [run for run in root.iter(*RUNS) if is_hidden(run, named)]
    whole = set(runs) - _parts_of_fields(root, set(runs))
    held = dict.fromkeys(paragraph for run in runs for paragraph in run.iterancestors(_P))
    for run in runs:
        kept = _LOOKS if run in whole else (*FRAME, *_LOOKS)
        goes = [one for one in run if one.tag not in kept]
        gone = gone or any(one.tag not in _LETTERS or one.text for one in goes)
        if run in whole:
            above = run.getparent()
            take_out(run)
            drop_around(above)
        else:
            for child in goes:
                run.remove(child)
    for paragraph in held:
        if hides_mark(paragraph, named):
            drop_line(paragraph)
    return gone


def _parts_of_fields(root: etree._Element, hidden: set[etree._Element]) -> set[etree._Element]:
    """The hidden runs that frame a field of which something is shown."""
    whole = [node for one in fields_in(root) if hidden.issuperset(map(_run_of, one.frame)) for node in one.frame]
    return hidden.intersection(map(_run_of, set(root.iter(*FRAME)).difference(whole)))


def _run_of(node: etree._Element) -> etree._Element | None:
    return next(node.iterancestors(*RUNS), None)


def drop_around(holder: etree._Element | None) -> None:
    """Take out a link, a field or a control that has no runs left, but for the bookmarks in it, or an equation."""
    while holder is not None and _is_around(holder) and next(holder.iter(*RUNS, _P), None) is None:
        above = holder.getparent()
        if holder.tag in _AROUND:
            for child in [one for one in holder if one.tag in _OF_CONTROLS]:
                holder.remove(child)
            unwrap(holder)
        elif holder.tag in EQUATIONS:  # whole: without letters its fractions and roots show empty boxes
            take_out(holder)
        holder = above


def _is_around(holder: etree._Element) -> bool:
    return holder.tag in _AROUND or etree.QName(holder).namespace == _OF_EQUATIONS


def drop_line(paragraph: etree._Element) -> None:
    """Take out a paragraph of which nothing is left; one that ends a section, or that its place needs, stays empty."""
    if next(paragraph.iter(*RUNS), None) is not None or paragraph.find(_SECTION) is not None:
        return
    beside = (next(paragraph.itersiblings(*_BLOCKS, preceding=before), None) for before in (True, False))
    if any(one is not None and one.tag == _P for one in beside):
        drop(paragraph)
