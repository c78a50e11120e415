"""Letters that come in a line of the masthead, set as they are in a file of the new text's own."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from itertools import groupby

from lxml import etree

from models.word.markup import child_of, element, text_elements
from models.word.namespaces import w
from models.word.redlining.letters.raw_letters import Raw, raw_atoms
from models.word.redlining.looks.wide_spaces import is_wide, standing_letters

_INS, _DEL, _R, _RPR = w("ins"), w("del"), w("r"), w("rPr")
_LETTERS = frozenset((_RPR, w("t"), w("tab"), w("br")))


def set_letters_as(node: etree._Element, line: etree._Element) -> bool:
    """Set what comes in a line of a redline as a line of the same words is set; whether that could be done.

    The first letter of another symbol is as large as it was, and the space before it as wide. Where what stands in the
    line, or is struck, is set in a way of the file's own, what comes looks like its neighbours.
    """
    here, there = ([raw for raw in raws if raw.text] for raws in (standing_letters(node), raw_atoms(line) or []))
    if "".join(raw.text for raw in here) != "".join(raw.text for raw in there):
        return False
    known = {_look(run) for run in line.iterchildren(_R)}
    struck = (run for gone in node.iterchildren(_DEL) for run in gone.iterchildren(_R))
    pairs = list(zip(here, there, strict=True))
    if any(_look(run) not in known for run in struck):
        return False
    if any(not _comes(own) and _look(own.run) != _look(other.run) for own, other in pairs):
        return False
    for run, letters in groupby(pairs, key=lambda pair: pair[0].run):
        some = list(letters)
        if _comes(some[0][0]) and all(child.tag in _LETTERS for child in run):
            _set(run, [other for _, other in some])
    return True


def _set(run: etree._Element, letters: Sequence[Raw]) -> None:
    """Put runs that look as some letters do in the place of one that says the same."""
    for model, some in groupby(letters, key=lambda raw: raw.run):
        same = list(some)
        wide = is_wide(same[0])
        content = [element("tab")] if wide else text_elements("".join(raw.text for raw in same))
        look = child_of(model, _RPR)
        run.addprevious(element("r", None if look is None else copy(look), *content))
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _comes(raw: Raw) -> bool:
    around = raw.run.getparent()
    return around is not None and around.tag == _INS


def _look(run: etree._Element) -> bytes:
    own = child_of(run, _RPR)
    return b"" if own is None else etree.tostring(own, method="c14n", exclusive=True)
