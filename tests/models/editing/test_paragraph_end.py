"""The end of a paragraph is looked for where it can be: what stands before that is no part of it."""

from __future__ import annotations

from itertools import product

from models.editing.marks.paragraph_end import _END, _tail

_PIECES = ("a", "1", "²", "*", "[1]", " and", "; and", "p.m.", ",", ";", ".", ":", "。", " ", ")", "”", "\ufffc")


def test_a_mark_behind_a_plain_letter_is_all_of_the_end() -> None:
    alone = 0
    for pieces in product(_PIECES, repeat=4):
        words = "".join(pieces)
        alone += _tail(words) > 0
        found, wanted = _END.search(words, _tail(words)), _END.search(words)
        assert found is not None
        assert wanted is not None
        assert found.regs == wanted.regs, words
    assert alone > len(_PIECES) ** 3
