"""What the marked words of a paragraph do not show, as lines under it: references that mean another paragraph now, or
that it is among now, and what stands elsewhere in what was divided or joined."""

from __future__ import annotations

from collections.abc import Callable

from models.comparison.change import Change, Comparison
from models.draft.first_letter import with_capital
from models.telling.counted_among import among_words
from models.telling.stray_references import strays
from models.telling.turned_parts import turned_words
from models.telling.what_happened import stray_parts


def stray_lines(comparison: Comparison, change: Change, written: Callable[[str], str] = str) -> list[str]:
    """Each reference in two short lines: that it means another paragraph, and what it meant; labels as `written`. Of a
    paragraph that came or went, which references to all that stand before it takes part in; of one that was divided or
    joined with its order turned, what stands elsewhere in it."""
    parts = [stray_parts(stray, written) for stray in strays(comparison, change)]
    lines = [line for pair in parts for line in pair if line]
    lines += [*among_words(comparison, change), *turned_words(comparison, change)]
    return [with_capital(line) for line in lines]
