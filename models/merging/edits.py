"""Words of a line of the merged text that follow from the places paragraphs have now: what stands instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """Other words for those between two places of a line, `before` and `after` left out, in code points."""

    start: int
    end: int
    text: str


def touches(edit: Edit, start: int, end: int) -> bool:
    """Whether an edit changes the words between two places, or puts something in at or between them."""
    if edit.start == edit.end:
        return start <= edit.start <= end
    return start < edit.end and edit.start < end


def edited(text: str, edits: Sequence[Edit]) -> str:
    """A text with its edits."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
