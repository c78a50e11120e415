"""Changes of two sides that do not touch and still say one thing: what comes of both is what neither has.

A "not" that one side put in or took out before words that stay turns round what the other says beside it. A figure goes
with its unit behind "million" and with the "more than" before it, the first day of some with the last, a day of the
week with its date, the number of a resolution with its date and with that of its paragraph. So does the least of a
range with the most: neither side has the "9 to 8" that comes of "5 to 10". The "and" that one side has further on, "A,
B and C" of "A and B", goes with the word that it stands before now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.comparison.words.blocks import SMALL
from models.comparison.words.subsequence import Block
from models.comparison.words.tokens import is_word
from models.draft.number_words import SCALES, WORDS
from models.merging.sides import BASE
from models.merging.words.touching import JOINING, ThreeTexts, one_form

_Places = Sequence[tuple[Sequence[Block], Sequence[Block]]]
_Stretch = tuple[Sequence[str], int, int]

_NEGATIONS = (
    "not no nor never neither none cannot without ne n'a n’a pas ni sans aucun aucune jamais sin nunca ningún ninguna"
    " не ни нет без لا ألا عدم لم لن ليس ليست دون بدون 不 勿"
)
_NOT = frozenset(_NEGATIONS.split())
_NO_NOTS = (
    "later less more fewer earlier least only limited . más menos sólo solo позднее менее более только سيما تزال يزال"
)
_NO_NOT = frozenset(_NO_NOTS.split())
"""Before these a "not" turns nothing round: "no later than", "not only", "No. 4"."""
_PART_OF_WORDS = "不"
_VERBS = frozenset("得应應能会會再要")
"""Before these that sign is a "not"; before others it is mostly a part of a word, "different"."""
_RELATIVES = "that which who whom whose qui que dont quien quienes который которая которое которые"
_FEW = 3
"""With more words than this a "not" came or went with the clause that it belongs to; as many it reaches over."""
_ENDS = frozenset(",;:.\n，；：。、،؛")
"""What a clause ends with."""
_OTHER_CLAUSE = JOINING | {*_RELATIVES.split()}
_FROM_TO = "of to until de du des au à al a hasta от до с по إلى من 至 到 - – —"
_BETWEEN = frozenset(_FROM_TO.split())
"""What stands between the days of a time, or between a number and its date."""
_SOURCES = "of de du des с من"
_RANGE = _BETWEEN - {*_SOURCES.split()}
"""What stands between the ends of a range of figures."""
_OF_TWO = "between entre между بين 介"
_TWO_ENDS = frozenset(_OF_TWO.split())
"""Before the first of two figures these make a range of "and"."""
_WEEK = "monday tuesday wednesday thursday friday saturday sunday"
_DAYS = frozenset(_WEEK.split())
_COUNTING = (
    "more fewer less greater least most minimum maximum plus moins más menos mínimo máximo более менее больше меньше"
)
_BOUNDS = frozenset(_COUNTING.split())
"""Words that say whether a number behind them is the least or the most."""
_COUNTED_BY = "than of de que чем"
_THAN = frozenset(_COUNTED_BY.split())
_NAMES = (
    "paragraph paragraphs para section chapter annex resolution decision paragraphe alinéa résolution décision párrafo"
    " apartado resolución decisión sección пункт пункта резолюция резолюции"
)
_PLACES = frozenset(_NAMES.split())
"""Between the number of a document and another these make one place of both."""


def says_one(words: ThreeTexts, places: _Places) -> Iterator[tuple[int, int]]:
    """The first and last of places, in order, at which changes of both sides say one thing; by their numbers.

    `places` hold the changes of ours and of theirs.
    """
    of = [0 if ours and not theirs else 1 if theirs and not ours else None for ours, theirs in places]
    yield from _with_their_and(words, places)
    for number, side in enumerate(of):
        if side is None:
            continue
        if number + 1 < len(of) and of[number + 1] == 1 - side:
            one, two = places[number][side][-1], places[number + 1][1 - side][0]
            if _is_one_fact(words[BASE], one, two) and all(start < end for _, _, start, end in (one, two)):
                yield number, number + 1
        if any(_turns(words, side, block) for block in places[number][side]):
            for step in (-1, 1):
                yield from _in_its_clause(words, places, of, number, step)


def _is_one_fact(base: Sequence[str], one: Block, two: Block) -> bool:
    """Whether what a side replaces and what the other does behind it are a figure and its unit, or parts of a date."""
    if one[0] == one[1] or two[0] == two[1]:
        return False
    last, first, between = base[one[1] - 1], base[two[0]], base[one[1] : two[0]]
    if between and (_is_range(base, one[1] - 1, two[0]) or _is_bound(last, between, first)):
        return True
    if not _is_figure(last) or not between:
        return _is_figure(last) and first.startswith("°")
    if _is_place(last, between, first):
        return True
    if all(word.casefold() in SCALES for word in between):
        return is_word(first) and first.casefold() not in SMALL
    figures = _is_figure(first) and any(sign in last + first for sign in " /")
    return figures and all(word.casefold() in _BETWEEN for word in between)


def _is_range(base: Sequence[str], least: int, most: int) -> bool:
    """Whether the numbers at two places are the ends of a range; the unit, where both have one, is the same."""
    if not (_is_number(base[least]) and _is_number(base[most])):
        return False
    between = [word.casefold() for word in base[least + 1 : most]]
    at = next((at for at, word in enumerate(between) if word in _RANGE or word in JOINING), None)
    if at is None:
        return False
    before = [word.casefold() for word in base[max(least - 2, 0) : least]]
    sign = between[at + 1 :]  # of "$5 to $10"
    if sign and sign != before[-1:]:
        return False
    unit = [word.casefold() for word in base[most + 1 : most + 1 + at]]
    return between[:at] == unit and (between[at] in _RANGE or not _TWO_ENDS.isdisjoint(before))


def _is_bound(last: str, between: Sequence[str], first: str) -> bool:
    """Whether a word says how a number behind it counts, "more than 10", or on which day of the week a date is."""
    if last.casefold() in _DAYS:
        return [*between] == [","] and _is_figure(first)
    return last.casefold() in _BOUNDS and _is_number(first) and all(word.casefold() in _THAN for word in between)


def _is_place(last: str, between: Sequence[str], first: str) -> bool:
    """Whether the number of a document and a figure say one place: "70/1, paragraph 4", "4 of resolution 70/1".

    Figures of places in the text itself follow what they mean, each for itself.
    """
    if not (_is_figure(first) and "/" in last + first):
        return False
    names = [word.casefold() for word in between if word.casefold() not in (",", "of", "de", "la", "the")]
    return names == ["("] or (len(names) == 1 and names[0] in _PLACES)


def _is_number(word: str) -> bool:
    return _is_figure(word) or word.casefold() in WORDS


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
    changed = (*words[BASE][block[0] : block[1]], *words[side + 1][block[2] : block[3]])
    return all(word.casefold() in JOINING or not is_word(word) for word in changed)


def _joining(words: ThreeTexts, side: int, block: Block) -> tuple[set[str], set[str]]:
    """The words that join which a change takes out, and those that it puts in."""
    old, new = (
        {word for one in changed if (word := one.casefold()) in JOINING}
        for changed in (words[BASE][block[0] : block[1]], words[side + 1][block[2] : block[3]])
    )
    return old - new, new - old


def _is_figure(word: str) -> bool:
    return any(map(str.isdecimal, word))


def _turns(words: ThreeTexts, side: int, block: Block) -> bool:
    """Whether a change turns round what stands beside it: a "not" came or went before words that stay."""
    old, new = (words[BASE], *block[:2]), (words[side + 1], *block[2:])
    if max(sum(map(is_word, one[start:end])) for one, start, end in (old, new)) > _FEW:
        return False
    return _denies(old, new) != _denies(new, old)


def _denies(own: _Stretch, other: _Stretch) -> bool:
    """Whether words have a "not" with nothing of their own behind it, "does not pay" of "pays"; not "without delay"."""
    words, start, end = own
    kept = {one_form(word) for word in other[0][other[1] : other[2]]}
    for at in range(end - 1, start - 1, -1):
        word = words[at].casefold()
        then = words[at + 1].casefold() if at + 1 < len(words) else ""
        if word in _NOT and then not in _NO_NOT and not _is_figure(then):
            return word != _PART_OF_WORDS or then in _VERBS
        if not is_word(word) or not (word in SMALL or word == "longer" or one_form(words[at]) in kept):
            return False
    return False


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
        if passed > _FEW or any(word in _ENDS or word.casefold() in _OTHER_CLAUSE for word in between):
            break
        at = then
        if of[at] == 1 - side and any(_tells(words, 1 - side, block) for block in places[at][1 - side]):
            found = at
    if found is not None:
        yield min(number, found), max(number, found)


def _tells(words: ThreeTexts, side: int, block: Block) -> bool:
    changed = (*words[BASE][block[0] : block[1]], *words[side + 1][block[2] : block[3]])
    return any(is_word(word) and word.casefold() not in SMALL for word in changed)
