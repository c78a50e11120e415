"""What hangs in the margin beside a paragraph: its printed number, or the label people call it by."""

from __future__ import annotations

from dataclasses import dataclass

from models.draft import Kind, Paragraph


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
