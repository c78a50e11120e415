"""Beside two drafts: how many paragraphs changed, what to show of them, and the list of the changes."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.telling.sorts import Weight
from widgets.compare.beside.change_list import ChangeList
from widgets.compare.beside.counts import Filters, Sorts
from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.theme.laid import laid_down
from widgets.theme.surfaces import Surface
from widgets.theme.tokens import Measures

_WIDE = 320


class ChangesPanel(Surface):
    """`shown_changed()` when something else is ticked or pressed."""

    shown_changed = Signal()

    def __init__(self) -> None:
        super().__init__("panel", "trailing")
        self.filters, self.sorts, self.list = Filters(), Sorts(), ChangeList()
        self.set_wide(False)
        lines = laid_down(self, margins=(0, 0, 1, 0))
        lines.addWidget(_boxed(self.filters))
        self._sorts_box = _boxed(self.sorts)
        lines.addWidget(self._sorts_box)
        lines.addWidget(self.list, 1)
        self._arrangement: Arrangement | None = None
        self.filters.operative.toggled.connect(lambda _on: self._count_sorts(again=True))
        self.filters.shown_changed.connect(self._offer_sorts)
        self.filters.shown_changed.connect(self.shown_changed)
        self.sorts.shown_changed.connect(self.shown_changed)

    def show_arrangement(self, arrangement: Arrangement, *, again: bool = False) -> None:
        """The counts and the list of another comparison; of the same one `again` what is pressed stays so."""
        self._arrangement = arrangement
        self.filters.show_arrangement(arrangement)
        self._count_sorts(again=again)
        self._offer_sorts()
        self.list.show_arrangement(arrangement, self.shown)
        if not again:
            self.list.scrollToTop()

    def _count_sorts(self, *, again: bool) -> None:
        if self._arrangement is None:
            return
        self.sorts.show_arrangement(self._arrangement, operative=self.filters.operative.isChecked(), again=again)
        # The buttons are new: Tab would come to them behind all that was there before.
        for first, second in pairwise((self.filters.operative, *self.sorts.buttons.values(), self.list)):
            QWidget.setTabOrder(first, second)

    def _offer_sorts(self) -> None:
        """The sorts are those of substance: without it there is none to choose."""
        self._sorts_box.setVisible(bool(self.sorts.buttons) and Weight.SUBSTANCE in self.filters.weights)

    def show_all(self) -> None:
        """All that differs is asked for."""
        self.sorts.release()
        self.filters.tick_all()

    @property
    def shown(self) -> Shown:
        """What is ticked and pressed."""
        weights = self.filters.weights
        sorts = self.sorts.sorts if Weight.SUBSTANCE in weights else frozenset()
        return Shown(weights, sorts, self.filters.operative.isChecked())

    def set_wide(self, wide: bool) -> None:
        """The larger list of a wide window."""
        self.setFixedWidth(_WIDE if wide else Measures.CHANGE_LIST)


def _boxed(part: QWidget) -> Surface:
    """A part with a hairline under it."""
    box = Surface("panel", "bottom")
    lines = QVBoxLayout(box)
    lines.setContentsMargins(0, 0, 0, 1)
    lines.addWidget(part)
    return box
