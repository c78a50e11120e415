"""Whatever is answered, nothing stands twice, nowhere or broken that no text has so, unless the merge says it.

The account is one of the whole text, of its words, rows of them and notes, made here anew by the letters alone.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

import pytest

from models.draft import Draft, canonical
from models.merging import Merge, merge
from tests.models.merging.accounts import WAYS, answered, broken, untold
from tests.models.merging.random_texts import three
from tests.models.merging.real_edits import sides_of, window
from tests.real_files import real_draft

OTHER = {"ours": "theirs", "theirs": "ours"}
SEEDS = [
    *range(12),
    41,
    67,
    71,
    72,
    121,
    154,
    164,
    166,
    193,
    207,
    209,
    211,
    215,
    261,
    264,
    278,
    286,
    307,
    336,
    1138,
    1168,
    11075,
    12183,
    12399,
    20297,
    20975,
    21361,
    21776,
    30024,
    30054,
    30384,
    30729,
    30823,
]
"""Some, and those in which something once stood so untold."""


@cache
def texts(folder: Path) -> tuple[Path, ...]:
    found = sorted(folder.glob("resolutions/*.txt")) + sorted(folder.glob("library/*.txt"))[::4]
    return (*found, *sorted(folder.glob("security_council/*.txt"))[::6])


def real(seed: int, shared: Path) -> tuple[Draft, Draft, Draft]:
    chance = Random(seed)
    base = window(chance, real_draft(chance.choice(texts(shared / "corpus"))))
    return (base, *sides_of(chance, base))


def accounted(found: Merge) -> None:
    for way in WAYS if found.conflicts else WAYS[:1]:
        made = answered(found, way)
        assert not untold(made)
        assert not broken(made)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_real_text_is_accounted_for(seed: int, shared: Path) -> None:
    accounted(merge(*real(seed, shared)))


@pytest.mark.parametrize("seed", range(24))
def test_a_random_text_is_accounted_for(seed: int) -> None:
    for way in WAYS:
        assert not untold(answered(merge(*three(Random(seed))), way))


@pytest.mark.parametrize("seed", range(2000, 2010))
def test_the_sides_of_a_real_text_may_change_places(seed: int, shared: Path) -> None:
    base, ours, theirs = real(seed, shared)
    one, two = merge(base, ours, theirs), merge(base, theirs, ours)
    assert Counter((c.kind, c.base, c.ours, c.theirs, c.notes) for c in one.conflicts) == Counter(
        (c.kind, c.base, c.theirs, c.ours, (c.notes[0], c.notes[2], c.notes[1])) for c in two.conflicts
    )
    for way in ("ours", "theirs", "base"):
        left, right = answered(one, way), answered(two, OTHER.get(way, way))
        if way != "base" or all("base" in asked.choices for asked in left.conflicts):
            assert canonical(left.draft) == canonical(right.draft)


@pytest.mark.parametrize("seed", range(3000, 3005))
def test_a_real_text_with_itself_and_with_the_base_is_as_it_was_made(seed: int, shared: Path) -> None:
    base, ours, theirs = real(seed, shared)
    for made in (ours, theirs):
        for found in (merge(base, made, made), merge(base, base, made), merge(base, made, base)):
            assert not found.conflicts
            assert canonical(found.draft) == canonical(made)
