"""References that mean another paragraph now, as lines under the paragraph they stand in, or that is among them now."""

from __future__ import annotations

from collections.abc import Callable

from models.comparison.change import Change, Comparison
from models.telling.counted_among import among_words
from models.telling.stray_references import strays
from models.telling.what_happened import stray_parts


def stray_lines(comparison: Comparison, change: Change, written: Callable[[str], str] = str) -> list[str]:
    """Each reference in two short lines: that it means another paragraph, and what it meant; labels as `written`. Of a
    paragraph that came or went, which references to all that stand before it takes part in."""
    parts = [stray_parts(stray, written) for stray in strays(comparison, change)]
    lines = [line for pair in parts for line in pair if line] + among_words(comparison, change)
    return [f"{line[0].upper()}{line[1:]}" for line in lines]
