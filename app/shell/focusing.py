"""Focus on the text: everything but the sheet goes, and one key brings it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from app.shell.actions import BY_NAME
from app.shell.frame import Frame
from app.shell.going import Going
from widgets.theme.key_hints import key_words
from widgets.writing.page import TextPage

BESIDE = ("inspector", "all_notes")
"""Acts on what stands beside the text: who wants to see that wants all of it back."""


class Focusing(QObject):
    """`changed()` when it begins and ends. What has to be told stays: notices, and the bar of what the room sees."""

    changed = Signal()

    def __init__(self, frame: Frame, page: TextPage, going: Going) -> None:
        super().__init__(frame)
        self._frame, self._page, self._going = frame, page, going
        page.escaped.connect(self.end)
        # Another page, such as the form of the masthead, comes with all that stands around it.
        frame.stack.currentChanged.connect(lambda _at: self.end())

    @property
    def on(self) -> bool:
        """Whether the text stands alone."""
        return self._frame.text_alone

    def acts(self, does: Mapping[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
        """By the name of the action, what it does; `does` are those that are known."""

        def beside(act: Callable[[], object]) -> Callable[[], object]:
            def with_all() -> object:
                self.end()
                return act()

            return with_all

        return {"focus": self.toggle} | {name: beside(does[name]) for name in BESIDE}

    def toggle(self) -> None:
        """Let everything but the text go, or bring it back."""
        if self.on:
            self.end()
        else:
            self.begin()

    def begin(self) -> None:
        """Let everything but the text go."""
        if self._going.place == "text" and self._frame.stack.currentWidget() is self._page and not self.on:
            self._stand(True)
            self._frame.status_bar.say(f"{key_words(BY_NAME['focus'].keys)} or Esc brings everything back.")

    def end(self) -> None:
        """Bring all back; a window that is taken down changes its pages too, and is let be."""
        if self.on and self._frame.isVisible():
            self._stand(False)
            self._frame.status_bar.hush()

    def _stand(self, alone: bool) -> None:
        self._frame.text_alone = alone
        self._frame.show_bars()
        self._page.stand_alone(alone)
        if self._frame.stack.currentWidget() is self._page:
            self._page.sheet.setFocus()
        self.changed.emit()
