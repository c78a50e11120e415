"""What no rule of housekeeping can explain, told by the words alone: most changes are such."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from models.comparison.words.features import words_of
from models.comparison.words.marked import Words
from models.comparison.words.openings import ADDITIVE_WORDS
from models.comparison.words.signs_left_out import without_signs_left_out
from models.comparison.words.text_parts import AND
from models.comparison.words.tokens import Met
from models.draft import may_hold_brackets
from models.draft.alphabets import ARABIC, CHINESE
from models.draft.number_words import RAISED
from models.draft.number_words import WORDS as NUMBER_WORDS
from models.draft.numbering import SUFFIX_WORDS
from models.draft.ordinals import ARABIC_ORDINAL

_NUMBERED = re.compile(
    rf"(?:op|pp)?\d+|{RAISED}|([a-zа-яё])\1?|{ARABIC}|[ivxl]{{2,6}}|{SUFFIX_WORDS}|{CHINESE}"
    rf"|{without_signs_left_out(ARABIC_ORDINAL)}"
)
"""What a reference to a paragraph may be made of."""

_JOINS = AND | frozenset("以及")
"""Each Chinese character is a word here."""
_KNOWN = frozenset(map(without_signs_left_out, chain(_JOINS, ADDITIVE_WORDS, NUMBER_WORDS)))


def beyond_rules(words: Words) -> bool:
    """Whether words came or went that no rule of housekeeping can explain, whatever stands around them."""
    came = list(_words_in([text for op, text in words if op == "insert"]))
    gone = list(_words_in([text for op, text in words if op == "delete"]))
    # Most are told by a word that stands on one side alone; only then it matters how often.
    return _tell({*came} ^ {*gone}) or _tell((Counter(came) - Counter(gone)) + (Counter(gone) - Counter(came)))


def _tell(words: Iterable[str]) -> bool:
    return True in map(_telling.__getitem__, words)


def _tells(word: str) -> bool:
    return not (word in _KNOWN or _NUMBERED.fullmatch(word))


_telling = Met(_tells)


def _words_in(texts: Sequence[str]) -> Iterable[str]:
    """The words of several texts; what is a bracket is seen in each text alone."""
    whole = " ".join(texts)
    return chain.from_iterable(map(words_of, texts)) if may_hold_brackets(whole) else words_of(whole)
