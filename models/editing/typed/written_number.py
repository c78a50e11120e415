"""A number that was typed: taken out of the words, printed where it is not the one that is counted, and told."""

from __future__ import annotations

from dataclasses import replace

from models.editing.runs import cut, joined, place_of, shown
from models.editing.step import Step

BLANKS = " \u00a0\u202f\t"
"""What may stand between a number and the words."""


def without_typed(step: Step, position: int, place: int, start: int, rest: int) -> None:
    """The paragraph without what was typed as its number, and the blanks behind it; brackets before it stay."""
    entry = step.working.entries[position]
    runs = entry.paragraph.runs
    first = place_of(runs, start) if start else 0
    behind = shown(cut(runs, place))
    blanks = len(behind) - len(behind.lstrip(BLANKS))
    step.put(position, entry.with_runs(joined(cut(runs, 0, first), cut(runs, place + blanks))))
    step.caret(position, first + max(rest - blanks, 0))


def print_number(step: Step, position: int, number: str | None) -> None:
    entry = step.working.entries[position]
    paragraph = replace(entry.paragraph, number=number, set_label=None)
    step.put(position, replace(entry, paragraph=paragraph, printed=number is not None))


def tell_place(step: Step, position: int, typed: str) -> None:
    """Say which number a paragraph has in its place, where another was typed."""
    shown = step.working.number(position) or step.working.label(position)
    if shown not in (None, typed):
        step.told = f"it is {shown} in its place here"
