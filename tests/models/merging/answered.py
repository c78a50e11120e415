"""A merge answered one by one, as a page that asks has it laid out with all answers at once."""

from __future__ import annotations

from dataclasses import replace

from models.merging import Choice, Conflict, Merge, Row
from models.merging.conflict import CHOICES


def resolve(merge: Merge, conflict: Conflict | str, choice: Choice | str) -> Merge:
    """The merge with a conflict settled so, or settled otherwise; it is laid out when it is looked at."""
    key = conflict if isinstance(conflict, str) else conflict.key
    answer = Choice(choice) if isinstance(choice, str) else choice
    assert isinstance(conflict, str) or answer.way in conflict.choices
    return replace(merge, choices={**merge.choices, key: answer})


def reopen(merge: Merge, key: str) -> Merge:
    """The merge with the answer to a conflict, or for a row, taken back."""
    return replace(merge, choices={one: choice for one, choice in merge.choices.items() if one != key})


def resolve_row(merge: Merge, row: Row | str, side: str) -> Merge:
    """The merge with a whole row as a side has it: "ours", "theirs" or "base"; its conflicts are settled by that."""
    key = row if isinstance(row, str) else row.key
    assert side in CHOICES[:3]
    assert any(one.key == key and key for one in merge.rows)
    return replace(merge, choices={**merge.choices, key: Choice(side)})
