"""Two drafts with their names above and their map at the edge."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.compare.arrangement import Arrangement, Shown
from widgets.compare.change_map import ChangeMap
from widgets.compare.drawing import Names
from widgets.compare.heads import Heads
from widgets.compare.view import CompareView
from widgets.theme.surfaces import Surface


class TwoPane(Surface):
    """Names, texts and map; they lie the way the drafts are read, whatever way the window runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("paper", "", parent)
        self.heads, self.view, self.map = Heads(), CompareView(), ChangeMap()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        down = QVBoxLayout()
        down.setSpacing(0)
        down.addWidget(self.heads)
        down.addWidget(self.view, 1)
        across.addLayout(down, 1)
        across.addWidget(self.map)
        self.view.moved.connect(self._show_seen)
        self.view.laid_out.connect(self._lay_heads)
        self.map.wanted.connect(self.view.scroll_to_entry)
        self.map.wheeled.connect(self.view.wheelEvent)

    def show_arrangement(self, arrangement: Arrangement, names: Names, shown: Shown, *, again: bool = False) -> None:
        """Show a comparison from its beginning, or, where it is the same one `again`, where the reader is."""
        self.map.show_arrangement(arrangement)
        if again:
            self.view.show_again(arrangement, names)
        else:
            self.view.set_shown(shown)
            self.view.show_comparison(arrangement, names)
        way = Qt.LayoutDirection.RightToLeft if self.view.mirrored else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(way)
        self._lay_heads()
        self._show_seen()

    def _lay_heads(self) -> None:
        self.heads.lie_over(self.view.columns())

    def _show_seen(self) -> None:
        self.map.show_seen(*self.view.entries_in_sight())
