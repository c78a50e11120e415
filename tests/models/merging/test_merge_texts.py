"""Merges of real texts: what holds of made-up drafts holds of them, and what clashes is not more than it need be."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.draft import canonical
from models.files.read import read_file
from models.merging import merge
from tests.models.merging.answered import resolve

ROWS = [
    # base, ours, theirs, and how many rows are combined and in conflict
    ("A_RES_79_212", "A_C.2_80_L.39", "A_C.2_80_L.50", 4, 13),
    ("A_RES_78_158", "A_RES_79_212", "A_C.2_80_L.39", 1, 20),
    ("A_C.2_80_L.6", "A_C.2_80_L.49", "A_RES_80_151", 0, 5),
]


@pytest.mark.parametrize(("first", "second", "third", "combined", "conflicts"), ROWS, ids=[row[0] for row in ROWS])
def test_real_texts(first: str, second: str, third: str, combined: int, conflicts: int, shared: Path) -> None:
    folder = shared / "corpus/resolutions"
    base, ours, theirs = (read_file(folder / f"{name}.txt").draft for name in (first, second, third))
    for draft in (ours, theirs):
        for found in (merge(base, base, draft), merge(base, draft, base), merge(base, draft, draft)):
            assert not found.conflicts
            assert canonical(found.draft) == canonical(draft)
    one, two = merge(base, ours, theirs), merge(base, theirs, ours)
    kinds = [row.kind for row in one.rows]
    assert kinds.count("combined") >= combined
    assert kinds.count("conflict") <= conflicts
    for way, other in (("ours", "theirs"), ("theirs", "ours")):
        left, right = one, two
        for conflict in one.conflicts:
            left = resolve(left, conflict, way)
        for conflict in two.conflicts:
            right = resolve(right, conflict, other)
        assert canonical(left.draft) == canonical(right.draft)
