"""How long a merge takes, in the processor's time: 400 paragraphs are put together while one waits for a key."""

from __future__ import annotations

from random import Random

from models.draft import Draft, Kind, Paragraph, Run
from models.merging import merge
from tests.generated import case
from tests.models.merging.random_drafts import edited
from tests.timed import soon, timed

LIMIT = 3
"""Seconds for 400 paragraphs; twelve times what it takes where nothing else runs."""


def three(size: int) -> tuple[Draft, Draft, Draft]:
    """A long text and two edits of it, each of which touches a fifth of its paragraphs."""
    base = case(size).old
    return base, edited(Random(1), base, size // 5), edited(Random(2), base, size // 5)


def test_a_long_text_is_merged_soon() -> None:
    drafts = three(400)
    assert len(soon(lambda: merge(*drafts), LIMIT).draft.paragraphs) > 350


def test_a_very_long_paragraph_that_both_reworded_takes_no_square_of_its_words() -> None:
    chance = Random(5)
    words = ["".join(chance.choices("abdegiklmnoprstu", k=8)) for _ in range(3000)]

    def one(size: int) -> float:
        text = chance.choices(words, k=size)
        ours, theirs = ([chance.choice(words) if chance.random() < 0.3 else word for word in text] for _ in range(2))
        three = [Draft((Paragraph(Kind.OPERATIVE, (Run(" ".join(side)),)),)) for side in (text, ours, theirs)]
        found, seconds = timed(lambda: merge(three[0], three[1], three[2]))
        assert found.conflicts
        return seconds

    short = min(one(2500), one(2500))
    assert one(5000) < 5 * short
