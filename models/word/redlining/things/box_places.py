"""Whether a redline, its changes accepted, has its words in the text boxes where the new draft's own file has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from models.word.accepted import accepted
from models.word.archive import says
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import placed_text_of
from models.word.redlining.planned.text_boxes import box_around

_SIGN = b"txbxContent"
_LETTERS, _ENDS = w("t"), {w("p"): "\n\r", w("txbxContent"): "\v\f"}
_Said = list[tuple[str, etree._Element | None]]


@lru_cache(maxsize=1)
def in_other_boxes(written: bytes, wanted: bytes) -> tuple[int, ...]:
    """The paragraphs of the wanted file that stand in another box, or in one or none against its saying.

    A box goes with all it says: where none of its words stand in a box, they are in the text, which is told beside.
    Where the words of the two files are others, that is another difference. A file is asked as it is made, and again
    as it is verified.
    """
    return tuple(_in_other_boxes(written, wanted)) if says(written, _SIGN) else ()


def _in_other_boxes(written: bytes, wanted: bytes) -> Iterator[int]:
    here_accepted, there_accepted = accepted(written), accepted(wanted)
    if _outline(here_accepted) == _outline(there_accepted):
        return  # as mostly: nothing is to be read to tell that
    ours, theirs = _said(here_accepted), _said(there_accepted)
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


def _outline(package: Package) -> str:
    """The letters of a text with a sign at both ends of each paragraph and each box."""
    made: list[str] = []
    for event, node in etree.iterwalk(package.root(package.main), events=("start", "end"), tag=(*_ENDS, _LETTERS)):
        if node.tag != _LETTERS:
            made.append(_ENDS[node.tag][event == "end"])
        elif event == "end":
            made.append(node.text or "")
    return "".join(made)


def _said(package: Package) -> _Said:
    """The words of each paragraph of a text as it is read, and the box it stands in."""
    draft, origins = placed_text_of(package)
    every = list(package.root(package.main).iter(w("p")))
    both = zip(draft.paragraphs, origins, strict=True)
    return [(one.text.strip(), box_around(every[origin.element])) for one, origin in both]


def _spare(ours: _Said, theirs: _Said) -> int | None:
    """The first empty paragraph of the one that the other has not: Word keeps some whatever happens."""
    for at, (said, _) in enumerate(ours):
        if not said and (at >= len(theirs) or theirs[at][0]):
            return at
    return None
