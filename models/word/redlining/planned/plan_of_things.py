"""Paragraphs planned so that what they stand in, or hold beside words, stays: a cell, a picture, a section's end.

A comparison knows words only. A paragraph without any that is written into reads to it as one that goes and one that
comes, and among several empty ones it cannot tell which went.
"""

from __future__ import annotations

from bisect import bisect, bisect_left, insort
from collections.abc import Callable, Collection, Sequence
from functools import partial

from lxml import etree

from models.comparison.change import Comparison
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.word.redlining.letters.deleted_content import holds_more_than_words
from models.word.redlining.letters.revision_marks import ends_section
from models.word.redlining.planned.plan import Edit, Fits, Plan
from models.word.redlining.planned.text_boxes import BOX, box_around


def pair_within(
    made: Plan,
    comparison: Comparison,
    nodes: Sequence[etree._Element],
    holders: Sequence[object],
    fits: Fits,
    readable_words: bool,
    leaving: Collection[int] = (),
) -> None:
    """Pair deleted with inserted paragraphs where a cell or text would be left without any.

    `holders[i]` is what old paragraph i stands in. Its paragraph cannot go, so the new one takes its place there where
    the cells of the two fit; those `leaving` go with all that holds them.
    """
    pairing = _Pairing(made, comparison, nodes, fits, readable_words)
    gone = set(made.deleted)
    filled = {holder for at, holder in enumerate(holders) if at not in gone}
    for at in list(made.deleted):
        if holders[at] not in filled and at not in leaving and pairing.pair(at, lambda _: True) is not None:
            filled.add(holders[at])


def pair_holding(
    made: Plan, comparison: Comparison, nodes: Sequence[etree._Element], fits: Fits, readable_words: bool
) -> None:
    """Pair deleted with inserted paragraphs of the same place where something beside words would go with the old one.

    Words written into a paragraph that holds only a picture, a break or a comment come to stand beside that; and a
    paragraph that ends a section ends it whatever it says, so the last one that takes its place is written into it.
    What comes anew with all it holds stays nowhere else.
    """
    pairing = _Pairing(made, comparison, nodes, fits, readable_words)
    for at in sorted({*made.deleted}.difference(*(edit.old for edit in made.anew))):
        empty = not comparison.old.paragraphs[at].text.strip()
        if not ends_section(nodes[at]) and not (empty and holds_more_than_words(nodes[at])):
            continue
        if pairing.pair(at) is None and empty and (other := pairing.stay_instead(at)) is not None:
            pairing.pair(other)


def pair_in_boxes(
    made: Plan,
    comparison: Comparison,
    nodes: Sequence[etree._Element],
    theirs: Callable[[int], etree._Element | None],
    fits: Fits,
    readable_words: bool,
) -> None:
    """Pair what a text box hangs on, and what is said in one where nothing stays, with what is so in the new file.

    A box would go with the paragraph it hangs on; from among several of one drawing it cannot go at all.
    """
    pairing = _Pairing(made, comparison, nodes, fits, readable_words)
    held = {box_around(nodes[one]) for edit in made.edits for one in edit.old}
    taken = {box_around(theirs(one)) for edit in made.edits for one in edit.new}

    def hangs(new: int) -> bool:
        return _holds_box(theirs(new))

    def says_all(new: int) -> bool:
        return box_around(theirs(new)) not in taken

    taken.add(None)
    for edit in [one for one in made.edits if _is_empty(comparison, one) and _holds_box(nodes[one.old[0]])]:
        if not hangs(edit.new[0]):
            pairing.turn(edit, hangs)
    for at in sorted(made.deleted):
        box = box_around(nodes[at])
        if _holds_box(nodes[at]):
            if pairing.pair(at, hangs) is None and not comparison.old.paragraphs[at].text.strip():
                pairing.stay_instead(at, hangs)
        elif box is not None and box not in held and (new := pairing.pair(at, says_all)) is not None:
            held.add(box)
            taken.add(box_around(theirs(new)))


def pair_alike(
    made: Plan,
    comparison: Comparison,
    nodes: Sequence[etree._Element],
    fits: Fits,
    readable_words: bool,
    freed: Collection[int],
) -> None:
    """Pair deleted paragraphs that were `freed` of what comes in a box with inserted ones there that say the same."""
    pairing = _Pairing(made, comparison, nodes, fits, readable_words)
    says = [one.text for one in comparison.new.paragraphs]
    for at in sorted(freed):
        pairing.pair(at, partial(_says, says, comparison.old.paragraphs[at].text))


def _says(texts: Sequence[str], text: str, at: int) -> bool:
    return texts[at] == text


def _is_empty(comparison: Comparison, edit: Edit) -> bool:
    """Whether an edit is of one empty paragraph that stays empty."""
    texts = [comparison.old.paragraphs[one].text for one in edit.old]
    texts += [comparison.new.paragraphs[one].text for one in edit.new]
    return len(texts) == 2 and not any(text.strip() for text in texts)


def _holds_box(node: etree._Element | None) -> bool:
    return node is not None and next(node.iter(BOX), None) is not None


class _Pairing:
    def __init__(
        self, made: Plan, comparison: Comparison, nodes: Sequence[etree._Element], fits: Fits, readable_words: bool
    ) -> None:
        self._made, self._nodes, self._fits, self._readable = made, nodes, fits, readable_words
        self._old, self._new = comparison.old.paragraphs, comparison.new.paragraphs
        self._olds = sorted(edit.old[0] for edit in made.edits)
        self._news = sorted(edit.new[0] for edit in made.edits)
        self._free = sorted(made.inserted)

    def pair(self, at: int, may_be: Callable[[int], bool] | None = None) -> int | None:
        """Let a deleted paragraph stay and be one of those inserted in its place, which; None where there is none.

        Of those that it `may_be` it is the first.
        """
        gap = bisect(self._olds, at)
        first = bisect_left(self._free, self._news[gap - 1]) if gap else 0
        last = bisect_left(self._free, self._news[gap]) if gap < len(self._news) else len(self._free)
        free = (new for new in self._free[first:last] if self._fits(at, new))
        if may_be is not None:
            new = next(filter(may_be, free), None)
        elif here := list(free):
            rank = sum(bisect(self._olds, one) == gap for one in self._made.deleted if one < at)
            new = here[-1] if ends_section(self._nodes[at]) else here[min(rank, len(here) - 1)]
        else:
            new = None
        if new is None:
            return None
        self._made.edits.append(self._edit(at, new))
        insort(self._olds, at)
        insort(self._news, new)
        self._made.deleted.remove(at)
        self._made.inserted.remove(new)
        self._free.remove(new)
        return new

    def stay_instead(self, at: int, may_be: Callable[[int], bool] | None = None) -> int | None:
        """Let an empty paragraph stay in the place of an empty one beside it that holds nothing; which one goes now.

        What that one became is what this one `may_be`.
        """
        gap = bisect(self._olds, at)
        for other in self._olds[max(gap - 1, 0) : gap + 1]:
            edit = next(edit for edit in self._made.edits if edit.old[0] == other)
            texts = (self._old[other].text, self._new[edit.new[0]].text)
            if len(edit.old) > 1 or len(edit.new) > 1 or any(text.strip() for text in texts):
                continue
            if may_be is not None and not may_be(edit.new[0]):
                continue
            node, cell = self._nodes[other], self._old[other].cell
            if ends_section(node) or holds_more_than_words(node) or cell != self._old[at].cell:
                continue
            if not self._fits(at, edit.new[0]):
                continue  # it stands in a box, the other in none
            beside = edit.new[0] + (1 if other > at else -1)
            if node.getparent() is not self._nodes[at].getparent() and beside not in self._made.inserted:
                continue  # what goes of another holder, and nothing comes there: its last paragraph could be missing
            self._made.edits[self._made.edits.index(edit)] = self._edit(at, edit.new[0])
            self._made.deleted[self._made.deleted.index(at)] = other
            self._olds[self._olds.index(other)] = at
            return other
        return None

    def turn(self, edit: Edit, may_be: Callable[[int], bool]) -> None:
        """Let an empty paragraph be another empty one that comes beside it and that it `may_be`; what it was comes."""
        gap = bisect_left(self._news, edit.new[0])
        first = self._news[gap - 1] if gap else -1
        last = self._news[gap + 1] if gap + 1 < len(self._news) else len(self._new)
        for new in self._made.inserted:
            at, one = edit.old[0], self._new[new]
            if first < new < last and not one.text.strip() and may_be(new) and self._fits(at, new):
                self._made.edits[self._made.edits.index(edit)] = self._edit(at, new)
                self._made.inserted[self._made.inserted.index(new)] = edit.new[0]
                self._made.inserted.sort()
                self._free = list(self._made.inserted)
                self._news[gap] = new
                return

    def _edit(self, at: int, new: int) -> Edit:
        words = word_diff(self._old[at].text, self._new[new].text)
        return Edit((at,), (new,), readable(words) if self._readable else words)
