"""The bar over a comparison: its form, what changed in words, the way through the changes, and taking one."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from widgets.compare.beside.filter_button import FilterButton
from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.laid import laid_across
from widgets.theme.segments import Segments
from widgets.theme.shorter_words import ShorterWords
from widgets.theme.surfaces import Surface
from widgets.theme.tokens import Measures


class CompareBar(Surface):
    """The controls alone; the page says what they do."""

    def __init__(self) -> None:
        super().__init__("panel", "bottom")
        self.setFixedHeight(Measures.PAGE_BAR)
        self.panel = IconButton("list", "Show or hide the list of changes")
        self.panel.setCheckable(True)
        self.forms = Segments(("Side by side", "Inline", "Columns"))
        self.tell = IconButton("chat-text", "What changed, in words (W)")
        self.filter = FilterButton()
        self.add = Button("Add a draft", icon="plus")
        self.count = ShorterWords("", fonts.small(), "ink2")
        self.back = IconButton("arrow-up", "Previous change (P)")
        self.next = IconButton("arrow-down", "Next change (N)")
        self.swap = IconButton("arrows-left-right", "Swap the two drafts")
        self.take = Button("Take into text", icon="arrow-bend-down-left")
        self.add.setAccessibleName("Add a draft")
        self.take.setAccessibleName("Take into text")
        self.take.setToolTip("Put the current change into the working text (T)")
        self._line = line = laid_across(self, margins=(16, 0, 12, 1), spacing=8)
        start: tuple[QWidget, ...] = (self.panel, self.forms, self.tell)
        end = (self.filter, self.add, self.count, self.back, self.next, self.swap, self.take)
        for part in start:
            line.addWidget(part)
        line.addStretch(1)
        for part in end:
            line.addWidget(part)
        self.show_for(several=False, inline=False, narrow=False, list_hidden=False)

    def show_for(self, *, several: bool, inline: bool, narrow: bool, list_hidden: bool) -> None:
        """What is there for two drafts or several, and in a narrow window."""
        self.panel.setVisible(list_hidden and not several)
        for of_several in (self.filter, self.add):
            of_several.setVisible(several)
        self.swap.setVisible(not several)
        # Where there is no room for all, a word for each and no count; to a screen reader they are what they were.
        self.count.setVisible(not (several and narrow))
        self.add.setText("Add" if narrow else "Add a draft")
        self.add.updateGeometry()
        self._take_words = "Take" if narrow else "Take into text"
        self.forms.part(0).setEnabled(not narrow)
        self.forms.choose(2 if several else 1 if inline else 0)
        self._fit()

    def tell_count(self, words: str) -> None:
        """Where one is among the changes; where room is short the number alone, or nothing, and never part of one."""
        self.count.say(words, words.partition(", ")[0], "")
        self._line.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What cannot be chosen gives way where words would be cut."""
        first = self.forms.part(0)
        first.show()
        self.tell.show()
        self._say_take(self._take_words)
        first.setVisible(first.isEnabled() or self._has_room())
        # Then what the menu has too, and last the word beside a sign.
        self.tell.setVisible(self._has_room())
        if not self._has_room():
            self._say_take("")

    def _has_room(self) -> bool:
        self.forms.updateGeometry()  # the bar hears of a part of it only with the next event
        return self._line.totalMinimumSize().width() <= self.width()

    def _say_take(self, words: str) -> None:
        self.take.setText(words)
        self.take.updateGeometry()
