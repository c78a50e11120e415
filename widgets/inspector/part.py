"""A part of the inspector: what it says of one matter, with a line under it."""

from __future__ import annotations

from widgets.theme.laid import laid_down
from widgets.theme.surfaces import Surface, Words

SIDE = 18


class InspectorPart(Surface):
    """A ground with the margins of the inspector; what it says goes into `column`."""

    def __init__(self) -> None:
        super().__init__("panel", "bottom")
        self.column = laid_down(self, margins=(SIDE, 14, SIDE, 15), spacing=7)


def say(words: Words, text: str) -> None:
    """Other words, where they are others; a screen reader comes to none that are empty."""
    if words.text() != text or words.isHidden() is bool(text):
        words.setText(text)
        words.setVisible(bool(text))
