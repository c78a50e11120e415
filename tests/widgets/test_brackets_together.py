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


@pytest.mark.parametrize("seed", range(20))
def test_many_places_at_once_come_to_what_they_do_one_by_one(seed: int) -> None:
    chance = random.Random(seed)
    words = chance.choices(_WORDS, k=12)
    counts = chance.random() < 0.5  # as many come as go, or not
    places = []
    for at in sorted(chance.sample(range(10), 4), reverse=True):
        new = chance.choices(_WORDS, k=chance.randint(1, 2) if counts else chance.randint(0, 3))
        places.append((at, len(new) if counts else chance.randint(0, 2), new))
    together, apart = (Bracketed(map(_paragraph, words)) for _ in range(2))
    before = dict(enumerate(_seen(together, 12)))
    others = together.splice_all((start, gone, [*map(_paragraph, new)]) for start, gone, new in places)
    stood: list[int | None] = [*range(12)]
    for start, gone, new in places:
        apart.splice(start, gone, map(_paragraph, new))
        words[start : start + gone] = new
        stood[start : start + gone] = [None] * len(new)
    fresh = Bracketed(map(_paragraph, words))
    for one in (together, apart):
        assert _seen(one, len(words)) == _seen(fresh, len(words))
        assert (one.pairs, one.unmatched, one.paragraphs) == (fresh.pairs, fresh.unmatched, fresh.paragraphs)
    now = _seen(together, len(words))
    otherwise = {at for at, was in enumerate(stood) if was is not None and before[was] != now[at]}
    assert otherwise <= others <= set(range(len(words)))
