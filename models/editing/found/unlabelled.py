"""What paragraphs are called that have no label: those of a report by the numbers they print."""

from __future__ import annotations

from collections.abc import Callable

from models.draft import Kind, Paragraph
from models.editing.acts.kinds import WORDS

_FAR = 100
"""So many paragraphs before an item at most stands the one whose item it is."""


def name_of_unlabelled(
    position: int, paragraph: Callable[[int], Paragraph], number: Callable[[int], str | None]
) -> str:
    """ "11" or "11 (a)" in a report, "Row 1, column 2", "Text"; `paragraph` and `number` give those at a position."""
    its, own = paragraph(position), number(position)
    if its.cell is not None:
        return f"Row {its.cell[1] + 1}, column {its.cell[2] + 1}"
    if not own:
        return WORDS[its.kind].capitalize()
    before = position - 1
    while own.startswith("(") and before >= max(0, position - _FAR) and paragraph(before).kind is Kind.TEXT:
        above = number(before)
        if above and not above.startswith("("):
            return f"{above} {own}"
        before -= 1
    return own
