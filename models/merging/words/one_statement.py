"""Changes of two sides that do not touch and still say one thing: what comes of both is what neither has.

A "not" that one side put in or took out, or "reduce" for "increase", turns round what the other says behind it in the
clause. Figures and what they count, dates and places of documents are one fact (`one_fact`). The "and" that one side
has further on, "A, B and C" of "A and B", goes with the word that it stands before now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from models.comparison.words.blocks import SMALL
from models.comparison.words.subsequence import Block
from models.comparison.words.tokens import is_word
from models.merging.sides import BASE
from models.merging.words.one_fact import is_one_fact
from models.merging.words.touching import JOINING, ThreeTexts
from models.merging.words.turned import turns

_Places = Sequence[tuple[Sequence[Block], Sequence[Block]]]

_RELATIVES = "that which who whom whose qui que dont quien quienes который которая которое которые"
_FEW = 3
"""Over so many words what turns a clause reaches back; what stands behind it it governs to the end of the clause."""
_ENDS = frozenset(",;:.\n，；：。、،؛")
"""What a clause ends with."""
_OTHER_CLAUSE = JOINING | {*_RELATIVES.split()}


def says_one(words: ThreeTexts, places: _Places) -> Iterator[tuple[int, int]]:
    """The first and last of places, in order, at which changes of both sides say one thing; by their numbers.

    `places` hold the changes of ours and of theirs.
    """
    of = [0 if ours and not theirs else 1 if theirs and not ours else None for ours, theirs in places]
    yield from _with_their_and(words, places)
    if not {0, 1}.issubset(of):
        return
    for number, side in enumerate(of):
        if side is None:
            continue
        if number + 1 < len(of) and of[number + 1] == 1 - side:
            one, two = places[number][side][-1], places[number + 1][1 - side][0]
            if is_one_fact(words[BASE], one, two) and all(start < end for _, _, start, end in (one, two)):
                yield number, number + 1
        if any(turns(words, side, block) for block in places[number][side]):
            for step in (-1, 1):
                yield from _in_its_clause(words, places, of, number, step)


def _with_their_and(words: ThreeTexts, places: _Places) -> Iterator[tuple[int, int]]:
    """Two places round one item of a list, one of them asked, from the one to the other of which a side takes the "and"
    of the list, or its "or"; where neither is asked both ends of its way are combined."""
    for side in (0, 1):
        own = [(number, place[side]) for number, place in enumerate(places) if place[side]]
        for (one, first), (two, second) in pairwise(own):
            between = words[BASE][first[-1][1] : second[0][0]]
            if between and between[-1] == ",":
                between = between[:-1]  # what stands before the "and" may be taken out with that
            if not (_is_asked(words, places[one]) or _is_asked(words, places[two])) or not _ENDS.isdisjoint(between):
                continue
            before, behind = _joining(words, side, first[-1]), _joining(words, side, second[0])
            lone = _joins_alone(words, side, first[-1]) or _joins_alone(words, side, second[0])
            if lone and (before[0] & behind[1] or before[1] & behind[0]):
                yield one, two


def _is_asked(words: ThreeTexts, place: tuple[Sequence[Block], Sequence[Block]]) -> bool:
    """Whether both sides changed something at a place, and not to the same but for marks."""
    made = [[(block[:2], _read(words, side, [block])) for block in place[side]] for side in (0, 1)]
    return bool(made[0] and made[1]) and made[0] != made[1]


def _read(words: ThreeTexts, side: int, blocks: Sequence[Block]) -> list[str]:
    """The words that changes put in, without marks and notes."""
    return [word for *_, start, end in blocks for word in words[side + 1][start:end] if is_word(word)]


def _joins_alone(words: ThreeTexts, side: int, block: Block) -> bool:
    """Whether a change is of an "and" or an "or" alone, or of one and a mark: "and" to a comma."""
    return all(word.casefold() in JOINING or not is_word(word) for word in _changed(words, side, block))


def _joining(words: ThreeTexts, side: int, block: Block) -> tuple[set[str], set[str]]:
    """The words that join which a change takes out, and those that it puts in."""
    old, new = (
        {word for one in changed if (word := one.casefold()) in JOINING}
        for changed in (words[BASE][block[0] : block[1]], words[side + 1][block[2] : block[3]])
    )
    return old - new, new - old


def _in_its_clause(
    words: ThreeTexts, places: _Places, of: Sequence[int | None], number: int, step: int
) -> Iterator[tuple[int, int]]:
    """The furthest place of the other side, on one side of a place, that its "not" reaches, with that."""
    side, found, at, passed = of[number], None, number, 0
    while side is not None and 0 <= (then := at + step) < len(places):
        near, far = sorted((at, then))
        ends = [block[1] for of_side in places[near] for block in of_side]
        starts = [block[0] for of_side in places[far] for block in of_side]
        between = words[BASE][max(ends) : min(starts)]
        passed += sum(map(is_word, between))
        if (step < 0 and passed > _FEW) or _ends_clause(between):
            break
        at = then
        changed = [_changed(words, of_side, block) for of_side in (0, 1) for block in places[at][of_side]]
        if of[at] == 1 - side and any(is_word(one) and one.casefold() not in SMALL for one in chain(*changed)):
            found = at
        if any(map(_ends_clause, changed)):
            break
    if found is not None:
        yield min(number, found), max(number, found)


def _changed(words: ThreeTexts, side: int, block: Block) -> list[str]:
    """What a change takes out and what it puts in."""
    return [*words[BASE][block[0] : block[1]], *words[side + 1][block[2] : block[3]]]


def _ends_clause(words: Sequence[str]) -> bool:
    return any(word in _ENDS or word.casefold() in _OTHER_CLAUSE for word in words)
