"""The bar over a merge: which texts are merged, and the way through the conflicts."""

from __future__ import annotations

from models.telling.figures import counted, figure
from widgets.merge.columns import SideName
from widgets.paper.direction import isolated
from widgets.paper.named_words import NamedWords
from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.laid import laid_across
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures


class MergeBar(Surface):
    """The controls alone; the page says what they do."""

    def __init__(self) -> None:
        super().__init__("panel", "bottom")
        self.facts = NamedWords("", fonts.small(), "ink2")
        self.count = Words("", fonts.small(), "ink2")
        self.back = IconButton("arrow-up", "Previous conflict that is not settled (P)")
        self.next = IconButton("arrow-down", "Next conflict that is not settled (N)")
        self.others = Button("Other texts…", height=26)
        self.setFixedHeight(Measures.PAGE_BAR)
        line = laid_across(self, margins=(16, 0, 12, 1), spacing=8)
        line.addWidget(self.facts, 1)
        for widget in (self.others, self.count, self.back, self.next):
            line.addWidget(widget)

    def show_names(self, names: tuple[SideName, SideName, SideName]) -> None:
        """Which texts are merged: the base, and the two that came of it."""
        base, ours, theirs = (isolated(name.title) for name in names)
        self.facts.setText(f"{ours} with {theirs}, both from {base}")

    def show_place(self, at: int | None, number: int) -> None:
        """The paragraph in conflict one is at, from 1, None beside them, of how many."""
        here = f"{figure(at)} of {counted(number, 'paragraph')}" if at else counted(number, "paragraph")
        self.count.setText(f"{here} in conflict" if number else "")
        self.back.setEnabled(number > 0)
        self.next.setEnabled(number > 0)

    def say_round(self, way: int) -> None:
        """Say with the place that it is the first (1) again behind the last, or the last (-1) before the first."""
        self.count.setText(f"Round to the {'first' if way > 0 else 'last'} open: {self.count.text()}")
