"""What is struck or put in where a paragraph moved, told as such where the program that saved the file forgot that.

LibreOffice keeps of struck words at the end of a paragraph that moved that they are struck, and no more, or has them
moved away, in no range: rejected, they would stay behind. Words put in at its end are moved words to it. What was
struck before a paragraph moved stands struck where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy

from lxml import etree

from models.word.namespaces import w

_P, _RUN, _MOVED, _AWAY, _STRUCK, _PUT_IN = map(w, ("p", "r", "moveTo", "moveFrom", "del", "ins"))
_AWAY_START, _MOVED_START = w("moveFromRangeStart"), w("moveToRangeStart")
_AUTHOR, _NAME, _TEXTS = w("author"), w("name"), (w("t"), w("delText"))


def tell_struck_in_moves(root: etree._Element) -> None:
    """Put what is struck in a paragraph that moved into the move, and tell apart what did not come with it.

    A paragraph that came mark and all, with nothing untracked, holds nothing else that was struck, unless all the
    words that went away came: then it came into one that stands there, whose own words were struck. Of another one the
    words tell that moved away.
    """
    pairs = list(_ranges(root))
    whole = {came for came, gone in pairs if _came_whole(came, gone)}
    for mark in root.iter(_MOVED):
        look = mark.getparent()
        properties = look.getparent() if look is not None and look.tag == w("rPr") else None
        paragraph = properties.getparent() if properties is not None and properties.tag == w("pPr") else None
        if paragraph is None or paragraph.find(_MOVED) is None or paragraph.find(_RUN) is not None:
            continue
        if paragraph.find(_AWAY_START) is None:
            for away in paragraph.findall(_AWAY):
                away.tag = _STRUCK
                for text in away.iter(w("t")):
                    text.tag = w("delText")
        for struck in () if paragraph in whole else paragraph.findall(_STRUCK):
            _put_into(mark, struck)
    for came, gone in pairs:
        _tell_edited(came, "".join(map(_words, gone.findall(_AWAY))))
        if _mark(came, _MOVED) is not None or _mark(gone, _AWAY) is not None:
            _tell_struck_before(gone)


def _came_whole(came: etree._Element, gone: etree._Element) -> bool:
    """Whether all words of a move came that went away, where nothing was struck."""
    there, here = ("".join(map(_words, one.findall(kind))) for one, kind in ((gone, _AWAY), (came, _MOVED)))
    return there == here != "" and gone.find(_STRUCK) is None


def _tell_struck_before(paragraph: etree._Element) -> None:
    """Let what the same hand struck in a paragraph before it moved go with that, where all of it is moved or struck."""
    parts = [child for child in paragraph if child.tag in (_RUN, _PUT_IN, _MOVED, _AWAY, _STRUCK)]
    away = next((child for child in parts if child.tag == _AWAY), None)
    struck = [child for child in parts if child.tag == _STRUCK]
    if away is None or not struck or any(child.tag not in (_AWAY, _STRUCK) for child in parts):
        return
    if any(child.get(_AUTHOR) != away.get(_AUTHOR) for child in struck):
        return
    start = paragraph.find(_AWAY_START)
    for child in struck:
        _put_into(away, child)
    if start is not None and (first := paragraph.find(_AWAY)) is not None:
        first.addprevious(start)
    mark = _mark(paragraph, _STRUCK)
    if mark is not None and mark.get(_AUTHOR) == away.get(_AUTHOR):
        mark.tag = _AWAY


def _mark(paragraph: etree._Element, kind: str) -> etree._Element | None:
    return paragraph.find(f"{w('pPr')}/{w('rPr')}/{kind}")


def _ranges(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The paragraphs in which one named move begins and no other: where it came to, and where it went from."""
    gone = _alone(root, _AWAY_START)
    for name, came in _alone(root, _MOVED_START).items() if gone else ():
        if name in gone:
            yield came, gone[name]


def _alone(root: etree._Element, start: str) -> dict[str, etree._Element]:
    """The paragraphs in which one range begins, by its name."""
    found: dict[etree._Element, list[str]] = {}
    for one in root.iter(start):
        paragraph = one.getparent()
        if paragraph is not None and paragraph.tag == _P:
            found.setdefault(paragraph, []).append(one.get(_NAME, ""))
    return {names[0]: paragraph for paragraph, names in found.items() if len(names) == 1}


def _tell_edited(paragraph: etree._Element, gone: str) -> None:
    """Tell apart what was done to the words of a move, `gone` from where they stood."""
    parts = [child for child in paragraph if child.tag in (_MOVED, _STRUCK)]
    moved = [child for child in parts if child.tag == _MOVED]
    came = "".join(map(_words, moved))
    if not moved or came == gone:
        return
    if "".join(map(_words, parts)) == gone:
        for struck in parts:
            if struck.tag == _STRUCK:
                _put_into(moved[0], struck)
    elif gone and came.startswith(gone):
        at = 0
        for child in moved:
            if at >= len(gone) and child.find(_RUN) is not None:
                put_in = etree.SubElement(child, _PUT_IN)
                put_in.attrib.update(child.attrib)
                put_in.extend(child.findall(_RUN))
            at += len(_words(child))


def _words(change: etree._Element) -> str:
    """The words of a move, without those that are put in there."""
    texts = change.iter(*_TEXTS)
    return "".join(one.text or "" for one in texts if next(one.iterancestors(_PUT_IN, _P)).tag == _P)


def _put_into(move: etree._Element, struck: etree._Element) -> None:
    moved = copy(move)
    del moved[:]
    struck.addprevious(moved)
    moved.append(struck)
