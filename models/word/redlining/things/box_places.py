"""Whether a redline, its changes accepted, has its words in the text boxes where the new draft's own file has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from models.word.archive import says
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redlining.planned.text_boxes import box_around
from models.word.resolve import resolve

_SIGN = b"txbxContent"
_Said = list[tuple[str, etree._Element | None]]


def in_other_boxes(written: bytes, wanted: bytes) -> Iterator[int]:
    """The paragraphs of the wanted file that stand in another box, or in one or none against its saying.

    A box goes with all it says: where none of its words stand in a box, they are in the text, which is told beside.
    Where the words of the two files are others, that is another difference.
    """
    if not says(written, _SIGN):
        return
    ours, theirs = _said(written), _said(wanted)
    while len(ours) > len(theirs) and (spare := _spare(ours, theirs)) is not None:
        del ours[spare]
    if len(ours) != len(theirs):
        return
    here, there = defaultdict[object, set[object]](set), defaultdict[object, set[object]](set)
    for (_, one), (_, other) in zip(ours, theirs, strict=True):
        here[other].add(one)
        there[one].add(other)
    for at, ((_, one), (_, other)) in enumerate(zip(ours, theirs, strict=True)):
        if one is None and (other is None or here[other] == {None}):
            continue
        if other is None or here[other] != {one} or there[one] != {other}:
            yield at


def _said(data: bytes) -> _Said:
    reading = read_word(data)
    package = Package(data)
    resolve(package, "accept")
    every = list(package.root(package.main).iter(w("p")))
    both = zip(reading.draft.paragraphs, reading.origins, strict=True)
    return [(one.text.strip(), box_around(every[origin.element])) for one, origin in both]


def _spare(ours: _Said, theirs: _Said) -> int | None:
    """The first empty paragraph of the one that the other has not: Word keeps some whatever happens."""
    for at, (said, _) in enumerate(ours):
        if not said and (at >= len(theirs) or theirs[at][0]):
            return at
    return None
