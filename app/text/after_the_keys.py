"""What follows the caret a moment after the last key: what there is to look at, the inspector, the room, the counts."""

from __future__ import annotations

from app.shell.going import Going
from app.text.inspecting import Inspecting
from app.text.looking_over import LookingOver
from app.text.projecting import Projecting
from app.text.writing import Writing
from models.draft.late_pattern import compile_some
from widgets.writing.page import TextPage

_SOON, _LATEST = 150, 30_000
"""Milliseconds of rest after which it follows, and of keys without one after which it follows all the same."""
_PIECE = 0.001
"""Seconds for which patterns are compiled before a key may come."""


class AfterTheKeys:
    """Looks at all of it once, however often `start` is called meanwhile."""

    def __init__(
        self, page: TextPage, going: Going, writing: Writing, inspecting: Inspecting, projecting: Projecting
    ) -> None:
        self._page, self._going, self._writing = page, going, writing
        self._inspecting = inspecting
        self.looking_over = LookingOver(page.sheet, self._inspect)
        # One after another, so that a key that comes meanwhile waits for one of them only, and the rest for its pause.
        self._pieces = (
            self.looking_over.look,
            self._inspect,
            projecting.follow,
            going.show_status,
        )
        self._next = 0

    def make_ready(self) -> None:
        """A text is begun to be written: what its first keys would compile is compiled before them."""
        self._page.sheet.pause.ask(self._compile, _SOON, _LATEST)

    def _compile(self) -> None:
        if compile_some(_PIECE):
            self._page.sheet.pause.ask(self._compile, 0, _LATEST)

    def start(self) -> None:
        """Look in a moment."""
        self._next = 0
        self._page.sheet.pause.ask(self._look, _SOON, _LATEST)

    def _look(self) -> None:
        if self._reads:
            piece, self._next = self._pieces[self._next], (self._next + 1) % len(self._pieces)
            if self._next:
                self._page.sheet.pause.ask(self._look, 0, _LATEST)
            piece()

    def _inspect(self) -> None:
        self._inspecting.look(self._writing.open if self._going.writes else None, self._page.changes)

    @property
    def _reads(self) -> bool:
        """Whether a text is on the page that is shown."""
        return self._going.shown is not None and self._going.place == "text"
