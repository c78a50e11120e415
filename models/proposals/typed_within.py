"""Words typed without tracking among words that others put in tracked: told in their place, as amending these.

With all changes rejected such words stand alone, joined to whatever comes next in the text: that tells no more where
they were typed, and what stands around them has no place. So the file is read with them as put in by somebody, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from lxml import etree

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.proposals.authors import authors_of
from models.proposals.proposal import Proposal, keyed
from models.proposals.returned import Returned, read_returned
from models.proposals.untracked.asked_here import words_in
from models.word.namespaces import w
from models.word.package import Package
from models.word.property_order import looks_of_end

_P, _R, _PPR, _RPR, _INS, _DEL = w("p"), w("r"), w("pPr"), w("rPr"), w("ins"), w("del")
_LETTERS = frozenset((w("t"), w("tab"), w("noBreakHyphen")))
_NOTHING = frozenset(map(w, ("pPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak")))
_NOBODY = "\ue000"
"""Whose such words are while the file is read."""
_ROUNDS = 3

Group = tuple[tuple[etree._Element, ...], etree._Element | None]
"""Runs side by side, and their paragraph where its end comes with them."""


def with_typed_within(whole: Returned, against: Comparison) -> Returned | None:
    """The file with what was typed among what others put in as proposals of nobody (`typed`) on its base.

    `against` is the draft it was made on set beside its base: words that stand there nobody typed. None where nothing
    was, or its place is not sure.
    """
    before, there = _words(against, "delete"), _words(against, "insert")
    if not there or not whole.exact or any(one.author == _NOBODY for one in whole.sent.revisions):
        return None
    package = Package(whole.settled or whole.data)
    left = {n for n, one in enumerate(_groups(package)) if Counter(words_in(_shown(one))) <= there}
    for _ in range(_ROUNDS if left else 0):
        found = read_returned(_tracked(package, left))
        lost = _words(compare(against.old, found.base.draft), "delete") - before
        if not lost:
            return _of_nobody(found, whole)
        left = {
            n for n, one in enumerate(_groups(package)) if n in left and lost.keys().isdisjoint(words_in(_shown(one)))
        }
        if not left:
            break
    return None


def _words(comparison: Comparison, which: str) -> Counter[str]:
    """The words that one of two texts has and the other has not."""
    stretches = (one for change in comparison.changes for one in change.words)
    return Counter(chain.from_iterable(words_in(text) for op, text in stretches if op == which))


def _groups(package: Package) -> Iterator[Group]:
    """What stands plain in the text with something put in on either side of it."""
    for paragraph in package.root(package.main).iter(_P):
        before, after = paragraph.getprevious(), paragraph.getnext()
        begun, ended = _end_comes(before), _end_comes(paragraph)
        pieces = list(_pieces(paragraph))
        kinds = [kind for kind, _ in pieces]
        if kinds == ["plain"] and begun and not ended and _end_comes(after) and _has_new(after):
            yield tuple(pieces[0][1]), paragraph
        elif "new" in kinds:
            for n, (kind, runs) in enumerate(pieces):
                opens = kinds[n - 1] == "new" if n else begun or ended
                closes = kinds[n + 1] == "new" if n + 1 < len(kinds) else ended
                if kind == "plain" and opens and closes:
                    yield tuple(runs), None


def _pieces(paragraph: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """What stands in a paragraph side by side, each with its kind: "new", "plain" or "other"."""
    last: tuple[str, list[etree._Element]] = "", []
    for child in paragraph:
        if child.tag in _NOTHING or (child.tag == _R and all(one.tag in (_RPR, *_NOTHING) for one in child)):
            continue
        kind = "new" if child.tag == _INS else "plain" if _is_plain(child) else "other"
        if kind != last[0]:
            if last[0]:
                yield last
            last = kind, []
        last[1].append(child)
    if last[0]:
        yield last


def _is_plain(child: etree._Element) -> bool:
    return child.tag == _R and all(one.tag == _RPR or one.tag in _LETTERS for one in child)


def _has_new(paragraph: etree._Element | None) -> bool:
    return paragraph is not None and next(paragraph.iterchildren(_INS), None) is not None


def _end_comes(paragraph: etree._Element | None) -> bool:
    """Whether the end of a paragraph is put in."""
    looks = None if paragraph is None or paragraph.tag != _P else paragraph.find(f"{_PPR}/{_RPR}")
    return looks is not None and looks.find(_INS) is not None and looks.find(_DEL) is None


def _shown(group: Group) -> str:
    return "".join(text.text or "" for run in group[0] for text in run.iterchildren(w("t")))


def _tracked(package: Package, which: Iterable[int]) -> bytes:
    """The bytes of a file with some of its groups as put in."""
    twin, chosen = package.twin(), set(which)
    twin.edit(twin.main)
    groups = [one for n, one in enumerate([*_groups(twin)]) if n in chosen]
    for number, (runs, paragraph) in enumerate(groups):
        change = _change(2 * number)
        runs[0].addprevious(change)
        change.extend(runs)
        if paragraph is not None:
            looks_of_end(paragraph).insert(0, _change(2 * number + 1))
    return twin.to_bytes()


def _change(number: int) -> etree._Element:
    change = etree.Element(_INS)
    change.set(w("id"), str(910_001 + number))
    change.set(w("author"), _NOBODY)
    return change


def _of_nobody(found: Returned, whole: Returned) -> Returned | None:
    """The file as it was read so, with its own changes alone; None where they hang on what was typed."""
    revisions = found.sent.revisions
    own = [n for n, one in enumerate(revisions) if one.author != _NOBODY]
    typed = {one.key for one in found.proposals if one.author == _NOBODY}
    if not found.exact or len(own) != len(whole.sent.revisions) or any(one.against in typed for one in found.proposals):
        return None
    at = {n: number for number, n in enumerate(own)}
    made = keyed([_with_places(one, at) for one in found.proposals], "base")
    proposals = tuple(one for one in made if one.tracked)
    base = replace(found.base, revisions=tuple(one for one in found.base.revisions if one.author != _NOBODY))
    return replace(
        whole,
        base=base,
        proposals=proposals,
        typed=tuple(one for one in made if not one.tracked),
        authors=tuple(authors_of(whole.sent.revisions, proposals)),
        taken=found.taken,
        settled=found.data,
        whole=whole.whole or whole,
    )


def _with_places(one: Proposal, at: dict[int, int]) -> Proposal:
    """A proposal with the positions of its changes among those of the file; of what was typed there is none."""
    if one.author == _NOBODY:
        return replace(one, author="", tracked=False, revisions=())
    return replace(one, revisions=tuple(at[n] for n in one.revisions if n in at))
