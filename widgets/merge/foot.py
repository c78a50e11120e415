"""Under a merge: what is left to be settled, what may be done with the rest, and keeping the merged draft."""

from __future__ import annotations

from models.telling.figures import counted, figure
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_across
from widgets.theme.shorter_words import ShorterWords
from widgets.theme.surfaces import Surface

_HEIGHT = 54


class MergeFoot(Surface):
    """The words and the buttons; the page says what they do."""

    def __init__(self) -> None:
        super().__init__("panel", "top")
        self.says = ShorterWords("", fonts.small(), "ink2")
        self.rest = Button("Leave the rest in brackets")
        self.read = Button("Read it first")
        self.keep = Button("Keep the merged draft…", form="ink")
        self.setFixedHeight(_HEIGHT)
        line = laid_across(self, margins=(24, 1, 24, 0), spacing=8)
        line.addWidget(self.says, 1)
        self.buttons = (self.rest, self.read, self.keep)
        for button in self.buttons:
            line.addWidget(button)

    def show_left(self, left: int, both: int) -> None:
        """How many conflicts are left to be settled, and how many places were left as alternatives."""
        self.keep.setEnabled(left == 0)
        self.rest.setVisible(left > 0)
        self.read.setVisible(left == 0)
        if left:
            conflicts = f"{counted(left, 'conflict')} to settle"
            self.says.say(
                f"{conflicts}. Nothing is kept until the last is settled, or left on purpose as two alternatives.",
                f"{conflicts} before anything is kept.",
                f"{conflicts}.",
                f"{figure(left)} left",
            )
        else:
            alternatives = f" {counted(both, 'place')} left as alternatives in brackets." if both else ""
            settled = f"All is settled.{alternatives}"
            self.says.say(f"{settled} The merged draft comes from both texts.", settled)

    def say_not_left(self, left: int) -> None:
        """So many conflicts cannot be left as alternatives."""
        conflicts = f"{counted(left, 'conflict')} cannot be left as alternatives"
        self.says.say(
            f"{conflicts}: a paragraph stands in one place and is of one kind. Settle them.",
            f"{conflicts}: settle them.",
        )
