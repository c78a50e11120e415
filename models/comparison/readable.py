"""The readable word diff: changes on the borders of words and phrases, a rewritten clause as one change.

Words, numbers, symbols and dates are never cut ("A/C.2/80/L.5", "19 December 2024"). diff-match-patch takes
out trivial stretches first, then what is left is weighed as a reader would. Linear in the number of words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from models.comparison.blocks import Block, block_list, slid, trim
from models.comparison.change import Words, side
from models.comparison.cleanup import cleaned
from models.comparison.tokens import HAN, SPACE, WORD, Tokens, taken_apart, word_count
from models.comparison.words import assemble

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|كانون الثاني/يناير|شباط/فبراير|آذار/مارس|نيسان/أبريل|أيار/مايو|حزيران/يونيه|تموز/يوليه|آب/أغسطس"
    "|أيلول/سبتمبر|تشرين الأول/أكتوبر|تشرين الثاني/نوفمبر|كانون الأول/ديسمبر"
)
_DATE = (
    rf"\d{{1,2}}(?:er)?\s+(?:de\s+)?(?:{_MONTHS})(?:\s+(?:de\s+)?\d{{4}})?(?![\w])|(?:{_MONTHS})\s+(?:de\s+)?\d{{4}}(?!\w)"
    r"|\d+年(?:\d+月(?:\d+日)?)?|\d+月\d+日"
)
# A resolution's number with its letter: 57/270 B.
_LETTERED = r"\d{1,4}/\d{1,3}\s[A-Z](?![\w/])"
_LINKED = rf"{WORD}(?:\(\w{{1,8}}\)(?=/))?(?:[-/.–‐‑’'·](?:{WORD})(?:\(\w{{1,8}}\)(?=/))?)*"
_ATOM = re.compile(rf"({SPACE})(\n|{_DATE}|{_LETTERED}|[{HAN}]|{_LINKED}|_+|[^\w\s\u200b\u2060\ufeff]|\Z)")
_SMALL = frozenset(
    {
        "a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "by", "with", "as", "at", "its", "their", "from",
        "that", "de", "la", "le", "les", "des", "du", "et", "en", "à", "el", "los", "y", "по", "и", "в", "на",
    }
)  # fmt: skip
REWRITTEN = 0.2
"""With a smaller share of equal words the whole is shown as replaced."""
LITTLE = 6
"""An equal part worth more, that is more than three words, is always shown as kept."""


def atoms(text: str) -> Tokens:
    """The parts of a text that a reader never wants cut, without losing a character."""
    return taken_apart(_ATOM, text)


def readable(words: Words) -> Words:
    """The same two texts with changes on the borders of words and phrases."""
    if len(words) < 2:
        return words
    old, new = side(words, "delete"), side(words, "insert")
    if not old or not new:
        return words
    before, after = atoms(old), atoms(new)
    return assemble(before, after, readable_blocks(before, after))


def readable_blocks(before: Tokens, after: Tokens) -> list[Block]:
    """The places where two texts, taken apart by `atoms`, differ for a reader."""
    tidy = slid(before.words, after.words, cleaned(before.words, after.words, block_list(before, after)))
    return _joined(before.words, after.words, tidy)


def _joined(old: Sequence[str], new: Sequence[str], found: Sequence[Block]) -> list[Block]:
    """Blocks joined where what is equal between them is too little to be read as kept."""
    sums = list(accumulate(map(_worth, old), initial=0)), list(accumulate(map(_worth, new), initial=0))
    lines = list(accumulate((word == "\n" for word in old), initial=0))

    def size(block: Block) -> int:
        return max(sums[0][block[1]] - sums[0][block[0]], sums[1][block[3]] - sums[1][block[2]])

    joined: list[Block] = []
    for block in found:
        joined.append(block)
        while len(joined) > 1:
            one, two = joined[-2:]
            if lines[two[0]] > lines[one[1]] or not _too_little(
                sums[0][two[0]] - sums[0][one[1]], size(one), size(two)
            ):
                break
            joined[-2:] = [(one[0], two[1], one[2], two[3])]
    kept = sums[0][-1] - sum(sums[0][block[1]] - sums[0][block[0]] for block in joined)
    whole = (0, len(old), 0, len(new))
    if len(joined) > 1 and not lines[-1] and "\n" not in new and kept < REWRITTEN * max(sums[0][-1], sums[1][-1]):
        return [whole]
    return [trim(old, new, block) for block in joined]


def _worth(atom: str) -> int:
    """What a kept atom is worth to a reader: 2 for each of its words, 1 for a small one, nothing for a mark."""
    return 1 if atom.casefold() in _SMALL else 2 * word_count(atom)


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
