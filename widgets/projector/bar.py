"""The line in the main window that says what the room sees, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.laid import laid_across
from widgets.theme.surfaces import Sign, Surface, Words

if TYPE_CHECKING:
    from widgets.projector.window import ProjectorWindow

_HEIGHT = 36


class ProjectorBar(Surface):
    """Belongs to one projector window, and goes with it.

    `text_wanted()`: the text on the page is wanted before the room, where that is another.
    """

    text_wanted = Signal()

    def __init__(self, projector: ProjectorWindow) -> None:
        super().__init__("panel", "bottom")
        self.setFixedHeight(_HEIGHT)
        self.setProperty("help", "projector")
        self._projector = projector
        self._name, self._other = "", False
        line = laid_across(self, margins=(16, 0, 8, 1), spacing=8)
        self.words = Words("", fonts.ui(500))
        self.previous = IconButton("caret-left", "Previous paragraph for the room", size=16)
        self.next = IconButton("caret-right", "Next paragraph for the room", size=16)
        self.fewer = IconButton("minus", "One paragraph less for the room", size=16)
        self.more = IconButton("plus", "One paragraph more for the room", size=16)
        self.text_button = Button("Show this text", form="plain", height=26)
        self.text_button.setAccessibleName("Show this text to the room")
        self.hold_button = Button("", form="plain", height=26)
        self.black_button = Button("", form="plain", height=26)
        self.black_button.setToolTip("Nothing for the room, or the text again (Shift F9)")
        self.close_button = IconButton("x", "Close the projector", size=16)
        line.addWidget(Sign("projector-screen", "ink2", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.words, 1)
        line.addWidget(self.text_button)
        for button in (self.previous, self.next, self.fewer, self.more):
            line.addWidget(button)
        for words in (self.hold_button, self.black_button):
            line.addWidget(words)
        line.addWidget(self.close_button)
        self.previous.clicked.connect(lambda: projector.go(-1))
        self.next.clicked.connect(lambda: projector.go(1))
        self.fewer.clicked.connect(lambda: projector.set_count(projector.count - 1))
        self.more.clicked.connect(lambda: projector.set_count(projector.count + 1))
        self.hold_button.clicked.connect(lambda: projector.hold(not projector.holds))
        self.black_button.clicked.connect(lambda: projector.blacken(not projector.black))
        self.close_button.clicked.connect(projector.close)
        self.text_button.clicked.connect(self.text_wanted)
        projector.changed.connect(self._say)
        projector.closed.connect(self.hide)
        self._say()

    def set_text_of_the_room(self, name: str, *, other: bool) -> None:
        """What the text is called whose paragraphs the room sees, and whether the page holds another."""
        if (name, other) != (self._name, self._other):
            self._name, self._other = name, other
            self._say()

    def _say(self) -> None:
        projector = self._projector
        page, pages = projector.page
        shown = projector.shown or "nothing yet"
        if self._other and self._name:
            shown = f"{shown} of {self._name}"
        parts = [f"The room sees {shown}"]
        if pages > 1:
            parts.append(f"page {page} of {pages}")
        if projector.holds:
            parts.append("standing still")
        words = ", ".join(parts) if not projector.black else f"The room sees nothing: black over {shown}"
        self.words.setText(words)
        self.setAccessibleName(words)
        self.text_button.setVisible(self._other)
        self.hold_button.setText("Follow the cursor" if projector.holds else "Stand still")
        self.black_button.setText("Show again" if projector.black else "Black")
        for button in (self.hold_button, self.black_button):
            button.updateGeometry()
            button.update()
