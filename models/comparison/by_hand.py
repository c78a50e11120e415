"""What a hand said of paragraphs of two texts: that they are one, that they are not, that one was deleted or is new."""

from __future__ import annotations

from dataclasses import dataclass

Ends = tuple[int | None, int | None]
"""Positions in an old and in a new draft; None on one side says that the other's paragraph is new, or was deleted."""


@dataclass(frozen=True, slots=True)
class SaidByHand:
    """What a hand said of paragraphs of two drafts and did not take back: `paired`, or kept apart; by whom, when.

    `at` is a moment in ISO form, empty where it holds for one comparison alone. `on_the_way`: it was said of two other
    drafts, between which the lineage of these two goes through.
    """

    paired: bool
    ends: Ends
    who: str
    at: str
    on_the_way: bool = False
