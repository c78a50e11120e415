"""Any sequence of acts, undos and redos: text, labels, notes, lineage and journal agree, and all of it goes back.

ADREF_SEQUENCES says how many (2,000 usually), ADREF_SHEET_SEQUENCES how many on the sheet (150).
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.app.random_sequences import ground, sequence

PARTS = 8
MANY = int(os.environ.get("ADREF_SEQUENCES", "2000"))


@pytest.mark.parametrize("part", range(PARTS))
def test_any_sequence_with_the_journal_on(part: int, tmp_path: Path) -> None:
    with ground(tmp_path / "a.adref") as on:
        for seed in range(part, MANY, PARTS):
            try:
                sequence(on, seed, random.Random(seed).randint(3, 25))
            except AssertionError as error:
                raise AssertionError(f"sequence {seed}: {error}") from error
