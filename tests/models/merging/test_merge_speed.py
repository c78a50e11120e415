"""How long a merge takes, in the processor's time: 400 paragraphs are put together while one waits for a key."""

from __future__ import annotations

import time
from random import Random

from models.draft import Draft
from models.merging import merge
from tests.generated import case
from tests.models.merging.random_drafts import edited

LIMIT = 0.6
"""Seconds for 400 paragraphs; three times what it takes where nothing else runs."""


def three(size: int) -> tuple[Draft, Draft, Draft]:
    """A long text and two edits of it, each of which touches a fifth of its paragraphs."""
    base = case(size).old
    return base, edited(Random(1), base, size // 5), edited(Random(2), base, size // 5)


def test_a_long_text_is_merged_soon() -> None:
    drafts = three(400)
    took = []
    for _ in range(3):
        start = time.process_time()
        found = merge(*drafts)
        assert len(found.draft.paragraphs) > 350
        took.append(time.process_time() - start)
    assert min(took) < LIMIT
