"""Beside the pairing page: how many pairs there are, and the list of what is unpaired and what a hand said."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from models.telling.figures import counted
from widgets.compare.pairing.pair_list import PairingList, entries_of
from widgets.compare.pairing.rows import Pairs
from widgets.theme import fonts
from widgets.theme.laid import laid_down
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures

_WIDE = 320


class PairingPanel(Surface):
    """A head with the count of pairs, and the list."""

    def __init__(self) -> None:
        super().__init__("panel", "trailing")
        head = Surface("panel", "bottom")
        head.setFixedHeight(Measures.PAGE_BAR)
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 0, 12, 1)
        line.addWidget(Words("Pairing", fonts.ui(600)))
        line.addStretch(1)
        self.count = Words("", fonts.small(), "ink2")
        line.addWidget(self.count)
        self.list = PairingList()
        lines = laid_down(self, margins=(0, 0, 1, 0))
        lines.addWidget(head)
        lines.addWidget(self.list, 1)
        self.set_wide(False)

    def show_pairs(self, pairs: Pairs, note: str) -> None:
        """Other texts, or the same compared again."""
        self.count.setText(counted(pairs.count, "pair"))
        self.list.show_entries(entries_of(pairs, note))

    def set_wide(self, wide: bool) -> None:
        """The larger panel of a wide window."""
        self.setFixedWidth(_WIDE if wide else Measures.CHANGE_LIST)
