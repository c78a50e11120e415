"""What shows something on a page, and the signs that stand for characters: tabs, line breaks, two kinds of hyphens."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.word.markup import child_of
from models.word.namespaces import m, w
from models.word.reading.appearance import OFF
from models.word.resolving.joining import PLACE
from models.word.styles import SPREAD

SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "‑", w("softHyphen"): "\u00ad"}
"""The character of each sign by its tag; `sign_text` knows the tabs that stand for spaces."""
TEXT = frozenset((w("t"), w("delText"), m("t")))
"""What holds the letters of a text, those of its formulas too."""
NOTED = (w("footnoteReference"), w("endnoteReference"))
"""The places of notes."""
COMMENTED = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference")))
"""Where comments begin and end in a text, and where they are called."""
NOTE_NUMBERS = (w("footnoteRef"), w("endnoteRef"))
"""The numbers that notes begin with."""
SHOWN = (
    *(w(name) for name in ("t", "delText", "tab", "ptab", "br", "cr", "sym", "noBreakHyphen", "softHyphen")),
    *(w(name) for name in ("drawing", "pict", "object", "pgNum")),
    *NOTED,
    m("t"),
)
"""What the runs of a text show: letters, signs and drawings."""
_KNOWN_IN_RUNS = frozenset(map(w, ("rPr", "fldChar", "ruby", "drawing", "pict", "object")))
_TAB, _RPR, _PPR, _RSTYLE, _VAL = w("tab"), w("rPr"), w("pPr"), w("rStyle"), w("val")
_OWN_MARK = w("customMarkFollows")
_P, _R, _MARKED = w("p"), w("r"), (w("t"), w("sym"))
_UNSEEN = frozenset(
    w(name)
    for name in (
        "rPr", "proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd", "commentRangeStart",
        "commentRangeEnd",
    )
)  # fmt: skip


def shows_nothing(paragraph: etree._Element) -> bool:
    """Whether a paragraph has neither letters nor a drawing."""
    return all(child.tag == _PPR or next(child.iter(*SHOWN), None) is None for child in paragraph)


def sign_text(sign: etree._Element) -> str:
    """The character that a sign in a run stands for."""
    return " " if sign.tag == _TAB and is_spread(sign) else SIGNS[str(sign.tag)]


def is_unknown_around_letters(child: etree._Element) -> bool:
    """Whether what a run holds is nothing the format has there, with something in it: letters in it are of the run.

    Where it has paragraphs, they are read as such.
    """
    return len(child) > 0 and child.tag not in _KNOWN_IN_RUNS and next(child.iter(_P), None) is None


def has_own_mark(reference: etree._Element) -> bool:
    """Whether a mark of its own is typed behind the place of a note."""
    return reference.get(_OWN_MARK, "0") not in OFF


def rest_of_mark(first: etree._Element) -> list[etree._Element]:
    """What holds the further letters of a mark typed behind a note's place, after the first element of it.

    Word has such a mark in several runs where its signs came one by one, all in the character style of note marks.
    Words may be in that style too, set down on the line or not: only the same sign again or one more symbol is taken.
    """
    rest = []
    signs = {sign for sign in first.text or "" if not sign.isalnum()} - set(" ,;\xa0")
    for part in _in_its_style(first):
        if part.tag in _MARKED:
            if part.tag != first.tag or not set(part.text or "") <= signs:
                break
            rest.append(part)
        elif part.tag not in _UNSEEN and not str(part.tag).startswith(PLACE):
            break
    return rest


def _in_its_style(part: etree._Element) -> Iterator[etree._Element]:
    """What comes after a part of a run up to the end of the runs that have the character style of its own."""
    run = part.getparent()
    style = _character_style(run) if run is not None else None
    if run is None or style is None:
        return
    yield from part.itersiblings()
    for node in run.itersiblings():
        if node.tag != _R:
            yield node
        elif _character_style(node) == style:
            yield from node
        else:
            return


def _character_style(run: etree._Element) -> str | None:
    look = run[0] if len(run) and run[0].tag == _RPR else None
    style = child_of(look, _RSTYLE) if look is not None else None
    return None if style is None else style.get(_VAL)


def is_spread(tab: etree._Element) -> bool:
    """Whether a tab is a space of the text, set wide between the two facts of a masthead's line."""
    run = tab.getparent()
    # They come first: a run may have any number of tabs, and each would look through all of it.
    properties = run[0] if run is not None and run[0].tag == _RPR else None
    style = child_of(properties, _RSTYLE) if properties is not None else None
    return style is not None and style.get(_VAL) == SPREAD
