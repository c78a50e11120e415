"""The rows of a comparison in words: what each is called and what happened to it, be it a paragraph or of a table."""

from __future__ import annotations

from models.comparison.change import Comparison
from models.telling.rows import Shown, Went
from models.telling.table_lines import unit_name, unit_story, unit_went
from models.telling.what_happened import names, story, went


def called(comparison: Comparison, shown: Shown) -> list[str]:
    """What the paragraphs that are printed are called, or the one row, column or table."""
    if shown.unit.in_table:
        return [unit_name(comparison, shown.unit)]
    change = shown.changes[0]
    return names(comparison, change, old=not change.new)


def happened(comparison: Comparison, shown: Shown) -> tuple[str, ...]:
    """What happened, in a few short phrases: ("comes from OP3, operative", "reworded")."""
    if shown.unit.in_table:
        return unit_story(comparison, shown.unit)
    return story(comparison, shown.changes[0])


def went_words(comparison: Comparison, row: Went) -> str:
    """Said at the old place of what moved: "OP3 went to PP17, preambular"."""
    if row.shown.unit.in_table:
        return unit_went(comparison, row.shown.unit)
    return went(comparison, row.shown.changes[0])
