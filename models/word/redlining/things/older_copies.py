"""Text boxes that a file has twice, for newer and for older programs: what changes in one changes in its copy too.

Only one of both is read and written on. What Word before 2010, and some other programs, show is the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from itertools import takewhile

from lxml import etree

from models.word.markup import take_out
from models.word.namespaces import w
from models.word.reading.alternatives import ALTERNATIVES, chosen
from models.word.redlining.letters.deleted_content import id_of
from models.word.redlining.letters.revision_marks import Stamp, rename_deleted
from models.word.redlining.planned.text_boxes import BOX
from models.word.redlining.things.moved_paragraph import PLACES
from models.word.resolve import TRACKED
from models.word.resolving.joining import unwrap
from models.word.seldom import each
from models.word.signs import NOTED, SHOWN

_P, _T, _ID = w("p"), w("t"), w("id")
_PLAIN = {w("moveFrom"): w("del"), w("moveTo"): w("ins")}
_ONCE = (*PLACES, *NOTED, w("commentReference"))
_NAMED = tuple(w(f"{side}Range{end}") for side in ("moveFrom", "moveTo") for end in ("Start", "End"))
_Copies = dict[etree._Element, tuple[etree._Element, str]]
"""Of each paragraph of a box its copy, and what it held before anything changed."""


class OlderCopies:
    """The boxes of a part with their copies, as they are before anything changes; `follow` brings the changes."""

    def __init__(self, root: etree._Element | None) -> None:
        """None: it has no boxes. Those of which two programs show other words are no copies: each stays as it is."""
        self._both: list[tuple[etree._Element, etree._Element, _Copies]] = []
        for alternatives in each(root, ALTERNATIVES) if root is not None else ():
            taken = chosen(alternatives)
            boxes = [] if taken is None else list(taken.iter(BOX))
            for branch in alternatives if boxes else ():
                copies = list(branch.iter(BOX))
                if branch is not taken and len(copies) == len(boxes):
                    self._both += filter(None, map(_same, boxes, copies))

    def follow(self, stamp: Stamp, first: int) -> None:
        """Give each copy the changes of its box, whose ids count from `first`; what did not change there stays.

        A move leads to one place alone: in a copy its words go, and come.
        """
        for box, older, paragraphs in reversed(self._both):  # those within others first
            if _changed(box, first):
                places, halves = {_place(one) for one in older.iter(*_ONCE)}, _halves(older)
                made = deepcopy(box)
                kept = _put_back(box, made, paragraphs, first)
                _settle(made, kept, places, stamp)
                del older[:]
                older.extend(list(made))
                _drop_halves(older, halves)


def _same(box: etree._Element, older: etree._Element) -> tuple[etree._Element, etree._Element, _Copies] | None:
    """A box, its copy and the paragraphs of both in pairs; None where they say not the same."""
    mine, theirs = list(box.iter(_P)), list(older.iter(_P))
    if list(map(_said, mine)) != list(map(_said, theirs)):
        return None
    return box, older, {one: (copy, _held(one)) for one, copy in zip(mine, theirs, strict=True)}


def _said(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(_T))


def _held(paragraph: etree._Element) -> str:
    """What a paragraph shows: a line that is split parts with words, or a tab, and has no mark of that itself."""
    return "".join(one.text or f"<{one.tag}>" for one in paragraph.iter(*SHOWN))


def _changed(node: etree._Element, first: int) -> bool:
    return any(id_of(change) >= first for change in node.iter(*TRACKED))


def _put_back(box: etree._Element, made: etree._Element, paragraphs: _Copies, first: int) -> set[etree._Element]:
    """Put into what was made after a box the paragraphs of its copy that did not change; those put back."""
    both = list(zip(box.iter(_P), made.iter(_P), strict=True))
    kept = set[etree._Element]()
    for paragraph, copy in both:
        own, held = paragraphs.get(paragraph, (None, ""))
        holder = copy.getparent()
        if own is None or holder is None or _changed(paragraph, first) or _held(paragraph) != held:
            continue
        if kept.isdisjoint(copy.iterancestors()):
            kept.add(own)
            holder.replace(copy, own)
    return kept


def _settle(made: etree._Element, kept: set[etree._Element], places: set[tuple[str, str]], stamp: Stamp) -> None:
    """Let what came into a copy have ids of its own, no moves, and none but its own `places`."""
    identities: dict[str, int] = {}
    for node in list(_anew(made, kept)):
        if node.tag in _NAMED or (node.tag in _ONCE and _place(node) not in places):
            take_out(node)
        elif node.tag in TRACKED and (own := node.get(_ID)) is not None:
            node.set(_ID, str(identities.get(own) or identities.setdefault(own, stamp.identity())))
            if node.tag in _PLAIN:
                node.tag = _PLAIN[str(node.tag)]
                rename_deleted(node) if node.tag == w("del") else None
            if _is_in_alike(node):
                unwrap(node)  # what came, or went, within what was moved


def _is_in_alike(change: etree._Element) -> bool:
    """Whether a change of words stands in another of its kind."""
    return any(above.tag == change.tag for above in takewhile(lambda one: one.tag != _P, change.iterancestors()))


def _anew(node: etree._Element, kept: set[etree._Element]) -> Iterator[etree._Element]:
    """All elements under one, without those that were there."""
    for child in node.iterchildren(etree.Element):
        if child not in kept:
            yield child
            yield from _anew(child, kept)


def _place(node: etree._Element) -> tuple[str, str]:
    return str(node.tag), node.get(_ID) or ""


def _range(node: etree._Element) -> tuple[str, str]:
    kind, identity = _place(node)
    return kind.removesuffix("Start").removesuffix("End"), identity


def _halves(box: etree._Element) -> set[tuple[str, str]]:
    """The ranges of a box that begin, or end, elsewhere."""
    ends: Counter[tuple[str, str]] = Counter()
    for one in box.iter(*PLACES):
        ends[_range(one)] += 1 if _place(one)[0].endswith("Start") else -1
    return {key for key, more in ends.items() if more}


def _drop_halves(older: etree._Element, known: set[tuple[str, str]]) -> None:
    """Take out what is left of a range that went from one paragraph to another, of which one was written anew."""
    for key in _halves(older) - known:
        for one in [one for one in older.iter(*PLACES) if _range(one) == key]:
            take_out(one)
