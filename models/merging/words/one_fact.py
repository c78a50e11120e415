"""Words at two places that are parts of one fact: who changes one of them means it with the other as it was.

A figure goes with its unit behind "million", with its currency and with the "more than" before it, the first day of
some with the last, a day of the week with its date, a document with its year, and the number of a resolution with its
date and with that of its paragraph. So does the least of a range with the most: nobody has the "9 to 8" that comes of
"5 to 10" changed at both ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.comparison.words.blocks import SMALL
from models.comparison.words.subsequence import Block
from models.comparison.words.tokens import is_word
from models.draft.beside import is_anothers
from models.draft.number_words import SCALES, WORDS
from models.draft.numbering import from_roman
from models.merging.words.touching import JOINING

_NEAR = 12
"""So many words before the signs of a place, and behind them, say of which document it is."""
_YEAR = re.compile("[12][0-9]{3}")
_ITEM = re.compile(r"\([a-z]{1,4}\)")
_LETTERS = 3
"""Of a currency, "USD"."""
_OF_A_LIST = 2
"""The name of places and an "and" between several of these."""
_FROM_TO = "of to until de du des au à al a hasta от до с по إلى من 至 到 - – —"
_BETWEEN = frozenset(_FROM_TO.split())
"""What stands between the days of a time, or between a number and its date."""
_SOURCES = "of de du des с من"
_SOURCE = frozenset(_SOURCES.split())
_RANGE = _BETWEEN - _SOURCE
"""What stands between the ends of a range of figures."""
_OF_TWO = "between entre между بين 介"
_TWO_ENDS = frozenset(_OF_TWO.split())
"""Before the first of two figures these make a range of "and"."""
_WEEK = "monday tuesday wednesday thursday friday saturday sunday"
_DAYS = frozenset(_WEEK.split())
_COUNTING = (
    "more fewer less greater least most minimum maximum plus moins más menos mínimo máximo более менее больше меньше"
    " beginning starting commencing ending"
)
_BOUNDS = frozenset(_COUNTING.split())
"""Words that say whether a number behind them is the least or the most, or a day the first or the last."""
_COUNTED_BY = "than of de que чем"
_THAN = frozenset(_COUNTED_BY.split())
_NAMES = (
    "paragraph paragraphs para section sections chapter part annex article rule goal target resolution decision"
    " paragraphe paragraphes alinéa article chapitre partie annexe résolution décision párrafo párrafos apartado"
    " artículo capítulo parte anexo resolución decisión sección пункт пункта пункты пунктов раздел раздела глава главы"
    " статья статьи приложение приложения резолюция резолюции المادة الفقرة الفصل المرفق القرار 第 条 款 章 节"
)
_PLACES = frozenset(_NAMES.split())
"""Between the number of a document and another these make one place of both, as between two that are of a document."""
_OF_THE = frozenset((",", "،", "(", "the", "la", "los", "las", "le", "les", "l", "its", "their", "sa", "su", *_SOURCE))
_HALVES = frozenset(("a.m.", "p.m.", "am", "pm"))
"""Of the day, behind an hour."""


def is_one_fact(base: Sequence[str], one: Block, two: Block) -> bool:
    """Whether what a side replaces and what the other does behind it are parts of one fact."""
    if one[0] == one[1] or two[0] == two[1]:
        return False
    at, then = one[1] - 1, two[0]
    last, first, between = base[at], base[then], [word.casefold() for word in base[at + 1 : then]]
    if _is_range(base, at, then) or _is_bound(last, between, first) or _is_place(base, at, then):
        return True
    if _is_of_a_name(base, at, then) or (_is_currency(last) and _is_figure("".join(between)) and first in SCALES):
        return True
    if not _is_figure(last) or not between:
        return _is_figure(last) and first.startswith("°")
    if all(word in SCALES for word in between):
        return is_word(first) and first.casefold() not in SMALL
    if not _is_figure(first):
        return False
    if any(sign in last + first for sign in " /"):
        return all(word in _BETWEEN for word in between)
    return all(word in _OF_THE and is_word(word) for word in between)  # "5 of the 10 members"


def _is_range(base: Sequence[str], least: int, most: int) -> bool:
    """Whether the numbers at two places are the ends of a range; the unit, where both have one, is the same."""
    if not (_is_number(base[least]) and _is_number(base[most])) or any(map(_is_number, base[least + 1 : most])):
        return False
    between = [word.casefold() for word in base[least + 1 : most] if word != ","]
    at = next((at for at, word in enumerate(between) if word in _RANGE or word in JOINING), None)
    if at is None:
        return False
    before = [word.casefold() for word in base[max(least - 2, 0) : least]]
    sign = between[at + 1 :]  # of "$5 to $10"
    bounds = [_BOUNDS.intersection(words) for words in (before, sign)]  # of "at least 5 and at most 10"
    if sign and sign != before[-1:] and not all(bounds):
        return False
    unit = [word.casefold() for word in base[most + 1 : most + 1 + at]]
    units = [[word for word in words if word not in _HALVES] for words in (between[:at], unit)]
    return units[0] == units[1] and (between[at] in _RANGE or not _TWO_ENDS.isdisjoint(before) or all(bounds))


def _is_bound(last: str, between: Sequence[str], first: str) -> bool:
    """Whether a word says how a number behind it counts, "more than 10", or on which day of the week a date is."""
    if last.casefold() in _DAYS:
        return [*between] == [","] and _is_figure(first)
    counts = last.casefold() in _BOUNDS and _is_number(first)
    return bool(counts and between) and all(word.casefold() in _THAN for word in between)


def _is_place(base: Sequence[str], at: int, then: int) -> bool:
    """Whether the signs at two places say one place of a document: "70/1, paragraphs 4 to 6", "4 of resolution 70/1",
    "article 3, paragraph 1, of the Convention", "article 3 (a) of it".

    Signs of places in the text itself follow what they mean, each for itself.
    """
    last, first, between = base[at], base[then], base[at + 1 : then]
    if not (_is_sign(last) and (_is_sign(first) or _ITEM.fullmatch(first))) or any("/" in word for word in between):
        return False
    numbered = ("/" in last) != ("/" in first)
    passed = _OF_THE | _RANGE
    names = [one for word in between if (one := word.casefold()) not in passed and not _is_sign(word)]
    if numbered and len(names) == _OF_A_LIST and any(map(_is_sign, between)):
        names = [one for one in names if one not in JOINING]  # of "70/1, paragraphs 4 and 6"
    if not _PLACES.issuperset(names) or not (names or [*between] == ["("] or first.startswith("(")):
        return False
    start = at - 1 if at and base[at - 1].casefold() in _PLACES else at
    end = then + (2 if [*base[then + 1 : then + 2]] == [")"] else 1)
    before, signs = " ".join(base[max(start - _NEAR, 0) : start]), " ".join(base[start:end])
    opens = len(before) + 1
    return numbered or is_anothers(f"{before} {signs} {' '.join(base[end : end + _NEAR])}", opens, opens + len(signs))


def _is_of_a_name(base: Sequence[str], at: int, then: int) -> bool:
    """Whether a sign is of a document, "article 3 of the Protocol", or a name of a year, "the Protocol of 1994"."""
    last, first, between = base[at], base[then], {word.casefold() for word in base[at + 1 : then]}
    if between.isdisjoint(_SOURCE) or not between <= _OF_THE:
        return False
    if _is_sign(last) and base[max(at - 1, 0)].casefold() in _PLACES:
        return first[:1].isupper()
    return last[:1].isupper() and (_YEAR.fullmatch(first) is not None or " " in first) and at > 0


def _is_currency(word: str) -> bool:
    return not is_word(word[-1:]) or (word.isupper() and len(word) == _LETTERS)


def _is_sign(word: str) -> bool:
    """Whether a word is a figure, or a Roman one or a letter that a place is called by."""
    return _is_figure(word) or (word.isupper() and (len(word) == 1 or from_roman(word) is not None))


def _is_number(word: str) -> bool:
    return _is_figure(word) or word.casefold() in WORDS


def _is_figure(word: str) -> bool:
    return any(map(str.isdecimal, word))
