"""Brackets that come and go at many places at once are paired once, and come to what one after another comes to."""

from __future__ import annotations

import random

import pytest

from models.draft import Kind, Paragraph, Run
from widgets.text.bracketed import Bracketed

_WORDS = ("a", "[a]", "[a", "a]", "[[a] b", "a] [b", "[a] [b]", "]", "b")


def _paragraph(words: str) -> Paragraph:
    return Paragraph(Kind.OPERATIVE, (Run(words),))


def _seen(bracketed: Bracketed, count: int) -> list[object]:
    return [(bracketed.spans(at), [*bracketed.signs(at)], bracketed.has_any(at)) for at in range(count)]


@pytest.mark.parametrize("seed", range(40))
def test_many_places_at_once_come_to_what_they_do_one_by_one(seed: int) -> None:
    chance = random.Random(seed)
    words = chance.choices(_WORDS, k=12)
    places = [(at, chance.choices(_WORDS, k=chance.randint(1, 2))) for at in chance.sample(range(10), 4)]
    together, apart = (Bracketed(map(_paragraph, words)) for _ in range(2))
    before = _seen(together, 12)
    others = together.replace((start, [*map(_paragraph, new)]) for start, new in places)
    for start, new in places:
        apart.splice(start, len(new), map(_paragraph, new))
        words[start : start + len(new)] = new
    fresh = Bracketed(map(_paragraph, words))
    for one in (together, apart):
        assert _seen(one, 12) == _seen(fresh, 12)
        assert (one.pairs, one.unmatched, one.paragraphs) == (fresh.pairs, fresh.unmatched, fresh.paragraphs)
    put = {start + more for start, new in places for more in range(len(new))}
    otherwise = {at for at, (one, two) in enumerate(zip(before, _seen(together, 12), strict=True)) if one != two}
    assert otherwise - put <= others <= set(range(12))
