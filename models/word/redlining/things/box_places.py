"""Whether a redline, its changes accepted, has its words in the text boxes where the new draft's own file has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from models.word.accepted import accepted
from models.word.archive import says
from models.word.namespaces import w
from models.word.read import read_word
from models.word.redlining.planned.text_boxes import box_around

_SIGN = b"txbxContent"
_LETTERS, _ENDS = w("t"), {w("p"): "\n\r", w("txbxContent"): "\v\f"}
_Said = list[tuple[str, etree._Element | None]]


def in_other_boxes(written: bytes, wanted: bytes) -> Iterator[int]:
    """The paragraphs of the wanted file that stand in another box, or in one or none against its saying.

    A box goes with all it says: where none of its words stand in a box, they are in the text, which is told beside.
    Where the words of the two files are others, that is another difference.
    """
    if not says(written, _SIGN):
        return
    here_accepted, there_accepted = _text(written), _text(wanted)
    if _outline(here_accepted) == _outline(there_accepted):
        return  # as mostly: nothing is to be read to tell that
    ours, theirs = _said(written, here_accepted), _said(wanted, there_accepted)
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


def _text(data: bytes) -> etree._Element:
    """The text of a file with its tracked changes accepted."""
    package = accepted(data)
    return package.root(package.main)


def _outline(root: etree._Element) -> str:
    """The letters of a text with a sign at both ends of each paragraph and each box."""
    made: list[str] = []
    for event, node in etree.iterwalk(root, events=("start", "end"), tag=(*_ENDS, _LETTERS)):
        if node.tag != _LETTERS:
            made.append(_ENDS[node.tag][event == "end"])
        elif event == "end":
            made.append(node.text or "")
    return "".join(made)


def _said(data: bytes, accepted: etree._Element) -> _Said:
    """The words of each paragraph that is read of a file, and the box it stands in."""
    reading = read_word(data)
    every = list(accepted.iter(w("p")))
    both = zip(reading.draft.paragraphs, reading.origins, strict=True)
    return [(one.text.strip(), box_around(every[origin.element])) for one, origin in both]


def _spare(ours: _Said, theirs: _Said) -> int | None:
    """The first empty paragraph of the one that the other has not: Word keeps some whatever happens."""
    for at, (said, _) in enumerate(ours):
        if not said and (at >= len(theirs) or theirs[at][0]):
            return at
    return None
