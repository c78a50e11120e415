"""What stands on the compare page: counts and list, the two drafts or the columns, pairing in their place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from widgets.compare.beside.doubts import Doubts
from widgets.compare.beside.in_words import InWords
from widgets.compare.parts import CompareParts
from widgets.theme.laid import laid_across


class ComparePanes(QWidget):
    """The panes of the page, and what they ask the window for.

    Signals: `swap_wanted()`, `old_wanted()` and `new_wanted()` to choose another draft, `columns_wanted()` for several
    drafts in columns, `draft_wanted()` for one more of them, `column_wanted(int)` for another in a column,
    `pair_wanted(int)` for a column and the one before it as two drafts (-1 is the first and the last of them).
    `take_wanted()` asks to take what is chosen into the working text, `menu_wanted(QPoint)` for a menu of what can be
    done with it, `words_wanted()` to say in sentences what changed, `pairing_wanted()` to pair paragraphs by hand.
    `pairing_changed()` tells that pairing began or ended, `status_changed()` that `status()` says something else,
    `zoomed()` that letters may be of another size, `at_end(str)` that there is no change further on.
    """

    swap_wanted = Signal()
    old_wanted = Signal()
    new_wanted = Signal()
    columns_wanted = Signal()
    draft_wanted = Signal()
    column_wanted = Signal(int)
    pair_wanted = Signal(int)
    take_wanted = Signal()
    words_wanted = Signal()
    menu_wanted = Signal(QPoint)
    pairing_wanted = Signal()
    pairing_changed = Signal()
    status_changed = Signal()
    zoomed = Signal()
    at_end = Signal(str)

    def __init__(self, parts: CompareParts | None = None) -> None:
        super().__init__()
        parts = parts or CompareParts()
        self.panel, self.two, self.pane, self.same = parts.panel, parts.two, parts.pane, parts.same
        self.filters, self.sorts, self.list = self.panel.filters, self.panel.sorts, self.panel.list
        self.view, self.map, self.heads = self.two.view, self.two.map, self.two.heads
        bar = self.bar = parts.bar
        self.forms, self.filter, self.add, self.swap, self.take = bar.forms, bar.filter, bar.add, bar.swap, bar.take
        self.back, self.next, self.tell, self.panel_button = bar.back, bar.next, bar.tell, bar.panel
        self.pairing = parts.pairing
        self._build()
        self.in_words = InWords(self)
        self._hand_on()

    def _build(self) -> None:
        usual = QWidget()
        self._modes = QStackedLayout(self)
        self._modes.addWidget(usual)
        self._modes.addWidget(self.pairing)
        across = laid_across(usual)
        across.addWidget(self.panel)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self.bar)
        self.to_look_at = InWords(self, "What was not sure", "What was not sure in the files")
        self.doubts = Doubts(self.to_look_at)
        main.addWidget(self.doubts)
        self._stack = QStackedWidget()
        for pane in (self.two, self.same, self.pane):
            self._stack.addWidget(pane)
        main.addWidget(self._stack, 1)
        across.addLayout(main, 1)

    def _hand_on(self) -> None:
        """What the parts ask for that is the window's to give."""
        self.heads.old_wanted.connect(self.old_wanted)
        self.heads.new_wanted.connect(self.new_wanted)
        self.add.clicked.connect(self.draft_wanted)
        self.pane.column_wanted.connect(self.column_wanted)
        self.pane.pair_wanted.connect(self.pair_wanted)
        self.swap.clicked.connect(self.swap_wanted)
        self.take.clicked.connect(self.take_wanted)
        self.tell.clicked.connect(self.words_wanted)
        self.view.sign_pressed.connect(self.pairing_wanted)
        self.pairing.old_wanted.connect(self.old_wanted)
        self.pairing.new_wanted.connect(self.new_wanted)
        for reading in (self.view, self.pane.view):
            reading.menu_wanted.connect(self.menu_wanted)
        self.list.menu_wanted.connect(self.menu_wanted)
