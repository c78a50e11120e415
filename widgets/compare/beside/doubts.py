"""The notice above a comparison of files of what was not sure in them, which shows it in words."""

from __future__ import annotations

from collections.abc import Sequence

from widgets.compare.beside.in_words import InWords
from widgets.shell.notices import Notice, Notices


class Doubts(Notices):
    """Says that there is something to look at; what it is stands in the panel that its button opens."""

    def __init__(self, panel: InWords) -> None:
        super().__init__()
        self._panel = panel

    def tell(self, told: Sequence[tuple[str, str]]) -> None:
        """Of each file its name, and a line for each matter; nothing of others is told any more."""
        self.clear()
        lines = [line for _, text in told for line in text.split("\n")]
        if not lines:
            return
        words = f"{len(lines)} matters that Adref was not sure of" if len(lines) > 1 else lines[0]
        names = " and ".join(dict.fromkeys(name for name, _ in told))
        line = self.show_notice(Notice("info", words, f"In {names}", (("Show", lambda: None),), topic="reading"))
        (button,) = line.buttons
        # It stays until it is closed: one may want to look again.
        button.clicked.disconnect()
        button.clicked.connect(lambda: self._panel.open(told, button))
