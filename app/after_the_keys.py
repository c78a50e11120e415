"""What follows the caret a moment after the last key: what there is to look at, the inspector, the room, the counts."""

from __future__ import annotations

from app.going import Going
from app.inspecting import Inspecting
from app.looking_over import LookingOver
from app.projecting import Projecting
from app.writing import Writing
from widgets.text.page import TextPage

_SOON, _LATEST = 150, 30_000
"""Milliseconds of rest after which it follows, and of keys without one after which it follows all the same."""


class AfterTheKeys:
    """Looks at all of it once, however often `start` is called meanwhile."""

    def __init__(
        self, page: TextPage, going: Going, writing: Writing, inspecting: Inspecting, projecting: Projecting
    ) -> None:
        self._page, self._going, self._writing = page, going, writing
        self._inspecting, self._projecting = inspecting, projecting
        self._looking_over = LookingOver(page.sheet)
        # One after another, so that a key that comes meanwhile waits for one of them only, and the rest for its pause.
        self._pieces = (self._look_over, self._inspect, self._follow, self._say)

    def start(self) -> None:
        """Look in a moment."""
        for piece in self._pieces:
            self._page.sheet.pause.ask(piece, _SOON, _LATEST)

    def _look_over(self) -> None:
        if self._reads:
            self._looking_over.look()

    def _inspect(self) -> None:
        if self._reads:
            self._inspecting.look(self._writing.open if self._going.writes else None, self._page.changes)

    def _follow(self) -> None:
        if self._reads:
            self._projecting.follow()

    def _say(self) -> None:
        if self._reads:
            self._going.show_status()

    @property
    def _reads(self) -> bool:
        """Whether a text is on the page that is shown."""
        return self._going.shown is not None and self._going.place == "text"
