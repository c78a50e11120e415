"""What hangs in the margin beside a paragraph: its printed number, or the label people call it by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF

from models.draft import Draft, Kind, Paragraph
from widgets.paper.type import TextType, serif
from widgets.theme.tokens import Measures

_USUAL = 5
"""Signs of a number that every margin has room for: "10." and "(iii)"."""


@dataclass(frozen=True, slots=True)
class HungNumber:
    """The words beside a paragraph; labels are set small in the sans, numbers as on the page."""

    text: str
    is_label: bool = False


NOTHING = HungNumber("")


def number_of(paragraph: Paragraph, label: str | None, *, right_to_left: bool = False) -> HungNumber:
    """The number of a paragraph with its full stop, "PP5" for a preambular one, nothing for the rest."""
    if paragraph.set_label is not None:
        return HungNumber(paragraph.set_label, is_label=True)
    if paragraph.kind is Kind.PREAMBULAR:
        return HungNumber(label or "", is_label=True)
    if paragraph.number is None:
        return NOTHING
    if paragraph.kind is Kind.OPERATIVE:
        return HungNumber(f"{paragraph.number} -" if right_to_left else f"{paragraph.number}.")
    return HungNumber(paragraph.number)


LongNumbers = frozenset[tuple[HungNumber, int]]
"""Numbers that a usual margin may be too narrow for, each with the level its paragraph is indented by."""


def long_numbers(drafts: Iterable[Draft]) -> LongNumbers:
    """Those of some drafts: "3 quinquies."; in nearly every draft there are none."""
    return frozenset(
        (number_of(paragraph, None), paragraph.level if paragraph.kind is Kind.SUBPARAGRAPH else 0)
        for draft in drafts
        for paragraph in draft.paragraphs
        if len(paragraph.number or "") >= _USUAL or paragraph.set_label is not None
    )


def widest(numbers: LongNumbers, letters: TextType, indent: float = Measures.SUBPARAGRAPH_INDENT) -> float:
    """How far the widest of some numbers beside a text of these letters reaches out of it."""
    if not numbers:
        return 0.0  # letters need not be measured for it
    figures, small = QFontMetricsF(serif(letters.size)), QFontMetricsF(letters.label())
    return max(
        (small if one.is_label else figures).horizontalAdvance(one.text) - level * indent for one, level in numbers
    )
