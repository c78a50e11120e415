"""A line in which several States are written: what is offered is the one that is being written."""

from __future__ import annotations

from models.masthead.states import MeantStates, meant_states
from widgets.masthead.fields import FieldLine
from widgets.theme.utf16 import letters_before, utf16


class StatesLine(FieldLine):
    """A line of States, with commas between them."""

    _meant: MeantStates | None = None

    def _offer_like(self, text: str) -> None:
        self._meant = meant_states(text, letters_before(text, self.cursorPosition()), self._values)
        self._open(self._meant.names if self._meant is not None and self.hasFocus() else ())

    def _take(self, value: str) -> None:
        """The name stands for what was written of it, and what follows can be written on behind it."""
        meant, text = self._meant, self.text()
        if meant is None:
            return
        before = text[: meant.start] + value
        self.setText(before + text[meant.end :])
        self.setCursorPosition(utf16(before))
        self.taken.emit(value)
