"""Changes of two sides that do not touch and still say one thing: what comes of both is what neither has.

A figure goes with whatever the other side changed near it: "90 to 12, with 5", "article 3 of the Convention", and with
another figure of its clause; a word of a name with the others, "King of Tonga". In a clause that one side made binding,
or less so, "may" of "shall", what the other put in the place of other words is asked, and where a "not" or an opposite
turns its sense round all that the other says. How a paragraph opens goes with anything.
The "and" that one side has further on, "A, B and C" of "A and B", goes with the word that it stands before now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from unicodedata import category

from models.comparison.references.mentions_abroad import followed_in
from models.comparison.words.subsequence import Block
from models.comparison.words.tokens import is_word
from models.draft.beside import is_anothers
from models.draft.named_parts import named_parts
from models.draft.number_words import SCALES, WORDS
from models.draft.numbering import from_roman
from models.merging.sides import BASE
from models.merging.words.telling import is_telling
from models.merging.words.touching import JOINING, ThreeTexts
from models.merging.words.turned import binds, turns

_Places = Sequence[tuple[Sequence[Block], Sequence[Block]]]

_RELATIVES = "that which who whom whose qui que dont quien quienes который которая которое которые"
_STOPS = frozenset(";:.\n；：。؛")
_COMMAS = frozenset(",，、،")
_ENDS = _STOPS | _COMMAS
_OTHER_CLAUSE = _ENDS | JOINING | {*_RELATIVES.split()}
"""What a clause ends with, or the next begins with."""
_BEFORE_ITEM = JOINING | {"及"}
"""The Chinese "以及" is two words here."""
_ASIDE, _LISTED = 6, 3
"""So many words between two commas interrupt a clause and do not end it: "its session, to be held in Geneva, lasts 4
days"; so many where they have a figure or an "and", as what stands in a list."""
_IN_NAMES = frozenset(("of", "the", "for", "on", "de", "du", "des", "la", "le", "les", "del", "los", "las"))
"""What may stand small in a name: "Minister for Foreign Affairs of the Kingdom of Tonga"."""
_NEAR = 6
"""With so many words between them or fewer a figure and what is changed are of one fact, "90 to 12, with 5"."""
_BESIDE = 12
"""So many words before a sign and behind it say of which text it is."""
_SHORT = 6
"""More words than this that were put in or taken out are no figure, though there be one among them."""


_by_one_hand: ContextVar[bool] = ContextVar("by_one_hand", default=False)
"""Whether who made the one side's changes asks for the other's, and sees what comes of both."""


@contextmanager
def by_one_hand() -> Iterator[None]:
    """Put together what is of one statement without a question, where one takes changes into a text of one's own."""
    outer = _by_one_hand.set(True)
    try:
        yield
    finally:
        _by_one_hand.reset(outer)


class _Weight(IntEnum):
    """What a change does to what is said beside it."""

    NOTHING = 0
    ADDS = 1
    REPLACES = 2
    COUNTS = 3
    """It changes a figure, or a sign that a place is called by."""
    BINDS = 4
    """It changes how far what is said binds."""
    TURNS = 5


@dataclass(frozen=True, slots=True)
class _Change:
    """What one side alone changed at a place, by its number; where that begins and ends in the base."""

    place: int
    side: int
    weight: _Weight
    start: int
    end: int
    made: tuple[str, ...]
    """What it takes out and, behind nothing, what it puts in."""


def says_one(words: ThreeTexts, places: _Places) -> Iterator[tuple[int, int]]:
    """The first and last of places, in order, at which changes of both sides say one thing; by their numbers.

    `places` hold the changes of ours and of theirs.
    """
    yield from _with_their_and(words, places)
    both = any(one and not two for one, two in places) and any(two and not one for one, two in places)
    if not both or _by_one_hand.get():
        return
    yield from _of_one_count(words, places)
    clause: list[_Change] = []
    near: list[_Change] = []
    for change in _changes(words, places):
        if clause and not _is_one_clause(words[BASE][clause[-1].end : change.start]):
            yield from _of_a_clause(clause)
            clause = []
        clause.append(change)
        if change.weight >= _Weight.REPLACES:
            near = [*(one for one in near if _is_near(words[BASE], one.end, change.start)), change]
            yield from ((one.place, change.place) for one in near if _is_one_fact(words[BASE], one, change))
    yield from _of_a_clause(clause)


def _changes(words: ThreeTexts, places: _Places) -> Iterator[_Change]:
    for number, place in enumerate(places):
        side = 1 if place[1] else 0
        weight = max((_weight(words, side, block) for block in place[side]), default=_Weight.NOTHING)
        if weight and not place[1 - side]:
            (start, _, first, _), (_, end, _, last) = place[side][0], place[side][-1]
            made = (*words[BASE][start:end], "", *words[side + 1][first:last])
            yield _Change(number, side, weight, start, end, made)


def _weight(words: ThreeTexts, side: int, block: Block) -> _Weight:
    if turns(words, side, block):
        return _Weight.TURNS
    taken, given = ([*filter(_says, one)] for one in _old_and_new(words, side, block))
    changed, replaces = [*taken, *given], bool(taken and given)
    if replaces and (block[0] == 0 or words[BASE][block[0] - 1] == "\n"):
        return _Weight.NOTHING
    if replaces and binds(taken) != binds(given):
        return _Weight.BINDS
    if any(map(_counts, changed)) and (replaces or len(changed) <= _SHORT):
        follows = all(map(_counts, changed)) and _follows(words[BASE], block)
        return _Weight.ADDS if follows else _Weight.COUNTS
    if [word.casefold() for word in taken] == [word.casefold() for word in given]:
        return _Weight.NOTHING  # "Parties" of "parties" says the same
    tells = [any(map(is_telling, one)) for one in (taken, given)]
    return _Weight.REPLACES if all(tells) else _Weight.ADDS if any(tells) else _Weight.NOTHING


def _of_a_clause(clause: Sequence[_Change]) -> Iterator[tuple[int, int]]:
    """The first and the last place of a clause that one side turns round or binds otherwise than the other."""
    tops = [max((one.weight for one in clause if one.side == side), default=_Weight.NOTHING) for side in (0, 1)]
    found = [
        one for one in clause if _governs(one.weight, tops[1 - one.side]) or _governs(tops[1 - one.side], one.weight)
    ]
    if found and any(one.made != found[0].made for one in found):
        yield found[0].place, found[-1].place


def _governs(one: _Weight, other: _Weight) -> bool:
    """Whether a change decides what a change of the other side comes to, whichever that is."""
    if one == other == _Weight.COUNTS:
        return True
    return other > (
        _Weight.NOTHING if one == _Weight.TURNS else _Weight.ADDS if one == _Weight.BINDS else _Weight.TURNS
    )


def _is_one_clause(between: Sequence[str]) -> bool:
    """Whether nothing ends a clause among some words but an aside between two commas, no symbol of a list."""
    at = 0
    while at < len(between):
        if between[at] in _COMMAS:
            behind = next((n for n in range(at + 2, len(between)) if between[n] in _COMMAS), None)
            if behind is None or not _is_aside(between[at + 1 : behind]):
                return False
            at = behind
        elif between[at].casefold() in _OTHER_CLAUSE:
            return False
        at += 1
    return True


def _is_aside(words: Sequence[str]) -> bool:
    listed = any(_counts(word) or word.casefold() in JOINING for word in words)
    return len(words) <= (_LISTED if listed else _ASIDE) and not any("/" in word for word in words)


def _is_near(base: Sequence[str], start: int, end: int) -> bool:
    """Whether few words stand between two places in one sentence, and no symbol that is the next of a list.

    Before a figure a full stop ends no sentence: "A/80/1, para. 4".
    """
    followed = [*zip(base[start:end], [*base[start + 1 : end + 1], ""], strict=False)]
    if sum(_says(word) for word, _ in followed) > _NEAR:
        return False
    stops = (word in _STOPS and not (word == "." and then and _counts(then)) for word, then in followed)
    listed = ("/" in then and word.casefold() in JOINING | _COMMAS for word, then in followed)
    return not any(stops) and not any(listed)


def _is_one_fact(base: Sequence[str], one: _Change, two: _Change) -> bool:
    """Whether of changes near each other one is of a figure, or both are of one name, and they are not alike."""
    if one.side == two.side or one.made == two.made:
        return False
    name = *one.made, *base[one.end : two.start], *two.made
    return _Weight.COUNTS in (one.weight, two.weight) or all(
        word[:1].isupper() or word in _IN_NAMES for word in name if word
    )


def _of_one_count(words: ThreeTexts, places: _Places) -> Iterator[tuple[int, int]]:
    """The first and the last of the places at which the sides changed the signs of items otherwise, "(d)" of "(c)"."""
    signed = [
        [(at, block[:2], signs) for at, place in enumerate(places) for block in place[side]
         if (signs := _signs(words, side, block))]
        for side in (0, 1)
    ]  # fmt: skip
    if all(signed) and [one[1:] for one in signed[0]] != [one[1:] for one in signed[1]]:
        numbers = [at for own in signed for at, *_ in own]
        yield min(numbers), max(numbers)


def _signs(words: ThreeTexts, side: int, block: Block) -> list[str]:
    """The signs of items that a change takes out or puts in, "(b)" or "b)", those of a reference left out."""
    stretches = (words[BASE], block[0], block[1]), (words[side + 1], block[2], block[3])
    found = [one[at] for one, start, end in stretches for at in range(start, end) if _begins_item(one, at)]
    return [] if found and _follows(words[BASE], block) else found


def _begins_item(words: Sequence[str], at: int) -> bool:
    """Whether a word is the sign of an item behind another one; behind a noun, "item (a)", it is a reference."""
    word = words[at]
    if [*words[at + 1 : at + 2]] in ([")"], ["）"]) and ((len(word) == 1 and word.isalpha()) or from_roman(word)):
        at -= at > 0 and words[at - 1] in ("(", "（")
    elif word[0] != "(" or word[-1] != ")":
        return False
    return at == 0 or not is_word(words[at - 1]) or words[at - 1].casefold() in _BEFORE_ITEM


def _follows(base: Sequence[str], block: Block) -> bool:
    """Whether figures are those of a reference within the text: they follow what they mean, each for itself."""
    start, end = block[:2]
    chained = range(end, min(end + _NEAR, len(base)))  # of "article 3, paragraph 1, of the Convention"
    last = max((at + 1 for at in chained if _counts(base[at])), default=end)
    first = max(start - _BESIDE, 0)
    text, begins, ends, behind = (" ".join(base[first:at]) for at in (last + _BESIDE, start, end, last))
    spans = [(one.start, one.end) for one in followed_in(text)] + [(one.start, one.end) for one in named_parts(text)]
    named = (at for at, until in spans if at <= len(begins) + 1 and len(ends) <= until)
    return any(not is_anothers(text, at, len(behind)) for at in named)


def _says(word: str) -> bool:
    return any(map(str.isalnum, word)) or category(word[-1]) == "Sc"


def _counts(word: str) -> bool:
    """Whether a word is a figure, or a Roman one, a letter or an item that a place is called by."""
    return (
        any(map(str.isdecimal, word))
        or word.casefold() in WORDS | SCALES
        or (word.isupper() and (len(word) == 1 or from_roman(word) is not None))
        or (word[0] == "(" and word[-1] == ")")
    )


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


def _changed(words: ThreeTexts, side: int, block: Block) -> list[str]:
    """What a change takes out and what it puts in."""
    old, new = _old_and_new(words, side, block)
    return [*old, *new]


def _old_and_new(words: ThreeTexts, side: int, block: Block) -> tuple[Sequence[str], Sequence[str]]:
    return words[BASE][block[0] : block[1]], words[side + 1][block[2] : block[3]]
