"""By whom each paragraph of a redline is changed."""

from __future__ import annotations

from collections.abc import Callable

from models.comparison.change import Change, Comparison, FootnoteChange
from models.word.redlining.letters.revision_marks import By

Signing = Callable[[Change | FootnoteChange], By]
"""Who made a change, of paragraphs or of a note, and when."""


def signed(comparison: Comparison, by: Signing) -> tuple[list[By], list[By]]:
    """By whom the change of each old and of each new paragraph is."""
    old: list[By] = [("", None)] * len(comparison.old.paragraphs)
    new: list[By] = [("", None)] * len(comparison.new.paragraphs)
    for change in comparison.changes:
        signature = by(change)
        for at in change.old:
            old[at] = signature
        for at in change.new:
            new[at] = signature
    return old, new
