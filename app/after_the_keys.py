"""What follows the caret a moment after the last key: what there is to look at, the inspector, the room, the counts."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from app.going import Going
from app.inspecting import Inspecting
from app.looking_over import LookingOver
from app.projecting import Projecting
from app.writing import Writing
from widgets.text.page import TextPage

_SOON = 150


class AfterTheKeys:
    """Looks at all of it once, however often `start` is called meanwhile."""

    def __init__(
        self, page: TextPage, going: Going, writing: Writing, inspecting: Inspecting, projecting: Projecting
    ) -> None:
        self._page, self._going, self._writing = page, going, writing
        self._inspecting, self._projecting = inspecting, projecting
        self._looking_over = LookingOver(page.sheet)
        self._timer = QTimer(page)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Look in a moment."""
        self._timer.start()

    def _look(self) -> None:
        if self._reads:
            # One after another, so that a key that comes now waits for one of them only.
            for piece in (self._looking_over.look, self._inspect, self._projecting.follow, self._going.show_status):
                self._page.sheet.pause.ask(piece, 0)

    def _inspect(self) -> None:
        if self._reads:
            self._inspecting.look(self._writing.open if self._going.writes else None, self._page.changes)

    @property
    def _reads(self) -> bool:
        """Whether a text is on the page that is shown."""
        return self._going.shown is not None and self._going.place == "text"
