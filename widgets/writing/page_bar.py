"""The bar above the text: of a kept draft its name, of the working text what changed and the tools of writing."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.laid import laid_across
from widgets.theme.roles import Role, speak_as
from widgets.theme.shorter_words import ShorterWords
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures
from widgets.writing.tools import LetterButton


class PageBar(Surface):
    """Its buttons are public; the page connects them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", "bottom", parent)
        self.setFixedHeight(Measures.PAGE_BAR)
        speak_as(self, Role.ToolBar, "Page bar")
        self.outline = IconButton("list", "Show or hide the outline")
        self.outline.setCheckable(True)
        self.title = Words("", fonts.small(500), "ink")
        self.subtitle = Words("", fonts.small(), "ink2")
        self.changed = ShorterWords("", fonts.small(), "ink2")
        self.smaller = IconButton("minus", "Smaller letters (Ctrl -)")
        self.larger = IconButton("plus", "Larger letters (Ctrl +)")
        self.zoom = Button("100 %", form="plain", height=26)
        self.zoom.setToolTip("Letters at 100 % (Ctrl 0)")
        self.export = Button("Export…", icon="export")
        self.write = Button("Write on from here")
        self.write.setToolTip("Begin a working text on this draft; the draft itself stays as it is")
        self.italic = LetterButton("I", "Italics (Ctrl I)")
        self.bracket = LetterButton("[ ]", "Brackets around what is selected (Ctrl ])")
        self.footnote = IconButton("asterisk", "Footnote (Ctrl Shift N)")
        self.words = IconButton("highlighter-circle", "Changed words in the text (Ctrl Shift C)")
        self.words.setCheckable(True)
        self.inspector = IconButton("columns", "Show the inspector (F8)")
        self.inspector.setCheckable(True)
        self.keep = Button("Keep this draft…")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._reading())
        self._stack.addWidget(self._writing())
        line = laid_across(self, margins=(20, 0, 10, 1), spacing=8)
        line.addWidget(self.outline)
        line.addWidget(self._stack, 1)
        self.inspector.hide()
        line.addWidget(self.inspector)

    def _reading(self) -> QWidget:
        part = QWidget()
        line = laid_across(part, spacing=8)
        line.addWidget(self.title)
        line.addWidget(self.subtitle, 1)
        for button in (self.smaller, self.zoom, self.larger, self.write, self.export):
            line.addWidget(button)
        self.write.hide()
        return part

    def _writing(self) -> QWidget:
        part = QWidget()
        line = laid_across(part, spacing=5)
        line.addWidget(self.changed, 1)
        for button in (self.words, self.italic, self.bracket, self.footnote):
            line.addWidget(button)
        rule = Surface("line")
        rule.setFixedSize(1, 18)
        line.addSpacing(6)
        line.addWidget(rule)
        line.addSpacing(6)
        line.addWidget(self.keep)
        return part

    def show_writing(self, writing: bool) -> None:
        """The side for a working text, or the one for a kept draft."""
        self._stack.setCurrentIndex(1 if writing else 0)
