"""Where changes of two sides that do not overlap still cannot stand together: too near each other, or the same twice.

"not to submit" and "to not submit" are one change made at two places, a word apart. What hangs on a word that the other
side took out (a word put in beside it, a note on it) has lost what it was meant for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.comparison.words.blocks import SMALL
from models.comparison.words.subsequence import Block
from models.comparison.words.tokens import is_word
from models.merging.sides import BASE
from models.merging.words.streams import is_note

NEAR = 3
"""Changes with no more words than this between them that put in a word in common are one change."""
_MARKS = frozenset(",;.:")
JOINING = frozenset(("and", "or", "et", "ou", "y", "o", "и", "или", "و", "أو", "和", "或"))
_PHRASE = 2
"""So many words put in alike by both sides are one change wherever they stand in a paragraph."""

_SHORT = 4
"""Of a word of so many letters no end is taken for the plural's."""

ThreeTexts = tuple[Sequence[str], Sequence[str], Sequence[str]]
"""The words of base, ours and theirs."""


def crowds(words: ThreeTexts, side: int, block: Block, other: Block) -> bool:
    """Whether two places that touch, the second of the other side, cannot stand beside each other.

    One puts something in right beside words that the other takes out or replaces; or both take words out, and more
    than a word each; or of ", and" one takes out the mark, the other the word. `block` is of a side (0 ours, 1 theirs).
    """
    if _both_take_out(words, side, block, other) or _nothing_joins(words, block, other):
        return True
    pairs = ((side, block, 1 - side, other), (1 - side, other, side, block))
    return any(_hangs(words, one, added, two, instead) for one, added, two, instead in pairs)


def _both_take_out(words: ThreeTexts, side: int, block: Block, other: Block) -> bool:
    if block[0] == block[1] or other[0] == other[1] or not (block[1] == other[0] or other[1] == block[0]):
        return False
    taken = [sum(map(is_word, words[BASE][start:end])) for start, end in (block[:2], other[:2])]
    given = (*words[side + 1][block[2] : block[3]], *words[2 - side][other[2] : other[3]])
    return all(taken) and (max(taken) > 1 or any(map(is_word, given)))


def _nothing_joins(words: ThreeTexts, block: Block, other: Block) -> bool:
    if block[2] < block[3] or other[2] < other[3] or not (block[1] == other[0] or other[1] == block[0]):
        return False
    taken = [{word.casefold() for word in words[BASE][start:end]} for start, end in (block[:2], other[:2])]
    return any(one and one <= _MARKS and two and two <= JOINING for one, two in (taken, taken[::-1]))


def _hangs(words: ThreeTexts, one: int, added: Block, two: int, instead: Block) -> bool:
    if added[0] != added[1] or instead[0] == instead[1] or added[0] not in (instead[0], instead[1]):
        return False
    new = words[one + 1][added[2] : added[3]]
    taken, given = words[BASE][instead[0] : instead[1]], words[two + 1][instead[2] : instead[3]]
    if not any(map(is_word, (*taken, *given))):
        return False
    # A note belongs to the word before it.
    return any(map(is_word, new)) or (added[0] == instead[1] and any(map(is_note, new)))


def said_twice(
    words: ThreeTexts, places: Sequence[tuple[Sequence[Block], Sequence[Block]]]
) -> Iterator[tuple[int, int]]:
    """The first and last of places, in order, of which one side's puts in what the other's does; by their numbers.

    `places` hold the changes of ours and of theirs.
    """
    found: dict[str, list[tuple[int, int, _Added]]] = {}
    for number, place in enumerate(places):
        for side in (0, 1):
            if place[side] and not place[1 - side]:
                for block in place[side]:
                    added = _Added(words, side, block)
                    for other_number, other_side, other in {
                        id(one): one for word in added.telling for one in found.get(word, ())
                    }.values():
                        if other_side != side and added.doubles(other):
                            yield other_number, number
                    for word in added.telling:
                        found.setdefault(word, []).append((number, side, added))


def marks_twice(
    words: ThreeTexts, places: Sequence[tuple[Sequence[Block], Sequence[Block]]]
) -> Iterator[tuple[int, int]]:
    """The numbers of neighbouring places between which a mark that one side puts in would stand twice.

    The other side put it in behind the same note, or took out all that stood before one.
    """
    for number, (first, second) in enumerate(pairwise(places)):
        for side in (0, 1):
            for one, two, here, there in (
                (first[side], second[1 - side], first[1 - side], 1),
                (second[side], first[1 - side], second[1 - side], -1),
            ):
                if one and two and not here and _is_double(words, side, one, two, there):
                    yield number, number + 1


def _is_double(words: ThreeTexts, side: int, marks: Sequence[Block], others: Sequence[Block], step: int) -> bool:
    """Whether marks are all that was put in, and stand again at the end of others that is near; those follow at 1."""
    start, end, first, last = marks[0]
    put = words[side + 1][first:last]
    if len(marks) > 1 or start < end or not put or not _MARKS.issuperset(put):
        return False
    other = others[0] if step > 0 else others[-1]
    between = words[BASE][end : other[0]] if step > 0 else words[BASE][other[1] : start]
    if not all(map(is_note, between)):
        return False
    given = words[2 - side][other[2] : other[3]]
    if not given:
        beside = words[BASE][other[1] : other[1] + 1] if step > 0 else words[BASE][max(other[0] - 1, 0) : other[0]]
        return [*beside] == [put[-1] if step > 0 else put[0]]
    return given[0] == put[-1] if step > 0 else given[-1] == put[0]


class _Added:
    """What a change puts in: its words, and those of them that tell something and were not there before."""

    def __init__(self, words: ThreeTexts, side: int, block: Block) -> None:
        self.start, self.end = block[0], block[1]
        self._base = words[BASE]
        self.old = _said(words[BASE][block[0] : block[1]])
        self.new = _said(words[side + 1][block[2] : block[3]])
        self.telling = set(map(one_form, {*self.new} - {*self.old} - SMALL))

    def doubles(self, other: _Added) -> bool:
        """Whether the words of another change, which stands before, would be said twice."""
        if not self.telling & other.telling:
            return False
        between = sum(map(is_word, self._base[other.end : self.start]))
        if self.old and self.old == other.old:
            return False  # one word became another at two places
        if between <= NEAR:
            return True
        return not self.old and self.new == other.new and len(self.new) >= _PHRASE


def one_form(word: str) -> str:
    """A word, and one of many, as the same: "Member States" and "States Members" say one thing."""
    return word[:-1] if len(word) > _SHORT and word.endswith("s") else word


def _said(words: Sequence[str]) -> list[str]:
    return [word.casefold() for word in words if is_word(word)]
