"""The readable word diff: changes on the borders of words and phrases, a rewritten clause as one change.

What no reader wants cut (`atoms`) is never cut. diff-match-patch takes
out trivial stretches first, then what is left is weighed as a reader would. Linear in the number of words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from models.awaited import ask
from models.comparison.words.blocks import MARKS, SMALL, block_list, joined, slid, trim
from models.comparison.words.cleanup import cleaned
from models.comparison.words.marked import Words, side
from models.comparison.words.plain import assemble, word_diff
from models.comparison.words.subsequence import Block
from models.comparison.words.tokens import Tokens, is_word, word_count
from models.comparison.words.within_words import cut_alike
from models.draft import may_hold_brackets

REWRITTEN, STAYED = 0.2, 0.4
"""With a smaller share of equal words in the longer text than the first, and in the shorter one than the second, the
whole is shown as replaced: what stayed and got a long clause behind it was not rewritten."""
LITTLE, NAME = 6, 8
"""An equal part worth more than the first, that is more than three words, is shown as kept, unless it is a name, worth
no more than the second, that recurs and stands by chance amid what was written anew."""

LONGEST = 2 * NAME
"""So many words and marks make a name at most."""
GROWN = 3
"""A clause with so many times the telling words of the old one is another clause."""


def readable(words: Words) -> Words:
    """The same two texts with changes on the borders of words and phrases."""
    if len(words) < 2:
        return words
    old, new = side(words, "delete"), side(words, "insert")
    if not old or not new or all(op == "equal" or text.isspace() for op, text in words):
        return words  # a date that is cut by the end of a paragraph says what it said
    return _of_both(old, new)


def readable_of(old: str, new: str) -> Words:
    """The readable words of two texts; their plain diff is made for it only where no more than spaces differ."""
    if not old or not new or "".join(old.split()) == "".join(new.split()):
        return readable(word_diff(old, new))
    return _of_both(old, new)


def _of_both(old: str, new: str) -> Words:
    from models.comparison.words.atoms import atoms  # no part of the window's start: its pattern takes a while

    before, after = atoms(old), atoms(new)
    if may_hold_brackets(old) or may_hold_brackets(new):
        before, after = cut_alike(before, after, atoms)
    return assemble(before, after, readable_blocks(before, after))


def readable_blocks(before: Tokens, after: Tokens) -> list[Block]:
    """The places where two texts, taken apart by `atoms`, differ for a reader."""
    tidy = slid(before.words, after.words, cleaned(before.words, after.words, block_list(before, after)))
    whole = joined([_paired(before, after, block) for block in _joined(before.words, after.words, tidy)])
    return [part for block in whole for part in _grown(before, after, block)]


def _joined(old: Sequence[str], new: Sequence[str], found: Sequence[Block]) -> list[Block]:
    """Blocks joined where what is equal between them is too little to be read as kept."""
    sums = list(accumulate(map(_worth, old), initial=0)), list(accumulate(map(_worth, new), initial=0))
    ask()
    lines = list(accumulate((word == "\n" for word in old), initial=0))
    again = _Said(old), _Said(new)

    def worth(block: Block) -> tuple[int, int]:
        return sums[0][block[1]] - sums[0][block[0]], sums[1][block[3]] - sums[1][block[2]]

    apart: list[Block] = []
    for block in found:
        ask()  # a text may be one paragraph of a million words
        apart.append(block)
        while len(apart) > 1:
            one, two = apart[-2:]
            kept, equal, sizes = old[one[1] : two[0]], sums[0][two[0]] - sums[0][one[1]], (worth(one), worth(two))
            chance = _by_chance(kept, equal, *sizes) and (again[0].often(kept) or again[1].often(kept))
            little = chance or _one_character(kept) or _too_little(equal, *map(max, sizes))
            little = little or (len(kept) == 1 and kept[0] in _CLOSES and _marks_alone(old, new, one, two))
            if lines[two[0]] > lines[one[1]] or not little:
                break
            apart[-2:] = [(one[0], two[1], one[2], two[3])]
    left = sums[0][-1] - sum(sums[0][block[1]] - sums[0][block[0]] for block in apart)
    whole = (0, len(old), 0, len(new))
    short, long = sorted((sums[0][-1], sums[1][-1]))
    rewritten = left < REWRITTEN * long and left < STAYED * short
    if len(apart) > 1 and rewritten and not lines[-1] and "\n" not in new:
        return [whole]
    return [trim(old, new, block) for block in apart]


def _paired(before: Tokens, after: Tokens, block: Block) -> Block:
    """A block that takes one of a pair of parentheses or quotation marks in takes in the other that stands beside it.

    A straight mark opens what stands close behind it, and closes what stands close before it.
    """
    i1, i2, j1, j2 = block
    old, new = before.words, after.words
    closing = old[i2] if i2 < len(old) and old[i2 : i2 + 1] == new[j2 : j2 + 1] else ""
    if closing in _CLOSES and not (closing == _STRAIGHT and (before.spaces[i2] or after.spaces[j2])):
        sides = old[i1:i2], new[j1:j2]
        if all(_left_over(side, _CLOSES[closing], closing) == 1 for side in sides):
            return _paired(before, after, (i1, i2 + 1, j1, j2 + 1))
    opens = old[i1 - 1] if i1 and j1 and old[i1 - 1] == new[j1 - 1] else ""
    if opens in _OPENS and not (opens == _STRAIGHT and (before.spaces[i1] or not before.spaces[i1 - 1])):
        sides = old[i1:i2], new[j1:j2]
        if all(_left_over(side, _OPENS[opens], opens) == 1 for side in sides):
            return _paired(before, after, (i1 - 1, i2, j1 - 1, j2))
    return block


def _left_over(tokens: Sequence[str], one: str, other: str) -> int:
    """How many more of one of a pair there are than of the other; of straight quotation marks whether one is single."""
    return tokens.count(one) % 2 if one == other else tokens.count(one) - tokens.count(other)


_STRAIGHT = '"'
_CLOSES = {")": "(", "”": "“", "»": "«", "“": "„", _STRAIGHT: _STRAIGHT}
_OPENS = {opens: closes for closes, opens in _CLOSES.items()}


def _grown(before: Tokens, after: Tokens, block: Block) -> list[Block]:
    """A block in which one side has all the telling words of the other, on end, and some more: told as what grew.

    "and girls" to ", girls and boys" is "and" to a comma and "and boys" more.
    """
    i1, i2, j1, j2 = block
    one, two = ([atom for atom in side if _telling(atom)] for side in (before.words[i1:i2], after.words[j1:j2]))
    short, long = sorted((one, two), key=len)
    if not len(short) < len(long) <= GROWN * len(short) + 2 or not _within(short, long):
        return [block]
    sides = before.part(i1, i2), after.part(j1, j2)
    return [(i1 + a, i1 + b, j1 + c, j1 + d) for a, b, c, d in block_list(*sides, telling=_telling)]


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    return bool(short) and "\n".join(["", *short, ""]) in "\n".join(["", *long, ""])


def _telling(atom: str) -> bool:
    return is_word(atom) and atom.casefold() not in SMALL


@lru_cache(maxsize=4096)
def _worth(atom: str) -> int:
    """What a kept atom is worth to a reader: 2 for each of its words, 1 for a small one, nothing for a mark.

    A Chinese character is half a word.
    """
    return 1 if atom.casefold() in SMALL or "\u4e00" <= atom <= "\u9fff" else 2 * word_count(atom)


def _one_character(kept: Sequence[str]) -> bool:
    """Whether what is kept between two changes is one Chinese character, which is no word alone as often as not."""
    return len(kept) == 1 and "\u4e00" <= kept[0] <= "\u9fff"


def _marks_alone(old: Sequence[str], new: Sequence[str], *blocks: Block) -> bool:
    """Whether nothing but marks of punctuation came and went, such as one that stands inside a quotation now."""
    return all({*old[i1:i2], *new[j1:j2]} <= MARKS for i1, i2, j1, j2 in blocks)


def _too_little(equal: int, one: int, two: int) -> bool:
    """Whether the equal part between two changes is so small that they read better as one (all in worth)."""
    less, more = sorted((one, two))
    if equal == 0:
        # A lone mark is kept between two short changes only.
        return more > 4
    if less == 0:
        # A mark that came or went with a change close by.
        return more >= 6 and equal <= 4
    if more >= 4 * equal and equal <= 2:
        return True
    return equal <= LITTLE and 2 * equal <= less


def _by_chance(kept: Sequence[str], equal: int, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether an equal part is as long as a name at most, and stands between two changes at least four times as long.

    A name in capitals, "United Nations", is part of a longer one where words on both its sides gave way to others: one
    change of that length is enough. All in worth, of a change that of what went and of what came. What only went, or
    only came, leaves its place to what stands beside it.
    """
    if not 0 < equal <= NAME:
        return False
    if all(one) and all(two) and all(word[0].isupper() for word in kept):
        return 4 * equal <= max(*one, *two)
    went, came = one[0] + two[0], one[1] + two[1]
    return 4 * equal <= min(max(one), max(two), went, came) and (all(one) or all(two))


class _Said:
    """What a text says more than once; it is gone through once for each length that is asked for."""

    def __init__(self, text: Sequence[str]) -> None:
        self._text = text
        self._counted: dict[int, Counter[tuple[str, ...]]] = {}

    def often(self, kept: Sequence[str]) -> bool:
        """Whether some words stand in it more than once; False of more, marks counted, than a name has."""
        size = len(kept)
        if size > LONGEST:
            return False
        if size not in self._counted:
            self._counted[size] = Counter(zip(*(self._text[at:] for at in range(size)), strict=False))
        return self._counted[size][(*kept,)] > 1
